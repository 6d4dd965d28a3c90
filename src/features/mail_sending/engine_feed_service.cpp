// The engine's work of taking: copies that are due again, and the next block of a walk along an audience.
#include <algorithm>

#include "features/mail_sending/engine_service.h"
#include "features/mail_sending/outcome_service.h"
#include "people/mail_pace.h"
#include "platform/db/id_time.h"
#include "platform/runtime/log.h"

namespace mail_sending {
namespace {

constexpr std::int64_t kMostOfAPage = static_cast<std::int64_t>(AnswersFile::kLongest);
constexpr std::int64_t kDueAtOnce = 500;
constexpr base::Duration kLease = base::minutes(15);
constexpr base::Duration kWeek = base::days(7);

}  // namespace

// What a look at the audience gave: copies, and the people beside them.
struct Engine::Taken {
    std::vector<store::Copy> copies;
    std::vector<ports::AudienceMember> people;  // beside copies
    people::PersonId last{0};
    store::Step::End end = store::Step::End::no;
    std::shared_ptr<const ports::PreparedMailing> words;
};

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
    const auto today = left_today_.value_or(kMostOfAPage);
    return std::min({total_.room(now), pace->second.room(now), today});
}

Engine::Taken Engine::look(const Blast& blast, const store::ActiveWave& wave, std::int64_t limit, base::Instant now) {
    return services_.database.read([&](db::Read& read) {
        Taken taken{.last = wave.behind, .words = words(read, blast.edition.value_or(MailingEditionId{0}))};
        const ports::AudienceQuestion question = question_of(blast, now);
        // Where many are passed over, a page is longer than the block.
        const bool passes_over = wave.wave.provinces != Provinces{} || wave.wave.part != Part::everybody;
        const auto length = passes_over ? kMostOfAPage : limit;
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

}  // namespace mail_sending
