#pragma once

#include "gui/segments/buildernode.h"

#include <QFrame>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace gui {

class ValuesEdit;

/// One row of the builder: field, test, values. GUI thread.
class RowWidget : public QWidget
{
    Q_OBJECT

public:
    RowWidget(const domain::ConditionRow &row, const domain::FieldCatalogue &fields, QWidget *parent = nullptr);
    [[nodiscard]] domain::ConditionRow row() const;

Q_SIGNALS:
    void edited();
    void removeWanted();

private:
    void showTests();
    void showValues(const domain::ConditionRow &row);

    const domain::FieldCatalogue &m_fields;
    domain::ConditionField m_current;
    QComboBox *m_field;
    QComboBox *m_test;
    ValuesEdit *m_values = nullptr;
    QHBoxLayout *m_line;
};

/// A group of the builder with its rows and groups, and the buttons that add to it. What stands in it is read by
/// node(). GUI thread.
class GroupWidget : public QFrame
{
    Q_OBJECT

public:
    /// `isRoot`: cannot be removed. The catalogue outlives the widget.
    GroupWidget(const BuilderNode &node, const domain::FieldCatalogue &fields, bool isRoot, QWidget *parent = nullptr);
    [[nodiscard]] BuilderNode node() const;

Q_SIGNALS:
    /// A value, test or field changed; the shape is the same.
    void edited();
    /// Rows or groups came or went.
    void reshaped();
    void removeWanted();

private:
    void addChild(const BuilderNode &child);
    void removeChild(QWidget *widget);
    void startRow();

    const domain::FieldCatalogue &m_fields;
    QComboBox *m_match;
    QVBoxLayout *m_rows;
    QLabel *m_none; ///< what stands there without rows
    struct Child
    {
        QWidget *widget = nullptr;
        BuilderNode fixed; ///< of an expression
    };
    std::vector<Child> m_children;
};

} // namespace gui
