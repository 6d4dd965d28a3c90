// features/accounts/staff_service.h - the command `staff add`: how the first owner gets in, and how the demo has its
// staff.
#pragma once
#include <optional>
#include <string>

#include "base/problem.h"
#include "base/result.h"
#include "features/accounts/account.h"
#include "features/accounts/mails.h"
#include "platform/auth/password.h"
#include "platform/auth/secret.h"
#include "platform/db/database.h"

namespace accounts {

struct NewStaff {
    std::string email, role;
    std::string name{};                     // empty: the part of the address before the '@'
    std::string level{};                    // slug; empty: everywhere
    std::string locale{};                   // "en" or "fr"; empty: en
    std::optional<std::string> password{};  // absent: a link to set one
};

struct AddStaffTools {
    db::Database& database;
    const auth::Secret& secret;
    const auth::Passwords& passwords;
    LinkAddress site;
};

struct AddedStaff {
    StaffId id;
    std::string link{};  // to set a password, good for seven days; empty when one was given
};

// For an address that has an account the role is added to it, and the password, where one is given, becomes the new
// one: the way back in for an owner who has lost everything. Problems name fields of NewStaff.
base::Result<AddedStaff, base::Problems> add_staff(const AddStaffTools& tools, const NewStaff& wanted);

}  // namespace accounts
