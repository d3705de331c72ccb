#include "gui/settings/routetry.h"

#include "gui/kit/choices.h"
#include "gui/kit/elidedlabel.h"
#include "gui/kit/errortext.h"
#include "gui/kit/form.h"
#include "gui/kit/formats.h"
#include "gui/kit/statepill.h"
#include "gui/kit/tones.h"
#include "gui/settings/routerules.h"
#include "gui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace gui {

namespace {
constexpr int pillRoom = 132;
}

QString priceWords(const domain::Price &price)
{
    return price.unit == domain::Price::Unit::Segment
               ? RouteTry::tr("%1 a segment", "a price").arg(money(price.amount))
               : RouteTry::tr("%1 a message", "a price").arg(money(price.amount));
}

RouteTry::RouteTry(QWidget *parent)
    : Card(tr("Try it"), parent), m_channel(new QComboBox), m_category(new QComboBox), m_to(new QLineEdit),
      m_answer(new QWidget)
{
    m_channel->setObjectName(u"tryChannel"_s);
    m_category->setObjectName(u"tryCategory"_s);
    m_to->setObjectName(u"tryTo"_s);
    for (const auto channel : {domain::Channel::Sms, domain::Channel::WhatsApp, domain::Channel::Email})
        m_channel->addItem(wordFor(channel), static_cast<int>(channel));
    for (const auto category :
         {domain::Category::Marketing, domain::Category::Transactional, domain::Category::Authentication})
        m_category->addItem(wordFor(category), static_cast<int>(category));
    addQuestion();
    auto *answer = new QVBoxLayout(m_answer);
    answer->setContentsMargins(0, 0, 0, 0);
    answer->setSpacing(space::s);
    m_answer->setObjectName(u"tryAnswer"_s);
    m_answer->hide();
    body()->addWidget(m_answer);
}

void RouteTry::addQuestion()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::m);
    m_toField = new Field(tr("Number or address"), m_to);
    m_to->setPlaceholderText(u"+49 151 23456789"_s);
    row->addWidget(m_toField, 3, Qt::AlignTop);
    row->addWidget(new Field(tr("Channel"), m_channel), 2, Qt::AlignTop);
    row->addWidget(new Field(tr("Category"), m_category), 2, Qt::AlignTop);
    body()->addLayout(row);
    auto *ask = new QPushButton(tr("Show the way"));
    ask->setObjectName(u"tryRoute"_s);
    ask->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    body()->addWidget(ask);
    connect(ask, &QPushButton::clicked, this, [this] {
        const bool isMail = question().channel == domain::Channel::Email;
        const bool isMissing = m_to->text().trimmed().isEmpty() && !isMail;
        m_toField->setError(isMissing ? tr("Type a telephone number.") : QString());
        if (isMissing)
            m_to->setFocus(Qt::OtherFocusReason);
        else
            Q_EMIT asked();
    });
    connect(m_to, &QLineEdit::returnPressed, ask, &QPushButton::click);
    connect(m_to, &QLineEdit::textChanged, this, &RouteTry::forget);
    for (QComboBox *box : {m_channel, m_category})
        connect(box, &QComboBox::currentIndexChanged, this, &RouteTry::forget);
}

engine::RouteQuestion RouteTry::question() const
{
    engine::RouteQuestion question;
    question.channel = static_cast<domain::Channel>(m_channel->currentData().toInt());
    question.category = static_cast<domain::Category>(m_category->currentData().toInt());
    question.to = m_to->text().trimmed();
    return question;
}

void RouteTry::clear()
{
    while (QLayoutItem *item = m_answer->layout()->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    m_toField->setError({});
}

void RouteTry::forget()
{
    clear();
    m_answer->hide();
}

void RouteTry::addWords(const QString &text, bool isBad)
{
    QLabel *label = makeLabel(text, isBad ? TextRole::Warning : TextRole::Body);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    m_answer->layout()->addWidget(label);
}

void RouteTry::addStep(const engine::RouteExplanation::Step &step)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::s);
    auto *pill = new StatePill;
    if (step.isUsed)
        pill->setState(step.share < 1
                           ? tr("Sends %1 %", "a share of the messages").arg(number(qRound(step.share * 100)))
                           : tr("Sends"),
                       Tone::Delivered);
    else if (step.obstacle == u"disabled")
        pill->setState(tr("Off"), Tone::Skipped);
    else if (step.obstacle == u"paused")
        pill->setState(tr("Paused"), Tone::Failed);
    else if (step.obstacle == u"channel")
        pill->setState(tr("Not this channel"), Tone::Skipped);
    else
        pill->setState(tr("In reserve"), Tone::Waiting);
    auto *place = new QWidget; // the names stand under each other
    place->setMinimumWidth(pillRoom);
    auto *inner = new QHBoxLayout(place);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->addWidget(pill);
    inner->addStretch(1);
    line->addWidget(place);
    line->addWidget(new ElidedLabel(step.sender.isEmpty()
                                        ? step.name
                                        : tr("%1 (from %2)", "an account and its sender").arg(step.name, step.sender)),
                    1);
    line->addWidget(makeLabel(step.price ? priceWords(*step.price) : tr("no price listed"), TextRole::Secondary));
    m_answer->layout()->addWidget(row);
}

void RouteTry::showAnswer(const engine::RouteExplanation &answer)
{
    clear();
    const bool isUsed = answer.firstUsed >= 0 && answer.firstUsed < answer.steps.size();
    if (!answer.countryAllowed)
        addWords(
            tr("Nothing would be sent: %1 is not among the countries you send to.").arg(countryName(answer.country)),
            true);
    else if (answer.steps.isEmpty())
        addWords(tr("Nothing could be sent: no account offers %1.").arg(wordFor(question().channel)), true);
    else if (!isUsed)
        addWords(tr("It would wait: none of these accounts can be used now."), true);
    else if (answer.country.isEmpty())
        addWords(tr("It would leave by %1.").arg(answer.steps[answer.firstUsed].name), false);
    else
        addWords(tr("It would go to %1 by %2.", "a country, an account")
                     .arg(countryName(answer.country), answer.steps[answer.firstUsed].name),
                 false);
    for (const engine::RouteExplanation::Step &step : answer.steps)
        addStep(step);
    if (!answer.steps.isEmpty()) {
        const QStringList matched =
            answer.matchedCountry.isEmpty() ? QStringList() : QStringList{answer.matchedCountry};
        QLabel *why =
            makeLabel(answer.byRoutes ? tr("By the route '%1', the closest there is.")
                                            .arg(caseWords(question().channel, matched, answer.matchedCategory))
                                      : tr("No route is for it: your accounts are asked in their order."),
                      TextRole::Caption);
        why->setWordWrap(true);
        m_answer->layout()->addWidget(why);
    }
    m_answer->show();
}

void RouteTry::showError(const domain::Error &error)
{
    forget();
    m_toField->setError(error.place == u"to" ? tr("This is no telephone number one can write to.")
                                             : sentenceFor(error));
}

} // namespace gui
