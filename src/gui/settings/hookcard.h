#pragma once

#include "engine/client/models.h"
#include "gui/kit/card.h"

class QLineEdit;
class QPushButton;

namespace gui {

class StatePill;

/// An account's way in: its address to paste at the provider, whether what comes by it can be proven, and what came.
/// GUI thread.
class HookCard : public Card
{
    Q_OBJECT

public:
    explicit HookCard(QWidget *parent = nullptr);
    void showAccount(const engine::ProviderRow &account, const engine::WebhookStatus::Provider &hook,
                     domain::Instant now);
    [[nodiscard]] QString url() const;

Q_SIGNALS:
    void copied();
    void editWanted();

private:
    StatePill *m_pill;
    QLabel *m_proof;
    QLineEdit *m_url;
    QPushButton *m_copy;
    QLabel *m_where;
    QLabel *m_taken;
    QLabel *m_refused;
    QPushButton *m_edit;
};

} // namespace gui
