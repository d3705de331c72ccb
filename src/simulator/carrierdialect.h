#pragma once

#include "simulator/dialect.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace simulator {

/// What the dialects of text message carriers have alike: accounts by a key, messages as JSON, failures put from
/// Twilio's codes, which the world speaks, into their own.
class CarrierDialect : public Dialect
{
protected:
    CarrierDialect(World &world, std::vector<Account> accounts) : Dialect(world), m_accounts(std::move(accounts)) {}

    /// Whether the key is good: any, unless accounts of this dialect's name are configured (their token is the key).
    [[nodiscard]] bool knowsKey(std::string_view key) const;
    /// Under which the rows of an account stand.
    [[nodiscard]] quint16 accountOf(std::string_view key) const;

    /// A message in the world's words, ready to be put into the dialect's.
    struct View
    {
        QString phone; ///< with its plus
        QString ours;
        QString body;
        QString reference;
        RowState state;
        bool inbound = false;
        int segments = 1;
        domain::Instant created{};
        QString price; ///< decimal; empty where there is none yet
    };
    [[nodiscard]] View view(RowIndex index, domain::Instant at) const;
    /// Newest first.
    [[nodiscard]] std::vector<RowIndex> rowsOf(quint16 account) const;

    static void setJson(Reply &reply, int status, const QJsonObject &object);

    std::vector<Account> m_accounts;
};

[[nodiscard]] QString qtext(std::string_view text);
/// "2026-11-20T21:30:00Z", or with the offset spelt "+00:00".
[[nodiscard]] QString isoOf(domain::Instant at, bool withOffset = false);

} // namespace simulator
