#include "gui/templatesamples.h"

#include "gui/samples.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace samples {

namespace {

domain::ProviderTemplate made(const QString &name, const QString &language, const QString &category,
                              const QString &state, const QString &body, const QStringList &takes,
                              const QJsonArray &further = {})
{
    domain::ProviderTemplate one;
    one.name = name;
    one.language = language;
    one.category = category;
    one.state = state;
    one.body = body;
    one.bodyParameters = takes;
    QJsonArray parts = further;
    parts.append(QJsonObject{{u"type"_s, u"BODY"_s}, {u"text"_s, body}});
    one.components = {{u"components"_s, parts}};
    return one;
}

} // namespace

gui::TemplateAccount templateAccount()
{
    gui::TemplateAccount account;
    account.id = {3};
    account.name = u"WhatsApp Cloud"_s;
    account.isListed = true;
    account.list.readAt = now() - std::chrono::minutes(12);
    const QJsonObject link{{u"type"_s, u"URL"_s}, {u"text"_s, u"Track it"_s}, {u"url"_s, u"https://x.test/{{1}}"_s}};
    auto shipped = made(u"order_shipped"_s, u"en_US"_s, u"UTILITY"_s, u"APPROVED"_s,
                        u"Dear {{1}}, your order {{2}} is on its way."_s, {u"1"_s, u"2"_s},
                        {QJsonObject{{u"type"_s, u"HEADER"_s}, {u"format"_s, u"TEXT"_s}, {u"text"_s, u"Order {{1}}"_s}},
                         QJsonObject{{u"type"_s, u"FOOTER"_s}, {u"text"_s, u"Sunrise Studio, Main Street 1"_s}},
                         QJsonObject{{u"type"_s, u"BUTTONS"_s}, {u"buttons"_s, QJsonArray{link}}}});
    shipped.headerParameters = {u"1"_s};
    shipped.buttonPositions = {0};
    auto sale = made(u"summer_sale"_s, u"en_US"_s, u"MARKETING"_s, u"REJECTED"_s,
                     u"{{1}}, everything must go. Up to 70 % off until Sunday."_s, {u"1"_s});
    sale.reason = u"INVALID_FORMAT"_s;
    account.list.templates = {
        made(u"appointment_tomorrow"_s, u"en_US"_s, u"UTILITY"_s, u"APPROVED"_s,
             u"Hello {{1}}, we see you tomorrow. Reply here if you cannot come."_s, {u"1"_s}),
        shipped,
        made(u"photo_news"_s, u"en_US"_s, u"MARKETING"_s, u"APPROVED"_s, u"New in our shop"_s, {},
             {QJsonObject{{u"type"_s, u"HEADER"_s}, {u"format"_s, u"IMAGE"_s}}}),
        sale, made(u"welcome"_s, u"de"_s, u"MARKETING"_s, u"PENDING"_s, u"Willkommen, {{name}}!"_s, {u"name"_s})};
    return account;
}

} // namespace samples
