#include "features/fraud_guard/guard_service.h"

#include <algorithm>
#include <cstring>

#include "base/text.h"
#include "features/fraud_guard/address_shape.h"
#include "features/fraud_guard/known_domains.h"

namespace fraud_guard {
namespace {

constexpr base::Duration kMinute = base::minutes(1);
constexpr base::Duration kTenMinutes = base::minutes(10);
constexpr base::Duration kHour = base::hours(1);
constexpr std::size_t kShortestComment = 20;  // characters: shorter ones repeat by chance
constexpr std::size_t kShortestStem = 3;
constexpr std::string_view kHome = "CA";  // from where most people sign
constexpr std::int64_t kVeryOdd = 60;     // points of its own with which a sign-on speaks against its network
constexpr base::Duration kCachedPage = base::seconds(2);

// Which kind of thing a key is of.
constexpr std::uint64_t kNetwork = 0, kSubnet = 1, kName = 2, kComment = 3, kFamily = 4, kDomain = 5, kDwell = 6,
                        kCrowd = 7, kCountry = 8;

// What is common among many is not odd: a limit grows with the crowd, to one in `part`.
struct Commonness {
    std::int64_t limit, crowd, part;
    bool exceeded_by(std::int64_t count) const { return count > std::max(limit, crowd / part); }
};

// The crowd of a petition is counted in parts, in turns, so that threads seldom wait for each other; a part stands for
// all of them, which is right to a few in a hundred where there are very many, and only there it matters.
constexpr std::int64_t kParts = 16;
std::uint64_t next_part() {
    static thread_local std::uint64_t turn = 0;
    return ++turn % kParts + 1;
}
RecentCounts::Counts whole(const RecentCounts::Counts& part) { return {part.shorter * kParts, part.longer * kParts}; }

std::string_view bytes_of(const http::ClientAddress& address, std::size_t count) {
    return {reinterpret_cast<const char*>(address.bytes().data()), count};
}

// IPv4 addresses by themselves, IPv6 ones by their /64.
std::uint64_t network_key(const http::ClientAddress& client) {
    return key_of(kNetwork, bytes_of(client, client.is_v4() ? 16 : 8));
}

std::uint64_t subnet_key(const http::ClientAddress& client) {
    return key_of(kSubnet, bytes_of(client, client.is_v4() ? 15 : 6));
}

std::uint64_t mixed(std::uint64_t left, std::uint64_t right) { return left ^ (right * 0x9e3779b97f4a7c15U); }

std::optional<base::Instant> opened_at(const ports::SignOnFacts& facts) {
    if (!facts.dwell) return std::nullopt;
    return facts.at - *facts.dwell;
}

}  // namespace

// Texts of a sign-on as rules compare them.
struct Guard::Sender {
    std::string address;  // small letters
    std::string_view domain;
    LocalPart local;
    std::string given, family;  // folded
    std::uint64_t petition;

    explicit Sender(const ports::SignOnFacts& facts)
        : address(base::lower_ascii(facts.email.text())),
          domain(std::string_view{address}.substr(address.rfind('@') + 1)),
          local(local_part_of(address)),
          given(base::fold_name(facts.given_name)),
          family(base::fold_name(facts.family_name)),
          petition(key_of(kCrowd, facts.slug)) {}
    Sender(const Sender&) = delete;
    Sender& operator=(const Sender&) = delete;
};

Guard::Guard(PuzzleKey key, Policy policy)
    : key_(std::move(key)),
      policy_(std::make_shared<const Policy>(std::move(policy))),
      networks_({.keys = 65'536, .longest = base::minutes(5)}),
      subnets_({.keys = 16'384, .longest = base::minutes(5)}),
      bad_networks_({.keys = 16'384, .longest = kHour}),
      names_({.keys = 65'536, .longest = kTenMinutes}),
      comments_({.keys = 16'384, .longest = kHour}),
      families_({.keys = 65'536, .longest = kTenMinutes}),
      domains_({.keys = 16'384, .longest = kTenMinutes}),
      dwells_({.keys = 8'192, .longest = base::minutes(5)}),
      crowd_({.keys = 1'024, .longest = kTenMinutes}),
      crowd_minute_({.keys = 1'024, .longest = kMinute}) {}

void Guard::follow(Policy policy) { policy_.store(std::make_shared<const Policy>(std::move(policy))); }

ports::Judgement Guard::judge(const ports::SignOnFacts& facts) {
    const auto policy = policy_.load();
    if (facts.trusted == ports::FromTrustedNetwork::yes) return {};
    const Sender sender{facts};
    const ListedFacts listed{facts.client, sender.address, sender.domain, facts.country};
    const ListHit allowed = hit_of(policy->lists.allow, listed);
    Findings findings{policy->book};
    if (!allowed.any() && hit_of(policy->lists.block, listed).any()) {
        findings.add(Rule::block_listed);
        remember(facts, sender, findings);
        return {ports::Verdict::refuse, 100, bit_of(Rule::block_listed)};
    }
    const bool is_known_network = allowed.network || facts.by_key == ports::ByKey::yes;
    look_at_form(facts, findings);
    if (!is_known_network) findings.add_if(!facts.dwell, Rule::no_stamp);
    look_at_names(facts, sender, findings);
    if (!allowed.sender) look_at_address(sender, findings);
    if (!allowed.sender) findings.add_if(is_foreign({sender.domain, facts.country}), Rule::foreign_domain);
    if (!is_known_network) look_at_network(facts, findings);
    look_at_crowd(facts, sender, findings);
    if (!allowed.any()) findings.add_if(hit_of(policy->lists.watch, listed).any(), Rule::watched);
    look_at_pressure(facts.at);
    const bool has_key = facts.by_key == ports::ByKey::yes;
    const auto verdict = has_key ? ports::Verdict::accept : look_at_proof(facts, findings);
    if (findings.own_score() >= kVeryOdd && !is_known_network)
        bad_networks_.see(network_key(facts.client), {kHour, kHour}, facts.at);
    remember(facts, sender, findings);
    return {verdict, findings.score(), findings.reasons()};
}

void Guard::look_at_form(const ports::SignOnFacts& facts, Findings& findings) {
    const RuleBook& book = findings.book();
    findings.add_if(facts.trap == ports::TrapFilled::yes, Rule::trap_filled);
    if (facts.dwell && *facts.dwell < base::seconds(book.limit(Rule::too_quick)))
        findings.add(Rule::too_quick);
    else if (facts.dwell && *facts.dwell < base::seconds(book.limit(Rule::quick)))
        findings.add(Rule::quick);
    findings.add_if(holds_link(facts.comment) || holds_link(facts.place), Rule::link);
}

void Guard::look_at_address(const Sender& sender, Findings& findings) {
    const RuleBook& book = findings.book();
    const auto digits = static_cast<std::int64_t>(count_digits(sender.local.name));
    findings.add_if(looks_random(sender.local.name, {sender.given, sender.family}), Rule::random_address);
    findings.add_if(digits >= book.limit(Rule::many_digits), Rule::many_digits);
    findings.add_if(sender.local.has_tag(), Rule::plus_tag);
    findings.add_if(is_disposable(sender.domain), Rule::disposable_domain);
}

void Guard::look_at_names(const ports::SignOnFacts& facts, const Sender& sender, Findings& findings) {
    const auto either = [&](bool (*is_odd)(std::string_view)) { return is_odd(sender.given) || is_odd(sender.family); };
    const bool holds_address = facts.given_name.contains('@') || facts.family_name.contains('@');
    const bool is_copied = sender.given == sender.family && sender.given.size() >= kShortestStem;
    findings.add_if(either(is_one_letter), Rule::one_letter_name);
    findings.add_if(either(is_keyboard_run), Rule::keyboard_name);
    const bool is_strange = count_strange_pairs(sender.given) + count_strange_pairs(sender.family) >= 2;
    findings.add_if(is_strange || either(is_random_name), Rule::random_name);
    findings.add_if(holds_address || is_copied, Rule::name_is_address);
}

void Guard::look_at_network(const ports::SignOnFacts& facts, Findings& findings) {
    const RuleBook& book = findings.book();
    const std::uint64_t petition = key_of(kCrowd, facts.slug);
    const std::uint64_t network = network_key(facts.client);
    const auto& minute = book[Rule::network_minute];
    const auto& five_minutes = book[Rule::network_five_minutes];
    const auto& subnet = book[Rule::subnet];
    const auto near = networks_.see(mixed(network, petition), {minute.window, five_minutes.window}, facts.at);
    findings.add_if(near.shorter > minute.limit.value_or(0), Rule::network_minute);
    findings.add_if(near.longer > five_minutes.limit.value_or(0), Rule::network_five_minutes);
    const auto around =
        subnets_.see(mixed(subnet_key(facts.client), petition), {subnet.window, subnet.window}, facts.at);
    findings.add_if(around.longer > subnet.limit.value_or(0), Rule::subnet);
    const auto bad = bad_networks_.look(network, {kHour, book[Rule::bad_network].window}, facts.at);
    findings.add_if(bad.longer >= book.limit(Rule::bad_network), Rule::bad_network);
}

// What many others did lately as well.
void Guard::look_at_crowd(const ports::SignOnFacts& facts, const Sender& sender, Findings& findings) {
    const RuleBook& book = findings.book();
    const auto seen = [&](RecentCounts& counts, std::uint64_t key, base::Duration window) {
        return counts.see(mixed(key, sender.petition), {window, window}, facts.at).longer;
    };
    const std::uint64_t part = next_part();
    const auto crowd = whole(crowd_.see(mixed(part, sender.petition), {base::minutes(5), kTenMinutes}, facts.at));
    const auto in_minute = whole(crowd_minute_.see(mixed(part, sender.petition), {kMinute, kMinute}, facts.at)).longer;
    findings.add_if(in_minute > book.limit(Rule::petition_speed), Rule::petition_speed);

    const auto name = seen(names_, key_of(kName, sender.given + ' ' + sender.family), kTenMinutes);
    findings.add_if(Commonness{book.limit(Rule::repeated_name), crowd.longer, 1'000}.exceeded_by(name),
                    Rule::repeated_name);

    if (base::count_characters(facts.comment) >= kShortestComment) {
        const auto comment = seen(comments_, key_of(kComment, base::fold_name(facts.comment)), kHour);
        findings.add_if(Commonness{book.limit(Rule::repeated_comment), crowd.longer, 1'000}.exceeded_by(comment),
                        Rule::repeated_comment);
    }

    std::string family = stem_of(sender.local.name);
    if (family.size() >= kShortestStem) {
        const auto same = seen(families_, key_of(kFamily, family.append(1, '@').append(sender.domain)), kTenMinutes);
        findings.add_if(Commonness{book.limit(Rule::address_family), crowd.longer, 1'000}.exceeded_by(same),
                        Rule::address_family);
    }

    if (!is_large_provider(sender.domain)) {
        const auto domain = seen(domains_, key_of(kDomain, sender.domain), kTenMinutes);
        findings.add_if(Commonness{book.limit(Rule::trending_domain), crowd.longer, 50}.exceeded_by(domain),
                        Rule::trending_domain);
    }

    if (!facts.country.empty() && facts.country != kHome) {
        const auto country = seen(domains_, key_of(kCountry, facts.country), kTenMinutes);
        findings.add_if(Commonness{book.limit(Rule::trending_country), crowd.longer, 20}.exceeded_by(country),
                        Rule::trending_country);
    }

    if (facts.dwell && *facts.dwell < base::minutes(2)) {
        const auto fifths = static_cast<std::uint64_t>(facts.dwell->microseconds / 200'000);
        const auto dwell = seen(dwells_, mixed(kDwell, fifths + 1), base::minutes(5));
        findings.add_if(Commonness{book.limit(Rule::same_dwell), crowd.shorter, 33}.exceeded_by(dwell),
                        Rule::same_dwell);
    }
}

ports::Verdict Guard::look_at_proof(const ports::SignOnFacts& facts, Findings& findings) {
    const auto since = pressure_since();
    if (!since) return ports::Verdict::accept;
    if (facts.proof == kNoScript) {
        findings.add(Rule::no_script);
        return ports::Verdict::accept;
    }
    if (facts.proof.empty()) {
        const auto opened = opened_at(facts);
        findings.add(Rule::no_proof);
        const bool had_no_puzzle = opened && *opened < *since + kCachedPage;
        if (had_no_puzzle || findings.score() < findings.book().ask_from) return ports::Verdict::accept;
        return ports::Verdict::ask_for_proof;
    }
    const auto solution = read_solution(facts.proof);
    const auto expires_at = solution ? expiry_of(*solution, key_, facts.at) : std::nullopt;
    if (!expires_at) {
        findings.add(Rule::bad_proof);
        return ports::Verdict::ask_for_proof;
    }
    if (used_.use({solution->challenge, *expires_at}, facts.at) == UsedProofs::Use::first)
        return ports::Verdict::accept;
    findings.add(Rule::used_proof);
    return ports::Verdict::ask_for_proof;
}

void Guard::remember(const ports::SignOnFacts& facts, const Sender& sender, const Findings& findings) {
    const bool is_flagged = findings.score() >= findings.book().flag_from;
    Shard& shard = shards_[network_key(facts.client) % kShards];
    const std::lock_guard lock{shard.mutex};
    ++shard.judged;
    shard.minute.see(is_flagged ? LastMinute::Flagged::yes : LastMinute::Flagged::no, facts.at);
    for (int i = 0; i < kRules; ++i) shard.spoken[static_cast<std::size_t>(i)] += (findings.reasons() >> i) & 1;
    if (shard.sightings.size() >= kMostSightings) return;
    shard.sightings.push_back({std::string{sender.domain}, facts.client, std::string{facts.country},
                               is_flagged ? Sighting::Flagged::yes : Sighting::Flagged::no});
}

std::optional<base::Instant> Guard::pressure_since() const {
    const std::int64_t since = pressure_since_.load(std::memory_order_relaxed);
    return since == 0 ? std::nullopt : std::optional{base::Instant{since}};
}

// At most once a second, by whoever comes first in it.
void Guard::look_at_pressure(base::Instant at) {
    std::int64_t looked_at = looked_at_.load(std::memory_order_relaxed);
    if (looked_at >= at.seconds() || !looked_at_.compare_exchange_strong(looked_at, at.seconds())) return;
    const std::lock_guard lock{tending_};
    pressure_.look(policy_.load()->pressure, {last_minute(at), at});
    pressure_since_ = pressure_.since().value_or(base::Instant{}).microseconds;
}

MinuteTotals Guard::last_minute(base::Instant at) const {
    MinuteTotals all;
    for (const Shard& shard : shards_) {
        const std::lock_guard lock{shard.mutex};
        const MinuteTotals totals = shard.minute.totals(at);
        all.sign_ons += totals.sign_ons;
        all.flagged += totals.flagged;
    }
    return all;
}

Puzzle Guard::puzzle(base::Instant now) const {
    auto random = runtime::Random::system();
    return make_puzzle(key_, {now}, random);
}

void Guard::tend(base::Instant now) {
    look_at_pressure(now);
    std::vector<Sighting> sightings;
    for (Shard& shard : shards_) {
        const std::lock_guard lock{shard.mutex};
        std::ranges::move(shard.sightings, std::back_inserter(sightings));
        shard.sightings.clear();
    }
    const std::lock_guard lock{tending_};
    trends_.add(sightings, now);
}

Situation Guard::situation(base::Instant now) const {
    Situation situation;
    situation.pressure_since = pressure_since();
    situation.last_minute = last_minute(now);
    for (const Shard& shard : shards_) {
        const std::lock_guard lock{shard.mutex};
        situation.judged += shard.judged;
        std::ranges::transform(situation.spoken, shard.spoken, situation.spoken.begin(), std::plus<>{});
    }
    const std::lock_guard lock{tending_};
    situation.rising = trends_.rising();
    situation.domains = trends_.most_frequent(TrendKind::domain, 10);
    situation.networks = trends_.most_frequent(TrendKind::network, 10);
    return situation;
}

}  // namespace fraud_guard
