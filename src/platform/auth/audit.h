// platform/auth/audit.h - who changed what, when, from what to what. Written in the transaction of the change, never
// changed afterwards; only what it holds of somebody goes when they are erased.
//
//     auth::record(tx, {.actor = auth::actor_of(*request.staff, request.request_id),
//                       .action = "petitions.publish",
//                       .subject = {"petition", petition.id.value, petition.slug},
//                       .level = petition.level,
//                       .changes = {{"state", "draft", "published"}}});
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "base/level_id.h"
#include "platform/auth/principal.h"

namespace db {
class Read;
class Write;
}  // namespace db

namespace auth {

using AuditId = base::Id<struct AuditTag>;

// Who did it. The name is kept as it was then; without staff it names the program: "command line".
struct Actor {
    std::optional<StaffId> staff;
    std::string name;
    std::string request_id{};  // as in the log; empty for commands and jobs
};
Actor actor_of(const Principal& principal, std::string_view request_id);

// What it was done to, with a few words by which people know it (a title, a slug, a name).
struct Subject {
    std::string kind;  // the table: "petition"
    std::int64_t id = 0;
    std::string label{};
};

// One field, before and after; "" where there was or is nothing. Never a password, a token or a secret.
struct Change {
    std::string field, before, after;
    bool operator==(const Change&) const = default;
};

struct AuditEntry {
    Actor actor;
    std::string action;  // "slice.verb": "petitions.publish"
    Subject subject{};
    std::optional<base::LevelId> level{};
    std::vector<Change> changes{};
};

void record(db::Write& tx, const AuditEntry& entry);

// The subject, told by its kind and id, is somebody who is erased: every entry about them loses its values, and its
// label becomes the id. Who did what, and when, stays.
void forget(db::Write& tx, const Subject& subject);

// Adds {field, before, after} when the two differ: for forms that change several fields.
struct FieldValues {
    std::string_view before, after;
};
void add_change(std::vector<Change>& changes, std::string_view field, const FieldValues& values);

struct StoredAuditEntry {
    AuditId id;
    base::Instant at;
    AuditEntry entry;
};

// Newest first, older than `before`. Empty filters match everything.
struct AuditQuery {
    std::optional<AuditId> before{};
    std::int64_t limit = 50;
    std::optional<StaffId> staff{};
    std::string action_prefix{};       // "petitions." or a whole action
    std::optional<Subject> subject{};  // by kind, and by id where it is not 0
};
std::vector<StoredAuditEntry> read_audit(db::Read& read, const AuditQuery& query);

}  // namespace auth
