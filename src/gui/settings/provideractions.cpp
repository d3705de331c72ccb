#include "gui/settings/provideractions.h"

#include "engine/client/client.h"
#include "gui/frame/page.h"
#include "gui/kit/confirmdialog.h"
#include "gui/kit/errortext.h"
#include "gui/settings/kindchooser.h"
#include "gui/settings/providerdialog.h"
#include "gui/settings/providerwords.h"
#include "gui/templates/testdialog.h"

using namespace Qt::StringLiterals;
using domain::Result;

namespace gui {

namespace {

/// The name, or the first "name 2", "name 3" … nobody has.
QString freeName(const QString &name, const QStringList &taken)
{
    QString made = name;
    for (int i = 2; taken.contains(made, Qt::CaseInsensitive); ++i)
        made = u"%1 %2"_s.arg(name).arg(i);
    return made;
}

engine::ProviderDraft draftOf(const engine::ProviderRow &account)
{
    engine::ProviderDraft draft;
    draft.id = account.id;
    draft.kind = account.kind;
    draft.name = account.name;
    draft.settings = account.settings;
    draft.enabled = account.enabled;
    draft.ratePerSecond = account.ratePerSecond;
    draft.inFlight = account.inFlight;
    return draft;
}

} // namespace

ProviderActions::ProviderActions(const PageContext &context, QWidget *window)
    : QObject(window), m_context(context), m_window(window)
{}

domain::ProviderKind ProviderActions::kindOf(const QString &key) const
{
    for (const domain::ProviderKind &kind : m_kinds)
        if (kind.key == key)
            return kind;
    domain::ProviderKind unknown;
    unknown.key = unknown.name = key;
    return unknown;
}

void ProviderActions::told(const Result<void> &result, const QString &words)
{
    Q_EMIT done();
    if (!m_context.shell)
        return;
    if (result)
        m_context.shell->toast(words);
    else
        m_context.shell->showError(result.error());
}

void ProviderActions::add(const QStringList &taken)
{
    auto *chooser = new KindChooser(m_kinds, m_window);
    connect(chooser, &KindChooser::chosen, this, [this, taken](const QString &key) {
        const domain::ProviderKind kind = kindOf(key);
        engine::ProviderRow fresh;
        fresh.kind = key;
        fresh.name = freeName(kind.name, taken);
        fresh.ratePerSecond = kind.ratePerSecond;
        fresh.inFlight = kind.inFlight;
        open(kind, fresh, {});
    });
    chooser->open();
}

void ProviderActions::edit(const engine::ProviderRow &account) { open(kindOf(account.kind), account, {}); }

void ProviderActions::duplicate(const engine::ProviderRow &account, const QStringList &taken)
{
    engine::ProviderRow copy = account;
    copy.id = {};
    copy.name = freeName(account.name, taken);
    copy.pausedReason.clear();
    copy.pausedDetail.clear();
    open(kindOf(account.kind), copy, account.id);
}

void ProviderActions::open(const domain::ProviderKind &kind, const engine::ProviderRow &account,
                           domain::ProviderId secretsOf)
{
    auto *dialog = new ProviderDialog(kind, account, secretsOf, m_window);
    connect(dialog, &ProviderDialog::edited, this, [this, dialog] { check(dialog); });
    connect(dialog, &ProviderDialog::saveWanted, this, [this, dialog] { save(dialog->draft(), dialog); });
    connect(dialog, &ProviderDialog::testWanted, this, [this, dialog] {
        if (!m_context.client)
            return;
        m_context.client->call<domain::ConnectionReport>(
            [draft = dialog->draft()](engine::Commands &commands, engine::Reply<domain::ConnectionReport> reply) {
                commands.testProvider(draft, std::move(reply));
            },
            dialog,
            [dialog](const Result<domain::ConnectionReport> &report) {
                if (report)
                    dialog->showReport(*report);
                else
                    dialog->showError(report.error());
            });
    });
    dialog->open();
    check(dialog);
}

void ProviderActions::check(ProviderDialog *dialog)
{
    if (!m_context.client)
        return;
    m_context.client->command(
        [draft = dialog->draft()](engine::Commands &commands) -> Result<QList<domain::ConfigProblem>> {
            return commands.providerProblems(draft);
        },
        dialog,
        [dialog](const Result<QList<domain::ConfigProblem>> &problems) {
            if (problems)
                dialog->showProblems(*problems);
        });
}

void ProviderActions::save(const engine::ProviderDraft &draft, ProviderDialog *dialog)
{
    if (!m_context.client)
        return;
    m_context.client->call<domain::ProviderId>(
        [draft](engine::Commands &commands, engine::Reply<domain::ProviderId> reply) {
            commands.saveProvider(draft, std::move(reply));
        },
        this,
        [this, shown = QPointer(dialog)](const Result<domain::ProviderId> &id) {
            if (!id && shown)
                return shown->showError(id.error());
            if (shown)
                shown->accept();
            told(id ? Result<void>() : tl::unexpected(id.error()), tr("Provider saved."));
        });
}

void ProviderActions::setEnabled(const engine::ProviderRow &account, bool enabled)
{
    engine::ProviderDraft draft = draftOf(account);
    draft.enabled = enabled;
    save(draft, nullptr);
}

void ProviderActions::resume(domain::ProviderId id)
{
    if (m_context.client)
        m_context.client->command(
            [id](engine::Commands &commands) { return commands.resumeProvider(id); }, this,
            [this](const Result<void> &result) { told(result, tr("The provider sends again.")); });
}

void ProviderActions::order(const QList<domain::ProviderId> &order)
{
    if (m_context.client)
        m_context.client->command(
            [order](engine::Commands &commands) { return commands.orderProviders(order); }, this,
            [this](const Result<void> &result) { told(result, tr("The first that fits and works is asked first.")); });
}

void ProviderActions::remove(const engine::ProviderRow &account)
{
    if (!m_context.client)
        return;
    m_context.client->ask([id = account.id](engine::Queries &queries) { return queries.providerUse(id); }, this,
                          [this, account](const Result<engine::ProviderUse> &use) {
                              if (use)
                                  askToRemove(account, *use);
                              else if (m_context.shell)
                                  m_context.shell->showError(use.error());
                          });
}

void ProviderActions::askToRemove(const engine::ProviderRow &account, const engine::ProviderUse &use)
{
    const QString words = removalWords(use);
    if (use.messagesWaiting) {
        auto *no = new ConfirmDialog(tr("%1 is still needed").arg(account.name), words, tr("Switch it off"),
                                     ConfirmDialog::Kind::Dangerous, m_window);
        connect(no, &QDialog::accepted, this, [this, account] { setEnabled(account, false); });
        no->open();
        return;
    }
    auto *question = new ConfirmDialog(tr("Remove %1?").arg(account.name), words, tr("Remove the provider"),
                                       ConfirmDialog::Kind::Dangerous, m_window);
    connect(question, &QDialog::accepted, this, [this, id = account.id] {
        if (m_context.client)
            m_context.client->call<void>(
                [id](engine::Commands &commands, engine::Reply<void> reply) {
                    commands.removeProvider(id, std::move(reply));
                },
                this, [this](const Result<void> &result) { told(result, tr("Provider removed.")); });
    });
    question->open();
}

void ProviderActions::test(const engine::ProviderRow &account)
{
    if (m_context.client)
        m_context.client->call<domain::ConnectionReport>(
            [draft = draftOf(account)](engine::Commands &commands, engine::Reply<domain::ConnectionReport> reply) {
                commands.testProvider(draft, std::move(reply));
            },
            this,
            [this, id = account.id](const Result<domain::ConnectionReport> &report) {
                if (report)
                    Q_EMIT tested(id, *report);
                else
                    Q_EMIT notTested(id, report.error());
            });
}

void ProviderActions::sendTest(const engine::ProviderRow &account)
{
    const QString text = tr("This is a test message from Heliograph.");
    auto *dialog = new TestDialog(text, account.channels, {}, m_window);
    connect(dialog, &TestDialog::sendWanted, this,
            [this, text, id = account.id, shown = QPointer(dialog)](domain::Channel channel, const QString &address) {
                if (!m_context.client)
                    return;
                engine::TestMessage message{channel, address, text, id};
                if (channel == domain::Channel::Email)
                    message.subject = tr("Test message");
                m_context.client->call<domain::MessageId>(
                    [message](engine::Commands &commands, engine::Reply<domain::MessageId> reply) {
                        commands.sendTest(message, std::move(reply));
                    },
                    this,
                    [this, shown, address](const Result<domain::MessageId> &sent) {
                        if (!sent && shown)
                            return shown->showError(sentenceFor(sent.error()));
                        if (shown)
                            shown->accept();
                        if (sent && m_context.shell)
                            m_context.shell->toast(tr("Test message to %1 is on its way.").arg(address));
                    });
            });
    dialog->open();
}

} // namespace gui
