#pragma once

#include "domain/provider/provider.h"
#include "simulator/httpclient.h"

/// Carries a translator's request out as it stands, signed as of now.
inline domain::HttpResponse carryOut(const domain::Provider &provider, domain::HttpRequest request)
{
    provider.sign(request, std::chrono::floor<domain::Millis>(std::chrono::system_clock::now()));
    HttpClient client(QString::fromLatin1(request.url));
    domain::HttpResponse response;
    response.url = request.url;
    if (!client.isConnected())
        return response;
    const qsizetype authority = request.url.indexOf("://") + 3;
    const qsizetype slash = request.url.indexOf('/', authority);
    QByteArray raw = request.method + ' ' + request.url.mid(slash) +
                     " HTTP/1.1\r\nHost: " + request.url.sliced(authority, slash - authority) + "\r\n";
    for (const auto &[name, value] : request.headers)
        raw += name + ": " + value + "\r\n";
    client.write(raw + "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n\r\n" + request.body);
    const auto answer = client.answer();
    response.reached = answer ? domain::Reached::ResponseComplete : domain::Reached::RequestWritten;
    if (!answer)
        return response;
    response.status = answer->status;
    response.body = answer->body;
    for (const QByteArray &line : answer->head.split('\n'))
        if (const qsizetype colon = line.indexOf(':'); colon > 0)
            response.headers.emplaceBack(line.first(colon), line.sliced(colon + 1).trimmed());
    return response;
}
