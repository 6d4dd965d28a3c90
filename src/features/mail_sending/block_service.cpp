#include "features/mail_sending/block_service.h"

#include <algorithm>
#include <chrono>

#include "base/check.h"
#include "platform/runtime/log.h"

namespace mail_sending {
namespace {

constexpr std::size_t kPortion = 20;  // letters of one session at a time, at most
constexpr std::chrono::seconds kIdle{5};

std::chrono::microseconds chrono(base::Duration duration) { return std::chrono::microseconds{duration.microseconds}; }

std::vector<SentMailId> ids_of(const std::vector<Letter>& letters) {
    std::vector<SentMailId> ids;
    ids.reserve(letters.size());
    for (const Letter& letter : letters) ids.push_back(letter.id);
    return ids;
}

}  // namespace

WorkBlock::WorkBlock(Content content)
    : content_(std::move(content)), results_(content_.letters.size()), open_(content_.letters.size()) {
    CHECK(open_ > 0 && open_ <= AnswersFile::kLongest);
}

Belt::Belt(const LetterWriter& writer, AnswersFile& answers, std::function<base::Instant()> clock, int sessions)
    : writer_(writer), answers_(answers), clock_(std::move(clock)), sessions_(static_cast<std::size_t>(sessions)) {}

void Belt::add(std::shared_ptr<WorkBlock> block) {
    block->slot_ = answers_.open(ids_of(block->letters()));
    CHECK(block->slot_ < AnswersFile::kSlots);
    {
        const std::lock_guard lock{mutex_};
        on_the_way_.push_back(block);
        waiting_.push_back(std::move(block));
    }
    work_.notify_all();
}

std::size_t Belt::blocks() const {
    const std::lock_guard lock{mutex_};
    return on_the_way_.size() + done_blocks_.size();
}

std::vector<std::shared_ptr<WorkBlock>> Belt::take_done(base::Duration patience) {
    std::unique_lock lock{mutex_};
    done_.wait_for(lock, chrono(patience), [this] { return woken_ || !done_blocks_.empty(); });
    woken_ = false;
    return std::exchange(done_blocks_, {});
}

void Belt::forget_answers(const WorkBlock& block) { answers_.close(block.slot_); }

void Belt::halt(const std::function<bool(const WorkBlock&)>& which) {
    const std::lock_guard lock{mutex_};
    for (const auto& block : std::exchange(waiting_, {})) {
        if (!which(*block)) {
            waiting_.push_back(block);
            continue;
        }
        const auto untouched = block->letters().size() - block->taken_;
        block->taken_ = block->letters().size();
        close_locked(*block, untouched);
    }
}

void Belt::end() {
    {
        const std::lock_guard lock{mutex_};
        ended_ = true;
    }
    work_.notify_all();
}

void Belt::wake() {
    {
        const std::lock_guard lock{mutex_};
        woken_ = true;
    }
    done_.notify_all();
}

std::optional<mail::Portion> Belt::next() {
    const Held held = take_portion();
    if (held.block) return write(held);
    const std::lock_guard lock{mutex_};
    return ended_ ? std::nullopt : std::optional{mail::Portion{}};
}

Belt::Held Belt::take_portion() {
    std::unique_lock lock{mutex_};
    work_.wait_for(lock, kIdle, [this] { return ended_ || !waiting_.empty(); });
    if (waiting_.empty()) return {};
    const auto block = waiting_.front();
    const auto all = block->letters().size();
    const auto share = std::clamp<std::size_t>(all / (sessions_ * 4), 1, kPortion);
    const Held held{block, block->taken_, std::min(all, block->taken_ + share)};
    block->taken_ = held.end;
    if (held.end == all) waiting_.pop_front();
    return held;
}

// What cannot be written is refused here: the other copies must not wait for it.
mail::Portion Belt::write(const Held& held) {
    mail::Portion portion;
    std::vector<std::size_t> written;
    const auto now = clock_();
    for (std::size_t i = held.begin; i < held.end; ++i) {
        const Letter& letter = held.block->letters()[i];
        try {
            portion.parcels.push_back(writer_.write(letter, now));
            written.push_back(i);
        } catch (const std::exception& fault) {
            runtime::log_error("a copy could not be written", {{"copy", letter.id.value}, {"reason", fault.what()}});
            answer(*held.block, i, {mail::Delivery::permanent, 0, fault.what()});
        }
    }
    portion.answered = [this, block = held.block, written = std::move(written)](std::size_t parcel,
                                                                                const mail::DeliveryResult& result) {
        answer(*block, written[parcel], result);
    };
    return portion;
}

void Belt::answer(WorkBlock& block, std::size_t letter, const mail::DeliveryResult& result) {
    if (result.delivery == mail::Delivery::delivered) answers_.answered(block.slot_, letter);
    block.results_[letter] = result;
    const std::lock_guard lock{mutex_};
    close_locked(block, 1);
}

void Belt::close_locked(WorkBlock& block, std::size_t letters) {
    if (letters == 0) return;
    block.open_ -= letters;
    if (block.open_ > 0) return;
    const auto found = std::ranges::find(on_the_way_, &block, [](const auto& each) { return each.get(); });
    done_blocks_.push_back(*found);
    on_the_way_.erase(found);
    done_.notify_all();
}

}  // namespace mail_sending
