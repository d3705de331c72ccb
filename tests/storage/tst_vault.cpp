#include "storage/core/vault.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::Address;
using domain::Channel;
using domain::ErrorCode;
using storage::Vault;

class VaultTest : public QObject
{
    Q_OBJECT
    Vault m_vault{QByteArray(32, 'k')};

private Q_SLOTS:
    void whatIsSealedOpens_data()
    {
        QTest::addColumn<QString>("plain");
        QTest::newRow("number") << u"+12125550123"_s;
        QTest::newRow("e-mail") << u"jörg@xn--bcher-kva.example"_s;
        QTest::newRow("empty") << QString();
        QTest::newRow("long") << QString(100'000, u'ж');
    }
    void whatIsSealedOpens()
    {
        QFETCH(QString, plain);
        const QByteArray cipher = m_vault.seal(plain);
        QCOMPARE(cipher.size(), plain.toUtf8().size() + 41);
        QVERIFY(plain.isEmpty() || !cipher.contains(plain.toUtf8()));
        QCOMPARE(m_vault.open(cipher).value(), plain);
    }

    void sealingTwiceGivesDifferentBytes() { QVERIFY(m_vault.seal(u"+1"_s) != m_vault.seal(u"+1"_s)); }

    void everyChangedByteIsNoticed()
    {
        const QByteArray cipher = m_vault.seal(u"+12125550123"_s);
        for (qsizetype i = 0; i < cipher.size(); ++i) {
            QByteArray changed = cipher;
            changed[i] = static_cast<char>(changed[i] ^ 1);
            QCOMPARE(m_vault.open(changed).error().code, ErrorCode::Damaged);
            QCOMPARE(m_vault.open(cipher.left(i)).error().code, ErrorCode::Damaged);
        }
    }

    void anotherKeyOpensNothingAndFindsNothing()
    {
        const Vault other(QByteArray(32, 'x'));
        QCOMPARE(other.open(m_vault.seal(u"+1"_s)).error().code, ErrorCode::Damaged);
        QVERIFY(other.indexOf(u"+12125550123") != m_vault.indexOf(u"+12125550123"));
        QVERIFY(other.checkValue() != m_vault.checkValue());
        QCOMPARE(Vault(QByteArray(32, 'x')).checkValue(), other.checkValue());
    }

    void theIndexFollowsTheLineAndNotTheChannel()
    {
        const QByteArray sms = m_vault.indexOf(Address{Channel::Sms, u"+12125550123"_s});
        QCOMPARE(sms.size(), 16);
        QCOMPARE(m_vault.indexOf(Address{Channel::WhatsApp, u"+12125550123"_s}), sms);
        QCOMPARE(m_vault.indexOf(u"+12125550123"), sms);
        QVERIFY(m_vault.indexOf(u"+12125550124") != sms);
        QCOMPARE(m_vault.indexOf(u"Ann@b.example"), m_vault.indexOf(Address{Channel::Email, u"ann@b.example"_s}));
    }

    // The index of every file written so far: changing the derivation would lose each opt-out.
    void theIndexStaysWhatItWas()
    {
        QCOMPARE(m_vault.indexOf(u"+12125550123").toHex(), "f636319f371a27be62e3e0cd7053158f"_ba);
        QCOMPARE(m_vault.checkValue().toHex(), "9ba562ffb520a3b7e5d89fafb00f1a88"_ba);
    }

    void aMovedVaultWorksOn()
    {
        Vault first(Vault::randomKey());
        const QByteArray cipher = first.seal(u"x"_s);
        const Vault second = std::move(first);
        QCOMPARE(second.open(cipher).value(), u"x"_s);
    }

    void randomKeysDiffer()
    {
        QCOMPARE(Vault::randomKey().size(), 32);
        QVERIFY(Vault::randomKey() != Vault::randomKey());
    }
};

QTEST_GUILESS_MAIN(VaultTest)
#include "tst_vault.moc"
