// platform/imaging/messages.h - what the server and its worker say to each other, through a socket between them.
//
// The server asks {task, order, bytes}; the worker answers {refusal, what was found or made}. Numbers are 64 bits in
// the machine's order, bytes go behind their length. The worker is not trusted: what it answers has bounds too.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "platform/imaging/picture.h"

namespace imaging {

enum class Task : unsigned char { inspect = 0, make = 1 };

struct Question {
    Task task{};
    Order order{};
    std::string bytes{};
};

struct Answer {
    Refusal refusal = Refusal::none;
    Inspection inspection{};  // of Task::inspect
    Made made{};              // of Task::make
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
