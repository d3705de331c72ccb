#include "gui/settings/routedialog.h"

#include "gui/kit/choices.h"
#include "gui/kit/errortext.h"
#include "gui/kit/form.h"
#include "gui/kit/tones.h"
#include "gui/settings/countrypicker.h"
#include "gui/settings/routeways.h"
#include "gui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

constexpr std::array categories{domain::Category::Authentication, domain::Category::Transactional,
                                domain::Category::Marketing};
constexpr std::array channels{domain::Channel::Sms, domain::Channel::WhatsApp, domain::Channel::Email};

} // namespace

RouteDialog::RouteDialog(const RouteRule &rule, const QList<RouteRule> &others,
                         const QList<engine::ProviderRow> &providers, QWidget *parent)
    : QDialog(parent), m_others(others), m_providers(providers), m_form(new Form), m_channel(new QComboBox),
      m_category(new QComboBox), m_countries(new CountryPicker(tr("None is chosen: every country without a closer "
                                                                  "route."))),
      m_ways(new RouteWays), m_problem(makeLabel({}, TextRole::Error))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(rule.ways.isEmpty() ? tr("Add a route") : tr("Edit the route"));
    resize(700, 680);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    addCase(rule);
    m_form->addSection(
        tr("Sent by"),
        tr("The first account sends, the next only while that one is switched off, paused or out of reach. "
           "Accounts that go together share the messages by their weight."));
    m_ways->setProviders(providers, channel());
    m_ways->setWays(rule.ways);
    m_form->addWidget(m_ways);
    m_form->setMaximumWidth(QWIDGETSIZE_MAX);
    auto *scroll = new QScrollArea;
    auto *inner = new QWidget;
    inner->setObjectName(u"scrolled"_s);
    auto *body = new QVBoxLayout(inner);
    body->setContentsMargins(1, 1, space::m, 1);
    body->addWidget(m_form);
    body->addStretch(1);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(scroll, 1);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(u"routeProblem"_s);
    m_problem->hide();
    column->addWidget(m_problem);
    addButtons(rule.ways.isEmpty());
    channelChanged();
    connect(m_channel, &QComboBox::currentIndexChanged, this, &RouteDialog::channelChanged);
    connect(m_ways, &RouteWays::edited, m_problem, &QWidget::hide);
    m_channel->setFocus();
}

void RouteDialog::addCase(const RouteRule &rule)
{
    m_channel->setObjectName(u"routeChannel"_s);
    m_category->setObjectName(u"routeCategory"_s);
    m_countries->setObjectName(u"routeCountries"_s);
    for (const domain::Channel one : channels) {
        const bool isThere = std::any_of(m_providers.cbegin(), m_providers.cend(),
                                         [one](const auto &provider) { return provider.channels.contains(one); });
        if (isThere || (one == rule.channel && !rule.ways.isEmpty()))
            m_channel->addItem(wordFor(one), static_cast<int>(one));
    }
    m_channel->setCurrentIndex(std::max(0, m_channel->findData(static_cast<int>(rule.channel))));
    m_category->addItem(tr("Every category"), -1);
    for (const domain::Category one : categories)
        m_category->addItem(wordFor(one), static_cast<int>(one));
    m_category->setCurrentIndex(rule.category ? std::max(0, m_category->findData(static_cast<int>(*rule.category)))
                                              : 0);
    m_countries->setCountries(rule.countries);
    m_form->addSection(tr("Which messages"));
    m_form->addBeside({new Field(tr("Channel"), m_channel), new Field(tr("Category"), m_category)});
    m_countryField = m_form->add(tr("To these countries"), m_countries);
    m_countryField->setValidator([this] { return caseProblem(); });
    connect(m_countries, &CountryPicker::edited, this, [this] { m_countryField->setError(caseProblem()); });
    connect(m_category, &QComboBox::currentIndexChanged, this, [this] { m_countryField->setError(caseProblem()); });
}

void RouteDialog::addButtons(bool isNew)
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *save = new QPushButton(isNew ? tr("Add the route") : tr("Save the route"));
    save->setObjectName(u"saveRoute"_s);
    makePrimary(save);
    for (QPushButton *button : {cancel, save})
        button->setAutoDefault(false);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    static_cast<QVBoxLayout *>(layout())->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, [this] {
        const QString problem = wayProblem();
        m_problem->setText(problem);
        m_problem->setVisible(!problem.isEmpty());
        if (m_form->validate() && problem.isEmpty())
            Q_EMIT saveWanted();
    });
}

domain::Channel RouteDialog::channel() const { return static_cast<domain::Channel>(m_channel->currentData().toInt()); }

void RouteDialog::channelChanged()
{
    m_countryField->setVisible(channel() != domain::Channel::Email); // mail has no country
    m_ways->setProviders(m_providers, channel());
    m_countryField->setError(caseProblem());
}

RouteRule RouteDialog::rule() const
{
    RouteRule rule;
    rule.channel = channel();
    if (rule.channel != domain::Channel::Email)
        rule.countries = m_countries->countries();
    if (const int category = m_category->currentData().toInt(); category >= 0)
        rule.category = static_cast<domain::Category>(category);
    rule.ways = m_ways->ways();
    for (domain::Route &way : rule.ways)
        way.category = rule.category;
    return rule;
}

QString RouteDialog::caseProblem() const
{
    const RouteRule made = rule();
    const QStringList taken = takenCountries(made, m_others);
    if (taken.isEmpty())
        return {};
    return tr("There is a route for %1 already. Edit that one, or choose other messages.")
        .arg(caseWords(made.channel, taken.first().isEmpty() ? QStringList() : taken, made.category));
}

QString RouteDialog::wayProblem() const
{
    const QList<domain::Route> ways = m_ways->ways();
    if (ways.isEmpty())
        return tr("Choose at least one account.");
    for (qsizetype i = 0; i < ways.size(); ++i)
        for (qsizetype j = 0; j < i; ++j)
            if (ways[i].provider == ways[j].provider && ways[i].sender == ways[j].sender)
                return tr("An account is there twice with the same sender.");
    if (channel() == domain::Channel::Email)
        return caseProblem(); // its field is hidden
    return {};
}

void RouteDialog::showError(const domain::Error &error)
{
    const QString field = error.place.section(u'.', 1);
    QString words = sentenceFor(error);
    if (field == u"sender")
        words = tr("A sender has at most 64 visible characters.");
    else if (field == u"provider" && error.detail == u"channel")
        words = tr("One of the accounts does not offer this channel.");
    else if (error.place == u"routes")
        words = tr("There would be more than 1,000 routes: every country of a route counts.");
    m_problem->setText(words);
    m_problem->show();
}

} // namespace gui
