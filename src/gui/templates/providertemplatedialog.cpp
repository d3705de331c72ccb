#include "gui/templates/providertemplatedialog.h"

#include "gui/kit/datatable.h"
#include "gui/kit/form.h"
#include "gui/kit/formats.h"
#include "gui/kit/statepill.h"
#include "gui/templates/providertemplatewords.h"
#include "gui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStackedWidget>

using namespace Qt::StringLiterals;
using domain::ProviderTemplate;

namespace gui {

namespace {

QList<Column<ProviderTemplate>> columnsOfTemplates()
{
    const auto plain = [](auto words) {
        return [words](const ProviderTemplate &one) {
            Cell cell;
            cell.text = words(one);
            cell.quiet = domain::obstacleOf(one) != domain::TemplateObstacle::None;
            cell.tip = cell.text;
            return cell;
        };
    };
    QList<Column<ProviderTemplate>> columns;
    columns.append({u"name"_s, ProviderTemplateDialog::tr("Name"), 170,
                    plain([](const ProviderTemplate &one) { return one.name; }), false, true});
    columns.last().most = 320;
    columns.append({u"language"_s, ProviderTemplateDialog::tr("Language"), 200,
                    plain([](const ProviderTemplate &one) { return templateLanguage(one.language); }), false, true});
    columns.last().most = 340;
    columns.append({u"category"_s, ProviderTemplateDialog::tr("Category"), 100,
                    plain([](const ProviderTemplate &one) { return templateCategory(one.category); }), false, true});
    const auto state = [](const ProviderTemplate &one) {
        Cell cell;
        cell.text = templateState(one.state);
        cell.tone = templateTone(one.state);
        cell.tip = templateObstacle(one);
        return cell;
    };
    const int width = pillColumnWidth({templateState(u"APPROVED"_s), templateState(u"PENDING"_s),
                                       templateState(u"REJECTED"_s), templateState(u"DISABLED"_s)});
    columns.append({u"state"_s, ProviderTemplateDialog::tr("State"), width, state, false, true});
    columns.append({u"text"_s, ProviderTemplateDialog::tr("Text"), 120,
                    plain([](const ProviderTemplate &one) { return one.body.simplified(); }), false, false, false,
                    true});
    return columns;
}

} // namespace

ProviderTemplateDialog::ProviderTemplateDialog(const QList<TemplateAccount> &accounts, domain::ProviderContent current,
                                               std::function<domain::Instant()> now, QWidget *parent)
    : QDialog(parent), m_current(std::move(current)), m_now(std::move(now)),
      m_model(new RowsModel<ProviderTemplate>(
          columnsOfTemplates(),
          [](const ProviderTemplate &one) { return qint64(qHash(one.name + u'\n' + one.language) >> 1); }, this)),
      m_account(new QComboBox(this)), m_ways(new QStackedWidget(this)), m_use(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Choose a template"));
    resize(1000, 560);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    m_account->setObjectName(u"templateAccount"_s);
    m_accountField = new Field(tr("Account"), m_account, {}, this);
    column->addWidget(m_accountField);
    m_ways->addWidget(buildList());
    m_ways->addWidget(buildNamed());
    column->addWidget(m_ways, 1);
    column->addWidget(buildButtons());
    const KnownTemplate before = knownTemplate(accounts, m_current);
    showAccounts(accounts);
    if (before.account)
        m_account->setCurrentIndex(m_account->findData(before.account->id.value));
    connect(m_account, &QComboBox::currentIndexChanged, this, &ProviderTemplateDialog::showAccount);
    showAccount();
    (m_ways->currentIndex() == 0 ? m_search : m_name)->setFocus();
}

QWidget *ProviderTemplateDialog::buildList()
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::m);
    m_search = new QLineEdit(part);
    m_search->setObjectName(u"templateSearch"_s);
    m_search->setPlaceholderText(tr("Search name or text"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(280);
    m_fetched = makeLabel({}, TextRole::Caption, part);
    m_fetched->setObjectName(u"templatesFetched"_s);
    m_fetch = new QPushButton(tr("Fetch again"), part);
    m_fetch->setObjectName(u"fetchTemplates"_s);
    m_fetch->setAutoDefault(false);
    head->addWidget(m_search, 1);
    head->addStretch(0);
    head->addWidget(m_fetched, 1, Qt::AlignRight | Qt::AlignVCenter);
    head->addWidget(m_fetch);
    column->addLayout(head);
    m_problem = makeLabel({}, TextRole::Error, part);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(u"fetchProblem"_s);
    column->addWidget(m_problem);
    m_table = new DataTable(u"providerTemplates"_s, part);
    m_table->setAccessibleName(tr("Templates of the account"));
    m_table->setTableModel(m_model);
    m_none = makeLabel({}, TextRole::Secondary, part);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setWordWrap(true);
    m_content = new QStackedWidget(part);
    m_content->addWidget(m_table);
    m_content->addWidget(m_none);
    column->addWidget(m_content, 1);
    m_details = makeLabel({}, TextRole::Secondary, part);
    m_details->setWordWrap(true);
    m_details->setTextFormat(Qt::PlainText);
    m_details->setObjectName(u"templateDetails"_s);
    m_details->setMinimumHeight(2 * m_details->fontMetrics().lineSpacing());
    m_details->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    column->addWidget(m_details);
    connect(m_search, &QLineEdit::textChanged, this, &ProviderTemplateDialog::filter);
    connect(m_fetch, &QPushButton::clicked, this, [this] {
        if (const TemplateAccount *from = account())
            Q_EMIT fetchWanted(from->id);
    });
    connect(m_table, &DataTable::selectionEdited, this, &ProviderTemplateDialog::showSelected);
    connect(m_table, &DataTable::opened, this, [this] {
        if (m_use->isEnabled())
            accept();
    });
    return part;
}

QWidget *ProviderTemplateDialog::buildNamed()
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    m_name = new QLineEdit(m_current.name, part);
    m_name->setObjectName(u"templateName"_s);
    m_name->setPlaceholderText(u"HX0123456789abcdef0123456789abcdef"_s);
    column->addWidget(new Field(tr("Content SID"), m_name,
                                tr("This account does not tell which templates it has. The SID stands beside each of "
                                   "them in Twilio's Content Template Builder."),
                                part));
    column->addStretch(1);
    connect(m_name, &QLineEdit::textChanged, this, &ProviderTemplateDialog::showSelected);
    return part;
}

QWidget *ProviderTemplateDialog::buildButtons()
{
    auto *foot = new QWidget(this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    auto *cancel = new QPushButton(tr("Cancel"), foot);
    cancel->setAutoDefault(false);
    m_use->setText(tr("Use this template"));
    m_use->setObjectName(u"useTemplate"_s);
    m_use->setDefault(true);
    makePrimary(m_use);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_use);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_use, &QPushButton::clicked, this, &ProviderTemplateDialog::accept);
    return foot;
}

const TemplateAccount *ProviderTemplateDialog::account() const
{
    const int at = m_account->currentIndex();
    return at < 0 || at >= m_accounts.size() ? nullptr : &m_accounts.at(at);
}

void ProviderTemplateDialog::showAccounts(const QList<TemplateAccount> &accounts)
{
    const QVariant chosen = m_account->currentData();
    m_accounts = accounts;
    {
        const QSignalBlocker quiet(m_account);
        m_account->clear();
        for (const TemplateAccount &one : std::as_const(m_accounts))
            m_account->addItem(one.name, one.id.value);
        m_account->setCurrentIndex(std::max(0, m_account->findData(chosen)));
    }
    m_accountField->setVisible(m_accounts.size() > 1);
    showAccount();
}

void ProviderTemplateDialog::showAccount()
{
    const TemplateAccount *from = account();
    if (!from)
        return;
    m_ways->setCurrentIndex(from->isListed ? 0 : 1);
    m_fetch->setEnabled(!from->isFetching);
    m_fetched->setText(from->isFetching     ? tr("Fetching the templates …")
                       : !from->list.readAt ? tr("Not fetched yet")
                                            : tr("Fetched %1").arg(relativeTime(*from->list.readAt, m_now())));
    m_fetched->setToolTip(from->list.readAt ? exactTime(*from->list.readAt) : QString());
    QString problem = from->problem;
    if (problem.isEmpty() && !from->isFetching && !from->list.problem.isEmpty())
        problem = tr("The last try to fetch them failed: %1").arg(from->list.problem);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    filter();
    if (!selected())
        for (const ProviderTemplate &one : std::as_const(from->list.templates))
            if (one.name == m_current.name && one.language == m_current.language)
                m_table->selectId(qint64(qHash(one.name + u'\n' + one.language) >> 1));
    showSelected();
}

void ProviderTemplateDialog::filter()
{
    const TemplateAccount *from = account();
    const QString words = m_search->text().trimmed();
    QList<ProviderTemplate> shown;
    for (const ProviderTemplate &one : from ? from->list.templates : QList<ProviderTemplate>())
        if ((one.name + u'\n' + one.body).contains(words, Qt::CaseInsensitive))
            shown << one;
    m_model->setRows(shown);
    m_content->setCurrentIndex(shown.isEmpty() ? 1 : 0);
    m_none->setText(from && !from->list.templates.isEmpty() ? tr("No template fits this search.")
                    : from && from->list.readAt
                        ? tr("This account has no templates yet. They are written and approved in WhatsApp Manager.")
                        : tr("The templates of this account have not been fetched yet."));
    showSelected();
}

const ProviderTemplate *ProviderTemplateDialog::selected() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.size() == 1 ? &m_model->rowAt(rows.first().row()) : nullptr;
}

void ProviderTemplateDialog::showSelected()
{
    const TemplateAccount *from = account();
    if (from && !from->isListed) {
        m_use->setEnabled(!m_name->text().trimmed().isEmpty());
        return;
    }
    const ProviderTemplate *one = selected();
    const QString obstacle = one ? templateObstacle(*one) : QString();
    setRole(m_details, obstacle.isEmpty() ? TextRole::Secondary : TextRole::Warning);
    m_details->setText(!one ? QString() : obstacle.isEmpty() ? one->body : obstacle);
    m_use->setEnabled(one && obstacle.isEmpty());
}

void ProviderTemplateDialog::accept()
{
    if (!m_use->isEnabled())
        return;
    domain::ProviderContent content = m_current;
    const TemplateAccount *from = account();
    if (const ProviderTemplate *one = from && from->isListed ? selected() : nullptr) {
        content.name = one->name;
        content.language = one->language;
        content.header.resize(one->headerParameters.size());
        content.body.resize(one->bodyParameters.size());
        content.buttons.resize(one->buttonPositions.size());
    } else {
        content.name = m_name->text().trimmed();
        if (content.language.isEmpty())
            content.language = u"en"_s; // the SID is of one language; ours is only noted beside it
    }
    Q_EMIT chosen(content);
    QDialog::accept();
}

} // namespace gui
