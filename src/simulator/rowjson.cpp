#include "simulator/rowjson.h"

#include "simulator/text.h"

namespace simulator {

namespace {

void appendDateOrNull(std::string &out, std::optional<domain::Instant> at)
{
    if (!at) {
        out += "null";
        return;
    }
    out += '"';
    appendRfc2822(out, *at);
    out += '"';
}

std::string_view wordsOf(int code)
{
    switch (code) {
    case 30001:
        return "Queue overflow";
    case 30002:
        return "Account suspended";
    case 30003:
        return "Unreachable destination handset";
    case 30004:
        return "Message blocked";
    case 30005:
        return "Unknown destination handset";
    case 30006:
        return "Landline or unreachable carrier";
    case 30007:
        return "Carrier violation";
    case 30008:
        return "Unknown error";
    case 30034:
        return "Message from an unregistered number";
    case 63016:
        return "Outside the messaging window";
    case 30036:
        return "Validity period expired";
    default:
        return "Simulated failure";
    }
}

} // namespace

std::string senderOf(const World &world, const Row &row)
{
    if (row.ours != 0 || row.service == 0)
        return world.store.nameAt(row.ours);
    std::string number(servicePoolPrefix);
    number += std::to_string(1000 + row.service % 9000);
    return number;
}

void appendRow(std::string &out, const World &world, RowIndex index, domain::Instant at, bool asCreated)
{
    const Row &row = world.store.rows()[index];
    const RowState state = world.stateOf(row, asCreated ? row.created - domain::Millis{1} : at);
    const bool undecided = asCreated && row.service != 0;
    const std::string &account = world.accountAt(row.account);
    const std::string ours = undecided && row.ours == 0 ? std::string() : senderOf(world, row);
    std::string phone = ours.starts_with("whatsapp:") ? "whatsapp:" : "";
    world.store.appendPerson(phone, world.store.phoneAt(row.phone).number);

    out += R"({"sid":")";
    world.store.appendSid(out, index);
    out += R"(","account_sid":")";
    out += account;
    out += R"(","api_version":"2010-04-01","body":)";
    appendJson(out, world.store.textOf(row));
    out += R"(,"date_created":)";
    appendDateOrNull(out, row.created);
    out += R"(,"date_updated":)";
    appendDateOrNull(out, state.updated);
    out += R"(,"date_sent":)";
    appendDateOrNull(out, state.sent);
    out += row.inbound ? R"(,"direction":"inbound","error_code":)" : R"(,"direction":"outbound-api","error_code":)";
    if (state.errorCode == 0) {
        out += R"(null,"error_message":null,"from":)";
    } else {
        appendNumber(out, state.errorCode);
        out += R"(,"error_message":)";
        appendJson(out, wordsOf(state.errorCode));
        out += R"(,"from":)";
    }
    const std::string &from = row.inbound ? phone : ours;
    if (from.empty())
        out += "null";
    else
        appendJson(out, from);
    out += R"(,"to":)";
    appendJson(out, row.inbound ? ours : phone);
    out += R"(,"messaging_service_sid":)";
    if (row.service == 0)
        out += "null";
    else
        appendJson(out, world.store.nameAt(row.service));
    out += R"(,"num_media":"0","num_segments":")";
    appendNumber(out, undecided ? 0 : row.segments);
    out += R"(","price":)";
    if (state.isBilled && world.priceOf(row) > 0) {
        out += '"';
        appendDecimal(out, -world.priceOf(row));
        out += '"';
    } else {
        out += "null";
    }
    out += R"(,"price_unit":")";
    out += world.network.currency;
    out += R"(","status":")";
    out += state.status;
    out += R"(","uri":"/2010-04-01/Accounts/)";
    out += account;
    out += "/Messages/";
    world.store.appendSid(out, index);
    out += R"(.json","subresource_uris":{"media":"/2010-04-01/Accounts/)";
    out += account;
    out += "/Messages/";
    world.store.appendSid(out, index);
    out += R"(/Media.json"}})";
}

} // namespace simulator
