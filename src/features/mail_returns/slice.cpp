#include "features/mail_returns/slice.h"

#include "features/mail_returns/taking_service.h"
#include "platform/auth/principal.h"

namespace mail_returns {

void Slice::start() {
    if (!door_) return;
    const auto take_one = [this](const inbound_mail::Mail& mail) {
        take(services_, mail);
        return inbound_mail::Taken::yes;
    };
    receiver_.emplace(*door_, inbound_mail::Hooks{.knows = [this](std::string_view to) { return knows(services_, to); },
                                                  .take = take_one});
    receiver_->start();
}

void Slice::stop() {
    if (receiver_) receiver_->stop();
}

ports::StaffEntry staff_entry() {
    return {base::message("Returned mail"),
            "staff/returns",
            "inbox",
            ports::StaffGroup::mail,
            34,
            [](const http::Request& request) {
                return request.staff != nullptr && auth::may(*request.staff, auth::Permission::read_people, {});
            }};
}

}  // namespace mail_returns
