#pragma once

#include "engine/client/models.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace gui {

/// The accounts of a rule in the order in which they are tried, a row each: after the one before it or together with
/// it, which account, as whom, with what weight; moved by buttons or Alt with an arrow. GUI thread.
class RouteWays : public QWidget
{
    Q_OBJECT

public:
    explicit RouteWays(QWidget *parent = nullptr);

    /// Offers those that have the channel; a row whose account is not among them is left without one.
    void setProviders(const QList<engine::ProviderRow> &providers, domain::Channel channel);
    void setWays(const QList<domain::Route> &ways);
    /// By position; the case is left empty. Rows without an account are left out.
    [[nodiscard]] QList<domain::Route> ways() const;

Q_SIGNALS:
    void edited();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Row
    {
        QWidget *widget = nullptr;
        QComboBox *turn = nullptr;
        QComboBox *provider = nullptr;
        QLineEdit *sender = nullptr;
        QSpinBox *weight = nullptr;
        QToolButton *up = nullptr;
        QToolButton *down = nullptr;
        QToolButton *remove = nullptr;
    };

    Row makeRow();
    void addRow(const domain::Route &way, bool isTogether);
    void fillProviders(const Row &row, domain::ProviderId chosen) const;
    void offerSender(const Row &row) const;
    void removeRow(const QWidget *widget);
    void move(const QWidget *widget, int by);
    [[nodiscard]] qsizetype rowOf(const QWidget *widget) const;
    [[nodiscard]] bool isShared(qsizetype at) const;
    void arrange();

    QList<engine::ProviderRow> m_providers;
    domain::Channel m_channel = domain::Channel::Sms;
    QVBoxLayout *m_rowsColumn;
    QPushButton *m_add;
    QList<Row> m_rows;
};

} // namespace gui
