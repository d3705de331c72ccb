#include "gui/settings/providerdialog.h"

#include "gui/kit/errortext.h"
#include "gui/settings/accountfield.h"
#include "gui/theme/theme.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace gui {

ProviderDialog::ProviderDialog(const domain::ProviderKind &kind, const engine::ProviderRow &account,
                               domain::ProviderId secretsOf, QWidget *parent)
    : QDialog(parent), m_kind(kind), m_account(account), m_secretsOf(secretsOf), m_form(new Form),
      m_fold(new QPushButton), m_advanced(new Form), m_name(new QLineEdit(account.name)), m_rate(new QDoubleSpinBox),
      m_inFlight(new QSpinBox), m_result(makeLabel({}, TextRole::Secondary)),
      m_test(new QPushButton(tr("Test connection"))), m_save(new QPushButton(tr("Save")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(account.id.isValid() ? tr("Edit %1").arg(account.name) : tr("Add %1").arg(kind.name));
    resize(560, 640);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    // In the order in which Tab goes: what becomes part of the dialog first is reached first.
    m_name->setObjectName(u"name"_s);
    m_form->add(tr("Name"), m_name, tr("What this account is called in lists and reports."));
    connect(m_name, &QLineEdit::textChanged, this, &ProviderDialog::edited);
    addFields();
    addPace();
    column->addWidget(scrolledForms(), 1);
    m_result->setWordWrap(true);
    m_result->setTextFormat(Qt::PlainText);
    m_result->setObjectName(u"testResult"_s);
    m_result->hide();
    column->addWidget(m_result);
    column->addWidget(buttonRow());
    showAdvanced(false);
    m_name->setFocus();
    // What was set up before may be tried; something new only once it has been looked at.
    m_save->setEnabled(account.id.isValid());
    m_test->setEnabled(account.id.isValid());
}

QWidget *ProviderDialog::scrolledForms()
{
    auto *scroll = new QScrollArea;
    auto *inner = new QWidget;
    inner->setObjectName(u"scrolled"_s);
    auto *body = new QVBoxLayout(inner);
    body->setContentsMargins(1, 1, space::m, 1);
    body->setSpacing(space::l);
    body->addWidget(m_form);
    makeLink(m_fold);
    m_fold->setObjectName(u"advanced"_s);
    m_fold->setAutoDefault(false);
    body->addWidget(m_fold, 0, Qt::AlignLeft);
    body->addWidget(m_advanced);
    body->addStretch(1);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_fold, &QPushButton::clicked, this, [this] { showAdvanced(m_advanced->isHidden()); });
    return scroll;
}

QWidget *ProviderDialog::buttonRow()
{
    auto *row = new QWidget;
    auto *buttons = new QHBoxLayout(row);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(space::s);
    auto *cancel = new QPushButton(tr("Cancel"));
    for (QPushButton *button : {m_test, cancel, m_save})
        button->setAutoDefault(false);
    m_test->setObjectName(u"testConnection"_s);
    m_save->setObjectName(u"saveProvider"_s);
    makePrimary(m_save);
    buttons->addWidget(m_test);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ProviderDialog::saveWanted);
    connect(m_test, &QPushButton::clicked, this, [this] {
        m_test->setEnabled(false);
        setRole(m_result, TextRole::Secondary);
        m_result->setText(tr("Asking %1 …").arg(m_kind.name));
        m_result->show();
        Q_EMIT testWanted();
    });
    return row;
}

QString ProviderDialog::keptWords(const QString &secret) const
{
    if (!m_account.secretNames.contains(secret))
        return {};
    return m_secretsOf.isValid() ? tr("as in the account it is a copy of; type to replace it")
                                 : tr("kept; type to replace it");
}

void ProviderDialog::addFields()
{
    AccountField *waiting = nullptr; // a short one that may get a neighbour
    Form *form = nullptr;
    const auto place = [&] {
        if (waiting)
            form->addBeside({waiting});
        waiting = nullptr;
    };
    for (const bool advanced : {false, true}) {
        form = advanced ? m_advanced : m_form;
        for (const domain::ProviderField &about : m_kind.fields) {
            if (about.advanced != advanced)
                continue;
            auto *field =
                new AccountField(m_kind.key, about, m_account.settings.value(about.key), keptWords(about.key));
            connect(field, &AccountField::edited, this, &ProviderDialog::edited);
            m_fields << field;
            if (field->isShort() && waiting) {
                form->addBeside({waiting, field});
                waiting = nullptr;
            } else if (field->isShort()) {
                waiting = field;
            } else {
                place();
                form->addBeside({field});
            }
        }
        place();
    }
}

void ProviderDialog::addPace()
{
    m_rate->setObjectName(u"ratePerSecond"_s);
    m_rate->setRange(0.1, 1000);
    m_rate->setDecimals(1);
    m_rate->setValue(m_account.ratePerSecond);
    m_inFlight->setObjectName(u"inFlight"_s);
    m_inFlight->setRange(1, 1000);
    m_inFlight->setValue(m_account.inFlight);
    m_advanced->addBeside({new Field(tr("Messages a second"), m_rate, tr("What %1 allows you.").arg(m_kind.name)),
                           new Field(tr("At the same time"), m_inFlight, tr("Requests under way."))});
}

void ProviderDialog::showAdvanced(bool shown)
{
    m_advanced->setVisible(shown);
    m_fold->setText(shown ? tr("Hide advanced settings") : tr("Show advanced settings"));
}

engine::ProviderDraft ProviderDialog::draft() const
{
    engine::ProviderDraft draft;
    draft.id = m_account.id;
    draft.secretsOf = m_secretsOf;
    draft.kind = m_kind.key;
    draft.name = m_name->text().trimmed();
    draft.settings = m_account.settings;
    for (const AccountField *field : m_fields) {
        draft.settings.remove(field->about().key);
        if (const QJsonValue value = field->value(); !value.isUndefined())
            draft.settings.insert(field->about().key, value);
        if (const QString secret = field->secret(); !secret.isEmpty())
            draft.secrets.insert(field->about().key, secret);
    }
    draft.enabled = m_account.enabled;
    draft.ratePerSecond = m_rate->value();
    draft.inFlight = m_inFlight->value();
    return draft;
}

void ProviderDialog::showProblems(const QList<domain::ConfigProblem> &problems)
{
    QHash<QString, QString> reasons;
    for (const domain::ConfigProblem &problem : problems)
        if (!reasons.contains(problem.field))
            reasons.insert(problem.field, problem.reason);
    reasons.remove(u"name"_s); // an empty name keeps Save off and needs no words
    for (AccountField *field : std::as_const(m_fields)) {
        field->showProblem(reasons.take(field->about().key));
        if (field->hasError() && field->about().advanced)
            showAdvanced(true);
    }
    QStringList others; // of what a profile brings along
    for (auto it = reasons.cbegin(); it != reasons.cend(); ++it)
        others << tr("%1: %2", "field: what is wrong with it")
                      .arg(fieldWords(m_kind.key, it.key()).label,
                           problemSentence(fieldWords(m_kind.key, it.key()), it.value()));
    others.sort();
    if (!others.isEmpty())
        showWords(others.join(u'\n'), false);
    else if (m_saysProblems)
        m_result->hide();
    m_saysProblems = !others.isEmpty();
    m_save->setEnabled(problems.isEmpty());
    m_test->setEnabled(problems.isEmpty());
}

void ProviderDialog::showReport(const domain::ConnectionReport &report)
{
    const bool works = report.verdict == domain::ConnectionReport::Verdict::Works;
    QString words = verdictSentence(m_kind.key, m_kind.name, report);
    if (!works && !report.providerWords.isEmpty())
        words += u'\n' + report.providerWords;
    showWords(words, works);
    m_test->setEnabled(true);
}

void ProviderDialog::showError(const domain::Error &error)
{
    showWords(sentenceFor(error), false);
    m_test->setEnabled(true);
}

void ProviderDialog::showWords(const QString &words, bool isGood)
{
    setRole(m_result, isGood ? TextRole::Body : TextRole::Error);
    m_result->setText(words);
    m_result->show();
}

} // namespace gui
