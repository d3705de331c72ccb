#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace fixture {

/// A group of tests/providers/vectors/test_vectors.json.
inline QJsonObject vectorGroup(QLatin1String id)
{
    QFile file(QStringLiteral(HELIOGRAPH_SOURCE_DIR "/tests/providers/vectors/test_vectors.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the vector file cannot be read");
    const QJsonArray groups = QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("groups")).toArray();
    for (const QJsonValue &value : groups)
        if (value[QLatin1String("id")].toString() == id)
            return value.toObject();
    qFatal("the vector file has no such group");
}

} // namespace fixture
