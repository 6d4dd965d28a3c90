#include "features/events/event.h"

#include <algorithm>

#include "base/text.h"
#include "base/whole_number.h"
#include "people/person.h"
#include "platform/i18n/local_time.h"

namespace events {
namespace {

constexpr std::size_t kLongestLine = 150;    // characters
constexpr std::size_t kLongestText = 5'000;  // characters
constexpr std::int64_t kMostCapacity = 20'000;

struct LanguageCode {
    Language language;
    std::string_view code;
};
constexpr std::array kLanguages{LanguageCode{Language::english, "en"}, LanguageCode{Language::french, "fr"},
                                LanguageCode{Language::both, "both"}};

class Reader {
public:
    explicit Reader(const Typed& typed) : form_(typed.form), now_(typed.now) {}

    base::Result<Plan, base::Problems> run() {
        Plan plan;
        plan.title_en = required("title_en", form_.title_en, base::message("Please enter the title in English."));
        plan.title_fr = required("title_fr", form_.title_fr, base::message("Please enter the title in French."));
        plan.text_en = text("text_en", form_.text_en);
        plan.text_fr = text("text_fr", form_.text_fr);
        plan.format = form_.format == "online" ? Format::online : Format::in_person;
        plan.place = line("place", form_.place);
        if (plan.place.empty()) add("place", base::message("Please enter the place, or the address of the meeting."));
        plan.town = required("town", form_.town, base::message("Please enter the city or town."));
        if (const auto province = people::province_of(form_.province))
            plan.province = *province;
        else
            add("province", base::message("Please choose the province or territory."));
        if (const auto language = language_of(form_.language))
            plan.language = *language;
        else
            add("language", base::message("Please choose the language of the event."));
        read_time(plan);
        plan.speaker = line("speaker", form_.speaker);
        plan.accessibility = line("accessibility", form_.accessibility);
        plan.capacity = number("capacity", form_.capacity, {0, kMostCapacity});
        if (!problems_.empty()) return std::move(problems_);
        return plan;
    }

private:
    void add(const char* field, base::Message message) { problems_.push_back({field, message}); }

    std::string line(const char* field, const std::string& typed) {
        std::string tidied = base::collapse_spaces(typed);
        if (base::count_characters(tidied) > kLongestLine)
            add(field, base::message("This is too long: at most 150 characters."));
        return tidied;
    }

    std::string required(const char* field, const std::string& typed, base::Message missing) {
        std::string tidied = line(field, typed);
        if (tidied.empty()) add(field, missing);
        return tidied;
    }

    std::string text(const char* field, const std::string& typed) {
        std::string tidied = base::tidy_lines(typed);
        if (tidied.empty()) add(field, base::message("Please say in a few sentences what it is about."));
        if (base::count_characters(tidied) > kLongestText)
            add(field, base::message("This is too long: at most 5,000 characters."));
        return tidied;
    }

    struct Bounds {
        std::int64_t least, most;
    };
    std::int64_t number(const char* field, const std::string& typed, Bounds bounds) {
        const std::string tidied = base::collapse_spaces(typed);
        const auto value = tidied.empty() ? std::optional{std::int64_t{0}} : base::whole_number(tidied);
        if (value && *value >= bounds.least && *value <= bounds.most) return *value;
        add(field, base::message("Please enter a number that makes sense here."));
        return 0;
    }

    void read_time(Plan& plan) {
        const auto zone = i18n::TimeZone::find(form_.zone);
        if (!zone)
            add("zone", base::message("Please choose a time zone of the list."));
        else
            plan.zone = *zone;
        const auto local = i18n::local_time_of(base::collapse_spaces(form_.starts_at));
        const auto at = local ? i18n::instant_of(*local, plan.zone) : std::nullopt;
        if (!local)
            add("starts_at", base::message("Please enter a date and a time, like 2026-12-03T19:00."));
        else if (!at)
            add("starts_at",
                base::message("On that night the clocks go forward and leave this time out. Please choose another."));
        else if (*at <= now_)
            add("starts_at", base::message("This date is over. Please choose one that is still to come."));
        else if (*at > now_ + base::days(731))
            add("starts_at", base::message("Please choose a date within two years from now."));
        else
            plan.starts_at = *at;
        plan.minutes = number("minutes", form_.minutes, {15, 12 * 60});
    }

    const EventForm& form_;
    base::Instant now_;
    base::Problems problems_;
};

}  // namespace

std::string_view code(Language language) {
    return std::ranges::find(kLanguages, language, &LanguageCode::language)->code;
}

std::optional<Language> language_of(std::string_view code) {
    const auto found = std::ranges::find(kLanguages, code, &LanguageCode::code);
    if (found == kLanguages.end()) return std::nullopt;
    return found->language;
}

base::Result<Plan, base::Problems> accept(const Typed& typed) { return Reader{typed}.run(); }

EventForm form_of(const Plan& plan) {
    return {.level = "",
            .title_en = plan.title_en,
            .title_fr = plan.title_fr,
            .text_en = plan.text_en,
            .text_fr = plan.text_fr,
            .format = plan.format == Format::online ? "online" : "in_person",
            .place = plan.place,
            .town = plan.town,
            .province = std::string{people::code(plan.province)},
            .language = std::string{code(plan.language)},
            .zone = plan.zone.name(),
            .starts_at = i18n::text_of(i18n::local_time(plan.starts_at, plan.zone)),
            .minutes = std::to_string(plan.minutes),
            .speaker = plan.speaker,
            .accessibility = plan.accessibility,
            .capacity = plan.capacity == 0 ? "" : std::to_string(plan.capacity),
            .champion = ""};
}

bool takes_guests(const Event& event, base::Instant now) {
    return event.state == State::published && event.plan.starts_at > now;
}

base::Result<NewGuest, base::Problems> accept(const GuestForm& form) {
    base::Problems problems;
    std::string name = base::collapse_spaces(form.name);
    if (name.empty()) problems.push_back({"name", base::message("Please enter your name.")});
    if (base::count_characters(name) > kLongestLine)
        problems.push_back({"name", base::message("This is too long: at most 150 characters.")});
    else if (const auto problem = people::problem_of_line(name))
        problems.push_back({"name", *problem});
    const auto email = base::EmailAddress::parse(base::collapse_spaces(form.email));
    if (!email) problems.push_back({"email", base::message("Please enter an email address such as name@example.org.")});
    const auto seats = base::whole_number(form.seats);
    if (!seats || *seats < 1 || *seats > kMostSeats)
        problems.push_back({"seats", base::message("Please choose how many of you come, from 1 to 6.")});
    if (!problems.empty()) return problems;
    return NewGuest{std::move(name), *email, *seats};
}

}  // namespace events
