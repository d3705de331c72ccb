#include "domain/message/checks.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace domain {

namespace {

QString yesNo(bool value) { return value ? u"yes"_s : u"no"_s; }
QString iso(Instant at) { return QDateTime::fromMSecsSinceEpoch(toMillis(at), Qt::UTC).toString(Qt::ISODate); }
Verdict skipIf(bool no) { return {no ? Verdict::Kind::Skip : Verdict::Kind::Pass, {}}; }

class SwitchedOn final : public Check
{
public:
    QString name() const override { return u"switched_on"_s; }
    QString reason(const CheckFacts &f) const override
    {
        return !f.engineOn ? u"paused"_s : !f.channelOn ? u"channel_off"_s : u"provider_off"_s;
    }
    Verdict judge(const CheckFacts &f) const override
    {
        return {f.engineOn && f.channelOn && f.providerOn ? Verdict::Kind::Pass : Verdict::Kind::Hold, {}};
    }
    QString seen(const CheckFacts &f) const override
    {
        return u"engine %1, channel %2, provider %3"_s.arg(yesNo(f.engineOn), yesNo(f.channelOn), yesNo(f.providerOn));
    }
};

class NotExpired final : public Check
{
public:
    QString name() const override { return u"not_expired"_s; }
    QString reason(const CheckFacts &) const override { return u"expired"_s; }
    Verdict judge(const CheckFacts &f) const override
    {
        return {f.expiresAt && f.now >= *f.expiresAt ? Verdict::Kind::Expire : Verdict::Kind::Pass, {}};
    }
    QString seen(const CheckFacts &f) const override { return f.expiresAt ? iso(*f.expiresAt) : QString(); }
};

class AddressUsable final : public Check
{
public:
    QString name() const override { return u"address_usable"_s; }
    QString reason(const CheckFacts &f) const override
    {
        return f.contactGone ? u"contact_deleted"_s : !f.hasAddress ? u"no_address"_s : u"unusable_address"_s;
    }
    Verdict judge(const CheckFacts &f) const override
    {
        return skipIf(f.contactGone || !f.hasAddress || !f.addressUsable);
    }
    QString seen(const CheckFacts &f) const override { return yesNo(f.hasAddress && f.addressUsable); }
};

class CountryAllowed final : public Check
{
public:
    QString name() const override { return u"country_allowed"_s; }
    QString reason(const CheckFacts &) const override { return u"country_not_allowed"_s; }
    Verdict judge(const CheckFacts &f) const override { return skipIf(!f.countryAllowed); }
    QString seen(const CheckFacts &f) const override { return f.country; }
};

class NotSuppressed final : public Check
{
public:
    QString name() const override { return u"not_suppressed"_s; }
    QString reason(const CheckFacts &) const override { return u"suppressed"_s; }
    Verdict judge(const CheckFacts &f) const override { return skipIf(f.suppressed); }
    QString seen(const CheckFacts &f) const override { return yesNo(f.suppressed); }
};

class MayBeDisturbed final : public Check
{
public:
    QString name() const override { return u"may_be_disturbed"_s; }
    QString reason(const CheckFacts &) const override { return u"do_not_disturb"_s; }
    // Who asked for a code is waiting for it.
    Verdict judge(const CheckFacts &f) const override
    {
        return skipIf(f.doNotDisturb && f.category != Category::Authentication);
    }
    QString seen(const CheckFacts &f) const override { return yesNo(f.doNotDisturb); }
};

class OpenHours final : public Check
{
public:
    QString name() const override { return u"open_hours"_s; }
    QString reason(const CheckFacts &f) const override { return f.openAt ? u"quiet_hours"_s : u"no_open_hours"_s; }
    Verdict judge(const CheckFacts &f) const override
    {
        if (!f.openAt)
            return {Verdict::Kind::Skip, {}};
        return *f.openAt > f.now ? Verdict{Verdict::Kind::Wait, *f.openAt} : Verdict{};
    }
    QString seen(const CheckFacts &f) const override { return f.openAt ? iso(*f.openAt) : QString(); }
};

class FrequencyCap final : public Check
{
public:
    QString name() const override { return u"frequency_cap"_s; }
    QString reason(const CheckFacts &) const override { return u"frequency_cap"_s; }
    Verdict judge(const CheckFacts &f) const override
    {
        const Instant until =
            std::max(placeAt(f.capPerHour, f.sentLastHour, 1h), placeAt(f.capPerDay, f.sentLastDay, 24h));
        return until > f.now ? Verdict{Verdict::Kind::Wait, until} : Verdict{};
    }
    QString seen(const CheckFacts &f) const override
    {
        const QString hour = u"%1 of %2"_s.arg(f.sentLastHour.size()).arg(f.capPerHour);
        return f.capPerDay > 0 ? hour + u", %1 of %2 a day"_s.arg(f.sentLastDay.size()).arg(f.capPerDay) : hour;
    }

private:
    // As soon as the oldest of the newest `cap` is that old there is a place again.
    static Instant placeAt(int cap, const QList<Instant> &sent, Millis age)
    {
        return cap > 0 && sent.size() >= cap ? sent[cap - 1] + age : Instant{};
    }
};

class ContentComplete final : public Check
{
public:
    QString name() const override { return u"content_complete"_s; }
    QString reason(const CheckFacts &f) const override { return f.contentProblem; }
    Verdict judge(const CheckFacts &f) const override { return skipIf(!f.contentProblem.isEmpty()); }
    QString seen(const CheckFacts &f) const override { return f.contentDetail; }
    bool needsText() const override { return true; }
};

class WindowOpen final : public Check
{
public:
    QString name() const override { return u"window_open"_s; }
    QString reason(const CheckFacts &f) const override { return f.windowProblem; }
    Verdict judge(const CheckFacts &f) const override
    {
        if (f.windowProblem.isEmpty() || !f.windowWaits)
            return skipIf(!f.windowProblem.isEmpty());
        return {Verdict::Kind::Wait, f.now + 10min};
    }
    QString seen(const CheckFacts &f) const override { return f.windowProblem; }
    bool needsText() const override { return true; }
};

class NotDuplicate final : public Check
{
public:
    QString name() const override { return u"not_duplicate"_s; }
    QString reason(const CheckFacts &) const override { return u"duplicate"_s; }
    Verdict judge(const CheckFacts &f) const override { return skipIf(f.duplicate); }
    QString seen(const CheckFacts &f) const override { return yesNo(f.duplicate); }
    bool needsText() const override { return true; }
};

class SegmentsWithin final : public Check
{
public:
    QString name() const override { return u"segments_within"_s; }
    QString reason(const CheckFacts &) const override { return u"too_many_segments"_s; }
    Verdict judge(const CheckFacts &f) const override
    {
        return skipIf(f.maxSegments > 0 && f.segments > f.maxSegments);
    }
    QString seen(const CheckFacts &f) const override { return u"%1 of %2"_s.arg(f.segments).arg(f.maxSegments); }
    bool needsText() const override { return true; }
};

} // namespace

CheckList::CheckList()
{
    m_checks.push_back(std::make_unique<SwitchedOn>());
    m_checks.push_back(std::make_unique<NotExpired>());
    m_checks.push_back(std::make_unique<AddressUsable>());
    m_checks.push_back(std::make_unique<CountryAllowed>());
    m_checks.push_back(std::make_unique<NotSuppressed>());
    m_checks.push_back(std::make_unique<MayBeDisturbed>());
    m_checks.push_back(std::make_unique<OpenHours>());
    m_checks.push_back(std::make_unique<FrequencyCap>());
    m_checks.push_back(std::make_unique<ContentComplete>());
    m_checks.push_back(std::make_unique<WindowOpen>());
    m_checks.push_back(std::make_unique<NotDuplicate>());
    m_checks.push_back(std::make_unique<SegmentsWithin>());
}

CheckList::~CheckList() = default;

std::optional<CheckAnswer> CheckList::firstNo(const CheckFacts &facts, bool withText) const
{
    for (const auto &check : m_checks) {
        if (check->needsText() != withText)
            continue;
        const Verdict verdict = check->judge(facts);
        if (verdict.kind != Verdict::Kind::Pass)
            return CheckAnswer{check->name(), verdict, check->reason(facts), check->seen(facts)};
    }
    return std::nullopt;
}

QList<CheckAnswer> CheckList::all(const CheckFacts &facts) const
{
    QList<CheckAnswer> answers;
    for (const auto &check : m_checks) {
        const Verdict verdict = check->judge(facts);
        answers.append({check->name(), verdict, verdict.kind == Verdict::Kind::Pass ? QString() : check->reason(facts),
                        check->seen(facts)});
    }
    return answers;
}

} // namespace domain
