#include "providers/twilio/doubt.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers::twilio {

namespace {

enum class Likeness { None, Possible, Certain };

QString comparable(QString text) { return text.replace(u"\r\n"_s, u"\n"_s).trimmed(); }

Likeness bodyLikeness(const QString &stored, const QString &sent)
{
    const QString theirs = comparable(stored);
    const QString ours = comparable(sent);
    if (theirs == ours)
        return Likeness::Certain;
    // A trial account puts its own words in front.
    if (theirs.startsWith("Sent from your Twilio trial account"_L1) && theirs.endsWith(ours))
        return Likeness::Certain;
    // Redacted, or kept without its text.
    return theirs.isEmpty() ? Likeness::Possible : Likeness::None;
}

bool senderFits(const Record &record, const domain::Doubt &doubt, const DefaultSender &defaults)
{
    QString from = doubt.sender;
    QString service;
    if (from.isEmpty()) {
        from = defaults.from;
        service = defaults.messagingServiceSid;
    } else if (from.startsWith("MG"_L1)) {
        service = std::exchange(from, {});
    }
    if (!service.isEmpty() && record.messagingServiceSid != service)
        return false;
    // A service picks the number after it has accepted.
    if (from.isEmpty() || (record.from.isEmpty() && !service.isEmpty()))
        return true;
    return addressFrom(record.from).second == addressFrom(from).second;
}

Likeness likeness(const Record &record, const domain::Doubt &doubt, const DefaultSender &defaults)
{
    if (record.direction != "outbound-api"_L1 || addressFrom(record.to) != std::pair(doubt.channel, doubt.to) ||
        !senderFits(record, doubt, defaults))
        return Likeness::None;
    const Likeness body = bodyLikeness(record.body, doubt.body);
    if (body == Likeness::None || !record.created)
        return body == Likeness::None ? body : Likeness::Possible;
    if (*record.created < doubt.startedAt - doubtHorizon)
        return Likeness::None;
    const bool inWindow = *record.created >= doubt.startedAt - clockTolerance;
    return inWindow ? body : Likeness::Possible;
}

} // namespace

bool RecordPage::isAllBefore(domain::Instant since) const
{
    return !records.isEmpty() && std::ranges::all_of(records, [since](const Record &record) {
        return record.created && *record.created < since - clockTolerance;
    });
}

std::optional<RecordPage> recordPageFrom(const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    const QJsonValue rows = object.value("messages"_L1);
    if (!rows.isArray())
        return std::nullopt;
    RecordPage page;
    const QJsonArray array = rows.toArray();
    page.records.reserve(array.size());
    for (const QJsonValueConstRef row : array)
        if (auto record = recordFrom(row.toObject()))
            page.records.append(*std::move(record));
    page.next = object.value("next_page_uri"_L1).toString().toUtf8();
    return page;
}

domain::Evidence evidenceIn(const std::vector<RecordPage> &pages, const domain::Doubt &doubt,
                            const DefaultSender &defaults, const QSet<QString> &boundIds)
{
    if (pages.empty())
        return domain::Inconclusive{u"no list was read"_s};
    QList<domain::StatusReport> certain;
    QList<domain::StatusReport> possible;
    QSet<QString> seen; // rows shift from page to page while the list grows
    for (const RecordPage &page : pages) {
        for (const Record &record : page.records) {
            if (boundIds.contains(record.sid) || seen.contains(record.sid))
                continue;
            seen.insert(record.sid);
            switch (likeness(record, doubt, defaults)) {
            case Likeness::Certain:
                certain.append(statusReport(record));
                break;
            case Likeness::Possible:
                possible.append(statusReport(record));
                break;
            case Likeness::None:
                break;
            }
        }
    }
    if (certain.size() == 1)
        return domain::Found{certain.first()};
    if (!certain.isEmpty() || !possible.isEmpty())
        return domain::SeveralCandidates{certain + possible};
    const RecordPage &last = pages.back();
    if (!last.next.isEmpty() && !last.isAllBefore(doubt.startedAt - doubtHorizon))
        return domain::Inconclusive{u"the list was not read to its end"_s};
    return domain::Absent{};
}

} // namespace providers::twilio
