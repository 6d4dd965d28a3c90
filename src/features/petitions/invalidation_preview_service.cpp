#include "features/petitions/invalidation_preview_service.h"

#include <algorithm>
#include <exception>
#include <map>
#include <thread>

#include "features/petitions/signature_store.h"
#include "platform/db/id_time.h"

namespace petitions {
namespace {

using Clock = std::chrono::steady_clock;
using store::Places;

// What the places hold.
struct Sighted {
    std::int64_t found = 0;
    std::vector<SignatureId> first;
};

enum class Sample : unsigned char { wanted, complete };

Sighted look_closely(db::Read& read, PetitionId petition, const Conditions& conditions,
                     const store::PlacedSight& sight) {
    Sighted sighted;
    for (const auto& candidate : store::matching(read, petition, conditions, sight)) {
        if (!conditions.passes(candidate.network, candidate.country, candidate.postal_code)) continue;
        if (++sighted.found <= kSampleSize) sighted.first.push_back(candidate.id);
    }
    return sighted;
}

// What is to be looked at, taken piece by piece by several threads until nothing is left, or the time is up. Where a
// piece ends is found by the thread that takes it, while the others look at theirs.
class SharedLook {
public:
    struct Task {
        PetitionId petition;
        SignatureId up_to;
        Places all;
    };
    SharedLook(db::Database& database, const Conditions& conditions, const Task& task)
        : database_(database), conditions_(conditions), task_(task), rest_(task.all) {}

    void run(Clock::time_point end) {
        {
            const std::jthread other{[this, end] { work(end); }};
            work(end);
        }
        if (fault_) std::rethrow_exception(fault_);
    }

    double share() const {
        const auto width = [](const Places& each) { return static_cast<double>(each.up_to - each.after); };
        return width(task_.all) <= 0 ? 1 : 1 - width(rest_) / width(task_.all);
    }

    Sighted all() const {
        Sighted all;
        for (const auto& [after, sighted] : sighted_) {
            all.found += sighted.found;
            for (const SignatureId id : sighted.first)
                if (std::ssize(all.first) < kSampleSize) all.first.push_back(id);
        }
        return all;
    }

private:
    // In one snapshot from beginning to end: a row that is changed meanwhile is neither met twice nor missed.
    void work(Clock::time_point end) {
        try {
            database_.read([&](db::Read& read) {
                while (Clock::now() < end) {
                    const auto places = take(read);
                    if (!places) return;
                    keep(*places, look_at(read, *places));
                }
            });
        } catch (...) {
            const std::lock_guard lock{mutex_};
            fault_ = std::current_exception();
        }
    }

    std::optional<Places> take(db::Read& read) {
        const std::lock_guard lock{taking_};
        if (rest_.after >= rest_.up_to) return std::nullopt;
        const Places taken = store::first_of(read, task_.petition, rest_);
        rest_.after = taken.up_to;
        return taken;
    }

    Sighted look_at(db::Read& read, const Places& places) {
        const store::PlacedSight sight{places, task_.up_to};
        if (conditions_.needs_a_look()) return look_closely(read, task_.petition, conditions_, sight);
        Sighted sighted{store::count_matching(read, task_.petition, conditions_, sight), {}};
        if (sighted.found == 0 || sample() == Sample::complete) return sighted;
        for (const auto& candidate :
             store::matching(read, task_.petition, conditions_, store::PlacedSight{places, task_.up_to, kSampleSize}))
            sighted.first.push_back(candidate.id);
        return sighted;
    }

    // Pieces are taken in their order, so that the oldest come first.
    Sample sample() {
        const std::lock_guard lock{mutex_};
        return sampled_ >= kSampleSize ? Sample::complete : Sample::wanted;
    }

    void keep(const Places& places, Sighted sighted) {
        const std::lock_guard lock{mutex_};
        sampled_ += std::ssize(sighted.first);
        sighted_.emplace(places.after, std::move(sighted));
    }

    db::Database& database_;
    const Conditions& conditions_;
    Task task_;
    Places rest_;
    std::mutex taking_, mutex_;
    std::map<std::int64_t, Sighted> sighted_;
    std::int64_t sampled_ = 0;
    std::exception_ptr fault_;
};

}  // namespace

std::optional<InvalidationPreview> InvalidationPreviews::look(PetitionId petition, const Conditions& conditions) {
    const std::unique_lock lock{one_at_a_time_, std::try_to_lock};
    if (!lock.owns_lock()) return std::nullopt;
    return look_at_all(petition, conditions);
}

InvalidationPreview InvalidationPreviews::look_at_all(PetitionId petition, const Conditions& conditions) {
    const auto end = Clock::now() + most_;
    InvalidationPreview preview;
    const Places all = database_.read([&](db::Read& read) {
        preview.up_to = store::newest_signature(read, petition).value_or(SignatureId{0});
        const SignatureId start{std::max<std::int64_t>(0, db::least_id_at(conditions.from) - 1)};
        return store::all_places(read, petition, {start, preview.up_to});
    });
    SharedLook look{database_, conditions, {petition, preview.up_to, all}};
    look.run(end);
    const Sighted sighted = look.all();
    preview.found = sighted.found;
    preview.share_looked_at = look.share();
    database_.read([&](db::Read& read) {
        for (const SignatureId id : sighted.first)
            if (auto signature = store::find_signature(read, id)) preview.sample.push_back(*std::move(signature));
    });
    return preview;
}

}  // namespace petitions
