#include "gui/messages/messagedetail.h"

#include "domain/address/phone.h"
#include "gui/kit/errortext.h"
#include "gui/kit/formats.h"
#include "gui/kit/timeline.h"
#include "gui/kit/tones.h"
#include "gui/messages/storyline.h"
#include "gui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace gui {

MessageDetail::MessageDetail(QWidget *parent)
    : DetailPanel(parent), m_contact(new QPushButton(tr("Open contact"), this)),
      m_cancel(new QPushButton(tr("Cancel message"), this)), m_doubt(new QFrame(this)),
      m_doubtText(makeLabel({}, TextRole::Body)), m_bubble(new QFrame(this)), m_body(makeLabel({}, TextRole::Body)),
      m_timeline(new Timeline(this))
{
    m_contact->setObjectName(u"openContact"_s);
    m_cancel->setObjectName(u"cancelMessage"_s);
    makeDangerous(m_cancel);
    addAction(m_contact);
    addAction(m_cancel);

    m_doubt->setProperty("kind", u"notice"_s);
    auto *question = new QVBoxLayout(m_doubt);
    question->setContentsMargins(space::m, space::m, space::m, space::m);
    question->setSpacing(space::s);
    m_doubtText->setWordWrap(true);
    question->addWidget(m_doubtText);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(space::s);
    auto *sent = new QPushButton(tr("It was sent"), m_doubt);
    auto *again = new QPushButton(tr("Send again"), m_doubt);
    auto *giveUp = new QPushButton(tr("Give up"), m_doubt);
    sent->setObjectName(u"doubtWasSent"_s);
    again->setObjectName(u"doubtSendAgain"_s);
    giveUp->setObjectName(u"doubtGiveUp"_s);
    for (QPushButton *button : {sent, again, giveUp})
        answers->addWidget(button);
    answers->addStretch(1);
    question->addLayout(answers);

    m_bubble->setProperty("kind", u"hint"_s);
    auto *words = new QVBoxLayout(m_bubble);
    words->setContentsMargins(space::m, space::m, space::m, space::m);
    words->addWidget(m_body);
    m_body->setWordWrap(true);
    m_body->setTextInteractionFlags(Qt::TextSelectableByMouse);

    body()->addWidget(m_doubt);
    body()->addWidget(m_bubble);
    body()->addWidget(makeLabel(tr("Story"), TextRole::Section));
    body()->addWidget(m_timeline);

    connect(m_contact, &QPushButton::clicked, this, [this] { Q_EMIT contactWanted(m_story.row.contactId); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { Q_EMIT cancelWanted(id()); });
    connect(sent, &QPushButton::clicked, this, [this] { Q_EMIT wasSentWanted(id()); });
    connect(again, &QPushButton::clicked, this, [this] { Q_EMIT sendAgainWanted(id()); });
    connect(giveUp, &QPushButton::clicked, this, [this] { Q_EMIT giveUpWanted(id()); });
}

void MessageDetail::showStory(const engine::MessageStory &story, domain::Instant now)
{
    using enum domain::MessageState;
    m_story = story;
    const engine::MessageRow &row = story.row;
    const QString address =
        row.channel == domain::Channel::Email ? story.address : domain::formatInternational(story.address);
    setHead(row.contactName.isEmpty() ? address : row.contactName, row.contactName.isEmpty() ? QString() : address);
    setState(wordFor(row.state), static_cast<int>(toneOf(row.state)));
    m_contact->setVisible(row.contactId.isValid());
    m_cancel->setVisible(row.state == Queued || row.state == Planned);
    m_doubt->setVisible(row.state == Uncertain);
    m_doubtText->setText(
        tr("It is not known whether this message was sent. %1").arg(reasonSentence(row.reason)).trimmed());
    m_bubble->setVisible(!row.body.isEmpty());
    m_body->setText(story.subject.isEmpty() ? row.body : story.subject + u"\n\n"_s + row.body);
    m_body->setAccessibleName(tr("Text of the message"));
    showFacts(now);
    m_timeline->setItems(storylineOf(story), now);
}

void MessageDetail::showFacts(domain::Instant now)
{
    const engine::MessageRow &row = m_story.row;
    clearFacts();
    addFact(tr("Campaign"), row.campaignName);
    addFact(tr("Template"), row.templateName);
    addFact(tr("Channel"), wordFor(row.channel));
    addFact(tr("Category"), wordFor(row.category));
    QString segments = row.segments > 0 ? segmentsText(row.segments) : QString();
    if (!segments.isEmpty() && !m_story.encoding.isEmpty())
        segments += u" · "_s + (m_story.encoding == "ucs2"_L1 ? tr("Unicode") : tr("GSM alphabet"));
    addFact(tr("Segments"), segments);
    if (row.cost.micros != 0 || !row.costIsEstimate)
        addFact(tr("Cost"), money(row.cost, row.costIsEstimate));
    addFact(tr("Provider"), row.providerName);
    addFact(tr("Due"), row.claimedAt ? QString() : relativeTime(row.dueAt, now), exactTime(row.dueAt));
    if (row.deliveredAt && row.claimedAt)
        addFact(tr("Time to delivery"), duration(*row.deliveredAt - *row.claimedAt));
    addFact(tr("Provider's number of it"), m_story.providerMessageId, {}, true);
    QString error = m_story.errorText;
    if (!m_story.errorCode.isEmpty())
        error =
            error.isEmpty() ? tr("code %1").arg(m_story.errorCode) : tr("%1 (code %2)").arg(error, m_story.errorCode);
    addFact(tr("The provider said"), error, {}, true);
}

} // namespace gui
