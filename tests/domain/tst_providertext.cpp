#include "domain/template/providertext.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

QJsonObject part(const QString &type, const QString &text, const QString &format = {})
{
    QJsonObject made{{u"type"_s, type}, {u"text"_s, text}};
    if (!format.isEmpty())
        made.insert(u"format"_s, format);
    return made;
}

QJsonObject button(const QString &type, const QString &text)
{
    return {{u"type"_s, u"BUTTONS"_s}, {u"buttons"_s, QJsonArray{QJsonObject{{u"type"_s, type}, {u"text"_s, text}}}}};
}

ProviderTemplate known(const QJsonArray &parts, const QString &state = u"APPROVED"_s)
{
    ProviderTemplate one;
    one.name = u"order_shipped"_s;
    one.language = u"en_US"_s;
    one.state = state;
    one.body = u"Dear {{customer}}, {{ order }} left. {{customer}}!"_s;
    one.headerParameters = {u"1"_s};
    one.bodyParameters = {u"customer"_s, u"order"_s};
    one.components = {{u"components"_s, parts}};
    return one;
}

} // namespace

class ProviderTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allPartsAreSeenWithTheirValues()
    {
        const ProviderTemplate one = known({part(u"HEADER"_s, u"Order {{1}}"_s, u"TEXT"_s), part(u"BODY"_s, u"…"_s),
                                            part(u"FOOTER"_s, u"Sunrise"_s), button(u"URL"_s, u"Track"_s)});
        QCOMPARE(textOf(one), (ProviderText{u"Order {{1}}"_s, one.body, u"Sunrise"_s, {u"Track"_s}}));
        ProviderContent values;
        values.header = {u"SO-1"_s};
        values.body = {u"Ann"_s, {}};
        QCOMPARE(filledText(one, values),
                 (ProviderText{u"Order SO-1"_s, u"Dear Ann, {{ order }} left. Ann!"_s, u"Sunrise"_s, {u"Track"_s}}));
    }

    void aValueIsNotReadAsAPlaceholder()
    {
        QCOMPARE(filledText(u"{{1}} {{2}}"_s, {u"1"_s, u"2"_s}, {u"{{2}}"_s, u"x"_s}), u"{{2}} x"_s);
    }

    void onlyWhatTakesTextsAndIsApprovedCanBeUsed_data()
    {
        QTest::addColumn<ProviderTemplate>("one");
        QTest::addColumn<TemplateObstacle>("obstacle");
        using enum TemplateObstacle;
        QTest::newRow("text") << known({part(u"BODY"_s, {})}) << None;
        QTest::newRow("head of text") << known({part(u"header"_s, {}, u"text"_s), part(u"BODY"_s, {})}) << None;
        QTest::newRow("link") << known({button(u"URL"_s, u"Track"_s)}) << None;
        QTest::newRow("in review") << known({part(u"BODY"_s, {})}, u"PENDING"_s) << NotApproved;
        QTest::newRow("picture") << known({part(u"HEADER"_s, {}, u"IMAGE"_s)}) << NeedsMedia;
        QTest::newRow("place") << known({part(u"HEADER"_s, {}, u"LOCATION"_s)}) << NeedsMore;
        QTest::newRow("coupon") << known({button(u"COPY_CODE"_s, u"Copy"_s)}) << NeedsMore;
        QTest::newRow("carousel") << known({part(u"CAROUSEL"_s, {})}) << NeedsMore;
    }

    void onlyWhatTakesTextsAndIsApprovedCanBeUsed()
    {
        QFETCH(ProviderTemplate, one);
        QTEST(obstacleOf(one), "obstacle");
    }
};

QTEST_APPLESS_MAIN(ProviderTextTest)
#include "tst_providertext.moc"
