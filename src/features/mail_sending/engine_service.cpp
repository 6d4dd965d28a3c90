#include "features/mail_sending/engine_service.h"

#include <algorithm>
#include <chrono>

#include "features/mail_sending/outcome_service.h"
#include "people/store.h"
#include "platform/db/id_time.h"
#include "platform/runtime/log.h"

namespace mail_sending {
namespace {

constexpr std::size_t kBlocksAhead = 4;  // fewer than AnswersFile::kSlots
constexpr std::int64_t kFirstLength = 200, kShortest = 20;
constexpr std::int64_t kLongest = static_cast<std::int64_t>(AnswersFile::kLongest);
constexpr base::Duration kBlockTime = base::seconds(1);  // how long a block should take
constexpr base::Duration kBusy = base::milliseconds(20), kIdle = base::milliseconds(300);
constexpr base::Duration kLook = base::milliseconds(300);   // between looks at limits and at blasts that were paused
constexpr base::Duration kLongestBlock = base::minutes(5);  // well within the lease
constexpr std::int64_t kNobody = 0;                         // owns no block
constexpr base::Duration kYield = base::milliseconds(5);
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
    return std::ranges::all_of(block.results(), [](const auto& result) { return result && is_unreached(*result); });
}

}  // namespace

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
        bool stopped, done, expired;
    };
    const auto now = services_.database.now();
    const auto found = services_.database.read([now](db::Read& read) {
        return Found{store::has_stopped(read), store::has_done(read), store::has_expired_blocks(read, now)};
    });
    if (found.expired) services_.database.write([](db::Write& write) { store::release_open_blocks(write, kNobody); });
    if (found.stopped) services_.database.write([](db::Write& write) { store::drop_stopped(write, kLongest); });
    if (found.done) services_.database.write([](db::Write& write) { store::finish_done(write); });
}

void Engine::halt_those_that_may_not() {
    if (belt_->blocks() == 0) return;
    const auto now = services_.database.now();
    const auto sending = services_.database.read([](db::Read& read) {
        std::map<BlastId, bool> may;
        for (const Blast& blast : store::unfinished(read)) may[blast.id] = !blast.paused_at;
        return may;
    });
    belt_->halt([&](const WorkBlock& block) {
        if (now - block.content().made_at > kLongestBlock) return true;
        if (!block.content().row) return false;
        const auto found = sending.find(block.content().row->blast);
        return found == sending.end() || !found->second;
    });
}

void Engine::yield_to_writers() {
    for (int i = 0; i < kYields && !stopping_ && services_.database.writes_waiting() > kBusyWriter; ++i)
        std::this_thread::sleep_for(chrono(kYield));
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
