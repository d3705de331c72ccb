#pragma once

#include "gui/templates/previewtext.h"
#include "gui/templates/templateaccounts.h"

#include "domain/template/providertext.h"

#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace gui {

class BodyEdit;
class ElidedLabel;
class Field;
class StatePill;

/// What a WhatsApp message leaves as for people who have not written within 24 hours: a template kept at the account
/// and the texts that fill it. Edits a copy, knows no engine. GUI thread.
class WindowPart : public QWidget
{
    Q_OBJECT

public:
    explicit WindowPart(QWidget *parent = nullptr);

    void showAccounts(const QList<TemplateAccount> &accounts, domain::Instant now);
    void showContent(const domain::ProviderContent &content);
    [[nodiscard]] domain::ProviderContent content() const;
    /// Chosen by the person: as showContent, and it counts as an edit.
    void setContent(const domain::ProviderContent &content);
    void setNotation(domain::TemplateNotation notation);
    void setPlaceholders(const QList<QPair<QString, QString>> &placeholders);
    /// Fills the texts for a contact and says beside each what is wrong with it.
    void updatePreview(const domain::TemplateRecord &record, const QString &language, const domain::Contact &contact,
                       const domain::WorkspaceFacts &workspace, const QStringList &known, const QDateTime &now);

    /// What the contact would see; without a body where nothing is chosen or the template's text is not known.
    [[nodiscard]] const domain::ProviderText &message() const { return m_message; }
    [[nodiscard]] const PreviewText &preview() const { return m_preview; }
    /// What keeps it from being sent, in words; empty: nothing.
    [[nodiscard]] QString problem() const;
    /// The field that had the focus last; null where there is none.
    [[nodiscard]] BodyEdit *edit() const;

Q_SIGNALS:
    void edited();
    void chooseWanted();
    void settingsWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Row
    {
        QString label;
        Field *field = nullptr;
        BodyEdit *edit = nullptr;
        bool isTaken = true; ///< by the template as it is now
    };
    enum Part { Header, Body, Buttons };

    QWidget *buildNothing();
    QWidget *buildChosen();
    void showState();
    void showKnown();
    void rebuildRows();
    void addRow(Part part, const QString &label, const QString &text, bool isTaken);
    [[nodiscard]] QStringList labelsOf(Part part) const;
    [[nodiscard]] QStringList valuesOf(Part part) const;
    [[nodiscard]] QStringList fillRow(Row &row, const domain::TemplateRecord &record, const QString &language,
                                      const domain::Contact &contact, const domain::WorkspaceFacts &workspace,
                                      const QStringList &known, const QDateTime &now);

    QList<TemplateAccount> m_accounts;
    domain::Instant m_now{};
    domain::ProviderContent m_content;
    std::optional<domain::ProviderTemplate> m_known;
    domain::TemplateNotation m_notation = domain::TemplateNotation::Jinja;
    QList<QPair<QString, QString>> m_placeholders;
    domain::ProviderText m_message;
    PreviewText m_preview;
    QList<Row> m_rows[3];
    QString m_accountName;
    int m_empty = 0;
    bool m_isWrong = false; ///< a text cannot be used
    BodyEdit *m_last = nullptr;

    QStackedWidget *m_stack;
    QLabel *m_nothing;
    QPushButton *m_choose;
    ElidedLabel *m_name;
    StatePill *m_state;
    QLabel *m_where;
    QFrame *m_noticeFrame;
    QLabel *m_notice;
    QLabel *m_text;
    QVBoxLayout *m_fields;
    QPushButton *m_add;
    QLabel *m_problem;
};

} // namespace gui
