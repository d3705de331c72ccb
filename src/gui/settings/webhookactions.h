#pragma once

#include "engine/client/models.h"

#include <QObject>

namespace gui {

class WebhooksSection;
struct PageContext;

/// Keeps the section of the webhooks fresh and saves what a person sets there. GUI thread; owned by the page.
class WebhookActions : public QObject
{
    Q_OBJECT

public:
    /// Borrows the context and the section.
    WebhookActions(const PageContext &context, WebhooksSection *section);
    void fetch();

private:
    void save(const engine::WebhookSettings &settings);

    const PageContext &m_context;
    WebhooksSection *m_section;
};

} // namespace gui
