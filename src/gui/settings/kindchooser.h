#pragma once

#include "domain/provider/kind.h"

#include <QDialog>

namespace gui {

class ChoiceList;

/// Which kind of account is to be added: its name, what it sends, what it is for. GUI thread; deletes itself.
class KindChooser : public QDialog
{
    Q_OBJECT

public:
    KindChooser(const QList<domain::ProviderKind> &kinds, QWidget *parent);

Q_SIGNALS:
    void chosen(const QString &kind);

private:
    void take();

    ChoiceList *m_list;
};

} // namespace gui
