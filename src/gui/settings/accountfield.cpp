#include "gui/settings/accountfield.h"

#include "gui/kit/namevaluerows.h"
#include "gui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace gui {

using Type = domain::ProviderField::Type;

namespace {

constexpr int longTextHeight = 112;

QString textOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString();
}

QWidget *makeLine(const domain::ProviderField &field, const QJsonValue &value, const QString &kept)
{
    auto *edit = new QLineEdit;
    if (field.type == Type::Secret) {
        edit->setEchoMode(QLineEdit::Password);
        edit->setPlaceholderText(kept);
        return edit;
    }
    edit->setText(textOf(value));
    edit->setPlaceholderText(field.initial.isEmpty() ? field.example : field.initial);
    edit->setCursorPosition(0);
    return edit;
}

QWidget *makeBox(const domain::ProviderField &field, const QJsonValue &value)
{
    auto *box = new QComboBox;
    if (field.initial.isEmpty() && !field.required)
        box->addItem(AccountField::tr("Not set"), QString());
    for (const QString &choice : field.choices)
        box->addItem(choiceWords(field.key, choice), choice);
    const QString chosen = textOf(value).isEmpty() ? field.initial : textOf(value);
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
    return box;
}

} // namespace

AccountField::AccountField(const QString &kind, const domain::ProviderField &field, const QJsonValue &value,
                           const QString &kept, QWidget *parent)
    : Field(field.type == Type::Boolean ? QString() : fieldWords(kind, field.key).label,
            makeControl(field, fieldWords(kind, field.key).label, value, kept), fieldWords(kind, field.key).help,
            parent),
      m_about(field), m_words(fieldWords(kind, field.key))
{
    control()->setObjectName(field.key);
    setValidator([this] {
        m_wasLeft = true;
        return m_problem.isEmpty() ? QString() : problemSentence(m_words, m_problem);
    });
    listen();
}

QWidget *AccountField::makeControl(const domain::ProviderField &field, const QString &label, const QJsonValue &value,
                                   const QString &kept)
{
    switch (field.type) {
    case Type::Text:
    case Type::Url:
    case Type::Number:
    case Type::Secret:
        return makeLine(field, value, kept);
    case Type::Choice:
        return makeBox(field, value);
    case Type::Boolean: {
        auto *box = new QCheckBox(label);
        box->setChecked(value.isBool() ? value.toBool() : field.initial == u"true");
        return box;
    }
    case Type::LongText: {
        auto *edit = new QPlainTextEdit(textOf(value));
        edit->setPlaceholderText(field.example);
        edit->setTabChangesFocus(true);
        edit->setFixedHeight(longTextHeight);
        return edit;
    }
    case Type::NameValue: {
        auto *rows = new NameValueRows(label);
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            rows->addRow(it.key(), textOf(*it));
        return rows;
    }
    }
    Q_UNREACHABLE();
}

void AccountField::listen()
{
    if (auto *line = qobject_cast<QLineEdit *>(control()))
        connect(line, &QLineEdit::textChanged, this, &AccountField::edited);
    else if (auto *box = qobject_cast<QComboBox *>(control()))
        connect(box, &QComboBox::currentIndexChanged, this, &AccountField::edited);
    else if (auto *tick = qobject_cast<QCheckBox *>(control()))
        connect(tick, &QCheckBox::toggled, this, &AccountField::edited);
    else if (auto *text = qobject_cast<QPlainTextEdit *>(control()))
        connect(text, &QPlainTextEdit::textChanged, this, &AccountField::edited);
    else if (auto *rows = qobject_cast<NameValueRows *>(control()))
        connect(rows, &NameValueRows::edited, this, &AccountField::edited);
}

QJsonValue AccountField::value() const
{
    const auto orNothing = [](const QString &text) {
        return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
    };
    switch (m_about.type) {
    case Type::Secret:
        return QJsonValue::Undefined;
    case Type::Text:
    case Type::Url:
        return orNothing(qobject_cast<const QLineEdit *>(control())->text().trimmed());
    case Type::Number: {
        const QString text = qobject_cast<const QLineEdit *>(control())->text().trimmed();
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        return isNumber ? QJsonValue(number) : orNothing(text); // what is no number is said to be wrong
    }
    case Type::Choice:
        return orNothing(qobject_cast<const QComboBox *>(control())->currentData().toString());
    case Type::Boolean: {
        const bool on = qobject_cast<const QCheckBox *>(control())->isChecked();
        return on == (m_about.initial == u"true") ? QJsonValue(QJsonValue::Undefined) : QJsonValue(on);
    }
    case Type::LongText:
        return orNothing(qobject_cast<const QPlainTextEdit *>(control())->toPlainText().trimmed());
    case Type::NameValue: {
        QJsonObject object;
        const auto rows = qobject_cast<const NameValueRows *>(control())->rows();
        for (const auto &[name, text] : rows)
            object.insert(name, text);
        return object.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(object);
    }
    }
    Q_UNREACHABLE();
}

QString AccountField::secret() const
{
    const auto *line = qobject_cast<const QLineEdit *>(control());
    return m_about.type == Type::Secret && line ? line->text().trimmed() : QString();
}

bool AccountField::isShort() const { return m_about.type == Type::Choice || m_about.type == Type::Number; }

void AccountField::showProblem(const QString &reason)
{
    m_problem = reason;
    const bool isSilent = reason.isEmpty() || (reason == u"required" && !m_wasLeft);
    setError(isSilent ? QString() : problemSentence(m_words, reason));
}

} // namespace gui
