// features/delivery/store.h - handings over and official petitions in the database.
#pragma once
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "features/delivery/official.h"
#include "features/delivery/record.h"
#include "platform/db/transaction.h"

namespace delivery::store {

// Newest day first. Public ones alone, or drafts too.
enum class Which : unsigned char { published, all };
std::vector<Record> records(db::Read& read, ports::PetitionId petition, Which which);
std::optional<Record> find_record(db::Read& read, DeliveryId id);

// What was counted when it is recorded.
struct Counted {
    std::map<ports::SignerClass, std::int64_t> signers;
    std::int64_t on_paper = 0;
};
struct NewRecord {
    ports::PetitionId petition;
    const RecordWords& words;
    const Counted& counted;
};
DeliveryId insert_record(db::Write& write, const NewRecord& record, std::string_view staff_name);
void save_record(db::Write& write, DeliveryId id, const RecordWords& words, std::string_view staff_name);
void save_response_file(db::Write& write, DeliveryId id, const ResponseFile& file, std::string_view staff_name);
void publish_record(db::Write& write, DeliveryId id, std::string_view staff_name);
void hide_record(db::Write& write, DeliveryId id);

// Where a picture stands.
std::vector<Record> records_with_picture(db::Read& read, std::int64_t picture);

std::vector<Official> officials(db::Read& read, ports::PetitionId petition);
std::optional<Official> find_official(db::Read& read, ports::PetitionId petition, Parliament parliament);
struct OfficialEntry {
    ports::PetitionId petition;
    Parliament parliament;
    const OfficialWords& words;
};
void save_official(db::Write& write, const OfficialEntry& entry, std::string_view staff_name);

}  // namespace delivery::store
