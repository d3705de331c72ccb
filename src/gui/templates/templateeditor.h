#pragma once

#include "domain/contact/contact.h"
#include "domain/template/templaterecord.h"
#include "engine/client/commands.h"
#include "gui/frame/page.h"
#include "gui/templates/previewtext.h"

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QTimer;

namespace gui {

class AttachmentBar;
class BodyEdit;
class Field;
class MailPicture;
class PhonePicture;
class TextFacts;
class WindowPart;
struct TemplateAccount;

/// Edits a copy of a template: fields and text at the left, what a contact would get at the right. Knows no engine:
/// the page saves what record() returns. GUI thread.
class TemplateEditor : public QWidget
{
    Q_OBJECT

public:
    explicit TemplateEditor(const PageContext &context, QWidget *parent = nullptr);

    /// Begins anew with this record; the first language is shown.
    void showRecord(const domain::TemplateRecord &record);
    /// What was saved is `record` now; the text stays as it is, with its history.
    void showSaved(const domain::TemplateRecord &record);
    /// The business whose name stands on the phone and in placeholders.
    void showWorkspace(const domain::WorkspaceFacts &workspace);
    void showPrice(const domain::Money &perSegment);
    void showPlaceholders(const QList<QPair<QString, QString>> &placeholders);
    /// The contact of the preview.
    void showContact(const domain::Contact &contact);
    /// The accounts that take templates of their own outside WhatsApp's window.
    void showAccounts(const QList<TemplateAccount> &accounts);
    /// What a person chose among these for the language that is shown.
    void setProviderContent(const domain::ProviderContent &content);
    void showContactChoices(const QList<QPair<domain::ContactId, QString>> &contacts);
    /// An error beside what caused it; an unknown place is shown at the foot.
    void showError(const domain::Error &error);

    [[nodiscard]] domain::TemplateRecord record() const;
    /// What the person says of this version; may be empty.
    [[nodiscard]] QString note() const;
    [[nodiscard]] bool isChanged() const;
    [[nodiscard]] bool isValid() const;
    [[nodiscard]] const PreviewText &preview() const { return m_preview; }
    /// What a test sends of the language that is shown, but for its address.
    [[nodiscard]] engine::TestMessage testMessage() const;
    [[nodiscard]] AttachmentBar &attachments() const { return *m_attachments; }
    [[nodiscard]] QString language() const;
    void updatePreview();

Q_SIGNALS:
    void backWanted();
    void saveWanted();
    void testWanted();
    void versionsWanted();
    void contactSearched(const QString &words);
    void contactChosen(domain::ContactId id);
    void channelChosen(domain::Channel channel);
    /// One of the accounts' templates is to be chosen in place of this one.
    void providerTemplateWanted(const domain::ProviderContent &current);
    void providersWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildForm();
    QWidget *buildSide();
    [[nodiscard]] domain::TemplateRecord typed() const; ///< record() with what another channel would have
    void keepBody();
    void showLanguage(int tab);
    void addLanguage();
    void removeLanguage();
    void fillPlaceholderMenu();
    QWidget *buildText();
    QWidget *buildParts();
    [[nodiscard]] BodyEdit *text() const; ///< the one that is shown; null where it has no text to write
    void showPart(int part);
    void showParts();
    void keepTyped(domain::TemplateVersion &version) const;
    void previewMail(const QDateTime &now);
    QWidget *buildFoot();
    void edited();
    void showProblems();
    void arrange();

    PageContext m_context;
    domain::TemplateRecord m_saved;
    domain::TemplateRecord m_record;
    domain::Contact m_contact;
    domain::WorkspaceFacts m_workspace;
    QList<QPair<QString, QString>> m_placeholders;
    QStringList m_known;
    PreviewText m_preview;
    PreviewText m_htmlPreview; ///< e-mail with HTML only
    QString m_subjectPreview;
    int m_tab = 0;
    bool m_showing = false;

    QList<Field *> m_kinds;
    QGridLayout *m_kindGrid;
    int m_columns = 0;
    QLabel *m_title;
    QPushButton *m_save;
    QPushButton *m_test;
    QPushButton *m_versions;
    QLineEdit *m_name;
    QLineEdit *m_purpose;
    QComboBox *m_channel;
    QComboBox *m_category;
    QComboBox *m_notation;
    QComboBox *m_missing;
    QCheckBox *m_smart;
    QCheckBox *m_active;
    QTabBar *m_languages;
    QPushButton *m_removeLanguage;
    QPushButton *m_insert;
    QMenu *m_insertMenu;
    QLineEdit *m_subject;
    Field *m_subjectField;
    QLineEdit *m_note;
    QWidget *m_partsRow;
    QTabBar *m_parts; ///< text and HTML of an e-mail, within and outside WhatsApp's window
    QPushButton *m_fromText;
    QStackedWidget *m_texts;
    BodyEdit *m_body;
    BodyEdit *m_html;
    WindowPart *m_window;
    AttachmentBar *m_attachments;
    QLabel *m_error;
    Field *m_nameField;
    QComboBox *m_person;
    QStackedWidget *m_picture;
    PhonePicture *m_phone;
    MailPicture *m_mail;
    TextFacts *m_facts;
    QTimer *m_pause;
    QTimer *m_search;
};

} // namespace gui
