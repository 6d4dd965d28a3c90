#include "features/osdi/person_input.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "people/tags.h"

namespace osdi {
namespace {

namespace json = boost::json;

constexpr std::size_t kLongestSlug = 40, kMostEmails = 5;

// The member as a list of objects; nothing where it is missing. A problem where it is something else.
std::vector<const json::object*> objects(const json::object& object, std::string_view name, base::Problems& problems) {
    std::vector<const json::object*> found;
    const auto* member = object.if_contains(name);
    if (member == nullptr || member->is_null()) return found;
    const auto* list = member->if_array();
    if (list != nullptr)
        for (const auto& item : *list)
            if (const auto* each = item.if_object()) found.push_back(each);
    if (list == nullptr || found.size() != list->size())
        problems.push_back({std::string{name}, base::message("This must be a list of objects.")});
    return found;
}

// The one that says that it is the primary one, else the first.
std::size_t primary_of(const std::vector<const json::object*>& all) {
    for (std::size_t i = 0; i < all.size(); ++i)
        if (const auto* primary = all[i]->if_contains("primary"); primary != nullptr && *primary == json::value(true))
            return i;
    return 0;
}

class PersonReader {
public:
    explicit PersonReader(const json::object& person) : person_(person) {}

    base::Result<PersonInput, base::Problems> read() {
        read_name();
        read_emails();
        read_address();
        read_language();
        read_answers();
        read_phone();
        read_street();
        input_.identifiers = read_identifiers(person_, problems_);
        if (!problems_.empty()) return std::move(problems_);
        return std::move(input_);
    }

private:
    void read_name() {
        input_.name = people::tidied(
            {text_member(person_, "given_name", problems_), text_member(person_, "family_name", problems_)});
        check_line("given_name", input_.name.given);
        check_line("family_name", input_.name.family);
    }

    void check_line(const char* field, const std::string& text) {
        if (base::count_characters(text) > people::kLongestName)
            problems_.push_back({field, base::message("This is too long: at most 100 characters.")});
        else if (const auto problem = people::problem_of_line(text))
            problems_.push_back({field, *problem});
    }

    void read_emails() {
        const auto all = objects(person_, "email_addresses", problems_);
        if (all.size() > kMostEmails)
            problems_.push_back({"email_addresses", base::message("At most five addresses at once.")});
        const std::size_t primary = primary_of(all);
        for (std::size_t i = 0; i < std::min(all.size(), kMostEmails); ++i) {
            const auto field = fmt::format("email_addresses[{}].address", i);
            const auto email = base::EmailAddress::parse(text_member(*all[i], "address", problems_));
            if (!email)
                problems_.push_back({field, base::message("Please enter an email address such as name@example.org.")});
            else if (i == primary)
                input_.email = email;
            else
                input_.other_emails.push_back(*email);
        }
        if (!all.empty()) read_wish(*all[primary], primary);
    }

    void read_wish(const json::object& email, std::size_t position) {
        const auto status = text_member(email, "status", problems_);
        if (status == "subscribed") input_.wish = MailWish::subscribed;
        if (status == "unsubscribed") input_.wish = MailWish::unsubscribed;
        if (!status.empty() && input_.wish == MailWish::unstated)
            problems_.push_back({fmt::format("email_addresses[{}].status", position),
                                 base::message("The status is “subscribed” or “unsubscribed”; others are ours to find "
                                               "out.")});
    }

    void read_address() {
        const auto all = objects(person_, "postal_addresses", problems_);
        if (all.empty()) return;
        const std::size_t primary = primary_of(all);
        const json::object& typed = *all[primary];
        const people::TypedAddress words{text_member(typed, "country", problems_),
                                         base::collapse_spaces(text_member(typed, "postal_code", problems_)),
                                         base::collapse_spaces(text_member(typed, "locality", problems_))};
        const auto region = text_member(typed, "region", problems_);
        if (words.postal_code.empty() && words.place.empty() && region.empty()) return;
        if (words.postal_code.empty()) return read_place(words, region, primary);
        for (auto& problem : people::problems_of(words))
            problems_.push_back({fmt::format("postal_addresses[{}].{}", primary, problem.field), problem.message});
        if (problems_.empty()) input_.address = people::understood(words);
    }

    // Of somebody whose postal code is not known.
    void read_place(const people::TypedAddress& words, const std::string& region, std::size_t position) {
        const auto country =
            words.country.empty() ? std::optional{people::Country{}} : people::Country::parse(words.country);
        if (!country)
            problems_.push_back({fmt::format("postal_addresses[{}].country", position),
                                 base::message("Please give the country by its two letters.")});
        if (const auto problem = people::problem_of_place(words.place))
            problems_.push_back({fmt::format("postal_addresses[{}].locality", position), *problem});
        if (!country || !problems_.empty()) return;
        input_.address = people::Address{.country = *country, .postal_code = {}, .place = words.place, .province = {}};
        if (country->is_canada()) input_.address->province = people::province_of(region);
    }

    void read_language() {
        const auto* languages = person_.if_contains("languages_spoken");
        if (languages == nullptr || !languages->is_array()) return;
        for (const auto& language : languages->get_array())
            if (const auto* code = language.if_string(); code != nullptr && !input_.locale)
                input_.locale = base::locale_of(std::string_view{*code}.substr(0, 2));
    }

    void read_answers() {
        const auto* fields = person_.if_contains("custom_fields");
        if (fields == nullptr || fields->is_null()) return;
        if (!fields->is_object() || fields->get_object().size() > kMostAnswers) {
            problems_.push_back(
                {"custom_fields", base::message("This must be an object with at most a hundred members.")});
            return;
        }
        for (const auto& [name, value] : fields->get_object())
            if (const auto slug = slug_of_field(name)) input_.answers.push_back({*slug, text_of(value)});
    }

    void read_phone() {
        const auto all = objects(person_, "phone_numbers", problems_);
        if (all.empty()) return;
        const auto* number = all[primary_of(all)]->if_contains("number");
        if (number != nullptr) answer_where_asked(kPhoneField, text_of(*number));
    }

    void read_street() {
        if (!problems_.empty()) return;  // told already where the list cannot be read
        const auto all = objects(person_, "postal_addresses", problems_);
        if (all.empty()) return;
        const auto* lines = all[primary_of(all)]->if_contains("address_lines");
        if (lines == nullptr || !lines->is_array()) return;
        std::string street;
        for (const auto& line : lines->get_array()) street += (street.empty() ? "" : ", ") + text_of(line);
        answer_where_asked(kStreetField, street);
    }

    void answer_where_asked(std::string_view field, std::string_view value) {
        const auto line = base::collapse_spaces(value);
        const bool is_said = std::ranges::any_of(input_.answers, [&](const auto& each) { return each.field == field; });
        if (!line.empty() && !is_said) input_.answers.push_back({std::string{field}, line, true});
    }

    static std::string text_of(const json::value& value) {
        if (const auto* text = value.if_string()) return std::string{std::string_view{*text}};
        if (value.is_bool()) return value.get_bool() ? "yes" : "no";
        return value.is_number() ? json::serialize(value) : std::string{};
    }

    const json::object& person_;
    PersonInput input_;
    base::Problems problems_;
};

bool is_plain(std::string_view text) {
    return base::is_valid_utf8(text) && std::ranges::none_of(text, [](unsigned char c) { return c < ' ' || c == 127; });
}

}  // namespace

base::Result<PersonInput, base::Problems> read_person(const json::object& person) {
    return PersonReader{person}.read();
}

base::Result<std::vector<std::string>, base::Problems> read_tags(const json::object& body, std::string_view member) {
    std::vector<std::string> names;
    const auto* list = body.if_contains(member);
    if (list == nullptr || list->is_null()) return names;
    const base::Problems wrong{{std::string{member}, base::message("This must be a list of at most fifty texts.")}};
    if (!list->is_array() || list->get_array().size() > kMostTagsAtOnce) return wrong;
    for (const auto& item : list->get_array()) {
        if (!item.is_string()) return wrong;
        names.push_back(base::collapse_spaces(std::string_view{item.get_string()}));
        if (const auto problem = people::problem_of_tag(names.back()))
            return base::Problems{{std::string{member}, *problem}};
    }
    return names;
}

std::vector<std::string> read_identifiers(const json::object& body, base::Problems& problems) {
    std::vector<std::string> found;
    const auto* list = body.if_contains("identifiers");
    if (list == nullptr || list->is_null()) return found;
    const auto refuse = [&] {
        problems.push_back({"identifiers", base::message("This must be a list of at most twenty texts such as "
                                                         "“system:17”.")});
        return std::vector<std::string>{};
    };
    if (!list->is_array() || list->get_array().size() > kMostIdentifiers) return refuse();
    for (const auto& item : list->get_array()) {
        if (!item.is_string()) return refuse();
        const std::string_view text{item.get_string()};
        const auto colon = text.find(':');
        const bool is_pair = colon != std::string_view::npos && colon > 0 && colon + 1 < text.size();
        if (!is_pair || text.size() > kLongestIdentifier || !is_plain(text)) return refuse();
        if (!text.starts_with("alltogether:")) found.emplace_back(text);
    }
    return found;
}

std::optional<std::string> slug_of_field(std::string_view name) {
    std::string slug;
    for (const char c : base::lower_ascii(name)) {
        const bool fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (fits) slug += c;
        if (!fits && !slug.empty() && slug.back() != '_') slug += '_';
    }
    slug.resize(std::min(slug.size(), kLongestSlug));
    while (slug.ends_with('_')) slug.pop_back();
    if (slug.empty()) return std::nullopt;
    return slug;
}

std::string text_member(const json::object& object, std::string_view name, base::Problems& problems) {
    const auto* member = object.if_contains(name);
    if (member == nullptr || member->is_null()) return {};
    if (const auto* text = member->if_string(); text != nullptr && is_plain(std::string_view{*text}))
        return std::string{std::string_view{*text}};
    problems.push_back({std::string{name}, base::message("This must be a text.")});
    return {};
}

}  // namespace osdi
