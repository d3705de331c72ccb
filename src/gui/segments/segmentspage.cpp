#include "gui/segments/segmentspage.h"

#include "domain/condition/contactfields.h"
#include "engine/client/client.h"
#include "gui/kit/confirmdialog.h"
#include "gui/kit/datatable.h"
#include "gui/kit/emptystate.h"
#include "gui/kit/filterbar.h"
#include "gui/kit/formats.h"
#include "gui/kit/pageheader.h"
#include "gui/segments/conditionsource.h"
#include "gui/segments/segmenteditor.h"

#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using engine::SegmentRow;

namespace gui {

SegmentsPage::SegmentsPage(const PageContext &context, QWidget *parent)
    : Page(context, parent), m_stack(new QStackedWidget(this)), m_header(new PageHeader(tr("Segments"))),
      m_filters(new FilterBar), m_content(new QStackedWidget), m_table(new DataTable(u"segments"_s)),
      m_empty(new EmptyState(u"view-filter"_s, tr("A segment is a group of contacts that finds itself."),
                             tr("Say what they have in common, such as a territory or a last purchase; whoever fits is "
                                "in it, today and later."))),
      m_noneFound(new EmptyState(u"search"_s, tr("No segment has such a name."), tr("Search anew."))),
      m_editor(new SegmentEditor(context))
{
    const auto text = [](const QString &words, bool quiet) {
        Cell cell;
        cell.text = words;
        cell.quiet = quiet;
        return cell;
    };
    QList<Column<SegmentRow>> columns;
    columns.append({u"name"_s, tr("Name"), 220,
                    [](const SegmentRow &row) {
                        Cell cell;
                        cell.text = row.name;
                        cell.strong = true;
                        return cell;
                    },
                    false, true, false, false, 3});
    columns.append({u"contacts"_s, tr("Contacts"), 100,
                    [this](const SegmentRow &row) {
                        Cell cell;
                        const auto count = m_counts.constFind(row.id.value);
                        cell.text = count == m_counts.cend() ? u"…"_s : number(*count);
                        cell.sortBy = count == m_counts.cend() ? qint64(-1) : *count;
                        return cell;
                    },
                    true, true, false, false, 3});
    columns.append({u"description"_s, tr("What it is for"), 240,
                    [text](const SegmentRow &row) { return text(row.description, true); }, false, false, false, true,
                    1});
    columns.append({u"used"_s, tr("Campaigns"), 110,
                    [](const SegmentRow &row) {
                        Cell cell;
                        cell.text = row.usedByCampaigns == 0 ? u"–"_s : number(row.usedByCampaigns);
                        cell.sortBy = row.usedByCampaigns;
                        cell.quiet = row.usedByCampaigns == 0;
                        return cell;
                    },
                    true, true, false, false, 2});
    columns.append({u"changed"_s, tr("Changed"), 120,
                    [this](const SegmentRow &row) {
                        Cell cell;
                        cell.text = relativeTime(row.updatedAt, now());
                        cell.tip = exactTime(row.updatedAt);
                        cell.sortBy = domain::toMillis(row.updatedAt);
                        cell.quiet = true;
                        return cell;
                    },
                    false, true, false, false, 0});
    m_model = new RowsModel<SegmentRow>(
        columns, [](const SegmentRow &row) { return row.id.value; }, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    buildList();
    m_stack->addWidget(m_editor);
    connect(m_editor, &SegmentEditor::backWanted, this, &SegmentsPage::back);
    connect(m_editor, &SegmentEditor::saveWanted, this, &SegmentsPage::save);
    connect(m_editor, &SegmentEditor::listWanted, this, &SegmentsPage::showContacts);
    m_editor->showCatalogue(domain::contactFields());
    if (client())
        connect(client(), &engine::EngineClient::changed, this, [this](engine::Topics topics) {
            const engine::Topics mine =
                engine::Topics(engine::Topic::Segments) | engine::Topic::Contacts | engine::Topic::Campaigns;
            if ((topics & mine) && isVisible() && !isEditing())
                fetch();
        });
}

void SegmentsPage::buildList()
{
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_filters);
    column->addWidget(m_content, 1);
    m_content->addWidget(m_table);
    m_content->addWidget(m_empty);
    m_content->addWidget(m_noneFound);
    m_stack->addWidget(list);
    connect(m_header->setPrimary(tr("New segment")), &QPushButton::clicked, this, &SegmentsPage::newHere);
    connect(m_empty->setButton(tr("New segment")), &QPushButton::clicked, this, &SegmentsPage::newHere);
    m_filters->setSearchHint(tr("Search name or purpose"));
    connect(m_filters, &FilterBar::searchChanged, this, &SegmentsPage::applyFilter);
    const auto clear = [this] {
        m_filters->setSearchText({});
        applyFilter();
    };
    connect(m_filters, &FilterBar::cleared, this, clear);
    connect(m_noneFound->setButton(tr("Clear the search")), &QPushButton::clicked, this, clear);
    m_table->setAccessibleName(tr("Segments"));
    m_table->setTableModel(m_model);
    if (context().settings)
        m_table->rememberIn(*context().settings);
    m_table->setMenu([this](QMenu &menu, const QModelIndexList &rows) { fillMenu(menu, rows); });
    connect(m_table, &DataTable::opened, this, [this](const QModelIndex &index) { edit(m_model->rowAt(index.row())); });
    connect(m_table, &DataTable::removeWanted, this, [this] {
        for (const qint64 id : m_table->selectedIds())
            if (const int row = m_model->rowOf(id); row >= 0)
                remove(m_model->rowAt(row));
    });
    applyFilter();
}

void SegmentsPage::showRows(const QList<SegmentRow> &rows)
{
    m_rows = rows;
    applyFilter();
}

void SegmentsPage::showCount(domain::SegmentId segment, qint64 contacts)
{
    m_counts.insert(segment.value, contacts);
    m_table->viewport()->update();
}

void SegmentsPage::applyFilter()
{
    const QString words = m_filters->searchText();
    QList<SegmentRow> shown;
    for (const SegmentRow &row : std::as_const(m_rows))
        if ((row.name + u'\n' + row.description).contains(words, Qt::CaseInsensitive))
            shown.append(row);
    m_model->setRows(shown);
    m_content->setCurrentIndex(m_rows.isEmpty() ? 1 : shown.isEmpty() ? 2 : 0);
    m_filters->setVisible(!m_rows.isEmpty());
    m_header->setCount(m_rows.isEmpty() ? QString() : number(shown.size()));
}

void SegmentsPage::fetch()
{
    if (!client())
        return;
    client()->ask([](engine::Queries &queries) { return queries.segments(); }, this,
                  [this](const domain::Result<QList<SegmentRow>> &rows) {
                      if (rows) {
                          showRows(*rows);
                          fetchCounts();
                      } else if (context().shell) {
                          context().shell->showError(rows.error());
                      }
                  });
}

// One after the other, so that a long list leaves the readers room for what a person asks meanwhile.
void SegmentsPage::fetchCounts()
{
    const quint64 round = ++m_counting;
    const auto next = std::make_shared<std::function<void(qsizetype)>>();
    *next = [this, round, weak = std::weak_ptr(next)](qsizetype i) {
        const auto self = weak.lock();
        if (!self || round != m_counting || i >= m_rows.size() || !client())
            return;
        engine::ContactQuery query;
        query.condition = m_rows.at(i).condition;
        client()->ask([query](engine::Queries &queries) { return queries.contactCount(query); }, this,
                      [this, self, round, i, id = m_rows.at(i).id](const domain::Result<qint64> &count) {
                          if (round != m_counting)
                              return;
                          if (count)
                              showCount(id, *count);
                          (*self)(i + 1);
                      });
    };
    (*next)(0);
}

void SegmentsPage::fetchCatalogue()
{
    askConditionFields(client(), this,
                       [this](const domain::FieldCatalogue &fields) { m_editor->showCatalogue(fields); });
}

void SegmentsPage::activated()
{
    fetchCatalogue();
    if (isEditing())
        return;
    fetch();
    m_table->setFocus(Qt::OtherFocusReason);
}

void SegmentsPage::newHere()
{
    if (mayLeave([this] { edit({}); }))
        edit({});
}

void SegmentsPage::filter()
{
    if (!isEditing())
        m_filters->focusSearch();
}

void SegmentsPage::open(const QVariant &what)
{
    if (what.typeId() == QMetaType::QByteArray) {
        SegmentRow begun;
        begun.condition = QString::fromUtf8(what.toByteArray());
        if (mayLeave([this, begun] { edit(begun); }))
            edit(begun);
    } else if (what.typeId() == QMetaType::QString && what.toString() == "new"_L1) {
        newHere();
    } else if (what.canConvert<qlonglong>() && client()) {
        const domain::SegmentId id{what.toLongLong()};
        client()->ask([id](engine::Queries &queries) { return queries.segment(id); }, this,
                      [this](const domain::Result<SegmentRow> &found) {
                          if (!found && context().shell)
                              context().shell->showError(found.error());
                          else if (found && mayLeave([this, row = *found] { edit(row); }))
                              edit(*found);
                      });
    }
}

void SegmentsPage::edit(const SegmentRow &segment)
{
    m_stack->setCurrentWidget(m_editor);
    m_editor->showSegment(segment);
    fetchCatalogue();
}

bool SegmentsPage::isEditing() const { return m_stack->currentWidget() == m_editor; }

bool SegmentsPage::mayLeave(std::function<void()> go)
{
    if (!isEditing() || !m_editor->isChanged())
        return true;
    auto *question = new ConfirmDialog(tr("Leave without saving?"), tr("What you changed in this segment is lost."),
                                       tr("Discard the changes"), ConfirmDialog::Kind::Dangerous, this);
    connect(question, &QDialog::accepted, this, [this, go = std::move(go)] {
        showList();
        go();
    });
    question->open();
    return false;
}

void SegmentsPage::back()
{
    if (mayLeave([] {}))
        showList();
}

void SegmentsPage::showList()
{
    m_stack->setCurrentIndex(0);
    fetch();
    m_table->setFocus(Qt::OtherFocusReason);
}

void SegmentsPage::fillMenu(QMenu &menu, const QModelIndexList &rows)
{
    if (rows.size() == 1) {
        const SegmentRow row = m_model->rowAt(rows.first().row());
        menu.addAction(tr("Edit"), this, [this, row] { edit(row); });
        menu.addAction(tr("Duplicate"), this, [this, row] { duplicate(row); });
        menu.addAction(tr("Show in Contacts"), this, [this, row] { showContacts(row.condition); });
        menu.addSeparator();
    }
    QList<SegmentRow> chosen;
    for (const QModelIndex &index : rows)
        chosen.append(m_model->rowAt(index.row()));
    menu.addAction(tr("Delete"), this, [this, chosen] {
        for (const SegmentRow &row : chosen)
            remove(row);
    });
}

void SegmentsPage::duplicate(SegmentRow segment)
{
    segment.id = {};
    segment.usedByCampaigns = 0;
    segment.name = tr("Copy of %1").arg(segment.name);
    edit(segment);
}

void SegmentsPage::showContacts(const QString &condition)
{
    if (!context().shell)
        return;
    engine::ContactQuery query;
    query.condition = condition;
    context().shell->openPage(u"contacts"_s, QVariant::fromValue(query));
}

void SegmentsPage::remove(const SegmentRow &segment)
{
    if (!client())
        return;
    client()->command([id = segment.id](engine::Commands &commands) { return commands.deleteSegment(id); }, this,
                      [this, segment](const domain::Result<void> &done) {
                          if (!context().shell)
                              return;
                          if (!done) {
                              if (done.error().code == domain::ErrorCode::Conflict)
                                  context().shell->toast(
                                      segment.usedByCampaigns > 0
                                          ? tr("“%1” was kept: %Ln campaigns use it.", nullptr, segment.usedByCampaigns)
                                                .arg(segment.name)
                                          : tr("“%1” is in use, so it was kept.").arg(segment.name));
                              else
                                  context().shell->showError(done.error());
                              return;
                          }
                          fetch();
                          context().shell->toast(tr("“%1” deleted.").arg(segment.name), [this, segment] {
                              client()->command(
                                  [segment](engine::Commands &commands) {
                                      return commands.saveSegment({}, segment.name, segment.condition,
                                                                  segment.description);
                                  },
                                  this,
                                  [this](const domain::Result<domain::SegmentId> &back) {
                                      if (!back && context().shell)
                                          context().shell->showError(back.error());
                                      fetch();
                                  });
                          });
                      });
}

void SegmentsPage::save()
{
    if (!client() || !m_editor->isValid())
        return;
    client()->command(
        [row = m_editor->segment()](engine::Commands &commands) {
            return commands.saveSegment(row.id, row.name, row.condition, row.description);
        },
        this,
        [this](const domain::Result<domain::SegmentId> &id) {
            if (!id) {
                m_editor->showError(id.error());
                return;
            }
            m_editor->showSaved(*id);
            if (context().shell)
                context().shell->toast(tr("Segment saved."));
        });
}

void addSegmentsPage(PageRegistry &pages)
{
    pages.add({u"segments"_s, SegmentsPage::tr("Segments"), u"view-filter"_s, PageGroup::Audience, 20,
               SegmentsPage::tr("New segment"), [](const PageContext &context, QWidget *parent) -> Page * {
                   return new SegmentsPage(context, parent);
               }});
}

} // namespace gui
