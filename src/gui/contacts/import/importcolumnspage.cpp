#include "gui/contacts/import/importcolumnspage.h"

#include "gui/contacts/import/importwords.h"
#include "gui/kit/formats.h"
#include "gui/theme/theme.h"

#include <QComboBox>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

namespace {
constexpr int sampleCount = 3;
constexpr qsizetype sampleLength = 32;
} // namespace

ImportColumnsPage::ImportColumnsPage(ImportState &state, QWidget *parent)
    : WizardPage(tr("Columns"), parent), m_state(state), m_remembered(makeLabel({}, TextRole::Secondary)),
      m_problem(new QFrame), m_problemText(makeLabel({}, TextRole::Body)), m_rows(new QWidget), m_grid(nullptr)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    m_remembered->setWordWrap(true);
    column->addWidget(m_remembered);
    m_problem->setProperty("kind", u"problem"_s);
    auto *words = new QVBoxLayout(m_problem);
    words->setContentsMargins(space::m, space::s, space::m, space::s);
    m_problemText->setWordWrap(true);
    m_problemText->setObjectName(u"mappingProblem"_s);
    words->addWidget(m_problemText);
    column->addWidget(m_problem);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rows->setObjectName(u"scrolled"_s);
    scroll->setWidget(m_rows);
    column->addWidget(scroll, 1);
}

bool ImportColumnsPage::isValid() const { return m_state.hasFile() && mappingProblem(m_state.plan.fields).isEmpty(); }

void ImportColumnsPage::entered()
{
    m_remembered->setText(m_state.preview.remembered
                              ? tr("As you chose it for the last file with these columns. Change what does not fit.")
                              : tr("Guessed from the names of the columns. Change what does not fit."));
    if (!m_state.preview.format.hasHeader)
        m_remembered->setText(tr("Say what each column means; the values beneath are from the file."));
    const QStringList shows = QStringList(m_state.plan.path) + m_state.preview.columns;
    if (m_shown != shows) {
        m_shown = shows;
        m_boxes.clear();
        delete m_grid;
        qDeleteAll(m_rows->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
        m_grid = new QGridLayout(m_rows);
        m_grid->setContentsMargins(0, 0, space::m, 0);
        m_grid->setHorizontalSpacing(space::l);
        m_grid->setVerticalSpacing(space::m);
        m_grid->setColumnStretch(0, 3);
        m_grid->setColumnStretch(1, 2);
        const int columns = static_cast<int>(m_state.preview.columns.size());
        for (int i = 0; i < columns; ++i)
            addRow(i);
        m_grid->setRowStretch(columns, 1);
    }
    showProblem();
    if (!m_boxes.isEmpty())
        setFocusProxy(m_boxes.first());
}

void ImportColumnsPage::addRow(int column)
{
    const QString name = m_state.preview.columns.at(column);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    QLabel *head = makeLabel(name, TextRole::Body, m_rows);
    QFont medium = fontFor(TextRole::Body);
    medium.setWeight(QFont::Medium);
    head->setFont(medium);
    words->addWidget(head);
    const QString values = samples(column);
    QLabel *below = makeLabel(values.isEmpty() ? tr("empty in the first rows") : values, TextRole::Caption, m_rows);
    below->setWordWrap(true);
    words->addWidget(below);
    m_grid->addLayout(words, column, 0);

    auto *box = new QComboBox(m_rows);
    box->setObjectName(u"field-%1"_s.arg(column));
    box->setAccessibleName(tr("What the column “%1” is").arg(name));
    box->setAccessibleDescription(values);
    box->setMaxVisibleItems(16);
    box->addItem(tr("Not imported"), QString());
    for (const QString &field : importFieldChoices())
        box->addItem(importFieldName(field), field);
    const QString own = u"attribute:"_s + name.simplified();
    box->addItem(tr("Own attribute “%1”").arg(name), own);
    const QString chosen = m_state.plan.fields.value(column);
    if (box->findData(chosen) < 0)
        box->addItem(tr("Own attribute “%1”").arg(importFieldName(chosen)), chosen);
    box->setCurrentIndex(box->findData(chosen));
    m_grid->addWidget(box, column, 1, Qt::AlignTop);
    m_boxes.append(box);
    connect(box, &QComboBox::currentIndexChanged, this, [this, box, column] {
        m_state.plan.fields.resize(m_state.preview.columns.size());
        m_state.plan.fields[column] = box->currentData().toString();
        showProblem();
        Q_EMIT edited();
    });
}

QString ImportColumnsPage::samples(int column) const
{
    QStringList values;
    for (const QStringList &row : m_state.preview.rows) {
        const QString value = row.value(column).simplified();
        if (value.isEmpty() || values.contains(value))
            continue;
        values.append(value.size() > sampleLength ? value.left(sampleLength) + u'…' : value);
        if (values.size() == sampleCount)
            break;
    }
    return values.join(u" · "_s);
}

void ImportColumnsPage::showProblem()
{
    const QString problem = mappingProblem(m_state.plan.fields);
    m_problemText->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

QList<QPair<QString, QString>> ImportColumnsPage::summary() const
{
    if (!m_state.hasFile())
        return {};
    QStringList names;
    for (const QString &field : m_state.plan.fields)
        if (!field.isEmpty())
            names.append(importFieldName(field));
    return {{tr("Imported"), names.join(u", "_s)}};
}

} // namespace gui
