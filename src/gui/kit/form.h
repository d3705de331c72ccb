#pragma once

#include <QWidget>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace gui {

/// One field of a form: label above, the control, help under it, and an error in words in place of the help. GUI
/// thread.
class Field : public QWidget
{
    Q_OBJECT

public:
    /// Takes the control; gives it the label as accessible name and the help as description.
    Field(const QString &label, QWidget *control, const QString &help = {}, QWidget *parent = nullptr);

    [[nodiscard]] QWidget *control() const { return m_control; }
    void setLabel(const QString &label);
    void setHelp(const QString &help);
    /// Empty: no error.
    void setError(const QString &error);
    [[nodiscard]] bool hasError() const;
    /// `check` returns the error in words, or nothing; it runs as one leaves the control, and on validate().
    void setValidator(std::function<QString()> check);
    bool validate();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLabel *m_label;
    QWidget *m_control;
    QLabel *m_below;
    QString m_help;
    QString m_error;
    std::function<QString()> m_check;
};

/// A column of fields, at most size::formWidth wide, with section heads; related fields stand side by side. GUI thread.
class Form : public QWidget
{
    Q_OBJECT

public:
    explicit Form(QWidget *parent = nullptr);

    void addSection(const QString &title, const QString &text = {});
    Field *add(const QString &label, QWidget *control, const QString &help = {});
    /// Side by side; `weights` by Field.
    void addBeside(const QList<Field *> &fields);
    void addWidget(QWidget *widget);
    /// Validates all; puts the focus on the first that does not fit. True: everything fits.
    bool validate();
    [[nodiscard]] QList<Field *> fields() const { return m_fields; }
    /// The field of that name shows the error (a ConfigProblem's or Error's place).
    void setError(const QString &objectName, const QString &error);

private:
    QVBoxLayout *m_column;
    QList<Field *> m_fields;
};

} // namespace gui
