// platform/http/loop.h - one thread with its own sockets, pages, streams and time-outs. Includes Asio: for the few
// files that drive sockets.
#pragma once
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <vector>

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "platform/http/core.h"
#include "platform/http/event_channel.h"
#include "platform/http/mailbox.h"
#include "platform/http/page_cache.h"
#include "platform/http/timer_wheel.h"

namespace http {

using Executor = boost::asio::io_context::executor_type;
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor>;
using Acceptor = boost::asio::basic_socket_acceptor<boost::asio::ip::tcp, Executor>;

class Connection;
class StreamListeners;

class Loop {
public:
    explicit Loop(Core& core);
    ~Loop();
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    // Before start(). The port that is listened on; std::runtime_error when it cannot be.
    std::uint16_t listen(const std::string& address, std::uint16_t port);
    void start();

    // std::runtime_error when somebody listens there already. SO_REUSEPORT alone would share the port, unnoticed.
    static void probe(const std::string& address, std::uint16_t port);

    // On any thread: takes no new connections, closes idle ones; closes all at once; ends the thread.
    void stop_accepting();
    void close_all();
    void join();
    // Processor time that its thread has used; while it runs.
    std::chrono::nanoseconds processor_time();

    // For its connections, on its thread.
    Core& core() { return core_; }
    TimerWheel& wheel() { return wheel_; }
    PageCache& pages() { return pages_; }
    const std::shared_ptr<Mailbox>& mailbox() { return mailbox_; }
    std::string_view date() const { return date_; }
    std::string next_request_id();

    // Members are known from enter to leave.
    void enter(Connection& connection);
    void leave(Connection& connection);
    void listen_to(const std::shared_ptr<EventChannel>& channel, Connection& connection);
    void stop_listening(EventChannel& channel, Connection& connection);

private:
    using Timer = boost::asio::basic_waitable_timer<std::chrono::steady_clock,
                                                    boost::asio::wait_traits<std::chrono::steady_clock>, Executor>;

    void accept();
    void welcome(Socket socket);
    void tick();

    Core& core_;
    boost::asio::io_context context_{1};
    Acceptor acceptor_{context_};
    Timer timer_{context_};
    Timer pause_{context_};
    TimerWheel wheel_;
    std::shared_ptr<Mailbox> mailbox_;
    PageCache pages_;
    std::string date_;
    std::uint64_t id_state_;
    std::vector<Connection*> connections_;
    std::unordered_map<EventChannel*, std::shared_ptr<StreamListeners>> streams_;
    std::thread thread_;
};

}  // namespace http
