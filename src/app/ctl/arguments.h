#pragma once

#include <QHash>
#include <QStringList>

#include <tl/expected.hpp>

namespace ctl {

/// What stands behind a command's words: options with and without a value, and plain arguments. An option that takes a
/// value may be given as `--name value` or `--name=value`; `--` ends the options.
class Arguments
{
public:
    /// Option names without dashes; those with a value end in '=', those that may be repeated in '=*'.
    /// The error is a sentence for the person ("unknown option --nmae").
    [[nodiscard]] static tl::expected<Arguments, QString> parse(const QStringList &words, const QStringList &options);

    [[nodiscard]] bool has(const QString &name) const { return m_values.contains(name); }
    [[nodiscard]] QString value(const QString &name, const QString &otherwise = {}) const;
    [[nodiscard]] QStringList values(const QString &name) const { return m_values.value(name); }
    [[nodiscard]] const QStringList &plain() const { return m_plain; }

private:
    QHash<QString, QStringList> m_values;
    QStringList m_plain;
};

} // namespace ctl
