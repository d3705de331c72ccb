#include "engine/sending/attachmentshelf.h"

#include "storage/templates/attachmentstore.h"

#include <algorithm>
#include <numeric>

namespace engine {

using domain::Result;

qint64 AttachmentShelf::bytes() const
{
    return std::accumulate(m_kept.cbegin(), m_kept.cend(), qint64{0},
                           [](qint64 sum, const Kept &one) { return sum + one.encoded.size(); });
}

Result<QByteArray> AttachmentShelf::encoded(const QByteArray &hash)
{
    const auto it = std::find_if(m_kept.begin(), m_kept.end(), [&](const Kept &one) { return one.hash == hash; });
    if (it != m_kept.end()) {
        m_kept.splice(m_kept.begin(), m_kept, it);
        return m_kept.front().encoded;
    }
    const auto content = storage::AttachmentStore(m_connection).content(hash);
    if (!content)
        return tl::unexpected(content.error());
    ++m_reads;
    m_kept.push_front({hash, domain::base64Lines(*content)});
    return m_kept.front().encoded;
}

Result<QList<domain::MailAttachment>> AttachmentShelf::take(const QList<domain::TemplateAttachment> &files)
{
    QList<domain::MailAttachment> taken;
    for (const domain::TemplateAttachment &file : files) {
        auto letters = encoded(file.hash);
        if (!letters)
            return tl::unexpected(letters.error());
        taken.append({file.name, file.type, {}, *std::move(letters)});
    }
    while (m_kept.size() > static_cast<size_t>(files.size()) && bytes() > m_mostBytes)
        m_kept.pop_back();
    return taken;
}

} // namespace engine
