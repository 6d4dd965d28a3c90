#include "features/accounts/home_news_service.h"

#include <algorithm>

#include "features/accounts/pages.h"
#include "features/accounts/passkey_store.h"
#include "features/accounts/store.h"
#include "people/store.h"

namespace accounts {
namespace {

// Of those whom this person manages.
std::int64_t pending_invitations(db::Read& read, const auth::Principal& manager) {
    if (!auth::may(manager, auth::Permission::manage_staff)) return 0;
    const auto levels = people::levels(read);
    return std::ranges::count_if(all_staff(read), [&](const Staff& staff) {
        return !staff.password && staff.is_active() && may_see(manager, grants_of(read, staff.id), levels);
    });
}

}  // namespace

ports::HomeNews home_news(db::Read& read, const http::Request& request) {
    const i18n::Translator t{request.locale};
    ports::HomeNews news;
    if (const auto pending = pending_invitations(read, *request.staff); pending > 0)
        news.tasks.push_back({.sentence = t.plural("{count} invitation has not been followed yet.",
                                                   "{count} invitations have not been followed yet.", pending),
                              .path = pages::staff_path(request.locale, "team"),
                              .act = t("See the team")});
    const auto self = find_staff(read, request.staff->id);
    if (self && second_step_of(*self, passkeys_of(read, self->id)) == SecondStep::none)
        news.tasks.push_back({.sentence = t("A password alone opens your account."),
                              .path = pages::staff_path(request.locale, "account"),
                              .act = t("Set up one-time codes")});
    return news;
}

}  // namespace accounts
