#pragma once

#include <QFrame>
#include <QPointer>

#include <functional>

class QLineEdit;
class QListView;
class QStandardItemModel;
class QTimer;

namespace gui {

/// Something the palette can do or go to.
struct PaletteItem
{
    QString title;
    QString note; ///< what it is ("Page", "Contact") or a shortcut
    QString iconName;
    std::function<void()> run;
};

/// Finds items for what was typed; `then` may be called later, once, in the GUI thread.
using PaletteSource = std::function<void(const QString &text, std::function<void(QList<PaletteItem>)> then)>;

/// The search field over the window (Ctrl+K): pages, actions, contacts, templates, campaigns, messages. GUI thread.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *over);
    /// Always there and matched by words: pages and actions.
    void setFixedItems(QList<PaletteItem> items) { m_fixed = std::move(items); }
    /// Asked after each change of a text of at least two letters. Results stand in the order of the sources.
    void addSource(PaletteSource source) { m_sources.append(std::move(source)); }
    void open();
    void close();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void fill();
    void runCurrent();
    void place();

    QLineEdit *m_field;
    QListView *m_list;
    QStandardItemModel *m_model;
    QTimer *m_pause;
    QList<PaletteItem> m_fixed;
    QList<PaletteSource> m_sources;
    QList<QList<PaletteItem>> m_found;
    QList<PaletteItem> m_shown;
    quint64 m_question = 0;
    QPointer<QWidget> m_focusBefore;
};

} // namespace gui
