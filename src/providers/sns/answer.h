#pragma once

#include "domain/provider/http.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace providers::sns {

/// An XML answer, flattened: its root and every element that holds text alone, in the order of the document.
struct Answer
{
    QString root;
    QList<std::pair<QString, QString>> texts;

    /// The first text of an element of that name; null if absent.
    [[nodiscard]] QString text(QStringView name) const;
    [[nodiscard]] QStringList allTexts(QStringView name) const;
    /// Of <entry><key>…</key><value>…</value></entry>; null if absent.
    [[nodiscard]] QString entry(QStringView key) const;
};

/// Empty where the body is no well-formed XML.
[[nodiscard]] std::optional<Answer> answerFrom(const QByteArray &body);

struct ErrorBody
{
    QString code; ///< empty where the body is none of Amazon's
    QString message;
};
[[nodiscard]] ErrorBody errorFrom(const domain::HttpResponse &response);

} // namespace providers::sns
