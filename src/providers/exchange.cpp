#include "providers/exchange.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace providers {

using domain::Reached;

std::optional<domain::Outcome> outcomeUnanswered(const domain::HttpResponse &response)
{
    switch (response.reached) {
    case Reached::NotConnected:
    case Reached::TlsFailed:
        return domain::NotSent{{}, response.error};
    case Reached::RequestPartial:
    case Reached::RequestWritten:
        return domain::Unknown{response.error};
    case Reached::ResponsePartial:
    case Reached::ResponseComplete:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

std::optional<domain::ConnectionReport> reportUnanswered(const std::vector<domain::HttpResponse> &responses)
{
    using Verdict = domain::ConnectionReport::Verdict;
    for (const domain::HttpResponse &response : responses) {
        if (response.reached == Reached::ResponseComplete)
            continue;
        domain::ConnectionReport report;
        report.verdict = response.reached == Reached::TlsFailed ? Verdict::TlsFailed
                         : response.nameUnknown                 ? Verdict::NameNotFound
                                                                : Verdict::NetworkFailed;
        report.providerWords = response.error;
        return report;
    }
    return std::nullopt;
}

QJsonObject objectIn(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }

QString textOf(const QJsonValue &value)
{
    return value.isString() || value.isDouble() ? value.toVariant().toString() : QString();
}

QByteArray headerIn(const domain::HttpHeaders &headers, QByteArrayView name)
{
    for (const auto &[key, value] : headers)
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    return {};
}

QByteArray queryIn(const QByteArray &url)
{
    const qsizetype mark = url.indexOf('?');
    const qsizetype fragment = url.indexOf('#');
    const QByteArray whole = fragment < 0 ? url : url.first(fragment);
    return mark < 0 || mark >= whole.size() ? QByteArray() : whole.sliced(mark + 1);
}

bool carriesForm(const domain::WebhookRequest &request)
{
    return headerIn(request.headers, "Content-Type")
        .trimmed()
        .toLower()
        .startsWith("application/x-www-form-urlencoded");
}

Form fieldsOf(const domain::WebhookRequest &request)
{
    Form fields = formDecoded(queryIn(request.url));
    if (carriesForm(request))
        return fields + formDecoded(request.body);
    const QJsonObject object = objectIn(request.body);
    for (auto it = object.begin(); it != object.end(); ++it)
        if (it->isString() || it->isDouble() || it->isBool())
            fields.emplaceBack(it.key(), it->toVariant().toString());
    return fields;
}

} // namespace providers
