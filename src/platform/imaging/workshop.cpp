#include "platform/imaging/workshop.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <utility>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/check.h"
#include "platform/imaging/format.h"
#include "platform/imaging/worker.h"

namespace imaging {
namespace {

constexpr std::chrono::seconds kIdle{60};
constexpr std::size_t kLongestAnswer = 200 * 1024 * 1024;  // bytes

// What a new process begins with: its socket and nothing else of ours that is open, no signal blocked, no directory.
class SpawnPlan {
public:
    explicit SpawnPlan(int socket) {
        ::posix_spawn_file_actions_init(&actions_);
        ::posix_spawn_file_actions_adddup2(&actions_, socket, kWorkerSocket);
        ::posix_spawn_file_actions_addclosefrom_np(&actions_, kWorkerSocket + 1);
        ::posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        ::posix_spawn_file_actions_addchdir_np(&actions_, "/");
        ::posix_spawnattr_init(&attributes_);
        sigset_t none;
        sigemptyset(&none);
        ::posix_spawnattr_setsigmask(&attributes_, &none);
        ::posix_spawnattr_setpgroup(&attributes_, 0);  // ^C in a terminal is the server's to answer
        ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
    }
    ~SpawnPlan() {
        ::posix_spawnattr_destroy(&attributes_);
        ::posix_spawn_file_actions_destroy(&actions_);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;

    pid_t start(const std::string& program) const {
        std::string name = "alltogether";
        std::string word{kWorkerWord};
        std::string language = "LC_ALL=C.UTF-8";
        const std::array<char*, 3> arguments{name.data(), word.data(), nullptr};
        const std::array<char*, 2> environment{language.data(), nullptr};
        pid_t process = 0;
        const int error =
            ::posix_spawn(&process, program.c_str(), &actions_, &attributes_, arguments.data(), environment.data());
        if (error != 0) throw WorkerFault{"no worker could be started: " + std::generic_category().message(error)};
        return process;
    }

private:
    posix_spawn_file_actions_t actions_{};
    posix_spawnattr_t attributes_{};
};

// A program that starts workers is itself what they run: asked so, it serves before main() begins, whatever main() is.
// The C library hands the command line to such functions.
[[maybe_unused, gnu::constructor]] void serve_where_asked(int count, char** arguments) {
    if (count == 2 && arguments[1] == kWorkerWord) serve_as_worker();
}

}  // namespace

// One process and the socket to it. Killed and waited for at the end.
class Worker {
public:
    explicit Worker(const std::string& program) {
        std::array<int, 2> ends{};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
            throw WorkerFault{"no socket for a worker: " + std::generic_category().message(errno)};
        socket_ = ends[0];
        try {
            process_ = SpawnPlan{ends[1]}.start(program);
        } catch (...) {
            ::close(ends[0]);
            ::close(ends[1]);
            throw;
        }
        ::close(ends[1]);
    }
    ~Worker() {
        ::close(socket_);
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
    }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    // nullopt: it died.
    std::optional<Answer> ask(const Question& question, const Limits& limits) {
        ++questions_;
        allow_seconds(limits.seconds);
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{limits.seconds};
        const bool is_sent = send_message(socket_, written(question), deadline);
        const auto message = is_sent ? receive_message(socket_, {deadline, kLongestAnswer}) : std::nullopt;
        if (!message && std::chrono::steady_clock::now() >= deadline) throw WorkerFault{"the picture took too long"};
        if (!message) return std::nullopt;
        auto answer = read_answer(*message);
        if (!answer) throw WorkerFault{"the worker of a picture answered nonsense"};
        idle_since_ = std::chrono::steady_clock::now();
        return answer;
    }

    bool is_worn(int most_questions) const {
        return questions_ >= most_questions || std::chrono::steady_clock::now() - idle_since_ > kIdle;
    }
    int process() const { return process_; }

private:
    // Of computing, beyond what it has used so far: past them the kernel ends it.
    void allow_seconds(int seconds) const {
        clockid_t clock{};
        timespec used{};
        if (::clock_getcpuclockid(process_, &clock) != 0 || ::clock_gettime(clock, &used) != 0) return;
        const auto most = static_cast<rlim_t>(used.tv_sec + 1 + seconds);
        const rlimit bound{most, RLIM_INFINITY};
        ::prlimit(process_, RLIMIT_CPU, &bound, nullptr);
    }

    int socket_ = -1;
    pid_t process_ = 0;
    int questions_ = 0;
    std::chrono::steady_clock::time_point idle_since_ = std::chrono::steady_clock::now();
};

Workshop::Workshop(Options options) : options_(std::move(options)) {}
Workshop::~Workshop() = default;

base::Result<Inspection, Refusal> Workshop::inspect(std::string bytes) {
    if (bytes.size() > options_.limits.bytes) return Refusal::too_many_bytes;
    if (!format_of(bytes)) return Refusal::unknown_format;
    const auto answer = ask({.task = Task::inspect, .bytes = std::move(bytes)});
    if (answer.refusal != Refusal::none) return answer.refusal;
    return answer.inspection;
}

base::Result<Made, Refusal> Workshop::make(std::string bytes, const Order& order) {
    if (bytes.size() > options_.limits.bytes) return Refusal::too_many_bytes;
    if (!format_of(bytes)) return Refusal::unknown_format;
    auto answer = ask({.task = Task::make, .order = order, .bytes = std::move(bytes)});
    if (answer.refusal != Refusal::none) return answer.refusal;
    return std::move(answer.made);
}

base::Result<std::string, Refusal> Workshop::draw(Sheet sheet) {
    CHECK(sheet.is_possible());
    auto answer = ask({.task = Task::draw, .sheet = std::move(sheet)});
    if (answer.refusal != Refusal::none) return answer.refusal;
    return std::move(answer.drawn);
}

Answer Workshop::ask(const Question& question) {
    // One that waited may have been ended meanwhile, which is not this picture's fault.
    auto answer = ask_once(question, Choice::any);
    if (!answer) answer = ask_once(question, Choice::fresh);
    if (!answer) throw WorkerFault{"the worker of a picture died"};
    return *std::move(answer);
}

std::optional<Answer> Workshop::ask_once(const Question& question, Choice choice) {
    auto worker = take(choice, question.task);
    try {
        auto answer = worker->ask(question, options_.limits);
        if (!answer) worker.reset();
        give_back(std::move(worker));
        return answer;
    } catch (...) {
        worker.reset();
        give_back(nullptr);
        throw;
    }
}

// An idle one, else a new one; waits while as many as there may be are busy.
std::unique_ptr<Worker> Workshop::take(Choice choice, Task task) {
    const unsigned most = options_.workers + (task == Task::inspect ? 1 : 0);
    std::unique_lock lock{mutex_};
    free_.wait(lock, [&] { return busy_ < most; });
    ++busy_;
    while (choice == Choice::any && !idle_.empty()) {
        auto worker = std::move(idle_.back());
        idle_.pop_back();
        if (!worker->is_worn(options_.pictures_of_a_worker)) return worker;
    }
    lock.unlock();
    try {
        return std::make_unique<Worker>(options_.program);
    } catch (...) {
        give_back(nullptr);
        throw;
    }
}

// nullptr: it is gone, and another may be started in its place.
void Workshop::give_back(std::unique_ptr<Worker> worker) {
    {
        const std::lock_guard lock{mutex_};
        --busy_;
        if (worker) idle_.push_back(std::move(worker));
    }
    free_.notify_all();
}

std::vector<int> Workshop::idle_processes() {
    const std::lock_guard lock{mutex_};
    std::vector<int> processes;
    for (const auto& worker : idle_) processes.push_back(worker->process());
    return processes;
}

}  // namespace imaging
