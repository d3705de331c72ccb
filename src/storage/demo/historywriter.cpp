#include "storage/demo/historywriter.h"

#include "storage/core/connection.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace storage {

using domain::MessageState;
using domain::Result;
using domain::toMillis;
using domain::toText;

namespace {

bool left(MessageState state)
{
    switch (state) {
    case MessageState::Sending:
    case MessageState::Accepted:
    case MessageState::Sent:
    case MessageState::Delivered:
    case MessageState::Read:
    case MessageState::Undelivered:
    case MessageState::Rejected:
    case MessageState::Uncertain:
        return true;
    case MessageState::Planned:
    case MessageState::Queued:
    case MessageState::Skipped:
    case MessageState::Cancelled:
    case MessageState::Expired:
        return false;
    }
    Q_UNREACHABLE();
}

bool accepted(MessageState state)
{
    return left(state) && state != MessageState::Rejected && state != MessageState::Uncertain &&
           state != MessageState::Sending;
}

QString attemptOutcome(MessageState state)
{
    return state == MessageState::Rejected    ? u"rejected"_s
           : state == MessageState::Uncertain ? u"unknown"_s
                                              : u"accepted"_s;
}

} // namespace

Result<void> HistoryWriter::add(const PastMessage &m)
{
    const qint64 created = toMillis(m.createdAt);
    const qint64 answered = created + m.latency.count();
    const qint64 ended = answered + m.deliveryAfter.count();
    const bool wasAccepted = accepted(m.state);
    const auto when = [](bool holds, qint64 at) { return holds ? std::optional(at) : std::nullopt; };
    auto &s = m_connection.statement(
        "INSERT INTO message (origin, origin_id, occurrence, campaign_id, contact_id, template_id, version_id, channel,"
        " category, priority, state, reason, address_cipher, address_index, address_tail, country, due_at, day, "
        "attempts,"
        " provider_id, provider_message_id, body, text_hash, encoding, segments, cost_micros, cost_currency, "
        "cost_source,"
        " error_code, error_text, created_at, claimed_at, accepted_at, sent_at, delivered_at, final_at, look_at)"
        " SELECT ?1, ?2, ?3, ?4, c.id, ?6, ?7, ?8, ?9, ?10, ?11, ?12, a.address_cipher, a.address_index,"
        " coalesce(a.address_tail, ''), coalesce(a.country, ''), ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, "
        "?23, ?24,"
        " ?25, ?26, ?13, ?27, ?28, ?29, ?30, ?31, NULL"
        " FROM contact c LEFT JOIN contact_address a ON a.contact_id = c.id AND a.channel = ?8 WHERE c.id = ?5");
    s.bind(1, m.origin).bind(2, m.originId).bind(3, m.origin == u"campaign" ? qint64(0) : ++m_references);
    s.bind(4, m.campaign.value).bind(5, m.contact.value).bind(6, m.templateId.value).bind(7, m.version.value);
    s.bind(8, toText(m.channel)).bind(9, toText(m.category)).bind(10, priorityOf(m.category));
    s.bind(11, toText(m.state)).bind(12, m.reason).bind(13, created).bind(14, m.day).bind(15, left(m.state) ? 1 : 0);
    s.bind(16, left(m.state) ? m.provider.value : qint64(0));
    s.bindOptional(17, wasAccepted ? std::optional(m.providerMessageId) : std::nullopt);
    s.bind(18, m.body).bind(19, QCryptographicHash::hash(m.body.toUtf8(), QCryptographicHash::Blake2b_256).first(16));
    s.bind(20, m.encoding).bind(21, left(m.state) ? m.segments : 0);
    s.bind(22, wasAccepted ? m.costMicros : qint64(0))
        .bind(23, m.currency)
        .bind(24, wasAccepted ? u"provider"_s : QString());
    s.bind(25, m.errorCode).bind(26, m.errorText);
    s.bindOptional(27, when(left(m.state), created)).bindOptional(28, when(wasAccepted, answered));
    s.bindOptional(29, when(wasAccepted && m.state != MessageState::Accepted, answered + 400));
    s.bindOptional(30, when(m.state == MessageState::Delivered || m.state == MessageState::Read, ended));
    s.bindOptional(31, when(isFinal(m.state), ended));
    if (auto done = s.exec(); !done)
        return done;
    const qint64 id = m_connection.lastInsertId();
    m_last.value = id;
    m_counters.add({m.day, m.campaign.value, left(m.state) ? m.provider.value : 0, m.templateId.value,
                    toText(m.channel), toText(m.category), toText(m.state), m.currency},
                   1, left(m.state) ? m.segments : 0, wasAccepted ? m.costMicros : 0);
    return left(m.state) ? addAttempt(id, m) : Result<void>{};
}

Result<void> HistoryWriter::addAttempt(qint64 message, const PastMessage &m)
{
    const qint64 created = toMillis(m.createdAt);
    const qint64 answered = created + m.latency.count();
    auto &attempt = m_connection.statement(
        "INSERT INTO attempt (message_id, number, provider_id, reference, started_at, finished_at,"
        " outcome, http_status, latency_ms, code, detail, provider_message_id)"
        " VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    attempt.bind(1, message)
        .bind(2, m.provider.value)
        .bind(3, u"past-%1"_s.arg(message))
        .bind(4, created)
        .bind(5, answered);
    attempt.bind(6, attemptOutcome(m.state));
    attempt.bind(7, m.state == MessageState::Rejected ? 400 : m.state == MessageState::Uncertain ? 0 : 201);
    attempt.bind(8, static_cast<qint64>(m.latency.count()));
    attempt.bind(9, m.state == MessageState::Rejected ? m.errorCode : QString());
    attempt.bind(10, m.state == MessageState::Rejected || m.state == MessageState::Uncertain ? m.errorText : QString());
    attempt.bindOptional(11, accepted(m.state) ? std::optional(m.providerMessageId) : std::nullopt);
    if (auto done = attempt.exec(); !done || !accepted(m.state) || !isFinal(m.state))
        return done;
    auto &status =
        m_connection.statement("INSERT INTO status_event (message_id, at, said_at, state, source, code, detail)"
                               " VALUES (?, ?, ?, ?, 'poll', ?, ?)");
    const qint64 ended = answered + m.deliveryAfter.count();
    status.bind(1, message)
        .bind(2, ended + 20'000)
        .bind(3, ended)
        .bind(4, toText(m.state))
        .bind(5, m.errorCode)
        .bind(6, m.errorText);
    return status.exec();
}

Result<void> HistoryWriter::add(const PastRecord &record)
{
    auto &s = m_connection.statement(
        "INSERT INTO record (contact_id, kind, external_id, status, dated_on, amount_micros, currency,"
        " fields, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9)");
    s.bind(1, record.contact.value).bind(2, record.kind).bind(3, record.externalId).bind(4, record.status);
    s.bind(5, record.datedOn.toString(Qt::ISODate)).bindOptional(6, record.amountMicros).bind(7, record.currency);
    s.bindUtf8(8, QJsonDocument(record.fields).toJson(QJsonDocument::Compact)).bind(9, toMillis(record.at));
    return s.exec();
}

Result<void> HistoryWriter::endCampaign(domain::CampaignId campaign, domain::TemplateVersionId version,
                                        const QString &audience, domain::Instant launchedAt,
                                        domain::Instant completedAt)
{
    auto &s = m_connection.statement(
        "UPDATE campaign SET state = 'completed', expanded = 1, version_id = ?2, audience = ?3,"
        " launched_at = ?4, start_at = ?4, created_at = ?4, completed_at = ?5, updated_at = ?5 WHERE id = ?1");
    s.bind(1, campaign.value)
        .bind(2, version.value)
        .bind(3, audience)
        .bind(4, toMillis(launchedAt))
        .bind(5, toMillis(completedAt));
    return s.exec();
}

} // namespace storage
