#pragma once

#include "domain/template/types.h"

namespace domain {

/// A problem while its place is still an offset in UTF-16 units of the source in use (line ends already LF).
struct TemplateFault
{
    const char *code = "";
    int from = 0;
    int length = 0;
    QString message{};
    QString hint{};
    QString name{};
};

/// The same with code points, line and column of `source` as it was given. `newlinesMerged`: the offsets count CRLF
/// as one unit, as they do for the Jinja notation.
[[nodiscard]] TemplateProblem located(const TemplateFault &fault, QStringView source, bool newlinesMerged);

/// Line ends as LF; returns the same shared text if there is no CR.
[[nodiscard]] QString withLineFeeds(const QString &source);

[[nodiscard]] int codePointCount(QStringView text);

} // namespace domain
