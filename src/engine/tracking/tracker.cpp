#include "engine/tracking/tracker.h"

#include "engine/tracking/listreach.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace engine {

using domain::Instant;
using domain::Result;

namespace {

constexpr int openAtMost = 8; ///< requests besides sending
constexpr int openAlone = 6;     ///< of these for single messages: a doubt does not wait behind them
constexpr int busyAtMost = 2'000;
constexpr int takenAtOnce = 500;
constexpr domain::Millis takenAgain{30'000}; ///< from the first one on, for what became due before the last one taken
constexpr int settleAtOnce = 250;
constexpr int settleTogether = 100; ///< answers to single questions are written together
constexpr domain::Millis settleWithin{250};
constexpr domain::Millis pageAgain{20}; ///< it is looked whether the next page may be asked for
constexpr int pageShare = 30; ///< while messages leave, a list takes this part of the engine's time at most
constexpr int pagesAtMost = 200;                   ///< of a doubt's records
constexpr int listPagesAtMost = 20'000;            ///< of a list: millions may have left since the oldest that waits
constexpr qsizetype learntAtMost = 1'000;          ///< a list's next page comes once less than this waits to be written
constexpr domain::Millis listEvery{60'000};        ///< for what people write
constexpr domain::Millis listEveryWaiting{10'000}; ///< while receipts are due
constexpr domain::Millis overlap{300'000};         ///< lists may show rows late

bool usesLists(const ProviderPool::Entry &entry) { return entry.can.statusByList || entry.can.inboundByList; }

} // namespace

/// A doubt that is being looked into, with the pages so far.
struct Tracker::Look
{
    storage::LookDue due;
    domain::Doubt doubt;
    std::shared_ptr<const domain::Provider> provider;
    std::vector<domain::HttpResponse> pages;
    QStringList ids;
};

Tracker::Tracker(Services &services, storage::MessageStore &messages, ProviderPool &providers, InboundDesk &inbound)
    : m_services(services), m_messages(messages), m_providers(providers), m_inbound(inbound),
      m_self(std::make_shared<Tracker *>(this))
{}

Result<bool> Tracker::work(Instant now, bool isSending)
{
    m_isSending = isSending;
    if (isSettleDue(now))
        if (auto done = settle(now); !done)
            return tl::unexpected(done.error());
    if (auto done = takeLooks(now); !done)
        return tl::unexpected(done.error());
    m_lists.removeIf([this](const auto &one) {
        if (m_providers.find(domain::ProviderId{one.key()}))
            return false;
        for (const storage::LookDue &waiting : one.value().waiting)
            m_busy.remove(waiting.id.value);
        for (const domain::MessageId answered : one.value().answered)
            m_busy.remove(answered.value);
        return true;
    });
    for (auto &[id, entry] : m_providers.entries()) {
        if (m_lists[id].next && mayAskPage())
            askPage(entry, *std::exchange(m_lists[id].next, {}));
        if (!entry.isUsable() || !usesLists(entry))
            continue;
        Lists &lists = m_lists[id];
        const domain::Millis every = lists.waiting.isEmpty() ? listEvery : listEveryWaiting;
        if (lists.open || (lists.last && now < *lists.last + every))
            continue;
        list(entry, now);
    }
    askNext();
    return isSettleDue(now);
}

bool Tracker::isSettleDue(Instant now) const
{
    return !m_learnt.isEmpty() && (m_open == 0 || m_learnt.size() >= settleTogether || !m_learntAt ||
                                   now >= *m_learntAt + settleWithin || now < *m_learntAt);
}

/// Once what came is written; and while messages leave, after a pause in which many of them do.
bool Tracker::mayAskPage() const
{
    return m_learnt.size() < learntAtMost && (!m_isSending || m_services.ticks() >= m_pageAt + m_pageCost * pageShare);
}

Result<void> Tracker::settle(Instant now)
{
    const Ticks begun = m_services.ticks();
    const QList<storage::Settlement> batch = m_learnt.mid(0, settleAtOnce);
    if (auto done = m_inbound.suppressFirst(m_messages, batch); !done)
        return done;
    const auto settled = m_messages.settle(batch, now, m_services.policy);
    if (!settled)
        return tl::unexpected(settled.error());
    m_learnt.remove(0, batch.size());
    m_learntAt = m_learnt.isEmpty() ? std::nullopt : std::optional(now);
    m_pageCost += m_services.ticks() - begun;
    for (const storage::Settlement &one : batch)
        m_busy.remove(one.message.value);
    for (const storage::Settled &one : *settled)
        m_moved |= one.moved;
    return {};
}

Result<void> Tracker::takeLooks(Instant now)
{
    if (m_busy.size() >= busyAtMost || (m_lastTaken && now < *m_lastTaken + 1s && now >= *m_lastTaken))
        return {};
    m_lastTaken = now;
    // Those already being looked at are still due in the database: it goes on behind the last one.
    if (m_busy.isEmpty() || !m_takenFrom || now >= *m_takenFrom + takenAgain || now < *m_takenFrom) {
        m_takenTo.reset();
        m_takenFrom = now;
    }
    const auto due = m_messages.looksDue(now, takenAtOnce, m_takenTo ? &*m_takenTo : nullptr);
    if (!due)
        return tl::unexpected(due.error());
    if (!due->isEmpty())
        m_takenTo = due->last();
    for (const storage::LookDue &one : *due) {
        if (m_busy.contains(one.id.value))
            continue;
        m_busy.insert(one.id.value);
        const ProviderPool::Entry *entry = m_providers.find(one.provider);
        const bool uncertain = one.state == domain::MessageState::Uncertain;
        const bool can =
            entry && entry->provider &&
            (uncertain ? entry->can.canReconcile
                       : !one.providerMessageId.isEmpty() && (entry->can.statusByList || entry->can.statusById));
        if (can && uncertain)
            m_doubts.push_back(one);
        else if (can && entry->can.statusByList && entry->isUsable())
            m_lists[one.provider.value].waiting.append(one);
        else if (can && entry->can.statusById)
            m_alone.push_back(one);
        else if (uncertain)
            learn(one.id, one.provider, domain::DoubtLooked{domain::DoubtFinding::Inconclusive},
                  domain::EventSource::Reconciliation);
        else
            // Where its kind tells of no message, none of them is asked for again, many as they may be.
            learn(one.id, one.provider,
                  domain::StatusUnchanged{entry && entry->provider && !entry->can.statusByList &&
                                          !entry->can.statusById},
                  domain::EventSource::Poll);
    }
    return {};
}

/// Doubts first, then single messages, as many as may be open.
void Tracker::askNext()
{
    const auto askFirst = [this](std::deque<storage::LookDue> &queue) {
        const storage::LookDue one = std::move(queue.front());
        queue.pop_front();
        ProviderPool::Entry *entry = m_providers.find(one.provider);
        if (!entry || !entry->provider) // gone meanwhile: it is due again, and then there is nobody to ask
            m_busy.remove(one.id.value);
        else if (one.state == domain::MessageState::Uncertain)
            lookInto(*entry, one);
        else
            poll(*entry, one);
    };
    while (m_open < openAtMost && !m_doubts.empty())
        askFirst(m_doubts);
    while (m_open < openAlone && !m_alone.empty())
        askFirst(m_alone);
}

void Tracker::ask(const domain::Provider &provider, domain::HttpRequest request, Then then)
{
    ++m_open;
    provider.sign(request, m_services.now());
    m_services.transport.send(std::move(request), [self = std::weak_ptr(m_self), tag = request.tag,
                                                   then = std::move(then)](domain::HttpResponse response) {
        if (const auto alive = self.lock()) {
            --(*alive)->m_open;
            response.tag = tag;
            then(response);
            (*alive)->askNext();
            // What came is written together with what comes soon.
            const bool isAlone = (*alive)->m_open > 0 && (*alive)->m_learnt.size() < settleTogether;
            if ((*alive)->m_wake)
                (*alive)->m_wake(isAlone ? int(settleWithin.count()) : 0);
        }
    });
}

void Tracker::learn(domain::MessageId message, domain::ProviderId provider, domain::MessageEvent event,
                    domain::EventSource source, const QString &detail)
{
    storage::Settlement settlement;
    settlement.message = message;
    settlement.provider = provider;
    settlement.event = std::move(event);
    settlement.source = source;
    settlement.detail = detail;
    if (m_learnt.isEmpty())
        m_learntAt = m_services.now();
    m_learnt.append(std::move(settlement));
}

// ---- lists

void Tracker::list(ProviderPool::Entry &entry, Instant now)
{
    Lists &lists = m_lists[entry.record.id.value];
    const Instant seen =
        entry.record.pollCursor > 0 ? domain::fromMillis(entry.record.pollCursor) : entry.record.createdAt;
    Instant since = std::min(now, seen) - overlap;
    // The oldest first. Whom the list reaches anyway costs nothing; of the others, how far is it worth to go back?
    QList<storage::LookDue> waiting = std::exchange(lists.waiting, {});
    std::ranges::sort(waiting, {}, &storage::LookDue::attempt);
    std::vector<qint64> rowsBack;
    const qint64 last = waiting.isEmpty() ? 0 : m_messages.lastAttempt();
    for (const storage::LookDue &one : std::as_const(waiting))
        if (one.acceptedAt && *one.acceptedAt < since)
            rowsBack.push_back(last - one.attempt + 1);
    qsizetype alone = entry.can.statusById ? cheaperOneByOne(rowsBack) : 0;
    lists.answered.clear();
    for (const storage::LookDue &one : std::as_const(waiting)) {
        if (alone > 0 && one.acceptedAt && *one.acceptedAt < since) {
            --alone;
            m_alone.push_back(one);
            continue;
        }
        lists.answered.append(one.id);
        if (one.acceptedAt)
            since = std::min(since, *one.acceptedAt - overlap);
    }
    lists.open = true;
    lists.last = now;
    lists.since = since;
    lists.pages = 0;
    askPage(entry, entry.provider->listRequest(since));
}

void Tracker::askPage(const ProviderPool::Entry &entry, domain::HttpRequest request)
{
    const domain::ProviderId id = entry.record.id;
    ++m_lists[id.value].pages;
    m_pageAt = m_services.ticks();
    m_pageCost = {};
    ask(*entry.provider, std::move(request), [this, id](const auto &response) { listed(id, response); });
}

void Tracker::listed(domain::ProviderId id, const domain::HttpResponse &response)
{
    Lists &lists = m_lists[id.value];
    ProviderPool::Entry *entry = m_providers.find(id);
    if (!entry || !entry->provider)
        return endList(id, false);
    const Ticks begun = m_services.ticks();
    const auto page = entry->provider->listPage(response, lists.since);
    m_pageCost += m_services.ticks() - begun;
    if (!page)
        return endList(id, false);
    for (const domain::StatusReport &report : page->statuses)
        learn({}, id, domain::StatusLearnt{report}, domain::EventSource::Poll);
    // What could not be kept is fetched again: the cursor stays, so that no STOP is lost.
    if (!m_inbound.keep(id, page->inbound))
        return endList(id, false);
    if (page->next && lists.pages < listPagesAtMost)
        lists.next = *page->next;
    else
        endList(id, !page->next);
}

void Tracker::endList(domain::ProviderId id, bool complete)
{
    Lists &lists = m_lists[id.value];
    lists.open = false;
    for (const domain::MessageId answered : std::exchange(lists.answered, {}))
        learn(answered, id, domain::StatusUnchanged{}, domain::EventSource::Poll);
    ProviderPool::Entry *entry = m_providers.find(id);
    if (!complete || !entry || !lists.last)
        return;
    entry->record.pollCursor = domain::toMillis(*lists.last);
    const auto noted = m_services.connection.transaction(false, [&] {
        return storage::ProviderStore(m_services.connection).setPollCursor(id, entry->record.pollCursor);
    });
    if (!noted)
        qWarning("engine: a poll could not be noted: %s", qPrintable(noted.error().detail));
}

bool Tracker::isIdle() const
{
    return m_open == 0 && m_learnt.isEmpty() && m_alone.empty() && m_doubts.empty() &&
           std::none_of(m_lists.cbegin(), m_lists.cend(), [](const Lists &lists) { return lists.next.has_value(); });
}

// ---- one by one

void Tracker::poll(ProviderPool::Entry &entry, const storage::LookDue &due)
{
    ask(*entry.provider, entry.provider->statusRequest(due.providerMessageId),
        [this, provider = entry.provider, due](const domain::HttpResponse &response) {
            const auto report = provider->status(response);
            if (report)
                learn({}, due.provider, domain::StatusLearnt{*report}, domain::EventSource::Poll);
            learn(due.id, due.provider, domain::StatusUnchanged{}, domain::EventSource::Poll);
        });
}

void Tracker::lookInto(ProviderPool::Entry &entry, const storage::LookDue &due)
{
    const auto address = m_services.vault.open(due.addressCipher);
    if (!address) {
        learn(due.id, due.provider, domain::DoubtLooked{domain::DoubtFinding::Inconclusive},
              domain::EventSource::Reconciliation, address.error().detail);
        return;
    }
    auto look = std::make_shared<Look>();
    look->due = due;
    look->doubt = {due.reference, *address, due.sender, due.body, due.startedAt, due.channel};
    look->provider = entry.provider;
    ask(*look->provider, look->provider->doubtRequest(look->doubt),
        [this, look](const auto &response) { looked(look, response); });
}

void Tracker::looked(const std::shared_ptr<Look> &look, const domain::HttpResponse &response)
{
    look->pages.push_back(response);
    const auto page = look->provider->listPage(response, look->provider->doubtSince(look->doubt));
    if (page)
        for (const domain::StatusReport &report : page->statuses)
            look->ids << report.providerMessageId;
    if (page && page->next && look->pages.size() < pagesAtMost)
        ask(*look->provider, *page->next, [this, look](const auto &next) { looked(look, next); });
    else
        judge(look);
}

void Tracker::judge(const std::shared_ptr<Look> &look)
{
    const domain::Evidence evidence =
        look->provider->evidence(look->doubt, look->pages, m_messages.boundIds(look->due.provider, look->ids));
    const auto finding = [&](domain::DoubtFinding what, const QString &detail) {
        learn(look->due.id, look->due.provider, domain::DoubtLooked{what}, domain::EventSource::Reconciliation, detail);
    };
    if (const auto *found = std::get_if<domain::Found>(&evidence))
        learn(look->due.id, look->due.provider, domain::StatusLearnt{found->report},
              domain::EventSource::Reconciliation);
    else if (std::holds_alternative<domain::Absent>(evidence))
        finding(domain::DoubtFinding::Absent, {});
    else if (std::holds_alternative<domain::SeveralCandidates>(evidence))
        finding(domain::DoubtFinding::Several, {});
    else
        finding(domain::DoubtFinding::Inconclusive, std::get<domain::Inconclusive>(evidence).text);
}

std::optional<Instant> Tracker::nextWork(Instant now)
{
    std::optional<Instant> next;
    const auto consider = [&next](Instant at) { next = next ? std::min(*next, at) : at; };
    if (!m_learnt.isEmpty())
        consider(isSettleDue(now) ? now : *m_learntAt + settleWithin);
    if (m_open == 0 && !isIdle())
        consider(mayAskPage() || !m_learnt.isEmpty() ? now : now + pageAgain);
    if (const auto look = m_messages.nextLook())
        consider(std::max(*look, m_lastTaken.value_or(now) + 1s));
    for (const auto &[id, entry] : m_providers.entries())
        if (const Lists lists = m_lists.value(id); entry.isUsable() && usesLists(entry) && !lists.open && lists.last)
            consider(*lists.last + (lists.waiting.isEmpty() ? listEvery : listEveryWaiting));
    return next;
}

} // namespace engine
