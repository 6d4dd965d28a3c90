// platform/http/test_house.h - for tests: a small guest house with one route of each kind, and its real server.
#pragma once
#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/database.h"
#include "platform/http/server.h"
#include "platform/http/test_client.h"
#include "platform/runtime/metrics.h"

namespace http::testing {

struct GuestForm {
    std::string name;
    base::Locale locale{};
};

class House {
public:
    // What a test about load brings along.
    struct Load {
        LoadLadder* ladder = nullptr;
        db::WriterOptions writer{};
    };
    explicit House(ServerConfig config = {}, const Load& load = {nullptr, {}});
    ~House();

    Client client() const { return Client{server->port()}; }
    // One request over a connection of its own.
    Answer get(std::string_view path, std::string_view more_headers = {}) const;
    Answer post(std::string_view path, std::string_view form, std::string_view more_headers = {}) const;
    std::int64_t guests();

    db::Location location;
    std::unique_ptr<db::Database> database;
    std::shared_ptr<EventChannel> bell = std::make_shared<EventChannel>("bell");
    std::atomic<int> renderings = 0;        // of the public page
    std::atomic<bool> is_door_open = true;  // while false, /en/slow waits
    std::atomic<int> at_the_door = 0;
    std::atomic<int> lines_written = 0;  // of /en/book
    std::atomic<bool> is_page_torn = false;
    std::mutex log_mutex;
    std::vector<std::string> log;
    runtime::Metrics metrics;
    std::unique_ptr<Server> server;

private:
    Router make_router();
    BodyMaker make_book();
};

}  // namespace http::testing
