#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QUrl>

#include <optional>

/// A plain HTTP/1.1 client over one connection, for tests that look at the connection itself.
class HttpClient
{
public:
    struct Answer
    {
        int status = 0;
        QByteArray head;
        QByteArray body;
        [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
        [[nodiscard]] int code() const { return json().value(QLatin1String("code")).toInt(); }
    };

    static constexpr int patienceMs = 20'000; ///< only reached by a failing test

    explicit HttpClient(const QString &url)
    {
        m_socket.connectToHost(QUrl(url).host(), quint16(QUrl(url).port()));
        m_connected = m_socket.waitForConnected(patienceMs);
    }

    [[nodiscard]] bool isConnected() const { return m_connected; }

    void write(const QByteArray &raw)
    {
        m_socket.write(raw);
        while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(patienceMs)) {
        }
    }

    void post(const QByteArray &path, const QByteArray &body, const QByteArray &userPass = {},
              const QByteArray &method = "POST", const QByteArray &headers = {})
    {
        QByteArray request = method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\n";
        if (!userPass.isEmpty())
            request += "Authorization: Basic " + userPass.toBase64() + "\r\n";
        request += headers.isEmpty() ? QByteArray("Content-Type: application/x-www-form-urlencoded\r\n") : headers;
        request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        write(request);
    }

    /// The next whole answer; empty if the connection ended before.
    std::optional<Answer> answer()
    {
        while (true) {
            if (const qsizetype headEnd = m_read.indexOf("\r\n\r\n"); headEnd >= 0) {
                Answer answer;
                answer.head = m_read.first(headEnd + 2);
                answer.status = answer.head.mid(9, 3).toInt();
                const qsizetype length = answer.head.indexOf("Content-Length: ") + 16;
                const qsizetype size = answer.head.mid(length, answer.head.indexOf('\r', length) - length).toInt();
                if (m_read.size() >= headEnd + 4 + size) {
                    answer.body = m_read.sliced(headEnd + 4, size);
                    m_read.remove(0, headEnd + 4 + size);
                    return answer;
                }
            }
            if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(patienceMs))
                return std::nullopt;
            m_read += m_socket.readAll();
        }
    }

    std::optional<Answer> ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                              const QByteArray &userPass = {}, const QByteArray &headers = {})
    {
        post(path, body, userPass, method, headers);
        return answer();
    }

    /// Something has arrived, or the connection ended, by now.
    [[nodiscard]] bool heardAnything()
    {
        return m_socket.waitForReadyRead(0) || m_socket.bytesAvailable() > 0 ||
               m_socket.state() != QAbstractSocket::ConnectedState;
    }

private:
    QTcpSocket m_socket;
    QByteArray m_read;
    bool m_connected = false;
};
