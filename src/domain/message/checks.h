#pragma once

#include "domain/core/types.h"

#include <QList>
#include <QString>

#include <memory>
#include <vector>

namespace domain {

/// Everything the checks look at, gathered by the engine at the moment a message is about to leave.
struct CheckFacts
{
    Instant now{};
    Channel channel = Channel::Sms;
    Category category = Category::Marketing;
    bool engineOn = true;
    bool channelOn = true;
    bool providerOn = true;
    std::optional<Instant> expiresAt;
    bool hasAddress = true;
    bool addressUsable = true;
    QString country;            ///< of the number, ISO 3166 alpha-2; empty: none
    bool countryAllowed = true; ///< one may write there
    bool contactGone = false;   ///< deleted after planning
    bool suppressed = false;
    bool doNotDisturb = false;
    std::optional<Instant> openAt; ///< when the recipient's hours let it through, `now` at the earliest; empty: never
    int capPerHour = 0;            ///< 0: none
    QList<Instant> sentLastHour;   ///< to this address, newest first
    int capPerDay = 0;             ///< of the category; 0: none
    QList<Instant> sentLastDay;    ///< of the category to this address, newest first
    // Known once the text is made:
    QString contentProblem; ///< "missing_value", "template_error"; empty: none
    QString contentDetail;
    QString windowProblem;    ///< why it cannot leave on a channel with a service window; empty: it can
    bool windowWaits = false; ///< somebody can put that right
    bool duplicate = false;
    int segments = 1;
    int maxSegments = 10;
};

/// What a check says: go, not now, never, too old, or not while something is off.
struct Verdict
{
    enum class Kind { Pass, Wait, Skip, Expire, Hold };
    Kind kind = Kind::Pass;
    Instant until{}; ///< of Wait
};

/// One question before a message leaves. Pure, without state.
class Check
{
public:
    virtual ~Check() = default;
    [[nodiscard]] virtual QString name() const = 0;
    [[nodiscard]] virtual QString reason(const CheckFacts &facts) const = 0; ///< the word a 'no' is kept with
    [[nodiscard]] virtual Verdict judge(const CheckFacts &facts) const = 0;
    [[nodiscard]] virtual QString seen(const CheckFacts &facts) const = 0; ///< the value looked at, for 'why'
    /// Asked after the text is made.
    [[nodiscard]] virtual bool needsText() const { return false; }
};

/// A check's answer for 'why / why not'.
struct CheckAnswer
{
    QString name;
    Verdict verdict;
    QString reason; ///< empty where it passed
    QString seen;
};

/// The checks in their order (architecture.md, "The way of a message"); the first 'no' decides. Owned by the engine.
class CheckList
{
public:
    CheckList();
    ~CheckList();

    /// The first 'no' among those that need no text, or among those that do; empty: all pass.
    [[nodiscard]] std::optional<CheckAnswer> firstNo(const CheckFacts &facts, bool withText) const;
    /// Every check with what it saw.
    [[nodiscard]] QList<CheckAnswer> all(const CheckFacts &facts) const;

private:
    std::vector<std::unique_ptr<Check>> m_checks;
};

} // namespace domain
