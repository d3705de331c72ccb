#pragma once

#include <QListWidget>

namespace gui {

/// A short list one chooses from: a name, a quieter line under it, something at the right. GUI thread.
class ChoiceList : public QListWidget
{
    Q_OBJECT

public:
    /// `name` is the object's name; the accessible name is the field's or set by the caller.
    explicit ChoiceList(const QString &name, QWidget *parent = nullptr);

    QListWidgetItem *addChoice(const QString &title, const QString &below = {}, const QString &aside = {});
};

} // namespace gui
