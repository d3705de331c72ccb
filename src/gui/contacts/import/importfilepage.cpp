#include "gui/contacts/import/importfilepage.h"

#include "gui/contacts/import/importwords.h"
#include "gui/kit/errortext.h"
#include "gui/kit/files.h"
#include "gui/kit/form.h"
#include "gui/kit/formats.h"
#include "gui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QMimeData>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

constexpr int shownRows = 12;

QString fileOf(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

/// The words of a column begin under its title.
class PreviewDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(2 * space::m, 0);
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int own = option.widget ? option.widget->style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1 : 0;
        QStyleOptionViewItem inner = option;
        inner.rect.adjust(space::m - own, 0, own - space::m, 0);
        QStyledItemDelegate::paint(painter, inner, index);
    }
};

} // namespace

ImportFilePage::ImportFilePage(ImportState &state, QWidget *parent)
    : WizardPage(tr("File"), parent), m_state(state), m_choose(new QPushButton(tr("Choose a file…"))),
      m_file(makeLabel(tr("Or drop it here. CSV or TSV, as any program exports its list of customers."),
                       TextRole::Secondary)),
      m_problem(makeLabel({}, TextRole::Error)), m_reading(new QWidget), m_encoding(new QComboBox),
      m_delimiter(new QComboBox), m_header(new QCheckBox(tr("The first row names the columns"))),
      m_preview(new QTableWidget)
{
    setAcceptDrops(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    auto *drop = new QFrame(this);
    drop->setProperty("kind", u"hint"_s);
    auto *row = new QHBoxLayout(drop);
    row->setContentsMargins(space::l, space::l, space::l, space::l);
    row->setSpacing(space::m);
    row->addWidget(m_choose);
    row->addWidget(m_file, 1);
    m_file->setWordWrap(true);
    m_choose->setObjectName(u"chooseFile"_s);
    m_choose->setAutoDefault(false);
    column->addWidget(drop);
    column->addWidget(m_problem);
    m_problem->setWordWrap(true);
    m_problem->hide();

    auto *reading = new QVBoxLayout(m_reading);
    reading->setContentsMargins(0, 0, 0, 0);
    reading->setSpacing(space::m);
    auto *choices = new QHBoxLayout;
    choices->setSpacing(space::l);
    for (const auto *name : {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
        m_encoding->addItem(encodingName(QString::fromLatin1(name)), QString::fromLatin1(name));
    for (const QChar delimiter : {u',', u';', u'\t', u'|'})
        m_delimiter->addItem(delimiterName(delimiter), delimiter);
    m_encoding->setObjectName(u"encoding"_s);
    m_delimiter->setObjectName(u"delimiter"_s);
    m_header->setObjectName(u"hasHeader"_s);
    choices->addWidget(new Field(tr("Letters are written in"), m_encoding), 1);
    choices->addWidget(new Field(tr("Columns are parted by"), m_delimiter), 1);
    reading->addLayout(choices);
    reading->addWidget(m_header);
    reading->addWidget(makeLabel(tr("Look whether names and accents read rightly:"), TextRole::Secondary));
    m_preview->setAccessibleName(tr("First rows of the file"));
    m_preview->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_preview->setSelectionMode(QAbstractItemView::NoSelection);
    m_preview->setTabKeyNavigation(false);
    m_preview->setShowGrid(false);
    m_preview->setItemDelegate(new PreviewDelegate(m_preview));
    m_preview->verticalHeader()->hide();
    m_preview->verticalHeader()->setDefaultSectionSize(28);
    m_preview->horizontalHeader()->setHighlightSections(false);
    reading->addWidget(m_preview, 1);
    column->addWidget(m_reading, 1);
    column->addStretch(0);
    m_reading->hide();
    setFocusProxy(m_choose);

    connect(m_choose, &QPushButton::clicked, this, &ImportFilePage::chooseFile);
    connect(m_encoding, &QComboBox::activated, this, &ImportFilePage::readAgain);
    connect(m_delimiter, &QComboBox::activated, this, &ImportFilePage::readAgain);
    connect(m_header, &QCheckBox::clicked, this, &ImportFilePage::readAgain);
}

void ImportFilePage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose a file of contacts"),
                                   m_path.isEmpty() ? filesFolder() : QFileInfo(m_path).absolutePath(),
                                   tr("Tables (*.csv *.tsv *.txt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportFilePage::setFile);
    dialog->open();
}

void ImportFilePage::setFile(const QString &path)
{
    m_path = path;
    ask(std::nullopt);
}

void ImportFilePage::readAgain()
{
    ask(engine::FileFormat{m_encoding->currentData().toString(), m_delimiter->currentData().toChar(),
                           m_header->isChecked()});
}

void ImportFilePage::ask(const std::optional<engine::FileFormat> &wanted)
{
    if (!m_state.importer)
        return;
    m_state.importer->preview(m_path, wanted, this,
                              [this, question = ++m_question](const domain::Result<engine::ImportPreview> &preview) {
                                  if (question != m_question)
                                      return; // the file or its format was changed meanwhile
                                  if (preview)
                                      showPreview(*preview);
                                  else
                                      showProblem(preview.error());
                              });
}

void ImportFilePage::showProblem(const domain::Error &error)
{
    m_state.preview = {};
    m_state.plan.path.clear();
    m_problem->setText(error.code == domain::ErrorCode::InvalidInput ? tr("There is nothing in this file.")
                                                                     : sentenceFor(error));
    m_problem->show();
    m_reading->hide();
    Q_EMIT edited();
}

void ImportFilePage::showPreview(const engine::ImportPreview &preview)
{
    const bool sameColumns = m_state.plan.path == m_path && m_state.preview.columns == preview.columns;
    m_state.preview = preview;
    m_state.plan.path = m_path;
    m_state.plan.format = preview.format;
    if (!sameColumns) // what was chosen for them stays when only the reading changes
        m_state.plan.fields = preview.guessedFields;
    m_problem->hide();
    m_reading->show();
    m_file->setText(u"%1 · %2"_s.arg(QFileInfo(m_path).fileName(), bytes(preview.fileBytes)));
    m_encoding->setCurrentIndex(m_encoding->findData(preview.format.encoding, Qt::UserRole, Qt::MatchFixedString));
    if (m_delimiter->findData(preview.format.delimiter) < 0)
        m_delimiter->addItem(delimiterName(preview.format.delimiter), preview.format.delimiter);
    m_delimiter->setCurrentIndex(m_delimiter->findData(preview.format.delimiter));
    m_header->setChecked(preview.format.hasHeader);

    const int columns = static_cast<int>(preview.columns.size());
    const int rows = static_cast<int>(std::min<qsizetype>(shownRows, preview.rows.size()));
    m_preview->clear();
    m_preview->setRowCount(rows);
    m_preview->setColumnCount(columns);
    m_preview->setHorizontalHeaderLabels(preview.columns);
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < columns; ++c)
            m_preview->setItem(r, c, new QTableWidgetItem(preview.rows.at(r).value(c).simplified()));
    for (int c = 0; c < columns; ++c)
        m_preview->horizontalHeaderItem(c)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_preview->horizontalHeader()->setMaximumSectionSize(240);
    m_preview->resizeColumnsToContents();
    Q_EMIT edited();
}

void ImportFilePage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!fileOf(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ImportFilePage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    setFile(fileOf(*event->mimeData()));
}

QList<QPair<QString, QString>> ImportFilePage::summary() const
{
    if (!isValid())
        return {};
    return {{tr("File"), QFileInfo(m_state.plan.path).fileName()},
            {tr("Columns"), number(m_state.preview.columns.size())}};
}

} // namespace gui
