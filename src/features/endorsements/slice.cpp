#include "features/endorsements/slice.h"

#include <boost/json.hpp>

#include "features/endorsements/store.h"
#include "platform/i18n/translator.h"
#include "platform/mail/outbox.h"

namespace endorsements {
namespace {

std::string export_person(db::Read& read, ports::PersonKey person) {
    boost::json::array list;
    for (const Endorsement& each : store::of_address(read, person.address_hash))
        list.push_back({{"class", ports::name_of(each.statement.signer_class)},
                        {"name", each.statement.name},
                        {"office", name_of(each.statement.office)},
                        {"place", each.statement.place},
                        {"party", each.statement.party},
                        {"statement", each.statement.statement},
                        {"signatory_name", each.statement.signatory_name},
                        {"signatory_role", each.statement.signatory_role},
                        {"email", each.email},
                        {"submitted_at", i18n::machine_time(each.submitted_at)}});
    return boost::json::serialize(list);
}

void erase_person(db::Write& write, ports::PersonKey person, const ports::CountChanges& changes) {
    std::vector<ports::CountChange> told;
    for (const Endorsement& each : store::of_address(write, person.address_hash)) {
        if (const auto email = base::EmailAddress::parse(each.email)) mail::forget_recipient(write, *email);
        const auto withdrawn = store::erase(write, each);
        changes.forget(write, each.id);
        if (withdrawn == store::Changed::yes && each.state == State::counted)
            told.push_back(change_of(each, ports::CountStep::withdrawn, write.now()));
    }
    changes.tell(write, told);
}

}  // namespace

ports::PetitionRoom room() {
    return {.label = base::message("Endorsements"),
            .path = "endorsements",
            .icon = "landmark",
            .permission = auth::Permission::moderate,
            .order = 20};
}

ports::PersonDataHolder person_data(const ports::CountChanges& changes) {
    return {"endorsements", export_person,
            [&changes](db::Write& write, ports::PersonKey person) { erase_person(write, person, changes); }};
}

}  // namespace endorsements
