#include "simulator/rowjson.h"
#include "simulator/text.h"
#include "simulator/twilioapi.h"

#include <charconv>

// The message list: filters, pages, newest first (twilio.md, section 7).

namespace simulator {

namespace {

using domain::Instant;

constexpr qint64 defaultPageSize = 50;
constexpr qint64 largestPageSize = 1000;

struct Filter
{
    std::string to;
    std::string from;
    std::optional<Instant> sentFrom;
    std::optional<Instant> sentBefore; ///< this instant itself not included
    qint64 pageSize = defaultPageSize;
    qint64 page = 0;
    RowIndex below = noIndex; ///< rows before this one
    std::string kept;         ///< the query without Page and PageToken, for the next page's URI
    bool bad = false;
};

qint64 numberIn(std::string_view text)
{
    qint64 number = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? number : -1;
}

/// DateSent (a day), DateSent< and DateSent> with their '=' already cut off by the query's own.
void addDate(Filter &filter, char relation, std::string_view text)
{
    const auto at = instantFromIso(text);
    if (!at) {
        filter.bad = true;
        return;
    }
    const bool wholeDay = text.size() == 10;
    const Instant after = wholeDay ? *at + std::chrono::days{1} : *at + std::chrono::seconds{1};
    if (relation != '<')
        filter.sentFrom = *at;
    if (relation != '>')
        filter.sentBefore = after;
}

Filter filterFrom(std::string_view query, const Store &store)
{
    Filter filter;
    std::string name;
    std::string value;
    forEachField(query, [&](std::string_view rawName, std::string_view rawValue) {
        percentDecode(name, rawName);
        percentDecode(value, rawValue);
        if (name == "PageToken") {
            filter.below = value.starts_with("PA") ? store.rowOf(std::string_view(value).substr(2)) : noIndex;
            filter.bad |= filter.below == noIndex;
            return;
        }
        if (name == "Page") {
            filter.page = numberIn(value);
            filter.bad |= filter.page < 0;
            return;
        }
        if (!filter.kept.empty())
            filter.kept += '&';
        filter.kept.append(rawName).append("=").append(rawValue);
        if (name == "To") {
            filter.to = value;
        } else if (name == "From") {
            filter.from = value;
        } else if (name == "PageSize") {
            filter.pageSize = numberIn(value);
            filter.bad |= filter.pageSize < 1;
            filter.pageSize = std::min(filter.pageSize, largestPageSize);
        } else if (name == "DateSent" || name == "DateSent<" || name == "DateSent>") {
            addDate(filter, name.size() == 8 ? '=' : name.back(), value);
        }
    });
    filter.bad |= filter.page > 0 && filter.below == noIndex;
    return filter;
}

bool isWhatsApp(std::string_view address) { return address.starts_with("whatsapp:"); }

std::optional<quint64> numberOf(std::string_view address)
{
    return numberFrom(isWhatsApp(address) ? address.substr(9) : address);
}

bool passes(const Filter &filter, const World &world, const Row &row, Instant at)
{
    const std::string &theirs = row.inbound ? filter.from : filter.to;
    const std::string &ours = row.inbound ? filter.to : filter.from;
    if (!theirs.empty() && (numberOf(theirs) != world.store.phoneAt(row.phone).number ||
                            isWhatsApp(theirs) != isWhatsApp(senderOf(world, row))))
        return false;
    if (!ours.empty() && senderOf(world, row) != ours)
        return false;
    if (!filter.sentFrom && !filter.sentBefore)
        return true;
    const auto sent = world.stateOf(row, at).sent;
    return sent && (!filter.sentFrom || *sent >= *filter.sentFrom) &&
           (!filter.sentBefore || *sent < *filter.sentBefore);
}

/// Walks rows from the newest to the oldest; along one phone's own where a filter names it.
class Walk
{
public:
    Walk(const World &world, const Filter &filter) : m_store(world.store)
    {
        const auto size = RowIndex(m_store.rows().size());
        m_current = size - 1;
        // Along the phone's own rows where the filter names one; a number of ours may be anybody's partner.
        for (const std::string &text : {filter.to, filter.from}) {
            const auto number = numberOf(text);
            if (!number || m_store.findName(text) != noIndex || text.starts_with(servicePoolPrefix))
                continue;
            const PhoneIndex phone = m_store.findPhone(*number);
            m_alongPhone = true;
            m_current = phone == noIndex ? noIndex : m_store.phoneAt(phone).last;
            break;
        }
        if (filter.below != noIndex)
            while (m_current != noIndex && m_current >= filter.below)
                m_alongPhone ? next() : jumpBelow(filter.below);
    }
    [[nodiscard]] RowIndex current() const { return m_current; } ///< noIndex at the end
    void next() { m_current = m_alongPhone ? m_store.rows()[m_current].previous : m_current - 1; }

private:
    void jumpBelow(RowIndex row) { m_current = row - 1; }

    const Store &m_store;
    bool m_alongPhone = false;
    RowIndex m_current = noIndex; ///< 0 - 1 is noIndex as well
};
static_assert(RowIndex{0} - 1 == noIndex);

} // namespace

void TwilioApi::list(quint16 account, const Question &question, Reply &reply)
{
    const Filter filter = filterFrom(question.query, m_world.store);
    if (filter.bad)
        return setError(reply, 400, 20001, "A parameter of the list is malformed");
    const Instant at = m_world.now();
    const std::string uri = "/2010-04-01/Accounts/" + m_world.accountAt(account) + "/Messages.json";

    reply.body = R"({"messages":[)";
    qint64 count = 0;
    RowIndex last = noIndex;
    bool more = false;
    for (Walk walk(m_world, filter); walk.current() != noIndex; walk.next()) {
        const Row &row = m_world.store.rows()[walk.current()];
        if (row.account != account || !passes(filter, m_world, row, at))
            continue;
        if (count == filter.pageSize) {
            more = true;
            break;
        }
        if (count++ > 0)
            reply.body += ',';
        last = walk.current();
        appendRow(reply.body, m_world, last, at);
    }
    const std::string query = filter.kept.empty() ? "?" : "?" + filter.kept + "&";
    const auto number = [&reply](std::string_view name, qint64 value) {
        reply.body.append(R"(,")").append(name).append(R"(":)");
        appendNumber(reply.body, value);
    };
    reply.body += ']';
    number("page", filter.page);
    number("page_size", filter.pageSize);
    number("start", filter.page * filter.pageSize);
    number("end", filter.page * filter.pageSize + std::max<qint64>(count - 1, 0));
    reply.body += R"(,"uri":)";
    appendJson(reply.body, question.query.empty() ? uri : uri + "?" + std::string(question.query));
    reply.body += R"(,"first_page_uri":)";
    appendJson(reply.body, uri + query + "Page=0");
    reply.body += R"(,"previous_page_uri":null,"next_page_uri":)";
    if (more) {
        std::string next = uri + query + "Page=";
        appendNumber(next, filter.page + 1);
        next += "&PageToken=PA";
        m_world.store.appendSid(next, last);
        appendJson(reply.body, next);
    } else {
        reply.body += "null";
    }
    reply.body += '}';
}

} // namespace simulator
