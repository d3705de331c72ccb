#pragma once

#include "domain/core/types.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace simulator {

/// A span of time from which every case draws its own, evenly.
struct Span
{
    domain::Millis from{0};
    domain::Millis to{0};
};

/// One of Twilio's codes and how many of all messages end with it (0 to 1).
struct FailureShare
{
    int code = 0;
    double share = 0;
};

/// How the made-up phones and the network before them behave.
struct NetworkOptions
{
    Span latency;                                              ///< until an answer to any request leaves
    Span delivery{domain::Millis{1000}, domain::Millis{4000}}; ///< from acceptance to the final state
    std::vector<FailureShare> failures;                        ///< after acceptance
    double stopShare = 0;                                      ///< of the delivered answer STOP
    int messagingLimit = 2'000; ///< what WhatsApp says of people to be written to first within 24 hours; 0: no limit
    double readShare = 0.5;     ///< of the delivered is read, where that is told
    Span replyDelay{domain::Millis{1000}, domain::Millis{5000}}; ///< from delivery to a reply
    qint64 priceMicros = 7900;                                   ///< per segment; 0: never a price
    qint64 balanceMicros = 100'000'000'000;                      ///< of every account at the start
    std::string currency = "USD";
    int concurrency = 0; ///< sends in flight beyond which 429 is answered; 0: no limit
};

/// When something goes wrong: for a share of the cases, for every nth, and for the next n whatever the share.
struct Fault
{
    double share = 0;
    qint64 every = 0;
    qint64 next = 0;
    qint64 seen = 0; ///< cases met so far; what `every` counts by
};

/// What can go wrong, each by itself. Sends only, unless `questions` is set: then hang, dropBefore, tooMany,
/// serverError and slow meet the questions (status, lists, balance) as well.
struct Faults
{
    bool refuse = false;                  ///< nobody listens, and what is connected is closed
    domain::Millis refuseFor{0};          ///< with refuse: listens again by itself after this time; 0: never
    Fault reset;                          ///< a new connection is reset
    Fault hang;                           ///< read, not accepted, never answered
    Fault hangAccepting;                  ///< accepted and logged, never answered
    Fault dropBefore;                     ///< read, not accepted, connection closed
    Fault dropAccepting;                  ///< accepted and logged, connection closed without an answer
    Fault tooMany;                        ///< 429 with code 20429, not accepted
    std::optional<int> retryAfterSeconds; ///< of tooMany
    Fault serverError;                    ///< 500, not accepted
    Fault serverErrorAccepting;           ///< 500, accepted all the same
    Fault slow;                           ///< answered later by slowBy
    Span slowBy{domain::Millis{2000}, domain::Millis{2000}};
    bool questions = false;
};

/// What an account must show. Without any, every account of the right shape is taken with any token. Of the mail server
/// "smtp" with "user:password"; without one nobody needs to log in.
struct Account
{
    std::string sid;
    std::string token;
};

struct Options
{
    quint16 port = 0;     ///< 0: any free one
    quint16 mailPort = 0; ///< of the mail server; 0: any free one
    std::vector<Account> accounts;
    NetworkOptions network;
    Faults faults;
    QString logFile;       ///< empty: none. Appended to, a line per accepted message, written before the answer
    domain::Millis age{0}; ///< simulated time begins so long ago; advance() brings it up to now
    quint64 seed = 1;      ///< the same seed and the same order of requests draw the same fates
    qint64 textBytes = 512 * 1024 * 1024; ///< of message texts kept; older ones are then listed without
};

struct Statistics
{
    qint64 connections = 0; ///< open now
    qint64 connectionsEver = 0;
    qint64 requests = 0; ///< read completely, control not counted
    qint64 sends = 0;    ///< of these, POST Messages
    qint64 accepted = 0;
    qint64 refused = 0; ///< sends answered with 4xx
    qint64 faults = 0;  ///< faults that struck
    qint64 inbound = 0;
    qint64 phones = 0; ///< different recipients of accepted messages
    qint64 phonesMoreThanOnce = 0;
    qint64 pending = 0; ///< of the accepted: not yet final
    qint64 delivered = 0;
    qint64 failed = 0;
    qint64 segments = 0;
    qint64 spentMicros = 0;
};

/// An accepted message as a test looks at it.
struct AcceptedMessage
{
    QString sid;
    QString from;
    QString to;
    QString body;
    QString status; ///< Twilio's word, as of now
    int errorCode = 0;
    domain::Instant at{};
};

} // namespace simulator
