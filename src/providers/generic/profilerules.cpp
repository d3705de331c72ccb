#include "providers/generic/profilereader.h"

using namespace Qt::StringLiterals;

namespace providers::generic {

using domain::MessageState;
using domain::Reached;

QList<Test> ProfileReader::tests(const QJsonObject &json, const QString &place, const QString &prefix)
{
    QList<Test> all;
    for (auto it = json.constBegin(); it != json.constEnd(); ++it) {
        auto path = Path::parse(prefix + it.key());
        if (!path) {
            m_problems.append({place + u'.' + it.key(), u"path"_s});
            continue;
        }
        Test test{*std::move(path), {}};
        const QJsonArray values = it->isArray() ? it->toArray() : QJsonArray{*it};
        for (const QJsonValue &value : values)
            test.values << asText(value);
        test.values.removeAll(QString());
        all << std::move(test);
    }
    return all;
}

QList<StatusRange> ProfileReader::ranges(ObjectReader &from, const QString &key)
{
    static const QRegularExpression shape(u"^(?:([1-5])xx|([1-5][0-9]{2})(?:-([1-5][0-9]{2}))?)\\z"_s);
    QList<StatusRange> all;
    const QStringList texts = from.texts(key);
    for (const QString &text : texts) {
        const auto match = shape.match(text);
        if (!match.hasMatch()) {
            from.problem(key, u"format"_s);
        } else if (!match.captured(1).isEmpty()) {
            const int hundred = match.captured(1).toInt() * 100;
            all.append({hundred, hundred + 99});
        } else {
            const int first = match.captured(2).toInt();
            all.append({first, match.captured(3).isEmpty() ? first : match.captured(3).toInt()});
        }
    }
    return all;
}

void ProfileReader::readSuccess(const QList<QJsonObject> &rules)
{
    for (qsizetype i = 0; i < rules.size(); ++i) {
        const QString place = u"success[%1]"_s.arg(i);
        ObjectReader from(rules[i], place, m_problems);
        SuccessRule rule;
        rule.http = ranges(from, u"http"_s);
        rule.tests = tests(from.object(u"json"_s), place + u".json"_s) +
                     tests(from.object(u"xml"_s), place + u".xml"_s, u"xml:"_s);
        rule.text = from.pattern(from.has(u"regex"_s) ? u"regex"_s : u"text"_s);
        if (rule.http.isEmpty() && rule.tests.isEmpty() && !rule.text)
            m_problems.append({place, u"required"_s});
        profile.success << std::move(rule);
    }
}

void ProfileReader::readFailures(const QList<QJsonObject> &rules)
{
    static const QList<std::pair<QString, QList<Reached>>> networks{
        {u"dns"_s, {Reached::NotConnected}},
        {u"connect"_s, {Reached::NotConnected}},
        {u"tls"_s, {Reached::TlsFailed}},
        {u"timeout_before_write"_s, {Reached::RequestPartial}},
        {u"timeout_after_write"_s, {Reached::RequestWritten}},
        {u"reset"_s, {Reached::RequestPartial, Reached::RequestWritten, Reached::ResponsePartial}}};
    static const QList<std::pair<QString, ErrorRule>> classes{
        {u"retry_later"_s, {ErrorClass::RetryLater, domain::Scope::Message}},
        {u"throttled"_s, {ErrorClass::Throttled, domain::Scope::Account}},
        {u"permanent_recipient"_s, {ErrorClass::Recipient, domain::Scope::Recipient}},
        {u"permanent_message"_s, {ErrorClass::Message, domain::Scope::Message}},
        {u"permanent_config"_s, {ErrorClass::Config, domain::Scope::Account}},
        {u"opted_out"_s, {ErrorClass::OptedOut, domain::Scope::Recipient}},
        {u"unknown_outcome"_s, {ErrorClass::UnknownOutcome, domain::Scope::Message}},
        {u"permanent_unknown"_s, {ErrorClass::Unclear, domain::Scope::Message}}};
    for (qsizetype i = 0; i < rules.size(); ++i) {
        const QString place = u"errors[%1]"_s.arg(i);
        ObjectReader from(rules[i], place, m_problems);
        FailureRule rule;
        rule.http = ranges(from, u"http"_s);
        rule.codes = from.texts(u"code"_s);
        rule.text = from.pattern(u"text"_s);
        const QStringList words = from.texts(u"network"_s);
        for (const QString &word : words) {
            const auto it =
                std::find_if(networks.begin(), networks.end(), [&](const auto &n) { return n.first == word; });
            if (it == networks.end())
                from.problem(u"network"_s, u"format"_s);
            else
                rule.network += it->second;
        }
        const QString name = from.text(u"class"_s);
        const auto it = std::find_if(classes.begin(), classes.end(), [&](const auto &c) { return c.first == name; });
        if (it == classes.end())
            from.problem(u"class"_s, name.isEmpty() ? u"required"_s : u"format"_s);
        else
            rule.rule = it->second;
        const bool mayHaveArrived =
            rule.network.contains(Reached::RequestWritten) || rule.network.contains(Reached::ResponsePartial);
        const bool repeats =
            rule.rule.errorClass == ErrorClass::RetryLater || rule.rule.errorClass == ErrorClass::Throttled;
        if (mayHaveArrived && repeats)
            from.problem(u"class"_s, u"unsafe"_s); // it would be sent twice
        if (rule.http.isEmpty() && rule.codes.isEmpty() && !rule.text && rule.network.isEmpty())
            m_problems.append({place, u"required"_s});
        profile.failures << std::move(rule);
    }
}

void ProfileReader::readExtract(const QJsonObject &json)
{
    ObjectReader from(json, u"extract"_s, m_problems);
    Extract &e = profile.extract;
    e.id = from.paths(u"id"_s);
    e.idRequired = from.boolean(u"id_required"_s, !e.id.isEmpty());
    e.segments = from.paths(u"segments"_s);
    e.price = from.paths(u"price"_s);
    e.currency = from.paths(u"currency"_s);
    e.errorCode = from.paths(u"error_code"_s);
    e.errorText = from.paths(u"error_text"_s);
    e.retryAfter = from.paths(u"retry_after"_s);
}

void ProfileReader::readStatusMap(const QJsonObject &json)
{
    static const QHash<QString, MessageState> states{
        {u"submitted"_s, MessageState::Accepted},  {u"sent"_s, MessageState::Sent},
        {u"delivered"_s, MessageState::Delivered}, {u"read"_s, MessageState::Read},
        {u"failed"_s, MessageState::Undelivered},  {u"expired"_s, MessageState::Expired},
        {u"canceled"_s, MessageState::Cancelled}};
    for (auto it = states.cbegin(); it != states.cend(); ++it)
        profile.statusMap.insert(it.key(), it.value());
    for (auto it = json.constBegin(); it != json.constEnd(); ++it) {
        const auto state = states.constFind(it->toString());
        if (state == states.cend())
            m_problems.append({u"status_map."_s + it.key(), u"format"_s});
        else
            profile.statusMap.insert(it.key().toLower(), *state);
    }
}

RowShape ProfileReader::row(ObjectReader &from)
{
    RowShape row;
    row.when = tests(from.object(u"when"_s), from.at(u"when"_s));
    row.id = from.paths(u"id"_s);
    row.reference = from.paths(u"ref"_s);
    row.status = from.paths(u"status"_s);
    row.errorCode = from.paths(u"error_code"_s);
    row.errorText = from.paths(u"error_text"_s);
    row.price = from.paths(u"price"_s);
    row.currency = from.paths(u"currency"_s);
    row.segments = from.paths(u"segments"_s);
    row.to = from.paths(u"to"_s);
    row.from = from.paths(u"from"_s);
    row.text = from.paths(u"text"_s);
    row.time = from.paths(u"time"_s);
    row.timeFormat = from.text(u"time_format"_s);
    return row;
}

ListShape ProfileReader::list(const QJsonObject &json, const QString &place, const QStringList &names)
{
    static const QStringList own{u"items"_s, u"paging"_s,   u"inbound"_s,    u"channel"_s,    u"when"_s,
                                 u"id"_s,    u"ref"_s,      u"status"_s,     u"error_code"_s, u"error_text"_s,
                                 u"price"_s, u"currency"_s, u"segments"_s,   u"to"_s,         u"from"_s,
                                 u"text"_s,  u"time"_s,     u"time_format"_s};
    QJsonObject mine;
    QJsonObject asked;
    for (auto it = json.constBegin(); it != json.constEnd(); ++it)
        (own.contains(it.key()) ? mine : asked).insert(it.key(), *it);
    ListShape shape;
    shape.request = request(asked, place, names);
    ObjectReader from(mine, place, m_problems);
    shape.items = from.path(u"items"_s);
    if (!shape.items || !shape.items->isJson())
        from.problem(u"items"_s, shape.items ? u"path"_s : u"required"_s);
    shape.row = row(from);
    shape.isInbound = from.boolean(u"inbound"_s, false);
    if (shape.row.id.isEmpty())
        from.problem(u"id"_s, u"required"_s);
    const auto channel = domain::channelFromText(from.text(u"channel"_s, domain::toText(profile.channels.value(0))));
    if (!channel)
        from.problem(u"channel"_s, u"format"_s);
    shape.channel = channel.value_or(domain::Channel::Sms);
    const QJsonObject pages = from.object(u"paging"_s);
    if (!pages.isEmpty()) {
        ObjectReader paging(pages, from.at(u"paging"_s), m_problems);
        shape.paging.kind =
            Paging::Kind(paging.word(u"type"_s, {u"none"_s, u"next_link"_s, u"page"_s, u"offset"_s, u"cursor"_s}));
        shape.paging.parameter = paging.text(u"parameter"_s);
        shape.paging.path = paging.paths(u"path"_s);
        const bool isOffset = shape.paging.kind == Paging::Kind::Offset;
        shape.paging.first = paging.number(isOffset ? u"step"_s : u"first"_s, isOffset ? 100 : 1, 0, 10'000);
        const bool needsPath = shape.paging.kind == Paging::Kind::NextLink || shape.paging.kind == Paging::Kind::Cursor;
        if (needsPath == shape.paging.path.isEmpty() && shape.paging.kind != Paging::Kind::None)
            paging.problem(u"path"_s, needsPath ? u"required"_s : u"unknown"_s);
        if (shape.paging.kind >= Paging::Kind::Page && shape.paging.parameter.isEmpty())
            paging.problem(u"parameter"_s, u"required"_s);
    }
    return shape;
}

void ProfileReader::readPoll(const QJsonObject &json)
{
    if (json.isEmpty())
        return;
    ObjectReader from(json, u"poll"_s, m_problems);
    if (from.has(u"one"_s)) {
        profile.statusOne = request(from.object(u"one"_s), u"poll.one"_s, {u"provider_id"_s});
        profile.statusRow = row(from);
        if (profile.statusRow.status.isEmpty())
            from.problem(u"status"_s, u"required"_s);
    }
    const QList<QJsonObject> lists = from.objects(u"list"_s);
    for (qsizetype i = 0; i < lists.size(); ++i)
        profile.lists << list(lists[i], u"poll.list[%1]"_s.arg(i), {u"since_unix"_s, u"since_iso"_s});
    if (!profile.statusOne && lists.isEmpty())
        m_problems.append({u"poll"_s, u"required"_s});
    // The engine looks by its own rhythm (once a minute while young, up to 72 h); these can only say the same.
    (void)from.number(u"min_interval_s"_s, 60, 0, 60);
    (void)from.number(u"give_up_after_h"_s, 72, 1, 72);
}

void ProfileReader::readReconcile(const QJsonValue &json)
{
    if (json.isUndefined() || json == u"none"_s)
        return;
    if (json == u"by_match"_s) {
        profile.byMatch = true;
    } else {
        ObjectReader from(json.toObject(), u"reconcile"_s, m_problems);
        profile.byMatch = from.has(u"by_match"_s) && from.boolean(u"by_match"_s, false);
        if (from.has(u"by_ref"_s))
            profile.byReference = list(from.object(u"by_ref"_s), u"reconcile.by_ref"_s,
                                       {u"attempt_id"_s, u"ref"_s, u"to_e164"_s, u"to_digits"_s});
        if (!profile.byMatch && !profile.byReference)
            m_problems.append({u"reconcile"_s, u"format"_s});
    }
    const bool canMatch = std::any_of(profile.lists.cbegin(), profile.lists.cend(), [](const ListShape &list) {
        return !list.isInbound && !list.row.to.isEmpty() && !list.row.text.isEmpty() && !list.row.time.isEmpty();
    });
    if (profile.byMatch && !canMatch)
        m_problems.append({u"reconcile.by_match"_s, u"required"_s}); // a list with to, text and time
}

void ProfileReader::readWebhook(const QJsonObject &json)
{
    if (json.isEmpty())
        return;
    ObjectReader from(json, u"webhook"_s, m_problems);
    WebhookShape hook;
    hook.method = from.word(u"method"_s, {u"POST"_s, u"GET"_s}) == 1 ? "GET" : "POST";
    const QJsonObject auth = from.object(u"auth"_s);
    if (auth.isEmpty())
        from.problem(u"auth"_s, u"required"_s);
    {
        ObjectReader how(auth, u"webhook.auth"_s, m_problems);
        hook.auth = WebhookShape::Auth(how.word(u"type"_s, {u"none"_s, u"field"_s, u"header"_s, u"hmac"_s}));
        hook.name = how.text(u"name"_s);
        hook.secret = how.text(u"secret"_s);
        hook.hash = Signature::Hash(how.word(u"hash"_s, {u"hmac_sha1"_s, u"hmac_sha256"_s, u"hmac_sha512"_s}));
        if (!how.has(u"hash"_s))
            hook.hash = Signature::Hash::HmacSha256;
        const int encoding = how.word(u"encoding"_s, {u"hex"_s, u"base64"_s, u"any"_s});
        hook.base64 = encoding == 2 ? QList<bool>{false, true} : QList<bool>{encoding == 1};
        hook.prefix = how.text(u"prefix"_s);
        hook.timestampHeader = how.text(u"timestamp_header"_s);
        if (how.has(u"string"_s)) {
            hook.signedText = how.textTemplate(u"string"_s);
            const QStringList names = hook.signedText->names();
            for (const QString &name : names)
                if (name != u"body" && name != u"url" && name != u"timestamp")
                    how.problem(u"string"_s, u"template"_s);
        }
        if (hook.auth != WebhookShape::Auth::None && (hook.name.isEmpty() || !profile.secrets.contains(hook.secret)))
            how.problem(hook.name.isEmpty() ? u"name"_s : u"secret"_s, u"required"_s);
    }
    hook.items = from.path(u"items"_s);
    for (const bool isInbound : {false, true}) {
        const QString key = isInbound ? u"inbound"_s : u"status"_s;
        if (!from.has(key))
            continue;
        ObjectReader what(from.object(key), u"webhook."_s + key, m_problems);
        (isInbound ? hook.inbound : hook.status) = row(what);
    }
    hook.channel = from.paths(u"channel"_s);
    if (!hook.status && !hook.inbound)
        from.problem(u"status"_s, u"required"_s);
    hook.answerStatus = static_cast<int>(from.number(u"answer_status"_s, 200, 200, 299));
    hook.answer = from.text(u"answer"_s).toUtf8();
    profile.webhook = std::move(hook);
}

void ProfileReader::readBalance(const QJsonObject &json)
{
    if (json.isEmpty())
        return;
    QJsonObject asked = json;
    for (const QString &key : {u"amount"_s, u"currency"_s})
        asked.remove(key);
    profile.balance = request(asked, u"balance"_s, {});
    auto amount = Paths::parse(json.value(u"amount"_s));
    auto currency = Paths::parse(json.value(u"currency"_s));
    if (!amount || amount->isEmpty())
        m_problems.append({u"balance.amount"_s, amount ? u"required"_s : u"path"_s});
    else
        profile.balanceAmount = *std::move(amount);
    if (!currency)
        m_problems.append({u"balance.currency"_s, u"path"_s});
    else
        profile.balanceCurrency = *std::move(currency);
}

} // namespace providers::generic
