#include "engine/sending/windowrule.h"

#include "domain/template/providertext.h"
#include "storage/consent/consentstore.h"
#include "storage/templates/providertemplates.h"
#include "storage/workspace/providercopies.h"

using namespace Qt::StringLiterals;

namespace engine {

using domain::Instant;

const WindowRule::Shelf &WindowRule::shelfOf(domain::ProviderId provider)
{
    if (const auto it = m_shelves.constFind(provider.value); it != m_shelves.cend())
        return *it;
    Shelf shelf;
    if (const auto states = storage::ProviderCopies(m_services.connection).all())
        for (const storage::ProviderCopyState &state : *states)
            if (state.provider.value == provider.value && state.what == storage::ProviderCopy::Templates)
                shelf.isRead = state.readAt.has_value();
    if (const auto templates = storage::ProviderTemplates(m_services.connection).all(provider))
        for (const domain::ProviderTemplate &one : *templates)
            shelf.templates.insert(one.name + u'\n' + one.language, one);
    return *m_shelves.insert(provider.value, std::move(shelf));
}

WindowRule::Way WindowRule::wayFor(const storage::DueMessage &message, const ProviderPool::Entry &entry,
                                   const TextMaker::Text &text, std::optional<Instant> pinnedAt, Instant now)
{
    Way way;
    const auto last = storage::ConsentStore(m_services.connection, m_services.vault)
                          .lastInbound(message.addressIndex, message.channel, entry.record.id);
    if (last && now < *last + windowLength - margin) {
        way.openUntil = *last + windowLength;
        return way;
    }
    const auto content = m_texts.providerContent(message, pinnedAt);
    if (!content) {
        way.problem = u"window_closed"_s;
        return way;
    }
    if (!content->problem.isEmpty()) {
        way.problem = content->problem;
        way.detail = content->detail;
        return way;
    }
    if (!entry.can.listsTemplates) { // its templates cannot be looked at: as our own says
        way.use = domain::TemplateUse{
            content->name, content->language, content->header, content->body, {}, {}, content->buttons, {}};
        way.readsLike = text.body;
        return withinReach(way, message, entry, now);
    }
    const Shelf &shelf = shelfOf(entry.record.id);
    const auto known = shelf.templates.constFind(content->name + u'\n' + content->language);
    if (known != shelf.templates.cend()) {
        fill(way, *known, *content);
        return withinReach(way, message, entry, now);
    }
    way.waits = true;
    way.problem = shelf.isRead ? u"template_missing"_s : u"templates_unknown"_s;
    way.detail = content->name + u' ' + content->language;
    return way;
}

WindowRule::Way WindowRule::withinReach(Way way, const storage::DueMessage &message, const ProviderPool::Entry &entry,
                                        Instant now)
{
    if (!way.use || m_reach.mayWriteFirst(entry.record.id, message.addressIndex, now))
        return way;
    way.use.reset();
    way.waits = true;
    way.problem = u"messaging_limit"_s;
    way.detail = QString::number(m_reach.limitOf(entry.record.id));
    return way;
}

void WindowRule::fill(Way &way, const domain::ProviderTemplate &known, const TextMaker::Content &content) const
{
    const bool fits = known.headerParameters.size() == content.header.size() &&
                      known.bodyParameters.size() == content.body.size() &&
                      known.buttonPositions.size() == content.buttons.size();
    if (known.state != u"APPROVED" || !fits) {
        way.waits = true;
        way.problem = fits ? u"template_not_approved"_s : u"template_mismatch"_s;
        way.detail = known.name + u' ' + known.language + u": "_s + known.state;
        return;
    }
    domain::TemplateUse use;
    use.name = known.name;
    use.language = known.language;
    use.headerParameters = content.header;
    use.bodyParameters = content.body;
    use.buttonParameters = content.buttons;
    use.buttonPositions = known.buttonPositions;
    if (known.named) {
        use.headerNames = known.headerParameters;
        use.bodyNames = known.bodyParameters;
    }
    way.readsLike = domain::filledText(known.body, known.bodyParameters, content.body);
    way.use = std::move(use);
}

} // namespace engine
