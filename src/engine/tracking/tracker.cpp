#include "engine/tracking/tracker.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace engine {

using domain::Instant;
using domain::Result;

namespace {

constexpr int openAtMost = 8; ///< requests besides sending
constexpr int looksAtOnce = 500;
constexpr int settleAtOnce = 250;
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

Result<bool> Tracker::work(Instant now)
{
    if (auto done = settle(now); !done)
        return tl::unexpected(done.error());
    if (auto done = takeLooks(now); !done)
        return tl::unexpected(done.error());
    m_lists.removeIf([this](const auto &one) { return !m_providers.find(domain::ProviderId{one.key()}); });
    for (auto &[id, entry] : m_providers.entries()) {
        if (m_lists[id].next && m_learnt.size() < learntAtMost)
            askPage(entry, *std::exchange(m_lists[id].next, {}));
        if (!entry.isUsable() || !usesLists(entry))
            continue;
        Lists &lists = m_lists[id];
        const domain::Millis every = lists.waiting.isEmpty() ? listEvery : listEveryWaiting;
        if (lists.open || (lists.last && now < *lists.last + every))
            continue;
        const Instant seen =
            entry.record.pollCursor > 0 ? domain::fromMillis(entry.record.pollCursor) : entry.record.createdAt;
        Instant since = std::min(now, seen) - overlap;
        if (!lists.waiting.isEmpty())
            if (const auto oldest = m_messages.oldestAccepted(lists.waiting))
                since = std::min(since, *oldest - overlap);
        list(entry, since, now);
    }
    return !m_learnt.isEmpty();
}

Result<void> Tracker::settle(Instant now)
{
    if (m_learnt.isEmpty())
        return {};
    const QList<storage::Settlement> batch = m_learnt.mid(0, settleAtOnce);
    if (auto done = m_inbound.suppressFirst(m_messages, batch); !done)
        return done;
    const auto settled = m_messages.settle(batch, now, m_services.policy);
    if (!settled)
        return tl::unexpected(settled.error());
    m_learnt.remove(0, batch.size());
    for (const storage::Settlement &one : batch)
        m_busy.remove(one.message.value);
    for (const storage::Settled &one : *settled)
        m_moved |= one.moved;
    return {};
}

Result<void> Tracker::takeLooks(Instant now)
{
    // Those already being looked at are still due in the database: asked for again only now and then.
    if (m_busy.size() >= looksAtOnce || (m_lastTaken && now < *m_lastTaken + 1s && now >= *m_lastTaken))
        return {};
    m_lastTaken = now;
    const auto due = m_messages.looksDue(now, looksAtOnce);
    if (!due)
        return tl::unexpected(due.error());
    for (const storage::LookDue &one : *due) {
        if (m_busy.contains(one.id.value))
            continue;
        ProviderPool::Entry *entry = m_providers.find(one.provider);
        const bool uncertain = one.state == domain::MessageState::Uncertain;
        const bool can =
            entry && entry->provider &&
            (uncertain ? entry->can.canReconcile
                       : !one.providerMessageId.isEmpty() && (entry->can.statusByList || entry->can.statusById));
        if (!can) {
            m_busy.insert(one.id.value);
            if (uncertain)
                learn(one.id, one.provider, domain::DoubtLooked{domain::DoubtFinding::Inconclusive},
                      domain::EventSource::Reconciliation);
            else
                // Where its kind tells of no message, none of them is asked for again, many as they may be.
                learn(one.id, one.provider,
                      domain::StatusUnchanged{entry && entry->provider && !entry->can.statusByList &&
                                              !entry->can.statusById},
                      domain::EventSource::Poll);
        } else if (uncertain) {
            if (m_open < openAtMost)
                lookInto(*entry, one);
        } else if (entry->can.statusByList) {
            m_busy.insert(one.id.value);
            m_lists[one.provider.value].waiting.append(one.id);
        } else if (m_open < openAtMost) {
            poll(*entry, one);
        }
    }
    return {};
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
            if ((*alive)->m_wake)
                (*alive)->m_wake(0);
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
    m_learnt.append(std::move(settlement));
}

// ---- lists

void Tracker::list(ProviderPool::Entry &entry, Instant since, Instant now)
{
    Lists &lists = m_lists[entry.record.id.value];
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
    ask(*entry.provider, std::move(request), [this, id](const auto &response) { listed(id, response); });
}

void Tracker::listed(domain::ProviderId id, const domain::HttpResponse &response)
{
    Lists &lists = m_lists[id.value];
    ProviderPool::Entry *entry = m_providers.find(id);
    if (!entry || !entry->provider)
        return endList(id, false);
    const auto page = entry->provider->listPage(response, lists.since);
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
    for (const domain::MessageId waiting : std::as_const(lists.waiting))
        learn(waiting, id, domain::StatusUnchanged{}, domain::EventSource::Poll);
    lists.waiting.clear();
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
    return m_open == 0 && m_learnt.isEmpty() &&
           std::none_of(m_lists.cbegin(), m_lists.cend(), [](const Lists &lists) { return lists.next.has_value(); });
}

// ---- one by one

void Tracker::poll(ProviderPool::Entry &entry, const storage::LookDue &due)
{
    m_busy.insert(due.id.value);
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
    m_busy.insert(due.id.value);
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
    if (!m_learnt.isEmpty() || (m_open == 0 && !isIdle()))
        consider(now);
    if (const auto look = m_messages.nextLook())
        consider(std::max(*look, m_lastTaken.value_or(now) + 1s));
    for (const auto &[id, entry] : m_providers.entries())
        if (const Lists lists = m_lists.value(id); entry.isUsable() && usesLists(entry) && !lists.open && lists.last)
            consider(*lists.last + (lists.waiting.isEmpty() ? listEvery : listEveryWaiting));
    return next;
}

} // namespace engine
