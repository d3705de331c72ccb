#include "simulator/world.h"

#include "providers/twilio/record.h"
#include "simulator/text.h"

#include <algorithm>

namespace simulator {

namespace {

using domain::Instant;
using domain::Millis;

/// Codes with which Twilio itself gives up ("failed"); with all others the network does ("undelivered").
bool failsBeforeTheNetwork(int code)
{
    return (code != 0 && code < 30000) || code == 30001 || code == 30002 || code == 30010 || code == 30018 ||
           code == 30024 || code == 30032 || code == 30034 || code == 30035;
}

constexpr int validityExpired = 30036;

} // namespace

World::World(const Options &options)
    : network(options.network), faults(options.faults), store(options.textBytes), m_random(options.seed),
      m_ahead(-options.age), m_wantsLog(!options.logFile.isEmpty()), m_log(options.logFile)
{}

Instant World::now() const { return std::chrono::floor<Millis>(std::chrono::system_clock::now()) + m_ahead; }

Millis World::draw(const Span &span)
{
    if (span.to <= span.from)
        return span.from;
    return span.from + Millis{qint64(chance() * double((span.to - span.from).count() + 1))};
}

bool World::strikes(Fault &fault)
{
    ++fault.seen;
    bool struck = fault.share > 0 && chance() < fault.share;
    struck |= fault.every > 0 && fault.seen % fault.every == 0;
    if (fault.next > 0) {
        --fault.next;
        struck = true;
    }
    counted.faults += struck;
    return struck;
}

int World::drawFailure(quint64 to)
{
    if (const int fixed = failureOf(to); fixed != 0)
        return fixed;
    if (network.failures.empty())
        return 0;
    double left = chance();
    for (const FailureShare &failure : network.failures) {
        left -= failure.share;
        if (left < 0)
            return failure.code;
    }
    return 0;
}

quint16 World::accountIndex(std::string_view sid)
{
    const auto known = std::ranges::find(m_accounts, sid);
    if (known != m_accounts.end())
        return quint16(known - m_accounts.begin());
    m_accounts.emplace_back(sid);
    m_spent.push_back(0);
    return quint16(m_accounts.size() - 1);
}

bool World::isOptedOut(quint64 to, std::string_view ours, std::string_view service) const
{
    const PhoneIndex phone = store.findPhone(to);
    if (phone == noIndex)
        return false;
    return (!service.empty() && store.isOptedOut(phone, store.findName(service))) ||
           (!ours.empty() && store.isOptedOut(phone, store.findName(ours)));
}

bool World::wroteLately(quint64 phone, std::string_view ours) const
{
    const PhoneIndex index = store.findPhone(phone);
    const NameIndex name = store.findName(ours);
    if (index == noIndex || name == noIndex)
        return false;
    const Instant since = now() - std::chrono::hours{24};
    for (RowIndex row = store.phoneAt(index).last; row != noIndex; row = store.rows()[row].previous)
        if (store.rows()[row].inbound && store.rows()[row].ours == name)
            return store.rows()[row].created >= since;
    return false;
}

RowIndex World::accept(const Accepting &message)
{
    Row row;
    row.created = now();
    row.phone = store.phone(message.to);
    row.ours = store.name(message.ours);
    row.service = store.name(message.service);
    row.account = message.account;
    row.segments = quint8(std::clamp(message.segments, 1, 255));
    row.failure = quint16(message.failure != 0 || message.arrives ? message.failure : drawFailure(message.to));
    Millis finalAfter = draw(network.delivery);
    if (message.validity && finalAfter > *message.validity) {
        finalAfter = *message.validity;
        row.failure = validityExpired;
    }
    row.finalAfter = quint32(finalAfter.count());
    row.sentAfter = row.finalAfter / 2;
    if (!writeLog(row, message.body))
        return noIndex;
    const RowIndex index = store.add(row, message.body, message.reference);
    ++counted.accepted;
    counted.segments += row.segments;
    if (!failsBeforeTheNetwork(row.failure)) {
        m_spent[row.account] += priceOf(row);
        counted.spentMicros += priceOf(row);
    }
    if (row.failure == 0 && network.stopShare > 0 && !Store::isMailbox(message.to) && chance() < network.stopShare)
        m_replies.push({row.created + finalAfter + draw(network.replyDelay), index});
    if (rowAdded)
        rowAdded(index);
    return index;
}

bool World::writeLog(const Row &row, std::string_view body)
{
    if (!m_wantsLog)
        return true;
    m_line.clear();
    appendIso8601(m_line, row.created);
    m_line += '\t';
    store.appendSid(m_line, RowIndex(store.rows().size()));
    m_line += '\t';
    m_line += store.nameAt(row.ours != 0 ? row.ours : row.service);
    m_line += '\t';
    store.appendPerson(m_line, store.phoneAt(row.phone).number);
    m_line += '\t';
    appendNumber(m_line, row.segments);
    m_line += '\t';
    appendJson(m_line, body);
    m_line += '\n';
    return m_log.write(m_line);
}

void World::settle()
{
    const Instant at = now();
    while (!m_replies.empty() && m_replies.top().at <= at) {
        const PendingReply due = m_replies.top();
        m_replies.pop();
        const Row answered = store.rows()[due.to];
        addInbound(answered, {}, "STOP", due.at);
    }
}

void World::addInbound(const Row &answered, std::string_view to, std::string_view body, Instant at)
{
    Row row;
    row.inbound = true;
    row.created = at;
    row.phone = answered.phone;
    row.ours = to.empty() ? answered.ours : store.name(to);
    row.service = to.empty() ? answered.service : 0;
    row.account = answered.account;
    const RowIndex added = store.add(row, body);
    ++counted.inbound;
    if (rowAdded)
        rowAdded(added);
    const auto optIn = providers::twilio::optInByKeyword(QString::fromUtf8(body.data(), qsizetype(body.size())));
    if (!optIn)
        return;
    for (const NameIndex name : {row.ours, row.service})
        if (name != 0)
            store.setOptedOut(row.phone, name, !*optIn);
}

bool World::reply(quint64 from, std::string_view to, std::string_view body)
{
    Row answered;
    answered.phone = store.phone(from);
    RowIndex last = store.phoneAt(answered.phone).last;
    while (last != noIndex && store.rows()[last].inbound)
        last = store.rows()[last].previous;
    if (last != noIndex)
        answered = store.rows()[last];
    else if (to.empty() || m_accounts.empty())
        return false;
    else if (const auto account = std::ranges::find_if(
                 m_accounts, [end = ':' + std::string(to)](const std::string &one) { return one.ends_with(end); });
             account != m_accounts.end())
        answered.account = quint16(account - m_accounts.begin());
    addInbound(answered, to, body, now());
    return true;
}

std::optional<quint64> World::personNamed(std::string_view text)
{
    if (text.find('@') != std::string_view::npos)
        return store.mailbox(text);
    return numberFrom(text);
}

void World::setFailure(quint64 phone, int code)
{
    if (code == 0)
        m_failures.erase(phone);
    else
        m_failures[phone] = code;
}

int World::failureOf(quint64 phone) const
{
    if (m_failures.empty())
        return 0;
    const auto it = m_failures.find(phone);
    return it == m_failures.end() ? 0 : it->second;
}

RowState World::stateOf(const Row &row, Instant at) const
{
    RowState state;
    const Instant sent = row.created + Millis{row.sentAfter};
    const Instant settled = row.created + Millis{row.finalAfter};
    if (row.inbound) {
        state = {"received", 0, true, false, row.created, row.created};
    } else if (at >= settled) {
        state.isFinal = true;
        state.updated = settled;
        if (row.failure == 0) {
            state.status = "delivered";
        } else {
            state.status = failsBeforeTheNetwork(row.failure) ? "failed" : "undelivered";
            state.errorCode = row.failure;
        }
        state.isBilled = state.status != "failed";
        if (state.isBilled)
            state.sent = sent;
    } else if (at >= sent && !failsBeforeTheNetwork(row.failure)) {
        state.status = "sent";
        state.sent = sent;
        state.updated = sent;
    } else {
        state.status = row.service != 0 && row.ours == 0 ? "accepted" : "queued";
        state.updated = row.created;
    }
    return state;
}

Statistics World::statistics()
{
    settle();
    Statistics result = counted;
    const Instant at = now();
    for (const Row &row : store.rows()) {
        if (row.inbound)
            continue;
        const RowState state = stateOf(row, at);
        if (!state.isFinal)
            ++result.pending;
        else
            ++(state.errorCode == 0 ? result.delivered : result.failed);
    }
    for (const Phone &phone : store.phones()) {
        result.phones += phone.received > 0;
        result.phonesMoreThanOnce += phone.received > 1;
    }
    return result;
}

void World::clear()
{
    store.clear();
    m_replies = {};
    m_failures.clear();
    std::ranges::fill(m_spent, 0);
    Statistics fresh;
    fresh.connections = counted.connections;
    counted = fresh;
}

} // namespace simulator
