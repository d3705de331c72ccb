#include "gui/inbox/replybox.h"

#include "domain/text/segments.h"
#include "gui/inbox/inboxwords.h"
#include "gui/kit/formats.h"
#include "gui/theme/theme.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRandomGenerator>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

constexpr int textHeight = 76;

qint64 newNumber() { return static_cast<qint64>(QRandomGenerator::global()->generate64() >> 2) + 1; }

} // namespace

ReplyBox::ReplyBox(QWidget *parent)
    : QFrame(parent), m_notice(new QFrame(this)), m_why(makeLabel({}, TextRole::Body, m_notice)),
      m_providers(new QPushButton(tr("Open providers"), m_notice)), m_subject(new QLineEdit(this)),
      m_text(new QPlainTextEdit(this)), m_facts(makeLabel({}, TextRole::Caption, this)),
      m_route(makeLabel({}, TextRole::Caption, this)), m_problem(makeLabel({}, TextRole::Error, this)),
      m_send(new QPushButton(tr("Send reply"), this))
{
    build();
    connect(m_text, &QPlainTextEdit::textChanged, this, &ReplyBox::check);
    connect(m_subject, &QLineEdit::textChanged, this, &ReplyBox::check);
    connect(m_send, &QPushButton::clicked, this, &ReplyBox::send);
    connect(m_providers, &QPushButton::clicked, this, &ReplyBox::providersWanted);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *keys = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        keys->setContext(Qt::WidgetWithChildrenShortcut);
        connect(keys, &QShortcut::activated, this, &ReplyBox::send);
    }
    check();
}

void ReplyBox::build()
{
    setObjectName(u"replyBox"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::s, space::l, space::l);
    column->setSpacing(space::s);
    m_notice->setProperty("kind", u"notice"_s);
    auto *notice = new QHBoxLayout(m_notice);
    notice->setContentsMargins(space::m, space::s, space::m, space::s);
    notice->setSpacing(space::m);
    m_why->setObjectName(u"replyObstacle"_s);
    m_why->setWordWrap(true);
    notice->addWidget(m_why, 1);
    m_providers->setObjectName(u"openProviders"_s);
    notice->addWidget(m_providers);
    m_notice->hide();
    column->addWidget(m_notice);
    m_subject->setObjectName(u"replySubject"_s);
    m_subject->setAccessibleName(tr("Subject"));
    m_subject->setPlaceholderText(tr("Subject"));
    m_subject->hide();
    column->addWidget(m_subject);
    m_text->setObjectName(u"replyText"_s);
    m_text->setAccessibleName(tr("Your reply"));
    m_text->setPlaceholderText(tr("Write a reply"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(textHeight);
    column->addWidget(m_text);
    m_problem->setObjectName(u"replyProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::m);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    m_facts->setObjectName(u"replyFacts"_s);
    m_route->setObjectName(u"replyRoute"_s);
    m_facts->setWordWrap(true);
    m_route->setWordWrap(true);
    words->addWidget(m_facts);
    words->addWidget(m_route);
    line->addLayout(words, 1);
    m_send->setObjectName(u"sendReply"_s);
    m_send->setToolTip(tr("Ctrl+Enter"));
    makePrimary(m_send);
    line->addWidget(m_send, 0, Qt::AlignTop);
    column->addLayout(line);
}

void ReplyBox::keep()
{
    if (!m_conversation.isValid())
        return;
    if (m_text->toPlainText().isEmpty() && m_sending != m_conversation) {
        m_drafts.remove(m_conversation.value);
        return;
    }
    Draft &draft = m_drafts[m_conversation.value];
    draft.body = m_text->toPlainText();
    draft.subject = m_subject->text();
    if (draft.number == 0)
        draft.number = newNumber();
}

void ReplyBox::setConversation(domain::ConversationId id, domain::Channel channel)
{
    m_channel = channel;
    if (id == m_conversation)
        return;
    keep();
    m_conversation = id;
    m_isKnown = false;
    m_way = {};
    m_notice->hide();
    m_problem->hide();
    m_route->clear();
    const Draft draft = m_drafts.value(id.value);
    {
        const QSignalBlocker quietText(m_text);
        const QSignalBlocker quietSubject(m_subject);
        m_text->setPlainText(draft.body);
        m_subject->setText(draft.subject);
    }
    m_text->moveCursor(QTextCursor::End);
    m_subject->setVisible(channel == domain::Channel::Email);
    check();
}

void ReplyBox::setWay(const engine::ReplyWay &way, domain::Instant now)
{
    m_way = way;
    m_isKnown = true;
    if (m_channel == domain::Channel::Email && m_subject->text().isEmpty() && !m_subject->isModified()) {
        const QSignalBlocker quiet(m_subject);
        m_subject->setText(way.subject);
    }
    const QString why = obstacleSentence(way, m_channel, now);
    m_why->setText(why);
    m_notice->setVisible(!why.isEmpty());
    m_providers->setVisible(way.obstacle == "no_provider"_L1);
    QStringList route;
    if (!way.providerName.isEmpty() && why.isEmpty())
        route << tr("by %1", "the provider's account").arg(way.providerName);
    if (way.openUntil)
        route << tr("window open until %1")
                     .arg(timeOfDay(QDateTime::fromMSecsSinceEpoch(domain::toMillis(*way.openUntil)).time()));
    m_route->setText(route.join(u" · "_s));
    m_route->setVisible(!route.isEmpty());
    check();
}

QString ReplyBox::facts() const
{
    const QString text = m_text->toPlainText();
    if (m_channel != domain::Channel::Sms)
        return text.isEmpty() ? QString() : tr("%Ln characters", nullptr, static_cast<int>(text.size()));
    const domain::SegmentCount count = domain::countSegments(text);
    if (count.segments == 0)
        return {};
    QStringList words{segmentsText(count.segments),
                      count.encoding == domain::Encoding::Gsm7 ? tr("GSM-7") : tr("Unicode (UCS-2)"),
                      tr("%1 left in this segment").arg(number(count.unitsLeftInSegment))};
    if (m_way.maxSegments > 0 && count.segments > m_way.maxSegments)
        words << tr("at most %1 are allowed").arg(number(m_way.maxSegments));
    return words.join(u" · "_s);
}

void ReplyBox::check()
{
    const bool isFree = m_isKnown && m_way.obstacle.isEmpty();
    const QString text = m_text->toPlainText();
    const bool tooLong =
        m_channel == domain::Channel::Sms && m_way.maxSegments > 0 && domain::segmentsOf(text) > m_way.maxSegments;
    m_facts->setText(facts());
    setRole(m_facts, tooLong ? TextRole::Error : TextRole::Caption);
    const bool isSending = m_sending.isValid();
    m_text->setReadOnly(isSending && m_sending == m_conversation);
    m_text->setEnabled(!m_isKnown || isFree || !text.isEmpty()); // what was written can be taken along
    m_subject->setEnabled(m_text->isEnabled());
    const bool hasSubject = m_channel != domain::Channel::Email || !m_subject->text().trimmed().isEmpty();
    m_send->setEnabled(isFree && !isSending && !tooLong && hasSubject && !text.trimmed().isEmpty());
}

void ReplyBox::send()
{
    if (!m_send->isEnabled())
        return;
    keep();
    m_problem->hide();
    m_sending = m_conversation;
    check();
    const Draft &draft = m_drafts[m_conversation.value];
    engine::ConversationReply reply;
    reply.conversation = m_conversation;
    reply.body = draft.body;
    reply.subject = draft.subject;
    reply.draft = draft.number;
    Q_EMIT replyWanted(reply);
}

void ReplyBox::setSent(domain::ConversationId id)
{
    m_sending = {};
    m_drafts.remove(id.value);
    if (id == m_conversation) {
        m_text->clear();
        m_subject->setText(m_way.subject);
        m_text->setFocus(Qt::OtherFocusReason);
    }
    check();
}

void ReplyBox::setFailed(domain::ConversationId id, const QString &words)
{
    m_sending = {};
    if (id == m_conversation) {
        m_problem->setText(words);
        m_problem->show();
    }
    check();
}

} // namespace gui
