#include "simulator/server.h"

#include "simulator/core.h"
#include "simulator/rowjson.h"
#include "simulator/text.h"

namespace simulator {

namespace {

QString textOf(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }

QString personText(const Store &store, quint64 number)
{
    std::string text;
    store.appendPerson(text, number);
    return textOf(text);
}

} // namespace

Server::Server(Options options) : m_core(std::make_unique<Core>(std::move(options))) {}

Server::~Server() = default;

domain::Result<quint16> Server::start() { return m_core->start(); }

void Server::stop() { m_core->stop(); }

QString Server::url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_core->port()); }

quint16 Server::mailPort() const { return m_core->mailPort(); }

QStringList Server::kinds() const
{
    QStringList kinds;
    for (const std::string_view name : m_core->dialectNames())
        kinds << QString::fromLatin1(name.data(), qsizetype(name.size()));
    return kinds;
}

void Server::setFaults(const Faults &faults)
{
    m_core->ask([&] {
        m_core->world().faults = faults;
        m_core->applyRefusal();
    });
}

Faults Server::faults() const
{
    Faults faults;
    m_core->ask([&] { faults = m_core->world().faults; });
    return faults;
}

void Server::setNetwork(const NetworkOptions &network)
{
    m_core->ask([&] { m_core->world().network = network; });
}

void Server::advance(domain::Millis by)
{
    m_core->ask([&] {
        m_core->world().advance(by);
        m_core->webhooks().arm();
    });
}

bool Server::setWebhook(const QString &kind, const QString &url, const QString &secret, const QString &publicUrl,
                        const QString &scheme, const QString &verifyToken)
{
    bool isSet = false;
    m_core->ask([&] {
        isSet = m_core->webhooks().setTarget(kind.toStdString(),
                                             {url.toStdString(), publicUrl.toStdString(), secret.toStdString(),
                                              scheme.toStdString(), verifyToken.toStdString()});
    });
    return isSet;
}

bool Server::hasWebhook(const QString &kind) const
{
    bool has = false;
    m_core->ask([&] { has = m_core->webhooks().stateOf(kind.toStdString()) == Webhooks::State::On; });
    return has;
}

bool Server::reply(const QString &from, const QString &text, const QString &to)
{
    const auto number = numberFrom(from.toStdString());
    if (!number)
        return false;
    bool written = false;
    m_core->ask([&] { written = m_core->world().reply(*number, to.toStdString(), text.toStdString()); });
    return written;
}

void Server::setFailure(const QString &phone, int code)
{
    m_core->ask([&] {
        if (const auto person = m_core->world().personNamed(phone.toStdString()))
            m_core->world().setFailure(*person, code);
    });
}

void Server::reset()
{
    m_core->ask([&] { m_core->world().clear(); });
}

Statistics Server::statistics() const
{
    Statistics result;
    m_core->ask([&] { result = m_core->world().statistics(); });
    return result;
}

QList<AcceptedMessage> Server::messages() const
{
    QList<AcceptedMessage> messages;
    m_core->ask([&] {
        World &world = m_core->world();
        const domain::Instant now = world.now();
        for (RowIndex index = 0; index < world.store.rows().size(); ++index) {
            const Row &row = world.store.rows()[index];
            if (row.inbound)
                continue;
            const RowState state = world.stateOf(row, now);
            std::string sid;
            world.store.appendSid(sid, index);
            messages.append({textOf(sid), textOf(senderOf(world, row)),
                             personText(world.store, world.store.phoneAt(row.phone).number),
                             textOf(world.store.textOf(row)), textOf(state.status), state.errorCode, row.created});
        }
    });
    return messages;
}

QHash<QString, int> Server::receivedCounts() const
{
    QHash<QString, int> counts;
    m_core->ask([&] {
        const Store &store = m_core->world().store;
        for (const Phone &phone : store.phones())
            if (phone.received > 0)
                counts.insert(personText(store, phone.number), int(phone.received));
    });
    return counts;
}

} // namespace simulator
