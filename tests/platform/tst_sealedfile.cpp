#include "platform/keystore/sealedfile.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sodium.h>

using namespace Qt::StringLiterals;
using namespace domain;
using platform::SealedFile;

class SealedFileTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path;
    QByteArray m_whole;

    QByteArray contents() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void setContents(const QByteArray &bytes)
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    ErrorCode openingFailsWith(const QByteArray &passphrase = "correct horse")
    {
        const auto opened = SealedFile::open(m_path, passphrase);
        return opened ? ErrorCode::Internal : opened.error().code;
    }
    /// With the checksum made anew: what someone would do who wants to be believed.
    static QByteArray rechecked(QByteArray bytes)
    {
        bytes.chop(32);
        std::array<unsigned char, 32> sum{};
        crypto_generichash(sum.data(), sum.size(),
                           static_cast<const unsigned char *>(static_cast<const void *>(bytes.constData())),
                           static_cast<quint64>(bytes.size()), nullptr, 0);
        return bytes + QByteArray(static_cast<const char *>(static_cast<const void *>(sum.data())), 32);
    }

private Q_SLOTS:
    void init()
    {
        m_path = m_folder.filePath(u"a.heliograph.keys"_s);
        QFile::remove(m_path);
        auto file = SealedFile::create(m_path, "correct horse");
        QVERIFY(file);
        QVERIFY(!QFile::exists(m_path));
        file->secrets = {{u"heliograph/u/workspace-key"_s, QByteArray("\0\1\2binary", 9)},
                         {u"heliograph/u/provider/1/auth_token"_s, "s3cret-token"_ba}};
        QVERIFY(file->save());
        m_whole = contents();
    }

    void opensAgainWithItsPassphrase()
    {
        const auto file = SealedFile::open(m_path, "correct horse");
        QVERIFY(file);
        QCOMPARE(file->secrets.size(), 2);
        QCOMPARE(file->secrets[u"heliograph/u/workspace-key"_s], QByteArray("\0\1\2binary", 9));
        QVERIFY(!m_whole.contains("s3cret") && !m_whole.contains("auth_token"));
        QCOMPARE(QFileInfo(m_path).permissions() &
                     (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
    }

    void everySaveIsSealedAnew()
    {
        auto file = SealedFile::open(m_path, "correct horse");
        QVERIFY(file);
        QVERIFY(file->save());
        QVERIFY(contents() != m_whole);
        QVERIFY(SealedFile::open(m_path, "correct horse"));
    }

    void anotherPassphraseIsCalledWrong()
    {
        QCOMPARE(openingFailsWith("correct horsE"), ErrorCode::WrongPassphrase);
        QCOMPARE(openingFailsWith(""), ErrorCode::WrongPassphrase);
        QCOMPARE(contents(), m_whole);
    }

    void anEmptyPassphraseSealsNothing()
    {
        const auto file = SealedFile::create(m_path, "");
        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::InvalidInput);
    }

    void damageIsCalledDamage()
    {
        for (qsizetype at = 0; at < m_whole.size(); at += 7) {
            QByteArray bytes = m_whole;
            bytes[at] = static_cast<char>(bytes[at] ^ 0x20);
            setContents(bytes);
            const ErrorCode code = openingFailsWith();
            QVERIFY2(code == ErrorCode::Damaged || (code == ErrorCode::NewerVersion && at >= 8 && at < 12),
                     qPrintable(errorCodeName(code) + QString::number(at)));
        }
        for (const qsizetype length : {0, 5, 8, 30, 100, int(m_whole.size()) - 1}) {
            setContents(m_whole.first(length));
            QCOMPARE(openingFailsWith(), ErrorCode::Damaged);
        }
        setContents(QByteArray(5000, 'x'));
        QCOMPARE(openingFailsWith(), ErrorCode::Damaged);
    }

    void aForgedSealDoesNotOpen()
    {
        QByteArray bytes = m_whole;
        const qsizetype at = m_whole.size() - 40; // within the sealed part
        bytes[at] = static_cast<char>(bytes[at] ^ 1);
        setContents(rechecked(bytes));
        QCOMPARE(openingFailsWith(), ErrorCode::Damaged);
        bytes = m_whole;
        bytes[20] = '\x7f'; // memory beyond any machine's
        setContents(rechecked(bytes));
        QCOMPARE(openingFailsWith(), ErrorCode::Damaged);
        bytes = m_whole;
        bytes[30] = static_cast<char>(bytes[30] ^ 1); // salt
        setContents(rechecked(bytes));
        QCOMPARE(openingFailsWith(), ErrorCode::WrongPassphrase);
    }

    void aNewerFormatIsLeftAlone()
    {
        QByteArray bytes = m_whole;
        bytes[11] = 2;
        setContents(bytes);
        QCOMPARE(openingFailsWith(), ErrorCode::NewerVersion);
        QCOMPARE(contents(), bytes);
    }

    void missingAndUnwritable()
    {
        m_path = m_folder.filePath(u"nothing.keys"_s);
        QCOMPARE(openingFailsWith(), ErrorCode::FileMissing);
        const auto file = SealedFile::create(m_folder.filePath(u"no/such/folder.keys"_s), "correct horse");
        QVERIFY(file);
        const auto saved = file->save();
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::FileNotWritable);
    }
};

QTEST_APPLESS_MAIN(SealedFileTest)
#include "tst_sealedfile.moc"
