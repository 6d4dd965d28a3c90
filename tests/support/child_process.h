// tests/support/child_process.h - a program that a test starts and stops by its process id.
#pragma once

#include <string>
#include <vector>

#include <sys/types.h>

namespace test_support {

class ChildProcess {
public:
    // Starts command[0], found by PATH, with its standard input and output as pipes. Throws when it cannot.
    explicit ChildProcess(const std::vector<std::string>& command);
    ~ChildProcess();  // closes its input, then ends it and waits for its end
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    // The next line of its output, without the line end; empty when it ended.
    std::string read_line();
    pid_t id() const { return id_; }

private:
    pid_t id_ = -1;
    int input_ = -1;
    int output_ = -1;
};

}  // namespace test_support
