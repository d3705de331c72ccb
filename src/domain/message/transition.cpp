#include "domain/message/transition.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

template <class... Ts>
struct Overloaded : Ts...
{
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

bool isWaiting(MessageState state) { return state == MessageState::Planned || state == MessageState::Queued; }

Move unchanged(const Standing &s)
{
    Move move;
    move.state = s.state;
    move.reason = s.reason;
    return move;
}

Move to(MessageState state, QString reason = {})
{
    Move move;
    move.applies = true;
    move.state = state;
    move.reason = std::move(reason);
    return move;
}

Move backToQueue(const Standing &s, Instant due, QString reason)
{
    if (s.expiresAt && due >= *s.expiresAt)
        return to(MessageState::Expired, u"expired"_s);
    Move move = to(MessageState::Queued, std::move(reason));
    move.dueAt = due;
    move.rejoinsQueue = true;
    return move;
}

Move doubtAgain(const Standing &s, QString reason, Instant at, const SendingPolicy &policy)
{
    Move move = to(MessageState::Uncertain, std::move(reason));
    const auto next = static_cast<size_t>(s.looks) + (s.state == MessageState::Uncertain ? 1 : 0);
    if (next < policy.doubtLooks.size())
        move.lookAt = at + policy.doubtLooks[next];
    return move;
}

Move learn(const Standing &s, const StatusReport &report, Instant at, const SendingPolicy &policy)
{
    const int said = statusRank(report.state);
    // Nothing of a planned message can have left; a skipped one was stopped by us. Of a queued one an attempt that
    // was thought lost did get through: then it must not leave again, but a failure of that attempt stops nothing.
    const bool fromQueue = s.state == MessageState::Queued;
    if (said == 0 || s.state == MessageState::Planned || s.state == MessageState::Skipped)
        return unchanged(s);
    const bool good = said == 10 || said == 20 || said >= 40;
    if (fromQueue && !good)
        return unchanged(s);
    if (said <= statusRank(s.state))
        return unchanged(s);
    Move move = to(report.state, report.reason ? toText(*report.reason) : QString());
    move.lookAt = nextStatusLook(report.state, s.acceptedAt ? s.acceptedAt : std::optional(at), at, 0, policy);
    return move;
}

Move answered(const Standing &s, const Answered &event, Instant at, const SendingPolicy &policy)
{
    if (const auto *accepted = std::get_if<Accepted>(&event.outcome)) {
        // A webhook may have been faster than the answer.
        StatusReport report;
        report.state = statusRank(accepted->state) == 0 ? MessageState::Accepted : accepted->state;
        return learn(s, report, at, policy);
    }
    if (s.state != MessageState::Sending)
        return unchanged(s);
    return std::visit(
        Overloaded{
            [&](const Accepted &) { return unchanged(s); },
            [&](const Rejected &r) {
                if (r.reason == RejectReason::Configuration)
                    return backToQueue(s, at, u"provider_paused"_s);
                return to(MessageState::Rejected, toText(r.reason));
            },
            [&](const Throttled &t) {
                return backToQueue(s, at + t.retryAfter.value_or(backoff(0, event.jitter, policy)), u"throttled"_s);
            },
            [&](const NotSent &) {
                if (s.failedAttempts + 1 >= policy.maxAttempts)
                    return to(MessageState::Rejected, u"not_sent"_s);
                return backToQueue(s, at + backoff(s.failedAttempts, event.jitter, policy), u"not_sent"_s);
            },
            [&](const Unknown &) { return doubtAgain(s, u"no_answer"_s, at, policy); },
        },
        event.outcome);
}

Move looked(const Standing &s, const DoubtLooked &event, Instant at, const SendingPolicy &policy)
{
    if (s.state != MessageState::Uncertain)
        return unchanged(s);
    switch (event.finding) {
    case DoubtFinding::Absent:
        if (s.firstAbsentAt && at - *s.firstAbsentAt >= policy.absenceGap)
            return to(MessageState::Uncertain, u"proven_absent"_s); // a person decides: no further look
        {
            // The second look has to come, however long the schedule is.
            Move move = doubtAgain(s, u"absent"_s, at, policy);
            const Instant second = s.firstAbsentAt.value_or(at) + policy.absenceGap;
            move.lookAt = move.lookAt ? std::max(*move.lookAt, second) : second;
            return move;
        }
    case DoubtFinding::Several:
        return to(MessageState::Uncertain, u"several_candidates"_s);
    case DoubtFinding::Inconclusive: {
        Move move = doubtAgain(s, s.reason, at, policy);
        if (!move.lookAt)
            move.reason = u"unresolved"_s;
        return move;
    }
    }
    Q_UNREACHABLE();
}

Move decided(const Standing &s, DoubtAnswer answer, Instant at)
{
    if (s.state != MessageState::Uncertain)
        return unchanged(s);
    switch (answer) {
    case DoubtAnswer::WasSent:
        return to(MessageState::Accepted, u"decided_sent"_s);
    case DoubtAnswer::SendAgain:
        return backToQueue(s, at, u"decided_again"_s);
    case DoubtAnswer::GiveUp:
        return to(MessageState::Rejected, u"given_up"_s);
    }
    Q_UNREACHABLE();
}

} // namespace

int statusRank(MessageState state)
{
    switch (state) {
    case MessageState::Planned:
    case MessageState::Queued:
    case MessageState::Sending:
    case MessageState::Uncertain:
    case MessageState::Skipped:
        return 0;
    case MessageState::Accepted:
        return 10;
    case MessageState::Sent:
        return 20;
    case MessageState::Cancelled:
        return 30;
    case MessageState::Expired:
        return 31;
    case MessageState::Undelivered:
    case MessageState::Rejected:
        return 32;
    case MessageState::Delivered:
        return 40;
    case MessageState::Read:
        return 50;
    }
    Q_UNREACHABLE();
}

Millis backoff(int failed, double jitter, const SendingPolicy &policy)
{
    const double ceiling =
        std::min(static_cast<double>(policy.backoffCap.count()),
                 static_cast<double>(policy.backoffBase.count()) * std::pow(2.0, std::min(failed, 30)));
    return std::max(Millis{1'000}, Millis{static_cast<qint64>(ceiling * std::clamp(jitter, 0.0, 1.0))});
}

std::optional<Instant> nextStatusLook(MessageState state, std::optional<Instant> acceptedAt, Instant at, int looks,
                                      const SendingPolicy &policy)
{
    if ((state != MessageState::Accepted && state != MessageState::Sent) || !acceptedAt)
        return std::nullopt;
    const Millis age = at - *acceptedAt;
    if (age >= policy.statusGiveUp)
        return std::nullopt;
    if (looks == 0 && age < policy.firstStatusLook)
        return *acceptedAt + policy.firstStatusLook;
    const int rarer = age < Millis{900'000} ? 1 : age < Millis{7'200'000} ? 10 : 60;
    return at + policy.youngStatusLook * rarer;
}

Move nextState(const Standing &s, const MessageEvent &event, Instant at, const SendingPolicy &policy)
{
    return std::visit(
        Overloaded{
            [&](const Released &) {
                return s.state == MessageState::Planned ? to(MessageState::Queued) : unchanged(s);
            },
            [&](const Claimed &) { return s.state == MessageState::Queued ? to(MessageState::Sending) : unchanged(s); },
            [&](const Postponed &e) {
                if (!isWaiting(s.state))
                    return unchanged(s);
                if (s.expiresAt && e.until >= *s.expiresAt)
                    return to(MessageState::Expired, u"expired"_s);
                Move move = to(s.state, e.reason);
                move.dueAt = e.until;
                return move;
            },
            [&](const Refused &e) { return isWaiting(s.state) ? to(MessageState::Skipped, e.reason) : unchanged(s); },
            [&](const Answered &e) { return answered(s, e, at, policy); },
            [&](const GivenBack &e) {
                return s.state == MessageState::Sending ? backToQueue(s, at, e.reason) : unchanged(s);
            },
            [&](const AttemptLost &) {
                return s.state == MessageState::Sending ? doubtAgain(s, u"interrupted"_s, at, policy) : unchanged(s);
            },
            [&](const StatusLearnt &e) { return learn(s, e.report, at, policy); },
            [&](const StatusUnchanged &e) {
                if (s.state != MessageState::Accepted && s.state != MessageState::Sent)
                    return unchanged(s);
                Move move = to(s.state, s.reason);
                if (!e.isUntold)
                    move.lookAt = nextStatusLook(s.state, s.acceptedAt, at, s.looks + 1, policy);
                return move;
            },
            [&](const DoubtLooked &e) { return looked(s, e, at, policy); },
            [&](const DoubtDecided &e) { return decided(s, e.answer, at); },
            [&](const CancelAsked &) {
                return isWaiting(s.state) ? to(MessageState::Cancelled, u"cancelled"_s) : unchanged(s);
            },
            [&](const TimeRanOut &) {
                return isWaiting(s.state) ? to(MessageState::Expired, u"expired"_s) : unchanged(s);
            },
        },
        event);
}

} // namespace domain
