#include "gui/segments/audiencepreview.h"

#include "engine/client/client.h"
#include "gui/kit/errortext.h"
#include "gui/kit/formats.h"
#include "gui/theme/theme.h"

#include <QListWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <limits>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

constexpr int pauseMs = 250;
constexpr int sampleSize = 12;

} // namespace

AudiencePreview::AudiencePreview(engine::EngineClient *client, QWidget *parent)
    : QWidget(parent), m_client(client), m_pause(new QTimer(this)), m_column(new QVBoxLayout(this)),
      m_figure(makeLabel(u"–"_s, TextRole::Figure)), m_share(makeLabel({}, TextRole::Secondary)),
      m_sampleHead(makeLabel(tr("Some of them"), TextRole::Section)), m_sample(new QListWidget),
      m_list(new QPushButton(tr("Show them all")))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::xs);
    m_column->addWidget(makeLabel(tr("Contacts in it"), TextRole::Section));
    m_figure->setObjectName(u"segmentCount"_s);
    m_column->addWidget(m_figure);
    m_share->setWordWrap(true);
    m_column->addWidget(m_share);
    m_column->addSpacing(space::m);
    m_column->addWidget(m_sampleHead);
    m_sample->setObjectName(u"segmentSample"_s);
    m_sample->setAccessibleName(tr("Some contacts of this segment"));
    m_sample->setSelectionMode(QAbstractItemView::NoSelection);
    m_column->addWidget(m_sample, 1);
    makeLink(m_list);
    m_list->setObjectName(u"showSegmentContacts"_s);
    m_column->addWidget(m_list, 0, Qt::AlignLeft);
    connect(m_list, &QPushButton::clicked, this, &AudiencePreview::listWanted);
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseMs);
    connect(m_pause, &QTimer::timeout, this, &AudiencePreview::ask);
}

void AudiencePreview::setStrip(bool isStrip)
{
    m_column->setDirection(isStrip ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_column->setSpacing(isStrip ? space::m : space::xs);
    m_column->setStretchFactor(m_share, isStrip ? 1 : 0);
    m_sampleHead->setVisible(!isStrip);
    m_sample->setVisible(!isStrip);
}

void AudiencePreview::setCondition(const std::optional<QString> &condition)
{
    m_condition = condition;
    ++m_question;
    m_cancellation.cancel(); // what is being counted for the last one
    showStale(true);
    m_list->setEnabled(condition.has_value());
    if (condition)
        m_pause->start();
    else
        m_pause->stop();
}

void AudiencePreview::ask()
{
    if (!m_client || !m_condition)
        return;
    const auto fresh = [this, question = m_question] { return question == m_question; };
    engine::ContactQuery query;
    query.condition = *m_condition;
    m_client->ask([](engine::Queries &queries) { return queries.contactCount({}); }, this,
                  [this, fresh](const domain::Result<qint64> &all) {
                      if (fresh() && all)
                          m_all = *all;
                  });
    constexpr qint64 everybody = std::numeric_limits<qint64>::max();
    m_cancellation = {};
    m_client->ask([query, cancellation = m_cancellation](
                      engine::Queries &queries) { return queries.contactCount(query, everybody, cancellation); },
                  this,
                  [this, fresh](const domain::Result<qint64> &count) {
                      if (!fresh())
                          return;
                      if (count)
                          showCount(*count, m_all);
                      else
                          m_share->setText(sentenceFor(count.error()));
                  });
    m_client->ask([query](engine::Queries &queries) { return queries.contacts(query, {}, sampleSize); }, this,
                  [this, fresh](const domain::Result<engine::Page<engine::ContactRow>> &page) {
                      if (fresh() && page)
                          showSample(page->rows);
                  });
}

void AudiencePreview::showCount(qint64 count, qint64 all)
{
    m_count = count;
    m_all = all;
    m_figure->setText(number(count));
    m_figure->setAccessibleName(tr("%Ln contacts", nullptr, int(std::min<qint64>(count, 1'000'000'000))));
    m_share->setText(all > 0 ? tr("%1 of %2").arg(percent(count, all), number(all)) : QString());
    showStale(false);
}

void AudiencePreview::showSample(const QList<engine::ContactRow> &rows)
{
    m_sample->clear();
    for (const engine::ContactRow &row : rows) {
        const QString place = row.territory.isEmpty() ? row.group : row.territory;
        auto *item = new QListWidgetItem(place.isEmpty() ? row.name : row.name + u"  ·  "_s + place, m_sample);
        item->setToolTip(row.company);
    }
    if (rows.isEmpty())
        new QListWidgetItem(tr("Nobody"), m_sample);
}

void AudiencePreview::showStale(bool stale)
{
    m_figure->setEnabled(!stale);
    m_sample->setEnabled(!stale);
}

} // namespace gui
