#pragma once

#include "engine/client/importer.h"

#include <QElapsedTimer>
#include <QWidget>

class QLabel;

namespace gui {

class FigureLabel;
class ThinProgress;

/// How far the reading of a file is: a bar, rows, rows a second, time left. GUI thread.
class ImportProgressView : public QWidget
{
    Q_OBJECT

public:
    explicit ImportProgressView(QWidget *parent = nullptr);
    void begin(const QString &what);
    void show(const engine::ImportProgress &progress);

private:
    QLabel *m_what;
    ThinProgress *m_bar;
    FigureLabel *m_figures;
    QElapsedTimer m_since;
};

/// "412,000 rows · 38,000 a second · 12 s left · 1,204 rejected"; `elapsed` since the beginning.
[[nodiscard]] QString importProgressText(const engine::ImportProgress &progress, std::chrono::milliseconds elapsed);

} // namespace gui
