// platform/http/loop.cpp - accepts, keeps time, passes messages and events on.
#include "platform/http/loop.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <stdexcept>
#include <utility>

#include <boost/asio/detail/socket_option.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <pthread.h>

#include "platform/http/connection.h"
#include "platform/http/response_writer.h"
#include "platform/runtime/log.h"
#include "platform/runtime/random.h"

namespace http {
namespace {

using boost::asio::ip::tcp;
using ReusePort = boost::asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

constexpr int kBacklog = 4096;
constexpr std::size_t kMostTurnedAway = 1000;  // connections past the limit that are still told so
constexpr std::chrono::milliseconds kAcceptPause{100};

// A quarter of the shortest time-out: coarse, since nobody measures a time-out.
std::chrono::milliseconds tick_of(const ServerConfig& config) {
    const auto shortest = std::min(
        {config.header_timeout, config.body_timeout, config.idle_timeout, config.write_timeout, config.heartbeat});
    return std::clamp(shortest / 4, std::chrono::milliseconds{5}, std::chrono::milliseconds{250});
}

ClientAddress address_of(const boost::asio::ip::address& address) {
    if (address.is_v6()) return ClientAddress{address.to_v6().to_bytes()};
    return ClientAddress{boost::asio::ip::make_address_v6(boost::asio::ip::v4_mapped, address.to_v4()).to_bytes()};
}

std::runtime_error cannot_listen(const std::string& address, std::uint16_t port,
                                 const boost::system::error_code& fault) {
    return std::runtime_error("cannot listen on " + address + ":" + std::to_string(port) + ": " + fault.message());
}

}  // namespace

// The streams of one channel that this loop serves.
class StreamListeners final : public EventListener,
                              public Message,
                              public std::enable_shared_from_this<StreamListeners> {
public:
    StreamListeners(std::shared_ptr<EventChannel> channel, std::shared_ptr<Mailbox> mailbox, const LoadLadder* ladder)
        : channel_(std::move(channel)), mailbox_(std::move(mailbox)), ladder_(ladder) {}

    void deliver(const std::shared_ptr<const std::string>& event) override {
        if (ladder_ != nullptr && !ladder_->serves(LoadPart::live_pushes)) return;
        const std::lock_guard lock{mutex_};
        waiting_.push_back(event);
        if (waiting_.size() == 1) mailbox_->send(shared_from_this());
    }

    void arrive() override {
        std::vector<std::shared_ptr<const std::string>> events;
        {
            const std::lock_guard lock{mutex_};
            events.swap(waiting_);
        }
        const auto listeners = connections;  // one that is too slow leaves while we are at it
        for (auto* connection : listeners)
            for (const auto& event : events)
                if (std::ranges::find(connections, connection) != connections.end()) connection->send_event(event);
    }

    std::vector<Connection*> connections;  // the loop's own

private:
    std::shared_ptr<EventChannel> channel_;
    std::shared_ptr<Mailbox> mailbox_;
    const LoadLadder* ladder_;
    std::mutex mutex_;
    std::vector<std::shared_ptr<const std::string>> waiting_;
};

Loop::Loop(Core& core)
    : core_(core),
      wheel_(tick_of(core.config), TimerWheel::Clock::now()),
      mailbox_(std::make_shared<Mailbox>([this] { boost::asio::post(context_, [this] { mailbox_->open(); }); })),
      pages_(core, mailbox_),
      date_(http_date(core.hooks.clock())),
      id_state_(runtime::Random::system().number()) {}

Loop::~Loop() {
    join();
    mailbox_->close();
}

std::uint16_t Loop::listen(const std::string& address, std::uint16_t port) {
    try {
        const tcp::endpoint endpoint{boost::asio::ip::make_address(address), port};
        acceptor_.open(endpoint.protocol());
        acceptor_.set_option(boost::asio::socket_base::reuse_address(true));
        acceptor_.set_option(ReusePort(true));
        acceptor_.bind(endpoint);
        acceptor_.listen(kBacklog);
        return acceptor_.local_endpoint().port();
    } catch (const boost::system::system_error& fault) {
        throw cannot_listen(address, port, fault.code());
    }
}

void Loop::probe(const std::string& address, std::uint16_t port) {
    try {
        boost::asio::io_context context;
        Acceptor acceptor{context};
        const tcp::endpoint endpoint{boost::asio::ip::make_address(address), port};
        acceptor.open(endpoint.protocol());
        acceptor.set_option(boost::asio::socket_base::reuse_address(true));
        acceptor.bind(endpoint);
    } catch (const boost::system::system_error& fault) {
        throw cannot_listen(address, port, fault.code());
    }
}

void Loop::start() {
    thread_ = std::thread([this] {
        tick();
        accept();
        context_.run();
    });
}

void Loop::accept() {
    acceptor_.async_accept([this](const boost::system::error_code& fault, Socket socket) {
        if (!acceptor_.is_open()) return;
        if (!fault) {
            welcome(std::move(socket));
            return accept();
        }
        // Out of descriptors, most likely: others have to leave first.
        pause_.expires_after(kAcceptPause);
        pause_.async_wait([this](const boost::system::error_code& stopped) {
            if (!stopped && acceptor_.is_open()) accept();
        });
    });
}

void Loop::welcome(Socket socket) {
    boost::system::error_code fault;
    const auto caller = socket.remote_endpoint(fault);
    if (fault) return;
    socket.set_option(tcp::no_delay(true), fault);
    socket.non_blocking(true, fault);
    const auto open = core_.counters.connections_open.load(std::memory_order_relaxed);
    if (open >= core_.config.max_connections) ++core_.counters.connections_refused;
    if (open >= core_.config.max_connections + kMostTurnedAway) return;
    const auto connection = std::make_shared<Connection>(*this, std::move(socket), address_of(caller.address()));
    if (open >= core_.config.max_connections)
        connection->turn_away();
    else
        connection->start();
}

void Loop::tick() {
    wheel_.advance(TimerWheel::Clock::now());
    date_ = http_date(core_.hooks.clock());
    timer_.expires_after(wheel_.tick());
    timer_.async_wait([this](const boost::system::error_code& stopped) {
        if (!stopped) tick();
    });
}

// 13 letters and digits: unique enough to find a request in the log. Not secret: who has one can compute the next.
std::string Loop::next_request_id() {
    constexpr char kLetters[] = "0123456789abcdefghjkmnpqrstvwxyz";
    auto x = id_state_ += 0x9e3779b97f4a7c15U;  // splitmix64
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
    x ^= x >> 31;
    std::array<char, 13> text;
    for (auto& c : text) {
        c = kLetters[x & 31];
        x >>= 5;
    }
    return {text.data(), text.size()};
}

void Loop::enter(Connection& connection) {
    connection.position_in_loop = connections_.size();
    connections_.push_back(&connection);
    ++core_.counters.connections_open;
}

void Loop::leave(Connection& connection) {
    auto* last = connections_.back();
    last->position_in_loop = connection.position_in_loop;
    connections_[connection.position_in_loop] = last;
    connections_.pop_back();
    --core_.counters.connections_open;
}

void Loop::listen_to(const std::shared_ptr<EventChannel>& channel, Connection& connection) {
    auto& listeners = streams_[channel.get()];
    const bool is_new = !listeners;
    if (is_new) listeners = std::make_shared<StreamListeners>(channel, mailbox_, core_.hooks.ladder);
    listeners->connections.push_back(&connection);
    if (is_new) channel->subscribe(listeners);
}

void Loop::stop_listening(EventChannel& channel, Connection& connection) {
    const auto found = streams_.find(&channel);
    if (found == streams_.end()) return;
    std::erase(found->second->connections, &connection);
    if (found->second->connections.empty()) streams_.erase(found);
}

void Loop::stop_accepting() {
    boost::asio::post(context_, [this] {
        boost::system::error_code ignored;
        acceptor_.close(ignored);
        pause_.cancel();
        const auto open = connections_;
        for (auto* connection : open) connection->stop();
    });
}

void Loop::close_all() {
    boost::asio::post(context_, [this] {
        const auto open = connections_;
        for (auto* connection : open) connection->close();
    });
}

std::chrono::nanoseconds Loop::processor_time() {
    clockid_t clock{};
    timespec used{};
    if (!thread_.joinable() || pthread_getcpuclockid(thread_.native_handle(), &clock) != 0) return {};
    if (clock_gettime(clock, &used) != 0) return {};
    return std::chrono::seconds{used.tv_sec} + std::chrono::nanoseconds{used.tv_nsec};
}

void Loop::join() {
    if (!thread_.joinable()) return;
    boost::asio::post(context_, [this] { context_.stop(); });
    thread_.join();
}

}  // namespace http
