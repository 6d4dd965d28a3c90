// features/editor_letters/newspaper.h - newspapers that print letters of their readers: what we know of each, from
// where and since when, and which ones are near somebody. Pure: no SQL, no HTML, no clock.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/email_address.h"
#include "base/id.h"
#include "base/instant.h"
#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "people/place.h"

namespace editor_letters {

using NewspaperId = base::Id<struct NewspaperTag>;

// How far it is read. Stored by number.
enum class Reach : unsigned char { town = 0, region = 1, province = 2, country = 3 };
std::string_view name_of(Reach reach);  // "town", ...: as forms and lists write it
std::optional<Reach> reach_of(std::string_view name);
base::Message label_of(Reach reach);

// In which letters are printed. Stored as "en", "fr", "both".
enum class PaperLanguage : unsigned char { english, french, both };
std::string_view code(PaperLanguage language);
std::optional<PaperLanguage> paper_language_of(std::string_view code);
bool prints(PaperLanguage language, base::Locale locale);

// As typed by staff, or a line of a list.
struct NewspaperForm {
    std::string name, language, place, province, reach, postal_areas, email, page_url, word_limit, most_a_day, source,
        as_of;
};

struct NewspaperFacts {
    std::string name;
    PaperLanguage language = PaperLanguage::english;
    std::string place;
    std::optional<people::Province> province{};  // absent: of the whole country
    Reach reach = Reach::town;
    std::vector<std::string> postal_areas;  // beginnings of the postal codes where it is read: "E1A", "E1"
    base::EmailAddress email;               // where it takes letters
    std::string page_url;                   // where it says how it takes them; may be empty
    std::int64_t word_limit = 0;            // 0: it names none
    std::int64_t most_a_day = 5;            // letters that leave from here for it in 24 hours; the others wait
    std::string source;                     // where these facts are from
    std::string as_of;                      // "2026-11-03": when they were true
};

inline constexpr std::int64_t kUsualADay = 5;
inline constexpr std::int64_t kMostADay = 50;
inline constexpr std::int64_t kLongestLimit = 2'000;  // words

// today: "2026-11-22". Facts are not of the future.
struct TypedNewspaper {
    const NewspaperForm& form;
    std::string today;
};
// Everything wrong at once, under the names of the fields.
base::Result<NewspaperFacts, base::Problems> accept(const TypedNewspaper& typed);
NewspaperForm form_of(const NewspaperFacts& facts);

struct Newspaper {
    NewspaperId id;
    NewspaperFacts facts;
    std::optional<base::Instant> left_out_at{};  // by staff: it takes no letters any more
    base::Instant changed_at{};
};

// Whether the facts are older than a year, and somebody should look again.
bool is_stale(const NewspaperFacts& facts, std::string_view today);
inline constexpr int kStaleDays = 365;

// One line of a list that cannot be taken in. field: of NewspaperForm, or what is wrong with the file itself.
struct ListProblem {
    std::uint64_t line;
    std::string field;
    std::optional<base::Message> message{};
};
// A list of newspapers as CSV (RFC 4180) with a line of headings: the names of NewspaperForm's members, in any order;
// postal_areas parts its entries by blanks. At most 5,000 rows. Everything wrong at once.
struct TypedList {
    std::string_view csv;
    std::string today;
};
base::Result<std::vector<NewspaperFacts>, std::vector<ListProblem>> read_list(const TypedList& typed);
inline constexpr std::size_t kMostNewspapers = 5'000;

// Where somebody is, as far as they said.
struct Where {
    std::optional<people::PostalCode> postal_code{};
    std::string place{};
    std::optional<people::Province> province{};
    std::optional<base::Locale> language{};  // of the letter; absent: any
};
// The province that was said or that the postal code is of.
std::optional<people::Province> province_of(const Where& where);

// In the order in which they are shown. elsewhere: of the same province, but for readers of other places.
enum class Nearness : unsigned char { town, region, province, country, elsewhere };
struct NearNewspaper {
    Newspaper newspaper;
    Nearness nearness;
};
// Those that would print a letter from there in that language, the nearest first, equals in their order of before. A
// paper of a town is near whoever lives in its place or in one of its postal areas; one of a region also whoever lives
// in its province when it names no areas. Where nobody said a province, a place is looked for in all of them. Left out:
// those left out by staff, and those of other provinces.
std::vector<NearNewspaper> near(const std::vector<Newspaper>& all, const Where& where);

}  // namespace editor_letters
