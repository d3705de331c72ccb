#include "domain/message/parts.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::MessageState;

/// Messages that a provider sends in parts with a state each.
class PartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReferenceTellsHowManyPartsThereAre_data()
    {
        QTest::addColumn<QString>("echoed");
        QTest::addColumn<QString>("reference");
        QTest::addColumn<int>("parts");
        QTest::newRow("one") << u"01J0"_s << u"01J0"_s << 1;
        QTest::newRow("three") << u"01J0-3"_s << u"01J0"_s << 3;
        QTest::newRow("the most") << u"01J0-255"_s << u"01J0"_s << 255;
        QTest::newRow("too many") << u"01J0-256"_s << u"01J0-256"_s << 1;
        QTest::newRow("somebody else's") << u"order-x"_s << u"order-x"_s << 1;
        QTest::newRow("one, written out") << u"01J0-1"_s << u"01J0-1"_s << 1;
        QTest::newRow("a number alone") << u"-3"_s << u"-3"_s << 1;
        QTest::newRow("empty") << QString() << QString() << 1;
    }
    void aReferenceTellsHowManyPartsThereAre()
    {
        QFETCH(const QString, echoed);
        QFETCH(const QString, reference);
        QFETCH(const int, parts);
        QCOMPARE(domain::partsOf(echoed), parts);
        QCOMPARE(domain::withoutParts(echoed), reference);
        QCOMPARE(domain::referenceOfParts(reference, parts), echoed);
    }

    void theStateIsThatOfAllParts_data()
    {
        using enum MessageState;
        QTest::addColumn<QList<MessageState>>("known");
        QTest::addColumn<int>("parts");
        QTest::addColumn<int>("state");
        const auto add = [](const char *name, const QList<MessageState> &known, int parts, MessageState state) {
            QTest::newRow(name) << known << parts << int(state);
        };
        add("all delivered", {Delivered, Delivered}, 2, Delivered);
        add("one read", {Delivered, Read}, 2, Delivered);
        add("one is missing", {Delivered, Delivered}, 3, Sent);
        add("one is only accepted", {Delivered, Accepted}, 2, Sent);
        add("one failed", {Delivered, Undelivered}, 2, Undelivered);
        add("one failed, one is missing", {Undelivered}, 2, Undelivered);
        add("one expired", {Expired, Delivered}, 2, Expired);
        add("expired and failed", {Expired, Undelivered}, 2, Undelivered);
        add("on the way", {Accepted, Sent}, 2, Sent);
        add("all accepted", {Accepted, Accepted}, 2, Accepted);
    }
    void theStateIsThatOfAllParts()
    {
        QFETCH(const QList<MessageState>, known);
        QFETCH(const int, parts);
        QTEST(int(domain::stateOfParts(known, parts)), "state");
        QTEST(int(domain::stateOfParts(QList<MessageState>(known.rbegin(), known.rend()), parts)), "state");
    }
};

QTEST_APPLESS_MAIN(PartsTest)
#include "tst_parts.moc"
