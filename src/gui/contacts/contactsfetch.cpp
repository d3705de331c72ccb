// The questions of the contacts page; contactspage.cpp shows the answers.

#include "engine/client/client.h"
#include "gui/contacts/contactactions.h"
#include "gui/contacts/contactdetail.h"
#include "gui/contacts/contactfilter.h"
#include "gui/contacts/contactspage.h"
#include "gui/kit/datatable.h"

namespace gui {

namespace {

constexpr int storyRows = 50;

struct Hints
{
    QList<engine::NamedCount> tags;
    QList<engine::NamedCount> groups;
    QList<engine::NamedCount> territories;
    QStringList attributes;
    QString country;
    QString currency;
};

domain::Result<ContactsPage::Whole> wholeOf(engine::Queries &queries, domain::ContactId id)
{
    ContactsPage::Whole whole;
    if (auto contact = queries.contact(id))
        whole.contact = std::move(*contact);
    else
        return tl::unexpected(contact.error());
    if (auto optOuts = queries.optOuts(id))
        whole.optOuts = std::move(*optOuts);
    else
        return tl::unexpected(optOuts.error());
    if (auto timeline = queries.timeline(id, {}, storyRows))
        whole.timeline = std::move(*timeline);
    else
        return tl::unexpected(timeline.error());
    return whole;
}

domain::Result<Hints> hintsOf(engine::Queries &queries)
{
    Hints hints;
    const auto workspace = queries.workspace();
    if (!workspace)
        return tl::unexpected(workspace.error());
    hints.country = workspace->country;
    hints.currency = workspace->currency;
    // each of these is only offered: without it the page works as well
    hints.tags = queries.tags().value_or(QList<engine::NamedCount>());
    hints.groups = queries.groups().value_or(QList<engine::NamedCount>());
    hints.territories = queries.territories().value_or(QList<engine::NamedCount>());
    hints.attributes = queries.attributeNames().value_or(QStringList());
    return hints;
}

} // namespace

void ContactsPage::fetch(const QString &cursor, int limit, PagedModel<engine::ContactRow>::Answer then)
{
    client()->ask([query = m_filter->query(), cursor,
                   limit](engine::Queries &queries) { return queries.contacts(query, cursor, limit); },
                  this, std::move(then));
}

void ContactsPage::fetchCount()
{
    client()->ask([query = m_filter->query()](engine::Queries &queries) { return queries.contactCount(query); }, this,
                  [this, query = m_filter->query()](const domain::Result<qint64> &count) {
                      if (count && query == m_filter->query()) // else another question was asked meanwhile
                          showCount(*count);
                  });
}

void ContactsPage::fetchHints()
{
    if (!client())
        return;
    client()->ask([](engine::Queries &queries) { return hintsOf(queries); }, this,
                  [this](const domain::Result<Hints> &hints) {
                      if (!hints)
                          return;
                      m_hints.defaultCountry = hints->country;
                      m_hints.attributes = hints->attributes;
                      m_currency = hints->currency;
                      showHints(hints->tags, hints->groups, hints->territories);
                  });
    client()->ask([](engine::Queries &queries) { return queries.segments(); }, this,
                  [this](const domain::Result<QList<engine::SegmentRow>> &segments) {
                      if (segments)
                          m_filter->setSegments(*segments);
                  });
}

void ContactsPage::askAgain()
{
    if (!client())
        return;
    if (std::exchange(m_asked, true))
        m_model->refresh();
    else
        m_model->restart();
    fetchCount();
}

void ContactsPage::fetchContact(domain::ContactId id)
{
    if (!client())
        return;
    m_open = id;
    client()->ask([id](engine::Queries &queries) { return wholeOf(queries, id); }, this,
                  [this, id](const domain::Result<Whole> &whole) {
                      if (m_open != id)
                          return; // another row was opened meanwhile
                      if (whole)
                          showContact(*whole);
                      else if (context().shell)
                          context().shell->showError(whole.error());
                  });
}

void ContactsPage::fetchEarlier()
{
    if (!client() || !m_open.isValid())
        return;
    client()->ask(
        [id = m_open, cursor = m_earlier](engine::Queries &queries) { return queries.timeline(id, cursor, storyRows); },
        this,
        [this, id = m_open](const domain::Result<engine::Page<engine::TimelineEntry>> &page) {
            if (m_open != id || !page)
                return;
            m_earlier = page->next;
            m_detail->showTimeline(page->rows, !m_earlier.isEmpty(), true, now());
        });
}

void ContactsPage::openRow(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const engine::ContactRow &row = m_model->rowAt(index.row());
    if (client()) {
        fetchContact(row.id);
        return;
    }
    Whole whole;
    whole.contact.id = row.id;
    whole.contact.displayName = row.name;
    whole.contact.company = row.company;
    whole.contact.tags = row.tags;
    showContact(whole);
}

void ContactsPage::editSelected()
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid())
        editContact(m_model->rowAt(current.row()).id);
}

void ContactsPage::editContact(domain::ContactId id)
{
    if (m_open == id && m_detail->contact().id == id) {
        m_actions->edit(m_detail->contact(), m_hints);
        return;
    }
    if (!client())
        return;
    client()->ask([id](engine::Queries &queries) { return queries.contact(id); }, this,
                  [this](const domain::Result<domain::Contact> &contact) {
                      if (contact)
                          m_actions->edit(*contact, m_hints);
                      else if (context().shell)
                          context().shell->showError(contact.error());
                  });
}

} // namespace gui
