// tests/support/process.h - runs the built program as a user does, and tells what it said and how it ended.
#pragma once
#include <string>
#include <vector>

#include <sys/types.h>

namespace test_support {

struct Ended {
    int exit_code;  // 128 + signal when a signal ended it
    std::string output, errors;
};

// Runs it to its end, with this text as its standard input.
Ended run_program(const std::string& file, const std::vector<std::string>& arguments, const std::string& input = {});

// A program that goes on until it is told to stop.
class Running {
public:
    Running(const std::string& file, const std::vector<std::string>& arguments);
    ~Running();  // kills it when it still runs
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    // The next line of its standard output, without its end; "" once there is none.
    std::string line();
    void signal(int number) const;
    // Waits for its end and gives its exit code.
    int wait();

private:
    pid_t process_ = -1;
    int output_ = -1;
};

}  // namespace test_support
