// tests/support/http_client.h - a small browser without a screen: requests over real sockets, cookies kept.
#pragma once
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace test_support {

using HeaderList = std::vector<std::pair<std::string, std::string>>;

struct HttpAnswer {
    int status = 0;  // 0: the server closed without an answer
    HeaderList headers{};
    std::string body{};

    // The first header of this name, in any case; "" for none.
    std::string header(std::string_view name) const;
    bool has(std::string_view name) const;
    // Whether the text stands in the body.
    bool shows(std::string_view text) const { return body.find(text) != std::string::npos; }
};

struct HttpRequest {
    std::string method = "GET";
    std::string target = "/";
    HeaderList headers{};
    std::string body{};
};

// One visitor. Each request has a connection of its own.
class HttpClient {
public:
    explicit HttpClient(std::uint16_t port) : port_(port) {}

    HttpAnswer get(const std::string& target, HeaderList headers = {});
    // As a browser sends a form of our own page.
    HttpAnswer post(const std::string& target, const HeaderList& fields);
    HttpAnswer send(HttpRequest request);
    // get() until there is no redirect; the answer of the last page.
    HttpAnswer follow(HttpAnswer answer);

    // Sends these very bytes, then reads until the server closes, or says nothing for half a minute: for what no
    // browser sends.
    std::string exchange(std::string_view bytes) const;

    std::uint16_t port() const { return port_; }

private:
    std::uint16_t port_;
    std::map<std::string, std::string> cookies_;
};

// Server-sent events as they come.
class EventStream {
public:
    EventStream(std::uint16_t port, const std::string& target);
    ~EventStream();
    EventStream(const EventStream&) = delete;
    EventStream& operator=(const EventStream&) = delete;

    // The data of the next event; nullopt when none came within a minute.
    std::optional<std::string> next();

private:
    int socket_;
    std::string received_;
};

// "a b&c" as "a+b%26c", joined with & and =.
std::string urlencoded(const HeaderList& fields);

// The address in the first href of this HTML that begins with prefix, its references resolved; "" for none.
std::string first_link(std::string_view html, std::string_view prefix);

}  // namespace test_support
