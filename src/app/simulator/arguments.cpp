#include "app/simulator/arguments.h"

#include <QCommandLineParser>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace app {

namespace {

using domain::Millis;

/// Codes of `--failures SHARE`: what networks report most, in about the proportion in which they do.
constexpr simulator::FailureShare usualFailures[]{
    {30003, 0.4}, {30005, 0.25}, {30006, 0.2}, {30007, 0.1}, {30008, 0.05}};

/// "250", "250ms", "2s", and two of them with a dash between.
std::optional<simulator::Span> spanFrom(const QString &text)
{
    static const QRegularExpression pattern(u"^([0-9]{1,9})(ms|s)?(?:-([0-9]{1,9})(ms|s)?)?\\z"_s);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto millis = [&match](int number, const QString &unit) {
        return Millis{match.captured(number).toLongLong() * (unit == u"s" ? 1000 : 1)};
    };
    if (!match.hasCaptured(3))
        return simulator::Span{millis(1, match.captured(2)), millis(1, match.captured(2))};
    const QString unitOfBoth = match.captured(4);
    const simulator::Span span{millis(1, match.hasCaptured(2) ? match.captured(2) : unitOfBoth), millis(3, unitOfBoth)};
    return span.from <= span.to ? std::optional(span) : std::nullopt;
}

/// "0.02" or "2%".
std::optional<double> shareFrom(QString text)
{
    const bool percent = text.endsWith(u'%');
    if (percent)
        text.chop(1);
    bool good = false;
    const double share = text.toDouble(&good) / (percent ? 100 : 1);
    return good && share >= 0 && share <= 1 ? std::optional(share) : std::nullopt;
}

/// "0.05" or "30003=0.02,30005=0.01".
std::optional<std::vector<simulator::FailureShare>> failuresFrom(const QString &text)
{
    std::vector<simulator::FailureShare> failures;
    if (const auto share = shareFrom(text)) {
        for (const auto &usual : usualFailures)
            failures.push_back({usual.code, usual.share * *share});
        return failures;
    }
    for (const QString &part : text.split(u',')) {
        const int code = part.section(u'=', 0, 0).toInt();
        const auto share = shareFrom(part.section(u'=', 1));
        if (code <= 0 || code > 65'535 || !share)
            return std::nullopt;
        failures.push_back({code, *share});
    }
    return failures;
}

std::optional<qint64> countFrom(const QString &text, qint64 largest)
{
    bool good = false;
    const qint64 count = text.toLongLong(&good);
    return good && count >= 0 && count <= largest ? std::optional(count) : std::nullopt;
}

/// Reads options one by one and remembers the first whose value does not fit.
class Reader
{
public:
    explicit Reader(const QCommandLineParser &parser) : m_parser(parser) {}

    template <class Target, class Parse>
    void read(const QString &name, Target &target, Parse parse)
    {
        if (!m_parser.isSet(name))
            return;
        if (const auto value = parse(m_parser.value(name)))
            target = Target(*value);
        else if (m_bad.isEmpty())
            m_bad = name;
    }
    void readShare(const QString &name, simulator::Fault &fault) { read(name, fault.share, shareFrom); }
    [[nodiscard]] QString bad() const { return m_bad; }

private:
    const QCommandLineParser &m_parser;
    QString m_bad;
};

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Imitates the providers' HTTP interfaces, each under /KIND/, a mail server, and phones, on the loopback address."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QString time = u"TIME"_s;
    const QString share = u"SHARE"_s;
    parser.addOptions({
        {u"port"_s, u"Port to listen on; 0 for any free one (the default)."_s, u"PORT"_s, u"0"_s},
        {u"mail-port"_s, u"Port to take mail on; 0 for any free one (the default)."_s, u"PORT"_s, u"0"_s},
        {u"account"_s,
         u"An account that is known, as SID:TOKEN, of SNS as ACCESSKEYID:SECRET, or else as KIND:KEY; may be given again. Without it every one is."_s,
         u"SID:TOKEN"_s},
        {u"latency"_s, u"Time until an answer leaves: 100, 100ms, 1s, 50-200."_s, time},
        {u"delivery"_s, u"Time from acceptance to the final state (default 1-4s)."_s, time},
        {u"failures"_s, u"Share that is not delivered: 0.05, 5%, or by code 30003=0.02,30005=0.01."_s, share},
        {u"stop-share"_s, u"Share of the delivered answered with STOP."_s, share},
        {u"price"_s, u"Micro-units of the currency per segment (default 7900)."_s, u"MICROS"_s},
        {u"concurrency"_s, u"Sends in flight beyond which 429 is answered."_s, u"N"_s},
        {u"drop"_s, u"Share accepted and logged, but the connection is closed without an answer."_s, share},
        {u"drop-before"_s, u"Share not accepted, the connection closed without an answer."_s, share},
        {u"hang"_s, u"Share read, not accepted and never answered."_s, share},
        {u"hang-accepting"_s, u"Share accepted and logged, but never answered."_s, share},
        {u"reset"_s, u"Share of new connections that are reset."_s, share},
        {u"error429"_s, u"Share answered with 429."_s, share},
        {u"retry-after"_s, u"Seconds that such an answer asks to wait."_s, u"SECONDS"_s},
        {u"error500"_s, u"Share answered with 500 and not accepted."_s, share},
        {u"error500-accepting"_s, u"Share accepted and logged, but answered with 500."_s, share},
        {u"slow"_s, u"Share answered later by --slow-by."_s, share},
        {u"slow-by"_s, u"By how much (default 2s)."_s, time},
        {u"age"_s, u"Simulated time begins so long ago; POST /_sim/advance brings it up to now."_s, time},
        {u"seed"_s, u"The same seed draws the same fates (default 1)."_s, u"NUMBER"_s},
        {u"log"_s, u"File to which a line is appended per accepted message: time, id, from, to, segments, text."_s,
         u"FILE"_s},
    });
}

std::optional<std::vector<simulator::Account>> accountsFrom(const QStringList &texts)
{
    static const QRegularExpression pattern(
        u"^(AC[0-9a-fA-F]{32}|messagebird|bird|vonage|smtp|AKIA[0-9A-Z]{16}):(.+)\\z"_s);
    std::vector<simulator::Account> accounts;
    for (const QString &text : texts) {
        const auto match = pattern.match(text);
        if (!match.hasMatch())
            return std::nullopt;
        accounts.push_back({match.captured(1).toStdString(), match.captured(2).toStdString()});
    }
    return accounts;
}

} // namespace

domain::Result<simulator::Options> simulatorOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return domain::fail(domain::ErrorCode::InvalidInput, parser.errorText());
    if (parser.isSet(u"help"_s))
        parser.showHelp();
    if (parser.isSet(u"version"_s))
        parser.showVersion();
    if (!parser.positionalArguments().isEmpty())
        return domain::fail(domain::ErrorCode::InvalidInput, u"unexpected argument"_s,
                            parser.positionalArguments().first());

    simulator::Options options;
    simulator::NetworkOptions &network = options.network;
    simulator::Faults &faults = options.faults;
    const auto counted = [](qint64 largest) {
        return [largest](const QString &text) { return countFrom(text, largest); };
    };
    constexpr qint64 million = 1'000'000;
    Reader reader(parser);
    reader.read(u"port"_s, options.port, counted(65'535));
    reader.read(u"mail-port"_s, options.mailPort, counted(65'535));
    reader.read(u"latency"_s, network.latency, spanFrom);
    reader.read(u"delivery"_s, network.delivery, spanFrom);
    reader.read(u"failures"_s, network.failures, failuresFrom);
    reader.read(u"stop-share"_s, network.stopShare, shareFrom);
    reader.read(u"price"_s, network.priceMicros, counted(1000 * million));
    reader.read(u"concurrency"_s, network.concurrency, counted(million));
    reader.readShare(u"drop"_s, faults.dropAccepting);
    reader.readShare(u"drop-before"_s, faults.dropBefore);
    reader.readShare(u"hang"_s, faults.hang);
    reader.readShare(u"hang-accepting"_s, faults.hangAccepting);
    reader.readShare(u"reset"_s, faults.reset);
    reader.readShare(u"error429"_s, faults.tooMany);
    reader.read(u"retry-after"_s, faults.retryAfterSeconds, counted(million));
    reader.readShare(u"error500"_s, faults.serverError);
    reader.readShare(u"error500-accepting"_s, faults.serverErrorAccepting);
    reader.readShare(u"slow"_s, faults.slow);
    reader.read(u"slow-by"_s, faults.slowBy, spanFrom);
    simulator::Span age;
    reader.read(u"age"_s, age, spanFrom);
    options.age = age.from;
    reader.read(u"seed"_s, options.seed, counted(std::numeric_limits<qint64>::max()));
    const auto accounts = accountsFrom(parser.values(u"account"_s));
    const QString bad = accounts ? reader.bad() : u"account"_s;
    if (!bad.isEmpty())
        return domain::fail(domain::ErrorCode::InvalidInput, u"the value does not fit"_s, u"--"_s + bad);
    options.accounts = *accounts;
    options.logFile = parser.value(u"log"_s);
    return options;
}

} // namespace app
