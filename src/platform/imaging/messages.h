// platform/imaging/messages.h - what the server and its worker say to each other, through a socket between them.
//
// The server asks {task, order, bytes, sheet}; the worker answers {refusal, what was found, made or drawn}. Numbers are
// 64 bits in the machine's order, bytes go behind their length. The worker is not trusted: what it answers has bounds
// too.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "platform/imaging/picture.h"
#include "platform/imaging/sheet.h"

namespace imaging {

enum class Task : unsigned char { inspect = 0, make = 1, draw = 2 };

struct Question {
    Task task{};
    Order order{};
    std::string bytes{};
    Sheet sheet{};  // of Task::draw
};

// The longest question: a sheet of pictures that are ours already; those of visitors have Limits::bytes.
inline constexpr std::size_t kLongestQuestion = 160 * 1024 * 1024;  // bytes

struct Answer {
    Refusal refusal = Refusal::none;
    Inspection inspection{};  // of Task::inspect
    Made made{};              // of Task::make
    std::string drawn{};      // of Task::draw
};

std::string written(const Question& question);
std::string written(const Answer& answer);

// nullopt for anything that written() does not give.
std::optional<Question> read_question(std::string_view message);
std::optional<Answer> read_answer(std::string_view message);

using Deadline = std::chrono::steady_clock::time_point;

// A message through the socket, behind its length. false: the other side is gone, or the time is over.
bool send_message(int socket, std::string_view message, Deadline deadline);
// nullopt: the other side is gone, the time is over, or the message is longer than `longest`.
struct Expected {
    Deadline deadline;
    std::size_t longest;  // bytes
};
std::optional<std::string> receive_message(int socket, const Expected& expected);

}  // namespace imaging
