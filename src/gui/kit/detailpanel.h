#pragma once

#include <QWidget>

class QFormLayout;
class QGridLayout;
class QHBoxLayout;
class QLabel;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace gui {

class StatePill;

/// The panel at the right that shows one row of a table: a head with name and state, facts in two columns, then
/// whatever the page adds (a timeline). Esc closes. GUI thread.
class DetailPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DetailPanel(QWidget *parent = nullptr);

    void setHead(const QString &title, const QString &subtitle = {});
    void setState(const QString &word, int tone); ///< int(Tone); an empty word hides the pill
    /// A further, hidden pill beside the state.
    [[nodiscard]] StatePill *addPill();
    void addAction(QWidget *button);
    void clearFacts();
    /// Facts fill two columns; a wide one takes a row of its own. Empty values are left out.
    void addFact(const QString &name, const QString &value, const QString &tip = {}, bool wide = false);
    /// Below the facts.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_title;
    QLabel *m_subtitle;
    StatePill *m_pill;
    QHBoxLayout *m_headRow;
    QHBoxLayout *m_actions;
    QGridLayout *m_facts;
    QVBoxLayout *m_body;
    QScrollArea *m_scroll;
    int m_factRow = 0;
    int m_factColumn = 0;
};

/// Content with a DetailPanel beside it, which lies over the content's right side where the window is narrower than
/// size::overlayBelow. The panel is hidden at first; remembers who had the focus. GUI thread.
class DetailSplit : public QWidget
{
    Q_OBJECT

public:
    /// Takes both.
    DetailSplit(QWidget *content, DetailPanel *panel, QWidget *parent = nullptr);
    void open();
    void close();
    [[nodiscard]] bool isOpen() const;

Q_SIGNALS:
    void closed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void arrange();

    QWidget *m_content;
    DetailPanel *m_panel;
};

} // namespace gui
