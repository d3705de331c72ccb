#pragma once

#include "engine/client/models.h"
#include "gui/frame/page.h"
#include "gui/segments/conditiondocument.h"

class QBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace gui {

class AudiencePreview;
class ConditionBuilder;
class Field;

/// Edits a copy of a segment: its name, what it is for and its condition, with whom it finds beside it. The page saves
/// what segment() returns. GUI thread.
class SegmentEditor : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentEditor(const PageContext &context, QWidget *parent = nullptr);

    /// Begins anew with this segment; one without id is new.
    void showSegment(const engine::SegmentRow &segment);
    /// It has been saved like this; the history stays.
    void showSaved(domain::SegmentId id);
    void showCatalogue(const domain::FieldCatalogue &fields);
    /// An error beside what caused it.
    void showError(const domain::Error &error);

    [[nodiscard]] engine::SegmentRow segment() const;
    [[nodiscard]] bool isChanged() const;
    [[nodiscard]] bool isValid() const;
    [[nodiscard]] ConditionBuilder &builder() const { return *m_builder; }
    [[nodiscard]] AudiencePreview &preview() const { return *m_preview; }

Q_SIGNALS:
    void backWanted();
    void saveWanted();
    void listWanted(const QString &condition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    void edited();
    void conditionChanged();

    engine::SegmentRow m_saved;
    QString m_savedCondition;
    QBoxLayout *m_content;
    QLabel *m_title;
    QPushButton *m_save;
    QLineEdit *m_name;
    QLineEdit *m_description;
    Field *m_nameField;
    ConditionBuilder *m_builder;
    AudiencePreview *m_preview;
    QLabel *m_error;
};

} // namespace gui
