#include "simulator/store.h"

#include "simulator/text.h"

#include <cstring>
#include <random>

namespace simulator {

namespace {

/// splitmix64's finaliser: every bit of the number moves every bit of the place.
quint64 mixed(quint64 x)
{
    x ^= x >> 30;
    x *= 0xbf58476d1ce4e5b9U;
    x ^= x >> 27;
    x *= 0x94d049bb133111ebU;
    return x ^ (x >> 31);
}

constexpr quint64 oddFactor = 0x9e3779b97f4a7c15U;

/// The number that undoes a multiplication by oddFactor, by Newton's iteration.
constexpr quint64 inverseFactor = [] {
    quint64 x = oddFactor;
    for (int i = 0; i < 6; ++i)
        x *= 2 - oddFactor * x;
    return x;
}();
static_assert(oddFactor * inverseFactor == 1);

} // namespace

Store::Store(qint64 textBytes) : m_maxBlocks(std::max<quint64>(2, quint64(textBytes) / blockBytes))
{
    std::random_device device;
    m_salt = quint64{device()} << 32 | device();
    clear();
}

void Store::clear()
{
    m_rows.clear();
    m_phones.clear();
    m_slots.assign(1024, 0);
    m_names.assign(1, {});
    m_nameIndex.clear();
    m_optedOut.clear();
    m_blocks.clear();
    m_firstBlock = 0;
    m_used = blockBytes;
    m_salt = mixed(m_salt + 1); // ids of before the reset are unknown
}

PhoneIndex Store::findPhone(quint64 number) const
{
    const size_t mask = m_slots.size() - 1;
    for (size_t slot = mixed(number) & mask;; slot = (slot + 1) & mask) {
        if (m_slots[slot] == 0)
            return noIndex;
        if (m_phones[m_slots[slot] - 1].number == number)
            return m_slots[slot] - 1;
    }
}

PhoneIndex Store::phone(quint64 number)
{
    if (const PhoneIndex known = findPhone(number); known != noIndex)
        return known;
    if ((m_phones.size() + 1) * 10 > m_slots.size() * 7)
        growSlots();
    m_phones.push_back({number, noIndex, 0});
    const size_t mask = m_slots.size() - 1;
    size_t slot = mixed(number) & mask;
    while (m_slots[slot] != 0)
        slot = (slot + 1) & mask;
    m_slots[slot] = quint32(m_phones.size());
    return quint32(m_phones.size() - 1);
}

void Store::growSlots()
{
    m_slots.assign(m_slots.size() * 2, 0);
    const size_t mask = m_slots.size() - 1;
    for (size_t i = 0; i < m_phones.size(); ++i) {
        size_t slot = mixed(m_phones[i].number) & mask;
        while (m_slots[slot] != 0)
            slot = (slot + 1) & mask;
        m_slots[slot] = quint32(i + 1);
    }
}

NameIndex Store::name(std::string_view text)
{
    if (text.empty())
        return 0;
    const auto [it, added] = m_nameIndex.try_emplace(std::string(text), NameIndex(m_names.size()));
    if (added)
        m_names.emplace_back(text);
    return it->second;
}

NameIndex Store::findName(std::string_view text) const
{
    const auto it = m_nameIndex.find(std::string(text));
    return it == m_nameIndex.end() ? noIndex : it->second;
}

quint64 Store::mailbox(std::string_view address) { return mailboxMark | name(address); }

std::optional<quint64> Store::findMailbox(std::string_view address) const
{
    const NameIndex known = findName(address);
    return known == noIndex ? std::nullopt : std::optional(mailboxMark | known);
}

void Store::appendPerson(std::string &out, quint64 number) const
{
    if (isMailbox(number)) {
        out += m_names[number & ~mailboxMark];
        return;
    }
    out += '+';
    appendNumber(out, qint64(number));
}

RowIndex Store::add(Row row, std::string_view text, std::string_view reference)
{
    reference = reference.substr(0, 255);
    if (m_used + text.size() + reference.size() > blockBytes) {
        m_blocks.push_back(std::make_unique<char[]>(blockBytes));
        m_used = 0;
        if (m_blocks.size() > m_maxBlocks) {
            m_blocks.pop_front();
            ++m_firstBlock;
        }
    }
    std::memcpy(m_blocks.back().get() + m_used, text.data(), text.size());
    row.text = (m_firstBlock + m_blocks.size() - 1) * blockBytes + m_used;
    row.textLength = quint16(text.size());
    m_used += text.size();
    if (!reference.empty()) {
        std::memcpy(m_blocks.back().get() + m_used, reference.data(), reference.size());
        m_used += reference.size();
    }
    row.referenceLength = quint8(reference.size());

    Phone &phone = m_phones[row.phone];
    row.previous = phone.last;
    phone.last = RowIndex(m_rows.size());
    if (!row.inbound)
        ++phone.received;
    m_rows.push_back(row);
    return phone.last;
}

std::string_view Store::textOf(const Row &row) const
{
    const quint64 block = row.text / blockBytes;
    if (block < m_firstBlock)
        return {};
    return {m_blocks[block - m_firstBlock].get() + row.text % blockBytes, row.textLength};
}

std::string_view Store::referenceOf(const Row &row) const
{
    const std::string_view text = textOf(row);
    return text.data() ? std::string_view(text.data() + text.size(), row.referenceLength) : std::string_view{};
}

void Store::setOptedOut(PhoneIndex phone, NameIndex ours, bool out)
{
    const quint64 key = quint64{phone} << 32 | ours;
    if (out)
        m_optedOut.insert(key);
    else
        m_optedOut.erase(key);
}

bool Store::isOptedOut(PhoneIndex phone, NameIndex ours) const
{
    return !m_optedOut.empty() && m_optedOut.contains(quint64{phone} << 32 | ours);
}

void Store::appendSid(std::string &out, RowIndex index) const
{
    out += "SM";
    appendHex(out, m_salt, rowToken(index));
}

quint64 Store::rowToken(RowIndex index) const { return (quint64{index} + 1) * oddFactor ^ m_salt; }

RowIndex Store::rowOfToken(quint64 token) const
{
    const quint64 index = (token ^ m_salt) * inverseFactor - 1;
    return index < m_rows.size() ? RowIndex(index) : noIndex;
}

RowIndex Store::rowOf(std::string_view sid) const
{
    if (!isSid(sid, "SM") || hexAt(sid, 2) != m_salt)
        return noIndex;
    return rowOfToken(hexAt(sid, 18));
}

} // namespace simulator
