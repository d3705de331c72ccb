#include "gui/campaigns/campaignprogress.h"

#include "gui/campaigns/campaignwords.h"
#include "gui/campaigns/messageline.h"
#include "gui/campaigns/ratechart.h"
#include "gui/dashboard/dashboardfigures.h"
#include "gui/kit/card.h"
#include "gui/kit/elidedlabel.h"
#include "gui/kit/errortext.h"
#include "gui/kit/formats.h"
#include "gui/kit/statepill.h"
#include "gui/kit/thinprogress.h"
#include "gui/kit/tones.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

constexpr int wideFrom = 940;
constexpr qsizetype newestShown = 6;
constexpr std::array figureTones{Tone::Delivered, Tone::OnTheWay, Tone::Waiting,
                                 Tone::Doubt,     Tone::Failed,   Tone::Skipped};

QList<domain::MessageState> statesOf(Tone tone)
{
    QList<domain::MessageState> states;
    for (const domain::MessageState state : domain::allMessageStates)
        if (toneOf(state) == tone)
            states.append(state);
    return states;
}

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        if (QLayout *inner = item->layout())
            clear(inner);
        delete item;
    }
}

QPushButton *lineButton(const QString &text, const QString &name)
{
    auto *button = new QPushButton(text);
    makeLink(button);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    button->setAccessibleName(name);
    return button;
}

} // namespace

CampaignProgress::CampaignProgress(QWidget *parent)
    : QWidget(parent), m_back(new QPushButton(tr("All campaigns"))), m_name(new ElidedLabel), m_state(new StatePill),
      m_pause(new QPushButton(tr("Pause"))), m_resume(new QPushButton(tr("Resume"))), m_retry(new QPushButton),
      m_cancel(new QPushButton(tr("Cancel campaign"))), m_log(new QPushButton(tr("Show all"))),
      m_facts(new ElidedLabel), m_tileGrid(new QGridLayout), m_bar(new ThinProgress),
      m_line(makeLabel({}, TextRole::Body)), m_left(makeLabel({}, TextRole::Secondary)), m_chart(new RateChart),
      m_reasons(new Card(tr("Why not"))), m_newest(new Card(tr("Last sent")))
{
    auto *inner = new QWidget;
    inner->setObjectName(u"scrolled"_s);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(space::xl, space::l, space::xl, space::xl);
    column->setSpacing(space::m);
    buildHead(column);
    m_tileGrid->setSpacing(space::m);
    column->addLayout(m_tileGrid);
    for (const Tone tone : figureTones) {
        auto *tile = new Tile(familyName(tone), tone);
        tile->setClickable(tr("Show these messages"));
        connect(tile, &Tile::clicked, this, [this, tone] { wantMessages(statesOf(tone)); });
        m_tiles.append(tile);
    }
    auto *progress = new Card;
    auto *words = new QHBoxLayout;
    words->addWidget(m_line, 1);
    words->addWidget(m_left);
    progress->body()->addLayout(words);
    progress->body()->addWidget(m_bar);
    column->addWidget(progress);

    auto *chartCard = new Card(tr("Messages a second"));
    for (const auto &[tone, word] :
         {std::pair(Tone::OnTheWay, tr("Sent")), std::pair(Tone::Delivered, tr("Delivered"))}) {
        chartCard->addToHead(new Dot(tone));
        chartCard->addToHead(makeLabel(word, TextRole::Caption));
    }
    chartCard->body()->addWidget(m_chart, 1);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(space::m);
    auto *leftSide = new QVBoxLayout;
    leftSide->setSpacing(space::m);
    leftSide->addWidget(chartCard, 1);
    leftSide->addWidget(m_newest);
    lower->addLayout(leftSide, 5);
    lower->addWidget(m_reasons, 2, Qt::AlignTop);
    column->addLayout(lower, 1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    arrange();
}

void CampaignProgress::buildHead(QVBoxLayout *column)
{
    makeLink(m_back);
    m_back->setIcon(icon(u"go-previous"_s));
    m_back->setObjectName(u"backToCampaigns"_s);
    column->addWidget(m_back, 0, Qt::AlignLeft);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::s);
    makeLink(m_log);
    m_log->setAccessibleName(tr("Show all messages of this campaign"));
    m_newest->addToHead(m_log);
    setRole(m_name, TextRole::Title);
    m_name->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    head->addWidget(m_name);
    head->addWidget(m_state);
    head->addStretch(1);
    m_pause->setIcon(icon(u"media-playback-pause"_s));
    m_resume->setIcon(icon(u"media-playback-start"_s));
    makeDangerous(m_cancel);
    for (QPushButton *button : {m_retry, m_cancel, m_pause, m_resume})
        head->addWidget(button);
    column->addLayout(head);
    setRole(m_facts, TextRole::Secondary);
    column->addWidget(m_facts);
    m_pause->setObjectName(u"pauseCampaign"_s);
    m_resume->setObjectName(u"resumeCampaign"_s);
    m_cancel->setObjectName(u"cancelCampaign"_s);
    m_retry->setObjectName(u"retryFailed"_s);
    connect(m_back, &QPushButton::clicked, this, &CampaignProgress::backWanted);
    connect(m_pause, &QPushButton::clicked, this, &CampaignProgress::pauseWanted);
    connect(m_resume, &QPushButton::clicked, this, &CampaignProgress::resumeWanted);
    connect(m_cancel, &QPushButton::clicked, this, &CampaignProgress::cancelWanted);
    connect(m_retry, &QPushButton::clicked, this, &CampaignProgress::retryWanted);
    connect(m_log, &QPushButton::clicked, this, [this] { wantMessages({}); });
}

void CampaignProgress::wantMessages(QList<domain::MessageState> states)
{
    engine::MessageQuery query;
    query.campaign = id();
    query.states = std::move(states);
    Q_EMIT messagesWanted(query);
}

void CampaignProgress::showCampaign(const engine::CampaignRow &row, domain::Instant now)
{
    if (row.campaign.id != m_row.campaign.id) {
        m_history.clear();
        m_waitsFor.clear();
        m_newest->hide();
        m_reasons->hide();
    }
    m_row = row;
    m_history.add(now, row.counts);
    m_name->setText(row.campaign.name);
    m_state->setState(wordFor(row.campaign.state), toneOf(row.campaign.state));
    const CampaignCan can = campaignCan(row);
    m_pause->setVisible(can.pause);
    m_resume->setVisible(can.resume);
    m_cancel->setVisible(can.cancel);
    m_retry->setVisible(can.retry > 0);
    m_retry->setText(tr("Send %Ln failed again", nullptr, static_cast<int>(can.retry)));
    QStringList facts{row.templateName, row.campaign.segmentId.isValid() ? row.segmentName : tr("Everybody")};
    if (row.campaign.launchedAt)
        facts.append(tr("launched %1").arg(relativeTime(*row.campaign.launchedAt, now)));
    if (row.campaign.startAt && *row.campaign.startAt > now)
        facts.append(tr("starts %1").arg(relativeTime(*row.campaign.startAt, now)));
    facts.append(paceText(row.campaign.pacePerMinute));
    if (row.counts.cost.micros > 0)
        facts.append(tr("%1 so far").arg(money(row.counts.cost)));
    facts.removeAll(QString());
    m_facts->setText(facts.join(u"  ·  "_s));

    const FamilyCounts counts = familiesOf(row.counts);
    const qint64 total = counts.total();
    QList<ThinProgress::Part> parts;
    for (qsizetype i = 0; i < m_tiles.size(); ++i) {
        const Tone tone = figureTones[static_cast<size_t>(i)];
        const qint64 value = counts.of(tone);
        m_tiles.at(i)->setFigure(number(value));
        m_tiles.at(i)->setNote(percent(value, total));
        if (tone != Tone::Waiting)
            parts.append({tone, total > 0 ? static_cast<double>(value) / static_cast<double>(total) : 0});
    }
    m_bar->setParts(parts);
    m_chart->showPoints(m_history.points());
    showLine();
}

void CampaignProgress::showLine()
{
    const FamilyCounts counts = familiesOf(m_row.counts);
    const qint64 done = counts.total() - counts.waiting;
    m_line->setText(m_row.campaign.expanded ? tr("%1 of %2 handled").arg(number(done), number(counts.total()))
                                            : tr("%1 handled, recipients are still added").arg(number(done)));
    QString left;
    if (m_row.campaign.state == domain::CampaignState::Sending && counts.waiting > 0) {
        const auto time = m_history.timeLeft(counts.waiting);
        left = !m_waitsFor.isEmpty() ? m_waitsFor
               : time                ? tr("%1 · %2 left").arg(rate(m_history.sentPerSecond()), duration(*time))
                                     : tr("waiting");
    }
    m_left->setText(left);
    m_bar->setAccessibleName(m_line->text());
}

void CampaignProgress::showWaiting(const QList<engine::MessageRow> &queued, domain::Instant now)
{
    // only where none of them could leave: else the rate says how long it takes
    m_waitsFor.clear();
    const auto heldBack = [now](const engine::MessageRow &row) { return !row.reason.isEmpty() && row.dueAt > now; };
    if (!queued.isEmpty() && std::all_of(queued.cbegin(), queued.cend(), heldBack)) {
        const auto first = std::min_element(queued.cbegin(), queued.cend(),
                                            [](const auto &a, const auto &b) { return a.dueAt < b.dueAt; });
        m_waitsFor = tr("waiting: %1, goes on %2", "reason and time")
                         .arg(reasonPhrase(first->reason), relativeTime(first->dueAt, now));
    }
    showLine();
}

void CampaignProgress::showReasons(const QList<engine::MessageRow> &stopped, bool more)
{
    QMap<QString, qint64> byReason;
    for (const engine::MessageRow &row : stopped)
        ++byReason[reasonPhrase(row.reason.isEmpty() ? domain::toText(row.state) : row.reason)];
    QList<std::pair<qint64, QString>> sorted;
    for (auto it = byReason.cbegin(); it != byReason.cend(); ++it)
        sorted.append({it.value(), it.key()});
    m_reasons->setVisible(!sorted.isEmpty());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    if (sorted == m_shownReasons && more == m_hasMoreReasons)
        return;
    m_shownReasons = sorted;
    m_hasMoreReasons = more;
    clear(m_reasons->body());
    for (const auto &[count, reason] : std::as_const(sorted)) {
        auto *line = new QHBoxLayout;
        line->addWidget(makeLabel(reason, TextRole::Body), 1);
        line->addWidget(makeLabel(number(count), TextRole::Secondary));
        m_reasons->body()->addLayout(line);
    }
    if (more) {
        QLabel *note = makeLabel(tr("among the newest %1").arg(number(stopped.size())), TextRole::Caption);
        m_reasons->body()->addWidget(note);
    }
    QPushButton *all = lineButton(tr("Show these messages"), tr("Show the messages that failed or were left out"));
    connect(all, &QPushButton::clicked, this,
            [this] { wantMessages(statesOf(Tone::Failed) + statesOf(Tone::Skipped)); });
    m_reasons->body()->addWidget(all);
}

void CampaignProgress::showMessages(const QList<engine::MessageRow> &newest, domain::Instant now)
{
    // a person with the focus in the list keeps it: the list waits
    if (m_newest->isAncestorOf(focusWidget()) && focusWidget() && focusWidget()->hasFocus())
        return;
    const qsizetype shown = std::min(newest.size(), newestShown);
    while (m_lines.size() < shown) {
        auto *line = new MessageLine;
        connect(line, &MessageLine::wanted, this, &CampaignProgress::messageWanted);
        m_newest->body()->addWidget(line);
        m_lines.append(line);
    }
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (i < shown)
            m_lines.at(i)->showMessage(newest.at(i), now);
        m_lines.at(i)->setVisible(i < shown);
    }
    m_newest->setVisible(!newest.isEmpty());
}

void CampaignProgress::arrange()
{
    const int columns = width() >= wideFrom ? 6 : 3;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int i = 0; i < m_tiles.size(); ++i)
        m_tileGrid->addWidget(m_tiles.at(i), i / columns, i % columns);
}

void CampaignProgress::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace gui
