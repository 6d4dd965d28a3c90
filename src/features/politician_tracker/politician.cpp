#include "features/politician_tracker/politician.h"

#include <algorithm>
#include <map>

#include "base/day.h"
#include "base/text.h"
#include "models/statistics/csv_reader.h"
#include "people/person.h"
#include "people/place.h"
#include "people/typed_reach.h"
#include "people/web_address.h"

namespace politician_tracker {
namespace {

constexpr std::size_t kLongestLine = 150;      // characters
constexpr std::size_t kLongestEvidence = 500;  // characters
constexpr std::size_t kMostRows = 5'000;       // of one file

// A value with its name in tables and forms, and its words.
template <class Value>
struct Words {
    Value value;
    std::string_view name;
    base::Message label;
};

constexpr std::array kTierWords{
    Words<Tier>{Tier::federal, "federal", base::message("Federal")},
    Words<Tier>{Tier::provincial, "provincial", base::message("Provincial and territorial")},
    Words<Tier>{Tier::municipal, "municipal", base::message("Municipal")}};

constexpr std::array kStandWords{Words<Stand>{Stand::signed_it, "signed", base::message("Has signed")},
                                 Words<Stand>{Stand::declined, "declined", base::message("Declined to sign")},
                                 Words<Stand>{Stand::asked, "asked", base::message("Asked, not yet answered")},
                                 Words<Stand>{Stand::no_answer, "no_answer", base::message("Gave no answer")},
                                 Words<Stand>{Stand::not_asked, "not_asked", base::message("Not asked yet")}};

template <class Value, std::size_t N>
const Words<Value>& words_of(const std::array<Words<Value>, N>& all, Value value) {
    return *std::ranges::find(all, value, &Words<Value>::value);
}

template <class Value, std::size_t N>
std::optional<Value> value_of(const std::array<Words<Value>, N>& all, std::string_view name) {
    const auto found = std::ranges::find(all, name, &Words<Value>::name);
    if (found == all.end()) return std::nullopt;
    return found->value;
}

class Reader {
public:
    explicit Reader(const PoliticianForm& form) : form_(form) {}

    base::Result<PoliticianFacts, base::Problems> run() {
        PoliticianFacts facts{.name = line("name", form_.name),
                              .office = office(),
                              .region = region(),
                              .place = line("place", form_.place),
                              .party = line("party", form_.party),
                              .email = people::read_email({"email", form_.email}, problems_),
                              .website = people::read_website({"website", form_.website}, problems_),
                              .source = line("source", form_.source)};
        if (facts.name.empty()) add("name", base::message("Please enter the name."));
        if (facts.region.empty() && tier_of(facts.office) != Tier::federal)
            add("region", base::message("Please choose the province or territory."));
        if (!problems_.empty()) return std::move(problems_);
        return facts;
    }

private:
    void add(const char* field, base::Message message) {
        if (!base::find_problem(problems_, field)) problems_.push_back({field, message});
    }

    std::string line(const char* field, const std::string& typed) {
        std::string text = base::collapse_spaces(typed);
        const bool may_hold_links = std::string_view{field} == "source";
        if (const auto problem = people::problem_of_line(text); problem && !may_hold_links) add(field, *problem);
        if (base::count_characters(text) > kLongestLine)
            add(field, base::message("This is too long: at most 150 characters."));
        return text;
    }

    Office office() {
        const auto office = office_of(base::collapse_spaces(form_.office));
        if (!office) add("office", base::message("Please choose the office."));
        return office.value_or(Office::other);
    }

    std::string region() {
        std::string typed = base::collapse_spaces(form_.region);
        std::ranges::transform(typed, typed.begin(),
                               [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
        if (typed.empty()) return {};
        const auto province = people::province_of(typed);
        if (!province) add("region", base::message("Please choose the province or territory."));
        return province ? std::string{people::code(*province)} : std::string{};
    }

    const PoliticianForm& form_;
    base::Problems problems_;
};

struct Column {
    std::string_view name;
    std::string PoliticianForm::* field;
};
constexpr std::array kColumns{Column{"name", &PoliticianForm::name},       Column{"office", &PoliticianForm::office},
                              Column{"region", &PoliticianForm::region},   Column{"place", &PoliticianForm::place},
                              Column{"party", &PoliticianForm::party},     Column{"email", &PoliticianForm::email},
                              Column{"website", &PoliticianForm::website}, Column{"source", &PoliticianForm::source}};

// Where each of our columns stands in the file.
std::map<std::string_view, std::size_t> positions(const std::vector<std::string>& header) {
    std::map<std::string_view, std::size_t> found;
    for (const Column& column : kColumns) {
        const auto at = std::ranges::find_if(header, [&](const std::string& name) {
            return base::equals_ignoring_ascii_case(base::collapse_spaces(name), column.name);
        });
        if (at != header.end()) found[column.name] = static_cast<std::size_t>(at - header.begin());
    }
    return found;
}

void add_evidence_problems(base::Problems& problems, const StandFacts& facts) {
    const bool is_answer = facts.stand == Stand::signed_it || facts.stand == Stand::declined;
    const bool has_words = !facts.evidence_en.empty() || !facts.evidence_fr.empty();
    if (is_answer && !has_words && facts.evidence_url.empty())
        problems.push_back({"evidence_en", base::message("Please say how we know: a sentence, or a link.")});
    for (const auto& [field, text] :
         {std::pair{"evidence_en", facts.evidence_en}, {"evidence_fr", facts.evidence_fr}}) {
        if (has_words && text.empty()) problems.push_back({field, base::message("Please write it in both languages.")});
        if (base::count_characters(text) > kLongestEvidence)
            problems.push_back({field, base::message("This is too long: at most 500 characters.")});
    }
    if (!facts.evidence_url.empty() && !people::is_web_address(facts.evidence_url))
        problems.push_back({"evidence_url", base::message("Please enter a whole address, with https:// in front.")});
}

}  // namespace

std::optional<Office> office_of(std::string_view name) {
    const auto office = people::office_of(name);
    return office && std::ranges::find(kOffices, *office) != kOffices.end() ? office : std::nullopt;
}

Tier tier_of(Office office) {
    if (people::is_federal(office)) return Tier::federal;
    return office == Office::provincial ? Tier::provincial : Tier::municipal;
}
std::string_view name_of(Tier tier) { return words_of(kTierWords, tier).name; }
std::optional<Tier> tier_of(std::string_view name) { return value_of(kTierWords, name); }
base::Message label_of(Tier tier) { return words_of(kTierWords, tier).label; }

std::string_view name_of(Stand stand) { return words_of(kStandWords, stand).name; }
std::optional<Stand> stand_of(std::string_view name) { return value_of(kStandWords, name); }
base::Message label_of(Stand stand) { return words_of(kStandWords, stand).label; }

base::Result<PoliticianFacts, base::Problems> accept(const PoliticianForm& form) { return Reader{form}.run(); }

bool matches(const PoliticianFacts& facts, std::string_view words) {
    const std::string sought = base::fold_name(words);
    const auto holds = [&](const std::string& text) { return base::fold_name(text).contains(sought); };
    return holds(facts.name) || holds(facts.place) || holds(facts.party);
}

base::Result<std::vector<PoliticianFacts>, std::vector<FileProblem>> read_file(std::string_view csv) {
    std::vector<FileProblem> problems;
    std::vector<PoliticianFacts> facts;
    statistics::CsvReader reader{csv};
    std::optional<std::map<std::string_view, std::size_t>> header;
    while (reader.next()) {
        const std::vector<std::string> fields(reader.fields().begin(), reader.fields().end());
        if (!header) {
            header = positions(fields);
            for (const std::string_view needed : {"name", "office"})
                if (!header->contains(needed)) problems.push_back({1, std::string{needed}});
            if (!problems.empty()) return problems;
            continue;
        }
        PoliticianForm form;
        for (const Column& column : kColumns)
            if (const auto at = header->find(column.name); at != header->end()) form.*column.field = fields[at->second];
        auto accepted = accept(form);
        if (accepted)
            facts.push_back(*std::move(accepted));
        else
            for (const auto& problem : accepted.error())
                problems.push_back({reader.line(), problem.field, problem.message});
        if (facts.size() > kMostRows) return std::vector<FileProblem>{{reader.line(), "5000"}};
    }
    if (reader.error()) problems.push_back({reader.error()->line, statistics::text_of(*reader.error())});
    if (!problems.empty()) return problems;
    return facts;
}

base::Result<StandFacts, base::Problems> accept(const TypedStand& typed) {
    const StandForm& form = typed.form;
    base::Problems problems;
    const auto stand = stand_of(form.stand);
    StandFacts facts{stand.value_or(Stand::asked), base::collapse_spaces(form.on_date),
                     base::tidy_lines(form.evidence_en), base::tidy_lines(form.evidence_fr),
                     base::collapse_spaces(form.evidence_url)};
    if (!stand || *stand == Stand::not_asked) problems.push_back({"stand", base::message("Please choose the answer.")});
    if (!base::day_of(facts.on_date) || facts.on_date > typed.today)
        problems.push_back({"on_date", base::message("Please enter the day as in 2026-11-03, today at the latest.")});
    add_evidence_problems(problems, facts);
    if (!problems.empty()) return problems;
    return facts;
}

bool is_hidden(const PoliticianFacts& politician, const std::vector<ElectionPeriod>& open) {
    const bool is_federal = tier_of(politician.office) == Tier::federal;
    return std::ranges::any_of(open, [&](const ElectionPeriod& period) {
        return is_federal ? period.region.empty() : !period.region.empty() && period.region == politician.region;
    });
}

}  // namespace politician_tracker
