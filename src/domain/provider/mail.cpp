#include "domain/provider/mail.h"

namespace domain {

QByteArray base64Lines(const QByteArray &data)
{
    constexpr qsizetype lineLength = 76;
    const QByteArray letters = data.toBase64();
    QByteArray lines;
    lines.reserve(letters.size() + (letters.size() + lineLength - 1) / lineLength * 2);
    for (qsizetype at = 0; at < letters.size(); at += lineLength)
        lines.append(QByteArrayView(letters).sliced(at, std::min(lineLength, letters.size() - at))).append("\r\n");
    return lines;
}

qint64 MailRequest::size() const
{
    qint64 all = content.size();
    for (const QByteArray &piece : rest)
        all += piece.size();
    return all;
}

} // namespace domain
