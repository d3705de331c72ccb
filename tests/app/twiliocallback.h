#pragma once

#include <QMessageAuthenticationCode>
#include <QUrl>

namespace apptest {

/// The request of a Twilio status callback to that address, signed over the address and the fields in the order of
/// their names with the token the programs of these tests are set up with.
inline QByteArray twilioCallback(const QByteArray &url, const QByteArray &sid, const QByteArray &status)
{
    const QByteArray account = "AC00000000000000000000000000000001";
    const QByteArray token = "0123456789abcdef0123456789abcdef";
    const QByteArray text = url + "AccountSid" + account + "MessageSid" + sid + "MessageStatus" + status;
    const QByteArray signature = QMessageAuthenticationCode::hash(text, token, QCryptographicHash::Sha1).toBase64();
    const QByteArray body = "AccountSid=" + account + "&MessageSid=" + sid + "&MessageStatus=" + status;
    return "POST " + QUrl(QString::fromLatin1(url)).path().toLatin1() +
           " HTTP/1.1\r\nHost: localhost\r\nX-Twilio-Signature: " + signature +
           "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\n\r\n" + body;
}

} // namespace apptest
