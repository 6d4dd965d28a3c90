// platform/imaging/workshop.h - pictures made in processes of their own, so that a hostile one harms nobody.
//
//     imaging::Workshop workshop;
//     const auto made = workshop.make({.bytes = bytes});      // a Refusal, or every size
//
// A worker serves many pictures. It is replaced after two hundred of them, after a minute without work, and after any
// failure.
#pragma once
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/result.h"
#include "platform/imaging/messages.h"
#include "platform/imaging/picture.h"

namespace imaging {

// The worker died, hung, or could not be started. The picture may be at fault, or not: try again, but not for ever.
class WorkerFault : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

class Worker;

class Workshop {
public:
    struct Options {
        unsigned workers = 2;  // at once, and one more to inspect: no upload waits behind pictures that are made
        Limits limits{};
        int pictures_of_a_worker = 200;
        std::string program = "/proc/self/exe";  // run as `program picture-worker`
    };

    Workshop() : Workshop(Options{}) {}
    explicit Workshop(Options options);
    ~Workshop();  // ends the workers
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;

    // Format and size, from the header: a few milliseconds.
    base::Result<Inspection, Refusal> inspect(std::string bytes);
    // Every size of it: most of a second for a phone's photo.
    base::Result<Made, Refusal> make(std::string bytes, const Order& order);

    // A sheet with pictures that are ours: a JPEG, or bare pixels (sheet.h). About a millisecond for each piece.
    base::Result<std::string, Refusal> draw(Sheet sheet);

    // The processes that wait for work now: for tests, which kill them.
    std::vector<int> idle_processes();

private:
    enum class Choice : unsigned char { any, fresh };
    Answer ask(const Question& question);
    std::optional<Answer> ask_once(const Question& question, Choice choice);  // nullopt: the worker died
    std::unique_ptr<Worker> take(Choice choice, Task task);
    void give_back(std::unique_ptr<Worker> worker);

    Options options_;
    std::mutex mutex_;
    std::condition_variable free_;
    unsigned busy_ = 0;
    std::vector<std::unique_ptr<Worker>> idle_;
};

}  // namespace imaging
