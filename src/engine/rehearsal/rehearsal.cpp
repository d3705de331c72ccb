#include "engine/rehearsal/rehearsal.h"

#include "storage/campaigns/campaignstore.h"
#include "storage/core/workspacefile.h"
#include "storage/messages/messagestore.h"
#include "storage/workspace/rehearsalcopy.h"

#include <QFile>
#include <QFileInfo>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace engine {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

const QString ending = u".rehearsal"_s;

/// As long, with the same beginning where that says which kind of key it is ("bk_eu1_", "whsec_").
QString standIn(const QString &secret)
{
    constexpr qsizetype longestPrefix = 12;
    const qsizetype prefix = secret.first(std::min(secret.size(), longestPrefix)).lastIndexOf(u'_') + 1;
    return secret.first(prefix) + QString(secret.size() - prefix, u'A');
}

bool isProvidersAddress(const domain::ProviderField &field)
{
    return field.type == domain::ProviderField::Type::Url && field.key != u"webhookUrl" &&
           field.key != u"unsubscribeUrl";
}

const QString stageHost = u"127.0.0.1"_s;

/// As it sends to the stage: nothing is read from its mailbox, and no token of another house is shown.
std::optional<domain::ProviderConfig> rehearsedMail(domain::ProviderConfig account, const RehearsalStage &stage)
{
    if (stage.mailPort <= 0)
        return std::nullopt;
    for (const QString &key : {u"imapHost"_s, u"caFile"_s})
        account.settings.remove(key);
    account.settings.insert(u"host"_s, stageHost);
    account.settings.insert(u"port"_s, stage.mailPort);
    account.settings.insert(u"security"_s, u"none"_s);
    if (!account.secrets.take(u"accessToken"_s).isEmpty())
        account.secrets.insert(u"password"_s, u"A"_s);
    for (QString &secret : account.secrets)
        secret = standIn(secret);
    return account;
}

} // namespace

QString rehearsalPathOf(const QString &workspace) { return workspace + ending; }
bool isRehearsalPath(const QString &path) { return path.endsWith(ending); }

QString fileOf(const QString &workspace)
{
    const QString copy = rehearsalPathOf(workspace);
    return QFileInfo::exists(copy) ? copy : workspace;
}

QString workspaceOf(const QString &file) { return isRehearsalPath(file) ? file.chopped(ending.size()) : file; }

Result<void> beginRehearsal(storage::Connection &workspace, const domain::ProviderFactory &factory,
                            const RehearsalStage &stage, domain::Instant now)
{
    if (isRehearsalPath(workspace.path()))
        return fail(ErrorCode::Conflict, u"a rehearsal is on already"_s);
    const auto settings = storage::readWorkspaceSettings(workspace);
    if (!settings)
        return tl::unexpected(settings.error());
    if (settings->isDemo)
        return fail(ErrorCode::Conflict, u"a demo sends to simulated phones anyway"_s);
    // A launched one whose time has come is as good as being sent: the next look at the clock begins it.
    for (const auto state : {domain::CampaignState::Sending, domain::CampaignState::Scheduled}) {
        const auto campaigns = storage::CampaignStore(workspace).inState(state);
        if (!campaigns)
            return tl::unexpected(campaigns.error());
        for (const domain::Campaign &campaign : *campaigns)
            if (state == domain::CampaignState::Sending || campaign.startAt.value_or(now) <= now)
                return fail(ErrorCode::Conflict, u"a campaign is being sent"_s, campaign.name);
    }
    if (storage::MessageStore(workspace).sendingCount() > 0)
        return fail(ErrorCode::Conflict, u"answers of a provider are awaited"_s);

    const QString copy = rehearsalPathOf(workspace.path());
    const QString part = copy + u".part"_s; // a copy that is not whole is none
    QFile::remove(part);
    Result<void> done = workspace.backupTo(part);
    if (done)
        done = storage::prepareRehearsal(
            part,
            [&](const storage::ProviderRecord &record) {
                return rehearsed({record.id, record.kind, record.name, record.settings, {}}, factory, stage)
                    .has_value();
            },
            now);
    if (done && !QFile::rename(part, copy))
        done = fail(ErrorCode::FileNotWritable, u"the copy could not be put into its place"_s, copy);
    if (!done)
        removeRehearsal(part);
    return done;
}

void removeRehearsal(const QString &file)
{
    for (const QString &rest : {QString(), u"-wal"_s, u"-shm"_s})
        QFile::remove(file + rest);
}

std::optional<domain::ProviderConfig> rehearsed(const domain::ProviderConfig &account,
                                                const domain::ProviderFactory &factory, const RehearsalStage &stage)
{
    if (account.kind == u"smtp")
        return rehearsedMail(account, stage);
    const bool hasOwnInterface = !account.settings.value("profile"_L1).toString().trimmed().isEmpty();
    if (!stage.kinds.contains(account.kind) || hasOwnInterface)
        return std::nullopt;
    domain::ProviderConfig made = account;
    bool hasAddress = false;
    for (const domain::ProviderKind &kind : factory.kinds()) {
        if (kind.key != account.kind)
            continue;
        for (const domain::ProviderField &field : kind.fields)
            if (isProvidersAddress(field)) {
                made.settings.insert(field.key, u"%1/%2"_s.arg(stage.url, account.kind));
                hasAddress = hasAddress || field.key == u"baseUrl";
            }
    }
    for (QString &secret : made.secrets)
        secret = standIn(secret);
    return hasAddress ? std::optional(made) : std::nullopt;
}

void RehearsalKeyStore::read(const QString &key, std::function<void(Result<QByteArray>)> done)
{
    const auto changed = m_changed.constFind(key);
    if (changed == m_changed.cend()) {
        m_real.read(key, std::move(done));
        return;
    }
    const Result<QByteArray> answer =
        *changed ? Result<QByteArray>(**changed) : Result<QByteArray>(fail(ErrorCode::NotFound, u"no such key"_s));
    QTimer::singleShot(0, &m_here, [answer, done = std::move(done)] { done(answer); });
}

void RehearsalKeyStore::write(const QString &key, const QByteArray &secret, std::function<void(Result<void>)> done)
{
    m_changed.insert(key, secret);
    QTimer::singleShot(0, &m_here, [done = std::move(done)] { done({}); });
}

void RehearsalKeyStore::remove(const QString &key, std::function<void(Result<void>)> done)
{
    m_changed.insert(key, std::nullopt);
    QTimer::singleShot(0, &m_here, [done = std::move(done)] { done({}); });
}

void RehearsalTransport::send(domain::HttpRequest request, Done done)
{
    if (request.url.startsWith(m_stage)) {
        m_real->send(std::move(request), std::move(done));
        return;
    }
    m_refused.push_back(std::move(done));
    QTimer::singleShot(0, &m_here, [this] { refuse(); });
}

void RehearsalTransport::refuse()
{
    if (m_refused.empty())
        return;
    const Done done = std::move(m_refused.front());
    m_refused.pop_front();
    domain::HttpResponse response;
    response.error = u"a rehearsal asks nobody but the simulator"_s;
    done(response);
}

void RehearsalTransport::cancelAll()
{
    m_real->cancelAll();
    while (!m_refused.empty())
        refuse();
}

void RehearsalMail::send(domain::MailRequest request, Sent done)
{
    if (request.server.host == stageHost && request.server.port == m_port) {
        m_real->send(std::move(request), std::move(done));
        return;
    }
    refuse([done = std::move(done)] {
        domain::MailResponse response;
        response.end = domain::MailEnd::Unable;
        response.text = u"a rehearsal sends to nobody but the simulator"_s;
        done(response);
    });
}

void RehearsalMail::read(domain::MailboxRequest, Read done)
{
    refuse([done = std::move(done)] {
        domain::MailboxResponse response;
        response.failure.emplace();
        response.failure->end = domain::MailEnd::Unable;
        response.failure->text = u"a rehearsal reads no mailbox"_s;
        done(response);
    });
}

void RehearsalMail::refuse(std::function<void()> told)
{
    m_refused.push_back(std::move(told));
    QTimer::singleShot(0, &m_here, [this] { tell(); });
}

void RehearsalMail::tell()
{
    if (m_refused.empty())
        return;
    const auto told = std::move(m_refused.front());
    m_refused.pop_front();
    told();
}

void RehearsalMail::cancelAll()
{
    m_real->cancelAll();
    while (!m_refused.empty())
        tell();
}

} // namespace engine
