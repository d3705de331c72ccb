#pragma once

#include "domain/contact/contact.h"
#include "domain/core/result.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace gui {

class AttributeRows;
class Field;
class Form;

/// What the editor offers to choose from.
struct ContactHints
{
    QString defaultCountry; ///< of the workspace
    QStringList tags;
    QStringList groups;
    QStringList territories;
    QStringList attributes;
};

/// Edits a copy of a contact. `saveWanted` hands over the result; who saves it closes the dialog with accept(), or
/// hands back the failure to showError(). Asks before changes are thrown away. GUI thread.
class ContactEditor : public QDialog
{
    Q_OBJECT

public:
    ContactEditor(const domain::Contact &contact, const ContactHints &hints, QWidget *parent = nullptr);

    /// As it is in the fields now; addresses that are none are left out.
    [[nodiscard]] domain::Contact contact() const;
    /// Beside the field that Error::place names, else over the form.
    void showError(const domain::Error &error);

    void reject() override;

Q_SIGNALS:
    void saveWanted(const domain::Contact &contact);

private:
    void addNames();
    void addAddresses();
    void addBelonging();
    void addDates();
    QLineEdit *line(const QString &objectName, const QString &text, const QStringList &known = {});
    Field *dateField(const QString &objectName, const QString &label, const QDate &date);
    Field *phoneField(const QString &objectName, const QString &label, domain::Channel channel);
    void takeAddress(domain::Contact &into, domain::Channel channel, const QLineEdit *field) const;
    [[nodiscard]] QDate dateOf(const QString &objectName) const;
    [[nodiscard]] QString textOf(const QString &objectName) const;
    [[nodiscard]] QString country() const;
    void update();
    void save();

    domain::Contact m_original;
    domain::Contact m_atStart; ///< m_original as the fields give it back
    ContactHints m_hints;
    Form *m_form;
    QLabel *m_problem;
    QLineEdit *m_phone = nullptr;
    QLineEdit *m_whatsApp = nullptr;
    QLineEdit *m_email = nullptr;
    QComboBox *m_kind = nullptr;
    QComboBox *m_country = nullptr;
    QComboBox *m_language = nullptr;
    QComboBox *m_timeZone = nullptr;
    QCheckBox *m_vip = nullptr;
    QCheckBox *m_doNotDisturb = nullptr;
    QPlainTextEdit *m_notes = nullptr;
    AttributeRows *m_attributes = nullptr;
    QPushButton *m_save;
};

} // namespace gui
