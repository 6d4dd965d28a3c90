// features/mail_sending/block_service.h - blocks of copies between the one who takes and records them and the sessions
// that send them.
#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "features/mail_sending/answers_file.h"
#include "features/mail_sending/copy_store.h"
#include "features/mail_sending/letter_service.h"
#include "platform/mail/session_pool.h"

namespace mail_sending {

// Copies that are sent and recorded together.
class WorkBlock {
public:
    struct Content {
        std::vector<Letter> letters;                                      // not empty, at most AnswersFile::kLongest
        std::optional<store::Block> row;                                  // of copies that leave for the first time
        std::vector<std::shared_ptr<const ports::PreparedMailing>> kept;  // what the letters point at
        base::Instant made_at;
    };
    explicit WorkBlock(Content content);

    const Content& content() const { return content_; }
    const std::vector<Letter>& letters() const { return content_.letters; }
    // nullopt: it was not tried. Only to be read when the block is done.
    const std::vector<std::optional<mail::DeliveryResult>>& results() const { return results_; }

private:
    friend class Belt;
    Content content_;
    std::vector<std::optional<mail::DeliveryResult>> results_;
    std::size_t slot_ = AnswersFile::kSlots;
    std::size_t taken_ = 0;  // guarded by the belt
    std::size_t open_;       // guarded by the belt
};

// Hands blocks to the sessions, and gives back those that are done. Safe from several threads.
class Belt {
public:
    Belt(const LetterWriter& writer, AnswersFile& answers, std::function<base::Instant()> clock, int sessions);

    void add(std::shared_ptr<WorkBlock> block);
    // On their way, or done and not yet taken back: sessions may be faster than whoever feeds them.
    std::size_t blocks() const;
    // Waits until one is done, at most that long; empty: none was.
    std::vector<std::shared_ptr<WorkBlock>> take_done(base::Duration patience);
    void forget_answers(const WorkBlock& block);  // once its outcome is in the database

    // Takes what no session holds yet out of the blocks that `which` names.
    void halt(const std::function<bool(const WorkBlock&)>& which);
    // The sessions end with what they hold.
    void end();
    void wake();

    // For the sessions: mail::SessionPool::Next.
    std::optional<mail::Portion> next();

private:
    struct Held {
        std::shared_ptr<WorkBlock> block;
        std::size_t begin = 0, end = 0;
    };
    Held take_portion();
    mail::Portion write(const Held& held);
    void answer(WorkBlock& block, std::size_t letter, const mail::DeliveryResult& result);
    void close_locked(WorkBlock& block, std::size_t letters);

    const LetterWriter& writer_;
    AnswersFile& answers_;
    std::function<base::Instant()> clock_;
    std::size_t sessions_;
    mutable std::mutex mutex_;
    std::condition_variable work_, done_;
    std::deque<std::shared_ptr<WorkBlock>> waiting_;
    std::vector<std::shared_ptr<WorkBlock>> on_the_way_, done_blocks_;
    bool ended_ = false, woken_ = false;
};

}  // namespace mail_sending
