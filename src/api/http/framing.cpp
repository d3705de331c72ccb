#include "api/http/framing.h"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/field.hpp>

#include <algorithm>

namespace api {

namespace beast = boost::beast;
namespace http = boost::beast::http;

namespace {

QByteArray bytesOf(beast::string_view text) { return {text.data(), static_cast<qsizetype>(text.size())}; }

QByteArray reasonOf(int status)
{
    const beast::string_view reason = http::obsolete_reason(http::int_to_status(static_cast<unsigned>(status)));
    return bytesOf(reason);
}

bool isPlainTarget(beast::string_view target)
{
    return !target.empty() && target.front() == '/' &&
           std::all_of(target.begin(), target.end(), [](char c) { return c > 0x20 && c < 0x7f && c != '#'; });
}

} // namespace

Answer plainAnswer(int status)
{
    Answer answer;
    answer.status = status;
    answer.body = reasonOf(status) + '\n';
    return answer;
}

std::optional<Answer> framingFault(const RequestHead &head)
{
    if (head.count(http::field::host) > 1 || (head.version() == 11 && head.count(http::field::host) == 0))
        return plainAnswer(400);
    const auto codings = head.count(http::field::transfer_encoding);
    const auto lengths = head.count(http::field::content_length);
    const auto length = head[http::field::content_length]; // "3, 3" is one to the parser
    if (!std::all_of(length.begin(), length.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return plainAnswer(400);
    if (lengths > 1 || codings > 1 || (codings > 0 && lengths > 0))
        return plainAnswer(400);
    if (codings > 0 && (head.version() == 10 || !beast::iequals(head[http::field::transfer_encoding], "chunked")))
        return plainAnswer(head.version() == 10 ? 400 : 501);
    if (!isPlainTarget(head.target()))
        return plainAnswer(400);
    if (head.method() != http::verb::get && head.method() != http::verb::head && head.method() != http::verb::post) {
        Answer answer = plainAnswer(405);
        answer.headers.emplaceBack("Allow", "GET, HEAD, POST");
        return answer;
    }
    if (head.method() == http::verb::post && codings == 0 && lengths == 0)
        return plainAnswer(411);
    const auto expect = head[http::field::expect];
    if (!expect.empty() && !beast::iequals(expect, "100-continue"))
        return plainAnswer(417);
    return std::nullopt;
}

Head headOf(const RequestHead &head)
{
    Head made{bytesOf(head.method_string()), bytesOf(head.target()), {}};
    for (const auto &field : head)
        made.headers.emplaceBack(bytesOf(field.name_string()), bytesOf(field.value()));
    return made;
}

QByteArray headText(const Answer &answer, bool keepAlive)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + reasonOf(answer.status) +
                      "\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n";
    if (answer.status != 204) // which has no body by itself (RFC 9110, section 8.6)
        text += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    if (!answer.body.isEmpty())
        text += "Content-Type: " + answer.type + "\r\n";
    for (const auto &[name, value] : answer.headers)
        text += name + ": " + value + "\r\n";
    if (!keepAlive)
        text += "Connection: close\r\n";
    return text + "\r\n";
}

} // namespace api
