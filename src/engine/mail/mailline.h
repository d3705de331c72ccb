#pragma once

#include "engine/http/curlloop.h"
#include "engine/mail/maildialogue.h"
#include "engine/mail/smtpdialogue.h"

#include <QSocketNotifier>

#include <array>

namespace engine {

/// One connection to a mail server: libcurl looks the name up, connects, greets and makes it safe (STARTTLS and
/// certificates), then the dialogue speaks over it. libcurl's own SMTP transfer blocks the thread while it waits for
/// the reply to the end mark and does not tell how far a mail got; here each byte is ours. Owned by MailClient.
class MailLine : public QObject
{
public:
    enum class Protocol { Smtp, Imap };

    struct Options
    {
        Protocol protocol = Protocol::Smtp;
        domain::Millis openTimeout{60'000};     ///< name, connection, TLS and greeting together
        std::optional<domain::Millis> patience; ///< in place of the dialogue's own
        std::function<void(MailLine &)> moved;  ///< open, something was said, or closed; never from a call here
    };

    MailLine(CurlLoop &loop, domain::MailServer server, Options options);
    ~MailLine() override;

    enum class State { Opening, Open, Closed };
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const domain::MailServer &server() const { return m_server; }
    [[nodiscard]] CURL *handle() const { return m_handle; }
    [[nodiscard]] static MailLine *of(CURL *handle);

    /// libcurl is done with the opening. Closed afterwards where that failed; failure() says how.
    void opened(CURLcode code);
    [[nodiscard]] const domain::MailResponse &failure() const { return m_failure; }
    /// What the server said of itself (SMTP).
    [[nodiscard]] SmtpAbilities abilities() const;
    [[nodiscard]] bool isEncrypted() const { return m_server.security != domain::MailSecurity::None; }

    void setDialogue(std::unique_ptr<MailDialogue> dialogue) { m_dialogue = std::move(dialogue); }
    [[nodiscard]] MailDialogue *dialogue() const { return m_dialogue.get(); }
    /// Writes what the dialogue wants said; its time runs from here.
    void say(const QByteArray &bytes);
    /// With a farewell where the dialogue has one. What is open ends as lost.
    void close(const QString &why);

    QElapsedTimer age;  ///< since it is open
    QElapsedTimer idle; ///< since it was last used
    int mails = 0;      ///< begun over it

private:
    void setUp();
    void receive();
    void flush();
    void timeOut();
    void drop(const QString &why);
    void tell();
    [[nodiscard]] domain::MailResponse failureOf(CURLcode code) const;

    static size_t onHeader(char *data, size_t size, size_t count, void *self);
    static int onDebug(CURL *, curl_infotype type, char *data, size_t size, void *self);
    static int onProgress(void *self, curl_off_t, curl_off_t, curl_off_t, curl_off_t);

    CurlLoop &m_loop;
    domain::MailServer m_server;
    Options m_options;
    QByteArray m_caFile;
    CURL *m_handle;
    State m_state = State::Opening;
    domain::MailResponse m_failure;
    SmtpReplies m_greeting;
    MailReply m_lastReply;
    QByteArrayList m_helloLines;
    bool m_isLeaving = false; ///< libcurl says good-bye
    std::unique_ptr<MailDialogue> m_dialogue;
    std::unique_ptr<QSocketNotifier> m_readable;
    std::unique_ptr<QSocketNotifier> m_writable;
    QTimer m_timer;
    QByteArray m_out;
    std::array<char, CURL_ERROR_SIZE> m_error{};
};

} // namespace engine
