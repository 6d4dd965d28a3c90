#include "features/message_guides/word_lists_service.h"

#include "features/message_guides/store.h"

namespace message_guides {
namespace {

// The terms of one language, and their words prepared.
struct Terms {
    Terms(const std::vector<Published>& published, base::Locale locale)
        : terms(terms_of(published, locale)), words(locale, avoided_of(terms)) {}

    static std::vector<Term> terms_of(const std::vector<Published>& published, base::Locale locale) {
        std::vector<Term> found;
        for (const Published& guide : published)
            for (const Term& term : guide.content().terms)
                if (term.language == locale && !term.avoid.empty()) found.push_back(term);
        return found;
    }
    static std::vector<Avoided> avoided_of(const std::vector<Term>& terms) {
        std::vector<Avoided> avoided;
        for (const Term& term : terms) avoided.push_back({term.avoid, avoided.size()});
        return avoided;
    }

    std::vector<Hint> hints(std::string_view text) const {
        std::vector<Hint> found;
        for (const Mark& mark : words.marks_in(text))
            found.push_back({mark.begin, mark.end, terms[mark.number].better, terms[mark.number].why});
        return found;
    }

    std::vector<Term> terms;
    WordList words;
};

}  // namespace

struct WordLists::Lists {
    explicit Lists(const std::vector<Published>& published)
        : english(published, base::Locale::english), french(published, base::Locale::french) {}
    Terms english, french;
};

std::vector<Hint> WordLists::hints(base::Locale locale, std::string_view text, base::Instant now) const {
    const auto known = lists(now);
    return (locale == base::Locale::english ? known->english : known->french).hints(text);
}

std::shared_ptr<const WordLists::Lists> WordLists::lists(base::Instant now) const {
    {
        const std::scoped_lock lock{mutex_};
        if (lists_ && now - read_at_ < kKeptFor && now >= read_at_) return lists_;
    }
    auto made = std::make_shared<const Lists>(database_.read([](db::Read& read) { return store::published(read); }));
    const std::scoped_lock lock{mutex_};
    lists_ = made;
    read_at_ = now;
    return made;
}

std::vector<Hint> hints_of(const std::vector<Published>& published, base::Locale locale, std::string_view text) {
    return Terms{published, locale}.hints(text);
}

}  // namespace message_guides
