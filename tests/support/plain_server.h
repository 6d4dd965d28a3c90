// tests/support/plain_server.h - a web server of one thread that keeps what it is sent and answers what it is told.
#pragma once
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace test_support {

class PlainServer {
public:
    struct Answer {
        int status = 200;
        std::string headers{};  // each with its line end
        std::string body{};
        bool silent = false;  // takes the request and says nothing
    };
    struct Got {
        std::string head, body;

        // The value of the header with this name, as sent; "" without one.
        std::string header(const std::string& name) const;
    };

    PlainServer();   // listens on a free port of 127.0.0.1
    ~PlainServer();  // stops
    PlainServer(const PlainServer&) = delete;
    PlainServer& operator=(const PlainServer&) = delete;

    std::uint16_t port() const { return port_; }
    std::string url(const std::string& path) const;
    void answer_with(Answer answer);
    std::vector<Got> requests() const;
    // Returns once so many came; false after a minute.
    bool wait_for(std::size_t count) const;

private:
    void serve();
    void answer(int connection);

    int listener_;
    std::uint16_t port_;
    std::atomic<bool> is_stopping_ = false;
    mutable std::mutex mutex_;
    mutable std::condition_variable came_;
    Answer answer_{};
    std::vector<Got> got_;
    std::vector<int> silent_;  // connections that wait for an answer for good
    std::thread thread_;
};

}  // namespace test_support
