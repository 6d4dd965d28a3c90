#include "features/integrations/jobs.h"

#include "base/whole_number.h"
#include "features/integrations/delivery_service.h"
#include "features/integrations/news_service.h"
#include "features/integrations/webhook_store.h"
#include "people/person_news.h"

namespace integrations {
namespace {

constexpr auto kKept = base::days(30);

}  // namespace

void add_jobs(jobs::Handlers& handlers, const Services& services) {
    handlers.add(kDeliverJob, [&services](const jobs::Job& job) {
        if (const auto id = base::id_from<DeliveryId>(job.payload)) deliver(services, *id);
    });
    handlers.add(kNewsJob, [&services](const jobs::Job& job) {
        if (const auto news = people::read_news(job.payload)) take_news(services, *news);
    });
    handlers.daily(kSweepJob, base::hours(9), [&services](const jobs::Job& job) {
        services.database.write([&](db::Write& write) { store::sweep(write, job.now - kKept); });
    });
}

}  // namespace integrations
