// After the stop words that Snowball publishes for both languages (snowballstem.org, algorithms/*/stop.txt), folded and
// joined at their apostrophes; left out are those that tell something in a campaign ("against", "contre", "été").
#include <algorithm>
#include <array>

#include "features/search/analysis.h"

namespace search {
namespace {

// In the order of their bytes.
constexpr auto kEnglish = std::to_array<std::string_view>(
    {"a",       "about",  "above",   "after",      "again",   "all",     "am",        "an",     "and",     "any",
     "are",     "arent",  "as",      "at",         "be",      "because", "been",      "before", "being",   "below",
     "between", "both",   "but",     "by",         "can",     "cannot",  "cant",      "could",  "couldnt", "did",
     "didnt",   "do",     "does",    "doesnt",     "doing",   "dont",    "down",      "during", "each",    "few",
     "for",     "from",   "further", "had",        "hadnt",   "has",     "hasnt",     "have",   "havent",  "having",
     "he",      "her",    "here",    "hers",       "herself", "him",     "himself",   "his",    "how",     "i",
     "if",      "in",     "into",    "is",         "isnt",    "it",      "its",       "itself", "me",      "more",
     "most",    "my",     "myself",  "no",         "nor",     "not",     "of",        "off",    "on",      "once",
     "only",    "or",     "other",   "ought",      "our",     "ours",    "ourselves", "out",    "over",    "s",
     "same",    "she",    "should",  "shouldnt",   "so",      "some",    "such",      "than",   "that",    "the",
     "their",   "theirs", "them",    "themselves", "then",    "there",   "these",     "they",   "this",    "those",
     "through", "to",     "too",     "under",      "until",   "up",      "very",      "was",    "wasnt",   "we",
     "were",    "werent", "what",    "when",       "where",   "which",   "while",     "who",    "whom",    "why",
     "with",    "wont"});

constexpr auto kFrench = std::to_array<std::string_view>(
    {"a",      "ai",      "aie",     "aient",   "ait",    "au",    "aura",  "aurait", "auront", "aussi",  "autre",
     "aux",    "avaient", "avait",   "avec",    "avez",   "avoir", "avons", "ayant",  "c",      "car",    "ce",
     "ceci",   "cela",    "celle",   "celles",  "celui",  "ces",   "cet",   "cette",  "ceux",   "ci",     "comme",
     "d",      "dans",    "de",      "des",     "dont",   "du",    "elle",  "elles",  "en",     "entre",  "es",
     "est",    "et",      "etaient", "etait",   "etant",  "etes",  "etre",  "eu",     "eux",    "furent", "fut",
     "ici",    "il",      "ils",     "j",       "je",     "l",     "la",    "le",     "les",    "leur",   "leurs",
     "lui",    "m",       "ma",      "mais",    "me",     "mes",   "moi",   "mon",    "n",      "ne",     "ni",
     "nos",    "notre",   "nous",    "on",      "ont",    "ou",    "par",   "pas",    "pour",   "qu",     "quand",
     "que",    "quel",    "quelle",  "quelles", "quelqu", "quels", "qui",   "s",      "sa",     "se",     "sera",
     "serait", "seront",  "ses",     "si",      "soit",   "son",   "sont",  "sous",   "suis",   "sur",    "t",
     "ta",     "te",      "tes",     "toi",     "ton",    "tu",    "un",    "une",    "vos",    "votre",  "vous",
     "y"});

}  // namespace

bool is_stop_word(std::string_view folded, base::Locale locale) {
    static_assert(std::ranges::is_sorted(kEnglish) && std::ranges::is_sorted(kFrench));
    return locale == base::Locale::english ? std::ranges::binary_search(kEnglish, folded)
                                           : std::ranges::binary_search(kFrench, folded);
}

}  // namespace search
