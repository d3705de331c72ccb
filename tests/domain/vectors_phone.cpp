#include "domain/address/phone.h"
#include "domain/address/timezones.h"
#include "domain/vectorfiles.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

class PhoneVectors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void number_data() { rows(); }

    void number()
    {
        QFETCH(QJsonObject, v);
        const auto number = parsePhone(v[u"input"].toString(), v[u"region"].toString());
        QCOMPARE(number.has_value(), v[u"valid"].toBool());
        if (!number)
            return;
        QCOMPARE(number->e164, v[u"e164"].toString());
        QCOMPARE(toText(number->kind), v[u"type"].toString());
        QCOMPARE(number->country, v[u"country"].toString());
        QCOMPARE(number->extension, v[u"ext"].toString());
        // 'sms' of the vectors speaks of the kind; a number with an extension gets none whatever its kind (phone.md,
        // 3).
        if (number->extension.isEmpty())
            QCOMPARE(toText(number->sms), v[u"sms"].toString());
        else
            QCOMPARE(number->sms, SmsReach::No);
        if (v.contains(u"national"))
            QCOMPARE(formatNational(number->e164), v[u"national"].toString());
        if (v.contains(u"international"))
            QCOMPARE(formatInternational(number->e164), v[u"international"].toString());
    }

    void zones_data() { rows(); }

    // Long lists stand as their first zones and "...42 zones".
    void zones()
    {
        QFETCH(QJsonObject, v);
        if (!v.contains(u"tz_candidates"))
            return;
        const auto number = parsePhone(v[u"input"].toString(), v[u"region"].toString());
        QVERIFY(number.has_value());
        const ZoneIds zones = zonesOfNumber(*number);
        const QJsonArray wanted = v[u"tz_candidates"].toArray();
        qsizetype count = wanted.size();
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            const QString zone = wanted[i].toString();
            if (zone.startsWith(u"..."_s)) {
                count = zone.mid(3).section(u' ', 0, 0).toInt();
                break;
            }
            QVERIFY2(i < zones.size(), "too few zones");
            QCOMPARE(QString::fromLatin1(zones[i]), zone);
        }
        QCOMPARE(zones.size(), count);
    }

private:
    static void rows()
    {
        QTest::addColumn<QJsonObject>("v");
        for (const VectorCase &c : loadVectors(u"phone"_s))
            QTest::newRow(c.rowName().constData()) << c.value;
    }
};

QTEST_APPLESS_MAIN(PhoneVectors)
#include "vectors_phone.moc"
