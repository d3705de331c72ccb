#pragma once

#include "providers/generic/profile.h"

#include <QSet>

namespace providers::generic {

/// Reads one object of a profile and notes what does not fit, each with its place. A key nobody has asked for is
/// unknown: it would be a promise nobody keeps.
class ObjectReader
{
public:
    ObjectReader(QJsonObject object, QString place, QList<domain::ConfigProblem> &problems);
    ~ObjectReader();
    ObjectReader(const ObjectReader &) = delete;
    ObjectReader &operator=(const ObjectReader &) = delete;

    [[nodiscard]] bool has(const QString &key) const { return m_object.contains(key); }
    [[nodiscard]] QJsonValue value(const QString &key);
    [[nodiscard]] QString text(const QString &key, const QString &otherwise = {});
    [[nodiscard]] qint64 number(const QString &key, qint64 otherwise, qint64 least, qint64 most);
    [[nodiscard]] bool boolean(const QString &key, bool otherwise);
    [[nodiscard]] QStringList texts(const QString &key); ///< a text or an array of texts or numbers
    [[nodiscard]] QJsonObject object(const QString &key);
    [[nodiscard]] QList<QJsonObject> objects(const QString &key);
    [[nodiscard]] Paths paths(const QString &key);
    [[nodiscard]] std::optional<Path> path(const QString &key);
    [[nodiscard]] Template textTemplate(const QString &key);
    [[nodiscard]] QList<NamedTemplate> templates(const QString &key);
    /// One of the words; the first where it is absent.
    [[nodiscard]] int word(const QString &key, const QStringList &words);
    [[nodiscard]] std::optional<QRegularExpression> pattern(const QString &key);

    [[nodiscard]] QString at(const QString &key) const { return m_place.isEmpty() ? key : m_place + u'.' + key; }
    [[nodiscard]] QList<domain::ConfigProblem> &problems() { return m_problems; }
    void problem(const QString &key, const QString &reason) { m_problems.append({at(key), reason}); }

private:
    QJsonObject m_object;
    QString m_place;
    QList<domain::ConfigProblem> &m_problems;
    QSet<QString> m_asked;
};

} // namespace providers::generic
