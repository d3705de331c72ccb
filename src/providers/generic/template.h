#pragma once

#include "domain/core/result.h"

#include <QByteArray>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace providers::generic {

/// Where a text ends up: decides how values are escaped, so that none can break out of its place.
enum class Place {
    Url,    ///< part of a URL: values percent-encoded, the text around them as it is
    Field,  ///< a form's or query's name or value: all percent-encoded
    Header, ///< values without control characters
    Xml,    ///< values as character data
    Text,   ///< values as they are
};

/// The value of a name; null for one that does not exist.
using Values = std::function<QString(const QString &name)>;

/// A text with placeholders (generic_http.md, section 2): {name}, {secret:name}, {name|filter}, {name?}; {{ and }}
/// are braces. Filters: nospin (no { | }), ucs2hex, digits, b64, latin1 (the bytes that are percent-encoded or
/// written), json, url, xml, number and bool (a JSON value that is no text).
class Template
{
public:
    Template() = default;
    /// InvalidInput with what is wrong; the place is the column.
    [[nodiscard]] static domain::Result<Template> parse(const QString &text);

    [[nodiscard]] QByteArray rendered(const Values &values, Place place) const;
    /// As a JSON value: a text, or with the filters number and bool what the value says.
    [[nodiscard]] QJsonValue json(const Values &values) const;
    /// A placeholder with '?' has no value: what it stands in is left out.
    [[nodiscard]] bool isLeftOut(const Values &values) const;

    [[nodiscard]] QStringList names() const; ///< of the placeholders, each once
    /// Whether a value stands bare (no b64, url or ucs2hex) that may hold any character.
    [[nodiscard]] bool hasBare(QStringView name) const;
    [[nodiscard]] bool isEmpty() const { return m_parts.empty(); }
    /// The text before the first placeholder.
    [[nodiscard]] QString start() const;

private:
    struct Part
    {
        QString text; ///< literal, or the placeholder's name
        bool isPlaceholder = false;
        bool isOptional = false;
        QStringList filters;
    };
    std::vector<Part> m_parts;
};

/// What the filter nospin leaves of a text: '{a|b}' would be taken for a choice of texts by gateways that know spintax.
[[nodiscard]] QString withoutSpintax(QString text);

} // namespace providers::generic
