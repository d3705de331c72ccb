#include "gui/kit/card.h"
#include "gui/kit/errortext.h"
#include "gui/kit/formats.h"
#include "gui/kit/statepill.h"
#include "gui/settings/sections.h"
#include "gui/theme/theme.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

/// Names of companies and standards; they are the same in every language.
QString kindName(const QString &kind)
{
    static const QHash<QString, QString> names{{u"twilio"_s, u"Twilio"_s},
                                               {u"messagebird"_s, u"MessageBird"_s},
                                               {u"vonage"_s, u"Vonage"_s},
                                               {u"sns"_s, u"Amazon SNS"_s},
                                               {u"whatsapp_cloud"_s, u"WhatsApp Cloud"_s},
                                               {u"flashchat"_s, u"FlashChat"_s},
                                               {u"http"_s, u"HTTP"_s},
                                               {u"smtp"_s, u"SMTP"_s}};
    return names.value(kind, kind);
}

} // namespace

ProvidersSection::ProvidersSection(QWidget *parent) : QWidget(parent), m_rows(new QVBoxLayout)
{
    setMaximumWidth(size::formWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::l);
    auto *head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Providers"), TextRole::Section), 1);
    auto *add = new QPushButton(tr("Add Twilio account"));
    add->setObjectName(u"addProvider"_s);
    makePrimary(add);
    connect(add, &QPushButton::clicked, this, &ProvidersSection::addWanted);
    head->addWidget(add);
    column->addLayout(head);
    m_rows->setSpacing(space::m);
    column->addLayout(m_rows);
    column->addStretch(1);
    showProviders({});
}

void ProvidersSection::showProviders(const QList<engine::ProviderRow> &providers)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    for (const engine::ProviderRow &provider : providers)
        m_rows->addWidget(rowFor(provider));
    if (providers.isEmpty()) {
        QLabel *none = makeLabel(tr("Messages leave by a provider. Add the account your business has; until then "
                                    "nothing can be sent."),
                                 TextRole::Secondary);
        none->setWordWrap(true);
        m_rows->addWidget(none);
    }
}

QWidget *ProvidersSection::rowFor(const engine::ProviderRow &provider)
{
    auto *card = new Card(provider.name);
    auto *pill = new StatePill;
    const bool paused = !provider.pausedReason.isEmpty();
    if (!provider.enabled)
        pill->setState(tr("Off"), Tone::Skipped);
    else if (paused)
        pill->setState(tr("Paused"), Tone::Failed);
    else
        pill->setState(tr("Works"), Tone::Delivered);
    card->addToHead(pill);
    const QString sender = provider.settings.value("messagingServiceSid"_L1).toString();
    const QString from = sender.isEmpty() ? provider.settings.value("from"_L1).toString() : sender;
    QLabel *facts = makeLabel(tr("%1 · from %2 · %3").arg(kindName(provider.kind), from, rate(provider.ratePerSecond)),
                              TextRole::Secondary);
    facts->setWordWrap(true);
    card->body()->addWidget(facts);
    if (paused) {
        QLabel *why = makeLabel(reasonSentence(provider.pausedReason), TextRole::Error);
        why->setText(provider.pausedDetail.isEmpty() ? why->text() : why->text() + u'\n' + provider.pausedDetail);
        why->setTextFormat(Qt::PlainText);
        why->setWordWrap(true);
        card->body()->addWidget(why);
    }
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    const auto button = [&](const QString &text, const QString &spoken, auto &&act) {
        auto *b = new QPushButton(text);
        b->setAccessibleName(spoken.arg(provider.name));
        connect(b, &QPushButton::clicked, this, act);
        row->addWidget(b);
        return b;
    };
    if (paused)
        button(tr("Resume"), tr("Resume %1"), [this, id = provider.id] { Q_EMIT resumeWanted(id); });
    button(tr("Edit"), tr("Edit %1"), [this, provider] { Q_EMIT editWanted(provider); });
    if (provider.enabled && !paused)
        button(tr("Send a test message"), tr("Send a test message by %1"), [this, provider] {
            Q_EMIT testMessageWanted(provider);
        })->setObjectName(u"sendTestMessage"_s);
    button(provider.enabled ? tr("Switch off") : tr("Switch on"),
           provider.enabled ? tr("Switch off %1") : tr("Switch on %1"),
           [this, provider] { Q_EMIT enableWanted(provider, !provider.enabled); });
    makeDangerous(button(tr("Remove"), tr("Remove %1"), [this, provider] { Q_EMIT removeWanted(provider); }));
    row->addStretch(1);
    card->body()->addLayout(row);
    return card;
}

} // namespace gui
