#pragma once

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QString>

/// One case of a vector file. `id` is unique over all files that were read and fit for a row's name.
struct VectorCase
{
    QString id;
    QJsonObject value;    ///< the case as it stands in "vectors"
    QJsonObject meta;     ///< the "meta" of its file
    QJsonObject document; ///< the rest of its file's top level, without "meta" and "vectors" (such as "records")

    [[nodiscard]] QByteArray rowName() const { return id.toUtf8(); }
};

/// Every case of every `<prefix>*.json` in tests/domain/vectors and, if the variable HELIOGRAPH_VECTORS names
/// another folder, in that one too. A file that cannot be read ends the test: nothing may be skipped in silence.
[[nodiscard]] inline QList<VectorCase> loadVectors(const QString &prefix)
{
    QStringList folders{QStringLiteral(HELIOGRAPH_SOURCE_DIR "/tests/domain/vectors")};
    if (const QString other = qEnvironmentVariable("HELIOGRAPH_VECTORS"); !other.isEmpty()) {
        if (!QDir(other).exists())
            qFatal("HELIOGRAPH_VECTORS names no folder: %s", qUtf8Printable(other));
        if (QDir(other).canonicalPath() != QDir(folders.first()).canonicalPath())
            folders.append(other);
    }

    QList<VectorCase> cases;
    QSet<QString> seen;
    for (const QString &folder : folders) {
        const QFileInfoList files =
            QDir(folder).entryInfoList({prefix + QStringLiteral("*.json")}, QDir::Files, QDir::Name);
        for (const QFileInfo &info : files) {
            QFile file(info.filePath());
            if (!file.open(QIODevice::ReadOnly))
                qFatal("cannot read %s", qUtf8Printable(info.filePath()));
            QJsonParseError error;
            QJsonObject document = QJsonDocument::fromJson(file.readAll(), &error).object();
            const QJsonArray vectors = document.take(QStringLiteral("vectors")).toArray();
            if (vectors.isEmpty())
                qFatal("no vectors in %s: %s", qUtf8Printable(info.filePath()), qUtf8Printable(error.errorString()));
            const QJsonObject meta = document.take(QStringLiteral("meta")).toObject();
            for (qsizetype i = 0; i < vectors.size(); ++i) {
                const QJsonObject value = vectors.at(i).toObject();
                QString id = value.value(QStringLiteral("id")).toString();
                if (id.isEmpty() || seen.contains(id))
                    id = QStringLiteral("%1 %2 #%3").arg(id, info.filePath()).arg(i);
                seen.insert(id);
                cases.append({id, value, meta, document});
            }
        }
    }
    if (cases.isEmpty())
        qFatal("there is no vector file %s*.json", qUtf8Printable(prefix));
    return cases;
}
