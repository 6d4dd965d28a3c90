#include "features/supporter_import/mapping.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/text.h"

namespace supporter_import {
namespace {

struct Named {
    Target target;
    std::string_view name;
};
constexpr std::array kNames{Named{Target::nothing, ""},
                            Named{Target::email, "email"},
                            Named{Target::other_email, "other_email"},
                            Named{Target::given_name, "given_name"},
                            Named{Target::family_name, "family_name"},
                            Named{Target::full_name, "full_name"},
                            Named{Target::language, "language"},
                            Named{Target::country, "country"},
                            Named{Target::postal_code, "postal_code"},
                            Named{Target::place, "place"},
                            Named{Target::province, "province"},
                            Named{Target::riding, "riding"},
                            Named{Target::tags, "tags"},
                            Named{Target::status, "status"},
                            Named{Target::consented_at, "consented_at"},
                            Named{Target::unsubscribed_at, "unsubscribed_at"},
                            Named{Target::bounced_at, "bounced_at"},
                            Named{Target::opted_out, "opted_out"},
                            Named{Target::opted_in, "opted_in"},
                            Named{Target::is_bad, "is_bad"}};
constexpr std::string_view kFieldPrefix = "field:";

// A column by its name, folded (base::fold_name): "First Name", "first_name" and "FIRST NAME" are one.
struct Known {
    std::string_view column;
    Target target;
};

// The columns of Action Network's reports of activists.
constexpr std::array kActionNetwork{
    Known{"email", Target::email},          Known{"firstname", Target::given_name},
    Known{"lastname", Target::family_name}, Known{"zipcode", Target::postal_code},
    Known{"can2usercity", Target::place},   Known{"can2stateabbreviated", Target::province},
    Known{"country", Target::country},      Known{"language", Target::language},
    Known{"can2usertags", Target::tags},    Known{"can2subscriptionstatus", Target::status}};
// Of NationBuilder's exports of people.
constexpr std::array kNationBuilder{Known{"email", Target::email},
                                    Known{"email1", Target::other_email},
                                    Known{"email2", Target::other_email},
                                    Known{"firstname", Target::given_name},
                                    Known{"lastname", Target::family_name},
                                    Known{"fullname", Target::full_name},
                                    Known{"primaryzip", Target::postal_code},
                                    Known{"primarycity", Target::place},
                                    Known{"primarystate", Target::province},
                                    Known{"primarycountrycode", Target::country},
                                    Known{"language", Target::language},
                                    Known{"taglist", Target::tags},
                                    Known{"emailoptin", Target::opted_in},
                                    Known{"unsubscribedat", Target::unsubscribed_at},
                                    Known{"emailisbad", Target::is_bad},
                                    Known{"email1isbad", Target::is_bad}};
// Of Mailchimp's exports of an audience: subscribed, unsubscribed and cleaned contacts come as a file each.
constexpr std::array kMailchimp{Known{"emailaddress", Target::email},
                                Known{"firstname", Target::given_name},
                                Known{"lastname", Target::family_name},
                                Known{"optintime", Target::nothing},
                                Known{"confirmtime", Target::consented_at},
                                Known{"unsubtime", Target::unsubscribed_at},
                                Known{"cleantime", Target::bounced_at},
                                Known{"cc", Target::country},
                                Known{"tags", Target::tags},
                                Known{"ziporpostalcode", Target::postal_code},
                                Known{"language", Target::language}};
// Of CiviCRM's exports of contacts, primary fields.
constexpr std::array kCivicrm{Known{"email", Target::email},
                              Known{"firstname", Target::given_name},
                              Known{"lastname", Target::family_name},
                              Known{"postalcode", Target::postal_code},
                              Known{"city", Target::place},
                              Known{"state", Target::province},
                              Known{"country", Target::country},
                              Known{"preferredlanguage", Target::language},
                              Known{"tags", Target::tags},
                              Known{"nobulkemailsuseroptout", Target::opted_out},
                              Known{"donotemail", Target::opted_out},
                              Known{"onhold", Target::is_bad}};
// Of our own export.
constexpr std::array kOwn{Known{"email", Target::email},
                          Known{"otheremails", Target::other_email},
                          Known{"givenname", Target::given_name},
                          Known{"familyname", Target::family_name},
                          Known{"language", Target::language},
                          Known{"country", Target::country},
                          Known{"postalcode", Target::postal_code},
                          Known{"place", Target::place},
                          Known{"province", Target::province},
                          Known{"riding", Target::riding},
                          Known{"tags", Target::tags}};
// Names that speak for themselves.
constexpr std::array kPlain{Known{"email", Target::email},
                            Known{"emailaddress", Target::email},
                            Known{"courriel", Target::email},
                            Known{"adressecourriel", Target::email},
                            Known{"mail", Target::email},
                            Known{"firstname", Target::given_name},
                            Known{"givenname", Target::given_name},
                            Known{"prenom", Target::given_name},
                            Known{"lastname", Target::family_name},
                            Known{"familyname", Target::family_name},
                            Known{"surname", Target::family_name},
                            Known{"nom", Target::family_name},
                            Known{"nomdefamille", Target::family_name},
                            Known{"name", Target::full_name},
                            Known{"fullname", Target::full_name},
                            Known{"language", Target::language},
                            Known{"langue", Target::language},
                            Known{"country", Target::country},
                            Known{"pays", Target::country},
                            Known{"postalcode", Target::postal_code},
                            Known{"zip", Target::postal_code},
                            Known{"codepostal", Target::postal_code},
                            Known{"city", Target::place},
                            Known{"place", Target::place},
                            Known{"ville", Target::place},
                            Known{"province", Target::province},
                            Known{"riding", Target::riding},
                            Known{"circonscription", Target::riding},
                            Known{"tags", Target::tags},
                            Known{"status", Target::status}};

// A program: the columns that tell it, all of which are there, and what its columns are.
struct Program {
    Preset preset;
    std::string_view name, label;
    std::array<std::string_view, 2> marks;
    std::span<const Known> columns;
};
const std::array kPrograms{
    Program{Preset::action_network,
            "action_network",
            "Action Network",
            {"can2subscriptionstatus", "email"},
            kActionNetwork},
    Program{Preset::action_network, "action_network", "Action Network", {"can2usertags", "email"}, kActionNetwork},
    Program{Preset::nationbuilder, "nationbuilder", "NationBuilder", {"nationbuilderid", "email"}, kNationBuilder},
    Program{Preset::nationbuilder, "nationbuilder", "NationBuilder", {"emailoptin", "taglist"}, kNationBuilder},
    Program{Preset::mailchimp, "mailchimp", "Mailchimp", {"emailaddress", "memberrating"}, kMailchimp},
    Program{Preset::mailchimp, "mailchimp", "Mailchimp", {"emailaddress", "leid"}, kMailchimp},
    Program{Preset::civicrm, "civicrm", "CiviCRM", {"contactid", "contacttype"}, kCivicrm},
    Program{Preset::civicrm, "civicrm", "CiviCRM", {"internalcontactid", "email"}, kCivicrm},
    Program{Preset::own, "own", "Alltogether", {"otheremails", "firstseenat"}, kOwn}};

std::vector<std::string> folded(const std::vector<std::string>& columns) {
    std::vector<std::string> all;
    for (const std::string& column : columns) all.push_back(base::fold_name(column));
    return all;
}

bool is_repeatable(Target target) {
    return target == Target::nothing || target == Target::tags || target == Target::field ||
           target == Target::opted_out || target == Target::is_bad || target == Target::other_email;
}

bool is_taken(const Mapping& mapping, Target target) {
    return std::ranges::any_of(mapping, [&](const Column& column) { return column.target == target; });
}

Mapping mapped(const std::vector<std::string>& columns, std::span<const Known> known) {
    Mapping mapping;
    for (const std::string& column : columns) {
        const auto found = std::ranges::find(known, base::fold_name(column), &Known::column);
        const Target target = found == known.end() ? Target::nothing : found->target;
        const bool is_free = is_repeatable(target) || !is_taken(mapping, target);
        mapping.push_back({is_free ? target : Target::nothing, {}});
    }
    return mapping;
}

// "field:union_local", as our own export names them.
void add_named_fields(const std::vector<std::string>& columns, Mapping& mapping) {
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (const auto column = column_of(columns[i]); column && column->target == Target::field) mapping[i] = *column;
}

}  // namespace

std::string name_of(const Column& column) {
    if (column.target == Target::field) return std::string{kFieldPrefix} + column.field;
    return std::string{std::ranges::find(kNames, column.target, &Named::target)->name};
}

std::optional<Column> column_of(std::string_view name) {
    if (name.starts_with(kFieldPrefix)) {
        const std::string slug = slug_of(name.substr(kFieldPrefix.size()));
        if (slug.empty()) return std::nullopt;
        return Column{Target::field, slug};
    }
    const auto found = std::ranges::find(kNames, name, &Named::name);
    if (found == kNames.end()) return std::nullopt;
    return Column{found->target, {}};
}

const std::vector<TargetChoice>& target_choices() {
    static const std::vector<TargetChoice> choices{{Target::nothing, base::message("Leave out")},
                                                   {Target::email, base::message("Email")},
                                                   {Target::other_email, base::message("Another email address")},
                                                   {Target::given_name, base::message("Given name")},
                                                   {Target::family_name, base::message("Family name")},
                                                   {Target::full_name, base::message("Whole name")},
                                                   {Target::language, base::message("Language")},
                                                   {Target::country, base::message("Country")},
                                                   {Target::postal_code, base::message("Postal code")},
                                                   {Target::place, base::message("Place")},
                                                   {Target::province, base::message("Province")},
                                                   {Target::riding, base::message("Federal riding")},
                                                   {Target::tags, base::message("Tags")},
                                                   {Target::status, base::message("Subscribed or not")},
                                                   {Target::consented_at, base::message("When they agreed")},
                                                   {Target::unsubscribed_at, base::message("When they left")},
                                                   {Target::bounced_at, base::message("When mail came back")},
                                                   {Target::opted_out, base::message("Yes means: left")},
                                                   {Target::opted_in, base::message("No means: never agreed")},
                                                   {Target::is_bad, base::message("Yes means: mail comes back")}};
    return choices;
}

std::string_view name_of(Preset preset) {
    const auto found = std::ranges::find(kPrograms, preset, &Program::preset);
    return found == kPrograms.end() ? std::string_view{} : found->name;
}

std::string_view label_of(Preset preset) {
    const auto found = std::ranges::find(kPrograms, preset, &Program::preset);
    return found == kPrograms.end() ? std::string_view{} : found->label;
}

std::optional<Preset> preset_of(std::string_view name) {
    const auto found = std::ranges::find(kPrograms, name, &Program::name);
    if (found == kPrograms.end()) return std::nullopt;
    return found->preset;
}

Guess guess_of(const std::vector<std::string>& columns) {
    const auto names = folded(columns);
    Guess guess{.preset = Preset::none, .mapping = mapped(columns, kPlain)};
    for (const Program& program : kPrograms) {
        const bool is_it = std::ranges::all_of(
            program.marks, [&](std::string_view mark) { return std::ranges::find(names, mark) != names.end(); });
        if (!is_it) continue;
        guess = {program.preset, mapped(columns, program.columns)};
        break;
    }
    add_named_fields(columns, guess.mapping);
    return guess;
}

base::Problems problems_of(const Mapping& mapping) {
    if (!is_taken(mapping, Target::email))
        return {{"", base::message("Please say which column holds the email addresses.")}};
    for (const Column& column : mapping)
        if (!is_repeatable(column.target) && std::ranges::count(mapping, column.target, &Column::target) > 1)
            return {{"", base::message("Two columns stand for the same thing. Leave one of them out.")}};
    return {};
}

std::string slug_of(std::string_view column) {
    std::string slug;
    for (const char c : base::lower_ascii(column)) {
        const bool is_word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (is_word)
            slug += c;
        else if (!slug.empty() && slug.back() != '_')
            slug += '_';
        if (slug.size() == 40) break;
    }
    while (!slug.empty() && slug.back() == '_') slug.pop_back();
    return slug;
}

}  // namespace supporter_import
