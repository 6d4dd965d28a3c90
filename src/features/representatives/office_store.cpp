#include "features/representatives/office_store.h"

#include <tuple>

#include "features/representatives/place_store.h"

namespace representatives::store {
namespace {

StoredHolder read_holder(const db::Row& row) {
    return {.id = row.as<RepresentativeId>(0),
            .holder = {.office = people::office_of(row.text(1)).value_or(Office::other),
                       .province = row.as<std::optional<Province>>(2),
                       .riding = row.as<std::optional<RidingId>>(3),
                       .place_en = row.as<std::string>(4),
                       .place_fr = row.as<std::string>(5),
                       .seat = row.as<Seat>(6),
                       .name = row.as<std::string>(7),
                       .party = row.as<std::string>(8),
                       .email = row.as<std::string>(9),
                       .website = row.as<std::string>(10),
                       .addresses = addresses_of(row.text(11)),
                       .set = row.as<std::string>(12),
                       .source = row.as<std::string>(13),
                       .as_of = row.as<std::string>(14)},
            .left_at = row.as<std::optional<base::Instant>>(15)};
}

#define HOLDER                                                                                        \
    "select id, office, province, riding_id, place_en, place_fr, seat, name, party, email, website, " \
    "addresses, set_slug, source, as_of, left_at from representative "
const db::Query<StoredHolder()> kHolders{HOLDER "where left_at is null order by id", read_holder};
const db::Query<StoredHolder(RepresentativeId)> kFindHolder{HOLDER "where id = $1", read_holder};
#undef HOLDER
const db::Query<ports::Saving(RepresentativeId)> kLastSaving{
    "select recorded_by, recorded_at from representative where id = $1",
    db::columns<ports::Saving, std::string, base::Instant>};

using HolderCommand =
    db::Command<void(RepresentativeId, std::string_view, std::optional<Province>, std::optional<RidingId>, std::string,
                     std::string, Seat, std::string, std::string, std::string, std::string, std::string, std::string,
                     std::string, std::string, base::Instant, std::string_view)>;
const HolderCommand kAdd{R"sql(
    insert into representative (id, office, province, riding_id, place_en, place_fr, seat, name, party, email, website,
                                addresses, set_slug, source, as_of, recorded_at, recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
)sql"};
const db::BatchCommand<void(RepresentativeId, std::string_view, std::optional<Province>, std::optional<RidingId>,
                            std::string, std::string, Seat, std::string, std::string, std::string, std::string,
                            std::string, std::string, std::string, std::string, base::Instant, std::string_view)>
    kAddMany{R"sql(
    insert into representative (id, office, province, riding_id, place_en, place_fr, seat, name, party, email, website,
                                addresses, set_slug, source, as_of, recorded_at, recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
)sql"};
const HolderCommand kChange{R"sql(
    update representative set office = $2, province = $3, riding_id = $4, place_en = $5, place_fr = $6, seat = $7,
                              name = $8, party = $9, email = $10, website = $11, addresses = $12, set_slug = $13,
                              source = $14, as_of = $15, recorded_at = $16, recorded_by = $17, left_at = null
    where id = $1
)sql"};
const db::Command<void(RepresentativeId, base::Instant)> kLeave{
    "update representative set left_at = $2 where id = $1 and left_at is null"};

void run_with(const HolderCommand& command, db::Write& write, const StoredHolder& stored, std::string_view staff_name) {
    const Holder& holder = stored.holder;
    write.run(command, stored.id, people::name_of(holder.office), holder.province, holder.riding, holder.place_en,
              holder.place_fr, holder.seat, holder.name, holder.party, holder.email, holder.website,
              text_of(holder.addresses), holder.set, holder.source, holder.as_of, write.now(), staff_name);
}

}  // namespace

std::vector<StoredHolder> holders(db::Read& read) { return read.all(kHolders); }

std::optional<StoredHolder> find_holder(db::Read& read, RepresentativeId id) { return read.one(kFindHolder, id); }

std::optional<ports::Saving> last_saving(db::Read& read, RepresentativeId id) { return read.one(kLastSaving, id); }

RepresentativeId add_holder(db::Write& write, const Holder& holder, std::string_view staff_name) {
    const auto id = write.new_id<RepresentativeId>();
    run_with(kAdd, write, {id, holder}, staff_name);
    offices_changed(write);
    return id;
}

void add_holders(db::Write& write, const std::vector<Holder>& holders, std::string_view staff_name) {
    struct Item {
        RepresentativeId id;
        const Holder& holder;
        std::string_view office, staff_name;
        std::string addresses;
        base::Instant now;
    };
    std::vector<Item> items;
    for (const Holder& each : holders)
        items.push_back({write.new_id<RepresentativeId>(), each, people::name_of(each.office), staff_name,
                         text_of(each.addresses), write.now()});
    write.run_batch(kAddMany, items, [](const Item& item) {
        const Holder& holder = item.holder;
        return std::tie(item.id, item.office, holder.province, holder.riding, holder.place_en, holder.place_fr,
                        holder.seat, holder.name, holder.party, holder.email, holder.website, item.addresses,
                        holder.set, holder.source, holder.as_of, item.now, item.staff_name);
    });
    offices_changed(write);
}

void change_holder(db::Write& write, const StoredHolder& holder, std::string_view staff_name) {
    run_with(kChange, write, holder, staff_name);
    offices_changed(write);
}

void holder_leaves(db::Write& write, RepresentativeId id) {
    write.run(kLeave, id, write.now());
    offices_changed(write);
}

}  // namespace representatives::store
