// features/message_guides/word_lists_service.h - the words to avoid of all published guides, in memory: what is typed
// is held against them many times a minute.
#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "features/message_guides/guide.h"
#include "features/message_guides/wording.h"
#include "platform/db/database.h"

namespace message_guides {

// What stands at `begin`..`end` of the text, and what would be better.
struct Hint {
    std::size_t begin, end;  // bytes
    std::string better, why;
    bool operator==(const Hint&) const = default;
};

class WordLists {
public:
    // The database outlives it.
    explicit WordLists(db::Database& database) : database_(database) {}

    // How long the lists are kept: what is published is known everywhere after that.
    static constexpr base::Duration kKeptFor = base::seconds(5);

    // In the order of the text. Those of guides for members alone count as well: a word gives nothing away.
    std::vector<Hint> hints(base::Locale locale, std::string_view text, base::Instant now) const;

private:
    struct Lists;
    std::shared_ptr<const Lists> lists(base::Instant now) const;

    db::Database& database_;
    mutable std::mutex mutex_;
    mutable std::shared_ptr<const Lists> lists_;
    mutable base::Instant read_at_{};
};

// The same without memory, for a text in the middle of a transaction.
std::vector<Hint> hints_of(const std::vector<Published>& published, base::Locale locale, std::string_view text);

}  // namespace message_guides
