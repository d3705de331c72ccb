#pragma once

#include <QtGlobal>

#include <vector>

namespace storage {

/// From 64-bit hashes to row numbers, in 12 bytes a place: a QHash would take five times as much, and an import has
/// two keys for each of a million rows. The first row of a hash stays. Who finds a row checks that it is the right one.
class KeyMap
{
public:
    KeyMap() : m_hashes(1024, 0), m_rows(1024, 0) {}

    /// 0 where there is none.
    [[nodiscard]] quint32 find(quint64 hash) const
    {
        for (size_t at = place(hash);; at = (at + 1) & mask())
            if (m_rows[at] == 0 || m_hashes[at] == hash)
                return m_rows[at];
    }

    void insert(quint64 hash, quint32 row)
    {
        if ((m_count + 1) * 4 > m_rows.size() * 3)
            grow();
        put(hash, row);
    }

private:
    [[nodiscard]] size_t mask() const { return m_rows.size() - 1; }
    [[nodiscard]] size_t place(quint64 hash) const { return static_cast<size_t>(hash * 0x9e3779b97f4a7c15U) & mask(); }

    void put(quint64 hash, quint32 row)
    {
        size_t at = place(hash);
        while (m_rows[at] != 0 && m_hashes[at] != hash)
            at = (at + 1) & mask();
        if (m_rows[at] != 0)
            return;
        m_hashes[at] = hash;
        m_rows[at] = row;
        ++m_count;
    }

    void grow()
    {
        std::vector<quint64> hashes(m_hashes.size() * 2, 0);
        std::vector<quint32> rows(m_rows.size() * 2, 0);
        hashes.swap(m_hashes);
        rows.swap(m_rows);
        m_count = 0;
        for (size_t i = 0; i < rows.size(); ++i)
            if (rows[i] != 0)
                put(hashes[i], rows[i]);
    }

    std::vector<quint64> m_hashes;
    std::vector<quint32> m_rows;
    size_t m_count = 0;
};

} // namespace storage
