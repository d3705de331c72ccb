#include "engine/commands/settingscommands.h"

#include "domain/address/timezones.h"
#include "engine/hooks/hooksettings.h"
#include "engine/sending/limits.h"
#include "storage/core/workspacefile.h"
#include "storage/workspace/settingstore.h"

#include <QTimeZone>

#include <algorithm>

namespace engine {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::Result;

namespace {

constexpr int minutesOfDay = 24 * 60;

struct Range
{
    QString field;
    int value;
    int least;
    int most;
};

QJsonObject noted(const storage::WorkspaceSettings &s)
{
    return {{u"name"_s, s.name}, {u"country"_s, s.country}, {u"time_zone"_s, s.timeZone}, {u"currency"_s, s.currency}};
}

} // namespace

Result<void> SettingsCommands::saveLimits(const SendingLimits &l)
{
    const Range ranges[] = {{u"marketing_quiet"_s, l.marketing.fromMinute, 0, minutesOfDay - 1},
                            {u"marketing_quiet"_s, l.marketing.toMinute, 0, minutesOfDay - 1},
                            {u"transactional_quiet"_s, l.transactional.fromMinute, 0, minutesOfDay - 1},
                            {u"transactional_quiet"_s, l.transactional.toMinute, 0, minutesOfDay - 1},
                            {u"per_address_per_hour"_s, l.perAddressPerHour, 0, 1000},
                            {u"marketing_per_day"_s, l.marketingPerDay, 0, 1000},
                            {u"duplicate_window_minutes"_s, l.duplicateWindowMinutes, 0, 365 * minutesOfDay},
                            {u"max_attempts"_s, l.maxAttempts, 1, 100},
                            {u"expiry_hours"_s, l.expiryHours, 1, 24 * 365},
                            {u"max_segments_marketing"_s, l.maxSegmentsMarketing, 1, 255},
                            {u"max_segments"_s, l.maxSegments, 1, 255},
                            {u"attached_megabytes"_s, l.attachedMegabytes, 1, 25}};
    for (const Range &range : ranges)
        if (range.value < range.least || range.value > range.most)
            return domain::fail(ErrorCode::InvalidInput, u"%1 to %2"_s.arg(range.least).arg(range.most), range.field);
    for (const QString &country : l.allowedCountries)
        if (country != country.toUpper() || domain::zonesOfCountry(country).isEmpty())
            return domain::fail(ErrorCode::InvalidInput, u"no such country"_s, u"allowed_countries"_s);
    return changeOnly(m_context, [&](ChangeNote &note) -> Result<void> {
        const auto before = readLimits(m_context.connection);
        if (!before)
            return tl::unexpected(before.error());
        note = {u"settings.limits"_s, u"workspace"_s, toJson(*before), toJson(l)};
        return storage::SettingStore(m_context.connection).write(u"limits"_s, toJson(l));
    });
}

Result<void> SettingsCommands::saveWebhooks(const WebhookSettings &settings)
{
    if (auto fits = checkWebhookSettings(settings); !fits)
        return fits;
    return changeOnly(m_context, [&](ChangeNote &note) -> Result<void> {
        const auto before = readWebhookSettings(m_context.connection);
        if (!before)
            return tl::unexpected(before.error());
        note = {u"settings.webhooks"_s, u"workspace"_s, toJson(*before), toJson(settings)};
        return storage::SettingStore(m_context.connection).write(u"webhooks"_s, toJson(settings));
    });
}

Result<void> SettingsCommands::saveWorkspace(const QString &name, const QString &country, const QString &timeZone,
                                             const QString &currency)
{
    const auto invalid = [](const QString &detail, const QString &place) {
        return domain::fail(ErrorCode::InvalidInput, detail, place);
    };
    if (name.trimmed().isEmpty() || name.size() > 120)
        return invalid(u"a name is 1 to 120 characters long"_s, u"name"_s);
    if (domain::zonesOfCountry(country).isEmpty())
        return invalid(u"no such country"_s, u"country"_s);
    if (!QTimeZone::isTimeZoneIdAvailable(timeZone.toUtf8()))
        return invalid(u"no such time zone"_s, u"time_zone"_s);
    if (currency.size() != 3 ||
        !std::all_of(currency.begin(), currency.end(), [](QChar c) { return c.unicode() < 128 && c.isLetter(); }))
        return invalid(u"a currency has three letters"_s, u"currency"_s);
    return changeOnly(m_context, [&](ChangeNote &note) -> Result<void> {
        auto settings = storage::readWorkspaceSettings(m_context.connection);
        if (!settings)
            return tl::unexpected(settings.error());
        note = {u"settings.workspace"_s, u"workspace"_s, noted(*settings), {}};
        settings->name = name.trimmed();
        settings->country = country.toUpper();
        settings->timeZone = timeZone;
        settings->currency = currency.toUpper();
        note.after = noted(*settings);
        return storage::writeWorkspaceSettings(m_context.connection, *settings);
    });
}

} // namespace engine
