#pragma once

#include "engine/client/importer.h"

#include <QWidget>

class QGridLayout;

namespace gui {

/// What an import would do or did, a line for each number that is not zero. GUI thread.
class ImportCounts : public QWidget
{
    Q_OBJECT

public:
    explicit ImportCounts(QWidget *parent = nullptr);
    void show(const engine::ImportReport &report, bool done);

private:
    QGridLayout *m_grid;
};

} // namespace gui
