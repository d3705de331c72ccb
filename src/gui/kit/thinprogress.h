#pragma once

#include "gui/theme/tokens.h"

#include <QWidget>

namespace gui {

/// A bar of 4 px: one share, or several tones stacked. GUI thread.
class ThinProgress : public QWidget
{
    Q_OBJECT

public:
    struct Part
    {
        Tone tone = Tone::Accent;
        double share = 0; ///< 0 … 1
    };
    explicit ThinProgress(QWidget *parent = nullptr);
    void setShare(double share);
    void setParts(const QList<Part> &parts);
    [[nodiscard]] QSize sizeHint() const override { return {120, 4}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Part> m_parts;
};

} // namespace gui
