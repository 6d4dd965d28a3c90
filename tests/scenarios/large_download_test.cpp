// Amélie downloads three hundred thousand signatures. Her file is made while it is sent: it never stands in memory.
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include <arpa/inet.h>
#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/support/child_process.h"
#include "tests/support/http_client.h"
#include "tests/support/process.h"

namespace scenarios {
namespace {

constexpr std::int64_t kSignatures = 300'000;
constexpr std::int64_t kLeastFile = 40'000'000;  // bytes
constexpr std::int64_t kWarm = 10'000'000;       // bytes, after which every buffer and cache has been used
// Bytes from then on. The file would take 30 million more, if it stood there whole; 5 to 16 million were seen, with the
// address sanitizer and on a busy machine.
constexpr std::int64_t kMostGrowth = 25'000'000;
constexpr auto kProgram = BINARY_DIR "/alltogether";
constexpr auto kPetition = "/en/staff/petitions/equality-pledge";

struct Counted {
    std::int64_t bytes = 0, addresses = 0;
    std::string end{};                              // the last bytes
    std::int64_t warm_memory = 0, most_memory = 0;  // of the server: at kWarm, and at its highest
};

// What a process has of its own, in bytes: without files that the system shows it in memory.
std::int64_t memory_of(pid_t process) {
    constexpr std::string_view kFigure = "RssAnon:";
    std::ifstream status{"/proc/" + std::to_string(process) + "/status"};
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(kFigure)) return std::stoll(line.substr(kFigure.size())) * 1024;
    return 0;
}

// Whether the server has signed a head over all signatures that it found. It does so at the first full minute, and
// takes tens of megabytes for it, which have nothing to do with downloads; afterwards it is at rest.
bool waited_for_the_first_head(test_support::HttpClient& reader) {
    constexpr auto kPause = std::chrono::seconds{1};
    constexpr int kMostLooks = 200;
    for (int i = 0; i < kMostLooks; ++i) {
        if (reader.get("/api/v1/count-proof/head").status == 200) return true;
        std::this_thread::sleep_for(kPause);
    }
    return false;
}

struct Download {
    std::uint16_t port;
    pid_t server;
    std::string cookie;
};

// Reads to the end of the connection and keeps nothing.
Counted count_download(const Download& download) {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(download.port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    const std::string request =
        std::string{"GET "} + kPetition +
        "/signatures.csv HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nCookie: " + download.cookie + "\r\n\r\n";
    EXPECT_EQ(::send(socket, request.data(), request.size(), 0), static_cast<ssize_t>(request.size()));
    Counted counted;
    std::string part(64 * 1024, '\0');
    constexpr int kLook = 20;
    int parts = 0;
    for (ssize_t size = 1; size > 0;) {
        size = ::recv(socket, part.data(), part.size(), 0);
        if (size <= 0) break;
        counted.bytes += size;
        counted.addresses += std::count(part.begin(), part.begin() + size, '@');
        counted.end = (counted.end + part.substr(0, static_cast<std::size_t>(size)));
        counted.end.erase(0, counted.end.size() - std::min<std::size_t>(counted.end.size(), 5));
        if (++parts % kLook != 0) continue;  // parts are a few kilobytes
        counted.most_memory = std::max(counted.most_memory, memory_of(download.server));
        if (counted.bytes < kWarm) counted.warm_memory = counted.most_memory;
    }
    ::close(socket);
    return counted;
}

std::string password_in(const std::string& report) {
    const auto note = std::string{boost::json::parse(report).at("notes").as_array().at(0).as_string()};
    return note.substr(note.find("password ") + 9);
}

TEST(LargeDownload, is_made_while_it_is_sent_and_leaves_the_memory_as_it_was) {
    // The address sanitizer keeps what was freed: little of it here, since memory is what is looked at.
    setenv("ASAN_OPTIONS", "quarantine_size_mb=1:detect_leaks=0", 1);
    const auto folder = std::filesystem::temp_directory_path() / ("alltogether_download_" + std::to_string(getpid()));
    const auto data = folder.string();
    const auto seeded = test_support::run_program(kProgram, {"seed", "demo", "--json", "--data", data});
    const auto loaded = test_support::run_program(
        kProgram,
        {"seed", "load", "--petition", "equality-pledge", "--signatures", std::to_string(kSignatures), "--data", data});
    ASSERT_EQ(loaded.exit_code, 0) << loaded.errors;

    test_support::ChildProcess server{{kProgram, "serve", "--data", data, "--listen", "127.0.0.1:0"}};
    const auto line = server.read_line();
    std::uint16_t port = 0;
    std::from_chars(line.data() + line.rfind(':') + 1, line.data() + line.size(), port);
    test_support::HttpClient amelie{port};
    const auto signed_in = amelie.post(
        "/en/staff/sign-in", {{"email", "amelie@alltogether.example"}, {"password", password_in(seeded.output)}});
    ASSERT_EQ(signed_in.status, 303);
    ASSERT_EQ(amelie.post(std::string{kPetition} + "/exports", {}).status, 303);

    ASSERT_TRUE(waited_for_the_first_head(amelie));
    const auto cookie = signed_in.header("set-cookie");
    const auto counted = count_download({port, server.id(), cookie.substr(0, cookie.find(';'))});
    EXPECT_GT(counted.addresses, kSignatures);
    EXPECT_GT(counted.bytes, kLeastFile);
    EXPECT_EQ(counted.end, "0\r\n\r\n") << "it is whole";
    EXPECT_GT(counted.warm_memory, 0);
    EXPECT_LT(counted.most_memory - counted.warm_memory, kMostGrowth);
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace scenarios
