#include "features/supporter_import/person_row.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>

#include "base/check.h"
#include "base/text.h"
#include "base/whole_number.h"
#include "people/tags.h"

namespace supporter_import {
namespace {

constexpr std::size_t kLongestDetail = 100;  // characters
constexpr std::size_t kMostTags = 50;        // of one row

constexpr std::array<base::Message, kTroubles> kWords{
    base::message("A quotation mark stands inside a value that does not begin with one."),
    base::message("Something stands behind a closing quotation mark."),
    base::message("A quotation mark is never closed."),
    base::message("A line ends in a way that cannot be read."),
    base::message("The row holds a zero byte."),
    base::message("The row is not UTF-8."),
    base::message("The row has more values than there are columns."),
    base::message("The row is too long."),
    base::message("The row has no email address."),
    base::message("The email address cannot be read."),
    base::message("The name was left out: too long, a link, or the beginning of a formula."),
    base::message("The language was left out: neither English nor French."),
    base::message("The country was left out: it cannot be read."),
    base::message("The postal code was left out: it is none of Canada’s."),
    base::message("The place was left out: too long, a link, or the beginning of a formula."),
    base::message("The province was left out: it cannot be read."),
    base::message("The riding was left out: it is no number of five digits."),
    base::message("A tag was left out: too long, a link, or without letters."),
    base::message("An answer was left out: it does not fit the kind of its field."),
    base::message("A time was left out: it cannot be read."),
    base::message("Left alone: this person belongs to another level."),
    base::message("Left alone: this person asked to be erased."),
    base::message("A second address was left out: it is somebody else’s.")};

struct NamedProvince {
    std::string_view name;
    people::Province province;
};
// As tables write them out, folded.
constexpr std::array kProvinceNames{NamedProvince{"alberta", people::Province::ab},
                                    NamedProvince{"britishcolumbia", people::Province::bc},
                                    NamedProvince{"colombiebritannique", people::Province::bc},
                                    NamedProvince{"manitoba", people::Province::mb},
                                    NamedProvince{"newbrunswick", people::Province::nb},
                                    NamedProvince{"nouveaubrunswick", people::Province::nb},
                                    NamedProvince{"newfoundlandandlabrador", people::Province::nl},
                                    NamedProvince{"terreneuveetlabrador", people::Province::nl},
                                    NamedProvince{"novascotia", people::Province::ns},
                                    NamedProvince{"nouvelleecosse", people::Province::ns},
                                    NamedProvince{"northwestterritories", people::Province::nt},
                                    NamedProvince{"nunavut", people::Province::nu},
                                    NamedProvince{"ontario", people::Province::on},
                                    NamedProvince{"princeedwardisland", people::Province::pe},
                                    NamedProvince{"ileduprinceedouard", people::Province::pe},
                                    NamedProvince{"quebec", people::Province::qc},
                                    NamedProvince{"saskatchewan", people::Province::sk},
                                    NamedProvince{"yukon", people::Province::yt}};

std::string upper(std::string_view text) {
    std::string out{text};
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return out;
}

std::optional<people::Province> province_of(std::string_view text) {
    if (const auto province = people::province_of(upper(text))) return province;
    const auto found = std::ranges::find(kProvinceNames, base::fold_name(text), &NamedProvince::name);
    if (found == kProvinceNames.end()) return std::nullopt;
    return found->province;
}

// By every name in both languages, folded; made once.
const std::map<std::string, people::Country>& countries_by_name() {
    static const auto all = [] {
        std::map<std::string, people::Country> names;
        for (const base::Locale locale : base::kLocales)
            for (const auto& choice : people::country_choices(locale))
                if (const auto country = people::Country::parse(choice.code))
                    names.emplace(base::fold_name(choice.name), *country);
        names.emplace("usa", people::Country::parse("US").value_or(people::Country{}));
        return names;
    }();
    return all;
}

std::optional<people::Country> country_of(std::string_view text) {
    if (const auto country = people::Country::parse(text)) return country;
    const auto found = countries_by_name().find(base::fold_name(text));
    if (found == countries_by_name().end()) return std::nullopt;
    return found->second;
}

enum class Answer : unsigned char { unclear, yes, no };
Answer yes_or_no(std::string_view text) {
    const std::string folded = base::fold_name(text);
    constexpr std::array<std::string_view, 6> kYes{"yes", "true", "1", "oui", "y", "t"};
    constexpr std::array<std::string_view, 6> kNo{"no", "false", "0", "non", "n", "f"};
    if (std::ranges::find(kYes, folded) != kYes.end() || folded.starts_with("onhold")) return Answer::yes;
    if (std::ranges::find(kNo, folded) != kNo.end()) return Answer::no;
    return Answer::unclear;
}

SourceStatus status_of(std::string_view text) {
    const std::string folded = base::fold_name(text);
    const auto holds = [&](std::string_view part) { return folded.contains(part); };
    if (holds("complain") || holds("abuse")) return SourceStatus::complained;
    if (holds("unsub") || holds("optout") || holds("optedout") || holds("desabonn")) return SourceStatus::unsubscribed;
    if (holds("clean") || holds("bounc") || holds("invalid")) return SourceStatus::bounced;
    if (holds("nonsub") || holds("notsub") || holds("transactional") || holds("pending"))
        return SourceStatus::not_subscribed;
    if (holds("subscribed") || holds("active") || holds("abonn")) return SourceStatus::subscribed;
    return SourceStatus::unknown;
}

// "05/03/2019" with the month first.
std::optional<base::Day> american_day_of(std::string_view text) {
    if (text.size() < 10 || text[2] != '/' || text[5] != '/') return std::nullopt;
    std::string iso{text.substr(6, 4)};
    iso.append("-").append(text.substr(0, 2)).append("-").append(text.substr(3, 2));
    return base::day_of(iso);
}

// "12:33:44" in seconds; 0 for anything else.
std::int64_t seconds_of(std::string_view text) {
    if (text.size() < 8 || text[2] != ':' || text[5] != ':') return 0;
    const auto hours = base::whole_number(text.substr(0, 2));
    const auto minutes = base::whole_number(text.substr(3, 2));
    const auto seconds = base::whole_number(text.substr(6, 2));
    if (!hours || !minutes || !seconds || *hours < 0 || *hours > 23 || *minutes < 0 || *minutes > 59) return 0;
    return *hours * 3'600 + *minutes * 60 + std::clamp<std::int64_t>(*seconds, 0, 59);
}

class RowParser {
public:
    RowParser(const Row& row, const Mapping& mapping, std::vector<RowTrouble>& troubles)
        : row_(row), mapping_(mapping), troubles_(troubles) {
        person_.line = row.line;
    }

    std::optional<PersonRow> run() {
        if (row_.fault) {
            add(trouble_of(*row_.fault), {});
            return std::nullopt;
        }
        const std::size_t count = std::min(mapping_.size(), row_.fields.size());
        for (std::size_t i = 0; i < count; ++i) take(mapping_[i], base::collapse_spaces(row_.fields[i]));
        if (!person_.email) use_other_email();
        if (!person_.email) {
            if (!has_bad_email_) add(Trouble::no_email, {});
            return std::nullopt;
        }
        check_postal_code();
        return std::move(person_);
    }

private:
    void add(Trouble trouble, std::string_view detail) {
        troubles_.push_back({row_.line, trouble, std::string{base::first_characters(detail, kLongestDetail)}});
    }

    void take(const Column& column, const std::string& text) {
        if (text.empty()) return;
        switch (column.target) {
            case Target::nothing:
                return;
            case Target::email:
                return take_email(text);
            case Target::other_email:
                return take_other_emails(text);
            case Target::given_name:
                return take_name(person_.name.given, text);
            case Target::family_name:
                return take_name(person_.name.family, text);
            case Target::full_name:
                return take_full_name(text);
            case Target::tags:
                return take_tags(text);
            case Target::field:
                person_.answers.push_back({column.field, std::string{text}});
                return;
            default:
                return take_where_or_mail(column.target, text);
        }
    }

    void take_where_or_mail(Target target, const std::string& text) {
        switch (target) {
            case Target::language:
                return keep(person_.locale, language_of(text), {Trouble::bad_language, text});
            case Target::country:
                return keep(person_.country, country_of(text), {Trouble::bad_country, text});
            case Target::province:
                return keep(person_.province, province_of(text), {Trouble::bad_province, text});
            case Target::riding:
                return keep(person_.riding, people::riding_of(text), {Trouble::bad_riding, text});
            case Target::postal_code:
                person_.postal_code = text;
                return;
            case Target::place:
                if (people::problem_of_place(text)) return add(Trouble::bad_place, text);
                person_.place = text;
                return;
            default:
                return take_mail(target, text);
        }
    }

    void take_mail(Target target, const std::string& text) {
        switch (target) {
            case Target::status:
                return become(status_of(text));
            case Target::consented_at:
                return keep(person_.consented_at, time_of(text), {Trouble::bad_day, text});
            case Target::unsubscribed_at:
                become(SourceStatus::unsubscribed);
                return keep(person_.left_at, time_of(text), {Trouble::bad_day, text});
            case Target::bounced_at:
                return become(SourceStatus::bounced);
            case Target::opted_out:
                if (yes_or_no(text) != Answer::no) become(SourceStatus::unsubscribed);
                return;
            case Target::opted_in:
                return become(yes_or_no(text) == Answer::yes ? SourceStatus::subscribed : SourceStatus::not_subscribed);
            case Target::is_bad:
                if (yes_or_no(text) != Answer::no) become(SourceStatus::bounced);
                return;
            default:
                return;
        }
    }

    struct Left {
        Trouble trouble;
        std::string_view detail;
    };
    template <class T>
    void keep(std::optional<T>& kept, std::optional<T> read, const Left& left) {
        if (!read) return add(left.trouble, left.detail);
        kept = std::move(read);
    }

    // Of several columns the worst holds.
    void become(SourceStatus status) { person_.status = std::max(person_.status, status); }

    void take_email(const std::string& text) {
        person_.email = base::EmailAddress::parse(text);
        has_bad_email_ = !person_.email;
        if (has_bad_email_) add(Trouble::bad_email, text);
    }

    void take_other_emails(const std::string& text) {
        each_part(text, [this](std::string_view part) {
            if (auto email = base::EmailAddress::parse(part))
                person_.other_emails.push_back(*std::move(email));
            else
                add(Trouble::bad_email, part);
        });
    }

    // Where the first column is empty, the next address is theirs.
    void use_other_email() {
        if (person_.other_emails.empty()) return;
        person_.email = person_.other_emails.front();
        person_.other_emails.erase(person_.other_emails.begin());
    }

    void take_name(std::string& kept, const std::string& text) {
        if (people::problem_of_line(text) || base::count_characters(text) > people::kLongestName)
            return add(Trouble::bad_name, text);
        kept = text;
    }

    // The last word is the family name, unless a comma says otherwise: "Tremblay, Maya".
    void take_full_name(const std::string& text) {
        if (!person_.name.given.empty() || !person_.name.family.empty()) return;
        const auto comma = text.find(',');
        if (comma != std::string::npos) {
            take_name(person_.name.family, base::collapse_spaces(text.substr(0, comma)));
            return take_name(person_.name.given, base::collapse_spaces(text.substr(comma + 1)));
        }
        const auto space = text.rfind(' ');
        if (space == std::string::npos) return take_name(person_.name.given, text);
        take_name(person_.name.given, text.substr(0, space));
        take_name(person_.name.family, text.substr(space + 1));
    }

    template <class Visit>
    static void each_part(std::string_view text, const Visit& visit) {
        while (!text.empty()) {
            const auto end = std::min(text.find_first_of(",;"), text.size());
            if (const auto part = base::collapse_spaces(text.substr(0, end)); !part.empty()) visit(part);
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    // Mailchimp puts quotation marks around each.
    void take_tags(const std::string& text) {
        each_part(text, [this](std::string part) {
            std::erase(part, '"');
            if (people::problem_of_tag(part) || person_.tags.size() >= kMostTags) return add(Trouble::bad_tag, part);
            person_.tags.push_back(std::move(part));
        });
    }

    void check_postal_code() {
        const bool is_canadian = !person_.country || person_.country->is_canada();
        if (person_.postal_code.empty() || !is_canadian) {
            person_.postal_code = std::string{base::first_characters(person_.postal_code, 20)};
            return;
        }
        if (const auto code = people::PostalCode::parse(person_.postal_code)) {
            person_.postal_code = code->text();
            return;
        }
        add(Trouble::bad_postal_code, person_.postal_code);
        person_.postal_code.clear();
    }

    const Row& row_;
    const Mapping& mapping_;
    std::vector<RowTrouble>& troubles_;
    PersonRow person_;
    bool has_bad_email_ = false;
};

}  // namespace

bool loses_row(Trouble trouble) {
    return trouble <= Trouble::bad_email || trouble == Trouble::other_level || trouble == Trouble::was_erased;
}

base::Message words_of(Trouble trouble) { return kWords.at(static_cast<std::size_t>(trouble)); }

Trouble trouble_of(statistics::CsvFault fault) {
    switch (fault) {
        case statistics::CsvFault::stray_quotation_mark:
            return Trouble::stray_quotation_mark;
        case statistics::CsvFault::text_after_quotation_mark:
            return Trouble::text_after_quotation_mark;
        case statistics::CsvFault::unclosed_quotation:
            return Trouble::unclosed_quotation;
        case statistics::CsvFault::lone_carriage_return:
            return Trouble::lone_carriage_return;
        case statistics::CsvFault::zero_byte:
            return Trouble::zero_byte;
        case statistics::CsvFault::not_utf8:
            return Trouble::not_utf8;
        case statistics::CsvFault::wrong_number_of_fields:
        case statistics::CsvFault::too_many_columns:
            return Trouble::too_many_fields;
        case statistics::CsvFault::record_too_long:
        case statistics::CsvFault::field_too_long:
        case statistics::CsvFault::input_too_long:
            break;
    }
    return Trouble::too_long;
}

std::optional<PersonRow> read_row(const Row& row, const Mapping& mapping, std::vector<RowTrouble>& troubles) {
    return RowParser{row, mapping, troubles}.run();
}

std::optional<base::Instant> time_of(std::string_view text) {
    auto day = base::day_of(text.substr(0, 10));
    if (!day) day = american_day_of(text);
    if (!day) return std::nullopt;
    const auto since = std::chrono::duration_cast<std::chrono::microseconds>(day->time_since_epoch()).count();
    return base::Instant{since} + base::seconds(text.size() >= 19 ? seconds_of(text.substr(11)) : 0);
}

std::optional<base::Locale> language_of(std::string_view text) {
    const std::string folded = base::fold_name(text);
    if (folded.starts_with("en") || folded.starts_with("ang")) return base::Locale::english;
    if (folded.starts_with("fr")) return base::Locale::french;
    return std::nullopt;
}

}  // namespace supporter_import
