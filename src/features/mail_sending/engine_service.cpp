#include "features/mail_sending/engine_service.h"

#include <algorithm>
#include <chrono>

#include "features/mail_sending/outcome_service.h"
#include "people/mail_pace.h"
#include "people/store.h"
#include "platform/db/id_time.h"
#include "platform/runtime/log.h"

namespace mail_sending {
namespace {

constexpr std::size_t kBlocksAhead = 3;
constexpr std::int64_t kFirstLength = 200, kShortest = 20;
constexpr std::int64_t kLongest = static_cast<std::int64_t>(AnswersFile::kLongest);
constexpr std::int64_t kDueAtOnce = 500;
constexpr base::Duration kLease = base::minutes(15);
constexpr base::Duration kBlockTime = base::seconds(1);  // how long a block should take
constexpr base::Duration kBusy = base::milliseconds(20), kIdle = base::milliseconds(300);
constexpr base::Duration kLook = base::milliseconds(300);  // between looks at limits and at blasts that were paused
constexpr base::Duration kYield = base::milliseconds(5);
constexpr base::Duration kWeek = base::days(7);
constexpr int kYields = 400;             // at most 2 s
constexpr std::size_t kBusyWriter = 50;  // writes that wait
constexpr std::int64_t kWritersOfIds = 16;

std::chrono::microseconds chrono(base::Duration duration) { return std::chrono::microseconds{duration.microseconds}; }

runtime::Counter& counter(runtime::Metrics& metrics, const char* outcome) {
    return metrics.counter({"alltogether_list_mails_total",
                            "Copies of mails to the list that were tried, by outcome",
                            {{"outcome", outcome}}});
}

bool is_silence(const WorkBlock& block) {
    return std::ranges::all_of(block.results(), [](const auto& result) {
        return result && result->delivery == mail::Delivery::temporary && result->code == 0;
    });
}

}  // namespace

// What a look at the audience gave: copies, and the people beside them.
struct Engine::Taken {
    std::vector<store::Copy> copies;
    std::vector<ports::AudienceMember> people;  // beside copies
    people::PersonId last{0};
    store::Step::End end = store::Step::End::no;
    std::shared_ptr<const ports::PreparedMailing> words;
};

base::Instant made_at(SentMailId id) { return {id.value / kWritersOfIds + db::kIdEpoch}; }

std::optional<ports::AudienceMember> mailable(db::Read& read, people::PersonId person,
                                              std::optional<people::TopicBit> topic, base::Instant now) {
    const auto standing = people::find_standing(read, person);
    if (!standing || !people::may_be_mailed(*standing, topic, now)) return std::nullopt;
    const auto found = people::find_person(read, person);
    if (!found || found->erased_at || found->email.empty()) return std::nullopt;
    return ports::AudienceMember{.id = found->id,
                                 .address_hash = found->address_hash,
                                 .email = found->email,
                                 .name = found->name,
                                 .locale = found->locale,
                                 .postal_code = found->postal_code,
                                 .place = found->place,
                                 .province = found->province};
}

Engine::Engine(const Services& services)
    : services_(services),
      delivered_(counter(services.metrics, "delivered")),
      delayed_(counter(services.metrics, "delayed")),
      refused_(counter(services.metrics, "refused")),
      block_length_(kFirstLength),
      total_(services.config.mail.messages_per_second * 3'600) {}

Engine::~Engine() { stop(); }

void Engine::start() {
    const runtime::Config::Mail& settings = services_.config.mail;
    if (settings.transport == runtime::MailTransport::demo) return;
    answers_.emplace(services_.data_folder);
    writer_.emplace(services_);
    const int connections = static_cast<int>(settings.list_connections);
    belt_.emplace(*writer_, *answers_, [this] { return services_.database.now(); }, connections);
    sessions_.emplace(
        mail::SessionPool::Options{mail::smtp_server(services_.config), connections, [this] { return belt_->next(); }});
    thread_ = std::thread{[this] { work(); }};
}

void Engine::stop() {
    if (!thread_.joinable()) return;
    stopping_ = true;
    belt_->wake();
    thread_.join();
}

// A fault of the database leaves everything as it is; the next turn tries again.
void Engine::work() {
    bool recovered = false;
    while (!stopping_) {
        bool busy = false;
        try {
            if (!recovered) recover();
            recovered = true;
            busy = turn();
        } catch (const std::exception& fault) {
            runtime::log_error("mails to the list could not be sent", {{"reason", fault.what()}});
        }
        for (const auto& block : belt_->take_done(busy ? kBusy : kIdle)) settle(*block);
    }
    belt_->halt([](const WorkBlock&) { return true; });
    belt_->end();
    sessions_.reset();
    for (const auto& block : belt_->take_done({})) settle(*block);
}

void Engine::recover() {
    const auto left = answers_->left();
    services_.database.write([&](db::Write& write) {
        store::record_answered(write, left.answered);
        store::release(write, left.unanswered);
        const auto released = store::release_open_blocks(write, answers_->owner());
        if (!left.answered.empty() || released > 0)
            runtime::log_info("mails of a process that ended are taken up again",
                              {{"delivered", static_cast<std::int64_t>(left.answered.size())}, {"waiting", released}});
    });
    answers_->forget_left();
}

// Whether there was something to do.
bool Engine::turn() {
    const auto now = services_.database.now();
    if (now - looked_at_ >= kLook) {
        looked_at_ = now;
        refresh_restraints(now);
        halt_those_that_may_not();
    }
    if (now < server_rests_until_) return false;
    bool fed = false;
    while (!stopping_ && belt_->blocks() < kBlocksAhead && feed()) fed = true;
    return fed || belt_->blocks() > 0;
}

void Engine::refresh_restraints(base::Instant now) {
    struct Seen {
        std::vector<store::Domain> domains;
        std::optional<WarmUp> plan;
        std::int64_t today;
    };
    const auto seen = services_.database.read([&](db::Read& read) {
        return Seen{store::restrained(read, now), store::warm_up(read), store::delivered_today(read, now)};
    });
    paused_domains_.clear();
    for (const store::Domain& domain : seen.domains) {
        if (domain.paused_until > now) paused_domains_[domain.name] = domain.paused_until;
        const auto known = domain_paces_.find(domain.name);
        if (known == domain_paces_.end() || known->second.per_hour() != domain.per_minute * 60)
            domain_paces_.insert_or_assign(domain.name, Pace{domain.per_minute * 60});
    }
    const auto allowed = seen.plan ? allowed_on(*seen.plan, now) : std::nullopt;
    left_today_ = allowed ? std::optional{*allowed - seen.today} : std::nullopt;
    if (belt_->blocks() == 0) tidy_up();
}

void Engine::tidy_up() {
    struct Found {
        bool stopped, done;
    };
    const auto found =
        services_.database.read([](db::Read& read) { return Found{store::has_stopped(read), store::has_done(read)}; });
    if (found.stopped) services_.database.write([](db::Write& write) { store::drop_stopped(write, kLongest); });
    if (found.done) services_.database.write([](db::Write& write) { store::finish_done(write); });
}

void Engine::halt_those_that_may_not() {
    if (belt_->blocks() == 0) return;
    const auto sending = services_.database.read([](db::Read& read) {
        std::map<BlastId, bool> may;
        for (const Blast& blast : store::unfinished(read)) may[blast.id] = !blast.paused_at;
        return may;
    });
    belt_->halt([&](const WorkBlock& block) {
        if (!block.content().row) return false;
        const auto found = sending.find(block.content().row->blast);
        return found == sending.end() || !found->second;
    });
}

void Engine::yield_to_writers() {
    for (int i = 0; i < kYields && !stopping_ && services_.database.writes_waiting() > kBusyWriter; ++i)
        std::this_thread::sleep_for(chrono(kYield));
}

bool Engine::feed() {
    const auto now = services_.database.now();
    return feed_due(now) || feed_waves(now);
}

// Copies whose time has come: those that failed before, those that a limit put off, mails outside of any blast.
bool Engine::feed_due(base::Instant now) {
    if (!services_.database.read([&](db::Read& read) { return store::has_due(read, now); })) return false;
    yield_to_writers();
    const auto due = services_.database.write(
        [&](db::Write& write) { return store::take_due(write, {write.now() + kLease, kDueAtOnce}); });
    if (due.empty()) return false;
    std::vector<store::Outcome> decided;
    auto content = services_.database.read([&](db::Read& read) { return letters_of(read, due, now, decided); });
    if (!decided.empty()) record_decided(services_.database, due, decided);
    if (!content.letters.empty()) belt_->add(std::make_shared<WorkBlock>(std::move(content)));
    return true;
}

WorkBlock::Content Engine::letters_of(db::Read& read, const std::vector<store::Copy>& due, base::Instant now,
                                      std::vector<store::Outcome>& decided) {
    WorkBlock::Content content{.letters = {}, .row = {}, .kept = {}, .made_at = now};
    std::map<BlastId, std::optional<Blast>> blasts;
    for (const store::Copy& copy : due) {
        std::optional<ports::AudienceMember> person;
        std::optional<MailingEditionId> edition;
        if (copy.blast) {
            auto& blast = blasts[*copy.blast];
            if (!blast) blast = store::find(read, *copy.blast);
            if (blast) edition = blast->edition;
            if (blast) person = mailable(read, copy.person, blast->plan.topic, now);
        } else if (const auto single = store::find_single(read, copy.id)) {
            edition = single->edition;
            person = single->person;
            if (single->kind == ports::MailSending::Kind::series) person = mailable(read, copy.person, {}, now);
        }
        const auto prepared = person && edition ? words(read, *edition) : nullptr;
        if (!prepared) {
            decided.push_back({copy.id, CopyState::dropped, copy.attempts - 1, now});
            continue;
        }
        const auto paused = paused_domains_.find(domain_of(person->email));
        if (paused != paused_domains_.end()) {
            decided.push_back({copy.id, CopyState::waiting, copy.attempts - 1, paused->second});
            continue;
        }
        content.kept.push_back(prepared);
        content.letters.push_back(
            {copy.id, copy.blast, *std::move(person), copy.variant, copy.attempts, prepared.get()});
    }
    return content;
}

const std::shared_ptr<const ports::PreparedMailing>& Engine::words(db::Read& read, MailingEditionId edition) {
    constexpr std::size_t kMostKept = 32;
    const auto found = words_.find(edition);
    if (found != words_.end()) return found->second;
    if (words_.size() >= kMostKept) words_.clear();
    return words_[edition] = services_.mailings.prepare ? services_.mailings.prepare(read, edition) : nullptr;
}

// The waves take turns, so that a small mail does not wait for a large one.
bool Engine::feed_waves(base::Instant now) {
    struct Begun {
        Blast blast;
        store::ActiveWave wave;
    };
    const auto begun = services_.database.read([&](db::Read& read) {
        std::vector<Begun> found;
        for (const store::ActiveWave& wave : store::active_waves(read, now))
            if (auto blast = store::find(read, wave.blast)) found.push_back({*std::move(blast), wave});
        return found;
    });
    for (std::size_t i = 0; i < begun.size(); ++i) {
        const Begun& next = begun[turns_++ % begun.size()];
        if (feed_wave(next.blast, next.wave, now)) return true;
    }
    return false;
}

bool Engine::feed_wave(const Blast& blast, const store::ActiveWave& wave, base::Instant now) {
    const auto limit = std::min(block_length_, room(blast, now));
    if (limit <= 0) return false;
    return send(blast, wave, look(blast, wave, limit, now), now);
}

std::int64_t Engine::room(const Blast& blast, base::Instant now) {
    const auto pace = paces_.try_emplace(blast.id, blast.plan.per_hour).first;
    const auto today = left_today_.value_or(kLongest);
    return std::min({total_.room(now), pace->second.room(now), today});
}

Engine::Taken Engine::look(const Blast& blast, const store::ActiveWave& wave, std::int64_t limit, base::Instant now) {
    return services_.database.read([&](db::Read& read) {
        Taken taken{.last = wave.behind, .words = words(read, blast.edition.value_or(MailingEditionId{0}))};
        const ports::AudienceQuestion question{.segment = blast.plan.segment, .topic = blast.plan.topic, .now = now};
        // Where many are passed over, a page is longer than the block.
        const bool passes_over = wave.wave.provinces != Provinces{} || wave.wave.part != Part::everybody;
        const auto length = passes_over ? kLongest : limit;
        auto page = services_.audience.page(read, question, {.after = wave.behind, .limit = length});
        if (static_cast<std::int64_t>(page.size()) < length) taken.end = store::Step::End::yes;
        for (ports::AudienceMember& person : page) {
            if (static_cast<std::int64_t>(taken.copies.size()) == limit) {
                taken.end = store::Step::End::no;
                break;
            }
            taken.last = person.id;
            // Who joined after the order was given is not among those who were counted.
            if (person.id.value >= db::least_id_at(*blast.confirmed_at)) {
                taken.end = store::Step::End::yes;
                break;
            }
            if (!wave.wave.provinces.hold(person.province) || !is_meant(blast, wave.wave.part, person.id)) continue;
            taken.copies.push_back({.person = person.id,
                                    .variant = variant_for(blast, person.id),
                                    .state = CopyState::under_way,
                                    .attempts = 1,
                                    .at = now});
            taken.people.push_back(std::move(person));
        }
        hold_back(read, blast, taken, now);
        return taken;
    });
}

// Who wants only so many mails a week, and had them.
void Engine::hold_back(db::Read& read, const Blast& blast, Taken& taken, base::Instant now) const {
    if (taken.copies.empty() || !blast.edition) return;
    const people::PersonRange range{people::PersonId{taken.copies.front().person.value - 1},
                                    taken.copies.back().person};
    for (const people::PacedPerson& paced : people::paced_people(read, range)) {
        const auto copy = std::ranges::lower_bound(taken.copies, paced.person, {}, &store::Copy::person);
        if (copy == taken.copies.end() || copy->person != paced.person) continue;
        if (store::delivered_since(read, paced.person, now - kWeek) >= paced.most_per_week) {
            copy->state = CopyState::held_back;
            copy->attempts = 0;
        }
    }
}

// Copies to domains that are limited or paused wait for their time.
void Engine::time(Taken& taken, base::Instant now) {
    if (domain_paces_.empty() && paused_domains_.empty()) return;
    for (std::size_t i = 0; i < taken.copies.size(); ++i) {
        store::Copy& copy = taken.copies[i];
        if (copy.state != CopyState::under_way) continue;
        const auto domain = domain_of(taken.people[i].email);
        auto at = now;
        if (const auto pace = domain_paces_.find(domain); pace != domain_paces_.end()) at = pace->second.reserve(now);
        if (const auto paused = paused_domains_.find(domain); paused != paused_domains_.end())
            at = std::max(at, paused->second);
        if (at <= now) continue;
        copy.state = CopyState::waiting;
        copy.attempts = 0;
        copy.at = at;
    }
}

bool Engine::send(const Blast& blast, const store::ActiveWave& wave, Taken taken, base::Instant now) {
    if (!taken.words) {
        runtime::log_error("a mail to the list has no words", {{"blast", blast.id.value}});
        return false;
    }
    time(taken, now);
    yield_to_writers();
    struct Written {
        store::Changed changed;
        std::optional<store::Block> block;
    };
    const auto written = services_.database.write([&](db::Write& write) -> Written {
        if (store::advance(write, wave, {wave.behind, taken.last, taken.end}) == store::Changed::no) return {};
        return {store::Changed::yes,
                store::take(write, blast.id, taken.copies, {answers_->owner(), write.now() + kLease})};
    });
    if (written.changed == store::Changed::no || !written.block)
        return written.changed == store::Changed::yes && taken.end == store::Step::End::no;
    WorkBlock::Content content{.letters = {}, .row = written.block, .kept = {taken.words}, .made_at = now};
    content.letters.reserve(taken.copies.size());
    for (std::size_t i = 0; i < taken.copies.size(); ++i) {
        const store::Copy& copy = taken.copies[i];
        if (copy.state != CopyState::under_way) continue;
        content.letters.push_back(
            {copy.id, copy.blast, std::move(taken.people[i]), copy.variant, copy.attempts, taken.words.get()});
    }
    const auto letters = static_cast<std::int64_t>(content.letters.size());
    total_.take(letters, now);
    paces_.at(blast.id).take(letters, now);
    if (left_today_) *left_today_ -= letters;
    belt_->add(std::make_shared<WorkBlock>(std::move(content)));
    return true;
}

// Tried until the database has it: what is not written down leaves twice.
void Engine::settle(const WorkBlock& block) {
    heed(block);
    yield_to_writers();
    const auto settlement = settlement_of(block, services_.database.now());
    while (true) {
        try {
            services_.database.write([&](db::Write& write) { record(write, block, settlement); });
            break;
        } catch (const db::Fault& fault) {
            runtime::log_error("what became of mails could not be recorded", {{"reason", fault.what()}});
            if (stopping_) return;  // the answers file keeps it for the next start
            std::this_thread::sleep_for(chrono(kIdle));
        }
    }
    belt_->forget_answers(block);
    delivered_.increment(static_cast<double>(settlement.delivered));
    delayed_.increment(static_cast<double>(settlement.delayed));
    refused_.increment(static_cast<double>(settlement.refused));
}

// Learns how long a block should be, and whether there is a server at all.
void Engine::heed(const WorkBlock& block) {
    constexpr base::Duration kFirstRest = base::seconds(5), kLongestRest = base::minutes(2);
    const auto now = services_.database.now();
    if (is_silence(block)) {
        const auto rest = std::min(base::Duration{kFirstRest.microseconds << std::min(silences_, 6)}, kLongestRest);
        server_rests_until_ = now + rest;
        ++silences_;
        runtime::log_warning("the mail server takes nothing from the list", {{"reason", block.results()[0]->reason}});
        return;
    }
    silences_ = 0;
    const auto took = std::max<std::int64_t>(1, (now - block.content().made_at).microseconds);
    const auto letters = static_cast<std::int64_t>(block.letters().size());
    const auto in_time = letters * kBlockTime.microseconds / took;
    block_length_ = std::clamp(std::min(in_time, block_length_ * 2), kShortest, kLongest);
}

}  // namespace mail_sending
