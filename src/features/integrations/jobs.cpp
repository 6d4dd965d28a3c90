#include "features/integrations/jobs.h"

#include "base/whole_number.h"
#include "features/integrations/delivery_service.h"
#include "features/integrations/webhook_store.h"

namespace integrations {
namespace {

constexpr auto kKept = base::days(30);

}  // namespace

void add_jobs(jobs::Handlers& handlers, const Services& services) {
    handlers.add(kDeliverJob, [&services](const jobs::Job& job) {
        if (const auto id = base::id_from<DeliveryId>(job.payload)) deliver(services, *id);
    });
    handlers.daily(kSweepJob, base::hours(9), [&services](const jobs::Job& job) {
        services.database.write([&](db::Write& write) { store::sweep(write, job.now - kKept); });
    });
}

}  // namespace integrations
