#include "gui/contacts/contactspage.h"

#include "engine/client/client.h"
#include "gui/contacts/contactactions.h"
#include "gui/contacts/contactcolumns.h"
#include "gui/contacts/contactdetail.h"
#include "gui/contacts/contactfilter.h"
#include "gui/contacts/import/importwizard.h"
#include "gui/kit/datatable.h"
#include "gui/kit/emptystate.h"
#include "gui/kit/formats.h"
#include "gui/kit/pageheader.h"
#include "gui/segments/conditiondialog.h"
#include "gui/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

namespace {
constexpr int refreshMs = 500; // while an import or a campaign changes contacts all the time
constexpr qsizetype menuTags = 20;
} // namespace

ContactsPage::ContactsPage(const PageContext &context, QWidget *parent)
    : Page(context, parent), m_header(new PageHeader(tr("Contacts"), this)), m_filter(new ContactFilter(this)),
      m_stack(new QStackedWidget), m_table(new DataTable(u"contacts"_s)), m_selectionBar(new QFrame),
      m_selectionText(makeLabel({}, TextRole::Body)),
      m_empty(new EmptyState(u"user-identity"_s, tr("No contacts yet."),
                             tr("The people you send messages to stand here. Bring them from a file (CSV or TSV, as "
                                "every program exports it), or enter the first one by hand."))),
      m_noneFound(new EmptyState(u"search"_s, tr("No contact fits these filters."),
                                 tr("Remove a filter, or search for less."))),
      m_detail(new ContactDetail), m_split(nullptr),
      m_model(new PagedModel<engine::ContactRow>(
          contactColumns([this] { return now(); }), [](const engine::ContactRow &row) { return row.id.value; },
          context.client ? PagedModel<engine::ContactRow>::Fetch(
                               [this](const QString &cursor, int limit, auto then) { fetch(cursor, limit, then); })
                         : nullptr,
          this)),
      m_actions(new ContactActions(context, this)), m_refresh(new QTimer(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *content = new QWidget;
    auto *stacked = new QVBoxLayout(content);
    stacked->setContentsMargins(0, 0, 0, 0);
    stacked->setSpacing(0);
    stacked->addWidget(m_stack, 1);
    stacked->addWidget(m_selectionBar);
    content->setFocusProxy(m_table);
    m_split = new DetailSplit(content, m_detail, this);
    column->addWidget(m_header);
    column->addWidget(m_filter);
    column->addWidget(m_split, 1);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_noneFound);

    connect(m_header->setPrimary(tr("New contact")), &QPushButton::clicked, this, &ContactsPage::newHere);
    QPushButton *import = m_header->addButton(tr("Import…"));
    import->setObjectName(u"importContacts"_s);
    import->setAccessibleName(tr("Import contacts from a file"));
    connect(import, &QPushButton::clicked, this, &ContactsPage::importContacts);
    connect(m_empty->setButton(tr("Import contacts")), &QPushButton::clicked, this, &ContactsPage::importContacts);
    connect(m_empty->setSample(tr("New contact")), &QPushButton::clicked, this, &ContactsPage::newHere);
    connect(m_noneFound->setButton(tr("Clear all filters")), &QPushButton::clicked, this,
            [this] { Q_EMIT m_filter->cleared(); });
    connect(m_filter, &ContactFilter::queryChanged, this, &ContactsPage::questionChanged);
    connect(m_filter, &ContactFilter::conditionWanted, this, &ContactsPage::chooseCondition);
    buildTable();
    buildSelectionBar();
    buildDetail();
    listen();
}

void ContactsPage::buildTable()
{
    m_table->setAccessibleName(tr("Contacts"));
    m_table->setTableModel(m_model);
    if (context().settings)
        m_table->rememberIn(*context().settings);
    showSort();
    m_table->setMenu([this](QMenu &menu, const QModelIndexList &) { fillMenu(menu); });
    connect(m_table, &DataTable::opened, this, &ContactsPage::openRow);
    connect(m_table, &DataTable::removeWanted, this, [this] { m_actions->remove(selected()); });
    connect(m_table, &DataTable::sortWanted, this, [this](int at, Qt::SortOrder) {
        if (const auto sort = contactSortOf(m_model->look(at).id)) {
            m_filter->setSort(*sort);
            showSort(); // each order has one direction
        }
    });
    connect(m_table, &DataTable::selectionEdited, this, [this] {
        showSelection();
        if (m_split->isOpen() && m_table->selectedIds().size() == 1)
            openRow(m_table->currentIndex());
    });
    connect(m_model, &TableModelBase::loaded, this, &ContactsPage::showEmpty);
    m_model->onFailure([this](const domain::Error &error) {
        if (context().shell)
            context().shell->showError(error);
    });
}

void ContactsPage::buildSelectionBar()
{
    m_selectionBar->setProperty("kind", u"hint"_s);
    auto *row = new QHBoxLayout(m_selectionBar);
    row->setContentsMargins(space::xl, space::s, space::xl, space::s);
    row->setSpacing(space::s);
    row->addWidget(m_selectionText);
    row->addStretch(1);
    const auto withMenu = [&](const QString &text, const QString &name, bool remove) {
        auto *button = new QPushButton(text, m_selectionBar);
        button->setObjectName(name);
        auto *menu = new QMenu(button);
        connect(menu, &QMenu::aboutToShow, this, [this, menu, remove] {
            menu->clear();
            fillTagMenu(*menu, remove);
        });
        button->setMenu(menu);
        row->addWidget(button);
    };
    withMenu(tr("Add tag"), u"bulkTag"_s, false);
    withMenu(tr("Remove tag"), u"bulkUntag"_s, true);
    auto *remove = new QPushButton(tr("Delete"), m_selectionBar);
    remove->setObjectName(u"bulkDelete"_s);
    makeDangerous(remove);
    row->addWidget(remove);
    auto *clear = new QPushButton(tr("Clear selection"), m_selectionBar);
    makeLink(clear);
    row->addWidget(clear);
    connect(remove, &QPushButton::clicked, this, [this] { m_actions->remove(selected()); });
    connect(clear, &QPushButton::clicked, this, [this] {
        m_table->clearSelection();
        m_table->setFocus();
    });
    m_selectionBar->hide();
}

void ContactsPage::buildDetail()
{
    connect(m_split, &DetailSplit::closed, this, [this] { m_open = {}; });
    connect(m_detail, &ContactDetail::editWanted, this, [this] { m_actions->edit(m_detail->contact(), m_hints); });
    connect(m_detail, &ContactDetail::removeWanted, this, [this] { m_actions->remove({m_detail->contact().id}); });
    connect(m_detail, &ContactDetail::messagesWanted, this, [this] {
        engine::MessageQuery query;
        query.contact = m_detail->contact().id;
        if (context().shell)
            context().shell->openPage(u"messages"_s, QVariant::fromValue(query));
    });
    connect(m_detail, &ContactDetail::messageWanted, this, [this](qint64 id) {
        if (context().shell)
            context().shell->openPage(u"messages"_s, QVariant::fromValue(qlonglong(id)));
    });
    connect(m_detail, &ContactDetail::consentChangeWanted, this, [this](domain::Channel channel, bool optOut) {
        m_actions->changeConsent(m_detail->contact(), m_detail->addressText(channel), channel, optOut);
    });
    connect(m_detail, &ContactDetail::moreWanted, this, &ContactsPage::fetchEarlier);
    connect(m_actions, &ContactActions::saved, this, [this](domain::ContactId id) {
        askAgain();
        fetchContact(id);
    });
    connect(m_actions, &ContactActions::removed, this, [this](const QList<domain::ContactId> &ids) {
        if (ids.contains(m_open))
            m_split->close();
        askAgain();
    });
}

void ContactsPage::listen()
{
    m_refresh->setSingleShot(true);
    m_refresh->setInterval(refreshMs);
    connect(m_refresh, &QTimer::timeout, this, [this] {
        if (!isVisible())
            return; // activated() asks
        askAgain();
        if (m_open.isValid())
            fetchContact(m_open);
    });
    if (client())
        connect(client(), &engine::EngineClient::changed, this, [this](engine::Topics topics) {
            const bool ofContact = topics & (engine::Topic::Consent | engine::Topic::Messages | engine::Topic::Inbox);
            if ((topics.testFlag(engine::Topic::Contacts) || (ofContact && m_open.isValid())) && !m_refresh->isActive())
                m_refresh->start();
        });
}

void ContactsPage::activated()
{
    fetchHints();
    askAgain();
    m_table->setFocus(Qt::OtherFocusReason);
}

void ContactsPage::newHere() { m_actions->create(m_hints); }

void ContactsPage::filter() { m_filter->focusSearch(); }

void ContactsPage::chooseCondition(const QString &condition)
{
    auto *dialog = new ConditionDialog(context(), condition, this);
    connect(dialog, &ConditionDialog::chosen, m_filter, &ContactFilter::setCondition);
    connect(dialog, &ConditionDialog::segmentWanted, this, [this](const QString &wanted) {
        if (context().shell)
            context().shell->openPage(u"segments"_s, wanted.toUtf8());
    });
    dialog->open();
}

void ContactsPage::open(const QVariant &what)
{
    if (what.typeId() == qMetaTypeId<engine::ContactQuery>()) {
        showQuery(what.value<engine::ContactQuery>());
    } else if (what.typeId() == QMetaType::QString) {
        if (what.toString() == "new"_L1)
            newHere();
        else if (what.toString() == "import"_L1)
            importContacts();
    } else if (what.canConvert<qlonglong>()) {
        m_table->selectId(what.toLongLong());
        fetchContact({what.toLongLong()});
    }
}

void ContactsPage::showQuery(const engine::ContactQuery &query)
{
    m_filter->setQuery(query);
    m_split->close();
    showSort();
    questionChanged();
}

void ContactsPage::questionChanged()
{
    m_table->clearSelection();
    m_table->scrollToTop();
    if (!client())
        return;
    m_asked = true;
    m_model->restart();
    fetchCount();
}

void ContactsPage::showSort()
{
    const QSignalBlocker quiet(m_table->horizontalHeader());
    const engine::ContactSort sort = m_filter->query().sort;
    for (int i = 0; i < m_model->columnCount(); ++i)
        if (m_model->look(i).id == contactColumnOf(sort))
            m_table->horizontalHeader()->setSortIndicator(i, sort == engine::ContactSort::Name ? Qt::AscendingOrder
                                                                                               : Qt::DescendingOrder);
    m_table->horizontalHeader()->viewport()->update();
}

void ContactsPage::showRows(const QList<engine::ContactRow> &rows) { m_model->showPage({rows, {}}); }

void ContactsPage::showCount(qint64 count) { m_header->setCount(number(count)); }

void ContactsPage::showContact(const Whole &whole)
{
    m_open = whole.contact.id;
    m_earlier = whole.timeline.next;
    m_detail->showContact(whole.contact, m_currency, now());
    m_detail->showOptOuts(whole.optOuts, now());
    m_detail->showTimeline(whole.timeline.rows, !m_earlier.isEmpty(), false, now());
    if (!m_split->isOpen())
        m_split->open();
}

void ContactsPage::showHints(const QList<engine::NamedCount> &tags, const QList<engine::NamedCount> &groups,
                             const QList<engine::NamedCount> &territories)
{
    m_filter->setTags(tags);
    m_filter->setGroups(groups);
    m_filter->setTerritories(territories);
    const auto names = [](const QList<engine::NamedCount> &counts) {
        QStringList result;
        for (const engine::NamedCount &count : counts)
            result.append(count.name);
        return result;
    };
    m_hints.tags = names(tags);
    m_hints.groups = names(groups);
    m_hints.territories = names(territories);
}

void ContactsPage::showEmpty()
{
    const int rows = m_model->rowCount();
    m_stack->setCurrentIndex(rows > 0 ? 0 : m_filter->isFiltering() ? 2 : 1);
    m_filter->setVisible(rows > 0 || m_filter->isFiltering());
    if (rows == 0)
        showCount(0);
    if (rows > 0 && !m_table->currentIndex().isValid()) // the keyboard begins there, nothing is selected by it
        m_table->selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate);
}

void ContactsPage::showSelection()
{
    const int count = static_cast<int>(m_table->selectedIds().size());
    m_selectionBar->setVisible(count > 1);
    m_selectionText->setText(tr("%Ln contacts selected", nullptr, count));
}

QList<domain::ContactId> ContactsPage::selected() const
{
    QList<domain::ContactId> ids;
    for (const qint64 id : m_table->selectedIds())
        ids.append(domain::ContactId{id});
    return ids;
}

void ContactsPage::fillMenu(QMenu &menu)
{
    const QList<domain::ContactId> ids = selected();
    if (ids.size() == 1) {
        QAction *edit = menu.addAction(tr("Edit…"), this, &ContactsPage::editSelected);
        edit->setShortcut(Qt::Key_F2);
    }
    fillTagMenu(*menu.addMenu(tr("Add tag")), false);
    fillTagMenu(*menu.addMenu(tr("Remove tag")), true);
    menu.addSeparator();
    QAction *remove = menu.addAction(tr("Delete"), this, [this, ids] { m_actions->remove(ids); });
    remove->setShortcut(QKeySequence::Delete);
}

void ContactsPage::fillTagMenu(QMenu &menu, bool remove)
{
    const QList<domain::ContactId> ids = selected();
    QStringList tags = m_hints.tags.mid(0, menuTags);
    if (remove) {
        tags.clear();
        for (const domain::ContactId id : ids)
            if (const int row = m_model->rowOf(id.value); row >= 0)
                tags.append(m_model->rowAt(row).tags);
        tags.removeDuplicates();
        tags.sort(Qt::CaseInsensitive);
    }
    for (const QString &tag : std::as_const(tags))
        menu.addAction(QString(tag).replace(u'&', u"&&"_s), this,
                       [this, ids, tag, remove] { remove ? m_actions->untag(ids, tag) : m_actions->tag(ids, tag); });
    if (remove && tags.isEmpty())
        menu.addAction(tr("No tags"))->setEnabled(false);
    if (remove)
        return;
    menu.addSeparator();
    menu.addAction(tr("New tag…"), this, [this, ids] { m_actions->tagNew(ids, m_hints.tags); });
}

void ContactsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F2)
        editSelected();
    else if (event->key() == Qt::Key_Escape && m_split->isOpen())
        m_split->close();
    else
        Page::keyPressEvent(event);
}

// The country decides how numbers are read: it is known before the wizard opens.
void ContactsPage::importContacts()
{
    if (!client())
        return openImport({});
    client()->ask(
        [](engine::Queries &queries) { return queries.workspace(); }, this,
        [this](const domain::Result<engine::WorkspaceInfo> &info) { openImport(info ? info->country : QString()); });
}

void ContactsPage::openImport(const QString &country)
{
    auto *wizard = new ImportWizard(context(), country, this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &ImportWizard::showWanted, this, [this](const QString &tag) {
        engine::ContactQuery query;
        query.tag = tag;
        query.sort = engine::ContactSort::RecentlyChanged;
        showQuery(query);
    });
    wizard->open();
}

void addContactsPage(PageRegistry &pages)
{
    pages.add({u"contacts"_s, ContactsPage::tr("Contacts"), u"user-identity"_s, PageGroup::Audience, 10,
               ContactsPage::tr("New contact"), [](const PageContext &context, QWidget *parent) -> Page * {
                   return new ContactsPage(context, parent);
               }});
}

} // namespace gui
