#include "features/champions/champion.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "base/whole_number.h"

namespace champions {
namespace {

using base::message;
using ports::PresentationFormat;

constexpr std::array<std::string_view, kStates.size()> kStateNames{"applied", "in_training", "trained",
                                                                   "active",  "paused",      "left"};
constexpr std::size_t kMostAreas = 40, kMostTopics = 40;
constexpr std::size_t kLongestSlug = 60;

// A line of text that somebody typed: what is wrong with its length or its form.
struct Line {
    const char* field;
    const std::string& text;
    std::size_t limit;
};
void check_line(base::Problems& problems, const Line& line) {
    if (base::count_characters(line.text) > line.limit)
        problems.push_back({line.field, message("This is too long.")});
    else if (const auto problem = people::problem_of_line(line.text))
        problems.push_back({line.field, *problem});
}

void check_length(base::Problems& problems, const Line& line) {
    if (base::count_characters(line.text) > line.limit) problems.push_back({line.field, message("This is too long.")});
}

Offer read_offer(const OfferForm& form, base::Problems& problems) {
    Offer offer;
    if (form.english) offer.languages.push_back(base::Locale::english);
    if (form.french) offer.languages.push_back(base::Locale::french);
    if (offer.languages.empty()) problems.push_back({"english", message("Choose at least one language.")});
    if (form.in_person) offer.formats.push_back(PresentationFormat::in_person);
    if (form.online) offer.formats.push_back(PresentationFormat::online);
    if (offer.formats.empty()) problems.push_back({"in_person", message("Choose in person, online, or both.")});
    const auto typed = base::collapse_spaces(form.radius);
    const auto radius = typed.empty() ? std::optional<std::int64_t>{0} : base::whole_number(typed);
    if (!radius || *radius < 0 || *radius > kFarthest)
        problems.push_back({"radius", message("Enter a whole number of kilometres, 0 to 2,000.")});
    else
        offer.radius_kilometres = form.in_person ? static_cast<int>(*radius) : 0;
    return offer;
}

template <class Identity>
std::vector<Identity> read_ids(const std::vector<std::string>& texts, std::size_t most) {
    std::vector<Identity> ids;
    for (const auto& text : texts)
        if (const auto number = base::whole_number(text);
            number && *number > 0 && ids.size() < most && !holds(ids, Identity{*number}))
            ids.push_back(Identity{*number});
    return ids;
}

}  // namespace

std::string_view name_of(State state) { return kStateNames[std::to_underlying(state)]; }

std::optional<State> state_of(std::string_view name) {
    for (const State state : kStates)
        if (name_of(state) == name) return state;
    return std::nullopt;
}

base::Message label_of(State state) {
    switch (state) {
        case State::applied:
            return message("Applied");
        case State::in_training:
            return message("In training");
        case State::trained:
            return message("Trained");
        case State::active:
            return message("Active");
        case State::paused:
            return message("On pause");
        case State::left:
            return message("Left the team");
    }
    return message("Applied");
}

std::vector<State> next_states(State state) {
    switch (state) {
        case State::applied:
            return {State::in_training, State::left};
        case State::in_training:
            return {State::trained, State::left};
        case State::trained:
            return {State::active, State::in_training, State::left};
        case State::active:
            return {State::paused, State::left};
        case State::paused:
            return {State::active, State::in_training, State::left};
        case State::left:
            return {State::in_training};
    }
    return {};
}

base::Result<Application, base::Problems> read_application(const ApplicationForm& form) {
    const auto name = people::tidied({form.given_name, form.family_name});
    auto problems = people::problems_of(name);
    const auto email = base::EmailAddress::parse(form.email);
    if (!email) problems.push_back({"email", message("Please enter an email address such as name@example.org.")});
    const auto place = base::collapse_spaces(form.place);
    if (place.empty()) problems.push_back({"place", message("Please say where you live.")});
    check_line(problems, {"place", place, people::kLongestPlace});
    const auto level = base::whole_number(form.level);
    if (!level || *level <= 0) problems.push_back({"level", message("Choose the area where you want to speak.")});
    auto offer = read_offer(form.offer, problems);
    auto motivation = base::tidy_lines(form.motivation);
    if (motivation.empty()) problems.push_back({"motivation", message("Please write a few words.")});
    check_length(problems, {"motivation", motivation, kLongestMotivation});
    if (!problems.empty()) return problems;
    return Application{name, *email, place, std::move(motivation), base::LevelId{*level}, std::move(offer)};
}

base::Result<Profile, base::Problems> read_profile(const ProfileForm& form) {
    const auto name = people::tidied({form.given_name, form.family_name});
    auto problems = people::problems_of(name);
    const auto place = base::collapse_spaces(form.place);
    check_line(problems, {"place", place, people::kLongestPlace});
    Biography biography{base::tidy_lines(form.biography_en), base::tidy_lines(form.biography_fr)};
    check_length(problems, {"biography_en", biography.english, kLongestBiography});
    check_length(problems, {"biography_fr", biography.french, kLongestBiography});
    auto offer = read_offer(form.offer, problems);
    auto areas = read_ids<base::LevelId>(form.areas, kMostAreas);
    if (areas.empty()) problems.push_back({"areas", message("Choose at least one area.")});
    if (!problems.empty()) return problems;
    return Profile{name,
                   place,
                   std::move(biography),
                   base::locale_of(form.language).value_or(base::Locale::english),
                   std::move(offer),
                   std::move(areas),
                   read_ids<TopicId>(form.topics, kMostTopics)};
}

base::Result<Step, base::Problems> read_step(const StepForm& form, const StepLimits& limits) {
    base::Problems problems;
    const auto state = state_of(form.state);
    if (!state || !holds(next_states(limits.from), *state))
        problems.push_back({"state", message("Choose what comes next.")});
    const auto day = base::day_of(base::collapse_spaces(form.day));
    if (!day)
        problems.push_back({"day", message("Enter a date such as 2026-11-30.")});
    else if (*day > limits.today)
        problems.push_back({"day", message("This day is still to come.")});
    else if (base::year_of(*day) < 2000)
        problems.push_back({"day", message("This is too long ago.")});
    auto note = base::tidy_lines(form.note);
    check_length(problems, {"note", note, kLongestMotivation});
    if (!problems.empty()) return problems;
    return Step{StepId{0}, *state, *day, std::move(note), ""};
}

base::Result<Subject, base::Problems> read_subject(const SubjectForm& form) {
    base::Problems problems;
    const auto english = base::collapse_spaces(form.name_en), french = base::collapse_spaces(form.name_fr);
    if (english.empty()) problems.push_back({"name_en", message("Please give it a name in English.")});
    if (french.empty()) problems.push_back({"name_fr", message("Please give it a name in French.")});
    check_line(problems, {"name_en", english, 80});
    check_line(problems, {"name_fr", french, 80});
    if (!problems.empty()) return problems;
    return Subject{TopicId{0}, slug_of(english), english, french, 0, std::nullopt};
}

std::string slug_of(std::string_view name) {
    std::string slug;
    for (std::size_t begin = 0; begin < name.size();) {
        const auto end = std::min(name.find_first_of(" -'", begin), name.size());
        std::string word;
        for (const char c : base::fold_name(name.substr(begin, end - begin)))
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) word += c;
        if (!word.empty() && slug.size() + word.size() < kLongestSlug) slug += (slug.empty() ? "" : "-") + word;
        begin = end + 1;
    }
    return slug.empty() ? "champion" : slug;
}

std::span<const std::string_view> offered_zones() {
    static constexpr std::array<std::string_view, 13> kZones{
        "America/St_Johns",    "America/Halifax",      "America/Moncton",     "America/Toronto",   "America/Iqaluit",
        "America/Winnipeg",    "America/Regina",       "America/Edmonton",    "America/Vancouver", "America/Whitehorse",
        "America/Yellowknife", "America/Blanc-Sablon", "America/Rankin_Inlet"};
    return kZones;
}

const i18n::TimeZone& usual_zone(std::optional<people::Province> province) {
    using people::Province;
    static constexpr std::array<std::pair<Province, std::string_view>, 13> kUsual{{
        {Province::ab, "America/Edmonton"},
        {Province::bc, "America/Vancouver"},
        {Province::mb, "America/Winnipeg"},
        {Province::nb, "America/Moncton"},
        {Province::nl, "America/St_Johns"},
        {Province::ns, "America/Halifax"},
        {Province::nt, "America/Yellowknife"},
        {Province::nu, "America/Iqaluit"},
        {Province::on, "America/Toronto"},
        {Province::pe, "America/Halifax"},
        {Province::qc, "America/Toronto"},
        {Province::sk, "America/Regina"},
        {Province::yt, "America/Whitehorse"},
    }};
    static const auto kZones = [] {
        std::vector<i18n::TimeZone> zones;
        for (const auto& [each, name] : kUsual) zones.push_back(*i18n::TimeZone::find(name));
        return zones;
    }();
    return province ? kZones[std::to_underlying(*province)] : i18n::TimeZone::toronto();
}

std::optional<ports::AreaFit> area_fit(const Champion& champion, const ports::ChampionSearch& search,
                                       const people::LevelTree& tree) {
    const auto* wanted = search.level ? tree.find(*search.level) : nullptr;
    std::optional<ports::AreaFit> best;
    for (const auto area : champion.areas) {
        const auto* served = tree.find(area);
        if (served == nullptr) continue;
        const bool holds_level = wanted == nullptr || tree.is_within({wanted->id, served->id});
        const bool holds_province = !search.province || !served->province || served->province == search.province;
        if (!holds_level || !holds_province) continue;
        const auto fit = static_cast<ports::AreaFit>(2 - std::to_underlying(served->kind));
        if (!best || fit < *best) best = fit;
    }
    return best;
}

bool fits(const Champion& champion, const ports::ChampionSearch& search) {
    if (search.language && !holds(champion.offer.languages, *search.language)) return false;
    if (search.format && !holds(champion.offer.formats, *search.format)) return false;
    return !search.topic || champion.topics.empty() || holds(champion.topics, *search.topic);
}

}  // namespace champions
