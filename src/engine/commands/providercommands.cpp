#include "engine/commands/providercommands.h"

#include "domain/address/address.h"
#include "domain/address/email.h"
#include "domain/address/phone.h"
#include "engine/commands/attachmentcheck.h"
#include "engine/http/transport.h"
#include "engine/mail/mailtransport.h"
#include "engine/rehearsal/rehearsal.h"
#include "engine/sending/limits.h"
#include "storage/core/workspacefile.h"
#include "storage/messages/messagestore.h"
#include "storage/templates/attachmentstore.h"
#include "storage/workspace/providercopies.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace domain;

namespace engine {

namespace {

constexpr double highestRate = 100'000;
constexpr int mostInFlight = 5'000;
constexpr std::chrono::hours testExpiry{1};

QJsonObject auditOf(const storage::ProviderRecord &record)
{
    return {{u"kind"_s, record.kind},          {u"name"_s, record.name},
            {u"enabled"_s, record.enabled},    {u"rate_per_second"_s, record.ratePerSecond},
            {u"in_flight"_s, record.inFlight}, {u"settings"_s, record.settings}};
}

QString subjectOf(ProviderId id) { return u"provider:%1"_s.arg(id.value); }

/// Requests one after the other; the first that gets no whole answer ends it.
void askInTurn(Transport &transport, const std::shared_ptr<const Provider> &provider, const Clock &clock,
               std::shared_ptr<std::vector<HttpRequest>> requests, std::shared_ptr<std::vector<HttpResponse>> responses,
               const std::function<void()> &done)
{
    if (responses->size() == requests->size()) {
        done();
        return;
    }
    HttpRequest request = (*requests)[responses->size()];
    provider->sign(request, clock.now());
    transport.send(std::move(request), [=, &transport, &clock](HttpResponse response) {
        const bool isWhole = response.reached == Reached::ResponseComplete;
        responses->push_back(response);
        while (!isWhole && responses->size() < requests->size())
            responses->push_back(response); // the others would fare no better
        askInTurn(transport, provider, clock, requests, responses, done);
    });
}

} // namespace

ProviderConfig ProviderCommands::configOf(const ProviderDraft &draft) const
{
    QHash<QString, QString> secrets = m.secrets.of(draft.id.isValid() ? draft.id : draft.secretsOf);
    for (auto it = draft.secrets.cbegin(); it != draft.secrets.cend(); ++it) {
        if (it.value().isEmpty())
            secrets.remove(it.key());
        else
            secrets.insert(it.key(), it.value());
    }
    return {draft.id, draft.kind, draft.name, draft.settings, secrets};
}

QList<ConfigProblem> ProviderCommands::problems(const ProviderDraft &draft)
{
    QList<ConfigProblem> found;
    if (draft.name.trimmed().isEmpty())
        found << ConfigProblem{u"name"_s, u"required"_s};
    if (!(draft.ratePerSecond > 0 && draft.ratePerSecond <= highestRate))
        found << ConfigProblem{u"ratePerSecond"_s, u"range"_s};
    if (draft.inFlight < 1 || draft.inFlight > mostInFlight)
        found << ConfigProblem{u"inFlight"_s, u"range"_s};
    for (const ConfigProblem &problem : m.factory.problems(configOf(draft)))
        // What is still being read from the key store is not missing.
        if (m.secrets.isLoaded() || problem.reason != u"required" ||
            !SecretBook::namesIn(draft.settings).contains(problem.field))
            found << problem;
    return found;
}

Result<storage::ProviderRecord> ProviderCommands::recordOf(const ProviderDraft &draft)
{
    if (const auto found = problems(draft); !found.isEmpty())
        return fail(ErrorCode::InvalidInput, found.first().reason, found.first().field);
    storage::ProviderRecord record;
    if (draft.id.isValid()) {
        const auto known = storage::ProviderStore(m.context.connection).provider(draft.id);
        if (!known)
            return tl::unexpected(known.error());
        record = *known;
    }
    const ProviderConfig config = configOf(draft);
    const auto made = m.factory.make(config);
    if (!made)
        return tl::unexpected(made.error());
    record.kind = draft.kind;
    record.name = draft.name.trimmed();
    record.settings = draft.settings;
    QStringList names = config.secrets.keys();
    for (const QString &name : SecretBook::namesIn(draft.settings)) // one the key store did not give just now is kept
        if (!names.contains(name) && !draft.secrets.contains(name))
            names << name;
    SecretBook::setNames(record.settings, names);
    record.hasSecret = !names.isEmpty();
    record.channels = (*made)->capabilities().channels;
    record.enabled = draft.enabled;
    record.ratePerSecond = draft.ratePerSecond;
    record.inFlight = draft.inFlight;
    return record;
}

Result<ProviderId> ProviderCommands::writeRow(const storage::ProviderRecord &record, const QString &action)
{
    return change<ProviderId>(m.context, [&](ChangeNote &note) -> Result<ProviderId> {
        storage::ProviderStore store(m.context.connection);
        if (record.id.isValid()) {
            const auto before = store.provider(record.id);
            if (!before)
                return tl::unexpected(before.error());
            note.before = auditOf(*before);
            if (before->settings != record.settings || before->kind != record.kind)
                if (auto done = storage::ProviderCopies(m.context.connection).forget(record.id); !done)
                    return tl::unexpected(done.error());
        }
        const auto saved = store.save(record, m.context.now());
        if (saved)
            note = {action, subjectOf(*saved), note.before, auditOf(record)};
        return saved;
    });
}

void ProviderCommands::save(const ProviderDraft &draft, Reply<ProviderId> done)
{
    m.secrets.whenLoaded([=, this] { saveLoaded(draft, done); });
}

void ProviderCommands::saveLoaded(const ProviderDraft &draft, const Reply<ProviderId> &done)
{
    const auto record = recordOf(draft);
    if (!record) {
        done(tl::unexpected(record.error()));
        return;
    }
    if (!record->id.isValid()) {
        addNew(*record, configOf(draft).secrets, done);
        return;
    }
    m.secrets.write(record->id, draft.secrets, [=, this, record = *record](const Result<void> &written) {
        const auto saved =
            written ? writeRow(record, u"provider.change"_s) : Result<ProviderId>(tl::unexpected(written.error()));
        m.providersChanged();
        done(saved);
    });
}

// The secrets' keys bear the row's id, so the row comes first, switched off until they are written.
void ProviderCommands::addNew(const storage::ProviderRecord &record, const QHash<QString, QString> &secrets,
                              const Reply<ProviderId> &done)
{
    storage::ProviderRecord waiting = record;
    waiting.enabled = false;
    const auto id = writeRow(waiting, u"provider.add"_s);
    if (!id) {
        done(id);
        return;
    }
    m.secrets.write(*id, secrets, [=, this, id = *id](const Result<void> &written) {
        if (!written) {
            if (auto undone = removeRow(record, id); !undone)
                qWarning("engine: a provider without secrets stays, switched off: %s",
                         qPrintable(undone.error().detail));
            done(tl::unexpected(written.error()));
            return;
        }
        storage::ProviderRecord ready = record;
        ready.id = id;
        const auto saved = ready.enabled ? writeRow(ready, u"provider.change"_s) : Result<ProviderId>(id);
        m.providersChanged();
        done(saved);
    });
}

Result<void> ProviderCommands::removeRow(const storage::ProviderRecord &record, ProviderId id)
{
    return changeOnly(m.context, [&](ChangeNote &note) {
        note = {u"provider.remove"_s, subjectOf(id), auditOf(record), {}};
        return storage::ProviderStore(m.context.connection).remove(id);
    });
}

void ProviderCommands::remove(ProviderId id, Reply<void> done)
{
    storage::ProviderStore store(m.context.connection);
    const auto record = store.provider(id);
    const auto needed = store.isNeeded(id);
    if (!record || !needed) {
        done(tl::unexpected(record ? needed.error() : record.error()));
        return;
    }
    if (*needed) {
        done(fail(ErrorCode::Conflict, u"messages or campaigns wait for this provider"_s));
        return;
    }
    const auto removed = removeRow(*record, id);
    if (!removed) {
        done(removed);
        return;
    }
    m.providersChanged();
    // A secret that outlives its provider opens nothing of ours; the person is told all the same.
    m.secrets.forget(id, SecretBook::namesIn(record->settings), std::move(done));
}

Result<void> ProviderCommands::order(const QList<ProviderId> &order)
{
    const auto done = changeOnly(m.context, [&](ChangeNote &note) {
        QJsonArray ids;
        for (const ProviderId id : order)
            ids << id.value;
        note = {u"provider.order"_s, u"providers"_s, {}, {{u"order"_s, ids}}};
        return storage::ProviderStore(m.context.connection).setOrder(order, m.context.now());
    });
    if (done)
        m.providersChanged();
    return done;
}

Result<void> ProviderCommands::resume(ProviderId id)
{
    const auto resumed = changeOnly(m.context, [&](ChangeNote &note) -> Result<void> {
        storage::ProviderStore store(m.context.connection);
        const auto before = store.provider(id);
        if (!before)
            return tl::unexpected(before.error());
        note = {u"provider.resume"_s, subjectOf(id), {{u"paused"_s, before->pausedReason}}, {}};
        return store.resume(id, m.context.now());
    });
    if (resumed)
        m.providersChanged();
    return resumed;
}

void ProviderCommands::test(const ProviderDraft &draft, Reply<ConnectionReport> done)
{
    m.secrets.whenLoaded([=, this] { testLoaded(draft, done); });
}

void ProviderCommands::testLoaded(const ProviderDraft &draft, const Reply<ConnectionReport> &done)
{
    std::optional<ProviderConfig> config(configOf(draft));
    if (m.stage)
        config = rehearsed(*config, m.factory, *m.stage);
    if (!config) {
        done(fail(ErrorCode::NotAllowed, u"there is no simulation of this kind"_s, u"rehearsal"_s));
        return;
    }
    auto made = m.factory.make(*config);
    if (!made) {
        done(tl::unexpected(made.error()));
        return;
    }
    const std::shared_ptr<const Provider> provider = std::move(*made);
    if (provider->mail()) {
        testMail(provider, done);
        return;
    }
    auto requests = std::make_shared<std::vector<HttpRequest>>(provider->testRequests());
    auto responses = std::make_shared<std::vector<HttpResponse>>();
    askInTurn(m.transport, provider, m.context.clock, requests, responses,
              [=] { done(provider->testReport(*responses)); });
}

// The way out first, then the mailbox, which is opened and left as it is.
void ProviderCommands::testMail(const std::shared_ptr<const Provider> &provider, const Reply<ConnectionReport> &done)
{
    if (!m.mail) {
        done(fail(ErrorCode::NotAllowed, u"nothing here sends mail"_s));
        return;
    }
    m.mail->send(provider->mail()->testRequest(), [=, this](const MailResponse &response) {
        const ConnectionReport report = provider->mail()->testReport(response);
        const Instant tomorrow = m.context.now() + std::chrono::hours(48); // nothing to read is what is wanted here
        const auto mailbox = provider->mail()->mailboxRequest({}, tomorrow);
        if (report.verdict != ConnectionReport::Verdict::Works || !mailbox) {
            done(report);
            return;
        }
        m.mail->read(*mailbox, [=](const MailboxResponse &read) {
            if (!read.failure) {
                done(report);
                return;
            }
            ConnectionReport failed = provider->mail()->testReport(*read.failure);
            failed.providerWords.prepend(u"IMAP: "_s);
            done(failed);
        });
    });
}

Result<MessageId> ProviderCommands::sendTest(const TestMessage &message)
{
    if (message.body.trimmed().isEmpty())
        return fail(ErrorCode::InvalidInput, u"required"_s, u"body"_s);
    const auto settings = storage::readWorkspaceSettings(m.context.connection);
    if (!settings)
        return tl::unexpected(settings.error());
    const auto limits = readLimits(m.context.connection);
    if (!limits)
        return tl::unexpected(limits.error());
    const bool hasMore = !message.html.isEmpty() || !message.attachments.isEmpty();
    if (hasMore && message.channel != Channel::Email)
        return fail(ErrorCode::InvalidInput, u"only an e-mail has HTML and attachments"_s, u"html"_s);
    if (auto fits = checkAttachments(message.attachments, limits->attachedBytes()); !fits)
        return tl::unexpected(fits.error());

    Address address{message.channel, {}};
    storage::SingleMessage single;
    if (message.channel == Channel::Email) {
        const auto normalised = normalisedEmail(message.to);
        if (!normalised)
            return fail(ErrorCode::InvalidInput, u"no e-mail address"_s, u"to"_s);
        address.normalised = *normalised;
    } else {
        const auto parsed = parsePhone(message.to, settings->country);
        if (!parsed)
            return fail(ErrorCode::InvalidInput, toText(parsed.error()), u"to"_s);
        address.normalised = parsed->e164;
        single.country = parsed->country;
    }
    const Instant now = m.context.now();
    const QTimeZone zone(settings->timeZone.toLatin1());
    const QDateTime there = QDateTime::fromMSecsSinceEpoch(toMillis(now), zone.isValid() ? zone : QTimeZone::utc());
    single.origin = u"test"_s;
    single.originId = toMillis(now);
    single.occurrence = ++m_tests;
    single.channel = message.channel;
    single.category = Category::Transactional;
    single.addressCipher = m.context.vault.seal(address.normalised);
    single.addressIndex = m.context.vault.indexOf(address);
    single.addressTail = maskedAddress(address);
    single.provider = message.provider;
    single.subject = message.subject;
    single.body = message.body;
    single.dueAt = now;
    single.expiresAt = now + testExpiry;
    single.day = QDate(1970, 1, 1).daysTo(there.date());
    MessageId id;
    storage::MessageStore messages(m.context.connection);
    storage::AttachmentStore files(m.context.connection);
    const auto done = m.context.connection.transaction(false, [&]() -> Result<void> {
        if (auto forgotten = files.forgetTestMails(); !forgotten)
            return forgotten;
        const auto added = messages.addWithin(single, now);
        if (!added)
            return tl::unexpected(added.error());
        id = *added;
        return hasMore ? files.addTestMail(id, {message.html, message.attachments}) : Result<void>();
    });
    if (!done)
        return tl::unexpected(done.error());
    m.messagesAdded();
    return id;
}

} // namespace engine
