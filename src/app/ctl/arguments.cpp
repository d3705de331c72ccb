#include "app/ctl/arguments.h"

using namespace Qt::StringLiterals;

namespace ctl {

tl::expected<Arguments, QString> Arguments::parse(const QStringList &words, const QStringList &options)
{
    Arguments parsed;
    bool optionsEnded = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (optionsEnded || !word.startsWith("--"_L1)) {
            parsed.m_plain << word;
            continue;
        }
        if (word == "--"_L1) {
            optionsEnded = true;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = word.mid(2, equals < 0 ? -1 : equals - 2);
        if (options.contains(name)) {
            if (equals >= 0)
                return tl::unexpected(u"--%1 takes no value"_s.arg(name));
            parsed.m_values[name] << QString();
            continue;
        }
        const bool repeated = options.contains(name + "=*"_L1);
        if (!repeated && !options.contains(name + u'='))
            return tl::unexpected(u"unknown option --%1"_s.arg(name));
        if (!repeated && parsed.has(name))
            return tl::unexpected(u"--%1 is given twice"_s.arg(name));
        if (equals >= 0) {
            parsed.m_values[name] << word.mid(equals + 1);
        } else {
            if (i + 1 >= words.size())
                return tl::unexpected(u"--%1 needs a value"_s.arg(name));
            parsed.m_values[name] << words[++i];
        }
    }
    return parsed;
}

QString Arguments::value(const QString &name, const QString &otherwise) const
{
    const QStringList all = m_values.value(name);
    return all.isEmpty() ? otherwise : all.constLast();
}

} // namespace ctl
