#include "gui/templates/templatespage.h"

#include "engine/client/attachmentfile.h"
#include "engine/client/client.h"
#include "gui/kit/confirmdialog.h"
#include "gui/kit/datatable.h"
#include "gui/kit/emptystate.h"
#include "gui/kit/errortext.h"
#include "gui/kit/filterbar.h"
#include "gui/kit/formats.h"
#include "gui/kit/pageheader.h"
#include "gui/kit/tones.h"
#include "gui/templates/attachmentbar.h"
#include "gui/templates/templateaccounts.h"
#include "gui/templates/templatecolumns.h"
#include "gui/templates/templateeditor.h"
#include "gui/templates/testdialog.h"
#include "gui/templates/versionsdialog.h"

#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gui {

namespace {
constexpr int contactsOffered = 20;
}

TemplatesPage::TemplatesPage(const PageContext &context, QWidget *parent)
    : Page(context, parent), m_stack(new QStackedWidget(this)), m_header(new PageHeader(tr("Templates"))),
      m_filters(new FilterBar), m_content(new QStackedWidget), m_table(new DataTable(u"templates"_s)),
      m_empty(new EmptyState(u"document-edit"_s, tr("A template is a text you write once and send often."),
                             tr("It may hold placeholders such as a first name; each person gets their own."))),
      m_noneFound(
          new EmptyState(u"search"_s, tr("No template fits these filters."), tr("Remove a filter, or search anew."))),
      m_editor(new TemplateEditor(context)), m_accounts(new TemplateAccounts(this->context(), this)),
      m_model(new RowsModel<engine::TemplateRow>(
          templateColumns([this] { return now(); }), [](const engine::TemplateRow &row) { return row.id.value; }, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    buildList();
    m_stack->addWidget(m_editor);
    connect(m_editor, &TemplateEditor::backWanted, this, &TemplatesPage::back);
    connect(m_editor, &TemplateEditor::saveWanted, this, &TemplatesPage::save);
    connect(m_editor, &TemplateEditor::contactSearched, this, &TemplatesPage::findContacts);
    connect(m_editor, &TemplateEditor::contactChosen, this, &TemplatesPage::chooseContact);
    connect(m_editor, &TemplateEditor::channelChosen, this, &TemplatesPage::findPrice);
    connect(m_editor, &TemplateEditor::testWanted, this, &TemplatesPage::sendTest);
    connect(m_editor, &TemplateEditor::versionsWanted, this, &TemplatesPage::showVersions);
    connectAccounts();
    connect(&m_editor->attachments(), &AttachmentBar::filesWanted, this, &TemplatesPage::readFiles);
    if (client())
        connect(client(), &engine::EngineClient::changed, this, [this](engine::Topics topics) {
            if (!isVisible())
                return;
            if (topics.testFlag(engine::Topic::Templates))
                fetch();
            if (isEditing() && (topics & (engine::Topics(engine::Topic::Providers) | engine::Topic::Templates)))
                m_accounts->fetch();
        });
}

void TemplatesPage::connectAccounts()
{
    connect(m_accounts, &TemplateAccounts::changed, m_editor,
            [this] { m_editor->showAccounts(m_accounts->accounts()); });
    connect(m_accounts, &TemplateAccounts::chosen, m_editor, &TemplateEditor::setProviderContent);
    connect(m_editor, &TemplateEditor::providerTemplateWanted, m_accounts, &TemplateAccounts::choose);
    connect(m_editor, &TemplateEditor::providersWanted, this, [this] {
        if (context().shell)
            context().shell->openPage(u"settings"_s, u"providers"_s);
    });
}

void TemplatesPage::buildList()
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
    connect(m_header->setPrimary(tr("New template")), &QPushButton::clicked, this, &TemplatesPage::newHere);
    connect(m_empty->setButton(tr("New template")), &QPushButton::clicked, this, &TemplatesPage::newHere);
    m_table->setAccessibleName(tr("Templates"));
    m_table->setTableModel(m_model);
    if (context().settings)
        m_table->rememberIn(*context().settings);
    m_table->setMenu([this](QMenu &menu, const QModelIndexList &rows) { fillMenu(menu, rows); });
    connect(m_table, &DataTable::opened, this,
            [this](const QModelIndex &index) { fetchRecord(m_model->rowAt(index.row()).id, false); });
    connect(m_table, &DataTable::removeWanted, this, [this] { remove(m_table->selectedIds()); });
    buildFilters();
    applyFilter();
}

void TemplatesPage::buildFilters()
{
    m_filters->setSearchHint(tr("Search name, purpose or text"));
    connect(m_filters, &FilterBar::searchChanged, this, &TemplatesPage::applyFilter);
    m_filters->addFilter(u"channel"_s, tr("Channel"), [this](QMenu &menu) {
        using enum domain::Channel;
        for (const domain::Channel channel : {Sms, WhatsApp, Email})
            menu.addAction(wordFor(channel), this, [this, channel] {
                m_channel = channel;
                applyFilter();
            });
    });
    m_filters->addFilter(u"category"_s, tr("Category"), [this](QMenu &menu) {
        using enum domain::Category;
        for (const domain::Category category : {Marketing, Transactional, Authentication})
            menu.addAction(wordFor(category), this, [this, category] {
                m_category = category;
                applyFilter();
            });
    });
    m_filters->addFilter(u"state"_s, tr("State"), [this](QMenu &menu) {
        menu.addAction(tr("Inactive"), this, [this] {
            m_onlyInactive = true;
            applyFilter();
        });
    });
    connect(m_filters, &FilterBar::chipRemoved, this, [this](const QString &id) {
        if (id == u"channel")
            m_channel.reset();
        else if (id == u"category")
            m_category.reset();
        else
            m_onlyInactive = false;
        applyFilter();
    });
    const auto clear = [this] {
        m_channel.reset();
        m_category.reset();
        m_onlyInactive = false;
        m_filters->setSearchText({});
        applyFilter();
    };
    connect(m_filters, &FilterBar::cleared, this, clear);
    connect(m_noneFound->setButton(tr("Clear all filters")), &QPushButton::clicked, this, clear);
}

void TemplatesPage::showRows(const QList<engine::TemplateRow> &rows)
{
    m_rows = rows;
    applyFilter();
}

void TemplatesPage::applyFilter()
{
    m_filters->setChip(u"channel"_s, tr("Channel"), m_channel ? wordFor(*m_channel) : QString());
    m_filters->setChip(u"category"_s, tr("Category"), m_category ? wordFor(*m_category) : QString());
    m_filters->setChip(u"state"_s, tr("State"), m_onlyInactive ? tr("Inactive") : QString());
    const QString words = m_filters->searchText();
    QList<engine::TemplateRow> shown;
    for (const engine::TemplateRow &row : std::as_const(m_rows)) {
        const QString all = row.name + u'\n' + row.purpose + u'\n' + row.preview;
        if ((!m_channel || row.channel == *m_channel) && (!m_category || row.category == *m_category) &&
            (!m_onlyInactive || !row.active) && all.contains(words, Qt::CaseInsensitive))
            shown.append(row);
    }
    m_model->setRows(shown);
    m_content->setCurrentIndex(m_rows.isEmpty() ? 1 : shown.isEmpty() ? 2 : 0);
    m_filters->setVisible(!m_rows.isEmpty());
    m_header->setCount(m_rows.isEmpty() ? QString() : number(shown.size()));
}

void TemplatesPage::fillMenu(QMenu &menu, const QModelIndexList &rows)
{
    QList<qint64> ids;
    for (const QModelIndex &index : rows)
        ids.append(m_model->rowAt(index.row()).id.value);
    if (ids.size() == 1) {
        menu.addAction(tr("Edit"), this, [this, id = ids.first()] { fetchRecord({id}, false); });
        menu.addAction(tr("Duplicate"), this, [this, id = ids.first()] { duplicate({id}); });
        menu.addSeparator();
    }
    menu.addAction(tr("Delete"), this, [this, ids] { remove(ids); });
}

void TemplatesPage::activated()
{
    fetch();
    if (!isEditing())
        m_table->setFocus(Qt::OtherFocusReason);
}

void TemplatesPage::newHere()
{
    if (!mayLeave([this] { edit({}); }))
        return;
    edit({});
}

void TemplatesPage::filter()
{
    if (!isEditing())
        m_filters->focusSearch();
}

void TemplatesPage::open(const QVariant &what)
{
    if (what.typeId() == QMetaType::QString && what.toString() == "new"_L1)
        newHere();
    else if (what.canConvert<qlonglong>())
        fetchRecord({what.toLongLong()}, false);
}

bool TemplatesPage::isEditing() const { return m_stack->currentWidget() == m_editor; }

bool TemplatesPage::mayLeave(std::function<void()> go)
{
    if (!isEditing() || !m_editor->isChanged())
        return true;
    auto *question = new ConfirmDialog(tr("Leave without saving?"), tr("What you changed in this template is lost."),
                                       tr("Discard the changes"), ConfirmDialog::Kind::Dangerous, this);
    connect(question, &QDialog::accepted, this, [this, go = std::move(go)] {
        showList();
        go();
    });
    question->open();
    return false;
}

void TemplatesPage::back()
{
    if (mayLeave([] {}))
        showList();
}

void TemplatesPage::showList()
{
    m_stack->setCurrentIndex(0);
    fetch();
    m_table->setFocus(Qt::OtherFocusReason);
}

void TemplatesPage::edit(const domain::TemplateRecord &record)
{
    m_stack->setCurrentWidget(m_editor);
    m_editor->showRecord(record);
    findContacts({});
    findPrice(record.channel);
    m_accounts->fetch();
    if (client())
        client()->ask([](engine::Queries &queries) { return queries.limits(); }, this,
                      [this](const domain::Result<engine::SendingLimits> &limits) {
                          if (limits)
                              m_editor->attachments().setMost(limits->attachedBytes());
                      });
    if (client())
        client()->ask([](engine::Queries &queries) { return queries.workspace(); }, this,
                      [this](const domain::Result<engine::WorkspaceInfo> &info) {
                          if (info)
                              m_editor->showWorkspace({info->name, info->country, info->currency, info->timeZone});
                      });
}

void TemplatesPage::findPrice(domain::Channel channel)
{
    if (client())
        client()->ask([channel](engine::Queries &queries) { return queries.pricePerSegment(channel); }, this,
                      [this](const domain::Result<domain::Money> &price) {
                          if (price)
                              m_editor->showPrice(*price);
                      });
}

void TemplatesPage::fetch()
{
    if (!client())
        return;
    client()->ask([](engine::Queries &queries) { return queries.templates(); }, this,
                  [this](const domain::Result<QList<engine::TemplateRow>> &rows) {
                      if (rows)
                          showRows(*rows);
                      else if (context().shell)
                          context().shell->showError(rows.error());
                  });
}

void TemplatesPage::fetchRecord(domain::TemplateId id, bool asCopy)
{
    if (!client())
        return;
    client()->ask([id](engine::Queries &queries) { return queries.templateRecord(id); }, this,
                  [this, asCopy](const domain::Result<domain::TemplateRecord> &found) {
                      if (!found) {
                          if (context().shell)
                              context().shell->showError(found.error());
                          return;
                      }
                      domain::TemplateRecord record = *found;
                      if (asCopy) {
                          record.id = {};
                          record.isSystem = false;
                          record.name = tr("Copy of %1").arg(record.name);
                      }
                      edit(record);
                  });
}

void TemplatesPage::duplicate(domain::TemplateId id) { fetchRecord(id, true); }

void TemplatesPage::remove(const QList<qint64> &ids)
{
    for (const qint64 id : ids)
        if (const int row = m_model->rowOf(id); row >= 0)
            removeOne({id}, m_model->rowAt(row).name);
}

void TemplatesPage::removeOne(domain::TemplateId id, const QString &name)
{
    if (!client())
        return;
    client()->command([id](engine::Commands &commands) { return commands.deleteTemplate(id); }, this,
                      [this, id, name](const domain::Result<void> &done) {
                          if (!context().shell)
                              return;
                          if (!done) {
                              if (done.error().code == domain::ErrorCode::Conflict)
                                  context().shell->toast(tr("“%1” is used by a campaign, so it was kept.").arg(name));
                              else
                                  context().shell->showError(done.error());
                              return;
                          }
                          fetch();
                          context().shell->toast(tr("“%1” deleted.").arg(name), [this, id] {
                              client()->command(
                                  [id](engine::Commands &commands) { return commands.undeleteTemplate(id); }, this,
                                  [this](const domain::Result<void> &) { fetch(); });
                          });
                      });
}

void TemplatesPage::save()
{
    if (!client() || !m_editor->isValid())
        return;
    client()->command([record = m_editor->record(), note = m_editor->note()](
                          engine::Commands &commands) { return commands.saveTemplate(record, note); },
                      this,
                      [this](const domain::Result<domain::TemplateId> &id) {
                          if (!id) {
                              m_editor->showError(id.error());
                              return;
                          }
                          if (context().shell)
                              context().shell->toast(tr("Template saved."));
                          client()->ask([id = *id](engine::Queries &queries) { return queries.templateRecord(id); },
                                        this,
                                        [this](const domain::Result<domain::TemplateRecord> &saved) {
                                            if (saved && isEditing())
                                                m_editor->showSaved(*saved);
                                        });
                      });
}

void TemplatesPage::findContacts(const QString &words)
{
    if (!client())
        return;
    engine::ContactQuery query;
    query.text = words;
    client()->ask(
        [query](engine::Queries &queries) { return queries.contacts(query, {}, contactsOffered); }, this,
        [this, first = words.isEmpty()](const domain::Result<engine::Page<engine::ContactRow>> &page) {
            if (!page)
                return;
            QList<QPair<domain::ContactId, QString>> choices;
            for (const engine::ContactRow &row : page->rows)
                choices.append({row.id, row.phoneTail.isEmpty() ? row.name : row.name + u"  "_s + row.phoneTail});
            m_editor->showContactChoices(choices);
            if (first)
                chooseContact(choices.isEmpty() ? domain::ContactId{} : choices.first().first);
        });
}

void TemplatesPage::chooseContact(domain::ContactId id)
{
    if (!client())
        return;
    if (id.isValid())
        client()->ask([id](engine::Queries &queries) { return queries.contact(id); }, this,
                      [this](const domain::Result<domain::Contact> &contact) {
                          if (contact)
                              m_editor->showContact(*contact);
                      });
    client()->ask([id](engine::Queries &queries) { return queries.placeholders(id); }, this,
                  [this](const domain::Result<QList<QPair<QString, QString>>> &names) {
                      if (names)
                          m_editor->showPlaceholders(*names);
                  });
}

void TemplatesPage::readFiles(const QStringList &paths)
{
    if (!client())
        return;
    for (const QString &path : paths) // in a reader: a disk may be slow
        client()->ask([path, most = m_editor->attachments().most()](
                          engine::Queries &) { return engine::readAttachment(path, most); },
                      m_editor,
                      [this, path](const domain::Result<domain::TemplateAttachment> &file) {
                          if (file)
                              m_editor->attachments().add(*file);
                          else
                              m_editor->attachments().refuse(path, file.error());
                      });
}

void TemplatesPage::sendTest()
{
    if (!client())
        return;
    const QString last =
        context().settings ? context().settings->value(u"templates/testNumber"_s).toString() : QString();
    const engine::TestMessage test = m_editor->testMessage();
    auto *dialog = new TestDialog(test.body, {test.channel}, last, this);
    dialog->showBeside(!test.html.isEmpty(), int(test.attachments.size()));
    connect(dialog, &TestDialog::sendWanted, this,
            [this, test, shown = QPointer(dialog)](domain::Channel, const QString &number) {
                engine::TestMessage message = test;
                message.to = number;
                if (context().settings)
                    context().settings->setValue(u"templates/testNumber"_s, number);
                client()->call<domain::MessageId>(
                    [message](engine::Commands &commands, engine::Reply<domain::MessageId> done) {
                        commands.sendTest(message, std::move(done));
                    },
                    this,
                    [this, shown, number](const domain::Result<domain::MessageId> &sent) {
                        if (!sent) {
                            if (shown)
                                shown->showError(sentenceFor(sent.error()));
                            return;
                        }
                        if (shown)
                            shown->accept();
                        if (context().shell)
                            context().shell->toast(tr("Test message to %1 is on its way.").arg(number));
                    });
            });
    dialog->open();
}

void TemplatesPage::showVersions()
{
    const domain::TemplateRecord record = m_editor->record();
    if (!client() || !record.id.isValid())
        return;
    client()->ask(
        [id = record.id](engine::Queries &queries) { return queries.templateVersions(id); }, this,
        [this, record](const domain::Result<QList<domain::TemplateVersion>> &versions) {
            if (!versions) {
                if (context().shell)
                    context().shell->showError(versions.error());
                return;
            }
            auto *dialog = new VersionsDialog(*versions, record, now(), this);
            connect(dialog, &VersionsDialog::restoreWanted, this,
                    [this, id = record.id](domain::TemplateVersionId version) {
                        client()->command(
                            [version](engine::Commands &commands) { return commands.restoreTemplateVersion(version); },
                            this,
                            [this, id](const domain::Result<void> &done) {
                                if (!done)
                                    return m_editor->showError(done.error());
                                if (context().shell)
                                    context().shell->toast(tr("The earlier text is back as a new version."));
                                fetchRecord(id, false);
                            });
                    });
            dialog->open();
        });
}

void addTemplatesPage(PageRegistry &pages)
{
    pages.add({u"templates"_s, TemplatesPage::tr("Templates"), u"document-edit"_s, PageGroup::Content, 10,
               TemplatesPage::tr("New template"), [](const PageContext &context, QWidget *parent) -> Page * {
                   return new TemplatesPage(context, parent);
               }});
}

} // namespace gui
