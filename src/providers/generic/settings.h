#pragma once

#include "providers/generic/profile.h"
#include "providers/registration.h"

namespace providers::generic {

/// What an account of the kind "http" is set up with: simple fields for a gateway with one request, or a whole profile
/// as JSON in the field `profile`, which then counts instead of them.
[[nodiscard]] const Registration &registration();
[[nodiscard]] QList<domain::ConfigProblem> problems(const domain::ProviderConfig &config);

/// The profile that the simple fields describe. `fieldOf` says from which of them a place in it comes.
struct FieldProfile
{
    QJsonObject profile;
    QList<std::pair<QString, QString>> fieldOf; ///< beginning of the place, field; the first that fits
    QList<domain::ConfigProblem> problems;
};
[[nodiscard]] FieldProfile profileFromFields(const QJsonObject &settings);

/// The names of all {secret:…} in a JSON value.
[[nodiscard]] QStringList secretNamesIn(const QJsonValue &value);

} // namespace providers::generic
