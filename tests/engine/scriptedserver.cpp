#include "engine/scriptedserver.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include <arpa/inet.h>
#include <csignal>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

int listenOnLoopback(int backlog, quint16 &port)
{
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto *plain = static_cast<sockaddr *>(static_cast<void *>(&address));
    socklen_t length = sizeof address;
    if (fd < 0 || bind(fd, plain, length) != 0 || (backlog >= 0 && listen(fd, backlog) != 0) ||
        getsockname(fd, plain, &length) != 0)
        std::abort();
    port = ntohs(address.sin_port);
    return fd;
}

/// What a request's header says of its body; 0 where it says nothing.
qsizetype bodyLength(const QByteArray &head)
{
    for (const QByteArray &line : head.split('\n'))
        if (line.toLower().startsWith("content-length:"))
            return line.sliced(15).trimmed().toLongLong();
    return 0;
}

QByteArray pemOf(const std::function<int(BIO *)> &write)
{
    BIO *bio = BIO_new(BIO_s_mem());
    write(bio);
    char *data = nullptr;
    const long length = BIO_get_mem_data(bio, &data);
    QByteArray pem(data, length);
    BIO_free(bio);
    return pem;
}

} // namespace

TestCertificate TestCertificate::forName(const QByteArray &subjectAltName)
{
    EVP_PKEY *key = EVP_EC_gen("P-256");
    X509 *x = X509_new();
    X509_set_version(x, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(x), 1);
    X509_gmtime_adj(X509_getm_notBefore(x), -3600);
    X509_gmtime_adj(X509_getm_notAfter(x), 3600);
    X509_set_pubkey(x, key);
    X509_NAME *name = X509_get_subject_name(x);
    const std::array<unsigned char, 5> common{'t', 'e', 's', 't', 0};
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, common.data(), -1, -1, 0);
    X509_set_issuer_name(x, name);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, subjectAltName.constData());
    X509_add_ext(x, extension, -1);
    X509_EXTENSION_free(extension);
    X509_sign(x, key, EVP_sha256());
    TestCertificate made;
    made.certificate = pemOf([x](BIO *bio) { return PEM_write_bio_X509(bio, x); });
    made.key =
        pemOf([key](BIO *bio) { return PEM_write_bio_PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr); });
    X509_free(x);
    EVP_PKEY_free(key);
    return made;
}

ScriptedServer::Peer::~Peer()
{
    if (m_tls) {
        SSL_shutdown(m_tls);
        SSL_free(m_tls);
    }
    if (m_fd < 0)
        return;
    const std::lock_guard lock(m_server.m_mutex);
    std::erase(m_server.m_open, m_fd);
    close(m_fd);
}

qsizetype ScriptedServer::Peer::receive(char *to, int room)
{
    return m_tls ? SSL_read(m_tls, to, room) : recv(m_fd, to, static_cast<size_t>(room), 0);
}

bool ScriptedServer::Peer::readRequest()
{
    std::array<char, 65536> buffer;
    while (true) {
        const qsizetype head = m_rest.indexOf("\r\n\r\n");
        if (head >= 0) {
            const qsizetype body = bodyLength(m_rest.first(head + 2));
            if (m_rest.size() >= head + 4 + body) {
                const std::lock_guard lock(m_server.m_mutex);
                m_server.m_requests << m_rest.first(head + 4 + body);
                m_rest = m_rest.sliced(head + 4 + body);
                return true;
            }
        }
        const qsizetype got = receive(buffer.data(), static_cast<int>(buffer.size()));
        if (got <= 0)
            return false;
        m_rest.append(buffer.data(), got);
    }
}

std::optional<QByteArray> ScriptedServer::Peer::readLine()
{
    std::array<char, 65536> buffer;
    while (true) {
        const qsizetype end = m_rest.indexOf('\n');
        if (end >= 0) {
            QByteArray line = m_rest.first(end);
            if (line.endsWith('\r'))
                line.chop(1);
            m_rest.remove(0, end + 1);
            return line;
        }
        const qsizetype got = receive(buffer.data(), static_cast<int>(buffer.size()));
        if (got <= 0)
            return std::nullopt;
        m_rest.append(buffer.data(), got);
    }
}

bool ScriptedServer::Peer::startTls()
{
    m_tls = SSL_new(m_server.m_context);
    SSL_set_fd(m_tls, m_fd);
    const bool isSafe = SSL_accept(m_tls) == 1;
    ERR_clear_error();
    return isSafe;
}

void ScriptedServer::Peer::readSome(int bytes)
{
    QByteArray buffer(bytes, '\0');
    receive(buffer.data(), bytes);
}

void ScriptedServer::Peer::write(const QByteArray &bytes)
{
    if (m_tls)
        SSL_write(m_tls, bytes.constData(), static_cast<int>(bytes.size()));
    else
        ::send(m_fd, bytes.constData(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
}

void ScriptedServer::Peer::answer(int status, const QByteArray &body, const QByteArray &headers)
{
    write("HTTP/1.1 " + QByteArray::number(status) + " Words\r\nContent-Length: " + QByteArray::number(body.size()) +
          "\r\n" + headers + "\r\n" + body);
}

void ScriptedServer::Peer::waitForClose()
{
    std::array<char, 4096> buffer;
    while (recv(m_fd, buffer.data(), buffer.size(), 0) > 0) {
    }
}

void ScriptedServer::Peer::reset()
{
    const linger now{1, 0};
    setsockopt(m_fd, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    if (m_tls)
        SSL_free(std::exchange(m_tls, nullptr));
    const std::lock_guard lock(m_server.m_mutex);
    std::erase(m_server.m_open, m_fd);
    close(std::exchange(m_fd, -1));
}

ScriptedServer::ScriptedServer(Script script, const TestCertificate *tls, bool tlsLater)
    : m_script(std::move(script)), m_isTlsLater(tlsLater)
{
    std::signal(SIGPIPE, SIG_IGN); // OpenSSL writes without MSG_NOSIGNAL
    if (tls) {
        m_context = SSL_CTX_new(TLS_server_method());
        BIO *bio = BIO_new_mem_buf(tls->certificate.constData(), static_cast<int>(tls->certificate.size()));
        X509 *certificate = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr);
        SSL_CTX_use_certificate(m_context, certificate);
        X509_free(certificate);
        BIO_free(bio);
        bio = BIO_new_mem_buf(tls->key.constData(), static_cast<int>(tls->key.size()));
        EVP_PKEY *key = PEM_read_bio_PrivateKey(bio, nullptr, nullptr, nullptr);
        SSL_CTX_use_PrivateKey(m_context, key);
        EVP_PKEY_free(key);
        BIO_free(bio);
    }
    m_listener = listenOnLoopback(1024, m_port);
    m_acceptor = std::thread(&ScriptedServer::accept, this);
}

ScriptedServer::~ScriptedServer()
{
    m_stop = true;
    shutdown(m_listener, SHUT_RDWR);
    m_acceptor.join();
    {
        const std::lock_guard lock(m_mutex);
        for (const int fd : m_open)
            shutdown(fd, SHUT_RDWR);
    }
    for (std::thread &thread : m_threads)
        thread.join();
    close(m_listener);
    SSL_CTX_free(m_context);
}

void ScriptedServer::accept()
{
    while (!m_stop) {
        const int fd = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (fd < 0)
            return;
        const int on = 1;
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        const int number = ++m_connections;
        {
            const std::lock_guard lock(m_mutex);
            m_open.push_back(fd);
        }
        m_threads.emplace_back([this, fd, number] {
            SSL *tls = nullptr;
            if (m_context && !m_isTlsLater) {
                tls = SSL_new(m_context);
                SSL_set_fd(tls, fd);
                if (SSL_accept(tls) != 1)
                    ERR_clear_error();
            }
            Peer peer(*this, fd, tls);
            m_script(peer, number);
        });
    }
}

QByteArray ScriptedServer::url(const QByteArray &path) const
{
    return (m_context ? "https" : "http") + ("://127.0.0.1:" + QByteArray::number(m_port)) + path;
}

QByteArrayList ScriptedServer::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

DeafPort::DeafPort()
{
    m_sockets.push_back(listenOnLoopback(0, m_port));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(m_port);
    for (int i = 0; i < 4; ++i) {
        const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        connect(fd, static_cast<sockaddr *>(static_cast<void *>(&address)), sizeof address);
        m_sockets.push_back(fd);
    }
}

DeafPort::~DeafPort()
{
    for (const int fd : m_sockets)
        close(fd);
}

QByteArray DeafPort::url() const { return "http://127.0.0.1:" + QByteArray::number(m_port) + "/"; }

quint16 closedPort()
{
    quint16 port = 0;
    close(listenOnLoopback(-1, port));
    return port;
}
