#include "gui/dashboard/detournotice.h"

#include "gui/kit/card.h"
#include "gui/kit/formats.h"
#include "gui/theme/theme.h"

#include <QDateTime>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

/// The time alone on the same day, else the day with it.
QString sinceText(domain::Instant since, domain::Instant now)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(domain::toMillis(since));
    const QString time = timeOfDay(at.time());
    return at.date() == QDateTime::fromMSecsSinceEpoch(domain::toMillis(now)).date()
               ? time
               : DetourNotice::tr("%1, %2", "day, time").arg(dayText(since, now), time);
}

} // namespace

QString detourSentence(const engine::Detour &detour, domain::Instant now)
{
    const QString since = sinceText(detour.since, now);
    QStringList ways;
    for (const engine::Detour::Instead &instead : detour.instead)
        ways << (ways.isEmpty()
                     ? DetourNotice::tr("%Ln messages went by %1", nullptr, static_cast<int>(instead.messages))
                           .arg(instead.name)
                     : DetourNotice::tr("%1 by %2", "a number of messages, an account")
                           .arg(number(instead.messages), instead.name));
    const QString all = ways.join(DetourNotice::tr(" and ", "between two parts of a sentence"));
    return detour.isPaused ? DetourNotice::tr("%1 is paused; %2 instead since %3.").arg(detour.name, all, since)
                           : DetourNotice::tr("%1 is not answering; %2 instead since %3.").arg(detour.name, all, since);
}

DetourNotice::DetourNotice(QWidget *parent) : QFrame(parent), m_lines(new QVBoxLayout(this))
{
    setObjectName(u"detours"_s);
    setProperty("kind", u"notice"_s);
    setAccessibleName(tr("Accounts that others stand in for"));
    m_lines->setContentsMargins(space::m, space::s, space::s, space::s);
    m_lines->setSpacing(space::xs);
    hide();
}

void DetourNotice::showDetours(const QList<engine::Detour> &detours, domain::Instant now)
{
    QList<engine::Detour> taken;
    QList<domain::ProviderId> ids;
    for (const engine::Detour &detour : detours)
        if (!detour.instead.isEmpty()) {
            taken << detour;
            ids << detour.provider;
        }
    // the same accounts: only the figures move, so that the focus stays where it is
    if (std::exchange(m_shown, ids) != ids) {
        for (QWidget *line : findChildren<QWidget *>(u"detour"_s))
            delete line;
        for (const engine::Detour &detour : std::as_const(taken)) {
            auto *line = new QWidget(this);
            line->setObjectName(u"detour"_s);
            auto *row = new QHBoxLayout(line);
            row->setContentsMargins(0, 0, 0, 0);
            row->setSpacing(space::m);
            row->addWidget(new Dot(Tone::Doubt));
            auto *words = makeLabel({}, TextRole::Body);
            words->setObjectName(u"detourWords"_s);
            words->setWordWrap(true);
            row->addWidget(words, 1);
            auto *button = new QPushButton(tr("Open %1").arg(QString(detour.name).replace(u"&"_s, u"&&"_s)));
            button->setObjectName(u"detourProvider"_s);
            connect(button, &QPushButton::clicked, this, [this, id = detour.provider] { Q_EMIT providerWanted(id); });
            row->addWidget(button);
            m_lines->addWidget(line);
        }
    }
    const QList<QLabel *> words = findChildren<QLabel *>(u"detourWords"_s);
    for (qsizetype i = 0; i < std::min(words.size(), taken.size()); ++i)
        words.at(i)->setText(detourSentence(taken.at(i), now));
    setVisible(!taken.isEmpty());
}

} // namespace gui
