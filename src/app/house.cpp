#include "app/house.h"

#include <algorithm>
#include <iterator>

#include "app/menu.h"

namespace app {
namespace {

// Settings of the frame that ask the house at each page, since slices fill it in after this was made.
ports::FrameSettings frame_settings(const House& house) {
    const auto& config = house.settings.config;
    const bool is_demo = config.mail.transport == runtime::MailTransport::demo;
    ports::FrameSettings settings;
    settings.public_url = config.server.public_url;
    settings.campaign = [&house](base::Locale locale) { return house.campaign(locale); };
    settings.page_links = [&house](base::Locale locale, std::optional<base::LevelId> level) {
        return house.page_links ? house.page_links(locale, level) : ports::PageLinks{};
    };
    settings.staff_bar = [&house](const http::Request& request) {
        return house.staff_bar ? house.staff_bar(request) : std::nullopt;
    };
    if (is_demo) settings.demo_mailbox_path = "demo/mailbox";
    settings.menu = public_menu();
    settings.footer = public_footer();
    settings.search_path = "search";
    return settings;
}

}  // namespace

House::House(const Settings& the_settings, db::Database& the_database)
    : settings(the_settings),
      database(the_database),
      secret(auth::load_or_create_secret(the_database)),
      tokens(secret),
      campaign([](base::Locale) { return std::string{"Alltogether"}; }),
      frames(frame_settings(*this)) {}

void House::add_checks(std::vector<ports::Check> of_slice) { std::ranges::move(of_slice, std::back_inserter(checks)); }

void House::add_operations(std::vector<ports::ApiOperation> of_slice) {
    std::ranges::move(of_slice, std::back_inserter(operations));
}

House::~House() {
    while (!kept_.empty()) kept_.pop_back();
}

}  // namespace app
