#include "features/endorsements/endorsement.h"

#include <algorithm>

#include "base/day.h"
#include "base/text.h"
#include "base/whole_number.h"
#include "people/person.h"
#include "people/typed_reach.h"

namespace endorsements {
namespace {

using Tick = EndorsementForm::Tick;

constexpr std::size_t kLongestLine = 150;       // characters
constexpr std::size_t kLongestStatement = 500;  // characters
constexpr std::int64_t kMostVotes = 200;        // of the largest councils
constexpr std::int64_t kMostMembers = 20'000'000;

struct Slug {
    SignerClass signer_class;
    std::string_view slug;
};
constexpr std::array kSlugs{Slug{SignerClass::elected_official, "elected-official"},
                            Slug{SignerClass::candidate, "candidate"}, Slug{SignerClass::organisation, "organisation"},
                            Slug{SignerClass::municipality, "municipality"}};

bool is_person(SignerClass signer_class) {
    return signer_class == SignerClass::elected_official || signer_class == SignerClass::candidate;
}

// Reads one form, field by field, and gathers what is wrong.
class Reader {
public:
    explicit Reader(const Typed& typed) : typed_(typed), form_(typed.form) {}

    base::Result<Submission, base::Problems> run() {
        const std::string name = required_line("name", form_.name, base::message("Please enter the name."));
        const Office office = read_office();
        const std::string place = read_place();
        const auto region = read_region();
        const std::string party = is_person(typed_.signer_class) ? line("party", form_.party) : "";
        const std::string website = people::read_website({"website", form_.website}, problems_);
        const auto members = read_members();
        const Act act = read_act();
        const std::string date = read_date();
        const auto votes = read_votes(act);
        const std::string document = people::read_website({"document_url", form_.document_url}, problems_);
        const std::string words = read_statement();
        const std::string signatory = read_signatory();
        const std::string role = read_role();
        const auto email = read_email();
        if (form_.authorised == Tick::no) add("authorised", base::message("Please confirm that you may sign."));
        if (!problems_.empty()) return std::move(problems_);
        return Submission{{.signer_class = typed_.signer_class,
                           .name = name,
                           .office = office,
                           .place = place,
                           .party = party,
                           .website = website,
                           .region = *region,
                           .members = members,
                           .act = act,
                           .act_date = date,
                           .votes = votes,
                           .document_url = document,
                           .statement = words,
                           .signatory_name = signatory,
                           .signatory_role = role},
                          *email};
    }

private:
    void add(std::string field, base::Message message) { problems_.push_back({std::move(field), std::move(message)}); }

    std::string line(const char* field, const std::string& typed) {
        std::string text = base::collapse_spaces(typed);
        if (const auto problem = people::problem_of_line(text))
            add(field, *problem);
        else if (base::count_characters(text) > kLongestLine)
            add(field, base::message("This is too long: at most 150 characters."));
        return text;
    }

    std::string required_line(const char* field, const std::string& typed, const base::Message& when_missing) {
        std::string text = line(field, typed);
        if (text.empty()) add(field, when_missing);
        return text;
    }

    Office read_office() {
        if (!is_person(typed_.signer_class)) return Office::none;
        const auto office = people::office_of(form_.office);
        if (!office) add("office", base::message("Please choose the office."));
        return office.value_or(Office::none);
    }

    std::string read_place() {
        if (typed_.signer_class == SignerClass::municipality) return {};
        return required_line("place", form_.place, base::message("Please enter the riding, ward or town."));
    }

    std::optional<people::Province> read_region() {
        const auto region = people::province_of(form_.region);
        if (!region) add("region", base::message("Please choose the province or territory."));
        return region;
    }

    std::optional<std::int64_t> number(const char* field, const std::string& typed, std::int64_t most) {
        const std::string text = base::collapse_spaces(typed);
        if (text.empty()) return std::nullopt;
        const auto value = base::whole_number(text);
        if (!value || *value < 0 || *value > most) add(field, base::message("Please enter a whole number."));
        return value;
    }

    std::optional<std::int64_t> read_members() {
        if (typed_.signer_class != SignerClass::organisation) return std::nullopt;
        return number("members", form_.members, kMostMembers);
    }

    Act read_act() {
        if (typed_.signer_class != SignerClass::municipality) return Act::none;
        if (form_.act == "proclamation") return Act::proclamation;
        if (form_.act == "resolution") return Act::resolution;
        add("act", base::message("Please say what was done: a proclamation or a resolution."));
        return Act::none;
    }

    std::string read_date() {
        if (typed_.signer_class != SignerClass::municipality) return {};
        std::string date = base::collapse_spaces(form_.act_date);
        if (!base::day_of(date))
            add("act_date", base::message("Please enter the day as in 2026-11-03."));
        else if (date > typed_.today)
            add("act_date", base::message("This day has not come yet. Please tell us when it is done."));
        return date;
    }

    std::optional<Votes> read_votes(Act act) {
        if (act != Act::resolution) return std::nullopt;
        const auto in_favour = number("votes_for", form_.votes_for, kMostVotes);
        const auto against = number("votes_against", form_.votes_against, kMostVotes);
        const auto abstained = number("abstentions", form_.abstentions, kMostVotes);
        if (!in_favour) {
            if (against || abstained) add("votes_for", base::message("Please enter how many voted in favour."));
            return std::nullopt;
        }
        if (*in_favour <= against.value_or(0))
            add("votes_for", base::message("A resolution passes with more votes in favour than against."));
        return Votes{*in_favour, against.value_or(0), abstained.value_or(0)};
    }

    std::string read_statement() {
        std::string text = base::tidy_lines(form_.statement);
        if (base::count_characters(text) > kLongestStatement)
            add("statement", base::message("This is too long: at most 500 characters."));
        if (people::holds_link(text)) add("statement", base::message("Please leave out web addresses here."));
        return text;
    }

    // Officials and candidates sign for themselves.
    std::string read_signatory() {
        if (is_person(typed_.signer_class)) return {};
        return required_line("signatory_name", form_.signatory_name, base::message("Please enter your name."));
    }

    std::string read_role() {
        if (is_person(typed_.signer_class)) return {};
        return required_line("signatory_role", form_.signatory_role, base::message("Please enter your role there."));
    }

    std::optional<base::EmailAddress> read_email() {
        auto email = base::EmailAddress::parse(base::collapse_spaces(form_.email));
        if (!email) add("email", base::message("Please enter an email address such as name@example.org."));
        return email;
    }

    const Typed& typed_;
    const EndorsementForm& form_;
    base::Problems problems_;
};

}  // namespace

std::string_view slug_of(SignerClass signer_class) {
    const auto found = std::ranges::find(kSlugs, signer_class, &Slug::signer_class);
    return found == kSlugs.end() ? std::string_view{} : found->slug;
}

std::optional<SignerClass> class_of(std::string_view slug) {
    const auto found = std::ranges::find(kSlugs, slug, &Slug::slug);
    if (found == kSlugs.end()) return std::nullopt;
    return found->signer_class;
}

std::string_view name_of(State state) {
    constexpr std::array<std::string_view, kStates.size()> kNames{"unconfirmed", "waiting",   "counted",
                                                                  "declined",    "withdrawn", "removed"};
    return kNames[static_cast<std::size_t>(state)];
}

std::optional<State> state_of(std::string_view name) {
    const auto found = std::ranges::find(kStates, name, [](State state) { return name_of(state); });
    if (found == kStates.end()) return std::nullopt;
    return *found;
}

base::Result<Submission, base::Problems> accept(const Typed& typed) { return Reader{typed}.run(); }

bool is_near_election(const Statement& statement, const std::vector<std::string>& regions) {
    if (!is_person(statement.signer_class)) return false;
    const std::string region = people::is_federal(statement.office) ? "" : std::string{people::code(statement.region)};
    return std::ranges::find(regions, region) != regions.end();
}

std::optional<Decision> decision_of(std::string_view name) {
    if (name == "publish") return Decision::publish;
    if (name == "decline") return Decision::decline;
    if (name == "remove") return Decision::remove;
    if (name == "restore") return Decision::restore;
    return std::nullopt;
}

bool is_possible(State state, Decision decision) {
    switch (decision) {
        case Decision::publish:
            return state == State::waiting || state == State::declined;
        case Decision::decline:
            return state == State::waiting;
        case Decision::remove:
            return state == State::counted;
        case Decision::restore:
            return state == State::removed;
    }
    return false;
}

State state_after(Decision decision) {
    switch (decision) {
        case Decision::publish:
        case Decision::restore:
            return State::counted;
        case Decision::decline:
            return State::declined;
        case Decision::remove:
            return State::removed;
    }
    return State::waiting;
}

bool needs_reason(Decision decision) { return decision == Decision::decline || decision == Decision::remove; }

}  // namespace endorsements
