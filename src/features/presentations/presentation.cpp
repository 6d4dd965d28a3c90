#include "features/presentations/presentation.h"

#include <algorithm>

#include "base/check.h"
#include "base/text.h"
#include "base/whole_number.h"
#include "people/person.h"
#include "platform/i18n/local_time.h"

namespace presentations {
namespace {

constexpr std::size_t kLongestLine = 150;   // characters
constexpr std::size_t kLongestText = 1000;  // characters
constexpr std::int64_t kLargestAudience = 5'000;
constexpr std::array<const char*, kDates> kDateFields{"date_1", "date_2", "date_3"};

template <class Value>
struct Name {
    Value value;
    std::string_view name;
};

constexpr std::array kStateNames{
    Name{State::unconfirmed, "unconfirmed"}, Name{State::waiting, "waiting"}, Name{State::offered, "offered"},
    Name{State::booked, "booked"},           Name{State::held, "held"},       Name{State::cancelled, "cancelled"},
    Name{State::declined, "declined"},       Name{State::missed, "missed"}};

constexpr std::array kAudienceNames{Name{Audience::union_members, "union"},  Name{Audience::community, "community"},
                                    Name{Audience::council, "council"},      Name{Audience::business, "business"},
                                    Name{Audience::co_workers, "coworkers"}, Name{Audience::students, "students"},
                                    Name{Audience::other, "other"}};

constexpr std::array kFormatNames{Name{Format::in_person, "in_person"}, Name{Format::online, "online"}};

template <class Names, class Value>
std::string_view name_in(const Names& names, Value value) {
    const auto found = std::ranges::find(names, value, [](const auto& each) { return each.value; });
    return found == names.end() ? std::string_view{} : found->name;
}

template <class Value, class Names>
std::optional<Value> value_in(const Names& names, std::string_view name) {
    const auto found = std::ranges::find(names, name, [](const auto& each) { return each.name; });
    if (found == names.end()) return std::nullopt;
    return found->value;
}

// Reads dates of one zone, and gathers what is wrong with them.
class DateReader {
public:
    DateReader(const i18n::TimeZone& zone, base::Instant now) : zone_(zone), now_(now) {}

    std::vector<base::Instant> run(const std::array<std::string, kDates>& typed, base::Problems& problems) const {
        std::vector<base::Instant> dates;
        const std::size_t before = problems.size();
        for (std::size_t i = 0; i < kDates; ++i) {
            const std::string text = base::collapse_spaces(typed[i]);
            if (text.empty()) continue;
            const auto problem = read(text, dates);
            if (problem) problems.push_back({kDateFields[i], *problem});
        }
        if (dates.empty() && problems.size() == before)
            problems.push_back({kDateFields[0], base::message("Please choose at least one date and time.")});
        return dates;
    }

private:
    std::optional<base::Message> read(const std::string& text, std::vector<base::Instant>& dates) const {
        const auto local = i18n::local_time_of(text);
        if (!local) return base::message("Please enter a date and a time, like 2026-12-03T19:00.");
        const auto at = i18n::instant_of(*local, zone_);
        if (!at)
            return base::message("On that night the clocks go forward and leave this time out. Please choose another.");
        if (*at < now_) return base::message("This date is over. Please choose one that is still to come.");
        if (*at < now_ + kShortestNotice)
            return base::message("Champions need at least two days. Please choose a later date.");
        if (*at > now_ + kLongestNotice) return base::message("Please choose a date within a year from now.");
        if (std::ranges::find(dates, *at) == dates.end()) dates.push_back(*at);
        return std::nullopt;
    }

    const i18n::TimeZone& zone_;
    base::Instant now_;
};

// Reads one form, field by field, and gathers what is wrong.
class Reader {
public:
    explicit Reader(const Typed& typed) : typed_(typed), form_(typed.form) {}

    base::Result<Request, base::Problems> run() {
        Wish wish;
        read_host(wish);
        read_place(wish);
        read_subject(wish);
        auto slot = read_slot();
        std::vector<base::Instant> dates;
        if (!wants_slot()) dates = DateReader{wish.zone, typed_.now}.run(form_.dates, problems_);
        wish.accessibility = text("accessibility", form_.accessibility);
        wish.words = text("words", form_.words);
        wish.contact_name = required_line("contact_name", form_.contact_name, base::message("Please enter your name."));
        wish.phone = line("phone", form_.phone);
        const auto email = base::EmailAddress::parse(base::collapse_spaces(form_.email));
        if (!email) add("email", base::message("Please enter an email address such as name@example.org."));
        if (!problems_.empty()) return std::move(problems_);
        return Request{std::move(wish), *email, std::move(dates), std::move(slot), wants_slot() ? "" : form_.champion};
    }

private:
    void add(const char* field, base::Message message) { problems_.push_back({field, message}); }

    std::string line(const char* field, const std::string& typed) {
        std::string tidied = base::collapse_spaces(typed);
        if (base::count_characters(tidied) > kLongestLine)
            add(field, base::message("This is too long: at most 150 characters."));
        else if (const auto problem = people::problem_of_line(tidied))
            add(field, *problem);
        return tidied;
    }

    std::string required_line(const char* field, const std::string& typed, base::Message missing) {
        std::string tidied = line(field, typed);
        if (tidied.empty()) add(field, missing);
        return tidied;
    }

    std::string text(const char* field, const std::string& typed) {
        std::string tidied = base::tidy_lines(typed);
        if (base::count_characters(tidied) > kLongestText)
            add(field, base::message("This is too long: at most 1,000 characters."));
        return tidied;
    }

    void read_host(Wish& wish) {
        wish.host_group =
            required_line("host_group", form_.host_group, base::message("Please enter the name of your group."));
        if (const auto audience = audience_of(form_.audience))
            wish.audience = *audience;
        else
            add("audience", base::message("Please choose who will be there."));
        const auto size = base::whole_number(base::collapse_spaces(form_.expected_size));
        if (!size || *size < 1 || *size > kLargestAudience)
            add("expected_size", base::message("Please enter how many people you expect, from 1 to 5,000."));
        else
            wish.expected_size = *size;
    }

    void read_place(Wish& wish) {
        if (const auto format = format_of(form_.format))
            wish.format = *format;
        else
            add("format", base::message("Please choose whether we come to you or meet online."));
        wish.place = line("place", form_.place);
        if (wish.place.empty() && wish.format == Format::in_person && !form_.format.empty())
            add("place", base::message("Please enter the place: the hall, the room, the street."));
        wish.town = required_line("town", form_.town, base::message("Please enter the city or town."));
        if (const auto province = people::province_of(form_.province))
            wish.province = *province;
        else
            add("province", base::message("Please choose the province or territory."));
        wish.zone = usual_zone(wish.province);
        if (form_.zone.empty()) return;
        if (const auto zone = i18n::TimeZone::find(form_.zone))
            wish.zone = *zone;
        else
            add("zone", base::message("Please choose a time zone of the list."));
    }

    void read_subject(Wish& wish) {
        if (!form_.topic.empty()) {
            if (const auto topic = base::id_from<TopicId>(form_.topic))
                wish.topic = *topic;
            else
                add("topic", base::message("Please choose a topic of the list."));
        }
        if (const auto language = base::locale_of(form_.language))
            wish.language = *language;
        else
            add("language", base::message("Please choose the language of the presentation."));
        const auto minutes = base::whole_number(form_.minutes);
        if (minutes && std::ranges::find(kLengths, *minutes) != kLengths.end())
            wish.minutes = *minutes;
        else
            add("minutes", base::message("Please choose how long it may take."));
    }

    bool wants_slot() const { return !form_.champion.empty() && !form_.start.empty(); }

    std::optional<WantedSlot> read_slot() {
        if (!wants_slot()) return std::nullopt;
        const auto seconds = base::whole_number(form_.start);
        constexpr std::int64_t kLastSecond = 7'258'118'400;  // of the year 2199
        if (!seconds || *seconds < 0 || *seconds > kLastSecond) {
            add("start", base::message("This time is not one of the free ones. Please choose another."));
            return std::nullopt;
        }
        const base::Instant start{*seconds * 1'000'000};
        if (start < typed_.now) add("start", base::message("This time is over. Please choose another."));
        return WantedSlot{form_.champion, start};
    }

    const Typed& typed_;
    const RequestForm& form_;
    base::Problems problems_;
};

bool is_open(State state) {
    return state == State::unconfirmed || state == State::waiting || state == State::offered || state == State::booked;
}

bool has_begun(const Presentation& presentation, base::Instant now) {
    return presentation.starts_at && *presentation.starts_at <= now;
}

i18n::TimeZone zone_named(std::string_view name) {
    const auto zone = i18n::TimeZone::find(name);
    CHECK(zone.has_value());
    return *zone;
}

}  // namespace

std::string_view name_of(State state) { return name_in(kStateNames, state); }
std::optional<State> state_of(std::string_view name) { return value_in<State>(kStateNames, name); }
std::string_view name_of(Audience audience) { return name_in(kAudienceNames, audience); }
std::optional<Audience> audience_of(std::string_view name) { return value_in<Audience>(kAudienceNames, name); }
std::string_view name_of(Format format) { return name_in(kFormatNames, format); }
std::optional<Format> format_of(std::string_view name) { return value_in<Format>(kFormatNames, name); }

base::Message label_of(Audience audience) {
    switch (audience) {
        case Audience::union_members:
            return base::message("Members of a union");
        case Audience::community:
            return base::message("A community group");
        case Audience::council:
            return base::message("A council or local government");
        case Audience::business:
            return base::message("Local businesses");
        case Audience::co_workers:
            return base::message("Co-workers");
        case Audience::students:
            return base::message("Students");
        case Audience::other:
            return base::message("Other people");
    }
    return base::message("Other people");
}

const i18n::TimeZone& usual_zone(people::Province province) {
    // In the order of people::Province.
    static const std::array<i18n::TimeZone, people::kProvinces.size()> kUsual{
        zone_named("America/Edmonton"),    zone_named("America/Vancouver"), zone_named("America/Winnipeg"),
        zone_named("America/Moncton"),     zone_named("America/St_Johns"),  zone_named("America/Halifax"),
        zone_named("America/Yellowknife"), zone_named("America/Iqaluit"),   zone_named("America/Toronto"),
        zone_named("America/Halifax"),     zone_named("America/Toronto"),   zone_named("America/Regina"),
        zone_named("America/Whitehorse")};
    return kUsual[static_cast<std::size_t>(province)];
}

const std::array<ZoneChoice, kZones>& zone_choices() {
    static constexpr std::array<ZoneChoice, kZones> kChoices{
        {{"America/St_Johns", base::message("Newfoundland time (St. John’s)")},
         {"America/Halifax", base::message("Atlantic time (Halifax)")},
         {"America/Moncton", base::message("Atlantic time (Moncton)")},
         {"America/Toronto", base::message("Eastern time (Toronto, Montréal)")},
         {"America/Winnipeg", base::message("Central time (Winnipeg)")},
         {"America/Regina", base::message("Central time without summer time (Regina)")},
         {"America/Edmonton", base::message("Mountain time (Edmonton)")},
         {"America/Vancouver", base::message("Pacific time (Vancouver)")},
         {"America/Whitehorse", base::message("Yukon time (Whitehorse)")}}};
    return kChoices;
}

base::Result<Request, base::Problems> accept(const Typed& typed) { return Reader{typed}.run(); }

base::Result<std::vector<base::Instant>, base::Problems> accept_dates(const TypedDates& typed) {
    base::Problems problems;
    auto dates = DateReader{typed.zone, typed.now}.run(typed.dates, problems);
    if (!problems.empty()) return problems;
    return dates;
}

bool may_cancel(const Presentation& presentation, base::Instant now) {
    return is_open(presentation.state) && !has_begun(presentation, now);
}

bool may_move(const Presentation& presentation, base::Instant now) {
    return presentation.state != State::unconfirmed && may_cancel(presentation, now);
}

bool may_report(const Presentation& presentation, base::Instant now) {
    return (presentation.state == State::booked || presentation.state == State::held) && has_begun(presentation, now);
}

}  // namespace presentations
