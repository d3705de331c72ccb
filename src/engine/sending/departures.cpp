#include "engine/sending/departures.h"

#include "storage/consent/consentstore.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace engine {

using domain::Instant;
using domain::Result;

namespace {

constexpr auto longestWait = 1s; ///< a claim is for now: what was true when it was checked must still be

} // namespace

Departures::Departures(Services &services, ProviderPool &providers)
    : m_services(services), m_providers(providers), m_self(std::make_shared<Departures *>(this))
{}

void Departures::add(const FlightPtr &flight)
{
    ProviderPool::Entry *entry = m_providers.find(flight->settlement.provider);
    Queue &queue = m_queues[flight->settlement.provider.value];
    flight->since = m_services.ticks();
    queue.push_back(flight);
    ++m_waiting;
    if (entry)
        fill(*entry);
}

// Those that wait are counted as open by the pace, so that no more are claimed for their places.
bool Departures::hasPlace(ProviderPool::Entry &entry, const Queue &queue) const
{
    return entry.isUsable() && entry.pace.hasPlace(static_cast<int>(queue.size()), m_services.ticks());
}

void Departures::fill(ProviderPool::Entry &entry)
{
    Queue &queue = m_queues[entry.record.id.value];
    while (!queue.empty() && hasPlace(entry, queue)) {
        const FlightPtr flight = std::move(queue.front());
        queue.pop_front();
        --m_waiting;
        leave(flight);
    }
}

void Departures::giveBack(const std::function<bool(const Flight &)> &which)
{
    std::vector<FlightPtr> back;
    for (auto &[id, queue] : m_queues)
        std::erase_if(queue, [&](const FlightPtr &flight) {
            if (!which(*flight))
                return false;
            if (ProviderPool::Entry *entry = m_providers.find(flight->settlement.provider))
                entry->pace.giveBack(1);
            back.push_back(flight);
            return true;
        });
    m_waiting -= static_cast<int>(back.size());
    for (const FlightPtr &flight : back) {
        flight->settlement.event = domain::GivenBack{};
        m_done(std::move(flight->settlement));
    }
}

void Departures::review(const std::function<bool(domain::CampaignId)> &mayLeave)
{
    if (m_waiting == 0)
        return;
    const Ticks now = m_services.ticks();
    giveBack([&](const Flight &flight) {
        ProviderPool::Entry *entry = m_providers.find(flight.settlement.provider);
        return !entry || !entry->isUsable() || entry->pace.isPaused(now) || flight.since <= now - longestWait ||
               !mayLeave(flight.campaign);
    });
    for (auto &[id, entry] : m_providers.entries())
        fill(entry);
}

std::optional<Ticks> Departures::nextReview() const
{
    std::optional<Ticks> next;
    for (const auto &[id, queue] : m_queues)
        if (!queue.empty())
            next = std::min(next.value_or(queue.front()->since + longestWait), queue.front()->since + longestWait);
    return next;
}

void Departures::leave(const FlightPtr &flight)
{
    ++m_inFlight;
    ++m_sent;
    if (const domain::MailTranslator *mail = flight->provider->mail()) {
        post(flight, *mail);
        return;
    }
    m_services.transport.exchange(
        {[flight, now = m_services.now()] {
             domain::HttpRequest request = flight->provider->sendRequest(flight->request);
             flight->provider->sign(request, now);
             return request;
         },
         [flight](const domain::HttpResponse &response) {
             return flight->provider->outcome(flight->request, response);
         }},
        [self = std::weak_ptr(m_self), flight](domain::Outcome outcome, int status, domain::Millis latency) {
            if (const auto alive = self.lock())
                (*alive)->answered(flight, std::move(outcome), status, latency);
        });
}

void Departures::post(const FlightPtr &flight, const domain::MailTranslator &mail)
{
    auto request = mail.mailRequest(flight->request, m_services.now());
    if (!request || !m_services.mail) {
        const QString why = request ? u"nothing here sends mail"_s : request.error().detail;
        answered(flight, domain::Rejected{domain::RejectReason::Content, domain::Scope::Message, u"mail"_s, why}, 0,
                 {});
        return;
    }
    m_services.mail->send(
        *std::move(request), [self = std::weak_ptr(m_self), flight](const domain::MailResponse &response) {
            if (const auto alive = self.lock())
                (*alive)->answered(flight, flight->provider->mail()->outcome(flight->request, response), response.code,
                                   response.latency);
        });
}

void Departures::answered(const FlightPtr &flight, domain::Outcome outcome, int status, domain::Millis latency)
{
    --m_inFlight;
    ProviderPool::Entry *entry = m_providers.find(flight->settlement.provider);
    if (entry)
        heed(*entry, outcome, latency);
    if (const auto *rejected = std::get_if<domain::Rejected>(&outcome);
        rejected && rejected->reason == domain::RejectReason::OptedOut) {
        m_optOuts.append({flight->request.to, flight->request.channel, rejected->optedOutOf, rejected->text});
        giveBack([&said = m_optOuts.constLast()](const Flight &other) {
            return other.request.to == said.address && other.request.channel == said.channel &&
                   (!said.category || *said.category == other.request.category);
        });
    }
    flight->settlement.httpStatus = status;
    flight->settlement.latency = latency;
    flight->settlement.event = domain::Answered{std::move(outcome), m_services.random()};
    if (entry)
        fill(*entry);
    m_done(std::move(flight->settlement));
}

void Departures::heed(ProviderPool::Entry &entry, const domain::Outcome &outcome, domain::Millis latency)
{
    const Ticks ticks = m_services.ticks();
    const auto *throttled = std::get_if<domain::Throttled>(&outcome);
    if (throttled && (throttled->scope == domain::Scope::Account || throttled->scope == domain::Scope::Sender)) {
        entry.pace.throttled(ticks, latency, throttled->retryAfter);
        return;
    }
    entry.pace.finished(latency, false);
    if (!std::holds_alternative<domain::NotSent>(outcome)) {
        entry.unreachable = 0;
        if (!std::holds_alternative<domain::Unknown>(outcome)) // a connection that broke is no answer
            m_providers.detours().answered(entry.record.id);
    } else if (++entry.unreachable >= ProviderPool::unreachableAfter) {
        // Nobody answers there: wait for the line, not for each message to use up its tries.
        const domain::Millis pause =
            std::min<domain::Millis>(60s, 1s * (1 << std::min(entry.unreachable - ProviderPool::unreachableAfter, 6)));
        entry.pace.pauseUntil(ticks + pause);
    }
    if (entry.unreachable > 0)
        m_providers.detours().failed(entry.record.id, entry.unreachable >= ProviderPool::unreachableAfter,
                                     m_services.now());
    const auto *rejected = std::get_if<domain::Rejected>(&outcome);
    if (!rejected || rejected->reason != domain::RejectReason::Configuration)
        return;
    // Effective at once; a failure to note it is repeated by the next refusal.
    const QString detail = rejected->code.isEmpty() ? rejected->text : rejected->code + u": "_s + rejected->text;
    if (auto done = m_providers.pause(entry.record.id, u"configuration"_s, detail); !done)
        qWarning("engine: the pause of a provider could not be written: %s", qPrintable(done.error().detail));
    m_moved = true;
}

Result<void> Departures::writeOptOuts(Instant now)
{
    if (m_optOuts.isEmpty())
        return {};
    const auto done = m_services.connection.transaction(true, [&]() -> Result<void> {
        storage::ConsentStore store(m_services.connection, m_services.vault);
        for (const OptOut &optOut : std::as_const(m_optOuts)) {
            storage::ConsentEvent event;
            event.at = now;
            event.address = optOut.address;
            event.channel = optOut.channel;
            event.category = optOut.category;
            event.source = u"provider"_s;
            event.evidence = optOut.words;
            event.contact = store.contactOf(optOut.address);
            if (auto written = store.append(event); !written)
                return written;
        }
        return {};
    });
    if (done)
        m_optOuts.clear();
    return done;
}

} // namespace engine
