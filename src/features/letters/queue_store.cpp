#include "features/letters/queue_store.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.h"
#include "features/letters/store.h"
#include "features/letters/tally_store.h"

namespace letters::store {
namespace {

constexpr base::Duration kLate = base::seconds(30);
constexpr std::int64_t kHour = base::hours(1).microseconds;
constexpr std::int64_t kMostResent = 5'000;

const db::Query<base::Instant(std::string_view)> kClock{"select next_at from letter_clock where name = $1",
                                                        db::columns<base::Instant, base::Instant>};
const db::Command<void(std::string_view, base::Instant)> kSetClock{
    "insert into letter_clock (name, next_at) values ($1, $2)"
    " on conflict (name) do update set next_at = case when letter_clock.next_at > excluded.next_at"
    " then letter_clock.next_at else excluded.next_at end"};

const db::BatchCommand<void(LetterId, base::Instant)> kWait{
    "with turn (letter, due) as (values ($1, $2))"
    " update letter set state = 1, attempts = 0, due_at = turn.due, detail = '' from turn"
    " where letter.id = turn.letter"};
const db::Command<void(WritingId, base::Instant)> kHold{
    "update letter set state = 4, due_at = $2 where writing_id = $1 and state = 0"};

#define MAY_LEAVE                                                                                               \
    "campaign_id not in (select id from letter_campaign where paused_at is not null or stopped_at is not null)" \
    " and region not in (select region from letter_pause) "

struct LateLetter {
    LetterId id;
    std::string recipient;
};
const db::Query<LetterId(base::Instant)> kAnyLate{
    "select id from letter where state = 1 and due_at < $1 and attempts = 0 and " MAY_LEAVE "limit 1",
    db::columns<LetterId, LetterId>};
const db::Query<LateLetter(base::Instant, std::int64_t)> kLateOnes{
    "select id, recipient from letter where state = 1 and due_at < $1 and attempts = 0 and " MAY_LEAVE
    "order by due_at limit $2",
    db::columns<LateLetter, LetterId, std::string>};

const db::Query<LetterId(base::Instant, base::Instant)> kAnyDueLetter{
    "select id from letter where state = 1 and due_at <= $1 and (due_at >= $2 or attempts > 0) and " MAY_LEAVE
    "limit 1",
    db::columns<LetterId, LetterId>};
constexpr auto kTaken = [](const db::Row& row) -> Letter {
    return {.id = row.as<LetterId>(0),
            .writing = row.as<WritingId>(1),
            .campaign = row.as<CampaignId>(2),
            .representative = row.as<ports::RepresentativeId>(3),
            .recipient = row.as<std::string>(4),
            .recipient_name = row.as<std::string>(5),
            .office = row.as<std::string>(6),
            .region = row.as<std::string>(7),
            .state = LetterState::waiting,
            .attempts = row.as<int>(8),
            .due_at = row.as<base::Instant>(9)};
};
#define TAKEN_COLUMNS \
    "id, writing_id, campaign_id, representative_id, recipient, recipient_name, office, region, attempts, due_at "
// The condition is repeated outside: on PostgreSQL another process may take a row between the two.
const db::Command<Letter(base::Instant, base::Instant, std::int64_t, base::Instant)> kTake{
    "update letter set due_at = $2, attempts = attempts + 1 where id in (select id from letter"
    " where state = 1 and due_at <= $1 and (due_at >= $4 or attempts > 0) and " MAY_LEAVE
    " order by due_at limit $3) and state = 1 and due_at <= $1 returning " TAKEN_COLUMNS,
    kTaken};
#undef MAY_LEAVE

struct Recorded {
    CampaignId campaign;
    ports::RepresentativeId representative;
    LetterState state;
};
const db::BatchCommand<Recorded(LetterId, base::Instant, LetterState, base::Instant, std::string)> kRecordLetters{
    "with outcome (letter, leased_until, state, due_at, detail) as (values ($1, $2, $3, $4, $5))"
    " update letter set state = outcome.state, due_at = outcome.due_at, detail = outcome.detail from outcome"
    " where letter.id = outcome.letter and letter.due_at = outcome.leased_until and letter.state = 1"
    " returning letter.campaign_id, letter.representative_id, letter.state",
    db::columns<Recorded, CampaignId, ports::RepresentativeId, LetterState>};

const db::Query<std::string()> kPausedRegions{"select region from letter_pause order by region",
                                              db::columns<std::string, std::string>};
const db::Command<void()> kResumeRegions{"delete from letter_pause"};
const db::Command<void(std::string_view)> kPauseRegion{
    "insert into letter_pause (region) values ($1) on conflict (region) do nothing"};

const db::Query<Letter(CampaignId, std::int64_t)> kBounced{
    "select " TAKEN_COLUMNS ", detail from letter where campaign_id = $1 and state = 3 order by due_at desc limit $2",
    [](const db::Row& row) {
        Letter letter = kTaken(row);
        letter.state = LetterState::bounced;
        letter.detail = row.as<std::string>(10);
        return letter;
    }};
#undef TAKEN_COLUMNS

struct Found {
    CampaignId campaign;
    ports::RepresentativeId representative;
};
const db::Command<Found(LetterId, base::Instant)> kAnswered{
    "update letter set answered_at = $2 where id = $1 and answered_at is null and state = 2"
    " returning campaign_id, representative_id",
    db::columns<Found, CampaignId, ports::RepresentativeId>};
const db::Command<Found(LetterId, base::Instant)> kCameBack{
    "update letter set state = 3, due_at = $2, detail = 'came back' where id = $1 and state = 2"
    " returning campaign_id, representative_id",
    db::columns<Found, CampaignId, ports::RepresentativeId>};

struct WaitingRow {
    std::int64_t letters;
    std::optional<base::Instant> until;
};
const db::Query<WaitingRow(CampaignId)> kWaiting{
    "select count(*), max(due_at) from letter where campaign_id = $1 and state = 1",
    db::columns<WaitingRow, std::int64_t, std::optional<base::Instant>>};

// The clocks of one transaction: each is read once and written once.
class Clocks {
public:
    Clocks(db::Write& write, const Throttle& throttle) : write_(write), throttle_(throttle) {}
    ~Clocks() = default;
    Clocks(const Clocks&) = delete;
    Clocks& operator=(const Clocks&) = delete;

    // The time of the next letter to this address.
    base::Instant next(const std::string& recipient) {
        const std::string office = base::lower_ascii(recipient);
        base::Instant& of_office = clock(office);
        base::Instant& of_domain = clock(office.substr(std::min(office.rfind('@'), office.size())));
        const base::Instant at = std::max(of_office, of_domain);
        of_office = at + base::Duration{kHour / throttle_.per_hour_to_office};
        of_domain = of_domain + base::Duration{kHour / throttle_.per_hour_to_domain};
        return at;
    }

    // In one order everywhere, so that two writers never wait for each other crosswise.
    void keep() {
        for (const auto& [name, at] : clocks_) write_.run(kSetClock, name, at);
    }

private:
    base::Instant& clock(const std::string& name) {
        const auto known = clocks_.find(name);
        if (known != clocks_.end()) return known->second;
        const auto stored = write_.one(kClock, name).value_or(write_.now());
        return clocks_.emplace(name, std::max(stored, write_.now())).first->second;
    }

    db::Write& write_;
    const Throttle& throttle_;
    std::map<std::string, base::Instant> clocks_;
};

struct Turn {
    LetterId id;
    base::Instant due_at;
};

void give_turns(db::Write& write, std::span<const LateLetter> letters, const Throttle& throttle) {
    Clocks clocks{write, throttle};
    std::vector<Turn> turns;
    for (const LateLetter& each : letters) turns.push_back({each.id, clocks.next(each.recipient)});
    clocks.keep();
    write.run_batch(kWait, turns, [](const Turn& turn) { return std::tuple{turn.id, turn.due_at}; });
}

std::vector<LateLetter> addressed(std::span<const Letter> letters) {
    std::vector<LateLetter> list;
    for (const Letter& each : letters) list.push_back({each.id, each.recipient});
    return list;
}

}  // namespace

void enqueue(db::Write& write, std::span<const Letter> letters, const Throttle& throttle) {
    give_turns(write, addressed(letters), throttle);
    std::vector<Tally> steps;
    for (const Letter& each : letters)
        steps.push_back({.campaign = each.campaign, .representative = each.representative, .asked = 1});
    add(write, steps);
}

void hold(db::Write& write, WritingId writing) { write.run(kHold, writing, write.now()); }

bool has_late(db::Read& read, base::Instant now) { return read.one(kAnyLate, now - kLate).has_value(); }

std::int64_t postpone_late(db::Write& write, const Throttle& throttle, std::int64_t limit) {
    const auto late = write.all(kLateOnes, write.now() - kLate, limit);
    give_turns(write, late, throttle);
    return static_cast<std::int64_t>(late.size());
}

void pause_regions(db::Write& write, std::span<const std::string> regions) {
    write.run(kResumeRegions);
    for (const std::string& region : regions) write.run(kPauseRegion, region);
}

std::vector<std::string> paused_regions(db::Read& read) { return read.all(kPausedRegions); }

bool has_due(db::Read& read, base::Instant now) { return read.one(kAnyDueLetter, now, now - kLate).has_value(); }

std::vector<Letter> take_due(db::Write& write, const QueueLease& lease) {
    return write.run_all(kTake, write.now(), lease.until, lease.limit, write.now() - kLate);
}

void record(db::Write& write, std::span<const LetterOutcome> outcomes) {
    const auto rows = write.run_batch(kRecordLetters, outcomes, [](const LetterOutcome& each) {
        return std::tuple<LetterId, base::Instant, LetterState, base::Instant, const std::string&>{
            each.id, each.leased_until, each.state, each.due_at, each.detail};
    });
    std::vector<Tally> steps;
    for (const Recorded& row : rows) {
        Tally step{.campaign = row.campaign, .representative = row.representative};
        if (row.state == LetterState::delivered) step.delivered = 1;
        if (row.state == LetterState::bounced) step.bounced = 1;
        if (step.delivered + step.bounced > 0) steps.push_back(step);
    }
    add(write, steps);
}

std::int64_t resend_bounced(db::Write& write, CampaignId campaign, const Throttle& throttle) {
    const auto letters = bounced(write, campaign, kMostResent);
    give_turns(write, addressed(letters), throttle);
    std::vector<Tally> steps;
    for (const Letter& each : letters)
        steps.push_back({.campaign = each.campaign, .representative = each.representative, .bounced = -1});
    add(write, steps);
    return static_cast<std::int64_t>(letters.size());
}

Noted note_answered(db::Write& write, LetterId id) {
    const auto found = write.run(kAnswered, id, write.now());
    if (!found) return Noted::no;
    const Tally step{.campaign = found->campaign, .representative = found->representative, .answered = 1};
    add(write, {&step, 1});
    return Noted::yes;
}

Noted note_bounced(db::Write& write, LetterId id) {
    const auto found = write.run(kCameBack, id, write.now());
    if (!found) return Noted::no;
    const Tally step{
        .campaign = found->campaign, .representative = found->representative, .delivered = -1, .bounced = 1};
    add(write, {&step, 1});
    return Noted::yes;
}

Waiting waiting(db::Read& read, CampaignId campaign) {
    const auto found = read.one(kWaiting, campaign);
    return found ? Waiting{found->letters, found->until} : Waiting{};
}

std::vector<Letter> bounced(db::Read& read, CampaignId campaign, std::int64_t limit) {
    return read.all(kBounced, campaign, limit);
}

}  // namespace letters::store
