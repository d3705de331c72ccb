#include "gui/templates/templateaccounts.h"

#include "engine/client/client.h"
#include "gui/frame/page.h"
#include "gui/kit/errortext.h"
#include "gui/templates/providertemplatedialog.h"

namespace gui {

using domain::ProviderId;

KnownTemplate knownTemplate(const QList<TemplateAccount> &accounts, const domain::ProviderContent &content)
{
    for (const TemplateAccount &account : accounts)
        for (const domain::ProviderTemplate &one : account.list.templates)
            if (one.name == content.name && one.language == content.language)
                return {&account, &one};
    return {};
}

TemplateAccounts::TemplateAccounts(const PageContext &context, QWidget *window)
    : QObject(window), m_context(context), m_window(window)
{}

void TemplateAccounts::showAccounts(const QList<TemplateAccount> &accounts)
{
    m_accounts = accounts;
    Q_EMIT changed();
}

void TemplateAccounts::fetch()
{
    if (!m_context.client)
        return;
    if (!m_kinds.isEmpty())
        return fetchAccounts();
    m_context.client->command(
        [](engine::Commands &commands) -> domain::Result<QList<domain::ProviderKind>> {
            return commands.providerKinds();
        },
        this,
        [this](const domain::Result<QList<domain::ProviderKind>> &kinds) {
            if (!kinds)
                return;
            m_kinds = *kinds;
            fetchAccounts();
        });
}

void TemplateAccounts::fetchAccounts()
{
    m_context.client->ask([](engine::Queries &queries) { return queries.providers(); }, this,
                          [this](const domain::Result<QList<engine::ProviderRow>> &rows) {
                              if (rows)
                                  showRows(*rows);
                          });
}

void TemplateAccounts::showRows(const QList<engine::ProviderRow> &rows)
{
    QList<TemplateAccount> accounts;
    for (const engine::ProviderRow &row : rows) {
        const auto kind = std::find_if(m_kinds.cbegin(), m_kinds.cend(),
                                       [&](const domain::ProviderKind &one) { return one.key == row.kind; });
        if (kind == m_kinds.cend() || kind->beyondWindow == domain::BeyondWindow::Text ||
            !row.channels.contains(domain::Channel::WhatsApp))
            continue;
        TemplateAccount account;
        if (const TemplateAccount *before = accountOf(row.id))
            account = *before;
        account.id = row.id;
        account.name = row.name;
        account.isListed = kind->beyondWindow == domain::BeyondWindow::ListedTemplate;
        accounts << account;
    }
    showAccounts(accounts);
    for (const TemplateAccount &account : std::as_const(accounts))
        if (account.isListed)
            fetchList(account.id);
}

void TemplateAccounts::fetchList(ProviderId id)
{
    m_context.client->ask([id](engine::Queries &queries) { return queries.providerTemplates(id); }, this,
                          [this, id](const domain::Result<engine::ProviderTemplateList> &list) {
                              TemplateAccount *account = accountOf(id);
                              if (!account || !list)
                                  return;
                              account->list = *list;
                              Q_EMIT changed();
                          });
}

void TemplateAccounts::fetchFromProvider(ProviderId id)
{
    if (!m_context.client)
        return;
    setFetching(id, true, {});
    m_context.client->call<void>(
        [id](engine::Commands &commands, engine::Reply<void> done) { commands.readProviderLists(id, std::move(done)); },
        this,
        [this, id](const domain::Result<void> &done) {
            setFetching(id, false, done ? QString() : sentenceFor(done.error()));
            fetchList(id);
        });
}

void TemplateAccounts::setFetching(ProviderId id, bool isFetching, const QString &problem)
{
    TemplateAccount *account = accountOf(id);
    if (!account)
        return;
    account->isFetching = isFetching;
    account->problem = problem;
    Q_EMIT changed();
}

TemplateAccount *TemplateAccounts::accountOf(ProviderId id)
{
    const auto it =
        std::find_if(m_accounts.begin(), m_accounts.end(), [id](const auto &account) { return account.id == id; });
    return it == m_accounts.end() ? nullptr : &*it;
}

void TemplateAccounts::choose(const domain::ProviderContent &current)
{
    m_dialog = new ProviderTemplateDialog(
        m_accounts, current, [this] { return m_context.now(); }, m_window);
    connect(this, &TemplateAccounts::changed, m_dialog, [this] { m_dialog->showAccounts(m_accounts); });
    connect(m_dialog, &ProviderTemplateDialog::fetchWanted, this, &TemplateAccounts::fetchFromProvider);
    connect(m_dialog, &ProviderTemplateDialog::chosen, this, &TemplateAccounts::chosen);
    m_dialog->open();
}

} // namespace gui
