#pragma once

#include "simulator/reply.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <array>
#include <memory>
#include <optional>

namespace simulator {

class Core;

/// One connection: reads a request, answers it, reads the next. Lives in the server's thread, kept alive by its own
/// pending operations; the core knows it as long as it lives.
class Session : public std::enable_shared_from_this<Session>
{
public:
    Session(boost::asio::ip::tcp::socket socket, Core &core);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    void read();
    void close();
    [[nodiscard]] bool isIdle() const { return m_idle; }

private:
    void handle();
    void deliver();
    void write();
    void answerMalformed();
    void waitForTheEnd();

    boost::asio::ip::tcp::socket m_socket;
    Core &m_core;
    boost::asio::steady_timer m_timer;
    boost::beast::flat_buffer m_buffer;
    std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> m_parser;
    Reply m_reply;
    std::string m_head;
    std::array<char, 512> m_rest{};
    bool m_keepAlive = true;
    bool m_idle = true;     ///< between two requests
    bool m_counted = false; ///< as a send in flight
};

} // namespace simulator
