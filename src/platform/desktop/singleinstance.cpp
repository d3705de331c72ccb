#include "platform/desktop/singleinstance.h"

#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace platform {

namespace {

constexpr qint64 longestWish = 64 * 1024;

QString folder()
{
    const QString own = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (!own.isEmpty())
        return own;
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    QDir().mkpath(cache);
    return cache;
}

} // namespace

SingleInstance::SingleInstance(const QString &name, QObject *parent)
    : QObject(parent), m_socket(folder() + u'/' + name + u".socket"_s), m_lock(folder() + u'/' + name + u".lock"_s)
{
    m_lock.setStaleLockTime(0); // held as long as the program runs, however long; a dead holder's is taken over
    m_isFirst =
        m_lock.tryLock(0) || m_lock.error() != QLockFile::LockFailedError; // no rights there: better two than none
    if (!m_isFirst)
        return;
    QLocalServer::removeServer(m_socket); // a crash leaves it
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::take);
    if (!m_server.listen(m_socket))
        qWarning("later starts cannot reach this one: %s", qPrintable(m_server.errorString()));
}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::handOver(const QString &wish) const
{
    QLocalSocket socket;
    socket.connectToServer(m_socket); // a socket in the file system connects at once or not at all
    if (socket.state() != QLocalSocket::ConnectedState)
        return false;
    const QByteArray line = wish.toUtf8() + '\n';
    return socket.write(line) == line.size() && socket.flush();
}

void SingleInstance::take()
{
    while (QLocalSocket *peer = m_server.nextPendingConnection()) {
        connect(peer, &QLocalSocket::disconnected, peer, &QObject::deleteLater);
        const auto read = [this, peer] {
            if (peer->bytesAvailable() > longestWish) {
                peer->abort();
                return;
            }
            if (peer->canReadLine())
                Q_EMIT asked(QString::fromUtf8(peer->readLine()).chopped(1));
        };
        connect(peer, &QLocalSocket::readyRead, this, read);
        read();
    }
}

} // namespace platform
