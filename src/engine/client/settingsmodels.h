#pragma once

// Accounts, routes, limits and the way in, as Settings shows and edits them: plain values, safe in any thread.

#include "domain/campaign/campaign.h"
#include "domain/core/result.h"
#include "domain/message/state.h"
#include "domain/provider/pricelist.h"
#include "domain/provider/route.h"
#include "domain/provider/webhook.h"

#include <QJsonObject>

namespace engine {

struct ProviderRow
{
    domain::ProviderId id;
    QString kind;
    QString name;
    QJsonObject settings;
    QList<domain::Channel> channels;
    bool enabled = true;
    QString pausedReason; ///< empty: works
    QString pausedDetail;
    double ratePerSecond = 10;
    int inFlight = 16;
    int position = 0;
    QStringList secretNames; ///< of the secrets the key store has of it

    friend bool operator==(const ProviderRow &, const ProviderRow &) = default;
};

/// What became of the messages that left by a provider in the last seven days.
struct ProviderHealth
{
    domain::ProviderId id;
    domain::MessageCounts counts; ///< without costs and segments

    friend bool operator==(const ProviderHealth &a, const ProviderHealth &b)
    {
        return a.id == b.id && a.counts.byState == b.counts.byState;
    }
};

/// What would miss a provider that is removed.
struct ProviderUse
{
    QStringList campaigns;        ///< that leave by it and are not over, drafts too; the first of them
    bool messagesWaiting = false; ///< for it, or for its word on what became of them
    int routes = 0;               ///< that name it; they go with it
};

/// The copy of the templates a provider keeps.
struct ProviderTemplateList
{
    QList<domain::ProviderTemplate> templates; ///< by name, then language
    std::optional<domain::Instant> readAt;     ///< empty: never yet
    QString problem;                           ///< of the last try; empty where it went well
};

/// Sending limits and quiet hours of the workspace, as edited in Settings.
struct SendingLimits
{
    struct Quiet
    {
        bool enabled = false;
        int fromMinute = 21 * 60; ///< of the recipient's day
        int toMinute = 8 * 60;
        friend bool operator==(const Quiet &, const Quiet &) = default;
    };
    Quiet marketing{true, 21 * 60, 8 * 60};
    Quiet transactional{};
    int perAddressPerHour = 5;            ///< 0: no cap
    int marketingPerDay = 0;              ///< to one address within 24 hours; 0: no cap
    int duplicateWindowMinutes = 24 * 60; ///< 0: off; the same text to the same address
    int maxAttempts = 5;
    int expiryHours = 72; ///< where a campaign says nothing
    int maxSegmentsMarketing = 4;
    int maxSegments = 10;
    int attachedMegabytes = 10;   ///< of a mail, all its files together, as sent
    QStringList allowedCountries; ///< of telephone numbers, ISO 3166 alpha-2; empty: every one
    [[nodiscard]] bool allows(const QString &country) const
    {
        return allowedCountries.isEmpty() || allowedCountries.contains(country);
    }
    [[nodiscard]] qint64 attachedBytes() const { return qint64{attachedMegabytes} * 1'000'000; }
    friend bool operator==(const SendingLimits &, const SendingLimits &) = default;
};

/// The way in for what providers tell by themselves.
struct WebhookSettings
{
    bool enabled = false;
    QString address = QStringLiteral("127.0.0.1"); ///< a number; anything but loopback needs a certificate
    int port = 8787;
    QString certificate; ///< PEM file with its chain; empty: plain HTTP, for a tunnel on this machine
    QString key;         ///< PEM file that only its owner may read
    QString publicUrl;   ///< how the outside reaches us ("https://hooks.example.com"); empty: providers are not told
    friend bool operator==(const WebhookSettings &, const WebhookSettings &) = default;
};

/// What the way in did so far, as the engine last wrote it down (every few seconds while something comes).
struct WebhookStatus
{
    enum class State { Off, Listening, Failed };
    WebhookSettings settings;
    State state = State::Off;
    QString problem; ///< Failed: an ErrorCode's word; the detail names what, the place which setting
    QString problemDetail;
    QString problemPlace;
    int port = 0; ///< Listening: the real one
    std::optional<domain::Instant> since;
    qint64 optOuts = 0; ///< taken by unsubscribe links
    struct Provider
    {
        domain::ProviderId id;
        QString name;
        QString kind;
        bool takesWebhooks = false; ///< this kind has any, and the account's settings fit
        QString url;                ///< to paste into the provider's console
        qint64 accepted = 0;        ///< requests whose content was kept
        qint64 refused = 0;         ///< could not be proven or read
        std::optional<domain::Instant> lastAt;
        qint64 unreadable = 0; ///< of the refused: the provider's, but nothing we know
        std::optional<domain::Instant> lastRefusedAt;
    };
    QList<Provider> providers;
};

/// 'Which way would it go?'
struct RouteQuestion
{
    domain::Channel channel = domain::Channel::Sms;
    domain::Category category = domain::Category::Marketing;
    QString country;           ///< ISO 3166 alpha-2; of the number where there is one
    QString to;                ///< as typed; empty: the country alone decides
    domain::MessageId message; ///< valid: the order this very message meets
};

/// And why.
struct RouteExplanation
{
    struct Step
    {
        domain::ProviderId provider;
        QString name;
        QString sender; ///< empty: the account's own
        int position = 0;
        double share = 1;    ///< of what goes by this position
        QString obstacle;    ///< "channel", "disabled", "paused"; empty: it can be used
        bool isUsed = false; ///< this one now, or these in their shares
        std::optional<domain::Price> price;
    };
    QString country;
    bool countryAllowed = true;
    bool byRoutes = false;  ///< else by the accounts' order, those first that no route of the channel names
    QString matchedCountry; ///< of the routes' case; empty: written for all
    std::optional<domain::Category> matchedCategory;
    QList<Step> steps;  ///< in the order in which they are tried
    int firstUsed = -1; ///< -1: it would wait
};

struct WorkspaceInfo
{
    QString path;
    QString name;
    QString country;  ///< ISO alpha-2, for numbers without one
    QString timeZone; ///< IANA
    QString currency;
    bool isDemo = false;
    bool isRehearsal = false; ///< a copy, whose messages go to simulated phones
    qint64 contacts = 0;
    qint64 messages = 0;
    qint64 fileBytes = 0;
};

} // namespace engine
