#pragma once

#include "domain/core/keystore.h"
#include "domain/provider/provider.h"
#include "engine/http/transport.h"

#include <QMap>
#include <QObject>

#include <deque>

namespace fakes {

class TurnedClock : public domain::Clock
{
public:
    domain::Instant at = domain::fromMillis(1'700'000'000'000);
    [[nodiscard]] domain::Instant now() const override { return at; }
};

/// Secrets in memory, answered with the event loop's next turn; fails on demand.
class MemoryKeyStore : public QObject, public domain::KeyStore
{
public:
    QMap<QString, QByteArray> secrets;
    std::optional<domain::Error> failure;

    void read(const QString &key, std::function<void(domain::Result<QByteArray>)> done) override
    {
        domain::Result<QByteArray> result = domain::fail(domain::ErrorCode::NotFound);
        if (failure)
            result = tl::unexpected(*failure);
        else if (secrets.contains(key))
            result = secrets[key];
        later([=] { done(result); });
    }
    void write(const QString &key, const QByteArray &secret, std::function<void(domain::Result<void>)> done) override
    {
        change([=, this] { secrets.insert(key, secret); }, done);
    }
    void remove(const QString &key, std::function<void(domain::Result<void>)> done) override
    {
        change([=, this] { secrets.remove(key); }, done);
    }

private:
    void later(std::function<void()> work) { QMetaObject::invokeMethod(this, work, Qt::QueuedConnection); }
    void change(const std::function<void()> &work, const std::function<void(domain::Result<void>)> &done)
    {
        if (!failure)
            work();
        later([=, result = failure ? domain::Result<void>(tl::unexpected(*failure)) : domain::Result<void>()] {
            done(result);
        });
    }
};

/// Answers from a list, with the event loop's next turn; keeps what was asked.
class ScriptedTransport : public QObject, public engine::Transport
{
public:
    std::deque<domain::HttpResponse> answers;
    QList<domain::HttpRequest> asked;

    void send(domain::HttpRequest request, Done done) override
    {
        asked << request;
        domain::HttpResponse answer;
        if (!answers.empty()) {
            answer = answers.front();
            answers.pop_front();
        }
        ++m_inFlight;
        QMetaObject::invokeMethod(
            this,
            [this, answer, done = std::move(done)] {
                --m_inFlight;
                done(answer);
            },
            Qt::QueuedConnection);
    }
    void cancelAll() override {}
    [[nodiscard]] int inFlight() const override { return m_inFlight; }

private:
    int m_inFlight = 0;
};

} // namespace fakes
