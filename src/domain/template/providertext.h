#pragma once

#include "domain/provider/webhook.h"
#include "domain/template/templaterecord.h"

namespace domain {

/// What a person sees of a provider's template, with its placeholders as the provider writes them ({{1}}, {{name}}).
struct ProviderText
{
    QString header;
    QString body;
    QString footer;
    QStringList buttons; ///< what stands on each of them

    friend bool operator==(const ProviderText &, const ProviderText &) = default;
};

[[nodiscard]] ProviderText textOf(const ProviderTemplate &known);

/// Why nothing can be sent by a template of the provider's.
enum class TemplateObstacle {
    None,
    NotApproved,
    NeedsMedia, ///< a picture, film or file in its header
    NeedsMore,  ///< a part that takes something other than texts (a coupon, a carousel, a place)
};

[[nodiscard]] TemplateObstacle obstacleOf(const ProviderTemplate &known);

/// A text with what fills its placeholders in their place; one without a value, or with an empty one, stays as it is.
[[nodiscard]] QString filledText(const QString &text, const QStringList &names, const QStringList &values);

/// The same for all parts; of the buttons' values nothing is seen.
[[nodiscard]] ProviderText filledText(const ProviderTemplate &known, const ProviderContent &values);

} // namespace domain
