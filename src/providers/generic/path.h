#pragma once

#include "domain/core/result.h"
#include "domain/provider/http.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <optional>

namespace providers::generic {

/// An answer's body, read in the way that is asked for, once.
class Answer
{
public:
    explicit Answer(const domain::HttpResponse &response) : m_response(response) {}
    /// One row of a list.
    Answer(const domain::HttpResponse &response, QJsonValue row) : m_response(response), m_json(std::move(row)) {}

    [[nodiscard]] const domain::HttpResponse &response() const { return m_response; }
    /// Undefined where the body is no JSON.
    [[nodiscard]] const QJsonValue &json() const;
    /// The first 64 KiB, for patterns.
    [[nodiscard]] QString text() const;

private:
    const domain::HttpResponse &m_response;
    mutable std::optional<QJsonValue> m_json;
};

/// A JSON value as it would stand in a text: 64-bit numbers whole, decimals without an exponent.
[[nodiscard]] QString asText(const QJsonValue &value);

/// A pattern of a person's, bounded: it gives up instead of running on. Case is ignored.
[[nodiscard]] domain::Result<QRegularExpression> boundedPattern(const QString &pattern);

/// Where something stands in an answer:
///   $.data.items[0]['k'], [*] for all (JSON)   /data/items/0 (JSON pointer)
///   xml:response/message/@id                     regex:id="(?<value>\w+)" (a group, or the whole)
///   header:X-Message-Id                          =text (the text itself)
class Path
{
public:
    [[nodiscard]] static domain::Result<Path> parse(const QString &text);

    /// The first one's text; empty if there is none.
    [[nodiscard]] QString textIn(const Answer &answer) const;
    /// Everything a JSON path leads to; only for those.
    [[nodiscard]] QList<QJsonValue> valuesIn(const Answer &answer) const;
    [[nodiscard]] bool isJson() const { return m_kind == Kind::Json; }

private:
    enum class Kind { Json, Xml, Pattern, Header, Constant };
    struct Step
    {
        QString key;
        int index = -1; ///< of an array
        bool isAll = false;
        bool isEither = false; ///< JSON pointer: an index in an array, a key in an object
    };
    [[nodiscard]] static domain::Result<Path> parseJson(const QString &text);
    [[nodiscard]] QString textInXml(const Answer &answer) const;

    Kind m_kind = Kind::Constant;
    QList<Step> m_steps;
    QStringList m_elements; ///< of XML
    QString m_text;         ///< attribute, header or constant
    QRegularExpression m_pattern;
};

/// Several places, of which the first that has something counts.
class Paths
{
public:
    Paths() = default;
    /// A text or an array of texts; undefined: none.
    [[nodiscard]] static domain::Result<Paths> parse(const QJsonValue &value);
    [[nodiscard]] QString textIn(const Answer &answer) const;
    [[nodiscard]] bool isEmpty() const { return m_paths.isEmpty(); }

private:
    QList<Path> m_paths;
};

} // namespace providers::generic
