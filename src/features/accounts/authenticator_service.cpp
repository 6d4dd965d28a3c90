#include "features/accounts/authenticator_service.h"

#include "features/accounts/pages.h"
#include "features/accounts/staff_pages.h"
#include "features/accounts/store.h"
#include "platform/http/percent.h"

namespace accounts {
namespace {

class NoteThatSeen final : public db::WriteJob {
public:
    explicit NoteThatSeen(SessionId session) : session_(session) {}
    Verdict run(db::Write& write) override {
        touch_session(write, session_);
        return Verdict::keep;
    }
    void finished(std::exception_ptr) noexcept override {}  // the next page tries again

private:
    SessionId session_;
};

std::shared_ptr<const auth::Principal> identify(const Services& services, const http::Request& request,
                                                db::Read& read) {
    const auto token = request.cookies.find(session_cookie(services.config));
    if (!token || token->empty()) return nullptr;
    auto found = find_signed_in(read, auth::hash_of_token(*token), request.received_at);
    if (!found) return nullptr;
    // A full queue refuses the note: those who sign on go first.
    if (request.received_at - found->last_seen_at >= kSeenPrecision)
        (void)services.database.submit(std::make_unique<NoteThatSeen>(found->principal.session));
    return std::make_shared<const auth::Principal>(std::move(found->principal));
}

// Back to the same page afterwards, where it was one.
http::Response ask_to_sign_in(const http::Request& request) {
    std::string path = pages::staff_path(request.locale, "sign-in");
    if (request.method != http::Method::get) return http::see_other(path);
    std::string wanted = request.path;
    if (!request.query_string.empty()) wanted += "?" + request.query_string;
    return http::see_other(path + "?next=" + http::percent_encode(wanted));
}

}  // namespace

http::Authenticator make_authenticator(const Services& services) {
    return {.identify = [&services](const http::Request& request,
                                    db::Read& read) { return identify(services, request, read); },
            .may = [](const auth::Principal& principal,
                      auth::Permission permission) { return auth::may(principal, permission); },
            .ask_to_sign_in = ask_to_sign_in};
}

std::optional<html::StaffBar> staff_bar(const http::Request& request) {
    if (!request.staff) return std::nullopt;
    const i18n::Translator t{request.locale};
    std::string who = request.staff->name;
    if (!request.staff->grants.empty()) who += " - " + staff_pages::role_word(t, request.staff->grants.front().role);
    return html::StaffBar{.who = std::move(who),
                          .account_url = pages::staff_path(request.locale, "account"),
                          .sign_out_url = pages::staff_path(request.locale, "sign-out")};
}

}  // namespace accounts
