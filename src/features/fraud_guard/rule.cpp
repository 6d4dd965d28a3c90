#include "features/fraud_guard/rule.h"

#include "base/check.h"
#include "models/statistics/pack.h"

namespace fraud_guard {
namespace {

constexpr std::array<std::string_view, kRules> kKeys{"trap_filled",
                                                     "too_quick",
                                                     "quick",
                                                     "no_stamp",
                                                     "random_address",
                                                     "many_digits",
                                                     "plus_tag",
                                                     "disposable_domain",
                                                     "network_minute",
                                                     "network_five_minutes",
                                                     "subnet",
                                                     "petition_speed",
                                                     "one_letter_name",
                                                     "keyboard_name",
                                                     "random_name",
                                                     "repeated_name",
                                                     "name_is_address",
                                                     "link",
                                                     "repeated_comment",
                                                     "address_family",
                                                     "foreign_domain",
                                                     "same_dwell",
                                                     "watched",
                                                     "trending_domain",
                                                     "no_script",
                                                     "no_proof",
                                                     "bad_proof",
                                                     "used_proof",
                                                     "block_listed",
                                                     "bad_network",
                                                     "trending_country"};

using base::message;

const std::array<RuleWords, kRules> kWords{{
    {message("Filled in a field that people do not see"),
     message("The form holds a field that only programs find. Browsers that fill in forms leave it alone.")},
    {message("Sent within seconds of opening the form"),
     message("Nobody types a name, an address and a postal code this fast. Limit: seconds.")},
    {message("Sent very soon after opening the form"),
     message("Possible with a browser that fills in forms, so it counts little. Limit: seconds.")},
    {message("Does not say when the form was opened"),
     message(
         "Forms carry a stamp. Sign-ons through the API have none: put the network of a partner that sends them on the "
         "allow list.")},
    {message("Address looks drawn by a machine"),
     message("Letters and digits that take turns, or hardly a vowel, and nothing of the name in it.")},
    {message("Address with many digits"),
     message("Common where every simple address is taken, so it counts little. Limit: digits.")},
    {message("Address with a tag behind a plus sign"),
     message("Careful people use tags; scripts do as well. It counts very little.")},
    {message("Address that is thrown away after use"),
     message("The domain is on a public list of disposable mailboxes. Large providers are never taken for one.")},
    {message("Second sign-on from one network address within a minute"),
     message("Families, offices and union halls do this as well: it never refuses. Put halls on the allow list. Limit: "
             "sign-ons that are usual within a minute.")},
    {message("Many sign-ons from one network address within five minutes"),
     message("Offices, union halls and mobile networks do this as well: it never refuses. Put halls on the allow list. "
             "Limit: sign-ons that are usual within five minutes.")},
    {message("Many sign-ons from neighbouring network addresses"),
     message("Addresses of one /24 (IPv4) or /48 (IPv6) network. Mobile networks do this as well. Limit: sign-ons that "
             "are usual within five minutes.")},
    {message("Sent while the petition was signed unusually fast"),
     message("News bring bursts of honest people: it only adds to other oddities. Limit: sign-ons within a minute.")},
    {message("Name of one letter"), message("A given or a family name of one letter.")},
    {message("Name typed along the keyboard"),
     message("Four neighbours on the keyboard or in the alphabet, or one letter three times in a row.")},
    {message("Name no person has"),
     message("Digits, six consonants in a row, five and more letters without a vowel, or two pairs of letters that no "
             "name holds, like xk.")},
    {message("Same full name again and again"),
     message("Counted for each petition. Common names meet by chance where very many sign. Limit: sign-ons that are "
             "usual within ten minutes.")},
    {message("Name that repeats itself, or holds an address"),
     message("The same word as given name and as family name, or an address in the name.")},
    {message("Link in the text"), message("A link in the comment or in the place.")},
    {message("Same comment again and again"),
     message("Comments of twenty characters and more. Campaigns that hand out sentences do this as well. Limit: "
             "sign-ons that are usual within an hour.")},
    {message("Address of a family of addresses"),
     message("Addresses of one domain that differ in digits, dots and tags only. Limit: sign-ons that are usual within "
             "ten minutes.")},
    {message("Address of another country than the one given"),
     message("The domain belongs to a country, and another one was given. Emigrants do this as well, so it counts "
             "little.")},
    {message("Same time to fill in the form as many others"),
     message("To a fifth of a second. People differ more than that; scripts do not. Limit: sign-ons that are usual "
             "within five minutes.")},
    {message("On a watch list"), message("Its network, address, domain or country is on your watch list.")},
    {message("From a domain that came up all of a sudden"),
     message("No large provider, and much of what was signed lately. An employer or a union may be the reason. Limit: "
             "sign-ons that are usual within ten minutes.")},
    {message("Signed without JavaScript while a proof of work was asked for"),
     message("It is accepted and looked at: honest people browse without JavaScript.")},
    {message("Came without a proof of work while one was asked for"),
     message("The form was opened before there was pressure, or it came through the API.")},
    {message("Proof of work that does not hold"), message("Forged, broken or expired. The form is shown again.")},
    {message("Proof of work that was used before"), message("Each puzzle is good for one sign-on.")},
    {message("On the block list"), message("Refused, and told whom to ask.")},
    {message("From a network address that sent very odd ones"),
     message("At least two sign-ons with 60 points and more within the last hour. Limit: very odd sign-ons.")},
    {message("From a country that came up all of a sudden"),
     message(
         "Not Canada, and one in twenty of what was signed lately. Solidarity from abroad may be the reason. Limit: "
         "sign-ons that are usual within ten minutes.")},
}};

RuleBook read_rules() {
    RuleBook book;
    const auto table = statistics::table_of(statistics::shipped_pack("fraud/rules"));
    CHECK(table.size() == kRules);
    for (const auto row : table.rows()) {
        const auto rule = rule_of(row["rule"]);
        const auto weight = row.integer("weight");
        CHECK(rule && weight);
        book[*rule] = {*weight, row.integer("limit"), base::seconds(row.integer("window_seconds").value_or(0))};
    }
    return book;
}

}  // namespace

std::string_view key_of(Rule rule) { return kKeys[static_cast<std::size_t>(rule)]; }

std::optional<Rule> rule_of(std::string_view key) {
    for (int i = 0; i < kRules; ++i)
        if (kKeys[static_cast<std::size_t>(i)] == key) return static_cast<Rule>(i);
    return std::nullopt;
}

const RuleWords& words_of(Rule rule) { return kWords[static_cast<std::size_t>(rule)]; }

const RuleBook& shipped_rules() {
    static const RuleBook kBook = read_rules();
    return kBook;
}

}  // namespace fraud_guard
