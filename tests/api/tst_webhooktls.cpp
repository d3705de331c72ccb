#include "hookrig.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hookrig;

namespace {

/// A key and a certificate signed by itself, as files.
struct Files
{
    QString certificate;
    QString key;
};

Files makeFiles(const QString &folder, const QString &name)
{
    EVP_PKEY *key = EVP_EC_gen("P-256");
    X509 *x = X509_new();
    X509_set_version(x, 2);
    X509_gmtime_adj(X509_getm_notBefore(x), -3600);
    X509_gmtime_adj(X509_getm_notAfter(x), 3600);
    X509_set_pubkey(x, key);
    X509_sign(x, key, EVP_sha256());
    const Files files{folder + u'/' + name + u".crt"_s, folder + u'/' + name + u".key"_s};
    BIO *out = BIO_new_file(files.certificate.toUtf8().constData(), "w");
    PEM_write_bio_X509(out, x);
    BIO_free(out);
    out = BIO_new_file(files.key.toUtf8().constData(), "w");
    PEM_write_bio_PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr);
    BIO_free(out);
    X509_free(x);
    EVP_PKEY_free(key);
    QFile::setPermissions(files.key, QFile::ReadOwner | QFile::WriteOwner);
    return files;
}

/// The client's side of TLS over a connection.
class TlsWire
{
public:
    TlsWire(quint16 port, int newest = 0) : m_wire(port), m_context(SSL_CTX_new(TLS_client_method()))
    {
        if (newest != 0)
            SSL_CTX_set_max_proto_version(m_context, newest);
        m_tls = SSL_new(m_context);
        SSL_set_fd(m_tls, m_wire.fd());
        m_open = SSL_connect(m_tls) == 1;
    }
    ~TlsWire()
    {
        SSL_free(m_tls);
        SSL_CTX_free(m_context);
    }
    Q_DISABLE_COPY_MOVE(TlsWire)

    [[nodiscard]] bool isOpen() const { return m_open; }
    QByteArray ask(const QByteArray &request)
    {
        SSL_write(m_tls, request.constData(), int(request.size()));
        char answer[4096];
        const int n = SSL_read(m_tls, answer, sizeof answer);
        return {answer, qMax(0, n)};
    }

private:
    Wire m_wire;
    SSL_CTX *m_context;
    SSL *m_tls = nullptr;
    bool m_open = false;
};

} // namespace

class WebhookTlsTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    Files m_files;

    engine::HookListen listen() const { return {u"127.0.0.1"_s, 0, m_files.certificate, m_files.key}; }

private Q_SLOTS:
    void initTestCase() { m_files = makeFiles(m_dir.path(), u"one"_s); }

    void eventsComeOverTls()
    {
        Rig rig({}, listen());
        TlsWire wire(rig.port);
        QVERIFY(wire.isOpen());
        for (int i = 0; i < 3; ++i)
            QCOMPARE(statusOf(wire.ask(Rig::request("SM" + QByteArray::number(i)))), 200);
        QCOMPARE(rig.sink.ids().size(), 3);
    }

    void olderThanTls12IsRefused()
    {
        Rig rig({}, listen());
        QVERIFY(!TlsWire(rig.port, TLS1_1_VERSION).isOpen());
        QVERIFY(TlsWire(rig.port, TLS1_2_VERSION).isOpen());
    }

    void aClientThatNeverShakesHandsIsCut()
    {
        api::Limits limits;
        limits.handshake = 300ms;
        Rig rig(limits, listen());
        Wire silent(rig.port), plain(rig.port);
        plain.say("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(silent.ends(5'000));
        QVERIFY(plain.ends(5'000));
        QVERIFY(TlsWire(rig.port).isOpen());
    }

    void refusalsAreHeardOverTlsToo()
    {
        Rig rig({}, listen());
        TlsWire wire(rig.port);
        QCOMPARE(statusOf(wire.ask("GET /elsewhere HTTP/1.1\r\nHost: x\r\n\r\n")), 404);
    }

    void filesThatDoNotFitAreNamed_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("says");
        const Files other = makeFiles(m_dir.path(), u"other"_s);
        const Files open = makeFiles(m_dir.path(), u"open"_s);
        QFile::setPermissions(open.key, QFile::ReadOwner | QFile::ReadGroup);
        const QString nowhere = m_dir.filePath(u"nowhere.pem"_s);
        QTest::newRow("no certificate") << nowhere << m_files.key << u"FileMissing certificate"_s;
        QTest::newRow("no key") << m_files.certificate << nowhere << u"FileMissing key"_s;
        QTest::newRow("a key others can read") << open.certificate << open.key << u"NotAllowed key"_s;
        QTest::newRow("another's key") << m_files.certificate << other.key << u"InvalidInput key"_s;
        QTest::newRow("a key for a certificate") << m_files.key << m_files.key << u"InvalidInput certificate"_s;
        QTest::newRow("a folder") << m_dir.path() << m_files.key << u"FileNotReadable certificate"_s;
    }
    void filesThatDoNotFitAreNamed()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, key);
        QFETCH(QString, says);
        const engine::SystemClock clock;
        Sink sink;
        const auto started = api::makeWebhookServer(clock)->start({u"127.0.0.1"_s, 0, certificate, key}, sink);
        QVERIFY(!started);
        QCOMPARE(domain::errorCodeName(started.error().code) + u' ' + started.error().place, says);
    }
};

QTEST_GUILESS_MAIN(WebhookTlsTest)
#include "tst_webhooktls.moc"
