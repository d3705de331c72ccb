#pragma once

#include "domain/provider/provider.h"
#include "providers/errorclass.h"
#include "providers/generic/path.h"
#include "providers/generic/template.h"

namespace providers::generic {

/// A JSON value whose texts are templates.
struct JsonNode
{
    enum class Kind { Literal, Text, Array, Object };
    Kind kind = Kind::Literal;
    QJsonValue literal;
    Template text;
    std::vector<std::pair<QString, JsonNode>> members; ///< of an array without names
};

struct NamedTemplate
{
    QString name;
    Template value;
};

/// How a request is made.
struct RequestShape
{
    enum class Body { None, Form, Json, Raw, Multipart };
    QByteArray method = "GET";
    Template url;
    QList<NamedTemplate> query;
    QList<NamedTemplate> headers;
    Body body = Body::None;
    QList<NamedTemplate> form; ///< of Form and Multipart
    JsonNode json;
    Template raw;
    QByteArray contentType; ///< of Raw
    domain::Millis timeout{30'000};
};

/// What is added right before a request leaves, because it depends on the moment or on all of the request.
struct Signature
{
    enum class Hash { HmacSha1, HmacSha256, HmacSha512, Md5, Sha256 };
    Hash hash = Hash::HmacSha256;
    bool base64 = false;
    Template key;
    Template string;              ///< what is signed; {method} {url} {path} {query} {body} {now_unix} {now_iso} {nonce}
    QList<NamedTemplate> headers; ///< with the same, and {signature}
    QList<NamedTemplate> query;
};

struct Auth
{
    enum class Type {
        None,
        Basic,
        Signed,
        Amazon, ///< Signature Version 4: user and password are the access key
    };
    Type type = Type::None;
    Template user;
    Template password;
    Signature signature;
    QByteArray region;
    QByteArray service;
};

/// One condition on an answer; values empty: there must be something.
struct Test
{
    Path path;
    QStringList values;
};

struct StatusRange
{
    int from = 0;
    int to = 0;
};

struct SuccessRule
{
    QList<StatusRange> http;
    QList<Test> tests;
    std::optional<QRegularExpression> text;
};

struct FailureRule
{
    QList<StatusRange> http;
    QList<domain::Reached> network;
    QStringList codes; ///< compared without case
    std::optional<QRegularExpression> text;
    ErrorRule rule;
};

struct Extract
{
    Paths id;
    bool idRequired = false; ///< an answer without one is no acceptance
    Paths segments;
    Paths price;
    Paths currency;
    Paths errorCode;
    Paths errorText;
    Paths retryAfter;
};

/// Where a row of a list, a status or a webhook has what.
struct RowShape
{
    QList<Test> when; ///< other rows are none of these
    Paths id, reference, status, errorCode, errorText, price, currency, segments, to, from, text, time;
    QString timeFormat; ///< Qt's notation in UTC; empty: seconds or milliseconds since 1970, ISO 8601 or RFC 2822
};

struct Paging
{
    enum class Kind { None, NextLink, Page, Offset, Cursor };
    Kind kind = Kind::None;
    QString parameter;
    qint64 first = 1; ///< Page: the first one's number; Offset: rows of a page
    Paths path;       ///< NextLink, Cursor
};

struct ListShape
{
    RequestShape request;
    std::optional<Path> items;
    RowShape row;
    Paging paging;
    bool isInbound = false;
    domain::Channel channel = domain::Channel::Sms;
};

struct WebhookShape
{
    enum class Auth { None, Field, Header, Hmac };
    QByteArray method = "POST";
    Auth auth = Auth::None;
    QString name;   ///< of the field or header
    QString secret; ///< its name
    Signature::Hash hash = Signature::Hash::HmacSha256;
    QList<bool> base64;                 ///< the spellings that count: hex (false), base64 (true)
    QString prefix;                     ///< before the signature: "sha256="
    std::optional<Template> signedText; ///< empty: the body as it came
    QString timestampHeader;            ///< {timestamp} in it
    std::optional<Path> items;          ///< several events in one request
    std::optional<RowShape> status;
    std::optional<RowShape> inbound;
    Paths channel; ///< of what people write: "sms" or "whatsapp"; else the profile's first
    int answerStatus = 200;
    QByteArray answer;
};

/// A gateway described by settings alone (generic_http.md, section 2), read once from its JSON.
struct Profile
{
    QString name;
    QList<domain::Channel> channels;
    QStringList secrets;
    QHash<QString, QString> variables; ///< with their values or defaults
    QHash<domain::Channel, RequestShape> sends;
    Auth auth;
    QList<SuccessRule> success; ///< any of them; none: 2xx
    QList<FailureRule> failures;
    Extract extract;
    QHash<QString, domain::MessageState> statusMap; ///< lower case
    std::optional<RequestShape> statusOne;
    RowShape statusRow;
    QList<ListShape> lists;
    std::optional<ListShape> byReference;
    bool byMatch = false;
    std::optional<WebhookShape> webhook;
    std::optional<RequestShape> balance;
    Paths balanceAmount;
    Paths balanceCurrency;
    std::optional<RequestShape> test;
    int mostPerSecond = 0; ///< 0: no limit of its own, as the others
    int mostInFlight = 0;
    int mostSegments = 0;
};

struct ReadProfile
{
    Profile profile;
    QList<domain::ConfigProblem> problems; ///< `field` is the place: "send.headers.Authorization"
};

/// `settings` are the account's: the variables' values, and whether it may speak plain HTTP in the local network.
[[nodiscard]] ReadProfile readProfile(const QJsonObject &json, const QJsonObject &settings);

/// What a message's templates may name besides the profile's variables and secrets.
[[nodiscard]] const QStringList &messageNames();

} // namespace providers::generic
