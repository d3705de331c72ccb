#include "gui/settings/routeways.h"

#include "gui/settings/providerwords.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

constexpr int heaviest = 1'000;
constexpr int longestSender = 64;
constexpr int weightWidth = 76;

QToolButton *smallButton(const QString &name, const QString &picture, const QString &words)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(icon(picture));
    button->setToolTip(words);
    button->setAccessibleName(words);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

RouteWays::RouteWays(QWidget *parent)
    : QWidget(parent), m_rowsColumn(new QVBoxLayout), m_add(new QPushButton(tr("Add an account")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    m_rowsColumn->setSpacing(space::s);
    column->addLayout(m_rowsColumn);
    makeLink(m_add);
    m_add->setObjectName(u"addWay"_s);
    m_add->setAutoDefault(false);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({}, false);
        arrange();
        m_rows.last().provider->setFocus(Qt::OtherFocusReason);
        Q_EMIT edited();
    });
}

void RouteWays::setProviders(const QList<engine::ProviderRow> &providers, domain::Channel channel)
{
    m_providers = providers;
    m_channel = channel;
    for (const Row &row : std::as_const(m_rows))
        fillProviders(row, {row.provider->currentData().toLongLong()});
}

void RouteWays::setWays(const QList<domain::Route> &ways)
{
    while (!m_rows.isEmpty())
        removeRow(m_rows.last().widget);
    for (qsizetype i = 0; i < ways.size(); ++i)
        addRow(ways[i], i > 0 && ways[i - 1].position == ways[i].position);
    if (m_rows.isEmpty())
        addRow({}, false);
    arrange();
}

QList<domain::Route> RouteWays::ways() const
{
    QList<domain::Route> ways;
    int position = -1;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        if (i == 0 || !row.turn->currentData().toBool())
            ++position;
        domain::Route way;
        way.channel = m_channel;
        way.position = position;
        way.weight = isShared(i) ? row.weight->value() : 1;
        way.provider = {row.provider->currentData().toLongLong()};
        way.sender = row.sender->text().trimmed();
        if (way.provider.isValid())
            ways << way;
    }
    return ways;
}

RouteWays::Row RouteWays::makeRow()
{
    Row row{new QWidget(this),
            new QComboBox,
            new QComboBox,
            new QLineEdit,
            new QSpinBox,
            smallButton(u"moveUp"_s, u"go-up"_s, tr("Try this account earlier (Alt+Up)")),
            smallButton(u"moveDown"_s, u"go-down"_s, tr("Try this account later (Alt+Down)")),
            smallButton(u"removeWay"_s, u"edit-delete"_s, tr("Remove this account from the route"))};
    auto *line = new QHBoxLayout(row.widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::xs);
    row.turn->setObjectName(u"turn"_s);
    row.turn->setAccessibleName(tr("When this account is tried"));
    row.provider->setObjectName(u"wayProvider"_s);
    row.provider->setAccessibleName(tr("Account"));
    row.provider->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    row.provider->setMinimumContentsLength(10);
    row.sender->setObjectName(u"waySender"_s);
    row.sender->setAccessibleName(tr("Sender"));
    row.sender->setMaxLength(longestSender);
    row.weight->setObjectName(u"wayWeight"_s);
    row.weight->setAccessibleName(tr("Weight"));
    row.weight->setToolTip(tr("Its part of what they carry together"));
    row.weight->setRange(1, heaviest);
    row.weight->setFixedWidth(weightWidth);
    line->addWidget(row.turn);
    line->addWidget(row.provider, 3);
    line->addWidget(row.sender, 2);
    line->addWidget(row.weight);
    for (QWidget *button : {row.up, row.down, row.remove})
        line->addWidget(button);
    const QList<QWidget *> order{row.turn, row.provider, row.sender, row.weight, row.up, row.down, row.remove};
    for (QWidget *control : order)
        control->installEventFilter(this);
    connect(row.up, &QToolButton::clicked, this, [this, widget = row.widget] { move(widget, -1); });
    connect(row.down, &QToolButton::clicked, this, [this, widget = row.widget] { move(widget, 1); });
    connect(row.remove, &QToolButton::clicked, this, [this, widget = row.widget] {
        const qsizetype at = rowOf(widget);
        removeRow(widget);
        arrange();
        if (m_rows.isEmpty())
            m_add->setFocus(Qt::OtherFocusReason);
        else
            m_rows[std::min(at, m_rows.size() - 1)].remove->setFocus(Qt::OtherFocusReason);
        Q_EMIT edited();
    });
    return row;
}

void RouteWays::addRow(const domain::Route &way, bool isTogether)
{
    const Row row = makeRow();
    row.turn->addItem(tr("Then", "tried after the account before"), false);
    row.turn->addItem(tr("Together with it", "shares with the account before"), true);
    row.turn->setCurrentIndex(isTogether ? 1 : 0);
    row.sender->setText(way.sender);
    row.weight->setValue(way.weight);
    fillProviders(row, way.provider);
    m_rows << row;
    m_rowsColumn->addWidget(row.widget);
    connect(row.turn, &QComboBox::currentIndexChanged, this, [this] {
        arrange();
        Q_EMIT edited();
    });
    connect(row.provider, &QComboBox::currentIndexChanged, this, [this, row] {
        offerSender(row);
        Q_EMIT edited();
    });
    connect(row.sender, &QLineEdit::textChanged, this, &RouteWays::edited);
    connect(row.weight, &QSpinBox::valueChanged, this, &RouteWays::edited);
}

void RouteWays::fillProviders(const Row &row, domain::ProviderId chosen) const
{
    const QSignalBlocker blocker(row.provider);
    row.provider->clear();
    row.provider->addItem(tr("Choose an account"), qint64(0));
    for (const engine::ProviderRow &provider : m_providers)
        if (provider.channels.contains(m_channel))
            row.provider->addItem(provider.enabled ? provider.name : tr("%1 (off)", "an account").arg(provider.name),
                                  provider.id.value);
    row.provider->setCurrentIndex(std::max(0, row.provider->findData(chosen.value)));
    offerSender(row);
}

void RouteWays::offerSender(const Row &row) const
{
    const domain::ProviderId id{row.provider->currentData().toLongLong()};
    QString own;
    for (const engine::ProviderRow &provider : m_providers)
        if (provider.id == id)
            own = senderOf(provider.settings);
    row.sender->setPlaceholderText(own.isEmpty() ? tr("Its own sender") : own);
}

void RouteWays::removeRow(const QWidget *widget)
{
    const qsizetype at = rowOf(widget);
    if (at < 0)
        return;
    const Row row = m_rows.takeAt(at);
    m_rowsColumn->removeWidget(row.widget);
    row.widget->hide();
    row.widget->deleteLater();
}

void RouteWays::move(const QWidget *widget, int by)
{
    const qsizetype from = rowOf(widget);
    const qsizetype to = from + by;
    if (from < 0 || to < 0 || to >= m_rows.size())
        return;
    // The order of trying stays as it is: what moves is who stands in which place.
    const int fromTurn = m_rows[from].turn->currentIndex();
    const int toTurn = m_rows[to].turn->currentIndex();
    m_rows.swapItemsAt(from, to);
    for (const auto &[at, turn] : {std::pair{from, fromTurn}, std::pair{to, toTurn}}) {
        const QSignalBlocker blocker(m_rows[at].turn);
        m_rows[at].turn->setCurrentIndex(turn);
    }
    QWidget *focused = focusWidget();
    for (const Row &row : std::as_const(m_rows))
        m_rowsColumn->removeWidget(row.widget);
    for (const Row &row : std::as_const(m_rows))
        m_rowsColumn->addWidget(row.widget);
    arrange();
    if (focused && !focused->isEnabled()) // its arrow ends here
        focused = by < 0 ? m_rows[to].down : m_rows[to].up;
    if (focused)
        focused->setFocus(Qt::OtherFocusReason);
    Q_EMIT edited();
}

qsizetype RouteWays::rowOf(const QWidget *widget) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].widget == widget)
            return i;
    return -1;
}

bool RouteWays::isShared(qsizetype at) const
{
    const auto joins = [this](qsizetype i) {
        return i > 0 && i < m_rows.size() && m_rows[i].turn->currentData().toBool();
    };
    return joins(at) || joins(at + 1);
}

/// What depends on a row's place: whether it can move, whether it shares, and the order in which Tab goes.
void RouteWays::arrange()
{
    const int turnWidth = m_rows.isEmpty() ? 0 : m_rows.first().turn->sizeHint().width();
    QWidget *before = nullptr;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        row.turn->setEnabled(i > 0);
        row.turn->setFixedWidth(turnWidth);
        row.turn->setItemText(0, i > 0 ? tr("Then", "tried after the account before") : tr("First"));
        if (i == 0) {
            const QSignalBlocker blocker(row.turn);
            row.turn->setCurrentIndex(0);
        }
        row.weight->setEnabled(isShared(i));
        row.up->setEnabled(i > 0);
        row.down->setEnabled(i + 1 < m_rows.size());
        for (QWidget *control :
             QList<QWidget *>{row.turn, row.provider, row.sender, row.weight, row.up, row.down, row.remove}) {
            if (before)
                setTabOrder(before, control);
            before = control;
        }
    }
    if (before)
        setTabOrder(before, m_add);
}

bool RouteWays::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<const QKeyEvent *>(event);
        const bool up = key->key() == Qt::Key_Up;
        if (key->modifiers() == Qt::AltModifier && (up || key->key() == Qt::Key_Down)) {
            move(static_cast<QWidget *>(watched)->parentWidget(), up ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gui
