#include "features/petitions/invalidation_preview_service.h"

#include <algorithm>
#include <atomic>
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

std::vector<Stretch> stretches_of(db::Read& read, PetitionId petition, Stretch rest) {
    std::vector<Stretch> stretches;
    while (const auto end = store::end_of(read, petition, rest, kStretch)) {
        stretches.push_back({rest.after, *end});
        rest.after = *end;
    }
    if (rest.after < rest.up_to) stretches.push_back(rest);
    return stretches;
}

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

// The stretches of one look, taken by several threads until none is left, or the time is up.
class SharedLook {
public:
    SharedLook(db::Database& database, PetitionId petition, const Conditions& conditions,
               const std::vector<Stretch>& stretches)
        : database_(database), petition_(petition), conditions_(conditions), stretches_(stretches) {}

    void run(Clock::time_point end) {
        {
            const std::jthread other{[this, end] { work(end); }};
            work(end);
        }
        if (fault_) std::rethrow_exception(fault_);
    }

    double share() const {
        return stretches_.empty() ? 1 : static_cast<double>(sighted_.size()) / static_cast<double>(stretches_.size());
    }

    Sighted all() const {
        Sighted all;
        for (const auto& [place, sighted] : sighted_) {
            all.found += sighted.found;
            for (const SignatureId id : sighted.first)
                if (std::ssize(all.first) < kSampleSize) all.first.push_back(id);
        }
        return all;
    }

private:
    void work(Clock::time_point end) {
        try {
            for (std::size_t place = next_++; place < stretches_.size() && Clock::now() < end; place = next_++) {
                auto sighted = database_.read(
                    [&](db::Read& read) { return look_at(read, petition_, conditions_, stretches_[place]); });
                const std::lock_guard lock{mutex_};
                sighted_.emplace(place, std::move(sighted));
            }
        } catch (...) {
            const std::lock_guard lock{mutex_};
            fault_ = std::current_exception();
        }
    }

    db::Database& database_;
    PetitionId petition_;
    const Conditions& conditions_;
    const std::vector<Stretch>& stretches_;
    std::atomic<std::size_t> next_ = 0;
    std::mutex mutex_;
    std::map<std::size_t, Sighted> sighted_;
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
    const auto stretches = database_.read([&](db::Read& read) {
        preview.up_to = store::newest_signature(read, petition).value_or(SignatureId{0});
        const SignatureId before{std::max<std::int64_t>(0, db::least_id_at(conditions.from) - 1)};
        return stretches_of(read, petition, {before, preview.up_to});
    });
    SharedLook look{database_, petition, conditions, stretches};
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
