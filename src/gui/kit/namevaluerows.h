#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace gui {

/// Names with a value each, a row for each pair, with a button to add one. GUI thread.
class NameValueRows : public QWidget
{
    Q_OBJECT

public:
    /// `what` is what the rows are together ("Further headers"): for those who hear the page.
    explicit NameValueRows(const QString &what, QWidget *parent = nullptr);

    /// The name's field.
    QLineEdit *addRow(const QString &name, const QString &value);
    /// In their order, without those that lack a name.
    [[nodiscard]] QList<std::pair<QString, QString>> rows() const;

Q_SIGNALS:
    void edited();

private:
    struct Row
    {
        QWidget *widget = nullptr;
        QLineEdit *name = nullptr;
        QLineEdit *value = nullptr;
    };

    QString m_what;
    QVBoxLayout *m_column;
    QList<Row> m_rows;
};

} // namespace gui
