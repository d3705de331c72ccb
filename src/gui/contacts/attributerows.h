#pragma once

#include <QJsonObject>
#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace gui {

/// Custom attributes as lines of name and value that can be added and removed. GUI thread.
class AttributeRows : public QWidget
{
    Q_OBJECT

public:
    /// `known` are completed in the names.
    AttributeRows(const QJsonObject &attributes, const QStringList &known, QWidget *parent = nullptr);
    /// Lines without a name or a value are left out. What reads as a number is one; true and false stay what they were.
    [[nodiscard]] QJsonObject attributes() const;

Q_SIGNALS:
    void edited();

private:
    struct Row
    {
        QWidget *widget;
        QLineEdit *name;
        QLineEdit *value;
        bool wasYesNo;
    };
    QLineEdit *addRow(const QString &name, const QJsonValue &value);

    QStringList m_known;
    QVBoxLayout *m_column;
    QList<Row> m_rows;
};

} // namespace gui
