#include "simulator/carrierdialect.h"

#include "providers/encoding.h"
#include "simulator/rowjson.h"
#include "simulator/text.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace simulator {

QString qtext(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }

QString isoOf(domain::Instant at, bool withOffset)
{
    const QString text = providers::iso8601(at);
    return withOffset ? text.chopped(1) + u"+00:00"_s : text;
}

bool CarrierDialect::knowsKey(std::string_view key) const
{
    const auto isOurs = [this](const Account &account) { return account.sid == name(); };
    if (key.empty() || std::ranges::none_of(m_accounts, isOurs))
        return !key.empty();
    return std::ranges::any_of(m_accounts, [&](const Account &one) { return isOurs(one) && one.token == key; });
}

quint16 CarrierDialect::accountOf(std::string_view key) const
{
    return m_world.accountIndex(std::string(name()) + ':' + std::string(key));
}

CarrierDialect::View CarrierDialect::view(RowIndex index, domain::Instant at) const
{
    const Row &row = m_world.store.rows()[index];
    View view;
    view.phone = u'+' + QString::number(m_world.store.phoneAt(row.phone).number);
    view.ours = qtext(senderOf(m_world, row));
    view.body = qtext(m_world.store.textOf(row));
    view.reference = qtext(m_world.store.referenceOf(row));
    view.state = m_world.stateOf(row, at);
    view.inbound = row.inbound;
    view.segments = row.segments;
    view.created = row.created;
    if (view.state.isBilled && m_world.network.priceMicros > 0) {
        std::string price;
        appendDecimal(price, m_world.priceOf(row));
        view.price = qtext(price);
    }
    return view;
}

std::vector<RowIndex> CarrierDialect::rowsOf(quint16 account) const
{
    std::vector<RowIndex> rows;
    for (RowIndex i = RowIndex(m_world.store.rows().size()); i-- > 0;)
        if (m_world.store.rows()[i].account == account)
            rows.push_back(i);
    return rows;
}

void CarrierDialect::setJson(Reply &reply, int status, const QJsonObject &object)
{
    reply.status = status;
    reply.body = QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace simulator
