// bench/search_speed.cpp - how long a search takes among many documents, and whether its answers hold.
//
//     bench_search_speed DATABASE DOCUMENTS QUESTIONS
//
// DATABASE is an empty one of its own ("sqlite:PATH" or "postgres://..."). Made-up documents in both languages, whose
// words follow Zipf's law (the n-th most frequent word stands for 1/n of the first), go through the same code as those
// of the site. Then it asks: one word, two, three, phrases, filters, mistyped words, words of every frequency. Each hit
// is held against its document. One line of figures in milliseconds for all questions, then one for each kind.
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "features/search/finder_service.h"
#include "features/search/index_service.h"
#include "platform/runtime/progress.h"

namespace {

using base::Locale;
using Clock = std::chrono::steady_clock;

constexpr base::Instant kNow{1'800'000'000'000'000};  // 2027-01-15
constexpr std::size_t kWords = 60'000;                // different ones in each language

double milliseconds_since(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

// Words that could be of the language: syllables, with its accents and endings.
std::vector<std::string> made_up_words(Locale locale, std::mt19937& random) {
    const std::vector<std::string> english{"tran", "sit", "la",   "bour", "ho",  "spi", "ta",  "wa",  "ter",
                                           "scho", "fun", "ding", "pen",  "con", "tra", "pub", "lic", "mar",
                                           "ket",  "ru",  "ral",  "ne",   "go",  "com", "mu",  "ser"};
    const std::vector<std::string> french{"é",  "qui", "ta",  "fis", "ca", "so", "li",  "da",  "ri",
                                          "hô", "pi",  "tal", "ser", "vi", "cè", "pu",  "bli", "re",
                                          "né", "go",  "cia", "ti",  "im", "pô", "mai", "ga"};
    const auto& syllables = locale == Locale::english ? english : french;
    const std::vector<std::string> endings = locale == Locale::english
                                                 ? std::vector<std::string>{"", "s", "ing", "ed", "ity", "al"}
                                                 : std::vector<std::string>{"", "s", "es", "ité", "tion", "eur"};
    std::vector<std::string> words;
    while (words.size() < kWords) {
        std::string word;
        const auto length = 2 + random() % 3;
        for (std::size_t i = 0; i < length; ++i) word += syllables[random() % syllables.size()];
        words.push_back(word + endings[random() % endings.size()]);
    }
    return words;
}

// Draws ranks by Zipf's law.
class Zipf {
public:
    Zipf() {
        double sum = 0;
        for (std::size_t rank = 1; rank <= kWords; ++rank) sums_.push_back(sum += 1.0 / static_cast<double>(rank));
    }
    std::size_t draw(std::mt19937& random) const {
        const double at = std::uniform_real_distribution<double>{0, sums_.back()}(random);
        const auto found = std::ranges::lower_bound(sums_, at);
        return static_cast<std::size_t>(std::min(found - sums_.begin(), std::ssize(sums_) - 1));
    }

private:
    std::vector<double> sums_;
};

class Corpus {
public:
    explicit Corpus(std::int64_t documents) : documents_(documents) {
        std::mt19937 random{7};
        for (const Locale locale : base::kLocales) words_.push_back(made_up_words(locale, random));
    }

    // The n-th document, the same at each call.
    ports::SearchDocument document(std::int64_t number) const {
        std::mt19937 random{static_cast<std::mt19937::result_type>(number)};
        const Locale locale = number % 2 == 0 ? Locale::english : Locale::french;
        const auto key = std::to_string(100'000'000 + number) + "/" + std::string{base::code(locale)};
        return {.key = key,
                .locale = locale,
                .path = "/" + std::string{base::code(locale)} + "/news/" + key,
                .title = words(random, locale, 6),
                .text = words(random, locale, 120),
                .level = base::LevelId{1 + number % 14},
                .changed_at = kNow - base::hours(number),
                .teaser = words(random, locale, 25)};
    }

    ports::DocumentProvider provider() const {
        return [this](db::Read&, const ports::DocumentPage& page) {
            std::vector<ports::SearchDocument> found;
            auto number = page.after.empty() ? 0 : std::stoll(page.after) - 100'000'000 + 1;
            for (; number < documents_ && found.size() < page.limit; ++number) found.push_back(document(number));
            return found;
        };
    }

    const std::string& word(Locale locale, std::size_t rank) const {
        return words_[static_cast<std::size_t>(locale)][rank];
    }
    std::int64_t size() const { return documents_; }

private:
    std::string words(std::mt19937& random, Locale locale, int count) const {
        std::string text;
        for (int i = 0; i < count; ++i)
            text += (i == 0 ? "" : i % 11 == 0 ? ". " : " ") + word(locale, zipf_.draw(random));
        return text;
    }

    std::int64_t documents_;
    std::vector<std::vector<std::string>> words_;
    Zipf zipf_;
};

// Ranks of words are spread evenly over the orders of magnitude: as many questions with very common words as with rare.
std::string any_word(const Corpus& corpus, Locale locale, std::mt19937& random) {
    const double order = std::uniform_real_distribution<double>{0, std::log(20'000.0)}(random);
    return corpus.word(locale, static_cast<std::size_t>(std::exp(order)) - 1);
}

std::string mistyped(std::string word, std::mt19937& random) {
    if (word.size() < 5) return word;
    const auto at = 1 + random() % (word.size() - 3);
    if (static_cast<unsigned char>(word[at]) < 0x80 && static_cast<unsigned char>(word[at + 1]) < 0x80)
        std::swap(word[at], word[at + 1]);
    return word;
}

constexpr std::array<const char*, 7> kKinds{"one word", "two words",     "three words",   "phrase",
                                            "by year",  "mistyped word", "both languages"};

struct Asked {
    search::Question question;
    std::size_t kind;  // of kKinds
};

Asked question(const Corpus& corpus, std::mt19937& random) {
    constexpr std::array<std::size_t, 12> kShares{0, 0, 0, 0, 1, 1, 1, 2, 3, 4, 5, 6};
    const Locale locale = random() % 2 == 0 ? Locale::english : Locale::french;
    Asked asked{.question = {.own = locale, .now = kNow}, .kind = 0};
    auto& [words, filters, own, languages, page, now] = asked.question;
    const auto one = [&] { return any_word(corpus, locale, random); };
    asked.kind = kShares[random() % kShares.size()];
    words = one();
    if (asked.kind == 1 || asked.kind == 2 || asked.kind == 6) words += " " + one();
    if (asked.kind == 2) words += " " + one();
    if (asked.kind == 3) words = "\"" + words + " " + one() + "\"";
    if (asked.kind == 4) filters.year = 2018 + static_cast<int>(random() % 8);
    if (asked.kind == 5) words = mistyped(words, random);
    if (asked.kind == 6) languages = search::Languages::both;
    return asked;
}

// Whether the hit holds at least one word of the question, marked.
bool holds(const search::Hit& hit) {
    const auto is_marked = [](const search::Piece& piece) { return piece.kind == search::Piece::Kind::marked; };
    return std::ranges::any_of(hit.title, is_marked) || std::ranges::any_of(hit.snippet, is_marked);
}

struct Times {
    std::vector<double> all;
    std::array<std::vector<double>, kKinds.size()> by_kind;
    std::int64_t found = 0, wrong = 0;
    std::string slowest;
};

Times ask_all(db::Database& database, const Corpus& corpus, int count) {
    search::Vocabularies vocabularies;
    const search::Finder finder{vocabularies};
    std::mt19937 random{11};
    Times times;
    double most = 0;
    for (int i = -200; i < count; ++i) {  // the first 200 warm up
        const auto [asked, kind] = question(corpus, random);
        const auto begin = Clock::now();
        const auto answer = database.read([&](db::Read& read) { return finder.find(read, asked); });
        const double took = milliseconds_since(begin);
        if (i < 0) continue;
        times.all.push_back(took);
        times.by_kind[kind].push_back(took);
        if (took > most) {
            most = took;
            times.slowest = asked.words;
        }
        times.found += answer.hits.empty() ? 0 : 1;
        for (const auto& hit : answer.hits) {
            times.wrong += holds(hit) ? 0 : 1;
            if (!holds(hit))
                std::fprintf(stderr, "%s: %s has none of the words\n", asked.words.c_str(), hit.content.path.c_str());
        }
    }
    std::ranges::sort(times.all);
    for (auto& each : times.by_kind) std::ranges::sort(each);
    return times;
}

double percentile(const std::vector<double>& sorted, double share) {
    return sorted[std::min(sorted.size() - 1, static_cast<std::size_t>(share * static_cast<double>(sorted.size())))];
}

}  // namespace

int main(int argument_count, char** arguments) {
    if (argument_count != 4) return std::fprintf(stderr, "usage: %s DATABASE DOCUMENTS QUESTIONS\n", arguments[0]), 2;
    const Corpus corpus{std::atoll(arguments[2])};
    db::Database database{{.location = db::Location::parse(arguments[1])}};
    ports::SearchDocuments documents;
    documents.add({"news", base::message("News")}, corpus.provider());
    search::Indexer indexer{database, documents};
    const auto begin = Clock::now();
    {
        runtime::Progress progress{"Indexing", corpus.size()};
        indexer.compare([&](std::int64_t done) { progress.advance(done); });
    }
    const double built = milliseconds_since(begin) / 1'000;
    const auto times = ask_all(database, corpus, std::atoi(arguments[3]));
    std::printf(
        "documents %lld, indexed in %.1f s; questions %zu, with hits %lld, wrong hits %lld; "
        "p50 %.2f p95 %.2f p99 %.2f most %.2f ms (%s)\n",
        static_cast<long long>(corpus.size()), built, times.all.size(), static_cast<long long>(times.found),
        static_cast<long long>(times.wrong), percentile(times.all, 0.50), percentile(times.all, 0.95),
        percentile(times.all, 0.99), times.all.back(), times.slowest.c_str());
    for (std::size_t kind = 0; kind < kKinds.size(); ++kind)
        if (const auto& each = times.by_kind[kind]; !each.empty())
            std::printf("%s: %zu; p50 %.2f p95 %.2f most %.2f ms\n", kKinds[kind], each.size(), percentile(each, 0.50),
                        percentile(each, 0.95), each.back());
    return times.wrong == 0 ? 0 : 1;
}
