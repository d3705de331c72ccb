#include "gui/templates/windowpart.h"

#include "gui/kit/elidedlabel.h"
#include "gui/kit/form.h"
#include "gui/kit/formats.h"
#include "gui/kit/statepill.h"
#include "gui/templates/bodyedit.h"
#include "gui/templates/providertemplatewords.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

QStringList withoutEmptyEnd(QStringList values, qsizetype taken)
{
    while (values.size() > taken && values.last().trimmed().isEmpty())
        values.removeLast();
    return values;
}

} // namespace

WindowPart::WindowPart(QWidget *parent) : QWidget(parent), m_stack(new QStackedWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    m_stack->addWidget(buildNothing());
    m_stack->addWidget(buildChosen());
    showState();
}

QWidget *WindowPart::buildNothing()
{
    auto *part = new QFrame;
    part->setProperty("kind", u"card"_s);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(space::l, space::m, space::l, space::m);
    column->setSpacing(space::m);
    m_nothing = makeLabel({}, TextRole::Secondary);
    m_nothing->setObjectName(u"windowNothing"_s);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_choose = new QPushButton;
    m_choose->setObjectName(u"chooseTemplate"_s);
    column->addStretch(1);
    column->addWidget(m_nothing);
    column->addWidget(m_choose, 0, Qt::AlignHCenter);
    column->addStretch(1);
    connect(m_choose, &QPushButton::clicked, this, [this] {
        if (m_accounts.isEmpty())
            Q_EMIT settingsWanted();
        else
            Q_EMIT chooseWanted();
    });
    return part;
}

QWidget *WindowPart::buildChosen()
{
    auto *inner = new QWidget;
    inner->setObjectName(u"scrolled"_s);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(1, 0, space::s, 1);
    column->setSpacing(space::m);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::s);
    m_name = new ElidedLabel;
    setRole(m_name, TextRole::Section);
    m_name->setObjectName(u"chosenTemplate"_s);
    m_state = new StatePill;
    auto *other = new QPushButton(tr("Choose another"));
    other->setObjectName(u"changeTemplate"_s);
    auto *remove = new QPushButton(tr("Remove"));
    remove->setObjectName(u"removeTemplate"_s);
    remove->setAccessibleName(tr("Send nothing outside the 24-hour window"));
    remove->setToolTip(remove->accessibleName());
    head->addWidget(m_name, 1);
    head->addWidget(m_state);
    for (QPushButton *button : {other, remove}) {
        makeLink(button);
        head->addWidget(button);
    }
    column->addLayout(head);
    m_where = makeLabel({}, TextRole::Caption);
    m_where->setWordWrap(true);
    column->addWidget(m_where);
    m_noticeFrame = new QFrame;
    m_noticeFrame->setProperty("kind", u"notice"_s);
    auto *words = new QVBoxLayout(m_noticeFrame);
    words->setContentsMargins(space::m, space::s, space::m, space::s);
    m_notice = makeLabel({}, TextRole::Body);
    m_notice->setObjectName(u"templateNotice"_s);
    m_notice->setWordWrap(true);
    words->addWidget(m_notice);
    column->addWidget(m_noticeFrame);
    m_text = makeLabel({}, TextRole::Secondary);
    m_text->setObjectName(u"templateText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    column->addWidget(m_text);
    m_fields = new QVBoxLayout;
    m_fields->setSpacing(space::m);
    column->addLayout(m_fields);
    m_add = new QPushButton(tr("Add a value"));
    m_add->setObjectName(u"addValue"_s);
    m_add->setIcon(icon(u"list-add"_s, Tone::Accent));
    makeLink(m_add);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    m_problem = makeLabel({}, TextRole::Error);
    m_problem->setObjectName(u"windowProblem"_s);
    m_problem->setWordWrap(true);
    column->addWidget(m_problem);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(other, &QPushButton::clicked, this, &WindowPart::chooseWanted);
    connect(remove, &QPushButton::clicked, this, [this] { setContent({}); });
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow(Body, tr("Value %1").arg(m_rows[Body].size() + 1), {}, false);
        m_rows[Body].last().edit->setFocus();
    });
    return scroll;
}

void WindowPart::showAccounts(const QList<TemplateAccount> &accounts, domain::Instant now)
{
    m_content = content();
    m_accounts = accounts;
    m_now = now;
    showState();
}

void WindowPart::showContent(const domain::ProviderContent &content)
{
    for (QList<Row> &rows : m_rows) { // what was typed is not kept
        for (const Row &row : std::as_const(rows))
            delete row.field;
        rows.clear();
    }
    m_last = nullptr;
    m_content = content;
    showState();
}

void WindowPart::setContent(const domain::ProviderContent &content)
{
    showContent(content);
    Q_EMIT edited();
    if (BodyEdit *first = edit())
        first->setFocus();
    else if (content.name.isEmpty())
        m_choose->setFocus();
}

void WindowPart::showState()
{
    const KnownTemplate found = knownTemplate(m_accounts, m_content);
    m_known = found.known ? std::optional(*found.known) : std::nullopt;
    m_accountName = found.account ? found.account->name : QString();
    m_nothing->setText(
        m_accounts.isEmpty()
            ? tr("WhatsApp takes a free text only for 24 hours after somebody wrote. To everybody else goes a template "
                 "that WhatsApp has approved, and there is no WhatsApp account here yet that has any.")
            : tr("WhatsApp takes a free text only for 24 hours after somebody wrote. Everybody else gets nothing "
                 "until you choose a template that WhatsApp has approved."));
    m_choose->setText(m_accounts.isEmpty() ? tr("Set up a WhatsApp account") : tr("Choose a template"));
    m_stack->setCurrentIndex(m_content.name.isEmpty() ? 0 : 1);
    rebuildRows();
    showKnown();
}

void WindowPart::showKnown()
{
    m_name->setText(m_content.name);
    m_state->setVisible(m_known.has_value());
    m_text->setVisible(m_known.has_value());
    QStringList facts{templateLanguage(m_content.language)};
    QString notice;
    if (m_known) {
        m_state->setState(templateState(m_known->state), templateTone(m_known->state));
        facts << templateCategory(m_known->category) << m_accountName;
        const domain::ProviderText text = domain::textOf(*m_known);
        QStringList lines{text.header, text.body, text.footer};
        lines += text.buttons;
        lines.removeAll(QString());
        m_text->setText(lines.join(u'\n'));
        notice = templateObstacle(*m_known);
    } else {
        const bool isNamed = std::any_of(m_accounts.cbegin(), m_accounts.cend(),
                                         [](const TemplateAccount &account) { return !account.isListed; });
        const auto read = std::find_if(m_accounts.cbegin(), m_accounts.cend(),
                                       [](const TemplateAccount &account) { return account.list.readAt.has_value(); });
        if (m_accounts.isEmpty())
            notice = tr("There is no WhatsApp account here that has templates.");
        else if (!isNamed && read != m_accounts.cend())
            notice =
                tr("%1 has no such template, as fetched %2.").arg(read->name, relativeTime(*read->list.readAt, m_now));
        else if (!isNamed)
            notice = tr("The templates have not been fetched yet, so its text cannot be shown.");
    }
    m_where->setText(facts.join(u" · "_s));
    m_notice->setText(notice);
    m_noticeFrame->setVisible(!notice.isEmpty());
    m_add->setVisible(!m_known);
}

QStringList WindowPart::labelsOf(Part part) const
{
    if (!m_known)
        return {};
    QStringList labels;
    if (part == Buttons) {
        const QStringList buttons = domain::textOf(*m_known).buttons;
        for (const int position : m_known->buttonPositions)
            labels << tr("End of the link behind “%1”").arg(buttons.value(position));
        return labels;
    }
    for (const QString &name : part == Header ? m_known->headerParameters : m_known->bodyParameters)
        labels << (part == Header ? tr("Head, {{%1}}").arg(name) : tr("Text, {{%1}}").arg(name));
    return labels;
}

QStringList WindowPart::valuesOf(Part part) const
{
    QStringList values;
    qsizetype taken = 0;
    for (const Row &row : m_rows[part]) {
        values << row.edit->toPlainText();
        taken += row.isTaken ? 1 : 0;
    }
    return withoutEmptyEnd(values, taken);
}

domain::ProviderContent WindowPart::content() const
{
    if (m_content.name.isEmpty())
        return {};
    return {m_content.name, m_content.language, valuesOf(Header), valuesOf(Body), valuesOf(Buttons)};
}

// A field for each value the template takes, and for those it was given beyond that. Fields that fit stay as they are.
void WindowPart::rebuildRows()
{
    const QStringList *given[]{&m_content.header, &m_content.body, &m_content.buttons};
    for (const Part part : {Header, Body, Buttons}) {
        QStringList labels = labelsOf(part);
        const qsizetype taken = labels.size();
        while (labels.size() < given[part]->size())
            labels << (part == Header ? tr("Head, value %1").arg(labels.size() + 1)
                       : part == Body ? tr("Value %1").arg(labels.size() + 1)
                                      : tr("Button, value %1").arg(labels.size() + 1));
        const bool fits = m_rows[part].size() == labels.size() &&
                          std::equal(labels.cbegin(), labels.cend(), m_rows[part].cbegin(),
                                     [](const QString &label, const Row &row) { return label == row.label; });
        if (fits) {
            for (qsizetype i = 0; i < labels.size(); ++i)
                m_rows[part][i].isTaken = i < taken;
            continue;
        }
        for (const Row &row : std::as_const(m_rows[part])) {
            if (m_last == row.edit)
                m_last = nullptr;
            delete row.field;
        }
        m_rows[part].clear();
        for (qsizetype i = 0; i < labels.size(); ++i)
            addRow(part, labels.at(i), given[part]->value(i), i < taken);
    }
}

void WindowPart::addRow(Part part, const QString &label, const QString &text, bool isTaken)
{
    auto *edit = new BodyEdit;
    edit->setOneLine();
    edit->setObjectName(u"value%1_%2"_s.arg(int(part)).arg(m_rows[part].size()));
    edit->setAccessibleName(label);
    edit->setNotation(m_notation);
    edit->setPlaceholders(m_placeholders);
    edit->setPlainText(text);
    auto *field = new Field(label, edit);
    qsizetype at = m_rows[part].size();
    for (int before = 0; before < int(part); ++before)
        at += m_rows[before].size();
    m_fields->insertWidget(int(at), field);
    m_rows[part].append({label, field, edit, isTaken});
    edit->installEventFilter(this);
    connect(edit, &QPlainTextEdit::textChanged, this, &WindowPart::edited);
}

bool WindowPart::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        m_last = qobject_cast<BodyEdit *>(watched);
    return QWidget::eventFilter(watched, event);
}

BodyEdit *WindowPart::edit() const
{
    if (m_last)
        return m_last;
    for (const QList<Row> &rows : m_rows)
        if (!rows.isEmpty())
            return rows.first().edit;
    return nullptr;
}

void WindowPart::setNotation(domain::TemplateNotation notation)
{
    m_notation = notation;
    for (const QList<Row> &rows : m_rows)
        for (const Row &row : rows)
            row.edit->setNotation(notation);
}

void WindowPart::setPlaceholders(const QList<QPair<QString, QString>> &placeholders)
{
    m_placeholders = placeholders;
    for (const QList<Row> &rows : m_rows)
        for (const Row &row : rows)
            row.edit->setPlaceholders(placeholders);
}

QStringList WindowPart::fillRow(Row &row, const domain::TemplateRecord &record, const QString &language,
                                const domain::Contact &contact, const domain::WorkspaceFacts &workspace,
                                const QStringList &known, const QDateTime &now)
{
    const QString source = row.edit->toPlainText();
    const PreviewText one = previewOf(record, source, language, contact, workspace, known, now,
                                      domain::textTargetOf(domain::Channel::WhatsApp));
    QList<domain::TemplateProblem> problems = one.unknown;
    if (one.problem)
        problems.prepend(*one.problem);
    row.edit->setProblems(problems);
    const bool isExtra = !row.isTaken && m_known;
    if (isExtra && !source.trimmed().isEmpty())
        row.field->setError(tr("The template takes no such value any more. Empty this field."));
    else
        row.field->setError(problems.isEmpty() ? QString() : wordsFor(problems.first()));
    m_isWrong = m_isWrong || one.problem || (isExtra && !source.trimmed().isEmpty());
    if (row.isTaken && source.trimmed().isEmpty())
        ++m_empty;
    m_preview.missing += one.missing;
    return {one.text.simplified()};
}

void WindowPart::updatePreview(const domain::TemplateRecord &record, const QString &language,
                               const domain::Contact &contact, const domain::WorkspaceFacts &workspace,
                               const QStringList &known, const QDateTime &now)
{
    m_message = {};
    m_preview = {};
    m_empty = 0;
    m_isWrong = false;
    domain::ProviderContent filled{m_content.name, m_content.language, {}, {}, {}};
    QStringList *values[]{&filled.header, &filled.body, &filled.buttons};
    for (const Part part : {Header, Body, Buttons})
        for (Row &row : m_rows[part])
            *values[part] += fillRow(row, record, language, contact, workspace, known, now);
    for (const Part part : {Header, Body, Buttons}) // a gap is no value
        if (!m_known)
            m_empty += int(valuesOf(part).count(QString()));
    if (m_known && !m_content.name.isEmpty())
        m_message = domain::filledText(*m_known, filled);
    m_preview.text = m_message.body;
    m_preview.missing.removeDuplicates();
    m_problem->setText(problem());
    m_problem->setVisible(!m_problem->text().isEmpty());
}

QString WindowPart::problem() const
{
    if (m_content.name.isEmpty())
        return {};
    if (m_empty > 0)
        return tr("%Ln values of the template are still empty.", nullptr, m_empty);
    return m_isWrong ? tr("A value of the template cannot be used as it stands.") : QString();
}

} // namespace gui
