#include "features/search/vocabulary_service.h"

#include "features/search/store.h"

namespace search {
namespace {

constexpr std::int64_t kMostWordsKept = 100'000;

}  // namespace

std::shared_ptr<const Vocabulary> Vocabularies::of(db::Read& read, base::Locale locale) {
    const auto changes = store::state(read).changes;
    Kept& kept = kept_[static_cast<std::size_t>(locale)];
    {
        const std::scoped_lock lock{mutex_};
        const bool is_fresh = kept.changes == changes || std::chrono::steady_clock::now() < kept.read_at + patience_;
        if (kept.words && is_fresh) return kept.words;
    }
    const std::unique_lock loading{kept.loading, std::try_to_lock};
    if (loading.owns_lock()) return load(read, locale, changes);
    const std::scoped_lock lock{mutex_};
    return kept.words ? kept.words : std::make_shared<const Vocabulary>();
}

std::shared_ptr<const Vocabulary> Vocabularies::load(db::Read& read, base::Locale locale, std::int64_t changes) {
    std::vector<Spelling> words;
    for (auto& word : store::frequent_words(read, {locale, kMostWordsKept}))
        words.push_back({std::move(word.lower), std::move(word.folded), word.documents});
    auto made = std::make_shared<const Vocabulary>(words);
    const std::scoped_lock lock{mutex_};
    Kept& kept = kept_[static_cast<std::size_t>(locale)];
    kept.words = made;
    kept.changes = changes;
    kept.read_at = std::chrono::steady_clock::now();
    return made;
}

}  // namespace search
