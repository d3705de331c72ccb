#include "engine/sending/dispatcher.h"

#include "domain/message/reference.h"
#include "domain/schedule/zonetime.h"
#include "engine/hooks/hooksettings.h"
#include "storage/messages/codestore.h"
#include "storage/messages/mailthreads.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace engine {

using domain::Instant;
using domain::Result;

namespace {

// Together less than the 20 ms a transaction may take: the rest is for its commit.
constexpr BatchSize::Limits claimLimits{100, 500, 10ms};
constexpr BatchSize::Limits settleLimits{100, 500, 5ms};
constexpr int answersAtOnce = 200;
constexpr int throttledUntilElsewhere = 5; ///< attempts in a row with one provider
constexpr domain::Millis settleDelay{50};
constexpr int farthestReach = 1'000;
constexpr domain::Millis shortRest{100};
constexpr domain::Millis claimDelay{4}; ///< what answers made room for is not left empty longer

/// An order for a one-time code, which the account that was asked for makes and checks.
bool isCode(const storage::DueMessage &message)
{
    return message.origin == u"manual" && message.category == domain::Category::Authentication;
}

} // namespace

Dispatcher::Dispatcher(Services &services, storage::MessageStore &messages, ProviderPool &providers, Gate &gate,
                       TextMaker &texts, WindowRule &windows)
    : m_services(services), m_messages(messages), m_providers(providers), m_gate(gate), m_texts(texts),
      m_windows(windows), m_claimSize(claimLimits.least, claimLimits), m_settleSize(answersAtOnce, settleLimits),
      m_departures(services, providers)
{
    m_departures.setDone([this](storage::Settlement settlement) { came(std::move(settlement)); });
    for (int priority = 0; priority <= priorityOf(domain::Category::Marketing); ++priority)
        m_single.push_back({Lane{{}, priority, domain::Channel::Sms, {}, 0, {}}, nullptr, false, false, 1, {}});
}

qint64 Dispatcher::dayOf(Instant at) const { return QDate(1970, 1, 1).daysTo(domain::localDateAt(at, m_zone)); }

void Dispatcher::setLanes(const QList<Lane> &lanes)
{
    std::map<qint64, LaneState> kept;
    for (const Lane &lane : lanes) {
        LaneState &state = kept[lane.campaign.value];
        const auto before = m_lanes.find(lane.campaign.value);
        if (before != m_lanes.end())
            state = std::move(before->second);
        if (lane.pacePerMinute <= 0)
            state.pace.reset();
        else if (!state.pace)
            state.pace = std::make_unique<Pace>(Pace::perMinute(lane.pacePerMinute), m_services.random);
        else
            state.pace->setLimits(Pace::perMinute(lane.pacePerMinute));
        state.lane = lane;
    }
    m_lanes = std::move(kept);
    review();
}

void Dispatcher::setPaused(bool paused)
{
    m_paused = paused;
    review();
}

void Dispatcher::review()
{
    m_departures.review([this](domain::CampaignId campaign) {
        return !m_paused && (!campaign.isValid() || m_lanes.contains(campaign.value));
    });
}

void Dispatcher::came(storage::Settlement settlement)
{
    m_answers.append(std::move(settlement));
    if (!m_firstAnswer)
        m_firstAnswer = m_services.now();
    if (!m_wake)
        return;
    const bool isHungry =
        std::any_of(m_single.cbegin(), m_single.cend(), [](const LaneState &lane) { return lane.hasMore; }) ||
        std::any_of(m_lanes.cbegin(), m_lanes.cend(), [](const auto &one) { return one.second.hasMore; });
    const bool isLast = !hasOpen() && m_leaving.isEmpty(); // nothing comes that could be written with it
    m_wake(m_answers.size() >= answersAtOnce || (isLast && !isHungry)
               ? 0
               : static_cast<int>((isHungry ? claimDelay : settleDelay).count()));
}

Result<void> Dispatcher::work(Instant now)
{
    review();
    const bool isTimeToSettle =
        m_answers.size() >= answersAtOnce || !hasOpen() || (m_firstAnswer && now >= *m_firstAnswer + settleDelay);
    if (m_paused || !isAnyDue(now))
        return isTimeToSettle ? settle(now) : Result<void>{};
    if (auto done = m_departures.writeOptOuts(now); !done)
        return done;
    // What came back and what leaves in one: most of a transaction's cost is the pages it writes, and these share them.
    qsizetype settled = 0;
    const auto done = m_services.connection.transaction(true, [&]() -> Result<void> {
        if (auto written = settleSome(now); !written)
            return tl::unexpected(written.error());
        else
            settled = *written;
        return claimSome(now);
    });
    const QList<Departures::FlightPtr> leaving = std::exchange(m_leaving, {});
    if (!done) {
        for (const auto &flight : leaving)
            if (ProviderPool::Entry *entry = m_providers.find(flight->settlement.provider))
                entry->pace.giveBack(1);
        return done;
    }
    forget(settled, now);
    for (const auto &flight : leaving)
        m_departures.add(flight);
    return {};
}

bool Dispatcher::isAnyDue(Instant now)
{
    bool any = false;
    const auto look = [&](LaneState &state) {
        const auto due = m_messages.nextDue(state.lane.priority, state.lane.campaign);
        if (due && *due <= now)
            any = true;
        else
            state.waitsForRoute = state.hasMore = false;
    };
    for (LaneState &single : m_single)
        look(single);
    for (auto &[id, state] : m_lanes)
        look(state);
    return any;
}

Result<void> Dispatcher::claimSome(Instant now)
{
    for (LaneState &single : m_single) {
        const auto claimed = claimLane(single, m_claimSize.size(), now);
        if (!claimed)
            return tl::unexpected(claimed.error());
        // Campaigns of this priority take turns, each for its share: the one behind the last that was served is first.
        qint64 &lastLane = m_lastLane[single.lane.priority];
        std::vector<LaneState *> turn;
        for (auto &[id, state] : m_lanes)
            if (state.lane.priority == single.lane.priority)
                turn.push_back(&state);
        const auto first = std::find_if(turn.begin(), turn.end(), [lastLane](const LaneState *state) {
            return state->lane.campaign.value > lastLane;
        });
        std::rotate(turn.begin(), first, turn.end());
        for (size_t i = 0; i < turn.size(); ++i) {
            const int share = (std::min(room(*turn[i]), m_claimSize.size()) + static_cast<int>(turn.size() - i) - 1) /
                              static_cast<int>(turn.size() - i);
            if (share <= 0)
                continue;
            const auto sent = claimLane(*turn[i], share, now);
            if (!sent)
                return tl::unexpected(sent.error());
            if (*sent > 0)
                lastLane = turn[i]->lane.campaign.value;
        }
    }
    return {};
}

int Dispatcher::room(const LaneState &state)
{
    const Ticks ticks = m_services.ticks();
    const int own = state.pace ? state.pace->room(ticks) : m_claimSize.size();
    return std::min(m_providers.room(state.lane.channel, state.lane.provider), own);
}

// Who did not get through somewhere, or was put off there again and again, goes by another way if there is one.
ProviderPool::Way Dispatcher::routeOf(const Lane &lane, const storage::DueMessage &message)
{
    ProviderPool::Entry *entry = m_providers.find(message.provider);
    // A test says something about this one alone, and an answer in one account's window cannot leave by another.
    const bool isBound = message.origin == u"test" || isCode(message) ||
                         (message.origin == u"manual" && entry && entry->can.needsWindow &&
                          message.channel == domain::Channel::WhatsApp);
    if (isBound && message.provider.isValid()) {
        const bool can = entry && entry->isUsable() && entry->can.channels.contains(message.channel);
        return {can ? entry : nullptr, {}, {}};
    }
    const bool failedThere =
        message.attempts > 0 && (message.reason == u"not_sent" ||
                                 (message.reason == u"throttled" && message.attempts % throttledUntilElsewhere == 0));
    ProviderPool::Asked asked{message.channel, message.category, message.country, message.id, lane.provider, {}};
    // Its own order brings a message to the same account again, where routes say which.
    if (!asked.wanted.isValid() && (message.attempts == 0 || !m_providers.hasRoutes(message.channel)))
        asked.wanted = message.provider;
    if (failedThere)
        asked.avoided = message.provider;
    return m_providers.route(asked);
}

Result<int> Dispatcher::claimLane(LaneState &state, int limit, Instant now)
{
    QElapsedTimer timer;
    timer.start();
    const int looked = std::min(limit * state.reach, farthestReach);
    const auto due = m_messages.due(state.lane.priority, state.lane.campaign, now, looked);
    if (!due)
        return tl::unexpected(due.error());
    state.waitsForRoute = false;
    state.hasMore = due->size() >= limit;
    if (due->isEmpty())
        return 0;
    m_gate.beginBatch();
    const Ticks ticks = m_services.ticks();
    QHash<qint64, int> taken;
    bool hasRoute = false;
    int withoutRoom = 0;
    const qint64 today = dayOf(now);
    QList<storage::Claim> claims;
    QList<storage::Held> held;
    QList<Departures::FlightPtr> flights;
    for (const storage::DueMessage &message : *due) {
        const ProviderPool::Way way = routeOf(state.lane, message);
        ProviderPool::Entry *entry = way.entry;
        if (!entry)
            continue;
        hasRoute = true;
        if (taken[entry->record.id.value] >= entry->room(ticks)) {
            ++withoutRoom;
            continue;
        }
        if (claims.size() >= limit)
            break;
        const auto address = message.addressCipher.isEmpty()
                                 ? QString()
                                 : m_services.vault.open(message.addressCipher).value_or(QString());
        domain::CheckFacts facts = m_gate.gather(message, address, now);
        auto no = m_gate.checks().firstNo(facts, false);
        TextMaker::Text text;
        WindowRule::Way window;
        if (!no) {
            text = m_texts.make(message, state.lane.launchedAt);
            m_gate.addText(facts, message, text);
            if (const int most = entry->can.mostSegments; most > 0)
                facts.maxSegments = facts.maxSegments > 0 ? std::min(facts.maxSegments, most) : most;
            if (message.channel == domain::Channel::WhatsApp && entry->can.needsWindow && text.problem.isEmpty()) {
                window = m_windows.wayFor(message, *entry, text, state.lane.launchedAt, now);
                Gate::addWay(facts, window);
            }
            no = m_gate.checks().firstNo(facts, true);
        }
        if (no) {
            if (no->verdict.kind == domain::Verdict::Kind::Wait)
                held.append({message.id, domain::Postponed{no->verdict.until, no->reason}, {}});
            else if (no->verdict.kind == domain::Verdict::Kind::Expire)
                held.append({message.id, domain::TimeRanOut{}, {}});
            else if (no->verdict.kind == domain::Verdict::Kind::Skip)
                held.append({message.id, domain::Refused{no->reason}, facts.contentDetail});
            continue;
        }
        m_gate.letThrough(message, text, now);
        m_windows.leaves(message, *entry, window, now);
        if (way.passedOver.isValid() && message.provider.value != entry->record.id.value)
            m_providers.detours().took(way.passedOver, entry->record.id, now);
        ++taken[entry->record.id.value];
        storage::Claim &claim = claims.emplaceBack();
        claim.message = message.id;
        claim.counted = message.counted;
        claim.provider = entry->record.id;
        claim.reference =
            domain::attemptReference(now, message.id, static_cast<quint32>(m_services.random() * 4294967295.0));
        claim.subject = text.subject;
        claim.body = window.use ? window.readsLike : text.body;
        claim.textHash = text.hash;
        claim.encoding = text.encoding;
        claim.segments = text.segments;
        claim.day = today;
        claim.estimate = m_providers.estimate(*entry, message.channel, message.country, text.segments, claim.day);
        claim.sender = way.sender;
        claim.number = message.attempts + 1;
        claim.addressIndex = message.addressIndex;
        auto flight = std::make_shared<Departures::Flight>();
        flight->campaign = state.lane.campaign;
        flight->provider = entry->provider;
        flight->settlement.message = message.id;
        flight->settlement.provider = entry->record.id;
        flight->request.reference = claim.reference;
        flight->request.message = message.id;
        flight->request.channel = message.channel;
        flight->request.category = message.category;
        flight->request.to = address;
        flight->request.sender = way.sender;
        flight->request.subject = text.subject;
        flight->request.body = claim.body;
        flight->request.providerTemplate = window.use;
        flight->request.windowOpenUntil = window.openUntil;
        flight->request.callbackUrl = entry->callbackUrl;
        flight->request.html = text.html;
        if (isCode(message))
            flight->request.codeValidity = storage::CodeStore(m_services.connection).validityOf(message.id);
        flight->request.attachments = text.attachments;
        if (message.channel == domain::Channel::Email && message.attempts > 0)
            flight->request.firstReference = m_messages.firstReference(message.id);
        if (message.channel == domain::Channel::Email && message.origin == u"manual")
            if (const auto thread = storage::MailThreads(m_services.connection).of(message.id)) {
                flight->request.inReplyTo = thread->inReplyTo;
                flight->request.mailsBefore = thread->mailsBefore;
            }
        addWayOut(flight->request, message.addressIndex);
        flight->settlement.expiresAt = message.expiresAt;
        if (message.expiresAt)
            flight->request.validity = std::chrono::duration_cast<std::chrono::seconds>(*message.expiresAt - now);
        flights.append(std::move(flight));
    }
    state.waitsForRoute = !hasRoute;
    const bool looksOn = m_providers.hasRoutes(state.lane.channel) && withoutRoom > 0 && claims.size() < limit;
    state.reach = looksOn ? std::min(state.reach * 2, 16) : 1;
    state.restUntil = looksOn && claims.isEmpty() && held.isEmpty() ? now + shortRest : now;
    if (claims.isEmpty() && held.isEmpty())
        return 0;
    // Nothing leaves before this has reached the disk.
    if (auto done = m_messages.claim(claims, held, now, m_services.policy); !done)
        return tl::unexpected(done.error());
    m_claimSize.took(static_cast<int>(claims.size() + held.size()), std::chrono::nanoseconds(timer.nsecsElapsed()));
    m_moved = true;
    int left = 0;
    for (qsizetype i = 0; i < claims.size(); ++i) {
        if (!claims[i].attempt.isValid())
            continue;
        flights[i]->settlement.attempt = claims[i].attempt;
        if (claims[i].number == 1)
            flights[i]->settlement.claimed = claims[i].counted;
        if (state.pace)
            state.pace->take(1);
        if (ProviderPool::Entry *entry = m_providers.find(claims[i].provider))
            entry->pace.take(1);
        m_leaving.append(flights[i]);
        ++left;
    }
    if (held.size() == due->size() && m_wake)
        m_wake(0); // none of them had room to take: there may be others behind them
    return left;
}

// Marketing by e-mail says how to end it: by one click where the workspace has a page for it, else by mail.
void Dispatcher::addWayOut(domain::SendRequest &request, const QByteArray &addressIndex) const
{
    if (request.channel != domain::Channel::Email || request.category != domain::Category::Marketing)
        return;
    request.unsubscribeToken =
        QString::fromLatin1(unsubscribeToken(m_services.vault, {addressIndex, request.channel, request.category}));
    request.unsubscribeUrl =
        makeUnsubscribeUrl(m_webhooks, m_services.vault, addressIndex, request.channel, request.category);
}

Result<void> Dispatcher::settle(Instant now)
{
    if (m_answers.isEmpty())
        return {};
    if (auto done = m_departures.writeOptOuts(now); !done)
        return done;
    const auto settled = settleSome(now);
    if (!settled)
        return tl::unexpected(settled.error());
    forget(*settled, now);
    return {};
}

Result<qsizetype> Dispatcher::settleSome(Instant now)
{
    if (m_answers.isEmpty())
        return 0;
    const QList<storage::Settlement> batch = m_answers.mid(0, m_settleSize.size());
    QElapsedTimer timer;
    timer.start();
    if (auto done = m_messages.settle(batch, now, m_services.policy); !done)
        return tl::unexpected(done.error()); // kept: written as soon as it can be
    m_settleSize.took(static_cast<int>(batch.size()), std::chrono::nanoseconds(timer.nsecsElapsed()));
    return batch.size();
}

void Dispatcher::forget(qsizetype settled, Instant now)
{
    if (settled == 0)
        return;
    m_answers.remove(0, settled);
    m_firstAnswer = m_answers.isEmpty() ? std::nullopt : std::optional(now);
    m_moved = true;
    if (!m_answers.isEmpty() && m_wake)
        m_wake(0); // the rest in a transaction of its own, and a click in between
}

qint64 Dispatcher::dueCount(Instant now, qint64 atMost)
{
    qint64 count = 0;
    for (const LaneState &single : m_single)
        count += m_messages.dueCount(single.lane.priority, {}, now, atMost - count);
    for (const auto &[id, state] : m_lanes)
        if (count < atMost)
            count += m_messages.dueCount(state.lane.priority, state.lane.campaign, now, atMost - count);
    return count;
}

std::optional<Instant> Dispatcher::nextWork(Instant now)
{
    std::optional<Instant> next;
    const auto consider = [&next](std::optional<Instant> at) {
        if (at && (!next || *at < *next))
            next = at;
    };
    const Ticks ticks = m_services.ticks();
    const auto whenever = [&](std::optional<Ticks> at) -> std::optional<Instant> {
        if (!at)
            return std::nullopt;
        return now + std::max(domain::Millis{0}, std::chrono::ceil<domain::Millis>(*at - ticks));
    };
    if (m_firstAnswer)
        consider(*m_firstAnswer + settleDelay);
    consider(whenever(m_departures.nextReview()));
    if (m_paused)
        return next;
    const auto look = [&](LaneState &state) {
        if (state.waitsForRoute)
            return;
        const auto due = m_messages.nextDue(state.lane.priority, state.lane.campaign);
        if (!due)
            return;
        const auto room = whenever(m_providers.nextRoomAt(state.lane.channel, state.lane.provider));
        if (!room)
            return; // an answer comes first
        Instant at = std::max({*due, *room, state.restUntil});
        if (state.pace)
            at = std::max(at, whenever(state.pace->nextRoomAt(ticks)).value_or(at));
        consider(at);
    };
    for (LaneState &single : m_single)
        look(single);
    for (auto &[id, state] : m_lanes)
        look(state);
    return next;
}

} // namespace engine
