#pragma once

#include "engine/client/models.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace gui {

class Field;
class FilePathEdit;
class Form;
class HookCard;
class StatePill;

/// The way in for what providers tell by themselves: on or off, by which address, and each account's part of it. GUI
/// thread.
class WebhooksSection : public QWidget
{
    Q_OBJECT

public:
    explicit WebhooksSection(QWidget *parent = nullptr);
    /// Replaces the fields unless a person is changing them.
    void showStatus(const engine::WebhookStatus &status, const QList<engine::ProviderRow> &accounts,
                    domain::Instant now);
    void showError(const domain::Error &error);
    void saved();
    [[nodiscard]] engine::WebhookSettings settings() const; ///< on or off as it was shown
    [[nodiscard]] bool isChanged() const;
    [[nodiscard]] bool enabled() const { return m_shown.enabled; }

Q_SIGNALS:
    void saveWanted(const engine::WebhookSettings &settings);
    void editWanted(const engine::ProviderRow &account);
    void copied();

private:
    void buildForm();
    void buildButtons();
    void save(bool enabled);
    void showFields();
    void showState(const engine::WebhookStatus &status, domain::Instant now);
    void showAccounts(const engine::WebhookStatus &status, const QList<engine::ProviderRow> &accounts,
                      domain::Instant now);
    void edited();
    [[nodiscard]] bool isDirect() const;

    engine::WebhookSettings m_shown;
    StatePill *m_pill;
    QLabel *m_state;
    Form *m_form;
    QComboBox *m_mode;
    QSpinBox *m_port;
    QLineEdit *m_publicUrl;
    QLineEdit *m_address;
    FilePathEdit *m_certificate;
    FilePathEdit *m_key;
    Field *m_modeField = nullptr;
    QList<Field *> m_directFields;
    QPushButton *m_save;
    QPushButton *m_switch;
    QVBoxLayout *m_cards;
    QHash<qint64, HookCard *> m_cardOf;
    QLabel *m_local;
    QLabel *m_others;
    QString m_failure; ///< said at its field; not again while it stays the same
};

} // namespace gui
