#include "gui/templates/testdialog.h"

#include "gui/kit/form.h"
#include "gui/kit/formats.h"
#include "gui/settings/providerwords.h"
#include "gui/theme/theme.h"

#include "domain/text/segments.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace gui {

using domain::Channel;

TestDialog::TestDialog(const QString &text, const QList<Channel> &channels, const QString &last, QWidget *parent)
    : QDialog(parent), m_channel(new QComboBox(this)), m_address(new QLineEdit(last, this)),
      m_send(new QPushButton(tr("Send 1 test message"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Send a test"));
    setMinimumWidth(420);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(makeLabel(tr("Send a test"), TextRole::Section, this));
    m_channel->setObjectName(u"testChannel"_s);
    for (const Channel one : channels)
        m_channel->addItem(channelName(one), int(one));
    auto *by = new Field(tr("By"), m_channel, {}, this);
    by->setVisible(channels.size() > 1);
    column->addWidget(by);
    m_address->setObjectName(u"testNumber"_s);
    m_field = new Field(u" "_s, m_address,
                        tr("It is sent at once and costs like any other message. Who opted out gets nothing."), this);
    column->addWidget(m_field);
    auto *shown = new QPlainTextEdit(text, this);
    shown->setReadOnly(true);
    shown->setTabChangesFocus(true);
    shown->setMaximumHeight(140);
    const bool isSms = channels.contains(Channel::Sms);
    m_text =
        new Field(isSms ? tr("Text, %1").arg(segmentsText(domain::segmentsOf(text))) : tr("Text"), shown, {}, this);
    column->addWidget(m_text);
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
    const auto check = [this] { m_send->setEnabled(!address().isEmpty()); };
    connect(m_address, &QLineEdit::textChanged, this, [this, check] {
        m_field->setError({});
        check();
    });
    connect(m_channel, &QComboBox::currentIndexChanged, this, &TestDialog::wordAddress);
    wordAddress();
    check();
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, [this] {
        setBusy(true);
        Q_EMIT sendWanted(channel(), address());
    });
    m_address->setFocus();
}

void TestDialog::wordAddress()
{
    const bool isMail = channel() == Channel::Email;
    m_field->setLabel(isMail ? tr("To this e-mail address") : tr("To this number"));
    m_address->setPlaceholderText(isMail ? u"anna@example.org"_s : u"+1 212 555 0123"_s);
    m_field->setError({});
}

QString TestDialog::address() const { return m_address->text().trimmed(); }

Channel TestDialog::channel() const { return static_cast<Channel>(m_channel->currentData().toInt()); }

void TestDialog::showBeside(bool html, int files)
{
    QStringList words;
    if (html)
        words << tr("It goes out as HTML too, which most mail programs show.");
    if (files > 0)
        words << tr("%Ln files go with it.", nullptr, files);
    m_text->setHelp(words.join(u' '));
}

void TestDialog::setBusy(bool busy)
{
    m_send->setEnabled(!busy);
    m_send->setText(busy ? tr("Sending …") : tr("Send 1 test message"));
}

void TestDialog::showError(const QString &error)
{
    setBusy(false);
    m_field->setError(error);
    m_address->setFocus();
}

} // namespace gui
