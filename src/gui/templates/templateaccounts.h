#pragma once

#include "domain/provider/kind.h"
#include "domain/template/templaterecord.h"
#include "engine/client/models.h"

#include <QObject>
#include <QPointer>

namespace gui {

class ProviderTemplateDialog;
struct PageContext;

/// An account that takes templates kept at the provider alone from 24 hours after somebody wrote, and what is known of
/// these.
struct TemplateAccount
{
    domain::ProviderId id;
    QString name;
    bool isListed = false; ///< its templates can be fetched; else one has to know their names
    engine::ProviderTemplateList list;
    bool isFetching = false;
    QString problem; ///< why they could not be fetched, in words; empty: they could
};

/// The one that has a template of this name and language, with it; null where none has.
struct KnownTemplate
{
    const TemplateAccount *account = nullptr;
    const domain::ProviderTemplate *known = nullptr;
};
[[nodiscard]] KnownTemplate knownTemplate(const QList<TemplateAccount> &accounts,
                                          const domain::ProviderContent &content);

/// Asks which accounts there are and what they keep, has it fetched anew, and lets a person choose. GUI thread; owned
/// by the page.
class TemplateAccounts : public QObject
{
    Q_OBJECT

public:
    /// Borrows the context and `window`, over which the dialog opens.
    TemplateAccounts(const PageContext &context, QWidget *window);

    [[nodiscard]] const QList<TemplateAccount> &accounts() const { return m_accounts; }
    /// By hand, where there is no engine.
    void showAccounts(const QList<TemplateAccount> &accounts);
    void fetch();
    void fetchFromProvider(domain::ProviderId id);
    /// `current` stands in the dialog at first and its texts are kept for the template that is chosen.
    void choose(const domain::ProviderContent &current);

Q_SIGNALS:
    void changed();
    void chosen(const domain::ProviderContent &content);

private:
    void fetchAccounts();
    void showRows(const QList<engine::ProviderRow> &rows);
    void fetchList(domain::ProviderId id);
    void setFetching(domain::ProviderId id, bool isFetching, const QString &problem);
    [[nodiscard]] TemplateAccount *accountOf(domain::ProviderId id);

    const PageContext &m_context;
    QWidget *m_window;
    QList<domain::ProviderKind> m_kinds;
    QList<TemplateAccount> m_accounts;
    QPointer<ProviderTemplateDialog> m_dialog;
};

} // namespace gui
