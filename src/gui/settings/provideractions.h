#pragma once

#include "engine/client/commands.h"

#include <QObject>

namespace gui {

class ProviderDialog;
struct PageContext;

/// What a person can do with the accounts messages leave by: opens the dialogs, gives the commands and says what was
/// done. GUI thread; owned by the page.
class ProviderActions : public QObject
{
    Q_OBJECT

public:
    /// Borrows the context and `window`, over which its dialogs open.
    ProviderActions(const PageContext &context, QWidget *window);

    void setKinds(const QList<domain::ProviderKind> &kinds) { m_kinds = kinds; }
    /// The kind with its fields; one without fields where there is no translator for it (any more).
    [[nodiscard]] domain::ProviderKind kindOf(const QString &key) const;

    /// First which kind, then its page. `taken`: the names there are.
    void add(const QStringList &taken);
    void edit(const engine::ProviderRow &account);
    void duplicate(const engine::ProviderRow &account, const QStringList &taken);
    void setEnabled(const engine::ProviderRow &account, bool enabled);
    void resume(domain::ProviderId id);
    /// Asks first, naming what leaves by it.
    void remove(const engine::ProviderRow &account);
    void order(const QList<domain::ProviderId> &order);
    void test(const engine::ProviderRow &account);
    void sendTest(const engine::ProviderRow &account);

Q_SIGNALS:
    /// Something was changed, or was to be.
    void done();
    void tested(domain::ProviderId id, const domain::ConnectionReport &report);
    void notTested(domain::ProviderId id, const domain::Error &error);

private:
    void open(const domain::ProviderKind &kind, const engine::ProviderRow &account, domain::ProviderId secretsOf);
    void check(ProviderDialog *dialog);
    void save(const engine::ProviderDraft &draft, ProviderDialog *dialog);
    void askToRemove(const engine::ProviderRow &account, const engine::ProviderUse &use);
    void told(const domain::Result<void> &result, const QString &words);

    const PageContext &m_context;
    QWidget *m_window;
    QList<domain::ProviderKind> m_kinds;
};

} // namespace gui
