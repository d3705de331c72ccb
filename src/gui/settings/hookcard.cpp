#include "gui/settings/hookcard.h"

#include "gui/kit/statepill.h"
#include "gui/settings/webhookwords.h"
#include "gui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

QLabel *wrapped(TextRole role)
{
    QLabel *label = makeLabel({}, role);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

Tone toneOf(HookProof proof)
{
    switch (proof) {
    case HookProof::Signed:
        return Tone::Delivered;
    case HookProof::Unsigned:
        return Tone::Doubt;
    case HookProof::SecretMissing:
        return Tone::Failed;
    case HookProof::NotSetUp:
    case HookProof::None:
        break;
    }
    return Tone::Skipped;
}

} // namespace

HookCard::HookCard(QWidget *parent)
    : Card({}, parent), m_pill(new StatePill), m_proof(wrapped(TextRole::Secondary)), m_url(new QLineEdit),
      m_copy(new QPushButton(tr("Copy"))), m_where(wrapped(TextRole::Caption)), m_taken(wrapped(TextRole::Secondary)),
      m_refused(wrapped(TextRole::Warning)), m_edit(new QPushButton(tr("Edit the account")))
{
    addToHead(m_pill);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    m_url->setReadOnly(true);
    m_url->setObjectName(u"hookUrl"_s);
    m_copy->setObjectName(u"copyHookUrl"_s);
    m_edit->setObjectName(u"editHookAccount"_s);
    m_edit->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    row->addWidget(m_url, 1);
    row->addWidget(m_copy);
    body()->addLayout(row);
    for (QWidget *widget : QList<QWidget *>{m_where, m_proof, m_taken, m_refused, m_edit})
        body()->addWidget(widget);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(m_url->text());
        Q_EMIT copied();
    });
    connect(m_edit, &QPushButton::clicked, this, &HookCard::editWanted);
}

void HookCard::showAccount(const engine::ProviderRow &account, const engine::WebhookStatus::Provider &hook,
                           domain::Instant now)
{
    const HookProof proof = hookProof(account);
    setTitle(account.name);
    m_pill->setState(proofWord(proof), toneOf(proof));
    m_proof->setText(proofSentence(account));
    if (m_url->text() != hook.url) {
        m_url->setText(hook.url);
        m_url->setCursorPosition(0);
    }
    m_url->setAccessibleName(tr("Webhook address of %1").arg(account.name));
    m_copy->setAccessibleName(tr("Copy the webhook address of %1").arg(account.name));
    m_where->setText(whereToPaste(account.kind));
    m_taken->setText(takenWords(hook, now));
    m_refused->setText(refusedWords(hook, now));
    m_refused->setVisible(hook.refused > 0);
    m_edit->setAccessibleName(tr("Edit the account %1").arg(account.name));
    m_edit->setVisible(proof == HookProof::SecretMissing || proof == HookProof::NotSetUp);
}

QString HookCard::url() const { return m_url->text(); }

} // namespace gui
