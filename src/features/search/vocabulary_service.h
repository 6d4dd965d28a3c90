// features/search/vocabulary_service.h - the words of the index in memory, for typing errors.
#pragma once
#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>

#include "base/locale.h"
#include "features/search/spelling.h"
#include "platform/db/transaction.h"

namespace search {

class Vocabularies {
public:
    // How old the words may be when the index has changed since.
    explicit Vocabularies(std::chrono::steady_clock::duration patience = std::chrono::seconds{30})
        : patience_(patience) {}

    // The 100,000 most frequent words of a language. Read at first use, and again by whoever asks after the index has
    // changed and the patience is over; the others go on with what there is.
    std::shared_ptr<const Vocabulary> of(db::Read& read, base::Locale locale);

private:
    struct Kept {
        std::mutex loading;
        std::shared_ptr<const Vocabulary> words;  // guarded by mutex_
        std::int64_t changes = -1;
        std::chrono::steady_clock::time_point read_at{};
    };
    std::shared_ptr<const Vocabulary> load(db::Read& read, base::Locale locale, std::int64_t changes);

    std::chrono::steady_clock::duration patience_;
    std::mutex mutex_;
    std::array<Kept, base::kLocales.size()> kept_;
};

}  // namespace search
