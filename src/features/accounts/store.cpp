#include "features/accounts/store.h"

namespace accounts {
namespace {

// Staff ------------------------------------------------------------------------------------------------------------

Staff staff_of(const db::Row& row) {
    const auto password = row.as<std::optional<std::string>>(4);
    const auto secret = row.as<std::optional<db::Blob>>(7);
    return {.id = row.as<StaffId>(0),
            .name = row.as<std::string>(1),
            .email = row.as<base::EmailAddress>(2),
            .locale = row.as<base::Locale>(3),
            .password = password ? std::optional{auth::PasswordHash{*password}} : std::nullopt,
            .created_at = row.as<base::Instant>(5),
            .deactivated_at = row.as<std::optional<base::Instant>>(6),
            .code_secret = secret ? std::optional{auth::TotpSecret{secret->bytes}} : std::nullopt,
            .codes_since = row.as<std::optional<base::Instant>>(8),
            .last_code_step = row.as<std::int64_t>(9)};
}

const db::Query<Staff(StaffId)> kStaff{
    "select id, name, email, locale, password_hash, created_at, deactivated_at, code_secret, codes_since, "
    "last_code_step from staff where id = $1",
    staff_of};
const db::Query<Staff(std::int64_t)> kStaffByAddress{
    "select id, name, email, locale, password_hash, created_at, deactivated_at, code_secret, codes_since, "
    "last_code_step from staff where address_hash = $1",
    staff_of};
const db::Query<Staff()> kAllStaff{
    "select id, name, email, locale, password_hash, created_at, deactivated_at, code_secret, codes_since, "
    "last_code_step from staff order by name, id",
    staff_of};

const db::Command<StaffId(StaffId, std::string, base::EmailAddress, std::int64_t, base::Locale, base::Instant,
                          std::optional<StaffId>)>
    kInsertStaff{
        "insert into staff (id, name, email, address_hash, locale, created_at, created_by) "
        "values ($1, $2, $3, $4, $5, $6, $7) on conflict (address_hash) do nothing returning id",
        db::columns<StaffId, StaffId>};
const db::Command<void(StaffId, std::string_view, base::Locale)> kSetProfile{
    "update staff set name = $2, locale = $3 where id = $1"};
const db::Command<void(StaffId, std::string, base::Instant)> kSetPassword{
    "update staff set password_hash = $2, password_set_at = $3 where id = $1"};
const db::Command<void(StaffId, base::Instant, std::optional<StaffId>)> kDeactivate{
    "update staff set deactivated_at = $2, deactivated_by = $3 where id = $1 and deactivated_at is null"};
const db::Command<void(StaffId)> kReactivate{
    "update staff set deactivated_at = null, deactivated_by = null where id = $1"};

// One-time codes ---------------------------------------------------------------------------------------------------

const db::Command<void(StaffId, db::Blob)> kBeginCodes{
    "update staff set code_secret = $2, codes_since = null, last_code_step = 0 where id = $1"};
const db::Command<void(StaffId, base::Instant, std::int64_t)> kConfirmCodes{
    "update staff set codes_since = $2, last_code_step = $3 where id = $1"};
const db::Command<void(StaffId, std::int64_t)> kUseCodeStep{"update staff set last_code_step = $2 where id = $1"};
const db::Command<void(StaffId)> kEndCodes{
    "update staff set code_secret = null, codes_since = null, last_code_step = 0 where id = $1"};

const db::Command<void(StaffId)> kDropRecoveryCodes{"delete from staff_recovery_code where staff_id = $1"};
const db::Command<void(StaffId)> kDropIdleRecoveryCodes{
    "delete from staff_recovery_code where staff_id = $1 "
    "and not exists (select 1 from staff where id = $1 and codes_since is not null) "
    "and not exists (select 1 from staff_passkey where staff_passkey.staff_id = $1)"};
const db::Command<void(StaffId, std::int64_t, base::Instant)> kInsertRecoveryCode{
    "insert into staff_recovery_code (staff_id, code_hash, created_at) values ($1, $2, $3)"};
const db::Command<void(StaffId, std::int64_t, base::Instant)> kUseRecoveryCode{
    "update staff_recovery_code set used_at = $3 where staff_id = $1 and code_hash = $2 and used_at is null"};
const db::Query<std::int64_t(StaffId)> kUnusedRecoveryCodes{
    "select count(*) from staff_recovery_code where staff_id = $1 and used_at is null",
    db::columns<std::int64_t, std::int64_t>};

// Grants -----------------------------------------------------------------------------------------------------------

StoredGrant grant_of(const db::Row& row) {
    return {row.as<GrantId>(0), row.as<StaffId>(1), {row.as<auth::Role>(2), row.as<std::optional<base::LevelId>>(3)}};
}

const db::Query<StoredGrant(StaffId)> kGrants{
    "select id, staff_id, role, level_id from staff_grant where staff_id = $1 order by id", grant_of};
const db::Query<StoredGrant()> kAllGrants{"select id, staff_id, role, level_id from staff_grant order by id", grant_of};
const db::Command<void(GrantId, StaffId, auth::Role, std::optional<base::LevelId>, base::Instant,
                       std::optional<StaffId>)>
    kInsertGrant{
        "insert into staff_grant (id, staff_id, role, level_id, granted_at, granted_by) "
        "values ($1, $2, $3, $4, $5, $6)"};
const db::Command<void(GrantId)> kRemoveGrant{"delete from staff_grant where id = $1"};
const db::Query<std::int64_t(StaffId, auth::Role)> kCountOtherOwners{
    "select count(distinct staff.id) from staff join staff_grant on staff_grant.staff_id = staff.id "
    "where staff.id <> $1 and staff.deactivated_at is null and staff.password_hash is not null "
    "and staff_grant.role = $2 and staff_grant.level_id is null",
    db::columns<std::int64_t, std::int64_t>};

// Sessions ---------------------------------------------------------------------------------------------------------

constexpr auto kReadSession = db::columns<Session, SessionId, StaffId, SessionState, base::Instant, base::Instant,
                                          base::Instant, std::string, std::string>;

const db::Command<void(SessionId, StaffId, std::string, SessionState, base::Instant, base::Instant, std::string,
                       std::string)>
    kInsertSession{
        "insert into staff_session (id, staff_id, token_hash, state, created_at, last_seen_at, expires_at, device, "
        "network) values ($1, $2, $3, $4, $5, $5, $6, $7, $8)"};
const db::Query<Session(std::string)> kSession{
    "select id, staff_id, state, created_at, last_seen_at, expires_at, device, network from staff_session "
    "where token_hash = $1",
    kReadSession};
const db::Query<Session(StaffId)> kSessions{
    "select id, staff_id, state, created_at, last_seen_at, expires_at, device, network from staff_session "
    "where staff_id = $1 and state = 0 order by last_seen_at desc, id desc",
    kReadSession};
const db::Command<void(SessionId, base::Instant)> kTouchSession{
    "update staff_session set last_seen_at = $2 where id = $1 and last_seen_at < $2"};
const db::Command<void(SessionId)> kEndSession{"delete from staff_session where id = $1"};
const db::Command<void(StaffId, std::int64_t)> kEndSessionsBut{
    "delete from staff_session where staff_id = $1 and id <> $2"};

// The cookie's session with its owner, when that one is active.
struct Owner {
    Session session;
    std::string name;
    base::EmailAddress email;
};
const db::Query<Owner(std::string)> kOwner{
    "select staff_session.id, staff_id, state, staff_session.created_at, last_seen_at, expires_at, device, network, "
    "staff.name, staff.email from staff_session join staff on staff.id = staff_session.staff_id "
    "where token_hash = $1 and staff.deactivated_at is null",
    [](const db::Row& row) { return Owner{kReadSession(row), row.as<std::string>(8), row.as<base::EmailAddress>(9)}; }};

// Links ------------------------------------------------------------------------------------------------------------

constexpr auto kReadLink =
    db::columns<Link, LinkId, StaffId, LinkKind, base::Instant, base::Instant, std::optional<base::Instant>>;

const db::Command<void(LinkId, StaffId, LinkKind, base::Instant, std::optional<StaffId>, base::Instant)> kInsertLink{
    "insert into staff_link (id, staff_id, kind, created_at, created_by, expires_at) values ($1, $2, $3, $4, $5, $6)"};
const db::Query<Link(LinkId)> kLink{
    "select id, staff_id, kind, created_at, expires_at, used_at from staff_link where id = $1", kReadLink};
const db::Query<Link(StaffId)> kNewestLink{
    "select id, staff_id, kind, created_at, expires_at, used_at from staff_link where staff_id = $1 "
    "order by id desc limit 1",
    kReadLink};
const db::Command<void(StaffId, base::Instant)> kUseLinks{
    "update staff_link set used_at = $2 where staff_id = $1 and used_at is null"};

// Wrong passwords --------------------------------------------------------------------------------------------------

const db::Query<Failures(std::int64_t)> kFailures{
    "select failures, last_at from sign_in_failure where address_hash = $1",
    db::columns<Failures, std::int64_t, base::Instant>};
// Counts anew when the last one was before $3.
const db::Command<void(std::int64_t, base::Instant, base::Instant)> kCountFailure{
    "insert into sign_in_failure (address_hash, failures, last_at) values ($1, 1, $2) "
    "on conflict (address_hash) do update set last_at = $2, "
    "failures = case when sign_in_failure.last_at < $3 then 1 else sign_in_failure.failures + 1 end"};
const db::Command<void(std::int64_t)> kForgetFailures{"delete from sign_in_failure where address_hash = $1"};

// Sweeping ---------------------------------------------------------------------------------------------------------

const db::Command<void(base::Instant, base::Instant)> kSweepSessions{
    "delete from staff_session where expires_at < $1 or last_seen_at < $2"};
const db::Command<void(base::Instant)> kSweepFailures{"delete from sign_in_failure where last_at < $1"};
const db::Command<void(base::Instant)> kSweepLinks{"delete from staff_link where expires_at < $1"};

}  // namespace

std::optional<Staff> find_staff(db::Read& read, StaffId id) { return read.one(kStaff, id); }

std::optional<Staff> find_staff_by_address(db::Read& read, std::int64_t address_hash) {
    return read.one(kStaffByAddress, address_hash);
}

std::vector<Staff> all_staff(db::Read& read) { return read.all(kAllStaff); }

std::optional<StaffId> insert_staff(db::Write& tx, const StaffRow& row) {
    return tx.run(kInsertStaff, tx.new_id<StaffId>(), row.name, row.email, row.address_hash, row.locale, tx.now(),
                  row.created_by);
}

void set_profile(db::Write& tx, StaffId staff, const Profile& profile) {
    tx.run(kSetProfile, staff, profile.name, profile.locale);
}

void set_password(db::Write& tx, StaffId staff, const auth::PasswordHash& password) {
    tx.run(kSetPassword, staff, password.text, tx.now());
}

void deactivate(db::Write& tx, StaffId staff, std::optional<StaffId> by) {
    tx.run(kDeactivate, staff, tx.now(), by);
    end_sessions_of(tx, staff, std::nullopt);
    use_links_of(tx, staff);
}

void reactivate(db::Write& tx, StaffId staff) { tx.run(kReactivate, staff); }

void begin_codes(db::Write& tx, StaffId staff, const auth::TotpSecret& secret) {
    tx.run(kBeginCodes, staff, db::Blob{secret.bytes});
}

void confirm_codes(db::Write& tx, StaffId staff, std::int64_t step) { tx.run(kConfirmCodes, staff, tx.now(), step); }

void use_code_step(db::Write& tx, StaffId staff, std::int64_t step) { tx.run(kUseCodeStep, staff, step); }

void end_codes(db::Write& tx, StaffId staff) {
    tx.run(kEndCodes, staff);
    drop_idle_recovery_codes(tx, staff);
}

void drop_idle_recovery_codes(db::Write& tx, StaffId staff) { tx.run(kDropIdleRecoveryCodes, staff); }

void replace_recovery_codes(db::Write& tx, StaffId staff, const std::vector<std::int64_t>& code_hashes) {
    tx.run(kDropRecoveryCodes, staff);
    for (const std::int64_t hash : code_hashes) tx.run(kInsertRecoveryCode, staff, hash, tx.now());
}

bool use_recovery_code(db::Write& tx, StaffId staff, std::int64_t code_hash) {
    return tx.run(kUseRecoveryCode, staff, code_hash, tx.now()) == 1;
}

std::int64_t unused_recovery_codes(db::Read& read, StaffId staff) {
    return read.one(kUnusedRecoveryCodes, staff).value();
}

std::vector<StoredGrant> grants_of(db::Read& read, StaffId staff) { return read.all(kGrants, staff); }

std::vector<StoredGrant> all_grants(db::Read& read) { return read.all(kAllGrants); }

void insert_grant(db::Write& tx, StaffId staff, const auth::Grant& grant, std::optional<StaffId> by) {
    tx.run(kInsertGrant, tx.new_id<GrantId>(), staff, grant.role, grant.level, tx.now(), by);
}

void remove_grant(db::Write& tx, GrantId id) { tx.run(kRemoveGrant, id); }

std::int64_t count_other_owners(db::Read& read, StaffId staff) {
    return read.one(kCountOtherOwners, staff, auth::Role::owner).value();
}

SessionId insert_session(db::Write& tx, const SessionRow& row) {
    const auto id = tx.new_id<SessionId>();
    tx.run(kInsertSession, id, row.staff, row.token.text, row.state, tx.now(), tx.now() + row.lifetime, row.device,
           row.network);
    return id;
}

std::optional<Session> find_session(db::Read& read, const auth::TokenHash& token) {
    return read.one(kSession, token.text);
}

std::vector<Session> sessions_of(db::Read& read, StaffId staff) { return read.all(kSessions, staff); }

void touch_session(db::Write& tx, SessionId id) { tx.run(kTouchSession, id, tx.now()); }

void end_session(db::Write& tx, SessionId id) { tx.run(kEndSession, id); }

void end_sessions_of(db::Write& tx, StaffId staff, std::optional<SessionId> but) {
    tx.run(kEndSessionsBut, staff, but ? but->value : 0);
}

std::optional<SignedIn> find_signed_in(db::Read& read, const auth::TokenHash& token, base::Instant now) {
    auto owner = read.one(kOwner, token.text);
    if (!owner || owner->session.state != SessionState::signed_in || !is_alive(owner->session, now))
        return std::nullopt;
    auth::Principal principal{
        owner->session.staff, std::move(owner->name), std::move(owner->email), {}, owner->session.id};
    for (const auto& stored : grants_of(read, principal.id)) principal.grants.push_back(stored.grant);
    return SignedIn{std::move(principal), owner->session.last_seen_at};
}

LinkId insert_link(db::Write& tx, StaffId staff, LinkKind kind, std::optional<StaffId> by) {
    const auto id = tx.new_id<LinkId>();
    tx.run(kInsertLink, id, staff, kind, tx.now(), by, tx.now() + lifetime_of(kind));
    return id;
}

std::optional<Link> find_link(db::Read& read, LinkId id) { return read.one(kLink, id); }

std::optional<Link> newest_link(db::Read& read, StaffId staff) { return read.one(kNewestLink, staff); }

void use_links_of(db::Write& tx, StaffId staff) { tx.run(kUseLinks, staff, tx.now()); }

Failures failures_of(db::Read& read, std::int64_t address_hash) {
    return read.one(kFailures, address_hash).value_or(Failures{});
}

void count_failure(db::Write& tx, std::int64_t address_hash) {
    tx.run(kCountFailure, address_hash, tx.now(), tx.now() - base::days(1));
}

void forget_failures(db::Write& tx, std::int64_t address_hash) { tx.run(kForgetFailures, address_hash); }

std::int64_t sweep(db::Write& tx) {
    return tx.run(kSweepSessions, tx.now(), tx.now() - kIdleLimit) + tx.run(kSweepFailures, tx.now() - base::days(1)) +
           tx.run(kSweepLinks, tx.now() - base::days(30));
}

}  // namespace accounts
