#include "storage/core/wordmatch.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace storage {

QString wordMatch(const QString &text)
{
    QStringList words;
    QString word;
    const auto flush = [&] {
        if (!word.isEmpty())
            words << u'"' + word + u"\"*"_s;
        word.clear();
    };
    for (const QChar c : text) {
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())
            word += c;
        else
            flush();
    }
    flush();
    return words.join(u' ');
}

} // namespace storage
