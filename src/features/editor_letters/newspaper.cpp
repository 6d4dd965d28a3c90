#include "features/editor_letters/newspaper.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "base/whole_number.h"
#include "models/statistics/csv_reader.h"
#include "people/person.h"
#include "people/web_address.h"

namespace editor_letters {
namespace {

constexpr std::size_t kLongestFact = 200;  // characters
constexpr std::size_t kMostAreas = 400;

struct ReachWords {
    Reach reach;
    std::string_view name;
    base::Message label;
};
constexpr std::array kReaches{ReachWords{Reach::town, "town", base::message("A town or neighbourhood")},
                              ReachWords{Reach::region, "region", base::message("A region")},
                              ReachWords{Reach::province, "province", base::message("A province or territory")},
                              ReachWords{Reach::country, "country", base::message("The whole country")}};

struct PaperLanguageCode {
    PaperLanguage language;
    std::string_view code;
};
constexpr std::array kPaperLanguages{PaperLanguageCode{PaperLanguage::english, "en"},
                                     PaperLanguageCode{PaperLanguage::french, "fr"},
                                     PaperLanguageCode{PaperLanguage::both, "both"}};

struct NewspaperColumn {
    std::string_view name;
    std::string NewspaperForm::* field;
};
constexpr std::array kNewspaperColumns{NewspaperColumn{"name", &NewspaperForm::name},
                                       NewspaperColumn{"language", &NewspaperForm::language},
                                       NewspaperColumn{"place", &NewspaperForm::place},
                                       NewspaperColumn{"province", &NewspaperForm::province},
                                       NewspaperColumn{"reach", &NewspaperForm::reach},
                                       NewspaperColumn{"postal_areas", &NewspaperForm::postal_areas},
                                       NewspaperColumn{"email", &NewspaperForm::email},
                                       NewspaperColumn{"page_url", &NewspaperForm::page_url},
                                       NewspaperColumn{"word_limit", &NewspaperForm::word_limit},
                                       NewspaperColumn{"most_a_day", &NewspaperForm::most_a_day},
                                       NewspaperColumn{"source", &NewspaperForm::source},
                                       NewspaperColumn{"as_of", &NewspaperForm::as_of}};
constexpr std::array<std::string_view, 5> kNeededColumns{"name", "email", "reach", "source", "as_of"};

// A letter, a digit, a letter of a postal code, or as many of them as are given: where each may stand.
bool begins_a_postal_code(std::string_view area) {
    constexpr std::string_view kLike = "A1A";
    if (area.empty() || area.size() > kLike.size()) return false;
    return people::PostalCode::parse(std::string{area} + std::string{kLike.substr(area.size())} + "1A1").has_value();
}

std::string upper_ascii(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

class NewspaperReader {
public:
    explicit NewspaperReader(const TypedNewspaper& typed) : form_(typed.form), today_(typed.today) {}

    base::Result<NewspaperFacts, base::Problems> run() {
        const auto email = base::EmailAddress::parse(base::collapse_spaces(form_.email));
        NewspaperFacts facts{.email = email.value_or(*base::EmailAddress::parse("nobody@example.org"))};
        facts.name = line("name", form_.name);
        if (facts.name.empty()) add("name", base::message("Please enter the name of the newspaper."));
        read_kind(facts);
        read_place(facts);
        read_areas(facts);
        if (!email) add("email", base::message("Please enter the address to which it takes letters."));
        facts.page_url = base::collapse_spaces(form_.page_url);
        if (!facts.page_url.empty() && !people::is_web_address(facts.page_url))
            add("page_url", base::message("Please enter a whole address, like https://example.org/letters."));
        facts.word_limit = number("word_limit", form_.word_limit, {0, kLongestLimit, 0});
        facts.most_a_day = number("most_a_day", form_.most_a_day, {1, kMostADay, kUsualADay});
        read_origin(facts);
        if (!problems_.empty()) return std::move(problems_);
        return facts;
    }

private:
    void add(const char* field, base::Message message) { problems_.push_back({field, message}); }

    std::string line(const char* field, const std::string& typed) {
        std::string tidied = base::collapse_spaces(typed);
        if (base::count_characters(tidied) > kLongestFact)
            add(field, base::message("This is too long: at most 200 characters."));
        else if (const auto problem = people::problem_of_line(tidied))
            add(field, *problem);
        return tidied;
    }

    void read_kind(NewspaperFacts& facts) {
        const auto language = paper_language_of(base::collapse_spaces(form_.language));
        const auto reach = reach_of(base::collapse_spaces(form_.reach));
        if (!language) add("language", base::message("Please choose the language of its letters."));
        if (!reach) add("reach", base::message("Please choose how far it is read."));
        facts.language = language.value_or(PaperLanguage::english);
        facts.reach = reach.value_or(Reach::town);
    }

    void read_place(NewspaperFacts& facts) {
        facts.place = line("place", form_.place);
        const std::string province = upper_ascii(base::collapse_spaces(form_.province));
        facts.province = people::province_of(province);
        const bool is_of_country = facts.reach == Reach::country;
        if (!facts.province && (!is_of_country || !province.empty()))
            add("province", base::message("Please choose the province or territory."));
        const bool is_local = facts.reach == Reach::town || facts.reach == Reach::region;
        if (is_local && facts.place.empty()) add("place", base::message("Please enter the city or town."));
    }

    void read_areas(NewspaperFacts& facts) {
        std::string rest = upper_ascii(base::collapse_spaces(form_.postal_areas));
        for (char& c : rest)
            if (c == ',' || c == ';') c = ' ';
        for (std::size_t begin = 0; begin < rest.size();) {
            const auto end = std::min(rest.find(' ', begin), rest.size());
            if (end > begin) facts.postal_areas.push_back(rest.substr(begin, end - begin));
            begin = end + 1;
        }
        const bool is_sound = std::ranges::all_of(facts.postal_areas, begins_a_postal_code);
        if (!is_sound || facts.postal_areas.size() > kMostAreas)
            add("postal_areas", base::message("Please enter the beginnings of postal codes, like E1A E1C."));
    }

    struct Span {
        std::int64_t least, most, usual;
    };
    std::int64_t number(const char* field, const std::string& typed, Span span) {
        const std::string tidied = base::collapse_spaces(typed);
        if (tidied.empty()) return span.usual;
        const auto value = base::whole_number(tidied);
        if (value && *value >= span.least && *value <= span.most) return *value;
        add(field, base::message("Please enter a number that makes sense here."));
        return span.usual;
    }

    void read_origin(NewspaperFacts& facts) {
        facts.source = base::collapse_spaces(form_.source);
        if (facts.source.empty() || base::count_characters(facts.source) > kLongestFact)
            add("source", base::message("Please say where this is from."));
        facts.as_of = base::collapse_spaces(form_.as_of);
        if (!base::day_of(facts.as_of) || facts.as_of > today_)
            add("as_of", base::message("Please enter the day as in 2026-11-03, today at the latest."));
    }

    const NewspaperForm& form_;
    const std::string& today_;
    base::Problems problems_;
};

using Positions = std::map<std::string, std::size_t, std::less<>>;

Positions positions_of(const std::vector<std::string>& header) {
    Positions positions;
    for (std::size_t i = 0; i < header.size(); ++i) positions.emplace(base::lower_ascii(header[i]), i);
    return positions;
}

NewspaperForm form_of_row(const Positions& header, const std::vector<std::string>& fields) {
    NewspaperForm form;
    for (const NewspaperColumn& column : kNewspaperColumns)
        if (const auto at = header.find(column.name); at != header.end()) form.*column.field = fields[at->second];
    return form;
}

constexpr std::array kNearest{Nearness::town, Nearness::region, Nearness::province, Nearness::country,
                              Nearness::elsewhere};

std::optional<Nearness> nearness_of(const NewspaperFacts& facts, const Where& where) {
    if (facts.reach == Reach::country) return Nearness::country;
    const auto province = province_of(where);
    const std::string place = base::fold_name(where.place);
    const bool same_place = !place.empty() && base::fold_name(facts.place) == place;
    if (!province) return same_place ? std::optional{Nearness::town} : std::nullopt;
    if (facts.province != province) return std::nullopt;
    if (facts.reach == Reach::province) return Nearness::province;
    const bool in_area = where.postal_code && std::ranges::any_of(facts.postal_areas, [&](const std::string& area) {
                             return where.postal_code->district().starts_with(area);
                         });
    const bool is_near = same_place || in_area;
    if (facts.reach == Reach::town) return is_near ? Nearness::town : Nearness::elsewhere;
    return is_near || facts.postal_areas.empty() ? Nearness::region : Nearness::elsewhere;
}

}  // namespace

std::string_view name_of(Reach reach) { return std::ranges::find(kReaches, reach, &ReachWords::reach)->name; }

std::optional<Reach> reach_of(std::string_view name) {
    const auto found = std::ranges::find(kReaches, name, &ReachWords::name);
    return found == kReaches.end() ? std::nullopt : std::optional{found->reach};
}

base::Message label_of(Reach reach) { return std::ranges::find(kReaches, reach, &ReachWords::reach)->label; }

std::string_view code(PaperLanguage language) {
    return std::ranges::find(kPaperLanguages, language, &PaperLanguageCode::language)->code;
}

std::optional<PaperLanguage> paper_language_of(std::string_view code) {
    const auto found = std::ranges::find(kPaperLanguages, code, &PaperLanguageCode::code);
    return found == kPaperLanguages.end() ? std::nullopt : std::optional{found->language};
}

bool prints(PaperLanguage language, base::Locale locale) {
    return language == PaperLanguage::both || code(language) == base::code(locale);
}

base::Result<NewspaperFacts, base::Problems> accept(const TypedNewspaper& typed) {
    return NewspaperReader{typed}.run();
}

NewspaperForm form_of(const NewspaperFacts& facts) {
    std::string areas;
    for (const auto& area : facts.postal_areas) (areas += areas.empty() ? "" : " ") += area;
    return {.name = facts.name,
            .language = std::string{code(facts.language)},
            .place = facts.place,
            .province = facts.province ? std::string{people::code(*facts.province)} : "",
            .reach = std::string{name_of(facts.reach)},
            .postal_areas = areas,
            .email = std::string{facts.email.text()},
            .page_url = facts.page_url,
            .word_limit = facts.word_limit == 0 ? "" : std::to_string(facts.word_limit),
            .most_a_day = std::to_string(facts.most_a_day),
            .source = facts.source,
            .as_of = facts.as_of};
}

bool is_stale(const NewspaperFacts& facts, std::string_view today) {
    const auto then = base::day_of(facts.as_of), now = base::day_of(today);
    return then && now && *now - *then > std::chrono::days{kStaleDays};
}

base::Result<std::vector<NewspaperFacts>, std::vector<ListProblem>> read_list(const TypedList& typed) {
    std::vector<ListProblem> problems;
    std::vector<NewspaperFacts> facts;
    statistics::CsvReader reader{typed.csv};
    std::optional<Positions> header;
    while (reader.next()) {
        const std::vector<std::string> fields(reader.fields().begin(), reader.fields().end());
        if (!header) {
            header = positions_of(fields);
            for (const std::string_view needed : kNeededColumns)
                if (!header->contains(needed)) problems.push_back({1, std::string{needed}});
            if (!problems.empty()) return problems;
            continue;
        }
        const NewspaperForm form = form_of_row(*header, fields);
        auto accepted = accept(TypedNewspaper{form, typed.today});
        if (accepted)
            facts.push_back(*std::move(accepted));
        else
            for (const auto& problem : accepted.error())
                problems.push_back({reader.line(), problem.field, problem.message});
        if (facts.size() > kMostNewspapers || problems.size() > kMostNewspapers)
            return std::vector<ListProblem>{{reader.line(), std::to_string(kMostNewspapers)}};
    }
    if (reader.error()) problems.push_back({reader.error()->line, statistics::text_of(*reader.error())});
    if (!problems.empty()) return problems;
    return facts;
}

std::optional<people::Province> province_of(const Where& where) {
    if (where.postal_code) return people::province_of(*where.postal_code);
    return where.province;
}

std::vector<NearNewspaper> near(const std::vector<Newspaper>& all, const Where& where) {
    std::vector<NearNewspaper> found;
    for (const Nearness wanted : kNearest) {
        for (const Newspaper& each : all) {
            if (each.left_out_at || (where.language && !prints(each.facts.language, *where.language))) continue;
            if (nearness_of(each.facts, where) == wanted) found.push_back({each, wanted});
        }
    }
    return found;
}

}  // namespace editor_letters
