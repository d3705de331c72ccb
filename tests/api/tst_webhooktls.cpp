#include "hookrig.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <curl/curl.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <array>

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

constexpr long hour = 3600;

Files makeFiles(const QString &folder, const QString &name, long from = -hour, long until = hour,
                const char *hostName = nullptr)
{
    EVP_PKEY *key = EVP_EC_gen("P-256");
    X509 *x = X509_new();
    X509_set_version(x, 2);
    X509_gmtime_adj(X509_getm_notBefore(x), from);
    X509_gmtime_adj(X509_getm_notAfter(x), until);
    X509_set_pubkey(x, key);
    if (hostName) {
        const auto *subject = reinterpret_cast<const unsigned char *>("Shop");
        X509_NAME_add_entry_by_txt(X509_get_subject_name(x), "CN", MBSTRING_ASC, subject, -1, -1, 0);
        X509_set_issuer_name(x, X509_get_subject_name(x)); // signed by itself, and found by that name
        X509_EXTENSION *names = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, hostName);
        X509_add_ext(x, names, -1);
        X509_EXTENSION_free(names);
    }
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

    QString certificateAsKey() const
    {
        const QString copy = m_dir.filePath(u"copy.crt"_s);
        QFile::copy(m_files.certificate, copy);
        QFile::setPermissions(copy, QFile::ReadOwner);
        return copy;
    }

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

    // As a provider does it: with the certificate's name and its dates looked at.
    void curlTrustsTheCertificateAndItsName()
    {
        const Files files = makeFiles(m_dir.path(), u"named"_s, -hour, hour, "DNS:hooks.shop.example");
        Rig rig({}, {u"127.0.0.1"_s, 0, files.certificate, files.key});
        const auto ask = [&](const QByteArray &host, const QString &trusted) {
            CURL *curl = curl_easy_init();
            const QByteArray url = "https://" + host + ':' + QByteArray::number(rig.port) + "/elsewhere";
            const QByteArray way = host + ':' + QByteArray::number(rig.port) + ":127.0.0.1";
            curl_slist *ways = curl_slist_append(nullptr, way.constData());
            curl_easy_setopt(curl, CURLOPT_URL, url.constData());
            curl_easy_setopt(curl, CURLOPT_RESOLVE, ways);
            curl_easy_setopt(curl, CURLOPT_CAINFO, trusted.toUtf8().constData());
            curl_easy_setopt(curl, CURLOPT_TIMEOUT, 20L);
            const CURLcode code = curl_easy_perform(curl);
            long status = 0;
            curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
            curl_easy_cleanup(curl);
            curl_slist_free_all(ways);
            return code == CURLE_OK ? int(status) : -int(code);
        };
        QCOMPARE(ask("hooks.shop.example", files.certificate), 404); // heard, and nobody lives there
        QCOMPARE(ask("other.shop.example", files.certificate), -int(CURLE_PEER_FAILED_VERIFICATION));
        QCOMPARE(ask("hooks.shop.example", m_files.certificate), -int(CURLE_PEER_FAILED_VERIFICATION));
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
        QTest::newRow("another's key") << m_files.certificate << other.key << u"Conflict key"_s;
        const Files past = makeFiles(m_dir.path(), u"past"_s, -2 * hour, -hour);
        const Files later = makeFiles(m_dir.path(), u"later"_s, hour, 2 * hour);
        QTest::newRow("expired") << past.certificate << past.key << u"Conflict certificate"_s;
        QTest::newRow("not valid yet") << later.certificate << later.key << u"Conflict certificate"_s;
        const QString sealed = m_dir.filePath(u"sealed.key"_s);
        EVP_PKEY *key = EVP_EC_gen("P-256");
        BIO *out = BIO_new_file(sealed.toUtf8().constData(), "w");
        const std::array<unsigned char, 6> passphrase{'s', 'e', 'c', 'r', 'e', 't'};
        PEM_write_bio_PrivateKey(out, key, EVP_aes_256_cbc(), passphrase.data(), int(passphrase.size()), nullptr,
                                 nullptr);
        BIO_free(out);
        EVP_PKEY_free(key);
        QFile::setPermissions(sealed, QFile::ReadOwner);
        QTest::newRow("a key with a passphrase") << m_files.certificate << sealed << u"InvalidInput key"_s;
        QTest::newRow("a certificate for a key") << m_files.certificate << certificateAsKey() << u"InvalidInput key"_s;
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
