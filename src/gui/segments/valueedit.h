#pragma once

#include "domain/condition/builder.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace gui {

/// Where one value of a row is chosen: by what the field is, a text with the values that occur, a number, yes or no, or
/// a day that is fixed or moves with the calendar. GUI thread.
class ValueEdit : public QWidget
{
    Q_OBJECT

public:
    explicit ValueEdit(const domain::ConditionField &field, QWidget *parent = nullptr);

    void showValue(const domain::Operand &value);
    /// Empty: nothing is chosen yet, or what is typed is no such value.
    [[nodiscard]] std::optional<domain::Operand> value() const;
    void setName(const QString &accessibleName);

Q_SIGNALS:
    void edited();

private:
    void buildTime();
    void showMode();
    [[nodiscard]] bool isTime() const;
    [[nodiscard]] std::optional<domain::Operand> timeValue() const;
    [[nodiscard]] std::optional<domain::Literal> literalFrom(const QString &text) const;
    void markInvalid();

    domain::ConditionField m_field;
    QComboBox *m_choice = nullptr; ///< texts that occur, or yes and no
    QLineEdit *m_line = nullptr;   ///< of the choice, or alone
    QComboBox *m_mode = nullptr;   ///< of a time
    QSpinBox *m_amount = nullptr;
    QComboBox *m_unit = nullptr;
    domain::RelativeTime m_written; ///< a relative time that has no mode of its own
};

/// All that stands behind a row's test: nothing, one value, two, a list, or days. GUI thread.
class ValuesEdit : public QWidget
{
    Q_OBJECT

public:
    ValuesEdit(const domain::ConditionField &field, const domain::ConditionRow &row, QWidget *parent = nullptr);

    /// Puts values and days into the row; values that are not complete are left out.
    void readInto(domain::ConditionRow &row) const;

Q_SIGNALS:
    void edited();

private:
    QList<ValueEdit *> m_values;
    QLineEdit *m_list = nullptr;
    QSpinBox *m_days = nullptr;
    domain::ConditionField m_field;
};

/// "a, b" for a list of texts; one with a comma or quote stands in double quotes. And back.
[[nodiscard]] QString listText(const QStringList &values);
[[nodiscard]] QStringList listFrom(const QString &text);
/// A literal as a person types it, and what was typed as a literal of that type; empty where it is none.
[[nodiscard]] QString literalText(const domain::Literal &literal);
[[nodiscard]] std::optional<domain::Literal> literalFrom(const QString &text, domain::FieldType type);

} // namespace gui
