// What translating costs: a send, its answer, and a page of a thousand rows.
#include "providers/factory.h"
#include "simulator/rowjson.h"

#include <QElapsedTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

template <class Work>
void measure(const char *name, int times, Work work)
{
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < times; ++i)
        work(i);
    std::printf("%-22s %8.2f us each\n", name, double(timer.nsecsElapsed()) / 1000.0 / times);
    std::fflush(stdout);
}

QByteArray bytesOf(const std::string &text) { return {text.data(), qsizetype(text.size())}; }

} // namespace

int main()
{
    domain::ProviderConfig config;
    config.kind = u"twilio"_s;
    config.settings = {{u"accountSid"_s, u"AC00000000000000000000000000000000"_s}, {u"from"_s, u"+15005550006"_s}};
    config.secrets = {{u"authToken"_s, u"token"_s}};
    const auto provider = providers::Factory().make(config);
    if (!provider)
        return 1;

    simulator::World world(simulator::Options{});
    const quint16 account = world.accountIndex("AC00000000000000000000000000000000");
    std::string page = R"({"messages":[)";
    std::string row;
    for (quint64 i = 0; i < 1000; ++i) {
        const auto index =
            world.accept({account, 15551000000 + i, "+15005550006", {}, "Your order has been shipped.", 1, {}});
        row.clear();
        simulator::appendRow(row, world, index, world.now());
        page += (i == 0 ? "" : ",") + row;
    }
    page += R"(],"next_page_uri":null})";

    domain::HttpResponse created;
    created.reached = domain::Reached::ResponseComplete;
    created.status = 201;
    created.body = bytesOf(row);
    domain::HttpResponse list = created;
    list.status = 200;
    list.body = bytesOf(page);

    domain::SendRequest message;
    message.to = u"+15551000001"_s;
    message.body = u"Hello Anna, your order has been shipped and arrives tomorrow."_s;
    qsizetype used = 0;
    measure("send request", 200'000, [&](int) { used += (*provider)->sendRequest(message).body.size(); });
    measure("outcome of a 201", 200'000,
            [&](int) { used += qsizetype((*provider)->outcome(message, created).index()); });
    measure("page of 1000 rows", 200, [&](int) { used += (*provider)->listPage(list, {})->statuses.size(); });
    return used > 0 ? 0 : 1;
}
