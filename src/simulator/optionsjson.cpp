#include "simulator/optionsjson.h"

using namespace Qt::StringLiterals;

namespace simulator {

namespace {

struct NamedFault
{
    QLatin1String name;
    Fault Faults::*fault;
};

constexpr NamedFault namedFaults[]{
    {"reset"_L1, &Faults::reset},
    {"hang"_L1, &Faults::hang},
    {"hangAccepting"_L1, &Faults::hangAccepting},
    {"dropBefore"_L1, &Faults::dropBefore},
    {"dropAccepting"_L1, &Faults::dropAccepting},
    {"tooMany"_L1, &Faults::tooMany},
    {"serverError"_L1, &Faults::serverError},
    {"serverErrorAccepting"_L1, &Faults::serverErrorAccepting},
    {"slow"_L1, &Faults::slow},
};

QJsonObject toJson(const Span &span)
{
    return {{u"fromMs"_s, qint64(span.from.count())}, {u"toMs"_s, qint64(span.to.count())}};
}

bool isShare(const QJsonValue &value) { return value.isDouble() && value.toDouble() >= 0 && value.toDouble() <= 1; }

bool isCount(const QJsonValue &value) { return value.isDouble() && value.toDouble() >= 0; }

bool read(Fault &fault, const QJsonValue &value)
{
    fault.seen = 0;
    if (isShare(value)) {
        fault = {value.toDouble()};
        return true;
    }
    if (!value.isObject())
        return false;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == u"share" && isShare(*it))
            fault.share = it->toDouble();
        else if (it.key() == u"every" && isCount(*it))
            fault.every = it->toInteger();
        else if (it.key() == u"next" && isCount(*it))
            fault.next = it->toInteger();
        else
            return false;
    }
    return true;
}

bool read(Span &span, const QJsonValue &value)
{
    if (isCount(value)) {
        span.from = span.to = domain::Millis{value.toInteger()};
        return true;
    }
    const QJsonValue from = value["fromMs"_L1];
    const QJsonValue to = value["toMs"_L1];
    if (!isCount(from) || !isCount(to))
        return false;
    span = {domain::Millis{from.toInteger()}, domain::Millis{to.toInteger()}};
    return true;
}

bool read(std::vector<FailureShare> &failures, const QJsonValue &value)
{
    if (!value.isObject())
        return false;
    failures.clear();
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const int code = it.key().toInt();
        if (code <= 0 || code > 65'535 || !isShare(*it))
            return false;
        failures.push_back({code, it->toDouble()});
    }
    return true;
}

bool readField(Faults &faults, const QString &key, const QJsonValue &value)
{
    for (const NamedFault &named : namedFaults)
        if (key == named.name)
            return read(faults.*named.fault, value);
    if (key == u"refuse" && value.isBool()) {
        faults.refuse = value.toBool();
    } else if (key == u"refuseForMs" && isCount(value)) {
        faults.refuseFor = domain::Millis{value.toInteger()};
    } else if (key == u"retryAfterSeconds" && (value.isNull() || isCount(value))) {
        faults.retryAfterSeconds = value.isNull() ? std::nullopt : std::optional(value.toInt());
    } else if (key == u"questions" && value.isBool()) {
        faults.questions = value.toBool();
    } else if (key == u"slowBy") {
        return read(faults.slowBy, value);
    } else {
        return false;
    }
    return true;
}

bool readField(NetworkOptions &network, const QString &key, const QJsonValue &value)
{
    if (key == u"latency")
        return read(network.latency, value);
    if (key == u"delivery")
        return read(network.delivery, value);
    if (key == u"replyDelay")
        return read(network.replyDelay, value);
    if (key == u"failures")
        return read(network.failures, value);
    if (key == u"stopShare" && isShare(value))
        network.stopShare = value.toDouble();
    else if (key == u"messagingLimit" && isCount(value))
        network.messagingLimit = value.toInt();
    else if (key == u"readShare" && isShare(value))
        network.readShare = value.toDouble();
    else if (key == u"priceMicros" && isCount(value))
        network.priceMicros = value.toInteger();
    else if (key == u"balanceMicros" && isCount(value))
        network.balanceMicros = value.toInteger();
    else if (key == u"concurrency" && isCount(value))
        network.concurrency = value.toInt();
    else
        return false;
    return true;
}

template <class T>
QString mergeInto(T &options, const QJsonObject &json)
{
    T changed = options;
    for (auto it = json.begin(); it != json.end(); ++it)
        if (!readField(changed, it.key(), *it))
            return it.key();
    options = changed;
    return {};
}

} // namespace

QJsonObject toJson(const Faults &faults)
{
    QJsonObject json{{u"refuse"_s, faults.refuse},
                     {u"refuseForMs"_s, qint64(faults.refuseFor.count())},
                     {u"retryAfterSeconds"_s,
                      faults.retryAfterSeconds ? QJsonValue(*faults.retryAfterSeconds) : QJsonValue(QJsonValue::Null)},
                     {u"slowBy"_s, toJson(faults.slowBy)},
                     {u"questions"_s, faults.questions}};
    for (const NamedFault &named : namedFaults) {
        const Fault &fault = faults.*named.fault;
        json[named.name] = QJsonObject{{u"share"_s, fault.share}, {u"every"_s, fault.every}, {u"next"_s, fault.next}};
    }
    return json;
}

QJsonObject toJson(const NetworkOptions &network)
{
    QJsonObject failures;
    for (const FailureShare &failure : network.failures)
        failures[QString::number(failure.code)] = failure.share;
    return {{u"latency"_s, toJson(network.latency)},       {u"delivery"_s, toJson(network.delivery)},
            {u"replyDelay"_s, toJson(network.replyDelay)}, {u"failures"_s, failures},
            {u"stopShare"_s, network.stopShare},           {u"readShare"_s, network.readShare},
            {u"priceMicros"_s, network.priceMicros},       {u"balanceMicros"_s, network.balanceMicros},
            {u"concurrency"_s, network.concurrency},       {u"messagingLimit"_s, network.messagingLimit}};
}

QJsonObject toJson(const Statistics &statistics)
{
    return {{u"connections"_s, statistics.connections}, {u"connectionsEver"_s, statistics.connectionsEver},
            {u"requests"_s, statistics.requests},       {u"sends"_s, statistics.sends},
            {u"accepted"_s, statistics.accepted},       {u"refused"_s, statistics.refused},
            {u"faults"_s, statistics.faults},           {u"inbound"_s, statistics.inbound},
            {u"phones"_s, statistics.phones},           {u"phonesMoreThanOnce"_s, statistics.phonesMoreThanOnce},
            {u"pending"_s, statistics.pending},         {u"delivered"_s, statistics.delivered},
            {u"failed"_s, statistics.failed},           {u"segments"_s, statistics.segments},
            {u"spentMicros"_s, statistics.spentMicros}};
}

QString merge(Faults &faults, const QJsonObject &json) { return mergeInto(faults, json); }

QString merge(NetworkOptions &network, const QJsonObject &json) { return mergeInto(network, json); }

} // namespace simulator
