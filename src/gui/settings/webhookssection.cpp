#include "gui/settings/webhookssection.h"

#include "gui/kit/errortext.h"
#include "gui/kit/form.h"
#include "gui/kit/formats.h"
#include "gui/kit/statepill.h"
#include "gui/settings/filepathedit.h"
#include "gui/settings/hookcard.h"
#include "gui/settings/webhookwords.h"
#include "gui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

QLabel *wrapped(const QString &text, TextRole role)
{
    QLabel *label = makeLabel(text, role);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

WebhooksSection::WebhooksSection(QWidget *parent)
    : QWidget(parent), m_pill(new StatePill), m_state(wrapped({}, TextRole::Body)), m_form(new Form),
      m_mode(new QComboBox), m_port(new QSpinBox), m_publicUrl(new QLineEdit), m_address(new QLineEdit),
      m_certificate(new FilePathEdit(tr("Choose the certificate"), tr("PEM files (*.pem *.crt *.cer);;All files (*)"))),
      m_key(new FilePathEdit(tr("Choose the certificate's key"), tr("PEM files (*.pem *.key);;All files (*)"))),
      m_save(new QPushButton(tr("Save changes"))), m_switch(new QPushButton), m_cards(new QVBoxLayout),
      m_local(wrapped(tr("Only this computer can call these addresses: fill in the public address first."),
                      TextRole::Warning)),
      m_others(wrapped({}, TextRole::Caption))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::l);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::m);
    head->addWidget(makeLabel(tr("Webhooks"), TextRole::Section));
    head->addWidget(m_pill);
    head->addStretch(1);
    column->addLayout(head);
    column->addWidget(wrapped(tr("By webhooks providers tell at once what became of a message and what people reply. "
                                 "Without them they are asked again and again, which takes longer; WhatsApp Cloud has "
                                 "no other way."),
                              TextRole::Secondary));
    m_state->setObjectName(u"hookState"_s);
    column->addWidget(m_state);
    buildForm();
    column->addWidget(m_form);
    m_form->addSection(tr("Addresses for your providers"));
    m_form->addWidget(m_local);
    m_cards->setSpacing(space::m);
    column->addLayout(m_cards);
    column->addWidget(m_others);
    column->addStretch(1);
    showFields();
    showStatus({}, {}, {});
}

void WebhooksSection::buildForm()
{
    m_mode->setObjectName(u"hookMode"_s);
    m_mode->addItem(tr("Through a tunnel or proxy on this computer"), false);
    m_mode->addItem(tr("Directly, with a certificate of your own"), true);
    m_port->setObjectName(u"port"_s);
    m_port->setRange(1, 65'535);
    m_publicUrl->setObjectName(u"public_url"_s);
    m_publicUrl->setPlaceholderText(u"https://hooks.example.com"_s);
    m_address->setObjectName(u"address"_s);
    m_certificate->setObjectName(u"certificate"_s);
    m_key->setObjectName(u"key"_s);
    m_modeField = m_form->add(tr("How providers reach this computer"), m_mode);
    m_form->addBeside({new Field(tr("Port"), m_port, tr("Where Heliograph listens.")),
                       new Field(tr("Public address"), m_publicUrl, tr("How the outside reaches it, with https://."))});
    m_directFields << m_form->add(tr("Listen on"), m_address, tr("0.0.0.0 means every address this computer has."));
    m_directFields << m_form->add(tr("Certificate"), m_certificate,
                                  tr("A PEM file with the whole chain, the server's own first."));
    m_directFields << m_form->add(tr("Key of the certificate"), m_key,
                                  tr("A PEM file without a passphrase that you alone may read."));
    buildButtons();
    connect(m_mode, &QComboBox::currentIndexChanged, this, [this] {
        if (isDirect() && isLoopback(m_address->text().trimmed()))
            m_address->setText(u"0.0.0.0"_s);
        showFields();
        edited();
    });
    for (QLineEdit *edit : QList<QLineEdit *>{m_publicUrl, m_address, m_certificate, m_key})
        connect(edit, &QLineEdit::textChanged, this, &WebhooksSection::edited);
    connect(m_port, &QSpinBox::valueChanged, this, &WebhooksSection::edited);
}

void WebhooksSection::buildButtons()
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::s);
    m_save->setObjectName(u"saveWebhooks"_s);
    m_switch->setObjectName(u"switchWebhooks"_s);
    line->addWidget(m_save);
    line->addWidget(m_switch);
    line->addStretch(1);
    m_form->addWidget(row);
    connect(m_save, &QPushButton::clicked, this, [this] { save(m_shown.enabled); });
    connect(m_switch, &QPushButton::clicked, this, [this] { save(!m_shown.enabled); });
}

bool WebhooksSection::isDirect() const { return m_mode->currentData().toBool(); }

void WebhooksSection::showFields()
{
    for (Field *field : std::as_const(m_directFields))
        field->setVisible(isDirect());
    m_modeField->setHelp(isDirect()
                             ? tr("This computer takes the calls itself, by HTTPS. Its port has to be reachable from "
                                  "the internet; a router has to hand it on.")
                             : tr("A tunnel (such as cloudflared or ssh) or a web server takes the calls with TLS and "
                                  "hands them over here in plain HTTP, which never leaves this computer."));
}

void WebhooksSection::save(bool enabled)
{
    for (Field *field : m_form->fields())
        field->setError({});
    engine::WebhookSettings wanted = settings();
    wanted.enabled = enabled;
    Q_EMIT saveWanted(wanted);
}

engine::WebhookSettings WebhooksSection::settings() const
{
    engine::WebhookSettings settings = m_shown;
    settings.port = m_port->value();
    settings.publicUrl = m_publicUrl->text().trimmed();
    if (isDirect()) {
        settings.address = m_address->text().trimmed();
        settings.certificate = m_certificate->path();
        settings.key = m_key->path();
    } else {
        settings.address = isLoopback(m_shown.address) ? m_shown.address : u"127.0.0.1"_s;
        settings.certificate.clear();
        settings.key.clear();
    }
    return settings;
}

bool WebhooksSection::isChanged() const { return settings() != m_shown; }

void WebhooksSection::saved()
{
    m_shown = settings();
    m_failure.clear();
    edited();
}

void WebhooksSection::edited()
{
    m_save->setEnabled(isChanged());
    m_save->setVisible(m_shown.enabled || isChanged());
}

void WebhooksSection::showError(const domain::Error &error)
{
    m_form->setError(error.place.isEmpty() ? u"port"_s : error.place,
                     error.place.isEmpty() ? sentenceFor(error)
                                           : hookProblem(domain::errorCodeName(error.code), error.place, settings()));
}

void WebhooksSection::showStatus(const engine::WebhookStatus &status, const QList<engine::ProviderRow> &accounts,
                                 domain::Instant now)
{
    const bool isFirst = m_switch->text().isEmpty();
    const bool wasEnabled = m_shown.enabled;
    if (isFirst || !isChanged()) {
        m_shown = status.settings;
        m_mode->setCurrentIndex(m_mode->findData(!m_shown.certificate.isEmpty() || !isLoopback(m_shown.address)));
        m_port->setValue(m_shown.port);
        m_publicUrl->setText(m_shown.publicUrl);
        m_address->setText(m_shown.address);
        m_certificate->setText(m_shown.certificate);
        m_key->setText(m_shown.key);
    } else {
        m_shown.enabled = status.settings.enabled; // changed elsewhere
    }
    if (m_shown.enabled && !wasEnabled)
        m_failure.clear();
    m_switch->setText(m_shown.enabled ? tr("Switch off") : tr("Switch on"));
    // The one that goes on: to switch it on, then to save what was changed.
    for (QPushButton *button : {m_save, m_switch}) {
        button->setProperty("kind", (button == m_save) == m_shown.enabled ? QVariant(u"primary"_s) : QVariant());
        repolish(button);
    }
    edited();
    showState(status, now);
    showAccounts(status, accounts, now);
}

void WebhooksSection::showState(const engine::WebhookStatus &status, domain::Instant now)
{
    using State = engine::WebhookStatus::State;
    if (!status.settings.enabled) {
        m_pill->setState(tr("Off"), Tone::Skipped);
        m_state->setText(tr("Nothing listens. Providers are asked what became of messages and for replies."));
    } else if (status.state == State::Listening) {
        m_pill->setState(tr("On"), Tone::Delivered);
        QString words = tr("Listening on %1, port %2.").arg(status.settings.address).arg(status.port);
        if (status.since)
            words = tr("Listening on %1, port %2; begun %3.", "an address, a port, a time ago")
                        .arg(status.settings.address)
                        .arg(status.port)
                        .arg(relativeTime(*status.since, now));
        if (status.optOuts > 0)
            words +=
                u' ' + tr("%Ln people opted out by the link in a mail.", nullptr, static_cast<int>(status.optOuts));
        m_state->setText(words);
    } else if (status.state == State::Failed) {
        m_pill->setState(tr("Does not work"), Tone::Failed);
        const QString problem = hookProblem(status.problem, status.problemPlace, status.settings);
        m_state->setText(problem + u' ' +
                         tr("It cannot listen, and tries again every 30 seconds. Providers are asked meanwhile."));
        if (problem != m_failure)
            m_form->setError(status.problemPlace, problem);
        m_failure = problem;
    } else {
        m_pill->setState(tr("Not listening"), Tone::Waiting);
        m_state->setText(tr("Switched on. It listens as soon as messages are sent from this workspace."));
    }
    const bool isWell = status.state != State::Failed || !status.settings.enabled;
    if (isWell && !m_failure.isEmpty()) {
        for (Field *field : m_form->fields())
            field->setError({});
        m_failure.clear();
    }
}

void WebhooksSection::showAccounts(const engine::WebhookStatus &status, const QList<engine::ProviderRow> &accounts,
                                   domain::Instant now)
{
    QSet<qint64> shown;
    QStringList without;
    for (const engine::ProviderRow &account : accounts) {
        const auto hook = std::find_if(status.providers.cbegin(), status.providers.cend(),
                                       [&account](const auto &one) { return one.id == account.id; });
        if (hookProof(account) == HookProof::None || hook == status.providers.cend()) {
            without << account.name;
            continue;
        }
        shown.insert(account.id.value);
        HookCard *&card = m_cardOf[account.id.value];
        if (!card) {
            card = new HookCard;
            connect(card, &HookCard::copied, this, &WebhooksSection::copied);
            m_cards->addWidget(card);
        }
        disconnect(card, &HookCard::editWanted, this, nullptr);
        connect(card, &HookCard::editWanted, this, [this, account] { Q_EMIT editWanted(account); });
        card->showAccount(account, *hook, now);
    }
    for (auto it = m_cardOf.begin(); it != m_cardOf.end();) {
        if (shown.contains(it.key())) {
            ++it;
            continue;
        }
        it.value()->hide();
        it.value()->deleteLater();
        it = m_cardOf.erase(it);
    }
    m_local->setVisible(!shown.isEmpty() && status.settings.publicUrl.isEmpty());
    m_others->setText(accounts.isEmpty()  ? tr("There is no account yet.")
                      : without.isEmpty() ? QString()
                                          : tr("These take no webhooks: %1.").arg(without.join(u", "_s)));
    m_others->setVisible(!m_others->text().isEmpty());
}

} // namespace gui
