#pragma once

#include "engine/client/models.h"

#include <QObject>

class QMenu;

namespace gui {

struct PageContext;

/// What a person can do with a campaign, for the list and the progress page: asks where money or people are concerned,
/// gives the command and says what was done. GUI thread; owned by the page.
class CampaignActions : public QObject
{
    Q_OBJECT

public:
    /// Borrows the context and `window`, over which its questions open.
    CampaignActions(const PageContext &context, QWidget *window);

    void pause(const engine::CampaignRow &row);
    void resume(const engine::CampaignRow &row);
    void cancel(const engine::CampaignRow &row);
    void retryFailed(const engine::CampaignRow &row);
    void duplicate(const engine::CampaignRow &row);
    void deleteDraft(const engine::CampaignRow &row);
    void showMessages(const engine::MessageQuery &query);
    /// Everything that is possible now.
    void fillMenu(QMenu &menu, const engine::CampaignRow &row);

Q_SIGNALS:
    void editWanted(domain::CampaignId draft);
    /// A copy was made; it is a draft.
    void duplicated(domain::CampaignId copy);
    void removed(domain::CampaignId id);

private:
    void toast(const QString &text);
    template <class Work>
    void run(Work work, const QString &done);

    const PageContext &m_context;
    QWidget *m_window;
};

} // namespace gui
