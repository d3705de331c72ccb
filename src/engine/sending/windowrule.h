#pragma once

#include "engine/sending/dailyreach.h"
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
    static constexpr domain::Millis windowLength = std::chrono::hours(24);
    static constexpr domain::Millis margin = std::chrono::minutes(1); ///< on the way it must not close

    struct Way
    {
        /// "window_closed": nothing to send it as. "templates_unknown", "template_missing", "template_not_approved",
        /// "template_mismatch": a person or the provider can put it right, so it waits; "messaging_limit": so many
        /// people have been written to first within 24 hours, so it waits as well. What is wrong with a value is
        /// as for texts. Empty: it may leave.
        QString problem;
        bool waits = false;
        QString detail;
        std::optional<domain::TemplateUse> use; ///< empty: as a text
        QString readsLike;                      ///< with `use`: what the person sees
        std::optional<domain::Instant> openUntil;
    };

    WindowRule(Services &services, TextMaker &texts) : m_services(services), m_texts(texts), m_reach(services) {}

    /// A provider's templates or its limit may have changed.
    void forget()
    {
        m_shelves.clear();
        m_reach.forgetLimits();
    }
    /// A message leaves as `way` says.
    void leaves(const storage::DueMessage &message, const ProviderPool::Entry &entry, const Way &way,
                domain::Instant now)
    {
        if (way.use)
            m_reach.note(entry.record.id, message.addressIndex, now);
    }
    [[nodiscard]] Way wayFor(const storage::DueMessage &message, const ProviderPool::Entry &entry,
                             const TextMaker::Text &text, std::optional<domain::Instant> pinnedAt, domain::Instant now);

private:
    struct Shelf
    {
        bool isRead = false;                                ///< at least once to its end
        QHash<QString, domain::ProviderTemplate> templates; ///< by name, newline, language
    };

    [[nodiscard]] const Shelf &shelfOf(domain::ProviderId provider);
    [[nodiscard]] Way withinReach(Way way, const storage::DueMessage &message, const ProviderPool::Entry &entry,
                                  domain::Instant now);
    void fill(Way &way, const domain::ProviderTemplate &known, const TextMaker::Content &content) const;

    Services &m_services;
    TextMaker &m_texts;
    DailyReach m_reach;
    QHash<qint64, Shelf> m_shelves; ///< by provider
};

} // namespace engine
