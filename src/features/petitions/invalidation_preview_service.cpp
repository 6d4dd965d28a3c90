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
using store::Stretch;

constexpr std::int64_t kStretch = 100'000;  // signatures: some tens of milliseconds
constexpr std::int64_t kEvery = INT64_MAX;

// What one stretch holds.
struct Sighted {
    std::int64_t found = 0;
    std::vector<SignatureId> first;
};

Sighted look_closely(db::Read& read, PetitionId petition, const Conditions& conditions, const Stretch& stretch) {
    Sighted sighted;
    for (const auto& candidate : store::matching(read, petition, conditions, {stretch, kEvery})) {
        if (!conditions.passes(candidate.network, candidate.country, candidate.postal_code)) continue;
        if (++sighted.found <= kSampleSize) sighted.first.push_back(candidate.id);
    }
    return sighted;
}

Sighted look_at(db::Read& read, PetitionId petition, const Conditions& conditions, const Stretch& stretch) {
    if (conditions.needs_a_look()) return look_closely(read, petition, conditions, stretch);
    Sighted sighted{store::count_matching(read, petition, conditions, stretch), {}};
    if (sighted.found == 0) return sighted;
    for (const auto& candidate : store::matching(read, petition, conditions, {stretch, kSampleSize}))
        sighted.first.push_back(candidate.id);
    return sighted;
}

// What is to be looked at, taken stretch by stretch by several threads until nothing is left, or the time is up. Where
// a stretch ends is found by the thread that takes it, while the others look at theirs.
class SharedLook {
public:
    SharedLook(db::Database& database, PetitionId petition, const Conditions& conditions, Stretch all)
        : database_(database), petition_(petition), conditions_(conditions), all_(all), rest_(all) {}

    void run(Clock::time_point end) {
        {
            const std::jthread other{[this, end] { work(end); }};
            work(end);
        }
        if (fault_) std::rethrow_exception(fault_);
    }

    // By the identities, which grow with time.
    double share() const {
        const auto width = [](const Stretch& each) { return static_cast<double>(each.up_to.value - each.after.value); };
        return width(all_) <= 0 ? 1 : 1 - width(rest_) / width(all_);
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
    std::optional<Stretch> take() {
        const std::lock_guard lock{taking_};
        if (rest_.after >= rest_.up_to) return std::nullopt;
        const auto end =
            database_.read([&](db::Read& read) { return store::end_of(read, petition_, rest_, kStretch); });
        const Stretch taken{rest_.after, end.value_or(rest_.up_to)};
        rest_.after = taken.up_to;
        return taken;
    }

    void work(Clock::time_point end) {
        try {
            while (Clock::now() < end) {
                const auto stretch = take();
                if (!stretch) return;
                auto sighted =
                    database_.read([&](db::Read& read) { return look_at(read, petition_, conditions_, *stretch); });
                const std::lock_guard lock{mutex_};
                sighted_.emplace(stretch->after, std::move(sighted));
            }
        } catch (...) {
            const std::lock_guard lock{mutex_};
            fault_ = std::current_exception();
        }
    }

    db::Database& database_;
    PetitionId petition_;
    const Conditions& conditions_;
    Stretch all_, rest_;
    std::mutex taking_, mutex_;
    std::map<SignatureId, Sighted> sighted_;
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
    const Stretch all = database_.read([&](db::Read& read) {
        preview.up_to = store::newest_signature(read, petition).value_or(SignatureId{0});
        const SignatureId start{std::max<std::int64_t>(0, db::least_id_at(conditions.from) - 1)};
        const auto first = store::first_signature(read, petition, start);
        return Stretch{first ? SignatureId{first->value - 1} : preview.up_to, preview.up_to};
    });
    SharedLook look{database_, petition, conditions, all};
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
