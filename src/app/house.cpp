#include "app/house.h"

#include "app/menu.h"
#include "platform/i18n/translator.h"

namespace app {
namespace {

// Settings of the frame that ask the house at each page, since slices fill it in after this was made.
ports::FrameSettings frame_settings(const House& house) {
    const auto& config = house.settings.config;
    const bool is_demo = config.mail.transport == runtime::MailTransport::demo;
    ports::FrameSettings settings;
    settings.public_url = config.server.public_url;
    settings.campaign = [&house](base::Locale locale) { return house.campaign(locale); };
    settings.staff_bar = [&house](const http::Request& request) {
        return house.staff_bar ? house.staff_bar(request) : std::nullopt;
    };
    if (is_demo) settings.demo_mailbox_path = "demo/mailbox";
    settings.menu = public_menu();
    settings.footer = public_footer();
    return settings;
}

}  // namespace

House::House(const Settings& the_settings, db::Database& the_database)
    : settings(the_settings),
      database(the_database),
      secret(auth::load_or_create_secret(the_database)),
      tokens(secret),
      campaign([](base::Locale locale) { return i18n::Translator{locale}("All Together Now"); }),
      frames(frame_settings(*this)) {}

House::~House() {
    while (!kept_.empty()) kept_.pop_back();
}

}  // namespace app
