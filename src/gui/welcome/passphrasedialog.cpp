#include "gui/welcome/passphrasedialog.h"

#include "gui/kit/form.h"
#include "gui/theme/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace gui {

namespace {
constexpr int shortest = 8;
}

PassphraseDialog::PassphraseDialog(Kind kind, const QString &workspace, QWidget *parent)
    : QDialog(parent), m_kind(kind), m_first(new QLineEdit), m_second(new QLineEdit)
{
    const bool isNew = kind == Kind::New;
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(isNew ? tr("Choose a passphrase") : tr("Passphrase"));
    setMinimumWidth(440);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::m);
    QLabel *head = makeLabel(isNew ? tr("Choose a passphrase for %1").arg(workspace)
                                   : tr("%1 is locked with a passphrase").arg(workspace),
                             TextRole::Section);
    QLabel *words =
        makeLabel(isNew ? tr("This computer offers no key store that could keep the workspace's key. A passphrase "
                             "protects it instead. Without it nobody can open the workspace, so keep it in a safe "
                             "place.")
                        : tr("Enter it to open the workspace."),
                  TextRole::Secondary);
    for (QLabel *label : {head, words}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    for (QLineEdit *edit : {m_first, m_second})
        edit->setEchoMode(QLineEdit::Password);
    m_first->setObjectName(u"passphrase"_s);
    m_second->setObjectName(u"passphraseAgain"_s);
    m_firstField =
        new Field(tr("Passphrase"), m_first, isNew ? tr("At least %1 characters.").arg(shortest) : QString());
    m_secondField = new Field(tr("Once more"), m_second);
    column->addWidget(m_firstField);
    column->addWidget(m_secondField);
    m_secondField->setVisible(isNew);
    if (isNew) {
        m_firstField->setValidator([this] {
            return m_first->text().size() < shortest ? tr("At least %1 characters are needed.").arg(shortest)
                                                     : QString();
        });
        m_secondField->setValidator(
            [this] { return m_second->text() != m_first->text() ? tr("The two are not the same.") : QString(); });
    }
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *go = new QPushButton(isNew ? tr("Create the workspace") : tr("Open"));
    cancel->setAutoDefault(false);
    makePrimary(go);
    go->setDefault(true);
    go->setObjectName(u"passphraseDone"_s);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(go);
    column->addSpacing(space::s);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(go, &QPushButton::clicked, this, &PassphraseDialog::finish);
    m_first->setFocus();
}

void PassphraseDialog::showWrong() { m_firstField->setError(tr("This passphrase does not open it. Try again.")); }

void PassphraseDialog::finish()
{
    if (m_first->text().isEmpty()) {
        m_first->setFocus();
        return;
    }
    if (m_kind == Kind::New && (!m_firstField->validate() || !m_secondField->validate()))
        return;
    Q_EMIT entered(m_first->text().toUtf8());
    accept();
}

} // namespace gui
