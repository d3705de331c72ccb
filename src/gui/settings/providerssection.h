#pragma once

#include "domain/provider/provider.h"
#include "engine/client/models.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace gui {

class Card;

/// The accounts messages leave by, in the order in which they are asked, each with what it needs. GUI thread.
class ProvidersSection : public QWidget
{
    Q_OBJECT

public:
    explicit ProvidersSection(QWidget *parent = nullptr);
    void setKinds(const QList<domain::ProviderKind> &kinds);
    void showProviders(const QList<engine::ProviderRow> &providers);
    void showHealth(const QList<engine::ProviderHealth> &health);
    /// What 'Test connection' of a card found.
    void showReport(domain::ProviderId id, const domain::ConnectionReport &report);
    void showTestError(domain::ProviderId id, const domain::Error &error);
    [[nodiscard]] const QList<engine::ProviderRow> &providers() const { return m_providers; }
    [[nodiscard]] QStringList names() const;

Q_SIGNALS:
    void addWanted();
    void editWanted(const engine::ProviderRow &provider);
    void duplicateWanted(const engine::ProviderRow &provider);
    void resumeWanted(domain::ProviderId id);
    void enableWanted(const engine::ProviderRow &provider, bool enabled);
    void removeWanted(const engine::ProviderRow &provider);
    void testWanted(const engine::ProviderRow &provider);
    void testMessageWanted(const engine::ProviderRow &provider);
    void orderWanted(const QList<domain::ProviderId> &order);

private:
    struct Words
    {
        QString text;
        bool isGood = true;
    };

    void build();
    [[nodiscard]] QWidget *cardFor(qsizetype at);
    void addHead(Card &card, qsizetype at);
    void addFacts(Card &card, const engine::ProviderRow &provider);
    void addButtons(Card &card, const engine::ProviderRow &provider);
    [[nodiscard]] QPushButton *moreButton(const engine::ProviderRow &provider);
    void move(qsizetype at, int by);
    [[nodiscard]] QString kindName(const QString &key) const;
    [[nodiscard]] QString healthWords(domain::ProviderId id) const;

    QVBoxLayout *m_rows;
    QPushButton *m_add;
    QList<domain::ProviderKind> m_kinds;
    QList<engine::ProviderRow> m_providers;
    QList<engine::ProviderHealth> m_health;
    QHash<domain::ProviderId, Words> m_reports;
};

} // namespace gui
