#include "features/mailings/seed.h"

#include "features/mailings/demo_texts.h"
#include "features/mailings/edition_service.h"
#include "people/store.h"

namespace mailings {
namespace {

const std::string kWriter = "Amélie Roy";

Mailing written(db::Write& write, const DemoMail& demo, const MailingPlan& plan) {
    const auto mailing = *store::find(write, store::insert(write, plan, {kWriter}));
    for (int number = 0; number < plan.variants; ++number)
        store::save_words(write, mailing, {number}, demo.variants[static_cast<std::size_t>(number)]);
    return mailing;
}

std::optional<ports::EventId> next_event(const Services& services, db::Read& read) {
    if (services.events == nullptr || !services.events->upcoming) return std::nullopt;
    const auto next = services.events->upcoming(read, base::Locale::english, 1);
    return next.empty() ? std::nullopt : std::optional{next.front().id};
}

}  // namespace

void seed_demo(db::Database& database, const Services& services, std::string_view key) {
    database.write([&](db::Write& write) {
        const auto levels = people::levels(write);
        const auto* const national = levels.national();
        if (national == nullptr || !store::page(write, {.before = {}, .limit = 1}).empty()) return;
        const auto level = national->id;
        const auto demos = demo_mails({key, next_event(services, write)});
        written(write, demos[0],
                {.name = demos[0].name,
                 .level = level,
                 .variants = 2,
                 .tested_per_thousand = 200,
                 .counting = LinkCounting::on,
                 .archive = Archive::yes});
        const auto sent = written(write, demos[1], {.name = demos[1].name, .level = level, .archive = Archive::yes});
        freeze(write, services, sent, store::EditionKind::sending);
    });
}

}  // namespace mailings
