#pragma once

#include "domain/message/state.h"

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

/// A state in the vectors' words.
inline QString normalised(domain::MessageState state)
{
    switch (state) {
    case domain::MessageState::Accepted:
        return QStringLiteral("submitted");
    case domain::MessageState::Undelivered:
        return QStringLiteral("failed");
    case domain::MessageState::Cancelled:
        return QStringLiteral("canceled");
    default:
        return domain::toText(state);
    }
}

} // namespace fixture
