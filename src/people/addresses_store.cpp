#include "people/addresses.h"
#include "people/mail_standing_changes.h"
#include "people/store.h"

namespace people {
namespace {

const db::Query<PersonAddress(PersonId)> kInUse{
    R"(select address_hash, email, first_seen_at from person
       where id = $1 and erased_at is null and merged_into is null)",
    db::columns<PersonAddress, std::int64_t, std::string, base::Instant>};
const db::Query<PersonAddress(PersonId)> kOthers{
    "select address_hash, email, added_at from person_address where person_id = $1 order by added_at, address_hash",
    db::columns<PersonAddress, std::int64_t, std::string, base::Instant>};
const db::Query<PersonAddress(PersonId, std::int64_t)> kOther{
    "select address_hash, email, added_at from person_address where person_id = $1 and address_hash = $2",
    db::columns<PersonAddress, std::int64_t, std::string, base::Instant>};
const db::Command<void(std::int64_t, PersonId, std::string_view, base::Instant)> kInsertOther{
    "insert into person_address (address_hash, person_id, email, added_at) values ($1, $2, $3, $4)"};
const db::Command<void(std::int64_t, PersonId)> kRemoveOther{
    "delete from person_address where address_hash = $1 and person_id = $2"};
const db::Command<void(PersonId, std::int64_t, std::string_view, base::Instant)> kUse{
    "update person set address_hash = $2, email = $3, changed_at = $4 where id = $1"};

}  // namespace

std::vector<PersonAddress> addresses_of(db::Read& read, PersonId person) {
    auto addresses = read.all(kInUse, person);
    if (addresses.empty()) return addresses;
    for (PersonAddress& other : read.all(kOthers, person)) addresses.push_back(std::move(other));
    return addresses;
}

AddressOutcome add_address(db::Write& write, const NewAddress& address) {
    if (const auto owner = find_person_by_address(write, address.address_hash))
        return owner->id == address.person ? AddressOutcome::present : AddressOutcome::taken;
    write.run(kInsertOther, address.address_hash, address.person, address.email.text(), write.now());
    return AddressOutcome::added;
}

bool remove_address(db::Write& write, OwnAddress address) {
    return write.run(kRemoveOther, address.address_hash, address.person) > 0;
}

bool use_address(db::Write& write, OwnAddress address) {
    const auto other = write.one(kOther, address.person, address.address_hash);
    const auto in_use = write.one(kInUse, address.person);
    if (!other || !in_use) return false;
    write.run(kRemoveOther, address.address_hash, address.person);
    write.run(kUse, address.person, other->address_hash, other->email, write.now());
    write.run(kInsertOther, in_use->address_hash, address.person, in_use->email, in_use->added_at);
    recompute_standing(write, address.person);
    return true;
}

}  // namespace people
