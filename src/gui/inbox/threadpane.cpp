#include "gui/inbox/threadpane.h"

#include "gui/inbox/inboxwords.h"
#include "gui/inbox/replybox.h"
#include "gui/kit/card.h"
#include "gui/kit/elidedlabel.h"
#include "gui/kit/statepill.h"
#include "gui/kit/tones.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QHBoxLayout>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace gui {

namespace {
constexpr int wideFrom = 640; ///< from which the buttons say what they do in words
}

ThreadPane::ThreadPane(QWidget *parent)
    : QFrame(parent), m_stack(new QStackedWidget(this)), m_name(new ElidedLabel({}, this)),
      m_address(new ElidedLabel({}, this)), m_optedOut(new StatePill(this)), m_contact(new QPushButton(this)),
      m_unread(new QPushButton(this)), m_bubbles(new BubbleList), m_reply(new ReplyBox)
{
    setObjectName(u"threadPane"_s);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    auto *thread = new QWidget;
    auto *column = new QVBoxLayout(thread);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(makeLine());
    column->addWidget(m_bubbles, 1);
    column->addWidget(m_reply);
    m_stack->addWidget(thread);
    auto *none = makeLabel(tr("Choose a conversation to read and answer it."), TextRole::Secondary);
    none->setObjectName(u"noConversation"_s);
    none->setAlignment(Qt::AlignCenter);
    none->setWordWrap(true);
    m_stack->addWidget(none);
    connect(m_bubbles, &BubbleList::linkWanted, this, &ThreadPane::linkWanted);
    connect(m_bubbles, &BubbleList::topReached, this, &ThreadPane::olderWanted);
    connect(m_contact, &QPushButton::clicked, this, [this] { Q_EMIT contactWanted(m_row.contactId); });
    connect(m_unread, &QPushButton::clicked, this, &ThreadPane::unreadWanted);
    clear();
}

QWidget *ThreadPane::buildHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(space::l, space::s, space::l, space::s);
    row->setSpacing(space::s);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    setRole(m_name, TextRole::Section);
    m_name->setObjectName(u"threadName"_s);
    m_address->setObjectName(u"threadAddress"_s);
    setRole(m_address, TextRole::Secondary);
    words->addWidget(m_name);
    words->addWidget(m_address);
    row->addLayout(words, 1);
    m_optedOut->setState(tr("Opted out"), Tone::Skipped);
    row->addWidget(m_optedOut);
    m_unread->setObjectName(u"markUnread"_s);
    m_contact->setObjectName(u"openContact"_s);
    row->addWidget(m_unread);
    row->addWidget(m_contact);
    showButtons();
    return head;
}

void ThreadPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showButtons();
}

// In a narrow pane the number one talks to comes before the words on the buttons.
void ThreadPane::showButtons()
{
    const bool isWide = width() >= wideFrom;
    const auto show = [isWide](QPushButton *button, const QString &words, const QString &iconName) {
        button->setText(isWide ? words : QString());
        button->setIcon(isWide ? QIcon() : icon(iconName));
        button->setToolTip(isWide ? QString() : words);
        button->setAccessibleName(words);
    };
    show(m_unread, tr("Mark as unread"), u"mail-mark-unread"_s);
    show(m_contact, tr("Open contact"), u"user"_s);
}

void ThreadPane::clear()
{
    m_row = {};
    m_isAnother = true;
    m_stack->setCurrentIndex(1);
}

void ThreadPane::showConversation(const engine::ConversationRow &row)
{
    m_isAnother = m_isAnother || row.id != m_row.id;
    if (row.id != m_row.id)
        m_bubbles->showBubbles({}, true);
    m_row = row;
    m_name->setText(nameOf(row));
    QStringList facts{wordFor(row.channel)};
    if (!row.contactName.isEmpty())
        facts << addressOf(row);
    if (!row.providerName.isEmpty())
        facts << tr("by %1", "the provider's account").arg(row.providerName);
    m_address->setText(facts.join(u" · "_s));
    m_optedOut->setVisible(row.isOptedOut);
    m_contact->setVisible(row.contactId.isValid());
    m_bubbles->setAccessibleName(tr("Conversation with %1").arg(nameOf(row)));
    m_reply->setConversation(row.id, row.channel);
    m_stack->setCurrentIndex(0);
}

void ThreadPane::showThread(const QList<engine::ThreadEntry> &entries, domain::Instant now)
{
    m_bubbles->showBubbles(bubblesOf(entries, now), std::exchange(m_isAnother, false));
}

} // namespace gui
