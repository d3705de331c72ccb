#pragma once

#include "domain/contact/contact.h"
#include "gui/contacts/contacteditor.h"
#include "gui/frame/page.h"

#include <QObject>

namespace gui {

/// What can be done with contacts, with the questions before and the words after it. GUI thread; owned by the page.
class ContactActions : public QObject
{
    Q_OBJECT

public:
    ContactActions(const PageContext &context, QWidget *page);

    void create(const ContactHints &hints);
    void edit(const domain::Contact &contact, const ContactHints &hints);
    /// At once; the toast offers to undo it.
    void remove(const QList<domain::ContactId> &ids);
    void tag(const QList<domain::ContactId> &ids, const QString &tag);
    void untag(const QList<domain::ContactId> &ids, const QString &tag);
    /// Asks for a name first.
    void tagNew(const QList<domain::ContactId> &ids, const QStringList &known);
    void changeConsent(const domain::Contact &contact, const QString &address, domain::Channel channel, bool optOut);

Q_SIGNALS:
    void saved(domain::ContactId id);
    void removed(const QList<domain::ContactId> &ids);

private:
    void openEditor(const domain::Contact &contact, const ContactHints &hints);
    void changeTags(const QList<domain::ContactId> &ids, const QStringList &add, const QStringList &remove,
                    const QString &words, bool undoable);
    void restore(const QList<domain::ContactId> &ids);
    void say(const QString &text, std::function<void()> undo = {});
    void fail(const domain::Error &error);

    PageContext m_context;
    QWidget *m_page;
};

} // namespace gui
