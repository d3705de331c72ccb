#pragma once

#include <QList>
#include <QString>
#include <QVariant>

namespace storage {

/// A piece of SQL with the values of its question marks, in order. Only literals of the source and pieces like it are
/// joined: nothing that came from a person is ever part of the text.
struct SqlText
{
    QString text;
    QList<QVariant> values{};

    SqlText() = default;
    SqlText(QString sql) : text(std::move(sql)) {}
    SqlText(QString sql, QList<QVariant> bound) : text(std::move(sql)), values(std::move(bound)) {}

    SqlText &operator+=(const SqlText &other)
    {
        text += other.text;
        values += other.values;
        return *this;
    }
    friend SqlText operator+(SqlText a, const SqlText &b) { return a += b; }
};

/// `pattern` with each % replaced by the next part.
[[nodiscard]] SqlText sql(QStringView pattern, std::initializer_list<SqlText> parts);
[[nodiscard]] SqlText joined(const QList<SqlText> &parts, const QString &separator);

} // namespace storage
