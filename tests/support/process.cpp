#include "tests/support/process.h"

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace test_support {
namespace {

// What a child's three standard streams are; -1 keeps ours.
struct Streams {
    int input = -1, output = -1, errors = -1;
};

void take(int stream, int place) {
    if (stream >= 0) ::dup2(stream, place);
}

pid_t start(const std::string& file, const std::vector<std::string>& arguments, const Streams& streams) {
    std::vector<char*> texts{const_cast<char*>(file.c_str())};
    for (const auto& argument : arguments) texts.push_back(const_cast<char*>(argument.c_str()));
    texts.push_back(nullptr);
    const pid_t process = ::fork();
    if (process < 0) throw std::runtime_error{"fork failed"};
    if (process > 0) return process;
    take(streams.input, STDIN_FILENO);
    take(streams.output, STDOUT_FILENO);
    take(streams.errors, STDERR_FILENO);
    ::execv(file.c_str(), texts.data());
    ::_exit(127);
}

int exit_code_of(pid_t process) {
    int status = 0;
    ::waitpid(process, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

// A nameless file: written by one, read by another, however long.
class Scratch {
public:
    Scratch() : file_(std::tmpfile()) {
        if (file_ == nullptr) throw std::runtime_error{"no temporary file"};
        ::fcntl(number(), F_SETFD, FD_CLOEXEC);
    }
    ~Scratch() { std::fclose(file_); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    int number() const { return ::fileno(file_); }
    void write(const std::string& text) const {
        if (::write(number(), text.data(), text.size()) < 0) throw std::runtime_error{"write failed"};
        ::lseek(number(), 0, SEEK_SET);
    }
    std::string read() const {
        ::lseek(number(), 0, SEEK_SET);
        std::string text;
        char buffer[4096];
        for (auto size = ::read(number(), buffer, sizeof buffer); size > 0;
             size = ::read(number(), buffer, sizeof buffer))
            text.append(buffer, static_cast<std::size_t>(size));
        return text;
    }

private:
    std::FILE* file_;
};

}  // namespace

Ended run_program(const std::string& file, const std::vector<std::string>& arguments, const std::string& input) {
    const Scratch in, out, errors;
    in.write(input);
    const auto process = start(file, arguments, {in.number(), out.number(), errors.number()});
    const int code = exit_code_of(process);
    return {code, out.read(), errors.read()};
}

Running::Running(const std::string& file, const std::vector<std::string>& arguments) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error{"pipe failed"};
    process_ = start(file, arguments, {.output = ends[1]});
    ::close(ends[1]);
    output_ = ends[0];
}

Running::~Running() {
    if (process_ > 0) {
        signal(SIGKILL);
        wait();
    }
    ::close(output_);
}

std::string Running::line() {
    std::string text;
    for (char c = 0; ::read(output_, &c, 1) == 1 && c != '\n';) text += c;
    return text;
}

void Running::signal(int number) const { ::kill(process_, number); }

int Running::wait() {
    const int code = exit_code_of(process_);
    process_ = -1;
    return code;
}

}  // namespace test_support
