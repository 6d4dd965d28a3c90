#include "tests/crash/server_process.h"

#include <array>
#include <charconv>
#include <cstdlib>
#include <functional>
#include <stdexcept>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

namespace crash {
namespace {

constexpr std::chrono::milliseconds kLook{5};
constexpr std::chrono::seconds kPatience{240};

std::string quoted(const std::string& text) { return "'" + text + "'"; }

std::string arguments_of(const Installation& installation) {
    return " --data " + quoted(installation.data.string()) + " --database " + quoted(installation.database);
}

std::string serve_command(const Installation& installation) {
    return quoted(program()) + " serve --listen 127.0.0.1:0 --set 'limits.trusted_networks=[\"127.0.0.0/8\"]'" +
           arguments_of(installation);
}

bool wait_for(const std::function<bool()>& is_there) {
    const auto end = std::chrono::steady_clock::now() + kPatience;
    while (!is_there()) {
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::sleep_for(kLook);
    }
    return true;
}

}  // namespace

std::string program() {
    const char* named = std::getenv("ALLTOGETHER_PROGRAM");
    return named != nullptr ? named : BINARY_DIR "/alltogether";
}

Folder::Folder() {
    std::string name = std::filesystem::temp_directory_path() / "alltogether-crash-XXXXXX";
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no temporary folder"};
    path_ = name;
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

Ended run(const std::string& command, const Installation& installation) {
    const std::string line = installation.within + quoted(program()) + " " + command + arguments_of(installation);
    FILE* const pipe = popen(line.c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error{"cannot run " + line};
    Ended ended{0, {}};
    std::array<char, 65536> part{};
    for (std::size_t count = 1; count > 0; ended.output.append(part.data(), count))
        count = fread(part.data(), 1, part.size(), pipe);
    ended.code = WEXITSTATUS(pclose(pipe));
    return ended;
}

Server::Server(const Installation& installation) : installation_(installation) {
    const std::string log = quoted((installation.data / "server.log").string());
    process_.emplace(std::vector<std::string>{"sh", "-c", "exec " + serve_command(installation) + " 2>>" + log});
    port_ = wait_for_port();
}

Server::Server(const Installation& installation, int megabytes) : installation_(installation) {
    const std::string folder = quoted(installation.data.string());
    const std::string script = "set -e; mount -t tmpfs -o size=" + std::to_string(megabytes) + "m none " + folder +
                               "; " + quoted(program()) + " seed demo" + arguments_of(installation) +
                               " >/dev/null; exec " + serve_command(installation) + " 2>" +
                               quoted(installation.data.string() + ".log");
    std::vector<std::string> command{"unshare", "--mount", "sh", "-c", script};
    if (getuid() != 0) command.insert(command.begin() + 1, {"--user", "--map-root-user"});
    process_.emplace(command);
    port_ = wait_for_port();
}

// "listening on http://127.0.0.1:PORT"
std::uint16_t Server::wait_for_port() {
    const std::string line = process_->read_line();
    const auto colon = line.rfind(':');
    std::uint16_t port = 0;
    if (colon != std::string::npos) std::from_chars(line.data() + colon + 1, line.data() + line.size(), port);
    if (port == 0) throw std::runtime_error{"the server did not start: " + line};
    return port;
}

Installation Server::inside() const {
    Installation inside = installation_;
    const std::string user = getuid() != 0 ? "--user --preserve-credentials " : "";
    inside.within = "nsenter --target " + std::to_string(process_->id()) + " " + user + "--mount ";
    return inside;
}

std::filesystem::path Server::path_inside() const {
    return "/proc/" + std::to_string(process_->id()) + "/root" + installation_.data.string();
}

void Server::kill_hard() {
    kill(process_->id(), SIGKILL);
    process_.reset();
}

int Server::readiness() const {
    const auto report = bench::run(
        {.port = port_, .path = "/readyz", .journey = bench::Journey::show, .connections = 1, .requests = 1});
    return report.statuses.empty() ? 0 : report.statuses.begin()->first;
}

bool Server::becomes_ready() const {
    return wait_for([this] { return readiness() == 200; });
}

Signers::Signers(const bench::Load& load) : load_(load) {
    load_.watch = &watch_;
    thread_ = std::thread{[this] { report_ = bench::run(load_); }};
}

Signers::~Signers() {
    watch_.is_enough = true;
    if (thread_.joinable()) thread_.join();
}

bool Signers::were_thanked(std::int64_t more) {
    return wait_for([&, enough = watch_.right + more] { return watch_.right >= enough; });
}

bool Signers::were_refused(std::int64_t more) {
    return wait_for([&, enough = watch_.wrong + more] { return watch_.wrong >= enough; });
}

bench::LoadReport Signers::stop() {
    watch_.is_enough = true;
    return wait();
}

bench::LoadReport Signers::wait() {
    thread_.join();
    return std::move(report_);
}

std::map<std::string, int> exported(const Installation& installation) {
    const auto ended = run("export signatures --petition equality-pledge", installation);
    if (ended.code != 0) throw std::runtime_error{"the export failed"};
    std::map<std::string, int> addresses;
    // id,state,class,email,...: nothing that people typed stands before the address.
    auto line = ended.output.find('\n') + 1;
    while (line < ended.output.size()) {
        auto begin = line;
        for (int comma = 0; comma < 3; ++comma) begin = ended.output.find(',', begin) + 1;
        ++addresses[ended.output.substr(begin, ended.output.find(',', begin) - begin)];
        line = ended.output.find("\r\n", begin) + 2;
    }
    return addresses;
}

}  // namespace crash
