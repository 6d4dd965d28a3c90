// ports/list_door.h - the email list's door for people whom programs of partners bring: the forms there are, who signed
// up by them, and asking for or vouching for a place on the list. The slice of the email list gives it; app fills it
// in.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/email_address.h"
#include "base/id.h"
#include "base/instant.h"
#include "base/level_id.h"
#include "base/locale.h"
#include "people/consent.h"
#include "people/person.h"
#include "platform/db/transaction.h"
#include "ports/signing.h"

namespace ports {

using ListSignUpId = base::Id<struct ListSignUpTag>;

// A form by which people join, in the language asked for.
struct ListFormFacts {
    std::string slug;  // never changes
    base::LevelId level;
    std::string title, text;  // Markdown
    bool is_open = true;
};

// One confirmed sign-up.
struct ListSignUp {
    ListSignUpId id;
    std::string form;  // slug; empty where the form is gone
    std::int64_t address_hash;
    std::string email, source;
    people::PersonName name;
    std::string postal_code;
    base::Locale locale;
    base::Instant asked_at, confirmed_at;
};

// Oldest first, behind `after`, without the first `skipped` of them.
struct ListSignUpPage {
    std::string form;
    ListSignUpId after{0};
    std::int64_t skipped = 0;
    std::int64_t limit = 25;
    TimeSpans spans{};
};

// Somebody who is to be asked by mail whether they want to be on the list.
struct ListAsking {
    std::string form;  // slug; empty: the program's own
    base::EmailAddress email;
    std::int64_t address_hash;
    people::PersonName name;
    std::string postal_code;  // a Canadian one, or empty
    base::Locale locale;
    std::string source;   // "API key Website of Local 17"
    std::string network;  // for the proof
};

// Somebody for whose consent a partner answers.
struct ListVouching {
    std::string form;
    people::PersonId person;
    people::ConsentWording wording;  // what they agreed to there
    std::string source, network;
};

// asked: a mail is on its way. joined: on the list from now on. on_already: nothing to do. left_alone: nothing was
// sent, since the address had its three mails today, must not be mailed, or said lately that it was not them.
enum class ListOutcome : unsigned char { asked, joined, on_already, left_alone };

// All members are filled by the slice.
struct ListDoor {
    std::function<std::vector<ListFormFacts>(db::Read&, base::Locale)> forms{};
    std::function<std::optional<ListFormFacts>(db::Read&, std::string_view slug, base::Locale)> form{};
    std::function<std::vector<ListSignUp>(db::Read&, const ListSignUpPage&)> sign_ups{};
    // Counting ends at at_most.
    std::function<std::int64_t(db::Read&, std::string_view form, std::int64_t at_most)> count{};
    std::function<std::optional<ListSignUp>(db::Read&, ListSignUpId)> sign_up{};
    std::function<std::vector<ListSignUp>(db::Read&, std::int64_t address_hash)> sign_ups_of{};
    // Nobody is on the list before they pressed the button behind the mailed link.
    std::function<ListOutcome(db::Write&, const ListAsking&)> ask{};
    // On the list at once, by the partner's word. Who left before is not: nullopt, and nothing was done.
    std::function<std::optional<ListOutcome>(db::Write&, const ListVouching&)> vouch{};
};

}  // namespace ports
