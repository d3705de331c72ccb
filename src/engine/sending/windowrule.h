#pragma once

#include "engine/sending/providerpool.h"
#include "engine/sending/textmaker.h"

#include <QHash>

namespace engine {

/// What a message may leave as through a provider with a customer service window: within 24 hours of what the person
/// wrote last to this account as the text it is, after that as the provider's template its own template names. Keeps
/// the provider's templates in memory. Engine thread; owned by Engine.
class WindowRule
{
public:
    struct Way
    {
        /// "window_closed": nothing to send it as. "templates_unknown", "template_missing", "template_not_approved",
        /// "template_mismatch": a person or the provider can put it right, so it waits. What is wrong with a value is
        /// as for texts. Empty: it may leave.
        QString problem;
        bool waits = false;
        QString detail;
        std::optional<domain::TemplateUse> use; ///< empty: as a text
        QString readsLike;                      ///< with `use`: what the person sees
        std::optional<domain::Instant> openUntil;
    };

    WindowRule(Services &services, TextMaker &texts) : m_services(services), m_texts(texts) {}

    /// A provider's templates may have changed.
    void forget() { m_shelves.clear(); }
    [[nodiscard]] Way wayFor(const storage::DueMessage &message, const ProviderPool::Entry &entry,
                             const TextMaker::Text &text, std::optional<domain::Instant> pinnedAt, domain::Instant now);

private:
    struct Shelf
    {
        bool isRead = false;                                ///< at least once to its end
        QHash<QString, domain::ProviderTemplate> templates; ///< by name, newline, language
    };

    [[nodiscard]] const Shelf &shelfOf(domain::ProviderId provider);
    void fill(Way &way, const domain::ProviderTemplate &known, const TextMaker::Content &content) const;

    Services &m_services;
    TextMaker &m_texts;
    QHash<qint64, Shelf> m_shelves; ///< by provider
};

} // namespace engine
