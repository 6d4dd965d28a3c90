// features/accounts/own_account_handlers.h - what staff do with their own account: name, devices, password,
// one-time codes.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "features/accounts/account.h"
#include "features/accounts/services.h"
#include "features/accounts/staff_pages.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"

namespace accounts {

using ports::Acting;

struct EndSession {
    Acting acting;
    std::optional<SessionId> session;  // absent: no such number
};

struct ChangeProfile {
    Acting acting;
    Profile profile;
};

struct ChangePassword {
    Acting acting;
    auth::PasswordHash password;
};

struct BeginCodes {
    Acting acting;
    auth::TotpSecret secret;
};

struct ConfirmCodes {
    std::shared_ptr<const http::Request> request;  // to show the recovery codes, once
    Acting acting;
    std::string code;
    std::vector<std::string> recovery_codes;
};

struct EndCodes {
    Acting acting;
};

class OwnAccountHandlers {
public:
    explicit OwnAccountHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/account
    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // POST /{locale}/staff/account/sessions/{id}/end
    base::Result<EndSession, base::Problems> read_end_session(const http::Request& request) const;
    http::WriteResult end_session(const EndSession& form, db::Write& write) const;

    // POST /{locale}/staff/account/profile: name, locale
    base::Result<ChangeProfile, base::Problems> read_profile(const http::Request& request) const;
    http::WriteResult change_profile(const ChangeProfile& form, db::Write& write) const;

    // POST /{locale}/staff/account/password: current_password, password, password_again
    base::Result<ChangePassword, base::Problems> read_password(const http::Request& request) const;
    http::WriteResult change_password(const ChangePassword& form, db::Write& write) const;

    // POST /{locale}/staff/account/codes/begin makes a secret; GET /{locale}/staff/account/codes shows it;
    // POST there with a code of the app turns codes on.
    base::Result<BeginCodes, base::Problems> read_begin_codes(const http::Request& request) const;
    http::WriteResult begin_codes(const BeginCodes& form, db::Write& write) const;
    http::Response show_codes(const http::Request& request, db::Read& read) const;
    base::Result<ConfirmCodes, base::Problems> read_confirm_codes(const http::Request& request) const;
    http::WriteResult confirm_codes(const ConfirmCodes& form, db::Write& write) const;
    http::Response show_codes_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // POST /{locale}/staff/account/codes/end: password_for_codes
    base::Result<EndCodes, base::Problems> read_end_codes(const http::Request& request) const;
    http::WriteResult end_codes(const EndCodes& form, db::Write& write) const;

private:
    std::optional<Staff> staff_of(const http::Request& request) const;
    http::Response page(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    http::Response codes_page(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    const Services& services_;
};

}  // namespace accounts
