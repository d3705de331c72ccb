#include "app/ctl/context.h"

using namespace Qt::StringLiterals;

namespace ctl {

void Context::finish(int code)
{
    if (m_finished)
        return;
    m_finished = true;
    Q_EMIT finished(code);
}

std::optional<int> numberOption(Context &context, const QString &name, int otherwise, int least, int most)
{
    if (!context.arguments.has(name))
        return otherwise;
    bool isNumber = false;
    const int value = context.arguments.value(name).toInt(&isNumber);
    if (isNumber && value >= least && value <= most)
        return value;
    context.wrongUsage(u"--%1 takes a whole number from %2 to %3"_s.arg(name).arg(least).arg(most));
    return std::nullopt;
}

} // namespace ctl
