#pragma once

#include "gui/frame/page.h"

#include <QDialog>

class QPushButton;

namespace gui {

class AudiencePreview;
class ConditionBuilder;

/// A condition for a moment: to filter a list by it, or to begin a segment with. Deletes itself. GUI thread.
class ConditionDialog : public QDialog
{
    Q_OBJECT

public:
    ConditionDialog(const PageContext &context, const QString &condition, QWidget *parent);
    [[nodiscard]] ConditionBuilder &builder() const { return *m_builder; }

Q_SIGNALS:
    /// As it is stored; empty: everybody.
    void chosen(const QString &condition);
    void segmentWanted(const QString &condition);

private:
    void follow();

    ConditionBuilder *m_builder;
    AudiencePreview *m_preview;
    QPushButton *m_use;
    QPushButton *m_keep;
};

} // namespace gui
