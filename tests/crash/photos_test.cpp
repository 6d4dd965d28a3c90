// What becomes of photos for the wall when the program is killed while workers decode them.
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>

#include <gtest/gtest.h>

#include "tests/crash/server_process.h"
#include "tests/support/http_client.h"
#include "tests/support/process.h"

namespace crash {
namespace {

using test_support::HttpAnswer;
using test_support::HttpClient;

constexpr int kPhotos = 6;
constexpr std::string_view kBoundary = "a-boundary-that-no-picture-holds";

std::string bytes_of(const std::filesystem::path& file) {
    std::ostringstream bytes;
    bytes << std::ifstream{file, std::ios::binary}.rdbuf();
    return bytes.str();
}

// As a browser sends the form of the wall.
HttpAnswer send_photo(HttpClient& visitor, int number, const std::string& photo) {
    std::string body;
    const auto part = [&](const std::string& head, std::string_view content) {
        body += "--" + std::string{kBoundary} + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n";
        body += content;
        body += "\r\n";
    };
    part(R"(name="name")", "Maya T.");
    part(R"(name="province")", "NB");
    part(R"(name="email")", "maya" + std::to_string(number) + "@example.org");
    part(R"(name="consent")", "1");
    part("name=\"photo\"; filename=\"photo.jpg\"\r\nContent-Type: image/jpeg", photo);
    body += "--" + std::string{kBoundary} + "--\r\n";
    const std::string origin = "http://127.0.0.1:" + std::to_string(visitor.port());
    return visitor.send({.method = "POST",
                         .target = "/en/voices/new",
                         .headers = {{"Content-Type", "multipart/form-data; boundary=" + std::string{kBoundary}},
                                     {"Origin", origin},
                                     {"Sec-Fetch-Site", "same-origin"}},
                         .body = std::move(body)});
}

TEST(PhotosOfAKilledProgram, are_made_once_it_is_back) {
    const Folder folder;
    const std::string file = (folder.path() / "alltogether.db").string();
    const auto query = [&](const std::string& sql) {
        return test_support::run_program("/usr/bin/sqlite3", {"-cmd", ".timeout 10000", file, sql}).output;
    };
    const std::filesystem::path pictures{BINARY_DIR "/made_pictures"};
    ASSERT_EQ(test_support::run_program("/usr/bin/env",
                                        {"python3", SOURCE_DIR "/tests/support/make_pictures.py", pictures.string()})
                  .exit_code,
              0);
    const std::string photo = bytes_of(pictures / "phone.jpg");
    const Installation installation{folder.path(), "sqlite:" + file};
    {
        Server server{installation};
        HttpClient visitor{server.port()};
        for (int i = 0; i < kPhotos; ++i) ASSERT_EQ(send_photo(visitor, i, photo).status, 303);
        server.kill_hard();
    }
    ASSERT_EQ(query("select count(*) from voice"), std::to_string(kPhotos) + "\n")
        << "none that was thanked for is lost";
    ASSERT_NE(query("select count(*) from voice where picture = 1"), "0\n") << "it was killed in the middle";
    // Nobody waits ten minutes for the lease of a worker that is no more.
    query("update job set due_at = 0 where kind = 'voices.make'");
    const Server again{installation};
    const auto limit = std::chrono::steady_clock::now() + std::chrono::minutes{2};
    while (query("select count(*) from voice where picture = 2") != std::to_string(kPhotos) + "\n") {
        ASSERT_LT(std::chrono::steady_clock::now(), limit) << query("select picture, picture_reason from voice");
        std::this_thread::sleep_for(std::chrono::milliseconds{100});
    }
}

}  // namespace
}  // namespace crash
