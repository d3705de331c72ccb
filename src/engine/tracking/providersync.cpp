#include "engine/tracking/providersync.h"

#include "engine/sending/dailyreach.h"
#include "storage/consent/provideroptouts.h"
#include "storage/templates/providertemplates.h"

#include <QPointer>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace engine {

using domain::Instant;
using domain::ProviderId;
using domain::Result;
using storage::ProviderCopy;

namespace {

constexpr domain::Millis templatesEvery = 1h;
constexpr domain::Millis optOutsEvery = 24h;
constexpr domain::Millis afterFailure = 10min;
constexpr auto betweenOptOutPages = 250ms; ///< Amazon takes a few such questions a second (sns.md, section 5)
constexpr int pagesAtMost = 20'000;
constexpr int letBackAtOnce = 100;

constexpr std::array everyCopy{ProviderCopy::Templates, ProviderCopy::OptOuts};

bool keeps(const ProviderPool::Entry &entry, ProviderCopy what)
{
    return entry.provider && (what == ProviderCopy::Templates ? entry.can.listsTemplates : entry.can.listsOptOuts);
}

} // namespace

ProviderSync::ProviderSync(Services &services, ProviderPool &providers) : m_services(services), m_providers(providers)
{}

Result<void> ProviderSync::readStates()
{
    const auto all = storage::ProviderCopies(m_services.connection).all();
    if (!all)
        return tl::unexpected(all.error());
    m_states.emplace();
    for (const storage::ProviderCopyState &state : *all)
        (*m_states)[{state.provider.value, state.what}] = state;
    return {};
}

std::optional<Instant> ProviderSync::dueAt(const Key &key) const
{
    const auto it = m_states->find(key);
    if (it == m_states->end())
        return Instant{};
    if (!it->second.problem.isEmpty())
        return it->second.triedAt + afterFailure;
    return it->second.triedAt + (key.second == ProviderCopy::Templates ? templatesEvery : optOutsEvery);
}

Result<void> ProviderSync::work(Instant now)
{
    if (!m_states)
        if (auto done = readStates(); !done)
            return done;
    for (const auto &[id, entry] : m_providers.entries())
        for (const ProviderCopy what : everyCopy)
            // One that is paused for its configuration may be so for a template: then this is how it is seen to be
            // well.
            if (entry.record.enabled && keeps(entry, what) && !m_readings.contains({id, what}) &&
                dueAt({id, what}) <= now)
                begin(entry, what);
    return {};
}

std::optional<Instant> ProviderSync::nextWork(Instant now)
{
    std::optional<Instant> next;
    for (const auto &[id, entry] : m_providers.entries())
        for (const ProviderCopy what : everyCopy)
            if (entry.record.enabled && keeps(entry, what) && !m_readings.contains({id, what})) {
                const Instant due = m_states ? dueAt({id, what}).value_or(now) : now;
                next = next ? std::min(*next, due) : due;
            }
    return next;
}

void ProviderSync::readNow(ProviderId provider, Reply<void> done)
{
    if (auto read = m_providers.reload(); !read) {
        done(read);
        return;
    }
    const ProviderPool::Entry *entry = m_providers.find(provider);
    QList<ProviderCopy> wanted;
    for (const ProviderCopy what : everyCopy)
        if (entry && keeps(*entry, what))
            wanted << what;
    if (wanted.isEmpty()) {
        done(domain::fail(domain::ErrorCode::NotFound, u"this provider keeps no templates and no list of opt-outs"_s));
        return;
    }
    // Answered once, after the last of them, with the first that failed.
    auto left = std::make_shared<qsizetype>(wanted.size());
    auto result = std::make_shared<Result<void>>();
    for (const ProviderCopy what : std::as_const(wanted)) {
        const Key key{provider.value, what};
        if (!m_readings.contains(key))
            begin(*entry, what);
        m_readings[key].waiting << [left, result, done](const Result<void> &one) {
            if (*result && !one)
                *result = one;
            if (--*left == 0)
                done(*result);
        };
    }
}

void ProviderSync::begin(const ProviderPool::Entry &entry, ProviderCopy what)
{
    const Key key{entry.record.id.value, what};
    Reading &reading = m_readings[key];
    reading.provider = entry.provider;
    reading.channel = entry.can.channels.value(0);
    reading.begunAt = m_services.now();
    ask(key, what == ProviderCopy::Templates ? entry.provider->templatesRequest() : entry.provider->optOutsRequest());
}

void ProviderSync::ask(const Key &key, domain::HttpRequest request)
{
    Reading &reading = m_readings[key];
    ++reading.pages;
    reading.provider->sign(request, m_services.now());
    m_services.transport.send(std::move(request), [self = QPointer(this), key](const domain::HttpResponse &response) {
        if (self)
            self->answered(key, response);
    });
}

void ProviderSync::answered(const Key &key, const domain::HttpResponse &response)
{
    Reading &reading = m_readings[key];
    const bool isTemplates = key.second == ProviderCopy::Templates;
    const auto next = isTemplates ? takeTemplates(key, reading, response) : takeOptOuts(key, reading, response);
    if (!next)
        return end(key, tl::unexpected(next.error()));
    if (!*next)
        return isTemplates ? end(key, {}) : letBack(key);
    if (reading.pages >= pagesAtMost)
        return end(key, domain::fail(domain::ErrorCode::Provider, u"the list has no end"_s));
    if (isTemplates)
        return ask(key, **next);
    QTimer::singleShot(betweenOptOutPages, this, [this, key, request = **next] { ask(key, request); });
}

Result<std::optional<domain::HttpRequest>> ProviderSync::takeTemplates(const Key &key, Reading &reading,
                                                                       const domain::HttpResponse &response)
{
    const auto page = reading.provider->templatesPage(response);
    if (!page)
        return tl::unexpected(page.error());
    reading.templates += page->templates;
    if (page->peopleADay)
        reading.peopleADay = page->peopleADay;
    if (page->next)
        return page->next;
    const auto kept = m_services.connection.transaction(false, [&]() -> Result<void> {
        if (reading.peopleADay)
            if (auto noted = notePeopleADay(m_services.connection, ProviderId{key.first}, *reading.peopleADay); !noted)
                return noted;
        return storage::ProviderTemplates(m_services.connection).replace(ProviderId{key.first}, reading.templates);
    });
    if (!kept)
        return tl::unexpected(kept.error());
    return std::nullopt;
}

Result<std::optional<domain::HttpRequest>> ProviderSync::takeOptOuts(const Key &key, Reading &reading,
                                                                     const domain::HttpResponse &response)
{
    const auto page = reading.provider->optOutsPage(response);
    if (!page)
        return tl::unexpected(page.error());
    qint64 added = 0;
    const auto kept = m_services.connection.transaction(true, [&]() -> Result<void> {
        const auto news =
            storage::ProviderOptOuts(m_services.connection, m_services.vault)
                .add(ProviderId{key.first}, reading.channel, page->addresses, reading.begunAt, m_services.now());
        if (!news)
            return tl::unexpected(news.error());
        added = *news;
        return {};
    });
    if (!kept)
        return tl::unexpected(kept.error());
    if (added > 0)
        Q_EMIT changed(Topic::Consent);
    return page->next;
}

void ProviderSync::letBack(const Key &key)
{
    const Reading &reading = m_readings[key];
    qint64 gone = 0;
    const auto done = m_services.connection.transaction(true, [&]() -> Result<void> {
        const auto back =
            storage::ProviderOptOuts(m_services.connection, m_services.vault)
                .letBack(ProviderId{key.first}, reading.channel, reading.begunAt, m_services.now(), letBackAtOnce);
        if (!back)
            return tl::unexpected(back.error());
        gone = *back;
        return {};
    });
    if (!done || gone == 0)
        return end(key, done);
    Q_EMIT changed(Topic::Consent);
    QTimer::singleShot(0, this, [this, key] { letBack(key); });
}

void ProviderSync::end(const Key &key, const Result<void> &result)
{
    const Reading ended = std::move(m_readings[key]);
    m_readings.erase(key);
    const Instant now = m_services.now();
    const QString problem = result ? QString() : result.error().detail;
    if (m_providers.find(ProviderId{key.first})) { // else it was removed meanwhile, and its copies with it
        const auto noted = m_services.connection.transaction(false, [&] {
            return storage::ProviderCopies(m_services.connection).note(ProviderId{key.first}, key.second, now, problem);
        });
        if (!noted)
            qWarning("engine: the reading of a provider's list could not be noted: %s",
                     qPrintable(noted.error().detail));
    }
    if (m_states) { // also where it could not be noted: not again at once
        storage::ProviderCopyState &state = (*m_states)[key];
        state.triedAt = now;
        state.problem = problem;
    }
    Q_EMIT changed(Topics(Topic::Providers) | Topic::Templates);
    for (const Reply<void> &waiting : ended.waiting)
        waiting(result);
}

} // namespace engine
