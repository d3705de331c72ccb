#include "platform/keystore/keystores.h"

#include <QCoreApplication>
#include <QMutex>

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;
using namespace domain;

namespace platform {

namespace {

const QString service = QStringLiteral("heliograph");

Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {ErrorCode::NotFound, u"no such key"_s, job.key()};
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return {ErrorCode::KeyUnavailable, u"the key store is locked"_s, {}};
    case QKeychain::NoError:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        break;
    }
    return {ErrorCode::KeyUnavailable, job.errorString(), {}};
}

} // namespace

struct SystemKeyStore::Link
{
    QMutex mutex;
    SystemKeyStore *store = nullptr; ///< null: gone, and nobody waits

    /// From the job's thread to the store's.
    void answer(std::function<void()> done)
    {
        const QMutexLocker lock(&mutex);
        if (store)
            QMetaObject::invokeMethod(store, std::move(done), Qt::QueuedConnection);
    }
};

namespace {

/// Carries a job out in the application's thread, whichever thread the store is used in: QtKeychain queues its jobs in
/// an object that lives in the thread of the first one and lets none start once that thread has ended, as a workspace's
/// does when it is closed. It starts with the event loop's next turn: some backends answer from within start().
template <class Job, class Answer>
void run(const std::shared_ptr<SystemKeyStore::Link> &link, const QString &key, std::function<void(Job &)> prepare,
         std::function<Answer(const Job &)> answerOf, std::function<void(Answer)> done)
{
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [=] {
            auto *job = new Job(service);
            job->setKey(key);
            job->setAutoDelete(true);
            job->setInsecureFallback(false);
            if (prepare)
                prepare(*job);
            QObject::connect(job, &QKeychain::Job::finished, job, [=] {
                link->answer([done, answer = answerOf(*job)] { done(answer); });
            });
            job->start();
        },
        Qt::QueuedConnection);
}

} // namespace

SystemKeyStore::SystemKeyStore() : m_link(std::make_shared<Link>()) { m_link->store = this; }

SystemKeyStore::~SystemKeyStore()
{
    const QMutexLocker lock(&m_link->mutex);
    m_link->store = nullptr;
}

void SystemKeyStore::read(const QString &key, std::function<void(Result<QByteArray>)> done)
{
    run<QKeychain::ReadPasswordJob, Result<QByteArray>>(
        m_link, key, {},
        [](const auto &job) -> Result<QByteArray> {
            if (job.error() == QKeychain::NoError)
                return job.binaryData();
            return tl::unexpected(errorOf(job));
        },
        std::move(done));
}

void SystemKeyStore::write(const QString &key, const QByteArray &secret, std::function<void(Result<void>)> done)
{
    run<QKeychain::WritePasswordJob, Result<void>>(
        m_link, key, [secret](auto &job) { job.setBinaryData(secret); },
        [](const auto &job) -> Result<void> {
            if (job.error() == QKeychain::NoError)
                return {};
            return tl::unexpected(errorOf(job));
        },
        std::move(done));
}

void SystemKeyStore::remove(const QString &key, std::function<void(Result<void>)> done)
{
    run<QKeychain::DeletePasswordJob, Result<void>>(
        m_link, key, {},
        [](const auto &job) -> Result<void> {
            if (job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound)
                return {};
            return tl::unexpected(errorOf(job));
        },
        std::move(done));
}

} // namespace platform
