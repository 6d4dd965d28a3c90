// bench/load.h - a closed loop of visitors: each connection sends a request, waits for its answer, looks at it, and
// sends the next. One thread, epoll, keep-alive.
#pragma once
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "answer_reader.h"
#include "latencies.h"
#include "made_up_people.h"

namespace bench {

// sign: the form of the petition. show: its page.
enum class Journey : unsigned char { sign, show };
// forwarded: each person comes from an address of their own in 10.0.0.0/8, as a proxy in front would say it.
enum class Addresses : unsigned char { own, forwarded };
// What a lost connection does: counts and stays away; or comes again until the time is over, as visitors do.
enum class AfterLoss : unsigned char { stay_away, come_again };

// What another thread sees of a load while it runs, and how it ends it.
struct LoadWatch {
    std::atomic<std::int64_t> right{0}, wrong{0};
    std::atomic<bool> is_enough{false};
};

struct Load {
    std::uint16_t port = 0;
    std::string slug = "equality-pledge";
    std::string path{};    // show: another page than the petition's
    std::string marker{};  // show: what the page must contain
    Journey journey = Journey::sign;
    AfterLoss after_loss = AfterLoss::stay_away;
    Addresses addresses = Addresses::own;
    Crowd crowd = Crowd::plain;
    std::string stamp{};  // of the form: when it was opened
    int connections = 64;
    double seconds = 10;                // no request begins later
    std::int64_t requests = INT64_MAX;  // no more than these
    double rate = 0;                    // requests a second, evenly; 0: as fast as they are answered
    std::uint64_t seed = 1;
    PersonNumber first = 0;  // people are numbered from here
    LoadWatch* watch = nullptr;
};

struct LoadReport {
    std::vector<PersonNumber> acknowledged{};  // signed, with the answer that says so
    std::vector<PersonNumber> unanswered{};    // sent, and the connection broke
    std::map<int, std::int64_t> statuses{};
    std::int64_t right = 0, wrong = 0, lost = 0;  // answers as they should be, others, connections that broke
    std::string first_wrong{};                    // the beginning of the first wrong answer
    std::vector<std::int64_t> right_by_second{};
    Latencies latencies{};
    double seconds = 0;
    PersonNumber next = 0;  // the number that would have come next

    double rate() const { return seconds > 0 ? static_cast<double>(right) / seconds : 0; }
};

class Visitors {
public:
    using Clock = std::chrono::steady_clock;

    explicit Visitors(const Load& load)
        : load_(load),
          people_(load.seed, load.crowd),
          epoll_(epoll_create1(EPOLL_CLOEXEC)),
          next_(load.first),
          page_(load.path.empty() ? "/en/petitions/" + load.slug : load.path) {
        append_browser(browser_);
        if (epoll_ < 0) throw std::runtime_error("no epoll");
        visitors_.resize(static_cast<std::size_t>(load.connections));
    }
    ~Visitors() {
        for (auto& visitor : visitors_)
            if (visitor.socket >= 0) close(visitor.socket);
        close(epoll_);
    }
    Visitors(const Visitors&) = delete;
    Visitors& operator=(const Visitors&) = delete;

    LoadReport run() {
        for (auto& visitor : visitors_) connect(visitor);
        began_ = Clock::now();
        const auto end =
            began_ + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(load_.seconds));
        for (auto& visitor : visitors_)
            if (visitor.socket >= 0) ask(visitor);
        while (is_time_left_ || waiting_ > 0) {
            is_time_left_ = Clock::now() < end && !(load_.watch && load_.watch->is_enough);
            if (Clock::now() > end + kPatience) break;
            if (waiting_ == 0 && away_ == visitors_.size() && load_.after_loss == AfterLoss::stay_away) break;
            if (waiting_ == 0 && asked_ >= load_.requests) break;
            take_events();
            bring_back();
            let_idle_ask();
        }
        for (auto& visitor : visitors_)
            if (visitor.is_waiting) report_.unanswered.push_back(visitor.person);
        report_.seconds = std::chrono::duration<double>(Clock::now() - began_).count();
        report_.next = next_;
        return std::move(report_);
    }

private:
    struct Visitor {
        int socket = -1;
        PersonNumber person = 0;
        Clock::time_point asked_at{};
        Clock::time_point back_at{};  // when away or after a refusal
        bool is_waiting = false;
        bool is_resting = false;
        std::string request{};
        std::size_t sent = 0;
        AnswerReader reader{};
    };

    static constexpr std::chrono::seconds kPatience{30};
    static constexpr std::chrono::milliseconds kRest{100};
    static constexpr std::chrono::milliseconds kPause{20};  // between looks at those who are away

    void connect(Visitor& visitor) {
        visitor.socket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(load_.port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const int one = 1;
        setsockopt(visitor.socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        if (::connect(visitor.socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) return lose(visitor);
        epoll_event event{};
        event.events = EPOLLIN | EPOLLRDHUP;
        event.data.ptr = &visitor;
        epoll_ctl(epoll_, EPOLL_CTL_ADD, visitor.socket, &event);
    }

    void lose(Visitor& visitor) {
        close(visitor.socket);
        visitor.socket = -1;
        ++report_.lost;
        ++away_;
        if (visitor.is_waiting) {
            report_.unanswered.push_back(visitor.person);
            visitor.is_waiting = false;
            --waiting_;
        }
        visitor.is_resting = false;
        visitor.reader.clear();
        visitor.back_at = Clock::now() + kRest;
    }

    void ask(Visitor& visitor) {
        if (!is_time_left_ || asked_ >= load_.requests) return;
        if (!is_turn()) return idle_.push_back(&visitor);
        ++asked_;
        visitor.person = next_++;
        visitor.request.clear();
        visitor.sent = 0;
        if (load_.journey == Journey::sign)
            write_sign_on(visitor);
        else
            write_visit(visitor);
        visitor.is_waiting = true;
        ++waiting_;
        visitor.asked_at = Clock::now();
        push(visitor);
    }

    bool is_turn() const {
        if (load_.rate <= 0) return true;
        const double seconds = std::chrono::duration<double>(Clock::now() - began_).count();
        return static_cast<double>(asked_) <= seconds * load_.rate;
    }

    void let_idle_ask() {
        while (!idle_.empty() && is_time_left_ && asked_ < load_.requests && is_turn()) {
            Visitor& visitor = *idle_.back();
            idle_.pop_back();
            if (visitor.socket >= 0) ask(visitor);
        }
    }

    // What Firefox sends, without its cookies.
    void write_sign_on(Visitor& visitor) {
        form_.clear();
        people_.append_form(form_, visitor.person);
        if (!load_.stamp.empty()) form_.append("&stamp=").append(load_.stamp);
        auto& out = visitor.request;
        out.append("POST ").append(page_).append("/signatures HTTP/1.1\r\n");
        out.append(browser_);
        out.append("Referer: http://127.0.0.1:").append(std::to_string(load_.port)).append(page_).append("\r\n");
        out.append("Origin: http://127.0.0.1:").append(std::to_string(load_.port));
        if (load_.addresses == Addresses::forwarded) append_address(out, visitor.person);
        out.append("\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ");
        out.append(std::to_string(form_.size())).append("\r\n\r\n").append(form_);
    }

    static void append_address(std::string& out, PersonNumber person) {
        const std::uint64_t spread = mixed(static_cast<std::uint64_t>(person));
        out.append("\r\nX-Forwarded-For: 10");
        for (const int shift : {0, 8, 16}) out.append(1, '.').append(std::to_string((spread >> shift) % 254 + 1));
    }

    void write_visit(Visitor& visitor) {
        visitor.request.append("GET ").append(page_).append(" HTTP/1.1\r\n");
        visitor.request.append(browser_);
        visitor.request.append("\r\n");
    }

    void append_browser(std::string& out) const {
        out.append("Host: 127.0.0.1:").append(std::to_string(load_.port));
        out.append(
            "\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0\r\n"
            "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n"
            "Accept-Language: en-CA,en;q=0.7,fr-CA;q=0.3\r\n"
            "Connection: keep-alive\r\nSec-Fetch-Dest: document\r\nSec-Fetch-Mode: navigate\r\n"
            "Sec-Fetch-Site: same-origin\r\nSec-Fetch-User: ?1\r\n");
    }

    // Requests are far smaller than a socket's buffer, so that sending hardly ever has to wait.
    void push(Visitor& visitor) {
        while (visitor.sent < visitor.request.size()) {
            const auto count = send(visitor.socket, visitor.request.data() + visitor.sent,
                                    visitor.request.size() - visitor.sent, MSG_NOSIGNAL);
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) return lose(visitor);
            visitor.sent += static_cast<std::size_t>(count);
        }
    }

    void take_events() {
        epoll_event events[256];
        const int count = epoll_wait(epoll_, events, 256, load_.rate > 0 ? 1 : 20);
        for (int i = 0; i < count; ++i) {
            auto& visitor = *static_cast<Visitor*>(events[i].data.ptr);
            if (visitor.socket >= 0) read(visitor);
        }
    }

    void read(Visitor& visitor) {
        constexpr std::size_t kRoom = 16 * 1024;
        const auto count = recv(visitor.socket, visitor.reader.room(kRoom), kRoom, MSG_DONTWAIT);
        visitor.reader.received(count > 0 ? static_cast<std::size_t>(count) : 0);
        if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
        if (count <= 0) return lose(visitor);
        if (!visitor.is_waiting) return;
        const auto answer = visitor.reader.answer();
        if (!answer) return;
        judge(visitor, *answer);
        visitor.reader.clear();
        if (!visitor.is_resting) ask(visitor);
    }

    void judge(Visitor& visitor, const Answer& answer) {
        visitor.is_waiting = false;
        --waiting_;
        const auto now = Clock::now();
        report_.latencies.add(now - visitor.asked_at);
        ++report_.statuses[answer.status];
        if (!is_right(answer)) {
            ++report_.wrong;
            if (load_.watch) ++load_.watch->wrong;
            if (report_.first_wrong.empty())
                report_.first_wrong = std::to_string(answer.status) + " " + std::string{answer.body.substr(0, 500)};
            visitor.is_resting = answer.status >= 500;  // as Retry-After asks, but not for a whole second
            visitor.back_at = now + kRest;
            return;
        }
        ++report_.right;
        if (load_.watch) ++load_.watch->right;
        if (load_.journey == Journey::sign) report_.acknowledged.push_back(visitor.person);
        const auto second = static_cast<std::size_t>(std::chrono::duration<double>(now - began_).count());
        if (report_.right_by_second.size() <= second) report_.right_by_second.resize(second + 1);
        ++report_.right_by_second[second];
    }

    bool is_right(const Answer& answer) const {
        if (load_.journey == Journey::sign) return answer.status == 303 && answer.location.ends_with("/thank-you");
        return answer.status == 200 && answer.body.contains(load_.marker);
    }

    void bring_back() {
        const auto now = Clock::now();
        if (now < next_look_) return;
        next_look_ = now + kPause;
        for (auto& visitor : visitors_) {
            if (visitor.back_at > now) continue;
            if (visitor.is_resting) {
                visitor.is_resting = false;
                ask(visitor);
            } else if (visitor.socket < 0 && load_.after_loss == AfterLoss::come_again && is_time_left_) {
                --away_;
                connect(visitor);
                if (visitor.socket >= 0) ask(visitor);
            }
        }
    }

    Load load_;
    People people_;
    int epoll_;
    PersonNumber next_;
    std::int64_t asked_ = 0;
    std::size_t waiting_ = 0, away_ = 0;
    bool is_time_left_ = true;
    Clock::time_point began_{}, next_look_{};
    std::string page_, browser_{};
    std::vector<Visitor> visitors_{};
    std::vector<Visitor*> idle_{};  // who wait for their turn
    std::string form_{};
    LoadReport report_{};
};

inline LoadReport run(const Load& load) { return Visitors{load}.run(); }

}  // namespace bench
