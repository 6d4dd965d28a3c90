#include "features/mail_sending/answers_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <random>
#include <stdexcept>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/check.h"

namespace mail_sending {
namespace {

constexpr int kMostProcesses = 16;

int open_and_hold(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) throw std::runtime_error(path.string() + ": " + std::strerror(errno));
    if (::flock(file, LOCK_EX | LOCK_NB) == 0) return file;
    ::close(file);
    return -1;
}

std::int64_t new_owner() {
    std::random_device random;
    return static_cast<std::int64_t>((std::uint64_t{random()} << 31 | random()) & 0x7fffffffffffffff) | 1;
}

}  // namespace

// Written in this order: the copies, then how many they are. A slot of 0 copies is free.
struct AnswersFile::Slot {
    std::int64_t copies;
    std::int64_t ids[kLongest];
    unsigned char answered[kLongest];
};

struct AnswersFile::Content {
    std::int64_t owner;
    Slot slots[kSlots];
};

AnswersFile::AnswersFile(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    for (int number = 1; number <= kMostProcesses && file_ < 0; ++number)
        file_ = open_and_hold(folder / ("mail-answers-" + std::to_string(number)));
    if (file_ < 0) throw std::runtime_error("too many processes send mail from " + folder.string());
    if (::ftruncate(file_, sizeof(Content)) != 0) throw std::runtime_error("the file of answers cannot be made");
    void* mapped = ::mmap(nullptr, sizeof(Content), PROT_READ | PROT_WRITE, MAP_SHARED, file_, 0);
    if (mapped == MAP_FAILED) throw std::runtime_error("the file of answers cannot be mapped");
    content_ = static_cast<Content*>(mapped);
    if (content_->owner == 0) content_->owner = new_owner();
}

AnswersFile::~AnswersFile() {
    if (content_ != nullptr) ::munmap(content_, sizeof(Content));
    if (file_ >= 0) ::close(file_);
}

std::int64_t AnswersFile::owner() const { return content_->owner; }

AnswersFile::Left AnswersFile::left() const {
    Left left;
    for (const Slot& slot : content_->slots) {
        const auto copies = std::clamp<std::int64_t>(slot.copies, 0, static_cast<std::int64_t>(kLongest));
        for (std::int64_t i = 0; i < copies; ++i)
            (slot.answered[i] != 0 ? left.answered : left.unanswered).emplace_back(slot.ids[i]);
    }
    return left;
}

void AnswersFile::forget_left() {
    for (Slot& slot : content_->slots) slot.copies = 0;
}

std::size_t AnswersFile::open(std::span<const SentMailId> copies) {
    CHECK(!copies.empty() && copies.size() <= kLongest);
    const auto slot = std::ranges::find(content_->slots, 0, &Slot::copies);
    if (slot == std::end(content_->slots)) return kSlots;
    for (std::size_t i = 0; i < copies.size(); ++i) slot->ids[i] = copies[i].value;
    std::memset(slot->answered, 0, copies.size());
    slot->copies = static_cast<std::int64_t>(copies.size());
    return static_cast<std::size_t>(slot - content_->slots);
}

void AnswersFile::answered(std::size_t slot, std::size_t copy) { content_->slots[slot].answered[copy] = 1; }

void AnswersFile::close(std::size_t slot) { content_->slots[slot].copies = 0; }

}  // namespace mail_sending
