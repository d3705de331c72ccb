#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <chrono>
#include <compare>
#include <optional>

namespace domain {

/// A row id that cannot be mistaken for another kind's. 0 means 'none yet'.
template <class Tag>
struct Id
{
    qint64 value = 0;

    [[nodiscard]] constexpr bool isValid() const { return value > 0; }
    friend constexpr auto operator<=>(const Id &, const Id &) = default;
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using ContactId = Id<struct ContactTag>;
using TemplateId = Id<struct TemplateTag>;
using TemplateVersionId = Id<struct TemplateVersionTag>;
using SegmentId = Id<struct SegmentTag>;
using CampaignId = Id<struct CampaignTag>;
using MessageId = Id<struct MessageTag>;
using AttemptId = Id<struct AttemptTag>;
using ProviderId = Id<struct ProviderTag>;
using ConversationId = Id<struct ConversationTag>;

/// An instant in UTC, in milliseconds: what is stored and compared. Wall time exists only at the edges.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Millis = std::chrono::milliseconds;

[[nodiscard]] constexpr qint64 toMillis(Instant t) { return t.time_since_epoch().count(); }
[[nodiscard]] constexpr Instant fromMillis(qint64 ms) { return Instant{Millis{ms}}; }

/// The only source of 'now' for rules and engine. The real one is engine/systemclock.h, tests turn their own.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

/// Integer micro-units of a currency (ISO 4217). Amounts of different currencies are never added.
struct Money
{
    qint64 micros = 0;
    QString currency;

    friend bool operator==(const Money &, const Money &) = default;
};

enum class Channel { Sms, WhatsApp, Email };
/// Decides consent, priority and quiet hours.
enum class Category { Authentication, Transactional, Marketing };

/// The stored words: "sms", "whatsapp", "email"; "authentication", "transactional", "marketing".
[[nodiscard]] QString toText(Channel channel);
[[nodiscard]] QString toText(Category category);
[[nodiscard]] std::optional<Channel> channelFromText(QStringView text);
[[nodiscard]] std::optional<Category> categoryFromText(QStringView text);

/// 0 goes first: authentication 0, transactional 1, marketing 2.
[[nodiscard]] constexpr int priorityOf(Category category) { return static_cast<int>(category); }

} // namespace domain

template <class Tag>
struct std::hash<domain::Id<Tag>>
{
    size_t operator()(const domain::Id<Tag> &id) const noexcept { return std::hash<qint64>{}(id.value); }
};
