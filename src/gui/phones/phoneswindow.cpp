#include "gui/phones/phoneswindow.h"

#include "gui/kit/choicelist.h"
#include "gui/kit/errortext.h"
#include "gui/kit/formats.h"
#include "gui/phones/bubbleview.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollBar>
#include <QSet>

using namespace Qt::StringLiterals;
using domain::Result;

namespace gui {

namespace {
constexpr int everyMs = 1000;
constexpr int newestRead = 400;
constexpr int mostPhones = 100;
constexpr int conversationRead = 100;
constexpr int listWidth = 264;
} // namespace

PhonesWindow::PhonesWindow(PhoneNetwork &network, QWidget *parent)
    : QWidget(parent, Qt::Window), m_network(network), m_phones(new ChoiceList(u"phones"_s)),
      m_none(makeLabel(tr("Nobody has got a message yet. Send a campaign or a test message."), TextRole::Secondary)),
      m_number(makeLabel({}, TextRole::Section)), m_bubbles(new BubbleView), m_reply(new QLineEdit),
      m_send(new QPushButton(tr("Send"))), m_problem(makeLabel({}, TextRole::Error))
{
    setObjectName(u"phonesWindow"_s);
    setWindowTitle(tr("Simulated phones and mailboxes"));
    setWindowIcon(brandIcon());
    resize(820, 600);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, space::l, space::l, space::l);
    row->setSpacing(space::l);
    auto *side = new QVBoxLayout;
    side->setSpacing(space::s);
    side->addWidget(makeLabel(tr("Phones and mailboxes"), TextRole::Section));
    m_phones->setFixedWidth(listWidth);
    m_phones->setAccessibleName(tr("Phones and mailboxes, the last one written to first"));
    m_none->setWordWrap(true);
    m_none->setFixedWidth(listWidth);
    side->addWidget(m_none);
    side->addWidget(m_phones, 1);
    row->addLayout(side);
    row->addWidget(conversationSide(), 1);
    connect(m_phones, &QListWidget::currentRowChanged, this, &PhonesWindow::showConversation);
    connect(&m_timer, &QTimer::timeout, this, &PhonesWindow::refresh);
    m_timer.setInterval(everyMs);
    showPhones({});
}

QWidget *PhonesWindow::conversationSide()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_number);
    column->addWidget(m_bubbles, 1);
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::s);
    m_reply->setObjectName(u"phoneReply"_s);
    m_reply->setAccessibleName(tr("Answer as this phone"));
    m_send->setObjectName(u"sendReply"_s);
    makePrimary(m_send);
    line->addWidget(m_reply, 1);
    line->addWidget(m_send);
    column->addLayout(line);
    const auto check = [this] {
        m_send->setEnabled(m_reply->isEnabled() && !current().isEmpty() && !m_reply->text().trimmed().isEmpty());
    };
    connect(m_reply, &QLineEdit::textChanged, this, check);
    connect(m_phones, &QListWidget::currentRowChanged, this, check);
    connect(m_reply, &QLineEdit::returnPressed, this, &PhonesWindow::send);
    connect(m_send, &QPushButton::clicked, this, &PhonesWindow::send);
    check();
    return side;
}

QString PhonesWindow::current() const
{
    const QListWidgetItem *item = m_phones->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void PhonesWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    m_timer.start();
}

void PhonesWindow::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    QWidget::hideEvent(event);
}

void PhonesWindow::refresh()
{
    m_network.messages({}, newestRead, this, [this](const Result<QList<PhoneMessage>> &newest) {
        if (newest)
            showPhones(*newest);
    });
    showConversation();
}

// A phone keeps its line in the list while only other phones get something; the chosen one stays chosen.
void PhonesWindow::showPhones(const QList<PhoneMessage> &newest)
{
    const bool isFirst = m_phones->count() == 0;
    m_none->setVisible(newest.isEmpty());
    m_phones->setVisible(!newest.isEmpty());
    if (newest == m_newest)
        return;
    m_newest = newest;
    const QString chosen = current();
    const QString lastText = chosen.isEmpty() ? QString() : m_phones->currentItem()->data(Qt::UserRole + 1).toString();
    const int scrolled = m_phones->verticalScrollBar()->value();
    const QSignalBlocker quiet(m_phones);
    m_phones->setAutoScroll(false); // what one looks at does not move away
    m_phones->clear();
    const auto add = [&](const QString &phone, const QString &text, const QString &at) {
        QListWidgetItem *item = m_phones->addChoice(phone, text, at);
        item->setData(Qt::UserRole, phone);
        item->setData(Qt::UserRole + 1, text);
        if (phone == chosen)
            m_phones->setCurrentItem(item);
    };
    QSet<QString> seen;
    for (const PhoneMessage &message : newest)
        if (seen.size() < mostPhones && !seen.contains(message.phone)) {
            seen.insert(message.phone);
            add(message.phone, QString(message.text).replace(u'\n', u' '), clockTime(message.at));
        }
    if (!chosen.isEmpty() && !newest.isEmpty() && !seen.contains(chosen))
        add(chosen, lastText, {});
    m_phones->verticalScrollBar()->setValue(scrolled);
    m_phones->setAutoScroll(true);
    if (!m_phones->currentItem() && m_phones->count() > 0)
        m_phones->setCurrentRow(0);
    if (isFirst || current() != chosen)
        showConversation();
}

void PhonesWindow::showConversation()
{
    const QString phone = current();
    const bool isMailbox = phone.contains(u'@');
    m_number->setText(phone);
    m_reply->setEnabled(!phone.isEmpty() && !isMailbox);
    m_reply->setPlaceholderText(isMailbox ? tr("A simulated mailbox shows mail and answers none")
                                          : tr("Answer as this phone; STOP opts out"));
    m_send->setEnabled(m_reply->isEnabled() && !m_reply->text().trimmed().isEmpty());
    if (phone.isEmpty()) {
        m_bubbles->showMessages({});
        return;
    }
    m_network.messages(phone, conversationRead, this, [this, phone](const Result<QList<PhoneMessage>> &messages) {
        if (messages && phone == current())
            m_bubbles->showMessages(*messages);
    });
}

void PhonesWindow::send()
{
    const QString text = m_reply->text().trimmed();
    if (text.isEmpty() || !m_reply->isEnabled())
        return;
    m_network.reply(current(), {}, text, this, [this](const Result<void> &sent) {
        m_problem->setVisible(!sent);
        if (!sent) {
            m_problem->setText(sentenceFor(sent.error()));
            return;
        }
        m_reply->clear();
        refresh();
    });
}

} // namespace gui
