#include "gui/dashboard/firststeps.h"

#include "gui/kit/card.h"
#include "gui/theme/theme.h"

#include <QGridLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace gui {

namespace {
constexpr int ring = 24;
constexpr int cardWidth = 620;
} // namespace

/// The step's number in a ring, or a tick.
class FirstSteps::Mark : public QWidget
{
public:
    explicit Mark(int number) : m_number(number) { setFixedSize(ring, ring); }

    void setDone(bool done)
    {
        m_done = done;
        setAccessibleName(done ? FirstSteps::tr("done") : QString::number(m_number));
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokensOf(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_done ? t.of(Tone::Delivered) : t.strongBorder, 1));
        painter.setBrush(m_done ? t.tintOf(Tone::Delivered) : QColor(Qt::transparent));
        const QRectF circle = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.drawEllipse(circle);
        if (m_done) {
            painter.setPen(QPen(t.of(Tone::Delivered), 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            const QPointF c = circle.center();
            painter.drawPolyline(QPolygonF{c + QPointF(-5, 0.5), c + QPointF(-1.5, 4), c + QPointF(5, -3.5)});
            return;
        }
        painter.setFont(fontFor(TextRole::Caption));
        painter.setPen(t.secondary);
        painter.drawText(circle, Qt::AlignCenter, QString::number(m_number));
    }

private:
    int m_number;
    bool m_done = false;
};

FirstSteps::FirstSteps(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::xl);
    auto *card = new Card(tr("Four steps to a first campaign"));
    card->setMaximumWidth(cardWidth);
    m_grid->setHorizontalSpacing(space::m);
    m_grid->setVerticalSpacing(space::l);
    m_grid->setColumnStretch(1, 1);
    card->body()->addSpacing(space::s);
    card->body()->addLayout(m_grid);
    column->addWidget(card);
    column->addStretch(1);
    addStep(Provider, tr("Add a provider"), tr("The account by which messages leave, and are paid for."),
            tr("Add a provider"));
    addStep(Contacts, tr("Bring in your contacts"), tr("From a file that any program exports, or by hand."),
            tr("Import contacts"));
    addStep(Template, tr("Write a template"), tr("A text with placeholders; each person gets their own."),
            tr("New template"));
    addStep(Campaign, tr("Send a campaign"), tr("You see who gets it and what it costs before anything leaves."),
            tr("New campaign"));
    showNext();
}

void FirstSteps::addStep(Step step, const QString &title, const QString &text, const QString &button)
{
    auto *mark = new Mark(step + 1);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(makeLabel(title, TextRole::Body));
    QLabel *more = makeLabel(text, TextRole::Caption);
    more->setWordWrap(true);
    words->addWidget(more);
    auto *go = new QPushButton(button);
    go->setObjectName(u"firstStep-%1"_s.arg(step + 1));
    connect(go, &QPushButton::clicked, this, [this, step] { Q_EMIT wanted(step); });
    m_grid->addWidget(mark, step, 0, Qt::AlignTop);
    m_grid->addLayout(words, step, 1);
    m_grid->addWidget(go, step, 2, Qt::AlignVCenter);
    m_marks[step] = mark;
    m_buttons[step] = go;
}

void FirstSteps::setDone(Step step, bool done)
{
    if (m_done[step] == done)
        return;
    m_done[step] = done;
    showNext();
}

// The first that is not done is the one thing to do now.
void FirstSteps::showNext()
{
    bool found = false;
    for (int step = 0; step < StepCount; ++step) {
        const auto at = static_cast<size_t>(step);
        m_marks[at]->setDone(m_done[at]);
        const bool isNext = !m_done[at] && !std::exchange(found, found || !m_done[at]);
        m_buttons[at]->setProperty("kind", isNext ? u"primary"_s : QString());
        repolish(m_buttons[at]);
    }
}

} // namespace gui
