#pragma once

#include <QDialog>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace gui {

/// One step. The page tells when its validity or its summary changed.
class WizardPage : public QWidget
{
    Q_OBJECT

public:
    explicit WizardPage(const QString &title, QWidget *parent = nullptr) : QWidget(parent), m_title(title) {}
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] virtual bool isValid() const { return true; }
    /// Called when it becomes the visible step.
    virtual void entered() {}
    /// What going on from here does, in place of 'Next', and the sentence beside it.
    [[nodiscard]] virtual QString nextText() const { return {}; }
    [[nodiscard]] virtual QString sentence() const { return {}; }
    /// True where arriving does something: only the button leads there, not the step at the left.
    [[nodiscard]] virtual bool onlyByNext() const { return false; }
    /// False while the page works on something: no other step can be visited.
    [[nodiscard]] virtual bool mayLeave() const { return true; }
    /// Facts for the summary at the right: name and value.
    [[nodiscard]] virtual QList<QPair<QString, QString>> summary() const { return {}; }

Q_SIGNALS:
    void edited();

private:
    QString m_title;
};

/// Steps at the left, each can be visited once those before it are valid; the page; a summary at the right that grows;
/// Back, Next, and at the end a button that says what will happen, with its number. Ctrl+Enter goes on. GUI thread.
class Wizard : public QDialog
{
    Q_OBJECT

public:
    explicit Wizard(const QString &title, QWidget *parent = nullptr);

    void addPage(WizardPage *page); ///< takes it
    [[nodiscard]] int current() const;
    void goTo(int page);
    /// The last button: "Send to 1,204 people"; `sentence` beside it.
    void setFinish(const QString &button, const QString &sentence = {});
    /// A further button beside Cancel ("Save as draft").
    QPushButton *addFootButton(const QString &text);
    /// While the last step works: everything but Cancel is off.
    void setBusy(bool busy);
    /// What the wizard was for has happened: there is no way back, and 'Cancel' becomes 'Close'.
    void setDone();
    [[nodiscard]] bool isDone() const { return m_done; }
    [[nodiscard]] QPushButton *nextButton() const { return m_next; }

Q_SIGNALS:
    /// The last button. The wizard stays open: close with accept() when it worked.
    void finishWanted();

protected:
    /// Asks before entered work is thrown away; overridden where there is something to lose.
    [[nodiscard]] virtual bool hasWork() const { return false; }
    void reject() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void update();
    void showSummary();
    [[nodiscard]] bool reachable(int page) const;

    QList<WizardPage *> m_pages;
    QStackedWidget *m_stack;
    QVBoxLayout *m_steps;
    QButtonGroup *m_stepButtons;
    QVBoxLayout *m_summary;
    QLabel *m_pageTitle;
    QLabel *m_sentence;
    QHBoxLayout *m_foot;
    QPushButton *m_cancel;
    QPushButton *m_back;
    QPushButton *m_next;
    QString m_finish;
    QString m_finishSentence;
    bool m_busy = false;
    bool m_done = false;
};

} // namespace gui
