#include "engine/routing/secretbook.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace domain;

namespace engine {

SecretBook::SecretBook(KeyStore &store, QString workspaceUuid) : m_store(store), m_uuid(std::move(workspaceUuid)) {}

void SecretBook::load(const QList<storage::ProviderRecord> &records, std::function<void()> done)
{
    auto jobs = std::make_shared<QList<Job>>();
    for (const auto &record : records)
        for (const QString &name : namesIn(record.settings))
            jobs->append({record.id, name, {}});
    ++m_loading;
    readNext(std::move(jobs), [this, done = std::move(done)] {
        --m_loading;
        done();
        if (m_loading == 0)
            for (const auto &then : std::exchange(m_waiting, {}))
                then();
    });
}

void SecretBook::whenLoaded(std::function<void()> then)
{
    if (isLoaded())
        then();
    else
        m_waiting.append(std::move(then));
}

void SecretBook::readNext(std::shared_ptr<QList<Job>> jobs, std::function<void()> done)
{
    if (jobs->isEmpty()) {
        done();
        return;
    }
    const Job job = jobs->takeFirst();
    m_store.read(providerSecretName(m_uuid, job.id, job.name), [=, this](const Result<QByteArray> &value) {
        if (value)
            m_secrets[job.id].insert(job.name, QString::fromUtf8(*value));
        readNext(jobs, done);
    });
}

void SecretBook::write(ProviderId id, const QHash<QString, QString> &secrets, std::function<void(Result<void>)> done)
{
    auto jobs = std::make_shared<QList<Job>>();
    for (auto it = secrets.cbegin(); it != secrets.cend(); ++it)
        jobs->append({id, it.key(), it.value()});
    writeNext(std::move(jobs), std::move(done));
}

void SecretBook::forget(ProviderId id, const QStringList &names, std::function<void(Result<void>)> done)
{
    QHash<QString, QString> none;
    for (const QString &name : names)
        none.insert(name, {});
    for (const QString &name : m_secrets.value(id).keys())
        none.insert(name, {});
    write(id, none, std::move(done));
}

void SecretBook::writeNext(std::shared_ptr<QList<Job>> jobs, std::function<void(Result<void>)> done)
{
    if (jobs->isEmpty()) {
        done({});
        return;
    }
    const Job job = jobs->takeFirst();
    const auto written = [=, this](const Result<void> &result) {
        if (!result) {
            done(result);
            return;
        }
        if (job.value.isEmpty())
            m_secrets[job.id].remove(job.name);
        else
            m_secrets[job.id].insert(job.name, job.value);
        writeNext(jobs, done);
    };
    const QString key = providerSecretName(m_uuid, job.id, job.name);
    if (job.value.isEmpty())
        m_store.remove(key, written);
    else
        m_store.write(key, job.value.toUtf8(), written);
}

QStringList SecretBook::namesIn(const QJsonObject &settings)
{
    QStringList names;
    const QJsonArray listed = settings.value("secretNames"_L1).toArray();
    for (const QJsonValue &name : listed)
        names << name.toString();
    return names;
}

void SecretBook::setNames(QJsonObject &settings, const QStringList &names)
{
    QStringList sorted = names;
    sorted.sort();
    settings.insert("secretNames"_L1, QJsonArray::fromStringList(sorted));
}

} // namespace engine
