#pragma once

#include "engine/http/httpclient.h"
#include "gui/phones/phonenetwork.h"

namespace app {

/// The simulator's phones by its control interface, over HTTP like everything else that is asked of it. GUI thread.
class SimulatedPhones : public gui::PhoneNetwork
{
public:
    /// `url`: of a running simulator.
    explicit SimulatedPhones(const QString &url) : m_url(url.toUtf8()) {}

    void messages(const QString &phone, int limit, QObject *context, Messages then) override;
    void reply(const QString &phone, const QString &to, const QString &text, QObject *context,
               std::function<void(domain::Result<void>)> then) override;

private:
    void ask(const domain::HttpRequest &request, QObject *context,
             std::function<void(domain::Result<QByteArray>)> then);

    QByteArray m_url;
    engine::HttpClient m_client;
};

} // namespace app
