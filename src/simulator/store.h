#pragma once

#include "domain/core/types.h"

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace simulator {

using RowIndex = quint32;
using PhoneIndex = quint32;
using NameIndex = quint32; ///< of an interned text; 0 is the empty one
inline constexpr quint32 noIndex = 0xffffffff;

/// One message, compact because there may be millions. Its state is not stored but follows from the time.
struct Row
{
    domain::Instant created{};
    quint64 text = 0;            ///< place in the text store
    PhoneIndex phone = 0;        ///< the made-up person: recipient, or sender of an inbound row; a phone or a mailbox
    RowIndex previous = noIndex; ///< of the same phone
    NameIndex ours = 0;          ///< the account's number, name or short code
    NameIndex service = 0;
    quint32 sentAfter = 0;  ///< ms after created
    quint32 finalAfter = 0; ///< ms after created
    quint16 textLength = 0;
    quint16 account = 0;
    quint16 failure = 0; ///< Twilio's code; 0: delivered
    quint8 segments = 1;
    quint8 referenceLength = 0; ///< behind the text
    bool inbound = false;
};

struct Phone
{
    quint64 number = 0;
    RowIndex last = noIndex;
    quint32 received = 0; ///< accepted messages to it
};

/// Everything the simulated provider has accepted or received. Lives in the server's thread.
class Store
{
public:
    explicit Store(qint64 textBytes);

    /// The phone of that number, made if there is none.
    [[nodiscard]] PhoneIndex phone(quint64 number);
    [[nodiscard]] PhoneIndex findPhone(quint64 number) const; ///< noIndex if never seen
    [[nodiscard]] const Phone &phoneAt(PhoneIndex index) const { return m_phones[index]; }
    [[nodiscard]] const std::deque<Phone> &phones() const { return m_phones; }

    /// A mailbox takes a phone's place under a number that no phone has. Addresses are told apart as they are written.
    [[nodiscard]] quint64 mailbox(std::string_view address);
    [[nodiscard]] std::optional<quint64> findMailbox(std::string_view address) const;
    [[nodiscard]] static bool isMailbox(quint64 number) { return (number & mailboxMark) != 0; }
    /// "+15005550010", or the address of a mailbox.
    void appendPerson(std::string &out, quint64 number) const;

    [[nodiscard]] NameIndex name(std::string_view text);
    [[nodiscard]] NameIndex findName(std::string_view text) const; ///< noIndex if never seen
    [[nodiscard]] const std::string &nameAt(NameIndex index) const { return m_names[index]; }

    /// Sets `text`, `textLength`, `referenceLength` and `previous` of the row. `reference`: the sender's own, at most
    /// 255 bytes of it.
    RowIndex add(Row row, std::string_view text, std::string_view reference = {});
    [[nodiscard]] const std::deque<Row> &rows() const { return m_rows; }
    /// Empty where it has been dropped to stay within the memory allowed.
    [[nodiscard]] std::string_view textOf(const Row &row) const;
    [[nodiscard]] std::string_view referenceOf(const Row &row) const;

    void setOptedOut(PhoneIndex phone, NameIndex ours, bool out);
    [[nodiscard]] bool isOptedOut(PhoneIndex phone, NameIndex ours) const;

    /// A row's id: 32 digits that do not show the order, unlike any of another run.
    void appendSid(std::string &out, RowIndex index) const;
    /// noIndex for an id that is not of this run.
    [[nodiscard]] RowIndex rowOf(std::string_view sid) const;
    /// The halves an id is made of, for providers that write it otherwise: the run's, and the row's.
    [[nodiscard]] quint64 runToken() const { return m_salt; }
    [[nodiscard]] quint64 rowToken(RowIndex index) const;
    /// noIndex for a token that is not of this run.
    [[nodiscard]] RowIndex rowOfToken(quint64 token) const;

    void clear();

private:
    void growSlots();

    static constexpr quint64 blockBytes = 1 << 20;
    static constexpr quint64 mailboxMark = quint64{1} << 63;

    std::deque<Row> m_rows;
    std::deque<Phone> m_phones;
    std::vector<quint32> m_slots; ///< open addressing, index + 1 of the phone; size is a power of two
    std::vector<std::string> m_names;
    std::unordered_map<std::string, NameIndex> m_nameIndex;
    std::unordered_set<quint64> m_optedOut;
    std::deque<std::unique_ptr<char[]>> m_blocks; ///< a text never spans two
    quint64 m_firstBlock = 0;                     ///< number of the oldest one kept
    quint64 m_used = 0;                           ///< of the newest block
    quint64 m_maxBlocks;
    quint64 m_salt;
};

} // namespace simulator
