// features/mail_sending/answers_file.h - which copies the mail server has taken, before the database knows.
//
// The outcome of a block of copies is written to the database at once, when the last of them is answered. Until then
// each answer is one byte in a file that is mapped into memory: it costs nothing, and the system keeps it when the
// program is killed. The next start reads it and records what was delivered, so that only copies that were on their
// way without an answer may leave twice.
#pragma once
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "ports/mailings.h"

namespace mail_sending {

using ports::SentMailId;

class AnswersFile {
public:
    static constexpr std::size_t kSlots = 8;        // blocks at once
    static constexpr std::size_t kLongest = 2'000;  // copies of a block

    // Opens or makes FOLDER/mail-answers-1, or the first further number that no other process holds.
    // std::runtime_error when it cannot.
    explicit AnswersFile(const std::filesystem::path& folder);
    ~AnswersFile();
    AnswersFile(const AnswersFile&) = delete;
    AnswersFile& operator=(const AnswersFile&) = delete;

    // Whose answers these are: a number made with the file and kept in it.
    std::int64_t owner() const;

    // What an earlier process left behind. Both empty after a good end.
    struct Left {
        std::vector<SentMailId> answered, unanswered;
    };
    Left left() const;
    void forget_left();

    // A free slot for these copies, none of them answered; kSlots: there is none.
    std::size_t open(std::span<const SentMailId> copies);
    // From any thread.
    void answered(std::size_t slot, std::size_t copy);
    void close(std::size_t slot);

private:
    struct Slot;
    struct Content;

    int file_ = -1;
    Content* content_ = nullptr;
};

}  // namespace mail_sending
