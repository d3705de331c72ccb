#pragma once

#include "providers/generic/objectreader.h"

namespace providers::generic {

/// Reads a profile's JSON (profilereader.cpp: what is sent; profilerules.cpp: what answers mean, lists, webhook).
class ProfileReader
{
public:
    ProfileReader(const QJsonObject &settings, QList<domain::ConfigProblem> &problems)
        : m_settings(settings), m_problems(problems)
    {}

    void read(const QJsonObject &json);

    Profile profile;

private:
    void readVariables(const QJsonObject &byName);
    [[nodiscard]] RequestShape request(const QJsonObject &json, const QString &place, QStringList names);
    [[nodiscard]] JsonNode jsonNode(const QJsonValue &value, const QString &place, const QStringList &names);
    void checkNames(const Template &text, const QString &place, const QStringList &names);
    void checkFields(const QList<NamedTemplate> &fields, const QString &place, const QStringList &names);
    void checkHeaders(const QList<NamedTemplate> &headers, const QString &place, const QStringList &names);
    void readAuth(const QJsonObject &json);
    void readSuccess(const QList<QJsonObject> &rules);
    void readFailures(const QList<QJsonObject> &rules);
    void readExtract(const QJsonObject &json);
    void readStatusMap(const QJsonObject &json);
    void readPoll(const QJsonObject &json);
    void readReconcile(const QJsonValue &json);
    void readWebhook(const QJsonObject &json);
    void readBalance(const QJsonObject &json);
    [[nodiscard]] RowShape row(ObjectReader &from);
    [[nodiscard]] ListShape list(const QJsonObject &json, const QString &place, const QStringList &names);
    [[nodiscard]] QList<Test> tests(const QJsonObject &json, const QString &place, const QString &prefix = {});
    [[nodiscard]] QList<StatusRange> ranges(ObjectReader &from, const QString &key);

    const QJsonObject &m_settings;
    QList<domain::ConfigProblem> &m_problems;
};

} // namespace providers::generic
