#include "engine/http/httpclient.h"

#include "engine/http/curlloop.h"
#include "engine/http/transfer.h"

using namespace Qt::StringLiterals;
using namespace domain;

namespace engine {

namespace {

/// "https://api.example.com:443" of an address: what has connections of its own.
QByteArray hostOf(const QByteArray &url)
{
    const qsizetype scheme = url.indexOf("://");
    if (scheme < 0)
        return url;
    qsizetype end = scheme + 3;
    while (end < url.size() && url[end] != '/' && url[end] != '?' && url[end] != '#')
        ++end;
    return url.first(end);
}

HttpResponse notSent(const QString &why)
{
    HttpResponse response;
    response.reached = Reached::NotConnected;
    response.error = why;
    return response;
}

} // namespace

struct HttpClient::Private
{
    Transfer::Limits limits;
    int connectionsPerHost = 0;
    int connectingPerHost = 0;
    std::unique_ptr<CurlLoop> loop;
};

HttpClient::HttpClient(HttpClientOptions options, QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    d->loop = std::make_unique<CurlLoop>([this] { turn(); });
    d->limits.bodyBytes = options.maxBodyBytes;
    d->limits.connectTimeout = options.connectTimeout;
    d->limits.caFile = options.caFile;
    d->limits.owner = this;
    d->limits.connected = [](Transfer &transfer, void *owner) {
        static_cast<HttpClient *>(owner)->connectedOne(transfer);
    };
    d->connectionsPerHost = std::max(1, options.connectionsPerHost);
    d->connectingPerHost = std::max(1, options.connectingPerHost);
    curl_multi_setopt(d->loop->multi(), CURLMOPT_MAXCONNECTS, static_cast<long>(d->connectionsPerHost));
}

HttpClient::~HttpClient()
{
    for (const auto &transfer : m_active)
        curl_multi_remove_handle(d->loop->multi(), transfer->handle());
    m_active.clear();
    m_idle.clear();
}

void HttpClient::send(HttpRequest request, Done done)
{
    ++m_inFlight;
    const QByteArray name = hostOf(request.url);
    m_hosts[name].waiting.push_back({std::move(request), std::move(done)});
    d->loop->wake();
}

void HttpClient::cancelAll()
{
    while (!m_active.empty()) {
        Transfer *transfer = m_active.back().get();
        HttpResponse response = transfer->finish(CURLE_ABORTED_BY_CALLBACK);
        response.error = u"cancelled"_s;
        m_finished.push_back({transfer->takeDone(), std::move(response)});
        retire(transfer);
    }
    for (Host &host : m_hosts) {
        for (Waiting &waiting : host.waiting)
            m_finished.push_back({std::move(waiting.done), notSent(u"cancelled"_s)});
        host.waiting.clear();
    }
    deliver();
}

// Everything happens here, outside of libcurl's own calls: what is waiting starts, what is due runs, what is done is
// handed out.
void HttpClient::turn()
{
    pump();
    d->loop->runTimers([this] { pump(); });
    collect();
    pump();
    deliver();
    d->loop->arm();
}

void HttpClient::pump()
{
    for (auto it = m_hosts.begin(); it != m_hosts.end();) {
        pump(it.key(), it.value());
        it = it->active == 0 && it->waiting.empty() ? m_hosts.erase(it) : std::next(it);
    }
}

void HttpClient::pump(const QByteArray &name, Host &host)
{
    while (!host.waiting.empty() && host.active < d->connectionsPerHost && host.connecting < d->connectingPerHost) {
        Waiting next = std::move(host.waiting.front());
        host.waiting.pop_front();
        start(name, host, std::move(next));
    }
}

void HttpClient::start(const QByteArray &name, Host &host, Waiting next)
{
    if (m_idle.empty())
        m_idle.push_back(std::make_unique<Transfer>(d->limits));
    auto transfer = std::move(m_idle.back());
    m_idle.pop_back();
    if (!transfer->prepare(std::move(next.request), std::move(next.done))) {
        m_finished.push_back({transfer->takeDone(), notSent(u"the request has a line break where none may be"_s)});
        m_idle.push_back(std::move(transfer));
        return;
    }
    ++host.active;
    ++host.connecting;
    transfer->host = name;
    transfer->connecting = true;
    transfer->place = m_active.size();
    curl_multi_add_handle(d->loop->multi(), transfer->handle());
    m_active.push_back(std::move(transfer));
}

void HttpClient::connectedOne(Transfer &transfer)
{
    if (std::exchange(transfer.connecting, false))
        --m_hosts[transfer.host].connecting;
}

void HttpClient::collect()
{
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(d->loop->multi(), &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        Transfer *transfer = Transfer::of(message->easy_handle);
        HttpResponse response = transfer->finish(message->data.result);
        m_finished.push_back({transfer->takeDone(), std::move(response)});
        retire(transfer);
    }
}

void HttpClient::retire(Transfer *transfer)
{
    curl_multi_remove_handle(d->loop->multi(), transfer->handle());
    connectedOne(*transfer);
    --m_hosts[transfer->host].active;
    const size_t place = transfer->place;
    m_idle.push_back(std::move(m_active[place]));
    if (place + 1 != m_active.size()) {
        m_active[place] = std::move(m_active.back());
        m_active[place]->place = place;
    }
    m_active.pop_back();
}

void HttpClient::deliver()
{
    while (!m_finished.empty()) {
        Finished next = std::move(m_finished.front());
        m_finished.pop_front();
        --m_inFlight;
        next.done(std::move(next.response));
    }
}

} // namespace engine
