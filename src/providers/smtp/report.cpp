#include "providers/smtp/report.h"

#include "domain/address/email.h"
#include "providers/smtp/gmime.h"
#include "providers/smtp/htmltext.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace providers::smtp {

namespace {

constexpr int deepestPart = 16;
constexpr int mostReferences = 50; ///< the last ones of them

using Fields = QHash<QByteArray, QString>; ///< by lower-case name; the first of each

QString withoutBrackets(QString id)
{
    id = id.trimmed();
    if (id.startsWith(u'<') && id.endsWith(u'>'))
        id = id.sliced(1, id.size() - 2);
    return id;
}

/// "rfc822; nobody@example.org" → the part after the type.
QString withoutType(const QString &value) { return value.mid(value.indexOf(u';') + 1).trimmed(); }

/// Groups of "Name: value" lines with folding, parted by empty lines.
QList<Fields> groupsOf(QByteArray text)
{
    text.replace("\r\n", "\n").replace('\r', '\n');
    QList<Fields> groups(1);
    QByteArray last;
    for (const QByteArray &line : text.split('\n')) {
        if (line.trimmed().isEmpty()) {
            if (!groups.last().isEmpty())
                groups.append(Fields());
            last.clear();
        } else if ((line[0] == ' ' || line[0] == '\t') && !last.isEmpty()) {
            groups.last()[last] += u' ' + QString::fromUtf8(line.trimmed());
        } else if (const qsizetype colon = line.indexOf(':'); colon > 0) {
            const QByteArray name = line.first(colon).trimmed().toLower();
            last = groups.last().contains(name) ? QByteArray() : name;
            if (!last.isEmpty())
                groups.last().insert(last, QString::fromUtf8(line.sliced(colon + 1).trimmed()));
        }
    }
    if (groups.last().isEmpty())
        groups.removeLast();
    return groups;
}

QByteArray contentOf(GMimeObject *part)
{
    const Owned<GMimeStream> stream(g_mime_stream_mem_new());
    if (GMIME_IS_PART(part)) {
        GMimeDataWrapper *content = g_mime_part_get_content(GMIME_PART(part));
        if (content)
            g_mime_data_wrapper_write_to_stream(content, stream.get());
    } else if (GMIME_IS_MESSAGE_PART(part)) {
        // A status that was taken for a mail: its fields are that mail's header and body.
        GMimeMessage *inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part));
        if (inner)
            g_mime_object_write_to_stream(GMIME_OBJECT(inner), nullptr, stream.get());
    }
    return bytesOf(stream.get());
}

QString header(GMimeObject *object, const char *name)
{
    const char *value = g_mime_object_get_header(object, name);
    return value ? QString::fromUtf8(value).simplified() : QString();
}

QStringList addressesIn(InternetAddressList *list)
{
    QStringList found;
    for (int i = 0; list && i < internet_address_list_length(list); ++i) {
        InternetAddress *one = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_MAILBOX(one))
            found << QString::fromUtf8(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(one)));
    }
    return found;
}

/// "<a@b> <c@d>" → the ids.
QStringList idsIn(const QString &header)
{
    QStringList ids;
    for (qsizetype begin = header.indexOf(u'<'); begin >= 0; begin = header.indexOf(u'<', begin + 1))
        if (const qsizetype end = header.indexOf(u'>', begin); end > begin + 1)
            ids << header.sliced(begin + 1, end - begin - 1);
    return ids.mid(std::max<qsizetype>(0, ids.size() - mostReferences));
}

class Reader
{
public:
    ReadMail mail;

    void read(GMimeMessage *message)
    {
        readHeader(message);
        walk(g_mime_message_get_mime_part(message), 0);
        mail.text = m_text.isEmpty() ? textOfHtml(m_html) : m_text;
        if (m_isFeedback)
            mail.kind = ReadMail::Kind::Complaint;
        else if (!mail.deliveries.isEmpty())
            mail.kind = ReadMail::Kind::Delivery;
    }

private:
    void readHeader(GMimeMessage *message)
    {
        GMimeObject *object = GMIME_OBJECT(message);
        if (const char *id = g_mime_message_get_message_id(message))
            mail.messageId = withoutBrackets(QString::fromUtf8(id));
        mail.subject = header(object, "Subject");
        const QStringList from = addressesIn(g_mime_message_get_from(message));
        if (!from.isEmpty())
            mail.from = domain::normalisedEmail(from.first()).value_or(QString());
        mail.to = addressesIn(g_mime_message_get_to(message)) + addressesIn(g_mime_message_get_cc(message));
        for (const char *name : {"Delivered-To", "X-Original-To", "Envelope-To"})
            if (const QString to = withoutBrackets(header(object, name)); !to.isEmpty())
                mail.to << to;
        mail.references = idsIn(header(object, "References"));
        mail.inReplyTo = idsIn(header(object, "In-Reply-To")).value(0);
        if (GDateTime *date = g_mime_message_get_date(message))
            mail.date = g_date_time_to_unix(date);
        const QString submitted = header(object, "Auto-Submitted").toLower();
        const QString returnPath = header(object, "Return-Path");
        mail.isAutomatic = (!submitted.isEmpty() && !submitted.startsWith("no"_L1)) || returnPath == u"<>" ||
                           !header(object, "X-Auto-Response-Suppress").isEmpty() ||
                           header(object, "Precedence").toLower() == u"auto_reply";
    }

    void walk(GMimeObject *part, int depth)
    {
        if (!part || depth > deepestPart)
            return;
        GMimeContentType *type = g_mime_object_get_content_type(part);
        const auto is = [type](const char *kind, const char *subtype) {
            return g_mime_content_type_is_type(type, kind, subtype) != 0;
        };
        if (is("message", "delivery-status") || is("message", "global-delivery-status"))
            readStatus(contentOf(part));
        else if (is("message", "feedback-report"))
            readFeedback(contentOf(part));
        else if (is("text", "rfc822-headers") || is("message", "global-headers"))
            readOriginal(groupsOf(contentOf(part)));
        else if (GMIME_IS_MULTIPART(part))
            for (int i = 0; i < g_mime_multipart_get_count(GMIME_MULTIPART(part)); ++i)
                walk(g_mime_multipart_get_part(GMIME_MULTIPART(part), i), depth + 1);
        else if (GMIME_IS_MESSAGE_PART(part))
            readOriginal(groupsOf(contentOf(part)));
        else
            readContent(part, is("text", "plain"), is("text", "html"));
    }

    void readContent(GMimeObject *part, bool isPlain, bool isHtml)
    {
        const char *disposition = g_mime_object_get_disposition(part);
        const bool isAttached = disposition && QByteArray(disposition).toLower() == "attachment";
        if (isAttached || !GMIME_IS_TEXT_PART(part)) {
            mail.attachments += isAttached ? 1 : 0;
            return;
        }
        if ((isPlain && !m_text.isEmpty()) || (isHtml && !m_html.isEmpty()) || (!isPlain && !isHtml))
            return;
        const std::unique_ptr<char, decltype(&g_free)> text(g_mime_text_part_get_text(GMIME_TEXT_PART(part)), &g_free);
        if (!text)
            return;
        (isPlain ? m_text : m_html) = QString::fromUtf8(text.get()).replace(u"\r\n"_s, u"\n"_s).trimmed();
    }

    void readStatus(const QByteArray &text)
    {
        const QList<Fields> groups = groupsOf(text);
        for (const Fields &fields : groups) {
            if (fields.contains("original-envelope-id"))
                mail.envelopeId = fields.value("original-envelope-id");
            if (!fields.contains("action"))
                continue;
            Delivery delivery;
            delivery.recipient = withoutType(fields.value("original-recipient", fields.value("final-recipient")));
            delivery.action = fields.value("action").section(u' ', 0, 0).toLower();
            delivery.status = fields.value("status").section(u' ', 0, 0);
            delivery.diagnostic = withoutType(fields.value("diagnostic-code"));
            mail.deliveries << delivery;
        }
    }

    void readFeedback(const QByteArray &text)
    {
        const QList<Fields> groups = groupsOf(text);
        m_isFeedback = !groups.isEmpty();
        if (!m_isFeedback)
            return;
        mail.feedbackType = groups.first().value("feedback-type").toLower();
        mail.envelopeId = groups.first().value("original-envelope-id", mail.envelopeId);
        mail.complainant =
            domain::normalisedEmail(withoutBrackets(groups.first().value("original-rcpt-to"))).value_or(QString());
    }

    void readOriginal(const QList<Fields> &groups)
    {
        if (groups.isEmpty() || !mail.originalMessageId.isEmpty())
            return;
        mail.originalMessageId = withoutBrackets(groups.first().value("message-id"));
    }

    bool m_isFeedback = false;
    QString m_text;
    QString m_html;
};

} // namespace

ReadMail readMail(const QByteArray &mail)
{
    useGMime();
    const Owned<GMimeStream> stream(
        g_mime_stream_mem_new_with_buffer(mail.constData(), static_cast<size_t>(mail.size())));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
    Reader reader;
    if (message)
        reader.read(message.get());
    return reader.mail;
}

} // namespace providers::smtp
