#pragma once

#include "gui/templates/previewtext.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace gui {

/// Encoding, units, segments, the characters that force Unicode, and hints. GUI thread.
class TextFacts : public QWidget
{
    Q_OBJECT

public:
    explicit TextFacts(QWidget *parent = nullptr);
    /// What a segment costs, for the estimate; currency empty: unknown.
    void setPrice(const domain::Money &perSegment) { m_price = perSegment; }
    void showPreview(const PreviewText &preview, bool sms);

Q_SIGNALS:
    void gsmSpellingWanted();

private:
    QLabel *m_counts;
    QLabel *m_units;
    QVBoxLayout *m_lines;
    domain::Money m_price;
};

} // namespace gui
