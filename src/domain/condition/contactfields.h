#pragma once

#include "domain/condition/evaluator.h"
#include "domain/contact/contact.h"

#include <QJsonValue>
#include <QTimeZone>

namespace domain {

/// The fields of a contact that conditions know; every custom attribute is one ("attributes.<name>") and read as what
/// it is compared with. Texts are never null: 'is missing' means empty.
[[nodiscard]] const FieldCatalogue &contactFields();
/// The same with what the workspace has, for completion, suggestions and the builder.
[[nodiscard]] FieldCatalogue contactFields(const QStringList &attributes, const QStringList &groups,
                                           const QStringList &territories, const QStringList &tags);

/// What a condition needs to know of a contact. `zone` is the workspace's, for times.
[[nodiscard]] std::vector<ConditionDatum> conditionData(const Contact &contact, const std::vector<FieldUse> &uses,
                                                        const QTimeZone &zone);
/// One of these.
[[nodiscard]] ConditionDatum conditionDatum(const Contact &contact, const FieldUse &use, const QTimeZone &zone);

/// A custom attribute read as a type. A text that is a number counts as one ("12", "-3.50"), so does a yes (1) or no;
/// a number as its digits; null where it cannot be read so. YesNo is whether there is anything but "", 0 and no.
[[nodiscard]] ConditionDatum attributeDatum(const QJsonValue &value, FieldType type);

inline constexpr QLatin1StringView attributePrefix{"attributes"};

} // namespace domain
