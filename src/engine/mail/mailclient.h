#pragma once

#include "engine/mail/mailline.h"
#include "engine/mail/mailtransport.h"

#include <deque>

namespace engine {

struct MailClientOptions
{
    int connectionsPerServer = 2; ///< mails beyond wait in order
    int mailsPerConnection = 50;
    domain::Millis longestLife{300'000}; ///< of a connection
    domain::Millis longestIdle{15'000};  ///< a server that closes an idle one must not meet the next mail
    domain::Millis openTimeout{60'000};
    std::optional<domain::Millis> patience; ///< in place of what RFC 5321 allows a server for each answer
};

/// The real MailTransport: SMTP and IMAP through libcurl's connections, on the event loop of the thread it was made in.
/// Connections are kept for what follows; one mail a transaction. A mail goes out over a second connection in one case
/// only: the first one was kept, and was found closed before the server had answered anything of this mail, so that
/// not even its sender was named. Destroying it drops what is in flight without calling back; must not happen within a
/// callback.
class MailClient : public QObject, public MailTransport
{
public:
    explicit MailClient(MailClientOptions options = {}, QObject *parent = nullptr);
    ~MailClient() override;

    void send(domain::MailRequest request, Sent done) override;
    void read(domain::MailboxRequest request, Read done) override;
    void cancelAll() override;
    [[nodiscard]] int inFlight() const override { return m_inFlight; }
    /// Connections that are open or being opened.
    [[nodiscard]] int connections() const { return static_cast<int>(m_lines.size()); }

private:
    struct Job
    {
        domain::MailRequest mail;
        Sent sent;
        domain::MailboxRequest mailbox;
        Read read; ///< set: it is a reading
        QElapsedTimer clock;
        bool isFresh = false; ///< not over a kept connection
    };
    struct Line
    {
        std::unique_ptr<MailLine> line;
        std::optional<Job> job;
        bool isKept = false; ///< the job did not open it
    };

    void turn();
    void pump();
    [[nodiscard]] bool place(Job &job);
    [[nodiscard]] bool isFit(const Line &line) const;
    void open(Job job);
    void begin(Line &line);
    void collect();
    void look(Line &line);
    void finish(Line &line);
    void fail(Job &job, const domain::MailResponse &failure);
    void bury();
    void deliver();

    MailClientOptions m_options;
    CurlLoop m_loop;
    std::deque<Job> m_waiting;
    std::vector<std::unique_ptr<Line>> m_lines;
    std::deque<std::function<void()>> m_finished;
    QTimer m_tidy; ///< closes what was idle for too long
    int m_inFlight = 0;
};

} // namespace engine
