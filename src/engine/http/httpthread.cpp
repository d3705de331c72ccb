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
        for (Going &going : requests)
            m_client->send(std::move(going.request), [this, number = going.number](domain::HttpResponse response) {
                if (m_answers.empty())
                    QMetaObject::invokeMethod(this, &Far::giveBack, Qt::QueuedConnection);
                m_answers.push_back({number, std::move(response)});
            });
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
    m_open.insert(++m_last, std::move(done));
    m_waiting.push_back({m_last, std::move(request)});
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
    for (Back &back : answers)
        if (const Done done = m_open.take(back.number))
            done(std::move(back.response));
}

void HttpThread::cancelAll()
{
    QMetaObject::invokeMethod(m_far, &Far::cancelAll, Qt::QueuedConnection);
    QSet<quint64> unsent;
    for (const Going &going : std::exchange(m_waiting, {}))
        unsent.insert(going.number);
    const QHash<quint64, Done> open = std::exchange(m_open, {});
    for (auto it = open.cbegin(); it != open.cend(); ++it) {
        domain::HttpResponse response;
        response.reached = unsent.contains(it.key()) ? domain::Reached::NotConnected : domain::Reached::RequestPartial;
        response.error = u"cancelled"_s;
        it.value()(std::move(response));
    }
}

} // namespace engine
