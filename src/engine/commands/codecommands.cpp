#include "engine/commands/codecommands.h"

#include "engine/http/transport.h"
#include "engine/rehearsal/rehearsal.h"
#include "storage/core/workspacefile.h"
#include "storage/messages/messagestore.h"

#include <QDateTime>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace domain;

namespace engine {

namespace {

constexpr std::chrono::seconds shortest{60s};
constexpr std::chrono::seconds longest{3600s};
constexpr int mostTries = 5;
constexpr qsizetype longestCode = 32;

/// The text with its one place for the code; no other braces, which the product would take for a choice of texts.
Result<QString> textOf(const CodeOrder &order)
{
    const QString text = order.text.trimmed().isEmpty() ? u"Your code: "_s + codePlace : order.text.trimmed();
    QString rest = text;
    if (text.count(codePlace) != 1)
        return fail(ErrorCode::InvalidInput, u"one place for the code is expected"_s, u"text"_s);
    rest.remove(codePlace);
    if (rest.contains(u'{') || rest.contains(u'}') || rest.contains(u'|'))
        return fail(ErrorCode::InvalidInput, u"braces and bars cannot be sent"_s, u"text"_s);
    return text;
}

} // namespace

void CodeCommands::send(const CodeOrder &order, Reply<MessageId> done)
{
    m.secrets.whenLoaded([this, order, done = std::move(done)] { done(queue(order)); });
}

void CodeCommands::check(const CodeCheck &check, const Reply<CodeVerdict> &done)
{
    m.secrets.whenLoaded([this, check, done] { ask(check, done); });
}

std::shared_ptr<const Provider> CodeCommands::make(const storage::ProviderRecord &record) const
{
    std::optional<ProviderConfig> config(
        {record.id, record.kind, record.name, record.settings, m.secrets.of(record.id)});
    if (m.stage)
        config = rehearsed(*config, m.factory, *m.stage);
    if (!config)
        return nullptr;
    auto made = m.factory.make(*config);
    return made ? std::shared_ptr<const Provider>(std::move(*made)) : nullptr;
}

Result<CodeCommands::Account> CodeCommands::accountFor(const CodeOrder &order) const
{
    const auto records = storage::ProviderStore(m.context.connection).all();
    if (!records)
        return tl::unexpected(records.error());
    for (const storage::ProviderRecord &record : *records) {
        if (order.provider.isValid() ? record.id.value != order.provider.value
                                     : !record.enabled || !record.pausedReason.isEmpty())
            continue;
        auto provider = make(record);
        if (provider && provider->codes() && provider->capabilities().channels.contains(order.channel))
            return Account{record, std::move(provider)};
    }
    return fail(ErrorCode::NotAllowed, u"no account that works sends one-time codes on this channel"_s, u"provider"_s);
}

Result<PhoneNumber> CodeCommands::numberOf(const QString &typed) const
{
    const auto settings = storage::readWorkspaceSettings(m.context.connection);
    if (!settings)
        return tl::unexpected(settings.error());
    const auto number = parsePhone(typed, settings->country);
    if (!number)
        return fail(ErrorCode::InvalidInput, toText(number.error()), u"to"_s);
    return *number;
}

Result<void> CodeCommands::checkOthers(const Account &account, const QByteArray &addressIndex) const
{
    if (account.provider->codes()->checksWhose())
        return {};
    const Instant now = m.context.now();
    const auto codes = storage::CodeStore(m.context.connection).unverified(account.record.id, now - 2 * longest);
    if (!codes)
        return tl::unexpected(codes.error());
    for (const storage::OneTimeCode &code : *codes)
        if (code.addressIndex != addressIndex && code.isOpen(now))
            return fail(ErrorCode::Conflict,
                        u"another person's code is open until %1, and a check would not tell them apart"_s.arg(
                            QDateTime::fromMSecsSinceEpoch(toMillis(code.validUntil()), Qt::UTC).toString(Qt::ISODate)),
                        u"open_code"_s);
    return {};
}

Result<MessageId> CodeCommands::queue(const CodeOrder &order)
{
    if (order.channel == Channel::Email)
        return fail(ErrorCode::InvalidInput, u"no such channel"_s, u"channel"_s);
    if (order.validity < shortest || order.validity > longest)
        return fail(ErrorCode::InvalidInput, u"range"_s, u"expire"_s);
    const auto text = textOf(order);
    if (!text)
        return tl::unexpected(text.error());
    const auto number = numberOf(order.to);
    if (!number)
        return tl::unexpected(number.error());
    const auto account = accountFor(order);
    if (!account)
        return tl::unexpected(account.error());
    const auto settings = storage::readWorkspaceSettings(m.context.connection);
    if (!settings)
        return tl::unexpected(settings.error());
    const Instant now = m.context.now();
    const QTimeZone zone(settings->timeZone.toLatin1());
    const QDateTime there = QDateTime::fromMSecsSinceEpoch(toMillis(now), zone.isValid() ? zone : QTimeZone::utc());
    const Address address{order.channel, number->e164};
    storage::SingleMessage single;
    single.origin = u"manual"_s;
    single.originId = -toMillis(now); // never a conversation's
    single.occurrence = ++m_codes;
    single.channel = order.channel;
    single.category = Category::Authentication;
    single.addressCipher = m.context.vault.seal(address.normalised);
    single.addressIndex = m.context.vault.indexOf(address);
    single.addressTail = maskedAddress(address);
    single.country = number->country;
    single.provider = account->record.id;
    single.body = *text;
    single.dueAt = now;
    single.expiresAt = now + order.validity; // who asked has given up by then
    single.day = QDate(1970, 1, 1).daysTo(there.date());
    if (auto alone = checkOthers(*account, single.addressIndex); !alone)
        return tl::unexpected(alone.error());
    auto queued = change<MessageId>(m.context, [&](ChangeNote &note) -> Result<MessageId> {
        const auto added = storage::MessageStore(m.context.connection).addWithin(single, now);
        if (!added)
            return added;
        if (auto kept = storage::CodeStore(m.context.connection).add(*added, order.validity); !kept)
            return tl::unexpected(kept.error());
        note = {u"code.send"_s, u"message:%1"_s.arg(added->value), {}, {{u"channel"_s, toText(order.channel)}}};
        return added;
    });
    if (queued)
        m.messagesAdded();
    return queued;
}

void CodeCommands::ask(const CodeCheck &check, const Reply<CodeVerdict> &done)
{
    const QString typed = check.code.trimmed();
    if (typed.isEmpty() || typed.size() > longestCode) {
        done(fail(ErrorCode::InvalidInput, u"required"_s, u"code"_s));
        return;
    }
    const auto number = numberOf(check.to);
    if (!number) {
        done(tl::unexpected(number.error()));
        return;
    }
    storage::CodeStore store(m.context.connection);
    const auto newest = store.newestTo(m.context.vault.indexOf(Address{check.channel, number->e164}), check.channel);
    if (!newest || !*newest) {
        done(newest ? Result<CodeVerdict>(fail(ErrorCode::NotFound, u"no code has left to this address"_s, u"to"_s))
                    : tl::unexpected(newest.error()));
        return;
    }
    const storage::OneTimeCode code = **newest;
    if (code.verifiedAt || !code.isOpen(m.context.now())) {
        done(code.verifiedAt ? CodeVerdict::Used : CodeVerdict::Expired);
        return;
    }
    if (code.tries >= mostTries) {
        done(CodeVerdict::TooManyTries);
        return;
    }
    const auto record = storage::ProviderStore(m.context.connection).provider(code.provider);
    const auto provider = record ? make(*record) : nullptr;
    if (!provider || !provider->codes()) {
        done(fail(ErrorCode::NotAllowed, u"the account that sent it is gone or cannot be used"_s, u"provider"_s));
        return;
    }
    // Before the question, so that no interruption gives another one.
    if (auto counted = m.context.connection.transaction(true, [&] { return store.countTry(code.message); }); !counted) {
        done(tl::unexpected(counted.error()));
        return;
    }
    HttpRequest request = provider->codes()->codeCheckRequest(typed);
    provider->sign(request, m.context.now());
    m.transport.send(std::move(request), [this, provider, code, done](const HttpResponse &response) {
        const auto isRight = provider->codes()->codeChecked(response);
        if (isRight)
            done(learnt(code, *isRight));
        else
            done(tl::unexpected(isRight.error()));
    });
}

// Of two checks at a time one is the right one: whoever comes second finds it used.
CodeVerdict CodeCommands::learnt(const storage::OneTimeCode &code, bool isRight)
{
    if (!isRight)
        return CodeVerdict::Wrong;
    const auto verified = change<bool>(m.context, [&](ChangeNote &note) {
        note = {u"code.verify"_s, u"message:%1"_s.arg(code.message.value), {}, {}};
        return storage::CodeStore(m.context.connection).setVerified(code.message, m.context.now());
    });
    if (!verified)
        qWarning("engine: that a code was right could not be written down: %s", qPrintable(verified.error().detail));
    return verified.value_or(true) ? CodeVerdict::Right : CodeVerdict::Used;
}

} // namespace engine
