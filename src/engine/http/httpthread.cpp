#include "engine/http/httpthread.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

constexpr size_t handOverAt = 64; // so that the first are on the wire while the last are being made

} // namespace

/// The thread's side: the client, and the answers of a turn.
class HttpThread::Far : public QObject
{
public:
    Far(HttpClientOptions options, HttpThread &near) : m_options(std::move(options)), m_near(near) {}

    void send(std::vector<Going> requests)
    {
        if (!m_client)
            m_client = std::make_unique<HttpClient>(m_options);
        for (Going &going : requests) {
            domain::HttpRequest request = going.exchange ? going.exchange->make() : std::move(going.request);
            m_client->send(std::move(request), [this, number = going.number,
                                                exchange = std::move(going.exchange)](domain::HttpResponse response) {
                if (m_answers.empty())
                    QMetaObject::invokeMethod(this, &Far::giveBack, Qt::QueuedConnection);
                Back &back = m_answers.emplace_back();
                back.number = number;
                if (exchange) {
                    back.outcome = exchange->read(response);
                    back.response.status = response.status;
                    back.response.latency = response.latency;
                } else {
                    back.response = std::move(response);
                }
            });
        }
    }
    void cancelAll()
    {
        if (m_client)
            m_client->cancelAll();
    }

private:
    void giveBack()
    {
        QMetaObject::invokeMethod(
            &m_near,
            [near = &m_near, answers = std::exchange(m_answers, {})]() mutable { near->take(std::move(answers)); },
            Qt::QueuedConnection);
    }

    HttpClientOptions m_options;
    HttpThread &m_near; // outlives the thread
    std::unique_ptr<HttpClient> m_client;
    std::vector<Back> m_answers;
};

HttpThread::HttpThread(HttpClientOptions options, QObject *parent)
    : QObject(parent), m_far(new Far(std::move(options), *this))
{
    m_thread.setObjectName(u"http"_s);
    m_far->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_far, &QObject::deleteLater);
    m_thread.start();
}

HttpThread::~HttpThread()
{
    m_thread.quit();
    m_thread.wait();
}

void HttpThread::send(domain::HttpRequest request, Done done)
{
    add({0, std::move(request), {}}, {std::move(done), {}, {}});
}

void HttpThread::exchange(Exchange exchange, Ended ended)
{
    const auto shared = std::make_shared<const Exchange>(std::move(exchange));
    add({0, {}, shared}, {{}, shared, std::move(ended)});
}

void HttpThread::add(Going going, Open open)
{
    going.number = ++m_last;
    m_open.insert(m_last, std::move(open));
    m_waiting.push_back(std::move(going));
    if (m_waiting.size() >= handOverAt) {
        handOver();
    } else if (!std::exchange(m_isWaking, true)) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_isWaking = false;
                handOver();
            },
            Qt::QueuedConnection);
    }
}

void HttpThread::handOver()
{
    if (m_waiting.empty())
        return;
    QMetaObject::invokeMethod(
        m_far, [far = m_far, requests = std::exchange(m_waiting, {})]() mutable { far->send(std::move(requests)); },
        Qt::QueuedConnection);
}

void HttpThread::take(std::vector<Back> answers)
{
    for (Back &back : answers) {
        const Open open = m_open.take(back.number);
        if (open.ended && back.outcome)
            open.ended(std::move(*back.outcome), back.response.status, back.response.latency);
        else if (open.done)
            open.done(std::move(back.response));
    }
}

void HttpThread::cancelAll()
{
    QMetaObject::invokeMethod(m_far, &Far::cancelAll, Qt::QueuedConnection);
    QSet<quint64> unsent;
    for (const Going &going : std::exchange(m_waiting, {}))
        unsent.insert(going.number);
    const QHash<quint64, Open> open = std::exchange(m_open, {});
    for (auto it = open.cbegin(); it != open.cend(); ++it) {
        domain::HttpResponse response;
        response.reached = unsent.contains(it.key()) ? domain::Reached::NotConnected : domain::Reached::RequestPartial;
        response.error = u"cancelled"_s;
        if (it->ended)
            it->ended(it->exchange->read(response), response.status, response.latency);
        else
            it->done(std::move(response));
    }
}

} // namespace engine
