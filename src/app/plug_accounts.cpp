// app/plug_accounts.cpp - staff: who signs in, and what they may do.
#include <fmt/format.h>

#include "app/audit_words.h"
#include "app/plugs.h"
#include "features/accounts/authenticator_service.h"
#include "features/accounts/home_news_service.h"
#include "features/accounts/jobs.h"
#include "features/accounts/routes.h"
#include "features/accounts/staff_service.h"
#include "features/accounts/store.h"

namespace app {
namespace {

struct DemoStaff {
    std::string_view email, name, role;
};

constexpr DemoStaff kDemoStaff[] = {
    {"amelie@alltogether.example", "Amélie Roy", "owner"},
    {"tom@alltogether.example", "Tom Okafor", "editor"},
    {"ines@alltogether.example", "Inès Gagnon", "moderator"},
    {"ravi@alltogether.example", "Ravi Singh", "analyst"},
};

bool is_seeded(const House& house) {
    return house.database.read([](db::Read& read) { return !accounts::all_staff(read).empty(); });
}

// One made-up password for all of them, so that nobody meets a known one on a machine in the open.
void seed(House& house, const auth::Passwords& passwords, SeedNotes& notes) {
    if (is_seeded(house)) return;
    const auto& config = house.settings.config;
    const auto password = runtime::Random::system().token(12);
    for (const auto& staff : kDemoStaff)
        if (!accounts::add_staff({house.database, house.secret, passwords, {config, house.tokens}},
                                 {.email = std::string{staff.email},
                                  .role = std::string{staff.role},
                                  .name = std::string{staff.name},
                                  .password = password}))
            throw std::runtime_error{fmt::format("the demo's {} could not be added", staff.email)};
    notes.push_back(fmt::format("Staff sign in at /en/staff/sign-in, password {}", password));
    for (const auto& staff : kDemoStaff) notes.push_back(fmt::format("  {:<10} {}", staff.role, staff.email));
}

}  // namespace

void plug_in_accounts(House& house) {
    const auto& passwords = house.keep<auth::Passwords>();
    auto& random = house.keep<runtime::Random>(runtime::Random::system());
    const auto& services = house.keep<accounts::Services>(
        accounts::Services{house.settings.config, house.secret, house.tokens, passwords, house.frames, house.database,
                           random, house.home, audit_words()});
    accounts::add_routes(house.router, house.keep<accounts::Handlers>(services));
    accounts::add_mails(house.mails, services);
    accounts::add_jobs(house.jobs, house.database);
    accounts::add_staff_entries(house.frames);
    house.authenticator = accounts::make_authenticator(services);
    house.staff_bar = accounts::staff_bar;
    house.home.add(accounts::home_news);
    house.seeds.push_back({"accounts", [&house, &passwords](db::Database&, Scenario scenario, SeedNotes& notes) {
                               if (scenario != Scenario::empty) seed(house, passwords, notes);
                           }});
}

}  // namespace app
