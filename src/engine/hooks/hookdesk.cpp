#include "engine/hooks/hookdesk.h"

#include "storage/consent/consentstore.h"
#include "storage/core/workspacefile.h"
#include "storage/messages/earlystatus.h"
#include "storage/templates/providertemplates.h"
#include "storage/workspace/settingstore.h"

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace engine {

using domain::Instant;
using domain::Result;

namespace {

constexpr qsizetype eventsAtOnce = 250; // in one transaction, which stays under 20 ms with that many
constexpr auto gatherFor = 8ms;         // what comes meanwhile shares a flush of the disk
constexpr domain::Millis noteEvery{5'000};
constexpr domain::Millis openAgain{30'000};
// From its arrival on: the answer to its send is being written; its doubt is being looked into.
constexpr std::array<domain::Millis, 4> earlyTries{2s, 30s, 300s, 3600s};

qsizetype eventsOf(const HookDelivery &delivery)
{
    return 1 + delivery.statuses.size() + delivery.inbound.size() + delivery.consents.size() +
           delivery.templates.size();
}

storage::Settlement settlementOf(domain::ProviderId provider, const domain::StatusReport &report)
{
    storage::Settlement settlement;
    settlement.provider = provider;
    settlement.event = domain::StatusLearnt{report};
    settlement.source = domain::EventSource::Webhook;
    return settlement;
}

} // namespace

HookDesk::HookDesk(Services &services, storage::MessageStore &messages, ProviderPool &providers, InboundDesk &inbound)
    : m_services(services), m_messages(messages), m_providers(providers), m_inbound(inbound)
{}

HookDesk::~HookDesk() { stop(); }

// ---- on and off

void HookDesk::apply()
{
    if (!m_services.hooks)
        return;
    const auto settings = readWebhookSettings(m_services.connection);
    if (!settings) {
        qWarning("engine: the webhooks' settings cannot be read: %s", qPrintable(settings.error().detail));
        return;
    }
    readCounts();
    const std::optional<HookListen> wanted =
        settings->enabled ? std::optional(listenOf(*settings)) : std::optional<HookListen>();
    if (wanted != m_open) {
        stop();
        if (wanted)
            open(*settings);
        m_stateDirty = true;
        m_stateNoted.reset();
    }
    const bool isOpen = m_listening && *m_listening;
    if (isOpen)
        m_services.hooks->setRoutes(routes(*settings));
    // The outside has to be able to call us: without a public address nobody is told one.
    for (auto &[id, entry] : m_providers.entries())
        entry.callbackUrl = isOpen && !settings->publicUrl.isEmpty() && entry.can.hasWebhook
                                ? hookUrl(*settings, **m_listening, m_services.vault, entry.record)
                                : QByteArray();
    m_earlyAt = storage::EarlyStatusStore(m_services.connection).nextTry();
}

void HookDesk::open(const WebhookSettings &settings)
{
    const auto before = std::exchange(m_listening, std::nullopt);
    m_open = listenOf(settings);
    m_listening = m_services.hooks->start(*m_open, *this);
    m_openAt.reset();
    m_since.reset();
    if (*m_listening) {
        m_since = m_services.now();
    } else {
        if (!before || *before || before->error() != m_listening->error()) // not at every try
            qWarning("engine: webhooks cannot be taken: %s", qPrintable(m_listening->error().detail));
        m_openAt = m_services.now() + openAgain;
    }
}

void HookDesk::stop()
{
    if (!m_open)
        return;
    m_services.hooks->stop();
    m_open.reset();
    m_listening.reset();
    m_since.reset();
    m_openAt.reset();
    for (auto &[id, entry] : m_providers.entries())
        entry.callbackUrl.clear();
    // Whoever was not answered comes again.
    m_waiting.clear();
    m_waitsSince.reset();
    m_stateDirty = true;
    noteState(m_services.now());
}

HookRoutes HookDesk::routes(const WebhookSettings &settings) const
{
    HookRoutes routes;
    routes.publicUrl = publicBase(settings, **m_listening);
    for (const auto &[id, entry] : m_providers.entries())
        if (entry.provider && entry.can.hasWebhook)
            routes.routes.append({entry.record.id, hookToken(m_services.vault, entry.record), entry.provider});
    routes.readOptOut = [&vault = m_services.vault](const QByteArray &token) {
        return readUnsubscribeToken(vault, token);
    };
    if (const auto workspace = storage::readWorkspaceSettings(m_services.connection))
        routes.sender = workspace->name;
    return routes;
}

// ---- what comes; the first three in the server's thread

void HookDesk::deliver(quint64 ticket, HookDelivery delivery)
{
    QMetaObject::invokeMethod(
        &m_thread,
        [this, ticket, delivery = std::move(delivery)]() mutable {
            take({ticket, std::move(delivery), {}, {}});
        },
        Qt::QueuedConnection);
}

void HookDesk::optOut(quint64 ticket, OptOutClaim claim, QString evidence)
{
    QMetaObject::invokeMethod(
        &m_thread,
        [this, ticket, claim = std::move(claim), evidence = std::move(evidence)] {
            take({ticket, {}, claim, evidence});
        },
        Qt::QueuedConnection);
}

void HookDesk::refused(domain::ProviderId provider, HookRefusals requests)
{
    QMetaObject::invokeMethod(
        &m_thread,
        [this, provider, requests] {
            Count &count = m_counts[provider];
            count.refused.unproven += requests.unproven;
            count.refused.unreadable += requests.unreadable;
            count.lastRefused = m_services.now();
            m_stateDirty = true;
            if (m_wake)
                m_wake(static_cast<int>(noteEvery.count()));
        },
        Qt::QueuedConnection);
}

void HookDesk::take(Waiting waiting)
{
    if (!m_open) // handed over before stop(), and never answered
        return;
    m_waiting.push_back(std::move(waiting));
    if (!m_waitsSince)
        m_waitsSince = m_services.ticks();
    if (m_wake)
        m_wake(static_cast<qsizetype>(m_waiting.size()) >= eventsAtOnce ? 0 : static_cast<int>(gatherFor.count()));
}

// ---- writing

Result<bool> HookDesk::work(Instant now)
{
    if (m_openAt && now >= *m_openAt && m_open) {
        m_open.reset(); // tried again by apply()
        apply();
    }
    const bool isTime = m_waitsSince && m_services.ticks() - *m_waitsSince >= gatherFor;
    if (isTime || static_cast<qsizetype>(m_waiting.size()) >= eventsAtOnce)
        if (auto done = writeAndAnswer(takeBatch(), now); !done)
            return tl::unexpected(done.error());
    if (m_earlyAt && now >= *m_earlyAt)
        if (auto done = retryEarly(now); !done)
            return tl::unexpected(done.error());
    if (m_stateDirty && (!m_stateNoted || now >= *m_stateNoted + noteEvery || now < *m_stateNoted))
        noteState(now);
    return !m_waiting.empty() && static_cast<qsizetype>(m_waiting.size()) >= eventsAtOnce;
}

std::vector<HookDesk::Waiting> HookDesk::takeBatch()
{
    std::vector<Waiting> batch;
    qsizetype events = 0;
    size_t taken = 0;
    while (taken < m_waiting.size() && (taken == 0 || events < eventsAtOnce)) {
        events += eventsOf(m_waiting[taken].delivery);
        batch.push_back(std::move(m_waiting[taken++]));
    }
    m_waiting.erase(m_waiting.begin(), m_waiting.begin() + static_cast<std::ptrdiff_t>(taken));
    if (m_waiting.empty())
        m_waitsSince.reset();
    return batch;
}

Result<void> HookDesk::writeAndAnswer(const std::vector<Waiting> &batch, Instant now)
{
    QList<quint64> kept;
    QList<quint64> lost;
    Result<void> done = write(batch, now);
    // One that cannot be written must not take the others with it.
    for (const Waiting &one : batch) {
        const bool isKept = done || (batch.size() > 1 && write({one}, now));
        (isKept ? kept : lost) << one.ticket;
    }
    m_services.hooks->answer(kept, true);
    m_services.hooks->answer(lost, false);
    if (!done && !kept.isEmpty()) {
        qWarning("engine: a webhook's content could not be kept: %s", qPrintable(done.error().detail));
        return {};
    }
    return done;
}

Result<void> HookDesk::write(const std::vector<Waiting> &batch, Instant now)
{
    QList<storage::Settlement> learnt;
    for (const Waiting &one : batch)
        for (const domain::StatusReport &report : one.delivery.statuses)
            learnt << settlementOf(one.delivery.provider, report);
    QList<storage::Settlement> early;
    if (auto done = m_inbound.suppressFirst(m_messages, learnt); !done)
        return done;
    const auto settled = m_messages.settle(learnt, now, m_services.policy, true);
    if (!settled)
        return tl::unexpected(settled.error());
    for (qsizetype i = 0; i < settled->size(); ++i) {
        if (!(*settled)[i].message.isValid())
            early << learnt[i];
        if ((*settled)[i].moved)
            m_changes |= Topics(Topic::Messages) | Topic::Campaigns;
    }
    if (auto done = keepRest(batch, early, now); !done)
        return done;
    for (const Waiting &one : batch)
        if (!m_inbound.keep(one.delivery.provider, one.delivery.inbound))
            return domain::fail(domain::ErrorCode::Internal, u"an inbound message could not be kept"_s);
    for (const Waiting &one : batch) {
        if (one.claim) {
            ++m_optOuts;
        } else {
            Count &count = m_counts[one.delivery.provider];
            ++count.accepted;
            count.last = now;
        }
    }
    m_stateDirty = true;
    return {};
}

/// Templates, opt-outs by link, and statuses that found no message.
Result<void> HookDesk::keepRest(const std::vector<Waiting> &batch, const QList<storage::Settlement> &early, Instant now)
{
    const bool isNothing =
        early.isEmpty() && std::none_of(batch.begin(), batch.end(), [](const Waiting &one) {
            return one.claim || !one.delivery.consents.isEmpty() || !one.delivery.templates.isEmpty();
        });
    if (isNothing)
        return {};
    return m_services.connection.transaction(true, [&]() -> Result<void> {
        storage::EarlyStatusStore store(m_services.connection);
        for (const storage::Settlement &one : early) {
            const auto &report = std::get<domain::StatusLearnt>(one.event).report;
            if (report.providerMessageId.isEmpty() && report.reference.isEmpty())
                continue;
            if (auto done = store.add(one.provider, report, now + earlyTries.front()); !done)
                return done;
            m_earlyAt = std::min(m_earlyAt.value_or(now + earlyTries.front()), now + earlyTries.front());
        }
        for (const Waiting &one : batch) {
            if (one.claim)
                if (auto done = append(one, now); !done)
                    return done;
            for (const domain::ConsentChoice &choice : one.delivery.consents)
                if (auto done = m_inbound.heed(choice); !done)
                    return done;
            if (one.delivery.templates.isEmpty())
                continue;
            storage::ProviderTemplates templates(m_services.connection);
            if (auto done = templates.change(one.delivery.provider, one.delivery.templates); !done)
                return done;
            m_changes |= Topic::Templates;
        }
        return {};
    });
}

Result<void> HookDesk::append(const Waiting &waiting, Instant now)
{
    storage::ConsentStore store(m_services.connection, m_services.vault);
    if (store.isIndexSuppressed(waiting.claim->addressIndex, waiting.claim->channel, waiting.claim->category))
        return {}; // asked for twice
    const auto address = store.addressOf(waiting.claim->addressIndex);
    if (!address)
        return tl::unexpected(address.error());
    storage::ConsentEvent event;
    event.at = now;
    event.address = *address;
    event.addressIndex = waiting.claim->addressIndex;
    event.channel = waiting.claim->channel;
    event.category = waiting.claim->category;
    event.source = u"link"_s;
    event.evidence = waiting.evidence;
    if (!address->isEmpty())
        event.contact = store.contactOf(*address);
    m_changes |= Topic::Consent;
    return store.append(event);
}

Result<void> HookDesk::retryEarly(Instant now)
{
    storage::EarlyStatusStore store(m_services.connection);
    const auto due = store.due(now, eventsAtOnce);
    if (!due)
        return tl::unexpected(due.error());
    QList<storage::Settlement> learnt;
    for (const storage::EarlyStatus &one : *due)
        learnt << settlementOf(one.provider, one.report);
    if (auto done = m_inbound.suppressFirst(m_messages, learnt); !done)
        return done;
    const auto settled = m_messages.settle(learnt, now, m_services.policy);
    if (!settled)
        return tl::unexpected(settled.error());
    const auto noted = m_services.connection.transaction(false, [&]() -> Result<void> {
        for (qsizetype i = 0; i < due->size(); ++i) {
            const storage::EarlyStatus &one = (*due)[i];
            if ((*settled)[i].moved)
                m_changes |= Topics(Topic::Messages) | Topic::Campaigns;
            const auto next = static_cast<size_t>(one.tries) + 1;
            const bool isOver = (*settled)[i].message.isValid() || next >= earlyTries.size();
            if (auto done = isOver ? store.remove(one.id) : store.postpone(one.id, now + earlyTries[next]); !done)
                return done;
        }
        return {};
    });
    m_earlyAt = store.nextTry();
    return noted;
}

std::optional<Instant> HookDesk::nextWork() const
{
    std::optional<Instant> next = m_earlyAt;
    const auto consider = [&next](Instant at) { next = next ? std::min(*next, at) : at; };
    if (m_openAt)
        consider(*m_openAt);
    if (m_stateDirty && m_stateNoted)
        consider(*m_stateNoted + noteEvery);
    if (m_waitsSince)
        consider(m_services.now() + gatherFor);
    return next;
}

// ---- what others may know of it

void HookDesk::readCounts()
{
    if (std::exchange(m_countsRead, true))
        return;
    const auto state = storage::SettingStore(m_services.connection).read(u"webhook_state"_s);
    if (!state)
        return;
    m_stateDirty = state->contains(u"state"_s); // of an engine that was killed
    m_optOuts = (*state)[u"opt_outs"].toInteger();
    const QJsonObject providers = (*state)[u"providers"].toObject();
    for (auto it = providers.begin(); it != providers.end(); ++it) {
        const QJsonObject one = it.value().toObject();
        Count &count = m_counts[domain::ProviderId{it.key().toLongLong()}];
        count.accepted = one[u"accepted"].toInteger();
        count.refused.unreadable = one[u"unreadable"].toInteger();
        count.refused.unproven = one[u"refused"].toInteger() - count.refused.unreadable;
        if (const qint64 last = one[u"last"].toInteger(); last > 0)
            count.last = domain::fromMillis(last);
        if (const qint64 last = one[u"last_refused"].toInteger(); last > 0)
            count.lastRefused = domain::fromMillis(last);
    }
}

void HookDesk::noteState(Instant now)
{
    QJsonObject providers;
    for (const auto &[id, entry] : m_providers.entries()) {
        const Count count = m_counts.value(entry.record.id);
        const auto millis = [](const std::optional<Instant> &at) { return at ? domain::toMillis(*at) : 0; };
        providers.insert(QString::number(id),
                         QJsonObject{{u"takes"_s, entry.provider && entry.can.hasWebhook},
                                     {u"accepted"_s, count.accepted},
                                     {u"refused"_s, count.refused.unproven + count.refused.unreadable},
                                     {u"unreadable"_s, count.refused.unreadable},
                                     {u"last"_s, millis(count.last)},
                                     {u"last_refused"_s, millis(count.lastRefused)}});
    }
    QJsonObject state{{u"opt_outs"_s, m_optOuts}, {u"providers"_s, providers}};
    if (m_listening && *m_listening) {
        state.insert(u"state"_s, u"listening"_s);
        state.insert(u"port"_s, **m_listening);
        state.insert(u"since"_s, domain::toMillis(*m_since));
    } else if (m_listening) {
        state.insert(u"state"_s, u"failed"_s);
        state.insert(u"problem"_s, domain::errorCodeName(m_listening->error().code));
        state.insert(u"detail"_s, m_listening->error().detail);
        state.insert(u"place"_s, m_listening->error().place);
    }
    const auto noted = m_services.connection.transaction(
        false, [&] { return storage::SettingStore(m_services.connection).write(u"webhook_state"_s, state); });
    if (!noted) {
        qWarning("engine: the webhooks' state could not be noted: %s", qPrintable(noted.error().detail));
        return;
    }
    m_stateDirty = false;
    m_stateNoted = now;
    m_changes |= Topic::Webhooks;
}

} // namespace engine
