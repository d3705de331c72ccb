#include "gui/contacts/consentrows.h"

#include "gui/kit/card.h"
#include "gui/kit/formats.h"
#include "gui/kit/tones.h"
#include "gui/theme/theme.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

ConsentRows::ConsentRows(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::s);
}

void ConsentRows::show(const domain::Contact &contact, const QList<engine::OptOut> &optOuts, domain::Instant now)
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const domain::Channel channel : {domain::Channel::Sms, domain::Channel::WhatsApp, domain::Channel::Email})
        for (const domain::ContactAddress &address : contact.addresses)
            if (address.channel == channel) {
                addRow(channel, optOuts, now);
                break;
            }
    setVisible(m_column->count() > 0);
}

void ConsentRows::addRow(domain::Channel channel, const QList<engine::OptOut> &optOuts, domain::Instant now)
{
    bool any = false;
    bool everything = false;
    for (const engine::OptOut &out : optOuts) {
        any = any || out.channel == channel;
        everything = everything || (out.channel == channel && !out.category);
    }
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::s);
    line->addWidget(new Dot(any ? Tone::Doubt : Tone::Delivered, row), 0, Qt::AlignVCenter);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(makeLabel(wordFor(channel), TextRole::Body, row));
    QLabel *state = makeLabel(consentText(channel, optOuts, now), TextRole::Caption, row);
    state->setWordWrap(true);
    words->addWidget(state);
    line->addLayout(words, 1);
    const auto button = [&](const QString &text, const QString &name, const QString &objectName, bool optOut) {
        auto *result = new QPushButton(text, row);
        result->setAccessibleName(name);
        result->setObjectName(objectName + u'-' + domain::toText(channel));
        makeLink(result);
        connect(result, &QPushButton::clicked, this, [this, channel, optOut] { Q_EMIT changeWanted(channel, optOut); });
        line->addWidget(result, 0, Qt::AlignVCenter);
    };
    if (any)
        button(tr("Opt in"), tr("Opt in to %1").arg(wordFor(channel)), u"optIn"_s, false);
    if (!everything)
        button(tr("Opt out"), tr("Opt out of %1").arg(wordFor(channel)), u"optOut"_s, true);
    m_column->addWidget(row);
}

QString consentText(domain::Channel channel, const QList<engine::OptOut> &optOuts, domain::Instant now)
{
    QStringList categories;
    const engine::OptOut *last = nullptr;
    for (const engine::OptOut &out : optOuts) {
        if (out.channel != channel)
            continue;
        if (!out.category)
            return ConsentRows::tr("Opted out of everything %1").arg(relativeTime(out.since, now));
        categories.append(wordFor(*out.category).toLower());
        if (!last || out.since > last->since)
            last = &out;
    }
    if (!last)
        return ConsentRows::tr("May be messaged");
    return ConsentRows::tr("Opted out of %1 messages %2")
        .arg(categories.join(ConsentRows::tr(" and ")), relativeTime(last->since, now));
}

} // namespace gui
