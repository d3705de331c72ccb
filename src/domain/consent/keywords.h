#pragma once

#include <QString>
#include <QStringView>

#include <span>

namespace domain {

/// What an inbound text asks for.
enum class InboundIntent { None, OptOut, OptIn, Help };

/// The contact's state on the channel before the text came: opted out by keyword, or asked for a double opt-in.
enum class SubscriptionState { Subscribed, OptedOut, Pending };

struct InboundMatch
{
    InboundIntent intent = InboundIntent::None;
    QString words; ///< what matched, as it was compared (folded, without accents); empty for None
    /// An opt-out that names only advertising ('stop marketing'): the other categories stay allowed.
    bool marketingOnly = false;
    /// None, but with an opt-out word in it ('cancel my appointment', 'did not unsubscribe'): a person should look, and
    /// campaigns to the contact wait until then.
    bool needsReview = false;

    friend bool operator==(const InboundMatch &, const InboundMatch &) = default;
};

/// Reads an inbound text by the rules of consent.md, section 8; the most restrictive meaning wins. `languages` are
/// ISO 639-1 codes (a region behind is ignored) of en, fr, es, de, pt, hi: English is always among them, empty means
/// all. Only the first 2,000 UTF-16 units are read; time is linear in them. Pure, any thread.
[[nodiscard]] InboundMatch matchInbound(QStringView text, SubscriptionState state,
                                        std::span<const QString> languages = {});

/// matchInbound(…).intent.
[[nodiscard]] InboundIntent classifyInbound(QStringView text, SubscriptionState state,
                                            std::span<const QString> languages = {});

} // namespace domain
