#include "gui/campaigns/reviewstep.h"

#include "domain/provider/provider.h"
#include "gui/campaigns/campaignwords.h"
#include "gui/kit/card.h"
#include "gui/kit/choices.h"
#include "gui/kit/errortext.h"
#include "gui/kit/formats.h"
#include "gui/templates/phonepicture.h"
#include "gui/theme/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

QString countryText(const QString &code)
{
    return code.isEmpty() ? ReviewStep::tr("unknown country") : countryName(code);
}

} // namespace

ReviewStep::ReviewStep(QWidget *parent)
    : WizardPage(tr("Review"), parent), m_sentence(makeLabel({}, TextRole::Section)),
      m_zone(makeLabel({}, TextRole::Caption)), m_problem(new QFrame), m_problemText(makeLabel({}, TextRole::Body)),
      m_window(new QFrame), m_windowText(makeLabel({}, TextRole::Body)), m_quiet(new QFrame),
      m_quietText(makeLabel({}, TextRole::Body)), m_details(new QWidget), m_leftOut(new Card(tr("Left out"))),
      m_parts(new Card(tr("Price"))), m_phone(new PhonePicture), m_place(makeLabel({}, TextRole::Secondary)),
      m_previous(new QPushButton(tr("Previous"))), m_following(new QPushButton(tr("Next text"))),
      m_note(makeLabel({}, TextRole::Caption))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    m_sentence->setWordWrap(true);
    m_sentence->setObjectName(u"reviewSentence"_s);
    column->addWidget(m_sentence);
    m_zone->setWordWrap(true);
    m_zone->setObjectName(u"reviewZone"_s);
    column->addWidget(m_zone);
    m_problem->setProperty("kind", u"problem"_s);
    auto *words = new QVBoxLayout(m_problem);
    words->setContentsMargins(space::m, space::s, space::m, space::s);
    m_problemText->setWordWrap(true);
    m_problemText->setObjectName(u"reviewProblem"_s);
    words->addWidget(m_problemText);
    column->addWidget(m_problem);

    m_window->setProperty("kind", u"notice"_s);
    auto *warning = new QVBoxLayout(m_window);
    warning->setContentsMargins(space::m, space::s, space::m, space::s);
    m_windowText->setWordWrap(true);
    m_windowText->setObjectName(u"reviewWindow"_s);
    warning->addWidget(m_windowText);
    column->addWidget(m_window);

    m_quiet->setProperty("kind", u"hint"_s);
    auto *hint = new QVBoxLayout(m_quiet);
    hint->setContentsMargins(space::m, space::s, space::m, space::s);
    m_quietText->setWordWrap(true);
    m_quietText->setObjectName(u"reviewQuiet"_s);
    hint->addWidget(m_quietText);
    column->addWidget(m_quiet);

    auto *row = new QHBoxLayout(m_details);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::l);
    auto *inner = new QWidget;
    inner->setObjectName(u"scrolled"_s);
    auto *left = new QVBoxLayout(inner);
    left->setContentsMargins(0, 0, space::xs, 0);
    left->setSpacing(space::m);
    left->addWidget(m_parts);
    left->addWidget(m_leftOut);
    m_note->setWordWrap(true);
    left->addWidget(m_note);
    left->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    row->addWidget(scroll, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(space::s);
    m_phone->setFixedWidth(m_phone->minimumSizeHint().width());
    right->addWidget(m_phone, 1, Qt::AlignHCenter);
    m_place->setAlignment(Qt::AlignHCenter);
    right->addWidget(m_place);
    auto *walk = new QHBoxLayout;
    walk->setSpacing(space::s);
    walk->addWidget(m_previous, 1);
    walk->addWidget(m_following, 1);
    right->addLayout(walk);
    row->addLayout(right);
    column->addWidget(m_details, 1);
    column->addStretch();
    m_previous->setObjectName(u"previousSample"_s);
    m_following->setObjectName(u"nextSample"_s);
    m_previous->setAccessibleName(tr("Previous text"));

    const auto walkBy = [this](int by) {
        const int count = m_review ? static_cast<int>(m_review->samples.size()) : 0;
        if (count == 0)
            return;
        m_at = (m_at + by + count) % count;
        showSample();
    };
    connect(m_previous, &QPushButton::clicked, this, [walkBy] { walkBy(-1); });
    connect(m_following, &QPushButton::clicked, this, [walkBy] { walkBy(1); });
    showWaiting();
}

void ReviewStep::showSender(const QString &name) { m_phone->setSender(name); }

void ReviewStep::entered() { Q_EMIT reviewWanted(); }

void ReviewStep::showWaiting()
{
    m_review.reset();
    m_sentence->setText(tr("Working out who gets it and what it costs…"));
    m_problem->hide();
    m_window->hide();
    m_quiet->hide();
    m_zone->hide();
    m_details->hide();
    Q_EMIT edited();
}

void ReviewStep::showProblem(const QString &words)
{
    if (!m_review)
        m_sentence->setText(tr("This campaign cannot be launched yet."));
    m_problemText->setText(words);
    m_problem->setVisible(!words.isEmpty());
    Q_EMIT edited();
}

void ReviewStep::showReview(const engine::CampaignReview &review, domain::Instant now, const QTimeZone &zone)
{
    m_review = review;
    m_at = 0;
    m_sentence->setText(reviewSentence(review, now, zone));
    const QDateTime here = QDateTime::fromMSecsSinceEpoch(domain::toMillis(now));
    m_zone->setText(
        tr("By the clock of the workspace’s time zone, %1.").arg(QString::fromUtf8(zone.id()).replace(u'_', u' ')));
    m_zone->setVisible(review.recipients > 0 && zone.offsetFromUtc(here) != here.offsetFromUtc());
    m_quiet->setVisible(review.quiet > 0 && review.quietUntil);
    if (review.quietUntil)
        m_quietText->setText(
            tr("%Ln people have quiet hours then. They get it when these end where they live, from %1.", nullptr,
               static_cast<int>(review.quiet))
                .arg(wallText(*review.quietUntil, now, zone)));
    showWindow();
    m_details->show();
    showFigures();
    showSample();
    QStringList problems;
    if (!review.firstProblem.isEmpty())
        problems.append(tr("The text cannot be filled in for everybody: %1").arg(review.firstProblem));
    if (review.recipients == 0)
        problems.append(tr("Choose another audience, or see below why everyone is left out."));
    showProblem(problems.join(u'\n'));
}

void ReviewStep::showKinds(const QList<domain::ProviderKind> &kinds)
{
    m_kinds = kinds;
    showWindow();
}

// Only accounts that have a window leave anybody out by it.
void ReviewStep::showWindow()
{
    const auto hasWindow = [this](const QString &key) {
        const domain::ProviderKind *kind = domain::findKind(m_kinds, key);
        return kind && kind->beyondWindow != domain::BeyondWindow::Text;
    };
    const bool applies = m_review && m_review->lacksProviderTemplate && m_review->outsideWindow != qint64{0} &&
                         std::any_of(m_review->kinds.cbegin(), m_review->kinds.cend(), hasWindow);
    m_window->setVisible(applies);
    if (!applies)
        return;
    const QString remedy = tr("Choose a template approved by WhatsApp in the editor, under “Outside the 24-hour "
                              "window”, and it goes to them as well.");
    m_windowText->setText(
        (m_review->outsideWindow
             ? tr("People who have not written in the last 24 hours get nothing: %1 of %2.")
                   .arg(number(*m_review->outsideWindow), number(m_review->recipients))
             : tr("People who have not written in the last 24 hours and have no language with a template of "
                  "WhatsApp's get nothing.")) +
        u' ' + remedy);
}

void ReviewStep::fill(Card *card, const QList<QStringList> &rows)
{
    while (QLayoutItem *item = card->body()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    auto *table = new QWidget;
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::m);
    grid->setVerticalSpacing(space::xs + 2);
    grid->setColumnStretch(0, 1);
    for (int r = 0; r < rows.size(); ++r) {
        for (int c = 0; c < rows.at(r).size(); ++c) {
            QLabel *cell = makeLabel(rows.at(r).at(c), c == 0 ? TextRole::Body : TextRole::Secondary);
            cell->setWordWrap(c == 0);
            grid->addWidget(cell, r, c, c == 0 ? Qt::Alignment() : Qt::AlignRight | Qt::AlignTop);
        }
    }
    card->body()->addWidget(table);
    card->setVisible(!rows.isEmpty());
}

void ReviewStep::showFigures()
{
    QList<QStringList> parts;
    for (const engine::CampaignReview::Part &part : m_review->parts)
        parts.append({part.provider + u'\n' + countryText(part.country),
                      segmentsText(part.segments) + u'\n' + money(part.cost, true)});
    fill(m_parts, parts);
    QList<QStringList> out;
    for (const engine::LeftOut &left : m_review->leftOut)
        if (left.people > 0)
            out.append({reasonPhrase(left.reason), peopleText(left.people)});
    fill(m_leftOut, out);
    QStringList notes;
    if (m_review->longestSegments > 1)
        notes.append(tr("The longest text has %1.").arg(segmentsText(m_review->longestSegments)));
    if (m_review->sampled)
        notes.append(tr("Segments and price are worked out from a sample of the recipients."));
    m_note->setText(notes.join(u' '));
    m_note->setVisible(!notes.isEmpty());
}

void ReviewStep::showSample()
{
    const qsizetype count = m_review->samples.size();
    m_phone->setText(count > 0 ? m_review->samples.at(m_at) : QString());
    m_place->setText(count > 0 ? tr("Text %1 of %2").arg(m_at + 1).arg(count) : tr("No text to show"));
    m_previous->setEnabled(count > 1);
    m_following->setEnabled(count > 1);
}

bool ReviewStep::isValid() const { return m_review && m_review->recipients > 0 && m_review->firstProblem.isEmpty(); }

QList<QPair<QString, QString>> ReviewStep::summary() const
{
    if (!m_review)
        return {};
    return {{tr("Recipients"), peopleText(m_review->recipients)},
            {tr("Cost"), m_review->cost.currency.isEmpty() ? QString() : money(m_review->cost, true)}};
}

} // namespace gui
