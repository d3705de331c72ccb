#include "providers/smtp/mime.h"

#include "domain/address/email.h"
#include "providers/smtp/gmime.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace providers::smtp {

namespace {

constexpr qsizetype longestPlainLine = 76; // longer ones are folded by their encoding
constexpr qsizetype longestId = 250;

/// One line, without anything that could end it.
QByteArray oneLine(const QString &text)
{
    QString line = text;
    for (QChar &c : line)
        if (c < u' ' || c == u'\x7f' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    return line.simplified().toUtf8();
}

QByteArray unixLines(const QString &text)
{
    QByteArray lines = text.toUtf8();
    lines.replace("\r\n", "\n").replace('\r', '\n');
    lines.replace('\0', "");
    if (!lines.isEmpty() && !lines.endsWith('\n'))
        lines += '\n';
    return lines;
}

QByteArray wireLines(const QByteArray &text)
{
    QByteArray out;
    out.reserve(text.size() + text.size() / 40);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '\n' && (i == 0 || text[i - 1] != '\r'))
            out += '\r';
        out += text[i];
    }
    return out;
}

bool hasLongLine(const QByteArray &text)
{
    qsizetype start = 0;
    for (qsizetype end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
        if (end - start > longestPlainLine)
            return true;
        start = end + 1;
    }
    return text.size() - start > longestPlainLine;
}

void setContent(GMimePart *part, const QByteArray &bytes)
{
    const Owned<GMimeStream> stream(
        g_mime_stream_mem_new_with_buffer(bytes.constData(), static_cast<size_t>(bytes.size())));
    const Owned<GMimeDataWrapper> data(
        g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
    g_mime_part_set_content(part, data.get());
}

// g_mime_text_part_set_text would choose a charset for each text by itself.
Owned<GMimeObject> textPart(const char *subtype, const QString &text)
{
    const QByteArray lines = unixLines(text);
    GMimePart *part = g_mime_part_new_with_type("text", subtype);
    setContent(part, lines);
    const bool isPlain = std::all_of(lines.cbegin(), lines.cend(), [](char c) { return c >= 0; });
    g_mime_object_set_content_type_parameter(GMIME_OBJECT(part), "charset", "utf-8");
    auto encoding = g_mime_part_get_best_content_encoding(part, GMIME_ENCODING_CONSTRAINT_7BIT);
    if (isPlain)
        encoding = hasLongLine(lines) ? GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE : GMIME_CONTENT_ENCODING_7BIT;
    // 'From ' at a line's start is changed by some servers on its way, and a signature would break on it.
    if (lines.startsWith("From ") || lines.contains("\nFrom "))
        encoding = GMIME_CONTENT_ENCODING_BASE64;
    g_mime_part_set_content_encoding(part, encoding);
    return Owned<GMimeObject>(GMIME_OBJECT(part));
}

/// What stands over a file's content, with the blank line between.
QByteArray attachmentHead(const domain::MailAttachment &attachment, GMimeFormatOptions *options)
{
    QByteArray type = attachment.type.toLower();
    if (type.count('/') != 1 || type.startsWith("multipart/") || type.startsWith("message/"))
        type = "application/octet-stream";
    const qsizetype slash = type.indexOf('/');
    const Owned<GMimePart> part(
        g_mime_part_new_with_type(type.first(slash).constData(), type.sliced(slash + 1).constData()));
    g_mime_part_set_content_encoding(part.get(), GMIME_CONTENT_ENCODING_BASE64);
    g_mime_object_set_disposition(GMIME_OBJECT(part.get()), GMIME_DISPOSITION_ATTACHMENT);
    QByteArray name = oneLine(attachment.name);
    name.replace('/', '_').replace('\\', '_');
    g_mime_part_set_filename(part.get(), name.isEmpty() ? "attachment" : name.constData());
    const std::unique_ptr<char, decltype(&g_free)> headers(g_mime_object_get_headers(GMIME_OBJECT(part.get()), options),
                                                           g_free);
    return wireLines(QByteArray(headers.get())) + "\r\n";
}

/// Follows from the mail, so that the same mail is the same bytes. '=_' stands in no quoted-printable or base64 text.
QByteArray boundaryOf(const QByteArray &subtype, const QByteArray &messageId)
{
    return "=_" + QCryptographicHash::hash(subtype + messageId, QCryptographicHash::Sha256).toHex().first(24);
}

/// Parts side by side.
Owned<GMimeObject> multipart(const char *subtype, const std::vector<Owned<GMimeObject>> &parts,
                             const QByteArray &messageId)
{
    GMimeMultipart *all = g_mime_multipart_new_with_subtype(subtype);
    g_mime_multipart_set_boundary(all, boundaryOf(subtype, messageId).constData());
    for (const auto &part : parts)
        g_mime_multipart_add(all, part.get());
    return Owned<GMimeObject>(GMIME_OBJECT(all));
}

Owned<GMimeObject> bodyOf(const Mail &mail)
{
    Owned<GMimeObject> body;
    if (mail.html.isEmpty()) {
        body = textPart("plain", mail.text);
    } else if (mail.text.isEmpty()) {
        body = textPart("html", mail.html);
    } else {
        std::vector<Owned<GMimeObject>> both;
        both.push_back(textPart("plain", mail.text));
        both.push_back(textPart("html", mail.html));
        body = multipart("alternative", both, mail.messageId);
    }
    if (mail.attachments.isEmpty())
        return body;
    std::vector<Owned<GMimeObject>> all;
    all.push_back(std::move(body)); // the files follow as they are
    return multipart("mixed", all, mail.messageId);
}

/// Opens the end of the whole again and puts the files before it.
MailPieces withFiles(QByteArray content, const Mail &mail, GMimeFormatOptions *options)
{
    MailPieces pieces;
    const QByteArray boundary = "--" + boundaryOf("mixed", mail.messageId);
    const qsizetype end = content.lastIndexOf(boundary + "--");
    Q_ASSERT(end > 0);
    content.truncate(end);
    for (const domain::MailAttachment &attachment : mail.attachments) {
        QByteArray &before = pieces.rest.isEmpty() ? content : pieces.rest.last(); // a short piece between two files
        before += boundary + "\r\n" + attachmentHead(attachment, options);
        pieces.rest << (attachment.encoded.isEmpty() ? domain::base64Lines(attachment.data) : attachment.encoded)
                    << QByteArray();
    }
    pieces.rest.last() = boundary + "--\r\n";
    pieces.content = std::move(content);
    return pieces;
}

void addRaw(GMimeMessage *message, const char *name, const QByteArray &value)
{
    g_mime_object_set_header(GMIME_OBJECT(message), name, "", nullptr);
    GMimeHeader *header = g_mime_header_list_get_header(g_mime_object_get_header_list(GMIME_OBJECT(message)), name);
    g_mime_header_set_raw_value(header, (' ' + value + '\n').constData());
}

void addUnsubscribe(GMimeMessage *message, const QByteArrayList &uris)
{
    QByteArrayList entries;
    bool oneClick = false;
    for (const QByteArray &uri : uris) {
        entries << '<' + uri + '>';
        oneClick = oneClick || uri.startsWith("https:");
    }
    if (entries.isEmpty())
        return;
    addRaw(message, "List-Unsubscribe", entries.join(",\n "));
    if (oneClick)
        addRaw(message, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
}

/// An id that came from outside and may stand in a header.
bool isSoundId(const QByteArray &id)
{
    return id.size() <= longestId && id.indexOf('@') > 0 &&
           std::all_of(id.cbegin(), id.cend(), [](char c) { return c > ' ' && c < '\x7f' && c != '<' && c != '>'; });
}

void addThread(GMimeMessage *message, const Mail &mail)
{
    if (!isSoundId(mail.inReplyTo))
        return;
    addRaw(message, "In-Reply-To", '<' + mail.inReplyTo + '>');
    QByteArrayList ids;
    for (const QByteArray &id : mail.references)
        if (isSoundId(id))
            ids << '<' + id + '>';
    if (!ids.isEmpty())
        addRaw(message, "References", ids.join("\n "));
}

bool isSound(const QString &address) { return domain::normalisedEmail(address).has_value(); }

bool isSoundUri(const QByteArray &uri)
{
    return std::all_of(uri.cbegin(), uri.cend(), [](char c) { return c > ' ' && c < '\x7f' && c != '<' && c != '>'; });
}

} // namespace

domain::Result<MailPieces> mailContent(const Mail &mail)
{
    using domain::ErrorCode;
    if (!isSound(mail.fromAddress) || (!mail.replyTo.isEmpty() && !isSound(mail.replyTo)))
        return domain::fail(ErrorCode::InvalidInput, u"the sender's address is none"_s, u"fromAddress"_s);
    if (!isSound(mail.to))
        return domain::fail(ErrorCode::InvalidInput, u"the recipient's address is none"_s, u"to"_s);
    if (!std::all_of(mail.unsubscribe.cbegin(), mail.unsubscribe.cend(), isSoundUri))
        return domain::fail(ErrorCode::InvalidInput, u"the link to unsubscribe is none"_s);
    useGMime();
    const Owned<GMimeMessage> message(g_mime_message_new(TRUE));
    GMimeMessage *m = message.get();
    const QByteArray name = oneLine(mail.fromName);
    g_mime_message_add_mailbox(m, GMIME_ADDRESS_TYPE_FROM, name.isEmpty() ? nullptr : name.constData(),
                               mail.fromAddress.toUtf8().constData());
    g_mime_message_add_mailbox(m, GMIME_ADDRESS_TYPE_TO, nullptr, mail.to.toUtf8().constData());
    if (!mail.replyTo.isEmpty())
        g_mime_message_add_mailbox(m, GMIME_ADDRESS_TYPE_REPLY_TO, nullptr, mail.replyTo.toUtf8().constData());
    g_mime_message_set_subject(m, oneLine(mail.subject).constData(), "utf-8");
    const auto seconds = std::chrono::floor<std::chrono::seconds>(mail.date).time_since_epoch().count();
    GDateTime *date = g_date_time_new_from_unix_utc(seconds);
    g_mime_message_set_date(m, date);
    g_date_time_unref(date);
    addRaw(m, "Message-Id", '<' + oneLine(QString::fromUtf8(mail.messageId)) + '>');
    addThread(m, mail);
    addUnsubscribe(m, mail.unsubscribe);
    if (mail.inReplyTo.isEmpty())
        addRaw(m, "Auto-Submitted", "auto-generated"); // no holiday notes in return
    if (mail.isBulk)
        addRaw(m, "Precedence", "bulk");
    const auto body = bodyOf(mail);
    g_mime_message_set_mime_part(m, body.get());

    const std::unique_ptr<GMimeFormatOptions, decltype(&g_mime_format_options_free)> options(
        g_mime_format_options_new(), g_mime_format_options_free);
    g_mime_format_options_set_param_encoding_method(options.get(), GMIME_PARAM_ENCODING_METHOD_RFC2231);
    const Owned<GMimeStream> stream(g_mime_stream_mem_new());
    g_mime_object_write_to_stream(GMIME_OBJECT(m), options.get(), stream.get());
    QByteArray content = wireLines(bytesOf(stream.get()));
    if (mail.attachments.isEmpty())
        return MailPieces{std::move(content), {}};
    return withFiles(std::move(content), mail, options.get());
}

} // namespace providers::smtp
