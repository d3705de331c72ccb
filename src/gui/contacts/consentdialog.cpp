#include "gui/contacts/consentdialog.h"

#include "gui/kit/form.h"
#include "gui/kit/tones.h"
#include "gui/theme/theme.h"

#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

ConsentDialog::ConsentDialog(const QString &name, const QString &address, domain::Channel channel, bool optOut,
                             QWidget *parent)
    : QDialog(parent), m_everything(new QRadioButton(optOut ? tr("Everything: nothing at all is sent to it any more")
                                                            : tr("Everything: all messages may be sent again"),
                                                     this)),
      m_marketing(new QRadioButton(
          optOut ? tr("Marketing only: reminders and codes still arrive") : tr("Marketing only"), this)),
      m_evidence(new QLineEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    const QString question = optOut ? tr("Opt %1 out of %2?").arg(name, wordFor(channel))
                                    : tr("Opt %1 in to %2 again?").arg(name, wordFor(channel));
    setWindowTitle(question);
    setMinimumWidth(480);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::m);
    QLabel *head = makeLabel(question, TextRole::Section, this);
    head->setWordWrap(true);
    column->addWidget(head);
    QLabel *words = makeLabel(
        optOut ? tr("It holds for %1, for every contact with this address, until it is taken back.").arg(address)
               : tr("Only with the person's own consent: whoever opted out of messages to %1 must have asked for them "
                    "again.")
                     .arg(address),
        TextRole::Secondary, this);
    words->setWordWrap(true);
    column->addWidget(words);
    m_everything->setObjectName(u"everything"_s);
    m_marketing->setObjectName(u"marketing"_s);
    (optOut ? m_marketing : m_everything)->setChecked(true);
    column->addWidget(m_everything);
    column->addWidget(m_marketing);
    m_evidence->setObjectName(u"evidence"_s);
    m_evidence->setMaxLength(500);
    m_field = new Field(tr("How do you know?"), m_evidence,
                        tr("Kept for good as proof: 'asked on the phone on 12 March', 'signed form'."), this);
    if (!optOut)
        m_field->setValidator([this] {
            return evidence().isEmpty() ? tr("An opt-in needs a proof: write down how they asked for it.") : QString();
        });
    column->addWidget(m_field);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *go = new QPushButton(optOut ? tr("Opt out") : tr("Opt in"), this);
    go->setObjectName(u"confirm"_s);
    optOut ? makeDangerous(go) : makePrimary(go);
    go->setAutoDefault(false);
    cancel->setAutoDefault(false);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(go);
    column->addSpacing(space::s);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(go, &QPushButton::clicked, this, &ConsentDialog::accept);
    connect(m_evidence, &QLineEdit::returnPressed, this, &ConsentDialog::accept);
    m_evidence->setFocus();
}

std::optional<domain::Category> ConsentDialog::category() const
{
    return m_marketing->isChecked() ? std::optional(domain::Category::Marketing) : std::nullopt;
}

QString ConsentDialog::evidence() const { return m_evidence->text().simplified(); }

void ConsentDialog::accept()
{
    if (m_field->validate())
        QDialog::accept();
    else
        m_evidence->setFocus();
}

} // namespace gui
