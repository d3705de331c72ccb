#pragma once

#include "providers/factory.h"

#include <QJsonArray>
#include <QJsonDocument>

// Providers as the factory makes them, and answers as they come back.

namespace fixture {

using namespace Qt::StringLiterals;
using namespace domain;

inline const Instant noon = fromMillis(1'795'176'000'000); // Fri, 20 Nov 2026 12:00:00 +0000

inline std::unique_ptr<Provider> make(const ProviderConfig &config)
{
    auto made = providers::Factory().make(config);
    return made ? *std::move(made) : nullptr;
}

inline HttpResponse answer(int status, const QByteArray &body, const HttpHeaders &headers = {})
{
    HttpResponse response;
    response.reached = Reached::ResponseComplete;
    response.status = status;
    response.body = body;
    response.headers = headers;
    return response;
}

inline QByteArray json(const QJsonObject &object) { return QJsonDocument(object).toJson(); }

/// An answer that did not come whole.
inline HttpResponse broken(Reached reached, int status = 0, const QByteArray &body = {})
{
    HttpResponse response = answer(status, body);
    response.reached = reached;
    response.error = u"broken"_s;
    return response;
}

/// "throttled", "not_sent", "unknown", or why it was rejected: "recipient", "configuration" …
inline QString meaningOf(const Outcome &outcome)
{
    const auto *rejected = std::get_if<Rejected>(&outcome);
    return rejected ? toText(rejected->reason) : outcomeName(outcome);
}

inline QByteArray headerOf(const HttpRequest &request, QByteArrayView name)
{
    for (const auto &[key, value] : request.headers)
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    return {};
}

/// The first problem as "field: reason"; empty where there is none.
inline QString firstProblem(const ProviderConfig &config)
{
    const auto found = providers::Factory().problems(config);
    return found.isEmpty() ? QString() : found.first().field + u": "_s + found.first().reason;
}

} // namespace fixture
