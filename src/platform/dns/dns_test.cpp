// A name server of our own that answers one question, and bytes that are no answer.
#include <random>
#include <thread>

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include "platform/dns/text_records.h"

namespace dns {
namespace {

// Answers one question with what `answer_to` makes of it.
class OneAnswer {
public:
    explicit OneAnswer(std::string (*answer_to)(std::string)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        EXPECT_EQ(bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
        socklen_t size = sizeof address;
        getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
        thread_ = std::thread{[this, answer_to] {
            char bytes[512];
            sockaddr_in from{};
            socklen_t from_size = sizeof from;
            const auto length =
                recvfrom(socket_, bytes, sizeof bytes, 0, reinterpret_cast<sockaddr*>(&from), &from_size);
            const std::string answer = answer_to({bytes, static_cast<std::size_t>(length)});
            sendto(socket_, answer.data(), answer.size(), 0, reinterpret_cast<sockaddr*>(&from), from_size);
        }};
    }
    ~OneAnswer() {
        thread_.join();
        close(socket_);
    }
    Server server() const { return {"127.0.0.1", port_}; }

private:
    int socket_ = socket(AF_INET, SOCK_DGRAM, 0);
    std::uint16_t port_ = 0;
    std::thread thread_;
};

// The question of `query` with the answers behind it (RFC 1035, 4.1); the last bytes may be an OPT record, which goes.
std::string answer(const std::string& query, int code, const std::vector<std::string>& data) {
    std::size_t end = 12;
    while (query[end] != 0) end += static_cast<unsigned char>(query[end]) + 1U;
    std::string text = query.substr(0, end + 5);
    text[2] = static_cast<char>(0x81);
    text[3] = static_cast<char>(0x80 | code);
    text[7] = static_cast<char>(data.size());
    text[11] = 0;
    for (const auto& each : data) {
        text += std::string{"\xC0\x0C\0\x10\0\x01\0\0\0\x3C\0", 11};
        text += static_cast<char>(each.size());
        text += each;
    }
    return text;
}

TEST(Dns, TextsAreJoinedFromTheirParts) {
    OneAnswer house{[](std::string query) { return answer(query, 0, {"\x06v=spf1\x05 -all", "\x03two"}); }};
    const auto found = text_records("example.org", house.server());
    EXPECT_EQ(found.outcome, Outcome::found);
    EXPECT_EQ(found.records, (std::vector<std::string>{"v=spf1 -all", "two"}));
}

TEST(Dns, ANameThatNobodyHas) {
    OneAnswer house{[](std::string query) { return answer(query, 3, {}); }};
    EXPECT_EQ(text_records("nowhere.example.org", house.server()).outcome, Outcome::no_name);
}

TEST(Dns, ANameWithoutTexts) {
    OneAnswer house{[](std::string query) { return answer(query, 0, {}); }};
    const auto found = text_records("example.org", house.server());
    EXPECT_EQ(found.outcome, Outcome::found);
    EXPECT_TRUE(found.records.empty());
}

TEST(Dns, BrokenAnswersAreNone) {
    EXPECT_EQ(records_in(""), std::nullopt);
    EXPECT_EQ(records_in("short"), std::nullopt);
    std::mt19937 random{7};
    const std::string whole = answer(std::string{"\0\1\1\0\0\1\0\0\0\0\0\0\1a\0\0\x10\0\1", 19}, 0, {"\x03one"});
    EXPECT_EQ(records_in(whole), (std::vector<std::string>{"one"}));
    for (int i = 0; i < 2'000; ++i) {
        std::string broken = whole.substr(0, 1 + random() % whole.size());
        broken[random() % broken.size()] = static_cast<char>(random());
        records_in(broken);
    }
}

}  // namespace
}  // namespace dns
