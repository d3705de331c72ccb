#include "gui/settings/webhookactions.h"

#include "engine/client/client.h"
#include "gui/frame/page.h"
#include "gui/settings/webhookssection.h"

using namespace Qt::StringLiterals;
using domain::Result;

namespace gui {

namespace {

struct Shown
{
    engine::WebhookStatus status;
    QList<engine::ProviderRow> accounts;
};

Result<Shown> readShown(engine::Queries &queries)
{
    auto status = queries.webhooks();
    auto accounts = queries.providers();
    if (!status)
        return tl::unexpected(status.error());
    if (!accounts)
        return tl::unexpected(accounts.error());
    return Shown{*status, *accounts};
}

} // namespace

WebhookActions::WebhookActions(const PageContext &context, WebhooksSection *section)
    : QObject(section), m_context(context), m_section(section)
{
    connect(section, &WebhooksSection::saveWanted, this, &WebhookActions::save);
    connect(section, &WebhooksSection::copied, this, [this] {
        if (m_context.shell)
            m_context.shell->toast(tr("The address is copied."));
    });
}

void WebhookActions::fetch()
{
    if (m_context.client)
        m_context.client->ask(readShown, this, [this](const Result<Shown> &shown) {
            if (shown)
                m_section->showStatus(shown->status, shown->accounts, m_context.now());
        });
}

void WebhookActions::save(const engine::WebhookSettings &settings)
{
    if (!m_context.client)
        return;
    m_context.client->command([settings](engine::Commands &commands) { return commands.saveWebhooks(settings); }, this,
                              [this, settings, before = m_section->enabled()](const Result<void> &done) {
                                  if (!done)
                                      return m_section->showError(done.error());
                                  m_section->saved();
                                  fetch();
                                  if (m_context.shell)
                                      m_context.shell->toast(settings.enabled == before ? tr("Webhook settings saved.")
                                                             : settings.enabled ? tr("Webhooks are switched on.")
                                                                                : tr("Webhooks are switched off."));
                              });
}

} // namespace gui
