#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace domain {

/// A file that goes with the mails of a template's version. What is in it is known by its hash.
struct TemplateAttachment
{
    QString name;
    QByteArray type; ///< "application/pdf"
    QByteArray hash; ///< BLAKE2b, 256 bits
    qint64 size = 0;
    QByteArray data = {}; ///< of a file that is not kept yet; not looked at once it is

    friend bool operator==(const TemplateAttachment &a, const TemplateAttachment &b)
    {
        return a.name == b.name && a.type == b.type && a.hash == b.hash && a.size == b.size;
    }
};

/// One with its hash and size. The name's path is left out.
[[nodiscard]] TemplateAttachment attachmentOf(const QString &fileName, const QByteArray &type, const QByteArray &data);

/// Bytes a file takes in a mail: base64 in lines of 76 characters.
[[nodiscard]] qint64 sentSize(qint64 size);
[[nodiscard]] qint64 sentSize(const QList<TemplateAttachment> &files);

enum class AttachmentFault {
    Name,    ///< none, longer than 150 characters, or not the name of a file
    Empty,   ///< nothing in it
    Refused, ///< a kind mail servers generally refuse: programs and what starts them
    Twice,   ///< another file has the name
    TooMany, ///< more than attachmentsAtMost
    TooMuch, ///< all together are more than `most` bytes as sent
};
inline constexpr int attachmentsAtMost = 20;

/// The first thing wrong with them, and with which.
struct AttachmentProblem
{
    AttachmentFault fault = AttachmentFault::Name;
    QString name;
};
[[nodiscard]] std::optional<AttachmentProblem> problemOf(const QList<TemplateAttachment> &files, qint64 most);

} // namespace domain
