#include "providers/generic/answers.h"
#include "providers/generic/generic.h"
#include "providers/generic/request.h"

#include <QUrl>

#include <algorithm>

// Lists and what they say of a doubt. A request's tag is "list:<index>:<page, offset or nothing>" or "ref".

using namespace Qt::StringLiterals;

namespace providers::generic {

using domain::HttpResponse;
using domain::Instant;

namespace {

constexpr std::chrono::minutes clockTolerance{2};
constexpr std::chrono::hours doubtHorizon{24};

QByteArray listTag(qsizetype list, qint64 position)
{
    return "list:" + QByteArray::number(list) + ':' + QByteArray::number(position);
}

struct Position
{
    qsizetype list = -1; ///< -1: the look-up by reference
    qint64 at = 0;
};

Position positionFrom(const QByteArray &tag)
{
    const QList<QByteArray> parts = tag.split(':');
    if (parts.size() != 3 || parts[0] != "list")
        return {};
    return {parts[1].toInt(), parts[2].toLongLong()};
}

domain::Result<QList<QJsonValue>> itemsIn(const ListShape &list, const HttpResponse &response)
{
    if (response.reached != domain::Reached::ResponseComplete)
        return domain::fail(domain::ErrorCode::Network, response.error);
    const Answer answer(response);
    if (response.status < 200 || response.status > 299 || answer.json().isUndefined())
        return domain::fail(domain::ErrorCode::Provider, u"HTTP %1, no list"_s.arg(response.status));
    return list.items->valuesIn(answer);
}

enum class Likeness { None, Possible, Certain };

QString comparable(QString text) { return text.replace(u"\r\n"_s, u"\n"_s).trimmed(); }

} // namespace

domain::HttpRequest Generic::listRequest(qsizetype list, Instant since) const
{
    const ListShape &shape = m_profile.lists[list];
    const qint64 seconds = domain::toMillis(since) / 1000;
    domain::HttpRequest asked = request(
        shape.request, {{u"since_unix"_s, QString::number(seconds)},
                        {u"since_iso"_s, QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(Qt::ISODate)}});
    const qint64 first = shape.paging.kind == Paging::Kind::Page ? shape.paging.first : 0;
    if (shape.paging.kind == Paging::Kind::Page || shape.paging.kind == Paging::Kind::Offset)
        setQueryItem(asked.url, shape.paging.parameter, QString::number(first));
    asked.tag = listTag(list, first);
    return asked;
}

domain::HttpRequest Generic::listRequest(Instant since) const { return listRequest(0, since); }

std::optional<domain::HttpRequest> Generic::nextPage(const ListShape &list, qsizetype index,
                                                     const HttpResponse &response, bool isEmpty, bool isAllOld,
                                                     Instant since) const
{
    domain::HttpRequest next = listRequest(index, since);
    const Position position = positionFrom(response.tag);
    if (isEmpty || isAllOld)
        return std::nullopt;
    switch (list.paging.kind) {
    case Paging::Kind::None:
        return std::nullopt;
    case Paging::Kind::Page:
    case Paging::Kind::Offset: {
        const qint64 at = position.at + (list.paging.kind == Paging::Kind::Page ? 1 : list.paging.first);
        setQueryItem(next.url, list.paging.parameter, QString::number(at));
        next.tag = listTag(index, at);
        return next;
    }
    case Paging::Kind::Cursor: {
        const QString cursor = list.paging.path.textIn(Answer(response));
        if (cursor.isEmpty())
            return std::nullopt;
        setQueryItem(next.url, list.paging.parameter, cursor);
        return next;
    }
    case Paging::Kind::NextLink: {
        const QString link = list.paging.path.textIn(Answer(response));
        if (link.isEmpty())
            return std::nullopt;
        const QUrl own(QString::fromUtf8(next.url));
        const QUrl target = own.resolved(QUrl(link));
        // Never to another host: the credentials go with it.
        if (target.scheme() != own.scheme() || target.authority() != own.authority())
            return std::nullopt;
        next.url = target.toEncoded();
        return next;
    }
    }
    Q_UNREACHABLE();
}

domain::Result<domain::ListPage> Generic::listPage(const HttpResponse &response, Instant since) const
{
    const Position position = positionFrom(response.tag);
    if (position.list < 0 || position.list >= m_profile.lists.size()) {
        if (!m_profile.byReference)
            return domain::fail(domain::ErrorCode::Internal, u"an answer to no question"_s);
        const auto items = itemsIn(*m_profile.byReference, response);
        if (!items)
            return tl::unexpected(items.error());
        domain::ListPage page;
        for (const QJsonValue &item : *items)
            page.statuses << reportFrom(m_profile, m_profile.byReference->row, Answer(response, item));
        return page;
    }
    const ListShape &list = m_profile.lists[position.list];
    const auto items = itemsIn(list, response);
    if (!items)
        return tl::unexpected(items.error());
    domain::ListPage page;
    bool isAllOld = !items->isEmpty();
    for (const QJsonValue &item : *items) {
        const Answer row(response, item);
        const auto at = timeFrom(list.row.time.textIn(row), list.row.timeFormat);
        isAllOld &= at && *at < since - clockTolerance;
        if (!holds(list.row.when, row))
            continue;
        if (list.isInbound) {
            if (auto message = inboundFrom(list.row, row, list.channel))
                page.inbound << *std::move(message);
        } else if (auto report = reportFrom(m_profile, list.row, row); !report.providerMessageId.isEmpty()) {
            page.statuses << std::move(report);
        }
    }
    page.next = nextPage(list, position.list, response, items->isEmpty(), isAllOld, since);
    if (!page.next && position.list + 1 < m_profile.lists.size())
        page.next = listRequest(position.list + 1, since);
    return page;
}

Instant Generic::doubtSince(const domain::Doubt &doubt) const { return doubt.startedAt - doubtHorizon; }

domain::HttpRequest Generic::doubtRequest(const domain::Doubt &doubt) const
{
    if (!m_profile.byReference)
        return listRequest(0, doubtSince(doubt));
    QString digits = doubt.to;
    domain::HttpRequest asked = request(m_profile.byReference->request, {{u"attempt_id"_s, doubt.reference},
                                                                         {u"ref"_s, doubt.reference},
                                                                         {u"to_e164"_s, doubt.to},
                                                                         {u"to_digits"_s, digits.remove(u'+')}});
    asked.tag = "ref"_ba;
    return asked;
}

domain::Evidence Generic::evidence(const domain::Doubt &doubt, const std::vector<HttpResponse> &pages,
                                   const QSet<QString> &boundIds) const
{
    QList<domain::StatusReport> certain;
    QList<domain::StatusReport> possible;
    QSet<QString> seen; // rows shift from page to page while the list grows
    const auto judge = [&](const ListShape &list, const Answer &row) {
        if (!m_profile.byReference) {
            const QString theirs = comparable(list.row.text.textIn(row));
            const bool textFits = theirs == comparable(doubt.body) || theirs == comparable(withoutSpintax(doubt.body));
            if (normalNumber(list.row.to.textIn(row)) != doubt.to || !textFits)
                return Likeness::None;
            const auto at = timeFrom(list.row.time.textIn(row), list.row.timeFormat);
            if (!at)
                return Likeness::Possible;
            if (*at < doubt.startedAt - doubtHorizon)
                return Likeness::None;
            return *at >= doubt.startedAt - clockTolerance ? Likeness::Certain : Likeness::Possible;
        }
        const QString reference = list.row.reference.textIn(row); // the question named it already
        return reference.isEmpty() || reference == doubt.reference ? Likeness::Certain : Likeness::None;
    };
    bool isComplete = false;
    for (const HttpResponse &response : pages) {
        const Position position = positionFrom(response.tag);
        const bool isList = position.list >= 0 && position.list < m_profile.lists.size();
        if (!isList && !m_profile.byReference)
            return domain::Inconclusive{u"an answer to no question"_s};
        const ListShape &list = isList ? m_profile.lists[position.list] : *m_profile.byReference;
        const auto items = itemsIn(list, response);
        if (!items)
            return domain::Inconclusive{items.error().detail};
        for (const QJsonValue &item : *items) {
            const Answer row(response, item);
            domain::StatusReport report = reportFrom(m_profile, list.row, row);
            const QString &id = report.providerMessageId;
            if (list.isInbound || id.isEmpty() || boundIds.contains(id) || seen.contains(id))
                continue;
            const Likeness likeness = judge(list, row);
            if (likeness == Likeness::None)
                continue;
            seen.insert(id);
            (likeness == Likeness::Certain ? certain : possible) << std::move(report);
        }
        const auto page = listPage(response, doubtSince(doubt));
        isComplete = page && !page->next;
    }
    if (certain.size() == 1)
        return domain::Found{certain.first()};
    if (!certain.isEmpty() || !possible.isEmpty())
        return domain::SeveralCandidates{certain + possible};
    if (!isComplete)
        return domain::Inconclusive{u"the list was not read to its end"_s};
    return domain::Absent{};
}

} // namespace providers::generic
