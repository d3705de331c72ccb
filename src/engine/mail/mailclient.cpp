#include "engine/mail/mailclient.h"

#include "engine/mail/imapdialogue.h"

using namespace Qt::StringLiterals;
using namespace domain;

namespace engine {

namespace {

bool serves(const MailLine &line, const MailServer &server) { return line.server() == server; }

SmtpDialogue *smtpOf(const MailLine &line) { return dynamic_cast<SmtpDialogue *>(line.dialogue()); }

MailResponse withLatency(MailResponse response, const QElapsedTimer &clock)
{
    response.latency = Millis(clock.elapsed());
    return response;
}

} // namespace

MailClient::MailClient(MailClientOptions options, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_loop([this] { turn(); })
{
    m_tidy.setSingleShot(true);
    connect(&m_tidy, &QTimer::timeout, this, [this] { turn(); });
}

MailClient::~MailClient() { m_lines.clear(); }

void MailClient::send(MailRequest request, Sent done)
{
    ++m_inFlight;
    Job &job = m_waiting.emplace_back();
    job.mail = std::move(request);
    job.sent = std::move(done);
    m_loop.wake();
}

void MailClient::read(MailboxRequest request, Read done)
{
    ++m_inFlight;
    Job &job = m_waiting.emplace_back();
    job.mailbox = std::move(request);
    job.read = std::move(done);
    m_loop.wake();
}

void MailClient::cancelAll()
{
    for (const auto &line : m_lines) {
        line->line->close(u"cancelled"_s);
        if (!line->job)
            continue;
        if (line->line->dialogue())
            finish(*line);
        else
            fail(*line->job, {MailStep::Connect, MailEnd::Lost, 0, u"cancelled"_s, {}});
        line->job.reset();
    }
    for (Job &job : m_waiting)
        fail(job, {MailStep::Connect, MailEnd::Lost, 0, u"cancelled"_s, {}});
    m_waiting.clear();
    bury();
    deliver();
}

void MailClient::turn()
{
    pump();
    m_loop.runTimers([] {});
    collect();
    bury();
    pump();
    deliver();
    m_loop.arm();
    if (!m_lines.empty() && !m_tidy.isActive())
        m_tidy.start(m_options.longestIdle);
}

bool MailClient::isFit(const Line &line) const
{
    const SmtpDialogue *dialogue = smtpOf(*line.line);
    return !line.job && line.line->state() == MailLine::State::Open && dialogue && dialogue->isReusable() &&
           line.line->mails < m_options.mailsPerConnection && line.line->age.elapsed() < m_options.longestLife.count();
}

void MailClient::pump()
{
    std::deque<Job> waiting;
    std::swap(waiting, m_waiting);
    while (!waiting.empty()) {
        Job job = std::move(waiting.front());
        waiting.pop_front();
        if (!place(job))
            m_waiting.push_back(std::move(job));
    }
}

// Over a kept connection, or a new one where there may be one more.
bool MailClient::place(Job &job)
{
    if (!job.clock.isValid())
        job.clock.start();
    if (job.read) {
        open(std::move(job));
        return true;
    }
    int toServer = 0;
    for (const auto &line : m_lines) {
        if (!serves(*line->line, job.mail.server) || (line->job && line->job->read))
            continue;
        if (isFit(*line) && !job.isFresh) {
            line->isKept = true;
            line->job = std::move(job);
            begin(*line);
            return true;
        }
        if (line->job)
            ++toServer;
    }
    if (toServer >= m_options.connectionsPerServer)
        return false;
    open(std::move(job));
    return true;
}

void MailClient::open(Job job)
{
    auto line = std::make_unique<Line>();
    MailLine::Options options;
    options.protocol = job.read ? MailLine::Protocol::Imap : MailLine::Protocol::Smtp;
    options.openTimeout = m_options.openTimeout;
    options.patience = m_options.patience;
    options.moved = [this, raw = line.get()](MailLine &) { look(*raw); };
    line->line = std::make_unique<MailLine>(m_loop, job.read ? job.mailbox.server : job.mail.server, options);
    line->job = std::move(job);
    m_lines.push_back(std::move(line));
}

void MailClient::begin(Line &line)
{
    SmtpDialogue *dialogue = smtpOf(*line.line);
    ++line.line->mails;
    const QByteArray first = dialogue->begin(line.job->mail);
    if (dialogue->isOpen())
        line.line->say(first);
    else
        look(line);
}

void MailClient::collect()
{
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_loop.multi(), &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        MailLine *opened = MailLine::of(message->easy_handle);
        opened->opened(message->data.result);
        const auto it = std::find_if(m_lines.begin(), m_lines.end(),
                                     [opened](const auto &line) { return line->line.get() == opened; });
        if (it == m_lines.end() || !(*it)->job)
            continue;
        Line &line = **it;
        if (opened->state() != MailLine::State::Open) {
            fail(*line.job, opened->failure());
            line.job.reset();
        } else if (line.job->read) {
            auto dialogue = std::make_unique<ImapDialogue>(line.job->mailbox, opened->isEncrypted());
            const QByteArray first = dialogue->begin();
            opened->setDialogue(std::move(dialogue));
            opened->say(first);
        } else {
            opened->setDialogue(std::make_unique<SmtpDialogue>(opened->abilities(), opened->isEncrypted()));
            begin(line);
        }
    }
}

// Something was said over the line, or it closed.
void MailClient::look(Line &line)
{
    const MailDialogue *dialogue = line.line->dialogue();
    if (line.job && dialogue && !dialogue->isOpen()) {
        finish(line);
        line.job.reset();
    }
    m_loop.wake();
}

void MailClient::finish(Line &line)
{
    Job &job = *line.job;
    if (const SmtpDialogue *smtp = smtpOf(*line.line)) {
        const MailResponse &response = smtp->response();
        if (response.end == MailEnd::Lost && line.isKept && !smtp->wasHeard() && !job.isFresh &&
            response.text != u"cancelled") {
            job.isFresh = true;
            m_waiting.push_front(std::move(job));
            return;
        }
        m_finished.push_back([this, done = std::move(job.sent), answer = withLatency(response, job.clock)] {
            --m_inFlight;
            done(answer);
        });
        return;
    }
    const auto *imap = dynamic_cast<const ImapDialogue *>(line.line->dialogue());
    Q_ASSERT(imap);
    m_finished.push_back([this, done = std::move(job.read), answer = imap->response()] {
        --m_inFlight;
        done(answer);
    });
}

void MailClient::fail(Job &job, const MailResponse &failure)
{
    const MailResponse answer = withLatency(failure, job.clock);
    if (job.read)
        m_finished.push_back([this, done = std::move(job.read), answer, cursor = job.mailbox.cursor] {
            --m_inFlight;
            done(MailboxResponse{answer, {}, cursor, false});
        });
    else
        m_finished.push_back([this, done = std::move(job.sent), answer] {
            --m_inFlight;
            done(answer);
        });
}

// Closes what is of no further use; only from turn(), never while a line is speaking.
void MailClient::bury()
{
    std::erase_if(m_lines, [this](const std::unique_ptr<Line> &line) {
        if (line->job)
            return false;
        if (isFit(*line) && line->line->idle.elapsed() < m_options.longestIdle.count())
            return false;
        line->line->close({});
        return true;
    });
}

void MailClient::deliver()
{
    while (!m_finished.empty()) {
        const auto next = std::move(m_finished.front());
        m_finished.pop_front();
        next();
    }
}

} // namespace engine
