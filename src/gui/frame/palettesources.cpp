#include "gui/frame/palettesources.h"

#include "engine/client/client.h"
#include "gui/inbox/inboxwords.h"
#include "gui/kit/tones.h"
#include "gui/settings/settingspage.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gui {

namespace {

constexpr int most = 6; // of each kind

struct PaletteText
{
    Q_DECLARE_TR_FUNCTIONS(gui::PaletteText)
};

using Then = std::function<void(QList<PaletteItem>)>;

/// Rows whose name contains what was typed.
template <class Row, class Name, class Make>
QList<PaletteItem> named(const QList<Row> &rows, const QString &text, Name name, Make make)
{
    QList<PaletteItem> items;
    for (const Row &row : rows) {
        if (items.size() == most)
            break;
        if (name(row).contains(text, Qt::CaseInsensitive))
            items.append(make(row));
    }
    return items;
}

bool looksLikeAddress(const QString &text)
{
    if (text.contains(u'@'))
        return text.indexOf(u'@') > 0 && text.contains(u'.');
    qsizetype digits = 0;
    for (const QChar c : text) {
        if (c.isDigit())
            ++digits;
        else if (!u"+ -()./"_s.contains(c))
            return false;
    }
    return digits >= 7;
}

PaletteSource contactSource(engine::EngineClient &client, Shell &shell, QObject *context)
{
    return [&client, &shell, context](const QString &text, Then then) {
        engine::ContactQuery query;
        query.text = text;
        client.ask([query](engine::Queries &queries) { return queries.contacts(query, {}, most); }, context,
                   [&shell, then](const domain::Result<engine::Page<engine::ContactRow>> &page) {
                       QList<PaletteItem> items;
                       for (const engine::ContactRow &row : page ? page->rows : QList<engine::ContactRow>()) {
                           const QString note = row.company.isEmpty() || row.company == row.name
                                                    ? PaletteText::tr("Contact")
                                                    : PaletteText::tr("Contact · %1").arg(row.company);
                           items.append({row.name, note, u"user-identity"_s, [&shell, id = row.id] {
                                             shell.openPage(u"contacts"_s, QVariant::fromValue(id.value));
                                         }});
                       }
                       then(items);
                   });
    };
}

PaletteSource templateSource(engine::EngineClient &client, Shell &shell, QObject *context)
{
    return [&client, &shell, context](const QString &text, Then then) {
        client.ask([](engine::Queries &queries) { return queries.templates(); }, context,
                   [&shell, then, text](const domain::Result<QList<engine::TemplateRow>> &rows) {
                       then(named(
                           rows.value_or(QList<engine::TemplateRow>()), text, [](const auto &row) { return row.name; },
                           [&shell](const auto &row) {
                               return PaletteItem{row.name, PaletteText::tr("Template"), u"document-edit"_s,
                                                  [&shell, id = row.id] {
                                                      shell.openPage(u"templates"_s, QVariant::fromValue(id.value));
                                                  }};
                           }));
                   });
    };
}

PaletteSource campaignSource(engine::EngineClient &client, Shell &shell, QObject *context)
{
    return [&client, &shell, context](const QString &text, Then then) {
        client.ask([](engine::Queries &queries) { return queries.campaigns(); }, context,
                   [&shell, then, text](const domain::Result<QList<engine::CampaignRow>> &rows) {
                       then(named(
                           rows.value_or(QList<engine::CampaignRow>()), text,
                           [](const auto &row) { return row.campaign.name; },
                           [&shell](const auto &row) {
                               return PaletteItem{row.campaign.name, PaletteText::tr("Campaign"), u"document-send"_s,
                                                  [&shell, id = row.campaign.id] {
                                                      shell.openPage(u"campaigns"_s, QVariant::fromValue(id.value));
                                                  }};
                           }));
                   });
    };
}

PaletteSource conversationSource(engine::EngineClient &client, Shell &shell, QObject *context)
{
    return [&client, &shell, context](const QString &text, Then then) {
        engine::ConversationQuery query;
        query.text = text;
        client.ask([query](engine::Queries &queries) { return queries.conversations(query, {}, most); }, context,
                   [&shell, then](const domain::Result<engine::Page<engine::ConversationRow>> &page) {
                       QList<PaletteItem> items;
                       for (const engine::ConversationRow &row : page ? page->rows : QList<engine::ConversationRow>())
                           items.append({nameOf(row), PaletteText::tr("Conversation · %1").arg(wordFor(row.channel)),
                                         u"dialog-messages"_s, [&shell, id = row.id] {
                                             shell.openPage(u"inbox"_s, QVariant::fromValue(id.value));
                                         }});
                       then(items);
                   });
    };
}

PaletteSource messageSource(Shell &shell)
{
    return [&shell](const QString &text, Then then) {
        if (!looksLikeAddress(text))
            return then({});
        then({{PaletteText::tr("Messages to %1").arg(text), PaletteText::tr("Messages"), u"view-list-details"_s,
               [&shell, text] {
                   engine::MessageQuery query;
                   query.address = text;
                   shell.openPage(u"messages"_s, QVariant::fromValue(query));
               }}});
    };
}

} // namespace

PaletteSource settingsSource(Shell &shell)
{
    return [&shell](const QString &text, Then then) {
        then(named(
            SettingsPage::sections(), text, [](const auto &section) { return section.second; },
            [&shell](const auto &section) {
                return PaletteItem{section.second, PaletteText::tr("Settings"), u"configure"_s,
                                   [&shell, id = section.first] { shell.openPage(u"settings"_s, id); }};
            }));
    };
}

QList<PaletteSource> paletteSources(engine::EngineClient &client, Shell &shell, const PageRegistry &pages,
                                    QObject *context)
{
    QList<PaletteSource> sources;
    if (pages.find(u"contacts"_s))
        sources.append(contactSource(client, shell, context));
    if (pages.find(u"inbox"_s))
        sources.append(conversationSource(client, shell, context));
    if (pages.find(u"templates"_s))
        sources.append(templateSource(client, shell, context));
    if (pages.find(u"campaigns"_s))
        sources.append(campaignSource(client, shell, context));
    if (pages.find(u"messages"_s))
        sources.append(messageSource(shell));
    return sources;
}

} // namespace gui
