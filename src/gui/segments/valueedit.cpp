#include "gui/segments/valueedit.h"

#include "domain/condition/notation.h"
#include "gui/kit/choices.h"
#include "gui/kit/flowlayout.h"
#include "gui/segments/conditionwords.h"
#include "gui/theme/theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using domain::FieldType;
using domain::Operand;
using domain::RelativeTime;

namespace gui {

namespace {

constexpr int mostDays = 36'500;

enum Mode { OnDate, Today, Ago, Ahead, WeekStart, MonthStart, YearStart, AsWritten };

RelativeTime::Base baseOf(Mode mode)
{
    switch (mode) {
    case WeekStart:
        return RelativeTime::Base::StartOfWeek;
    case MonthStart:
        return RelativeTime::Base::StartOfMonth;
    case YearStart:
        return RelativeTime::Base::StartOfYear;
    default:
        return RelativeTime::Base::Today;
    }
}

std::optional<Mode> modeOf(const RelativeTime &time)
{
    using Base = RelativeTime::Base;
    if (time.base == Base::Today || time.base == Base::Now) {
        if (time.amount == 0)
            return time.base == Base::Today ? std::optional(Today) : std::nullopt;
        return time.amount < 0 ? Ago : Ahead;
    }
    if (time.amount != 0)
        return std::nullopt;
    return time.base == Base::StartOfWeek ? WeekStart : time.base == Base::StartOfMonth ? MonthStart : YearStart;
}

bool isOfClock(RelativeTime::Unit unit)
{
    return unit == RelativeTime::Unit::Hour || unit == RelativeTime::Unit::Minute;
}

/// The relative time of an operand that may stand at midnight.
const RelativeTime *relativeOf(const Operand &operand)
{
    if (operand.kind == Operand::Kind::Relative)
        return &operand.relative;
    if (operand.kind == Operand::Kind::GetTime && operand.parts.front().kind == Operand::Kind::Relative)
        return &operand.parts.front().relative;
    return nullptr;
}

} // namespace

QString listText(const QStringList &values)
{
    QStringList shown;
    for (QString value : values) {
        const bool needsQuotes = value.contains(u',') || value.contains(u'"') || value != value.trimmed();
        shown << (needsQuotes ? u'"' + value.replace(u'"', u"\"\""_s) + u'"' : value);
    }
    return shown.join(u", "_s);
}

QStringList listFrom(const QString &text)
{
    QStringList values;
    QString value;
    bool quoted = false;
    bool wasQuoted = false;
    const auto end = [&] {
        const QString done = wasQuoted ? value : value.trimmed();
        if (!done.isEmpty())
            values << done;
        value.clear();
        wasQuoted = false;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (quoted && c == u'"' && i + 1 < text.size() && text.at(i + 1) == u'"') {
            value += c;
            ++i;
        } else if (c == u'"' && (quoted || value.trimmed().isEmpty())) {
            quoted = !quoted;
            if (quoted) {
                value.clear();
                wasQuoted = true;
            }
        } else if (c == u',' && !quoted) {
            end();
        } else if (quoted || !wasQuoted) {
            value += c;
        }
    }
    end();
    return values;
}

QString literalText(const domain::Literal &literal)
{
    const QLocale locale;
    if (const auto *text = std::get_if<QString>(&literal))
        return *text;
    if (const auto *whole = std::get_if<qint64>(&literal))
        return QString::number(*whole);
    if (const auto *number = std::get_if<double>(&literal)) {
        QLocale plain = locale;
        plain.setNumberOptions(QLocale::OmitGroupSeparator);
        return plain.toString(*number, 'g', QLocale::FloatingPointShortest);
    }
    if (const auto *date = std::get_if<QDate>(&literal))
        return dateText(*date);
    if (const auto *time = std::get_if<QDateTime>(&literal))
        return time->time() == QTime(0, 0) ? dateText(time->date())
                                           : dateText(time->date()) + u' ' + time->time().toString(u"HH:mm"_s);
    if (const auto *yes = std::get_if<bool>(&literal))
        return *yes ? u"1"_s : u"0"_s;
    return {};
}

std::optional<domain::Literal> literalFrom(const QString &text, FieldType type)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return std::nullopt;
    bool good = false;
    switch (type) {
    case FieldType::Whole:
    case FieldType::Number: {
        if (const qint64 whole = QLocale().toLongLong(typed, &good); good)
            return whole;
        const double number = QLocale().toDouble(typed, &good);
        return good && type == FieldType::Number ? std::optional<domain::Literal>(number) : std::nullopt;
    }
    case FieldType::YesNo:
        return typed == u"1";
    case FieldType::Date:
        if (const QDate date = dateFrom(typed); date.isValid())
            return date;
        return std::nullopt;
    case FieldType::DateTime: {
        if (const auto time = domain::conditionTime(typed))
            return *time;
        if (const QDate date = dateFrom(typed); date.isValid())
            return QDateTime(date, QTime(0, 0), Qt::UTC);
        const QTime clock = QTime::fromString(typed.section(u' ', -1), u"H:mm"_s);
        const QDate date = dateFrom(typed.section(u' ', 0, -2));
        return clock.isValid() && date.isValid() ? std::optional<domain::Literal>(QDateTime(date, clock, Qt::UTC))
                                                 : std::nullopt;
    }
    case FieldType::Any: {
        // A custom attribute is a text unless it can only have been meant as a number.
        const qint64 whole = typed.toLongLong(&good);
        return good && QString::number(whole) == typed ? std::optional<domain::Literal>(whole)
                                                       : std::optional<domain::Literal>(typed);
    }
    case FieldType::Text:
    case FieldType::List:
        return text;
    }
    Q_UNREACHABLE();
}

ValueEdit::ValueEdit(const domain::ConditionField &field, QWidget *parent) : QWidget(parent), m_field(field)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    if (isTime()) {
        buildTime();
        return;
    }
    if (field.type == FieldType::YesNo) {
        m_choice = new QComboBox;
        m_choice->addItem(tr("yes"), true);
        m_choice->addItem(tr("no"), false);
        row->addWidget(m_choice, 1);
        connect(m_choice, &QComboBox::currentIndexChanged, this, &ValueEdit::edited);
        return;
    }
    if (!field.choices.isEmpty()) {
        m_choice = new QComboBox;
        m_choice->setEditable(true);
        m_choice->setInsertPolicy(QComboBox::NoInsert);
        m_choice->addItems(field.choices);
        m_choice->setCurrentIndex(-1);
        m_choice->completer()->setCaseSensitivity(Qt::CaseInsensitive);
        m_choice->completer()->setFilterMode(Qt::MatchContains);
        m_choice->completer()->setCompletionMode(QCompleter::PopupCompletion);
        m_choice->setMinimumContentsLength(8);
        m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_line = m_choice->lineEdit();
        row->addWidget(m_choice, 1);
    } else {
        m_line = new QLineEdit;
        row->addWidget(m_line, 1);
    }
    m_line->setPlaceholderText(tr("value"));
    connect(m_line, &QLineEdit::textChanged, this, [this] {
        markInvalid();
        Q_EMIT edited();
    });
}

bool ValueEdit::isTime() const { return m_field.type == FieldType::Date || m_field.type == FieldType::DateTime; }

void ValueEdit::buildTime()
{
    m_mode = new QComboBox;
    m_mode->addItem(tr("the date"), OnDate);
    m_mode->addItem(tr("today"), Today);
    m_mode->addItem(tr("… ago"), Ago);
    m_mode->addItem(tr("… from now"), Ahead);
    m_mode->addItem(tr("start of the week"), WeekStart);
    m_mode->addItem(tr("start of the month"), MonthStart);
    m_mode->addItem(tr("start of the year"), YearStart);
    m_line = new QLineEdit;
    m_line->setPlaceholderText(dateExample());
    m_amount = new QSpinBox;
    m_amount->setRange(1, mostDays);
    m_amount->setValue(30);
    m_unit = new QComboBox;
    using Unit = RelativeTime::Unit;
    m_unit->addItem(tr("days"), int(Unit::Day));
    m_unit->addItem(tr("weeks"), int(Unit::Week));
    m_unit->addItem(tr("months"), int(Unit::Month));
    m_unit->addItem(tr("years"), int(Unit::Year));
    if (m_field.type == FieldType::DateTime) {
        m_unit->addItem(tr("hours"), int(Unit::Hour));
        m_unit->addItem(tr("minutes"), int(Unit::Minute));
    }
    layout()->addWidget(m_line);
    layout()->addWidget(m_amount);
    layout()->addWidget(m_unit);
    layout()->addWidget(m_mode);
    connect(m_mode, &QComboBox::currentIndexChanged, this, [this] {
        showMode();
        Q_EMIT edited();
    });
    connect(m_line, &QLineEdit::textChanged, this, [this] {
        markInvalid();
        Q_EMIT edited();
    });
    connect(m_amount, &QSpinBox::valueChanged, this, &ValueEdit::edited);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &ValueEdit::edited);
    showMode();
}

void ValueEdit::showMode()
{
    const int mode = m_mode->currentData().toInt();
    m_line->setVisible(mode == OnDate);
    m_amount->setVisible(mode == Ago || mode == Ahead);
    m_unit->setVisible(mode == Ago || mode == Ahead);
}

void ValueEdit::setName(const QString &accessibleName)
{
    for (QWidget *control : std::initializer_list<QWidget *>{m_choice, m_line, m_mode, m_amount, m_unit})
        if (control)
            control->setAccessibleName(accessibleName);
}

void ValueEdit::markInvalid()
{
    const bool invalid = !m_line->text().trimmed().isEmpty() && !literalFrom(m_line->text()).has_value();
    if (m_line->property("invalid").toBool() == invalid)
        return;
    m_line->setProperty("invalid", invalid);
    repolish(m_line);
}

std::optional<domain::Literal> ValueEdit::literalFrom(const QString &text) const
{
    return gui::literalFrom(text, m_field.type);
}

void ValueEdit::showValue(const Operand &value)
{
    const QSignalBlocker quiet(this);
    if (isTime()) {
        if (const RelativeTime *time = relativeOf(value)) {
            const auto mode = modeOf(*time);
            if (!mode) {
                m_written = *time;
                if (m_mode->findData(AsWritten) < 0)
                    m_mode->addItem(domain::toText(*time), AsWritten);
            }
            m_amount->setValue(std::abs(time->amount));
            m_unit->setCurrentIndex(std::max(0, m_unit->findData(int(time->unit))));
            m_mode->setCurrentIndex(m_mode->findData(mode.value_or(AsWritten)));
        } else {
            m_mode->setCurrentIndex(m_mode->findData(OnDate));
            m_line->setText(literalText(value.literal));
        }
        showMode();
        return;
    }
    if (m_field.type == FieldType::YesNo) {
        const auto *yes = std::get_if<bool>(&value.literal);
        const auto *whole = std::get_if<qint64>(&value.literal);
        m_choice->setCurrentIndex((yes && *yes) || (whole && *whole != 0) ? 0 : 1);
        return;
    }
    m_line->setText(literalText(value.literal));
}

std::optional<Operand> ValueEdit::value() const
{
    if (isTime())
        return timeValue();
    if (m_field.type == FieldType::YesNo)
        return Operand::constant(m_choice->currentData().toBool());
    if (const auto literal = literalFrom(m_line->text()))
        return Operand::constant(*literal);
    return std::nullopt;
}

std::optional<Operand> ValueEdit::timeValue() const
{
    const auto mode = static_cast<Mode>(m_mode->currentData().toInt());
    RelativeTime time{baseOf(mode)};
    switch (mode) {
    case OnDate:
        if (const auto literal = literalFrom(m_line->text()))
            return Operand::constant(*literal);
        return std::nullopt;
    case Ago:
    case Ahead:
        time.unit = static_cast<RelativeTime::Unit>(m_unit->currentData().toInt());
        time.amount = mode == Ago ? -m_amount->value() : m_amount->value();
        if (isOfClock(time.unit))
            time.base = RelativeTime::Base::Now;
        break;
    case AsWritten:
        time = m_written;
        break;
    case Today:
    case WeekStart:
    case MonthStart:
    case YearStart:
        break;
    }
    Operand operand = Operand::relativeTo(time);
    if (m_field.type == FieldType::DateTime && time.base != RelativeTime::Base::Now) {
        Operand midnight;
        midnight.kind = Operand::Kind::GetTime;
        midnight.parts.push_back(std::move(operand));
        return midnight;
    }
    return operand;
}

ValuesEdit::ValuesEdit(const domain::ConditionField &field, const domain::ConditionRow &row, QWidget *parent)
    : QWidget(parent), m_field(field)
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::s);
    setObjectName(u"conditionValues"_s);
    const QString name = fieldWords(field.name);
    if (row.test == domain::RowTest::Anniversary) {
        m_days = new QSpinBox;
        m_days->setRange(-366, 366);
        m_days->setValue(row.days);
        m_days->setAccessibleName(tr("%1: days from today").arg(name));
        line->addWidget(m_days);
        line->addWidget(makeLabel(tr("days from today"), TextRole::Secondary));
        line->addStretch(1);
        connect(m_days, &QSpinBox::valueChanged, this, &ValuesEdit::edited);
        return;
    }
    const int count = domain::valueCount(row.test);
    if (count < 0) {
        m_list = new QLineEdit;
        QStringList values;
        for (const Operand &value : row.values)
            values << literalText(value.literal);
        m_list->setText(listText(values));
        m_list->setPlaceholderText(field.choices.size() > 1 ? listText(field.choices.mid(0, 2))
                                                            : tr("values with commas between them"));
        m_list->setAccessibleName(tr("%1: values with commas between them").arg(name));
        line->addWidget(m_list, 1);
        connect(m_list, &QLineEdit::textChanged, this, &ValuesEdit::edited);
    }
    for (int i = 0; i < count; ++i) {
        if (i > 0)
            line->addWidget(makeLabel(tr("and", "between one value and another"), TextRole::Secondary));
        auto *value = new ValueEdit(field);
        value->setName(count > 1 ? tr("%1: value %2").arg(name).arg(i + 1) : tr("%1: value").arg(name));
        if (size_t(i) < row.values.size())
            value->showValue(row.values[size_t(i)]);
        m_values << value;
        line->addWidget(value, 1);
        connect(value, &ValueEdit::edited, this, &ValuesEdit::edited);
    }
    if (count == 0)
        line->addStretch(1);
}

void ValuesEdit::readInto(domain::ConditionRow &row) const
{
    row.values.clear();
    if (m_days)
        row.days = m_days->value();
    if (m_list)
        for (const QString &text : listFrom(m_list->text()))
            if (const auto literal = literalFrom(text, m_field.type))
                row.values.push_back(Operand::constant(*literal));
    for (const ValueEdit *edit : m_values)
        if (const auto value = edit->value())
            row.values.push_back(*value);
}

} // namespace gui
