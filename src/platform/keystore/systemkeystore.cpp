#include "platform/keystore/keystores.h"

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

/// Starts a job with the event loop's next turn: some backends answer from within start().
template <class Job, class Finished>
void run(Job *job, const QString &key, SystemKeyStore *context, Finished finished)
{
    job->setKey(key);
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, finished](QKeychain::Job *) { finished(*job); });
    QMetaObject::invokeMethod(
        job, [job] { job->start(); }, Qt::QueuedConnection);
}

} // namespace

void SystemKeyStore::read(const QString &key, std::function<void(Result<QByteArray>)> done)
{
    run(new QKeychain::ReadPasswordJob(service), key, this, [done](const QKeychain::ReadPasswordJob &job) {
        if (job.error() == QKeychain::NoError)
            done(job.binaryData());
        else
            done(tl::unexpected(errorOf(job)));
    });
}

void SystemKeyStore::write(const QString &key, const QByteArray &secret, std::function<void(Result<void>)> done)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setBinaryData(secret);
    run(job, key, this, [done](const QKeychain::WritePasswordJob &finished) {
        if (finished.error() == QKeychain::NoError)
            done({});
        else
            done(tl::unexpected(errorOf(finished)));
    });
}

void SystemKeyStore::remove(const QString &key, std::function<void(Result<void>)> done)
{
    run(new QKeychain::DeletePasswordJob(service), key, this, [done](const QKeychain::DeletePasswordJob &job) {
        if (job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound)
            done({});
        else
            done(tl::unexpected(errorOf(job)));
    });
}

} // namespace platform
