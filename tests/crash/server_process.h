// tests/crash/server_process.h - the real program as a process, its signatures as they are exported, and the means to
// hurt it.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "bench/load.h"
#include "tests/support/child_process.h"

namespace crash {

// The program under test: ALLTOGETHER_PROGRAM, or the one of this build.
std::string program();

// A folder of its own below the system's temporary one; gone with the object.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

struct Installation {
    std::filesystem::path data;
    std::string database;  // "sqlite:PATH" or "postgres://..."
    std::string within{};  // what a command begins with that is to see the same files; empty: nothing
};

// Runs the program to its end. Its exit code, and what it printed.
struct Ended {
    int code;
    std::string output;
};
Ended run(const std::string& command, const Installation& installation);

// The program, serving. Ends with the object, unless it was killed.
class Server {
public:
    explicit Server(const Installation& installation);
    // With a file system of its own, of that many megabytes, mounted over the data folder, which only the server sees;
    // inside() is for commands beside it, and path_inside() for its files. Seeds the demo first.
    Server(const Installation& installation, int megabytes);

    std::uint16_t port() const { return port_; }
    Installation inside() const;
    std::filesystem::path path_inside() const;

    // As a power cut or the out-of-memory killer ends it.
    void kill_hard();

    // The status that /readyz answers with. Whether it is 200 within a minute.
    int readiness() const;
    bool becomes_ready() const;

private:
    std::uint16_t wait_for_port();

    Installation installation_;
    std::optional<test_support::ChildProcess> process_;
    std::uint16_t port_ = 0;
};

// People who sign until they are told that it is enough, on a thread of their own.
class Signers {
public:
    explicit Signers(const bench::Load& load);
    ~Signers();
    Signers(const Signers&) = delete;
    Signers& operator=(const Signers&) = delete;

    // Waits until that many more answers were right, or wrong. False after a minute in vain.
    bool were_thanked(std::int64_t more);
    bool were_refused(std::int64_t more);

    // Ends them. Where the server was killed, they end by themselves.
    bench::LoadReport stop();
    bench::LoadReport wait();

private:
    bench::Load load_;
    bench::LoadWatch watch_;
    bench::LoadReport report_;
    std::thread thread_;
};

// How often each address stands in the table, as `alltogether export` tells.
std::map<std::string, int> exported(const Installation& installation);

}  // namespace crash
