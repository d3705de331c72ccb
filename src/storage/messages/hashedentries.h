#pragma once

#include <QtGlobal>

#include <vector>

namespace storage {

/// Entries under a 64-bit hash (`Entry::hash`), any number under the same one, in the order they came: 8 bytes each
/// beside the entry itself. A value.
template <class Entry>
class HashedEntries
{
public:
    void add(const Entry &entry)
    {
        m_entries.push_back(entry);
        if (m_entries.size() * 2 > m_slots.size())
            spread(m_slots.empty() ? 1024 : m_slots.size() * 2);
        else
            place(m_entries.size() - 1);
    }

    /// Calls `look(entry)` for each under this hash.
    template <class Look>
    void each(qint64 hash, Look look) const
    {
        if (m_slots.empty())
            return;
        for (size_t at = first(hash); m_slots[at] != 0; at = (at + 1) & (m_slots.size() - 1))
            if (const Entry &entry = m_entries[m_slots[at] - 1]; entry.hash == hash)
                look(entry);
    }

    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }
    [[nodiscard]] size_t size() const { return m_entries.size(); }

private:
    [[nodiscard]] size_t first(qint64 hash) const { return static_cast<quint64>(hash) & (m_slots.size() - 1); }
    void place(size_t entry)
    {
        size_t at = first(m_entries[entry].hash);
        while (m_slots[at] != 0)
            at = (at + 1) & (m_slots.size() - 1);
        m_slots[at] = static_cast<quint32>(entry + 1);
    }
    void spread(size_t slots)
    {
        m_slots.assign(slots, 0);
        for (size_t i = 0; i < m_entries.size(); ++i)
            place(i);
    }

    std::vector<Entry> m_entries;
    std::vector<quint32> m_slots; ///< the entry's place + 1, 0: free; a power of two of them, half of them free
};

} // namespace storage
