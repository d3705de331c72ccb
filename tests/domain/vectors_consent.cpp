#include "domain/consent/keywords.h"

#include "domain/vectorfiles.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

class ConsentVectors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsInboundTextsAsTheRulesSay_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        for (const VectorCase &c : loadVectors(u"consent"_s))
            QTest::newRow(c.rowName()) << c.value;
    }

    void readsInboundTextsAsTheRulesSay()
    {
        QFETCH(QJsonObject, vector);
        const QString text = vector.value("text"_L1).toString();
        const QString expected = vector.value("expect"_L1).toString();
        const SubscriptionState state = stateOf(vector.value("state"_L1).toString());
        QCOMPARE(nameOf(classifyInbound(text, state)), expected);
    }

private:
    static SubscriptionState stateOf(const QString &name)
    {
        if (name == u"opted_out")
            return SubscriptionState::OptedOut;
        return name == u"pending" ? SubscriptionState::Pending : SubscriptionState::Subscribed;
    }

    static QString nameOf(InboundIntent intent)
    {
        switch (intent) {
        case InboundIntent::OptOut:
            return u"opt_out"_s;
        case InboundIntent::OptIn:
            return u"opt_in"_s;
        case InboundIntent::Help:
            return u"help"_s;
        case InboundIntent::None:
            break;
        }
        return u"none"_s;
    }
};

QTEST_APPLESS_MAIN(ConsentVectors)
#include "vectors_consent.moc"
