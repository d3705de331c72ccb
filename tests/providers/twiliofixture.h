#pragma once

#include "providers/answers.h"

#include <QDateTime>

// A configured Twilio, and answers as it would give them.

namespace fixture {

inline const QString accountSid = u"AC00000000000000000000000000000000"_s;
inline const QString sid = u"SM11111111111111111111111111111111"_s;

inline ProviderConfig workingConfig()
{
    ProviderConfig config;
    config.kind = u"twilio"_s;
    config.settings = {{u"accountSid"_s, accountSid}, {u"from"_s, u"+15005550006"_s}};
    config.secrets = {{u"authToken"_s, u"secret"_s}};
    return config;
}

inline QByteArray errorBody(int code, int status)
{
    return QJsonDocument(QJsonObject{{u"code"_s, code}, {u"message"_s, u"words"_s}, {u"status"_s, status}}).toJson();
}

inline QString rfc2822(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(toMillis(at), Qt::UTC).toString(Qt::RFC2822Date);
}

inline QJsonObject row(const QJsonObject &changes = {})
{
    QJsonObject object{{u"sid"_s, sid},
                       {u"body"_s, u"Order SO-1042 shipped"_s},
                       {u"from"_s, u"+15005550006"_s},
                       {u"to"_s, u"+15005550010"_s},
                       {u"status"_s, u"queued"_s},
                       {u"direction"_s, u"outbound-api"_s},
                       {u"date_created"_s, rfc2822(noon)},
                       {u"date_updated"_s, rfc2822(noon)},
                       {u"date_sent"_s, QJsonValue::Null},
                       {u"error_code"_s, QJsonValue::Null},
                       {u"error_message"_s, QJsonValue::Null},
                       {u"messaging_service_sid"_s, QJsonValue::Null},
                       {u"num_segments"_s, u"1"_s},
                       {u"price"_s, QJsonValue::Null},
                       {u"price_unit"_s, u"USD"_s},
                       {u"field_of_tomorrow"_s, QJsonArray{1, 2}}};
    for (auto it = changes.begin(); it != changes.end(); ++it)
        object[it.key()] = it.value();
    return object;
}

inline HttpResponse page(const QJsonArray &rows, const QJsonValue &next = QJsonValue::Null)
{
    return answer(200, json({{u"messages"_s, rows}, {u"next_page_uri"_s, next}}));
}

} // namespace fixture
