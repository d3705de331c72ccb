#include "domain/provider/preset.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr int currentVersion = 1;
constexpr qsizetype largestDocument = 1024 * 1024;
constexpr double highestRate = 10'000;

tl::unexpected<Error> wrong(const QString &reason, const QString &place)
{
    return fail(ErrorCode::InvalidInput, reason, place);
}

QString lineAndColumn(const QByteArray &text, int offset)
{
    const QByteArray before = text.first(std::min<qsizetype>(offset, text.size()));
    return u"line %1, column %2"_s.arg(before.count('\n') + 1).arg(before.size() - before.lastIndexOf('\n'));
}

/// Where one of these texts stands in a value; empty: nowhere.
QString placeOf(const QStringList &secrets, const QJsonValue &value, const QString &place)
{
    if (value.isString()) {
        for (const QString &secret : secrets)
            if (secret.size() >= 4 && value.toString().contains(secret))
                return place;
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            if (const QString found = placeOf(secrets, *it, place + u'.' + it.key()); !found.isEmpty())
                return found;
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            if (const QString found = placeOf(secrets, array[i], u"%1[%2]"_s.arg(place).arg(i)); !found.isEmpty())
                return found;
    }
    return {};
}

} // namespace

Result<QByteArray> presetDocument(const ProviderPreset &preset, const QStringList &secrets)
{
    QJsonObject settings = preset.settings;
    settings.remove("secretNames"_L1); // the store's own note
    if (const QString place = placeOf(secrets, settings, u"settings"_s); !place.isEmpty())
        return wrong(u"secret"_s, place);
    QJsonObject document{{u"format"_s, u"heliograph-provider"_s},
                         {u"version"_s, currentVersion},
                         {u"kind"_s, preset.kind},
                         {u"name"_s, preset.name},
                         {u"settings"_s, settings},
                         {u"secrets"_s, QJsonArray::fromStringList(preset.secretNames)}};
    if (preset.ratePerSecond > 0)
        document.insert("ratePerSecond"_L1, preset.ratePerSecond);
    if (preset.inFlight > 0)
        document.insert("inFlight"_L1, preset.inFlight);
    return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

Result<ProviderPreset> presetFrom(const QByteArray &document)
{
    if (document.size() > largestDocument)
        return wrong(u"too long"_s, u"document"_s);
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(document, &error);
    if (error.error != QJsonParseError::NoError)
        return wrong(error.errorString(), lineAndColumn(document, error.offset));
    const QJsonObject object = json.object();
    if (object["format"_L1].toString() != u"heliograph-provider")
        return wrong(u"this is no preset of a provider"_s, u"format"_s);
    if (object["version"_L1].toInt() > currentVersion)
        return fail(ErrorCode::NewerVersion, u"written by a newer program"_s, u"version"_s);
    static const QStringList known{u"format"_s,   u"version"_s, u"kind"_s,          u"name"_s,
                                   u"settings"_s, u"secrets"_s, u"ratePerSecond"_s, u"inFlight"_s};
    for (auto it = object.begin(); it != object.end(); ++it)
        if (!known.contains(it.key()))
            return wrong(u"unknown"_s, it.key());
    for (const auto &key : {"kind"_L1, "name"_L1})
        if (object[key].toString().trimmed().isEmpty())
            return wrong(u"required"_s, key);
    if (!object["settings"_L1].isObject())
        return wrong(u"required"_s, u"settings"_s);
    ProviderPreset preset;
    preset.kind = object["kind"_L1].toString();
    preset.name = object["name"_L1].toString().trimmed();
    preset.settings = object["settings"_L1].toObject();
    const QJsonArray names = object["secrets"_L1].toArray();
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (!names[i].isString()) // a value where a name belongs
            return wrong(u"format"_s, u"secrets[%1]"_s.arg(i));
        preset.secretNames << names[i].toString();
    }
    const double rate = object["ratePerSecond"_L1].toDouble(0);
    if (rate < 0 || rate > highestRate)
        return wrong(u"range"_s, u"ratePerSecond"_s);
    preset.ratePerSecond = rate;
    preset.inFlight = std::clamp(object["inFlight"_L1].toInt(0), 0, 5'000);
    return preset;
}

} // namespace domain
