#include "features/letters/engine_service.h"

#include <algorithm>
#include <chrono>

#include "features/letters/store.h"
#include "features/letters/target_service.h"
#include "platform/mail/sender.h"
#include "platform/runtime/log.h"

namespace letters {
namespace {

constexpr base::Duration kSendLease = base::minutes(10);  // longer than a slow server takes for a portion
constexpr base::Duration kRest = base::milliseconds(300);
constexpr base::Duration kAfterFault = base::seconds(5);
constexpr base::Duration kLookEvery = base::milliseconds(500);
constexpr std::int64_t kPostponedAtOnce = 200;
constexpr base::Duration kYieldFor = base::milliseconds(5);
constexpr int kMostYields = 100;
constexpr std::size_t kManyWrites = 50;

runtime::Counter& letters_counter(runtime::Metrics& metrics, const char* outcome) {
    return metrics.counter({"alltogether_letters_total",
                            "Letters to representatives that were tried, by outcome",
                            {{"outcome", outcome}}});
}

}  // namespace

store::Throttle throttle_of(const runtime::Config& config) {
    return {config.letters.per_hour_to_office, config.letters.per_hour_to_domain};
}

struct Engine::Prepared {
    std::vector<const Letter*> letters;  // beside parcels
    std::vector<mail::Parcel> parcels;
    std::vector<store::LetterOutcome> decided;
};

Engine::Engine(const Services& services)
    : services_(services),
      throttle_(throttle_of(services.config)),
      delivered_(letters_counter(services.metrics, "delivered")),
      delayed_(letters_counter(services.metrics, "delayed")),
      bounced_(letters_counter(services.metrics, "bounced")) {}

Engine::~Engine() { stop(); }

void Engine::start() {
    if (services_.config.mail.transport == runtime::MailTransport::demo) return;
    writer_.emplace(services_);
    for (std::int64_t i = 0; i < services_.config.letters.connections; ++i) workers_.emplace_back([this] { work(); });
}

void Engine::stop() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    for (std::thread& worker : workers_) worker.join();
    workers_.clear();
}

// A fault of the database leaves everything as it is; the next turn tries again.
void Engine::work() {
    mail::SmtpClient client(mail::smtp_server(services_.config));
    base::Duration wait{};
    while (pause(wait)) {
        try {
            wait = turn(client) ? base::Duration{} : kRest;
        } catch (const std::exception& fault) {
            runtime::log_error("letters could not be sent", {{"reason", fault.what()}});
            wait = kAfterFault;
        }
    }
}

// False when the workers are to stop.
bool Engine::pause(base::Duration duration) {
    std::unique_lock lock(mutex_);
    return !wake_.wait_for(lock, std::chrono::microseconds(duration.microseconds), [this] { return stopping_; });
}

// Sign-ons come first.
void Engine::yield_to_writers() {
    for (int i = 0; i < kMostYields && services_.database.writes_waiting() > kManyWrites; ++i)
        if (!pause(kYieldFor)) return;
}

// Whether there was something to do.
bool Engine::turn(mail::SmtpClient& client) {
    const bool postponed = look_around();
    const auto letters = take();
    if (letters.empty()) {
        client.rest(base::seconds(5));
        return postponed;
    }
    Prepared prepared = prepare(letters);
    const auto results = client.send(prepared.parcels);
    for (std::size_t i = 0; i < results.size(); ++i)
        prepared.decided.push_back(outcome_of(*prepared.letters[i], results[i]));
    yield_to_writers();
    record(prepared.decided);
    const bool no_answer = !results.empty() && std::ranges::all_of(results, [](const auto& r) { return r.code == 0; });
    if (no_answer) runtime::log_warning("the mail server takes no letters", {{"reason", results.front().reason}});
    return !no_answer;
}

// One worker at a time looks whether an election has come near or is over, and what missed its time.
bool Engine::look_around() {
    const auto now = services_.database.now();
    {
        const std::scoped_lock lock(mutex_);
        if (now - looked_at_ < kLookEvery && now >= looked_at_) return false;
        looked_at_ = now;
    }
    const bool has_work = services_.database.read([&](db::Read& read) {
        return regions_near(read) != store::paused_regions(read) || store::has_late(read, now);
    });
    if (!has_work) return false;
    return services_.database.write([&](db::Write& write) {
        follow_elections(write);
        return store::postpone_late(write, throttle_, kPostponedAtOnce) > 0;
    });
}

std::vector<std::string> Engine::regions_near(db::Read& read) const {
    auto near = services_.elections.near ? services_.elections.near(read) : std::vector<std::string>{};
    std::ranges::sort(near);
    return near;
}

void Engine::follow_elections(db::Write& write) const {
    const auto near = regions_near(write);
    if (near != store::paused_regions(write)) store::pause_regions(write, near);
}

std::vector<Letter> Engine::take() {
    db::Database& database = services_.database;
    if (!database.read([&](db::Read& read) { return store::has_due(read, database.now()); })) return {};
    yield_to_writers();
    return database.write([this](db::Write& write) {
        follow_elections(write);
        return store::take_due(write, {write.now() + kSendLease, kPortion});
    });
}

Engine::Prepared Engine::prepare(const std::vector<Letter>& letters) const {
    Prepared prepared;
    const base::Instant now = services_.database.now();
    services_.database.read([&](db::Read& read) {
        for (const Letter& letter : letters) {
            const auto writing = store::find_writing(read, letter.writing);
            const auto campaign = store::find(read, letter.campaign);
            if (!writing || writing->email.empty() || !campaign) {
                prepared.decided.push_back({letter.id, letter.due_at, LetterState::stopped, now, ""});
                continue;
            }
            try {
                prepared.parcels.push_back(writer_->write(
                    letter,
                    {*writing, letter.recipient_name, taglines(read, services_.elections, *campaign, writing->locale)},
                    now));
                prepared.letters.push_back(&letter);
            } catch (const db::Fault&) {
                throw;  // the database, not this letter: the lease runs out and all of them are taken again
            } catch (const std::exception& fault) {
                prepared.decided.push_back(try_later(letter, fault.what()));
            }
        }
    });
    return prepared;
}

store::LetterOutcome Engine::outcome_of(const Letter& letter, const mail::DeliveryResult& result) const {
    const auto now = services_.database.now();
    if (result.delivery == mail::Delivery::temporary) return try_later(letter, result.reason);
    if (result.delivery == mail::Delivery::permanent) {
        bounced_.increment();
        return {letter.id, letter.due_at, LetterState::bounced, now, result.reason};
    }
    delivered_.increment();
    return {letter.id, letter.due_at, LetterState::delivered, now, ""};
}

store::LetterOutcome Engine::try_later(const Letter& letter, std::string reason) const {
    const auto now = services_.database.now();
    const auto wait = retry_after(letter.attempts);
    (wait ? delayed_ : bounced_).increment();
    if (!wait) return {letter.id, letter.due_at, LetterState::bounced, now, std::move(reason)};
    return {letter.id, letter.due_at, LetterState::waiting, now + *wait, std::move(reason)};
}

// Tried again while the lease lasts: an outcome that is not written down is a letter that leaves twice.
void Engine::record(const std::vector<store::LetterOutcome>& outcomes) {
    constexpr int kTries = 60;
    for (int attempt = 1;; ++attempt) {
        try {
            services_.database.write([&](db::Write& write) { store::record(write, outcomes); });
            return;
        } catch (const db::Fault&) {
            if (attempt == kTries || !pause(kRest)) throw;
        }
    }
}

}  // namespace letters
