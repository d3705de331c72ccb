#include "gui/templates/testdialog.h"

#include "gui/kit/form.h"
#include "gui/kit/formats.h"
#include "gui/theme/theme.h"

#include "domain/text/segments.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace gui {

TestDialog::TestDialog(const QString &text, const QString &lastNumber, QWidget *parent)
    : QDialog(parent), m_number(new QLineEdit(lastNumber, this)),
      m_send(new QPushButton(tr("Send 1 test message"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Send a test"));
    setMinimumWidth(420);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(makeLabel(tr("Send a test"), TextRole::Section, this));
    m_number->setObjectName(u"testNumber"_s);
    m_number->setPlaceholderText(u"+1 212 555 0123"_s);
    m_field = new Field(tr("To this number"), m_number,
                        tr("It is sent at once and costs like any other message. Who opted out gets nothing."), this);
    column->addWidget(m_field);
    auto *shown = new QPlainTextEdit(text, this);
    shown->setReadOnly(true);
    shown->setTabChangesFocus(true);
    shown->setMaximumHeight(140);
    column->addWidget(new Field(tr("Text, %1").arg(segmentsText(domain::segmentsOf(text))), shown, {}, this));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    makePrimary(m_send);
    m_send->setObjectName(u"sendTest"_s);
    m_send->setDefault(true);
    buttons->addWidget(cancel);
    buttons->addWidget(m_send);
    column->addLayout(buttons);
    const auto check = [this] { m_send->setEnabled(!number().isEmpty()); };
    connect(m_number, &QLineEdit::textChanged, this, [this, check] {
        m_field->setError({});
        check();
    });
    check();
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, [this] {
        setBusy(true);
        Q_EMIT sendWanted(number());
    });
    m_number->setFocus();
}

QString TestDialog::number() const { return m_number->text().trimmed(); }

void TestDialog::setBusy(bool busy)
{
    m_send->setEnabled(!busy);
    m_send->setText(busy ? tr("Sending …") : tr("Send 1 test message"));
}

void TestDialog::showError(const QString &error)
{
    setBusy(false);
    m_field->setError(error);
    m_number->setFocus();
}

} // namespace gui
