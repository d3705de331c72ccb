#include "gui/settings/providerssection.h"

#include "gui/kit/card.h"
#include "gui/kit/errortext.h"
#include "gui/kit/formats.h"
#include "gui/kit/statepill.h"
#include "gui/settings/providerwords.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

/// Where the focus is, in words that outlive a rebuild: the card's provider and the control's name.
struct Place
{
    qint64 provider = 0;
    QString control;
};

Place placeOf(const QWidget *widget, const QWidget *within)
{
    for (const QWidget *at = widget; at && at != within; at = at->parentWidget())
        if (const QVariant id = at->property("provider"); id.isValid())
            return {id.toLongLong(), widget->objectName()};
    return {};
}

QLabel *wrapped(const QString &text, TextRole role)
{
    QLabel *label = makeLabel(text, role);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

ProvidersSection::ProvidersSection(QWidget *parent)
    : QWidget(parent), m_rows(new QVBoxLayout), m_add(new QPushButton(tr("Add account")))
{
    setMaximumWidth(size::formWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::l);
    auto *head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Providers"), TextRole::Section), 1);
    m_add->setObjectName(u"addProvider"_s);
    makePrimary(m_add);
    m_add->setEnabled(false); // until it is known what there is to choose from
    connect(m_add, &QPushButton::clicked, this, &ProvidersSection::addWanted);
    head->addWidget(m_add);
    column->addLayout(head);
    m_rows->setSpacing(space::m);
    column->addLayout(m_rows);
    column->addStretch(1);
    build();
}

void ProvidersSection::setKinds(const QList<domain::ProviderKind> &kinds)
{
    m_kinds = kinds;
    m_add->setEnabled(!kinds.isEmpty());
    build();
}

void ProvidersSection::showProviders(const QList<engine::ProviderRow> &providers)
{
    if (providers == m_providers)
        return;
    for (const engine::ProviderRow &before : std::as_const(m_providers))
        if (!providers.contains(before))
            m_reports.remove(before.id); // what was found holds no more
    m_providers = providers;
    build();
}

void ProvidersSection::showHealth(const QList<engine::ProviderHealth> &health)
{
    if (health == m_health)
        return;
    m_health = health;
    build();
}

void ProvidersSection::showReport(domain::ProviderId id, const domain::ConnectionReport &report)
{
    const bool works = report.verdict == domain::ConnectionReport::Verdict::Works;
    for (const engine::ProviderRow &provider : std::as_const(m_providers))
        if (provider.id == id) {
            QString words = verdictSentence(provider.kind, kindName(provider.kind), report);
            if (!works && !report.providerWords.isEmpty())
                words += u'\n' + report.providerWords;
            m_reports.insert(id, {words, works});
        }
    build();
}

void ProvidersSection::showTestError(domain::ProviderId id, const domain::Error &error)
{
    m_reports.insert(id, {sentenceFor(error), false});
    build();
}

QStringList ProvidersSection::names() const
{
    QStringList names;
    for (const engine::ProviderRow &provider : m_providers)
        names << provider.name;
    return names;
}

QString ProvidersSection::kindName(const QString &key) const
{
    for (const domain::ProviderKind &kind : m_kinds)
        if (kind.key == key)
            return kind.name;
    return key;
}

void ProvidersSection::build()
{
    const Place focused = placeOf(focusWidget(), this);
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->setParent(nullptr);
            widget->deleteLater();
        }
        delete item;
    }
    for (qsizetype i = 0; i < m_providers.size(); ++i)
        m_rows->addWidget(cardFor(i));
    if (m_providers.isEmpty())
        m_rows->addWidget(wrapped(tr("Messages leave by a provider. Add the account your business has; until then "
                                     "nothing can be sent."),
                                  TextRole::Secondary));
    else if (m_providers.size() > 1)
        m_rows->addWidget(
            wrapped(tr("They are asked from top to bottom: the first that works and has the channel sends."),
                    TextRole::Caption));
    if (focused.provider == 0)
        return;
    for (const QString &name : {focused.control, u"moveUp"_s, u"moveDown"_s, u"editProvider"_s}) {
        const auto controls = findChildren<QWidget *>(name);
        for (QWidget *control : controls)
            if (placeOf(control, this).provider == focused.provider && control->isEnabled()) {
                control->setFocus(Qt::OtherFocusReason);
                return;
            }
    }
}

QWidget *ProvidersSection::cardFor(qsizetype at)
{
    const engine::ProviderRow &provider = m_providers.at(at);
    auto *card = new Card(provider.name);
    card->setProperty("provider", provider.id.value);
    addHead(*card, at);
    addFacts(*card, provider);
    addButtons(*card, provider);
    return card;
}

void ProvidersSection::addHead(Card &card, qsizetype at)
{
    const engine::ProviderRow &provider = m_providers.at(at);
    auto *pill = new StatePill;
    if (!provider.enabled)
        pill->setState(tr("Off"), Tone::Skipped);
    else if (!provider.pausedReason.isEmpty())
        pill->setState(tr("Paused"), Tone::Failed);
    else
        pill->setState(tr("Works"), Tone::Delivered);
    card.addToHead(pill);
    if (m_providers.size() < 2)
        return;
    const auto arrow = [&](const QString &name, const QString &picture, const QString &words, int by, bool possible) {
        auto *button = new QToolButton;
        button->setObjectName(name);
        button->setIcon(icon(picture));
        button->setToolTip(words);
        button->setAccessibleName(words);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setEnabled(possible);
        connect(button, &QToolButton::clicked, this, [this, at, by] { move(at, by); });
        card.addToHead(button);
    };
    arrow(u"moveUp"_s, u"go-up"_s, tr("Ask %1 earlier").arg(provider.name), -1, at > 0);
    arrow(u"moveDown"_s, u"go-down"_s, tr("Ask %1 later").arg(provider.name), 1, at + 1 < m_providers.size());
}

void ProvidersSection::addFacts(Card &card, const engine::ProviderRow &provider)
{
    QStringList facts{kindName(provider.kind), channelNames(provider.channels)};
    if (const QString sender = senderOf(provider.settings); !sender.isEmpty())
        facts << tr("from %1", "from a number or sender's name").arg(sender);
    facts << rate(provider.ratePerSecond);
    facts.removeAll(QString());
    card.body()->addWidget(wrapped(facts.join(u" · "_s), TextRole::Secondary));
    card.body()->addWidget(wrapped(healthWords(provider.id), TextRole::Caption));
    if (!provider.pausedReason.isEmpty()) {
        const QString why = reasonSentence(provider.pausedReason);
        card.body()->addWidget(
            wrapped(provider.pausedDetail.isEmpty() ? why : why + u'\n' + provider.pausedDetail, TextRole::Error));
    }
    if (m_reports.contains(provider.id)) {
        const Words report = m_reports.value(provider.id);
        QLabel *label = wrapped(report.text, report.isGood ? TextRole::Body : TextRole::Error);
        label->setObjectName(u"cardReport"_s);
        card.body()->addWidget(label);
    }
}

QString ProvidersSection::healthWords(domain::ProviderId id) const
{
    using enum domain::MessageState;
    for (const engine::ProviderHealth &health : m_health) {
        if (health.id != id)
            continue;
        const auto count = [&](std::initializer_list<domain::MessageState> states) {
            qint64 sum = 0;
            for (const domain::MessageState state : states)
                sum += health.counts.byState[static_cast<size_t>(state)];
            return sum;
        };
        const qint64 left = count({Accepted, Sent, Delivered, Read, Undelivered});
        QStringList words{tr("Last 7 days: %1 sent").arg(number(left))};
        if (left > 0)
            words << tr("%1 delivered").arg(percent(count({Delivered, Read}), left));
        if (const qint64 refused = count({Rejected}); refused > 0)
            words << tr("%1 refused").arg(number(refused));
        if (const qint64 doubt = count({Uncertain}); doubt > 0)
            words << tr("%1 in doubt").arg(number(doubt));
        return words.join(u" · "_s);
    }
    return tr("Nothing was sent by it in the last 7 days.");
}

void ProvidersSection::addButtons(Card &card, const engine::ProviderRow &provider)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    const auto button = [&](const QString &name, const QString &text, const QString &spoken, auto &&act) {
        auto *made = new QPushButton(text);
        made->setObjectName(name);
        made->setAccessibleName(spoken.arg(provider.name));
        connect(made, &QPushButton::clicked, this, act);
        row->addWidget(made);
    };
    const bool isPaused = !provider.pausedReason.isEmpty();
    if (isPaused)
        button(u"resumeProvider"_s, tr("Resume"), tr("Resume %1"),
               [this, id = provider.id] { Q_EMIT resumeWanted(id); });
    button(u"editProvider"_s, tr("Edit"), tr("Edit %1"), [this, provider] { Q_EMIT editWanted(provider); });
    button(u"testProvider"_s, tr("Test connection"), tr("Test the connection of %1"), [this, provider] {
        m_reports.insert(provider.id, {tr("Asking %1 …").arg(kindName(provider.kind)), true});
        build();
        Q_EMIT testWanted(provider);
    });
    if (provider.enabled && !isPaused)
        button(u"sendTestMessage"_s, tr("Send a test message"), tr("Send a test message by %1"),
               [this, provider] { Q_EMIT testMessageWanted(provider); });
    row->addWidget(moreButton(provider));
    row->addStretch(1);
    card.body()->addLayout(row);
}

QPushButton *ProvidersSection::moreButton(const engine::ProviderRow &provider)
{
    auto *more = new QPushButton(tr("More"));
    more->setObjectName(u"moreOfProvider"_s);
    more->setAccessibleName(tr("More with %1").arg(provider.name));
    auto *menu = new QMenu(more);
    menu->addAction(tr("Duplicate"), this, [this, provider] { Q_EMIT duplicateWanted(provider); });
    menu->addAction(provider.enabled ? tr("Switch off") : tr("Switch on"), this,
                    [this, provider] { Q_EMIT enableWanted(provider, !provider.enabled); });
    menu->addSeparator();
    menu->addAction(tr("Remove"), this, [this, provider] { Q_EMIT removeWanted(provider); });
    more->setMenu(menu);
    return more;
}

void ProvidersSection::move(qsizetype at, int by)
{
    QList<domain::ProviderId> order;
    for (const engine::ProviderRow &provider : std::as_const(m_providers))
        order << provider.id;
    order.swapItemsAt(at, at + by);
    Q_EMIT orderWanted(order);
}

} // namespace gui
