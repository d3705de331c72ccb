#include "gui/settings/providerdialog.h"

#include "gui/kit/errortext.h"
#include "gui/kit/form.h"
#include "gui/kit/formats.h"
#include "gui/theme/theme.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

QLineEdit *line(const QString &name, const QString &value = {}, bool secret = false)
{
    auto *edit = new QLineEdit(value);
    edit->setObjectName(name);
    if (secret)
        edit->setEchoMode(QLineEdit::Password);
    return edit;
}

QString formatWords(const QString &field)
{
    if (field == u"accountSid")
        return ProviderDialog::tr("An account SID is AC and 32 more digits and letters from a to f.");
    if (field == u"apiKeySid")
        return ProviderDialog::tr("An API key SID is SK and 32 more digits and letters from a to f.");
    if (field == u"messagingServiceSid")
        return ProviderDialog::tr("A messaging service is MG and 32 more digits and letters from a to f.");
    if (field == u"from")
        return ProviderDialog::tr("A number with + and country code, a short code, or up to 11 letters and digits.");
    return ProviderDialog::tr("An address such as https://api.twilio.com, without a path.");
}

} // namespace

ProviderDialog::ProviderDialog(const engine::ProviderRow &existing, QWidget *parent)
    : QDialog(parent), m_existing(existing), m_form(new Form),
      m_name(line(u"name"_s, existing.id.isValid() ? existing.name : u"Twilio"_s)),
      m_account(line(u"accountSid"_s, existing.settings.value("accountSid"_L1).toString())),
      m_token(line(u"authToken"_s, {}, true)),
      m_keySid(line(u"apiKeySid"_s, existing.settings.value("apiKeySid"_L1).toString())),
      m_keySecret(line(u"apiKeySecret"_s, {}, true)),
      m_from(line(u"from"_s, existing.settings.value("from"_L1).toString())),
      m_service(line(u"messagingServiceSid"_s, existing.settings.value("messagingServiceSid"_L1).toString())),
      m_baseUrl(line(u"baseUrl"_s, existing.settings.value("baseUrl"_L1).toString())), m_rate(new QDoubleSpinBox),
      m_inFlight(new QSpinBox), m_result(makeLabel({}, TextRole::Secondary)),
      m_test(new QPushButton(tr("Test connection"))), m_save(new QPushButton(tr("Save")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(existing.id.isValid() ? tr("Edit %1").arg(existing.name) : tr("Add Twilio account"));
    resize(560, 640);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    auto *scroll = new QScrollArea;
    auto *inner = new QWidget;
    inner->setObjectName(u"scrolled"_s);
    auto *body = new QVBoxLayout(inner);
    body->setContentsMargins(1, 1, space::m, 1);
    body->addWidget(m_form);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(scroll, 1);
    if (existing.hasSecret)
        for (QLineEdit *secret : {m_token, m_keySecret})
            secret->setPlaceholderText(tr("kept; type to replace it"));

    m_form->add(tr("Name"), m_name);
    m_form->add(tr("Account SID"), m_account,
                tr("Begins with AC. On the first page of the Twilio Console, under Account Info."));
    m_form->add(tr("Auth token"), m_token,
                tr("Beside the account SID in the Twilio Console. Not needed with an API key."));
    m_form->addSection(tr("Sender"), tr("One of the two."));
    m_form->addBeside({new Field(tr("Sender number"), m_from, tr("With + and country code, or a sender ID.")),
                       new Field(tr("Messaging service"), m_service, tr("Begins with MG."))});
    addAdvanced();
    m_result->setWordWrap(true);
    m_result->setTextFormat(Qt::PlainText);
    m_result->setObjectName(u"testResult"_s);
    column->addWidget(m_result);
    m_result->hide();
    auto *buttons = new QHBoxLayout;
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
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ProviderDialog::saveWanted);
    connect(m_test, &QPushButton::clicked, this, [this] {
        m_test->setEnabled(false);
        setRole(m_result, TextRole::Secondary);
        m_result->setText(tr("Asking Twilio …"));
        m_result->show();
        Q_EMIT testWanted();
    });
    for (QLineEdit *edit : {m_name, m_account, m_token, m_keySid, m_keySecret, m_from, m_service, m_baseUrl})
        connect(edit, &QLineEdit::textChanged, this, &ProviderDialog::edited);
    m_save->setEnabled(existing.id.isValid());
    m_test->setEnabled(existing.id.isValid());
}

void ProviderDialog::addAdvanced()
{
    m_form->addSection(tr("Advanced"));
    m_form->addBeside({new Field(tr("API key SID"), m_keySid, tr("Begins with SK; in place of the auth token.")),
                       new Field(tr("API key secret"), m_keySecret, tr("Shown once by Twilio when the key is made."))});
    m_baseUrl->setPlaceholderText(u"https://api.twilio.com"_s);
    m_form->add(tr("Base URL"), m_baseUrl, tr("Leave empty unless Twilio told you another one."));
    m_rate->setObjectName(u"ratePerSecond"_s);
    m_rate->setRange(0.1, 1000);
    m_rate->setDecimals(1);
    m_rate->setValue(m_existing.ratePerSecond);
    m_inFlight->setObjectName(u"inFlight"_s);
    m_inFlight->setRange(1, 1000);
    m_inFlight->setValue(m_existing.inFlight);
    m_form->addBeside({new Field(tr("Messages a second"), m_rate, tr("What Twilio allows your sender.")),
                       new Field(tr("At the same time"), m_inFlight, tr("Requests under way."))});
}

engine::ProviderDraft ProviderDialog::draft() const
{
    engine::ProviderDraft draft;
    draft.id = m_existing.id;
    draft.kind = u"twilio"_s;
    draft.name = m_name->text().trimmed();
    draft.settings = m_existing.settings;
    for (const QLineEdit *edit : {m_account, m_keySid, m_from, m_service, m_baseUrl}) {
        const QString value = edit->text().trimmed();
        if (value.isEmpty())
            draft.settings.remove(edit->objectName());
        else
            draft.settings.insert(edit->objectName(), value);
    }
    for (const QLineEdit *edit : {m_token, m_keySecret})
        if (const QString secret = edit->text().trimmed(); !secret.isEmpty())
            draft.secrets.insert(edit->objectName(), secret);
    draft.enabled = m_existing.enabled;
    draft.ratePerSecond = m_rate->value();
    draft.inFlight = m_inFlight->value();
    return draft;
}

void ProviderDialog::showProblems(const QList<domain::ConfigProblem> &problems)
{
    for (Field *field : m_form->fields())
        field->setError({});
    bool blocked = m_name->text().trimmed().isEmpty();
    for (const domain::ConfigProblem &problem : problems) {
        blocked = true;
        // an empty field is no error before one has been there; it only keeps Save off
        if (problem.reason == u"format")
            m_form->setError(problem.field, formatWords(problem.field));
        else if (problem.reason == u"insecure")
            m_form->setError(problem.field, tr("Only https is safe outside this computer."));
    }
    m_save->setEnabled(!blocked);
    m_test->setEnabled(!blocked);
}

void ProviderDialog::showReport(const domain::ConnectionReport &report)
{
    using Verdict = domain::ConnectionReport::Verdict;
    QString words;
    switch (report.verdict) {
    case Verdict::Works:
        words = report.balance ? tr("The connection works. Balance: %1.").arg(money(*report.balance))
                               : tr("The connection works.");
        break;
    case Verdict::NameNotFound:
        words = tr("There is no server of that name. Look at its spelling and at the network connection.");
        break;
    case Verdict::NetworkFailed:
        words = tr("Twilio could not be reached. Look at the network connection and the base URL.");
        break;
    case Verdict::TlsFailed:
        words = tr("The connection was not safe, so nothing was sent. A proxy may stand in between.");
        break;
    case Verdict::CredentialsRefused:
        words = tr("Twilio refused the account SID together with this token or key. Copy both again.");
        break;
    case Verdict::SenderRefused:
        words = tr("The account works, but the sender does not belong to it.");
        break;
    case Verdict::Unexpected:
        words = tr("Something answered, but not as Twilio does. Look at the base URL.");
        break;
    }
    if (report.verdict != Verdict::Works && !report.providerWords.isEmpty())
        words += u'\n' + report.providerWords;
    setRole(m_result, report.verdict == Verdict::Works ? TextRole::Body : TextRole::Error);
    m_result->setText(words);
    m_result->show();
    m_test->setEnabled(true);
}

void ProviderDialog::showError(const domain::Error &error)
{
    setRole(m_result, TextRole::Error);
    m_result->setText(sentenceFor(error));
    m_result->show();
    m_test->setEnabled(true);
}

} // namespace gui
