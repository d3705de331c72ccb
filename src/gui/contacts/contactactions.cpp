#include "gui/contacts/contactactions.h"

#include "engine/client/client.h"
#include "gui/contacts/consentdialog.h"
#include "gui/contacts/tagdialog.h"
#include "gui/kit/tones.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace gui {

ContactActions::ContactActions(const PageContext &context, QWidget *page)
    : QObject(page), m_context(context), m_page(page)
{}

void ContactActions::say(const QString &text, std::function<void()> undo)
{
    if (m_context.shell)
        m_context.shell->toast(text, std::move(undo));
}

void ContactActions::fail(const domain::Error &error)
{
    if (m_context.shell)
        m_context.shell->showError(error);
}

void ContactActions::create(const ContactHints &hints) { openEditor({}, hints); }

void ContactActions::edit(const domain::Contact &contact, const ContactHints &hints) { openEditor(contact, hints); }

void ContactActions::openEditor(const domain::Contact &contact, const ContactHints &hints)
{
    auto *editor = new ContactEditor(contact, hints, m_page);
    connect(editor, &ContactEditor::saveWanted, this, [this, editor](const domain::Contact &edited) {
        if (!m_context.client)
            return;
        m_context.client->command(
            [edited](engine::Commands &commands) { return commands.saveContact(edited); }, editor,
            [this, editor, name = edited.displayName](const domain::Result<domain::ContactId> &id) {
                if (!id) {
                    editor->showError(id.error());
                    return;
                }
                editor->accept();
                say(tr("%1 saved.").arg(name));
                Q_EMIT saved(*id);
            });
    });
    editor->open();
}

void ContactActions::remove(const QList<domain::ContactId> &ids)
{
    if (!m_context.client || ids.isEmpty())
        return;
    m_context.client->command([ids](engine::Commands &commands) { return commands.deleteContacts(ids); }, this,
                              [this, ids](const domain::Result<void> &done) {
                                  if (!done) {
                                      fail(done.error());
                                      return;
                                  }
                                  Q_EMIT removed(ids);
                                  say(tr("%Ln contacts deleted.", nullptr, static_cast<int>(ids.size())),
                                      [self = QPointer(this), ids] {
                                          if (self)
                                              self->restore(ids);
                                      });
                              });
}

void ContactActions::restore(const QList<domain::ContactId> &ids)
{
    m_context.client->command([ids](engine::Commands &commands) { return commands.restoreContacts(ids); }, this,
                              [this, ids](const domain::Result<void> &done) {
                                  if (done)
                                      say(tr("%Ln contacts restored.", nullptr, static_cast<int>(ids.size())));
                                  else
                                      fail(done.error());
                              });
}

void ContactActions::tag(const QList<domain::ContactId> &ids, const QString &tag)
{
    changeTags(ids, {tag}, {}, tr("%Ln contacts tagged “%1”.", nullptr, static_cast<int>(ids.size())).arg(tag), false);
}

void ContactActions::untag(const QList<domain::ContactId> &ids, const QString &tag)
{
    changeTags(ids, {}, {tag}, tr("“%1” taken off %Ln contacts.", nullptr, static_cast<int>(ids.size())).arg(tag),
               true);
}

void ContactActions::changeTags(const QList<domain::ContactId> &ids, const QStringList &add, const QStringList &remove,
                                const QString &words, bool undoable)
{
    if (!m_context.client || ids.isEmpty())
        return;
    m_context.client->command(
        [ids, add, remove](engine::Commands &commands) { return commands.tagContacts(ids, add, remove); }, this,
        [this, ids, remove, words, undoable](const domain::Result<void> &done) {
            if (!done) {
                fail(done.error());
                return;
            }
            std::function<void()> undo;
            if (undoable)
                undo = [self = QPointer(this), ids, remove] {
                    if (self)
                        self->tag(ids, remove.first());
                };
            say(words, std::move(undo));
        });
}

void ContactActions::tagNew(const QList<domain::ContactId> &ids, const QStringList &known)
{
    auto *dialog = new TagDialog(static_cast<int>(ids.size()), known, m_page);
    connect(dialog, &QDialog::accepted, this, [this, dialog, ids] { tag(ids, dialog->tag()); });
    dialog->open();
}

void ContactActions::changeConsent(const domain::Contact &contact, const QString &address, domain::Channel channel,
                                   bool optOut)
{
    auto *dialog = new ConsentDialog(contact.displayName, address, channel, optOut, m_page);
    connect(dialog, &QDialog::accepted, this, [this, dialog, contact, channel, optOut] {
        if (!m_context.client)
            return;
        const QString words = optOut ? tr("%1 opted out of %2.") : tr("%1 opted in to %2.");
        m_context.client->command(
            [id = contact.id, channel, category = dialog->category(), optOut, evidence = dialog->evidence()](
                engine::Commands &commands) { return commands.setConsent(id, channel, category, optOut, evidence); },
            this,
            [this, id = contact.id,
             done = words.arg(contact.displayName, wordFor(channel))](const domain::Result<void> &result) {
                if (!result) {
                    fail(result.error());
                    return;
                }
                say(done);
                Q_EMIT saved(id);
            });
    });
    dialog->open();
}

} // namespace gui
