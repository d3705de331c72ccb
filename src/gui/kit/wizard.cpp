#include "gui/kit/wizard.h"

#include "gui/kit/confirmdialog.h"
#include "gui/kit/stepbutton.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace gui {

namespace {
constexpr int stepsWidth = 208;
constexpr int summaryWidth = 232;

/// Where one was on the page, else its first control; the page itself where it has none yet. Never the button that
/// finishes: one Enter too many would press it.
void focusInto(QWidget *page)
{
    const auto takes = [page](const QWidget *at) {
        return page->isAncestorOf(at) && at->isEnabled() && at->isVisibleTo(page) && (at->focusPolicy() & Qt::TabFocus);
    };
    QWidget *into = page->focusWidget();
    for (QWidget *at = page->nextInFocusChain(); at != page && (!into || !takes(into)); at = at->nextInFocusChain())
        into = takes(at) ? at : nullptr;
    (into && takes(into) ? into : page)->setFocus(Qt::TabFocusReason);
}
} // namespace

Wizard::Wizard(const QString &title, QWidget *parent)
    : QDialog(parent), m_stack(new QStackedWidget(this)), m_stepButtons(new QButtonGroup(this)),
      m_pageTitle(makeLabel({}, TextRole::Title, this)), m_sentence(makeLabel({}, TextRole::Secondary, this)),
      m_foot(new QHBoxLayout), m_cancel(new QPushButton(tr("Cancel"), this)), m_back(new QPushButton(tr("Back"), this)),
      m_next(new QPushButton(this))
{
    setWindowTitle(title);
    setModal(true);
    resize(1000, 660);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    outer->addLayout(middle, 1);

    auto *steps = new QFrame(this);
    steps->setObjectName(u"wizardSteps"_s);
    steps->setFixedWidth(stepsWidth);
    m_steps = new QVBoxLayout(steps);
    m_steps->setContentsMargins(space::m, space::l, space::m, space::l);
    m_steps->setSpacing(space::xs);
    m_steps->addStretch(1);
    middle->addWidget(steps);

    auto *centre = new QFrame(this);
    centre->setProperty("kind", u"surface"_s);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(space::xl, space::l, space::xl, space::m);
    column->setSpacing(space::l);
    column->addWidget(m_pageTitle);
    column->addWidget(m_stack, 1);
    middle->addWidget(centre, 1);

    auto *summary = new QFrame(this);
    summary->setObjectName(u"wizardSummary"_s);
    summary->setFixedWidth(summaryWidth);
    auto *right = new QVBoxLayout(summary);
    right->setContentsMargins(space::l, space::l, space::l, space::l);
    right->setSpacing(space::m);
    right->addWidget(makeLabel(tr("Summary"), TextRole::Section));
    m_summary = new QVBoxLayout;
    m_summary->setSpacing(space::m);
    right->addLayout(m_summary);
    right->addStretch(1);
    middle->addWidget(summary);

    auto *foot = new QFrame(this);
    foot->setObjectName(u"wizardFoot"_s);
    foot->setLayout(m_foot);
    m_foot->setContentsMargins(space::l, space::m, space::l, space::m);
    m_foot->setSpacing(space::s);
    m_cancel->setObjectName(u"wizardCancel"_s);
    m_cancel->setAutoDefault(false);
    m_back->setAutoDefault(false);
    m_sentence->setWordWrap(true);
    m_foot->addWidget(m_cancel);
    m_foot->addWidget(m_sentence, 1);
    m_foot->addStretch();
    m_foot->addWidget(m_back);
    m_foot->addWidget(m_next);
    outer->addWidget(foot);
    makePrimary(m_next);
    m_next->setAutoDefault(false);
    m_next->setObjectName(u"wizardNext"_s);
    m_back->setObjectName(u"wizardBack"_s);

    connect(m_cancel, &QPushButton::clicked, this, &Wizard::reject);
    connect(m_back, &QPushButton::clicked, this, [this] { goTo(current() - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (current() + 1 < m_pages.size())
            goTo(current() + 1);
        else
            Q_EMIT finishWanted();
    });
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, m_next,
            &QPushButton::click);
    connect(m_stepButtons, &QButtonGroup::idClicked, this, &Wizard::goTo);
}

void Wizard::addPage(WizardPage *page)
{
    const int number = static_cast<int>(m_pages.size());
    m_pages.append(page);
    m_stack->addWidget(page);
    auto *step = new StepButton(number + 1, page->title(), this);
    m_stepButtons->addButton(step, number);
    m_steps->insertWidget(number, step);
    connect(page, &WizardPage::edited, this, &Wizard::update);
    if (number == 0)
        goTo(0);
    update();
}

int Wizard::current() const { return m_stack->currentIndex(); }

bool Wizard::reachable(int page) const
{
    for (int i = 0; i < page; ++i)
        if (!m_pages.at(i)->isValid())
            return false;
    return page >= 0 && page < m_pages.size();
}

void Wizard::goTo(int page)
{
    if (!reachable(page)) {
        update();
        return;
    }
    m_stack->setCurrentIndex(page);
    m_pageTitle->setText(m_pages.at(page)->title());
    m_pages.at(page)->entered();
    update();
    if (m_pages.at(page)->focusProxy())
        m_pages.at(page)->setFocus();
    else
        focusInto(m_pages.at(page));
}

void Wizard::setFinish(const QString &button, const QString &sentence)
{
    m_finish = button;
    m_finishSentence = sentence;
    update();
}

QPushButton *Wizard::addFootButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(false);
    m_foot->insertWidget(1, button);
    return button;
}

void Wizard::setBusy(bool busy)
{
    m_busy = busy;
    m_stack->setEnabled(!busy);
    update();
}

void Wizard::setDone()
{
    m_done = true;
    m_cancel->setText(tr("Close"));
    update();
}

void Wizard::update()
{
    if (m_pages.isEmpty())
        return;
    const WizardPage *page = m_pages.at(current());
    const bool last = current() + 1 == m_pages.size();
    const bool fixed = m_busy || m_done || !page->mayLeave();
    m_back->setEnabled(current() > 0 && !fixed);
    m_back->setVisible(!m_done);
    const QString next = last && !m_finish.isEmpty() ? m_finish : page->nextText();
    m_next->setText(!next.isEmpty() ? next : last ? tr("Finish") : tr("Next"));
    m_next->setEnabled(!m_busy && page->isValid() && reachable(current()));
    const QString sentence = last && !m_finishSentence.isEmpty() ? m_finishSentence : page->sentence();
    m_sentence->setText(sentence);
    for (int i = 0; i < m_pages.size(); ++i) {
        auto *step = static_cast<StepButton *>(m_stepButtons->button(i));
        step->setChecked(i == current());
        step->setPassed(m_done || i < current());
        step->setEnabled(i == current() || (!fixed && reachable(i) && !m_pages.at(i)->onlyByNext()));
    }
    showSummary();
}

void Wizard::showSummary()
{
    while (QLayoutItem *item = m_summary->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const WizardPage *page : std::as_const(m_pages)) {
        for (const auto &[name, value] : page->summary()) {
            if (value.isEmpty())
                continue;
            auto *fact = new QWidget;
            auto *pair = new QVBoxLayout(fact);
            pair->setContentsMargins(0, 0, 0, 0);
            pair->setSpacing(2);
            pair->addWidget(makeLabel(name, TextRole::Caption));
            QLabel *words = makeLabel(value, TextRole::Body);
            words->setWordWrap(true);
            pair->addWidget(words);
            m_summary->addWidget(fact);
        }
    }
}

// Enter goes on, but never finishes: the last button spends.
void Wizard::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter) {
        QDialog::keyPressEvent(event);
        return;
    }
    if (current() + 1 < m_pages.size() && m_next->isEnabled() && m_pages.at(current())->nextText().isEmpty())
        m_next->click();
}

void Wizard::reject()
{
    if (!hasWork()) {
        QDialog::reject();
        return;
    }
    auto *question = new ConfirmDialog(tr("Throw away what you entered?"), tr("Nothing has been saved yet."),
                                       tr("Throw away"), ConfirmDialog::Kind::Dangerous, this);
    connect(question, &QDialog::accepted, this, [this] { QDialog::reject(); });
    question->open();
}

} // namespace gui
