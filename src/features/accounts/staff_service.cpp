#include "features/accounts/staff_service.h"

#include <algorithm>

#include "features/accounts/services.h"
#include "features/accounts/store.h"
#include "people/store.h"
#include "platform/auth/audit.h"

namespace accounts {
namespace {

constexpr auto kCommandLine = "command line";

InvitationForm form_of(const NewStaff& wanted) {
    const std::string name = wanted.name.empty() ? wanted.email.substr(0, wanted.email.find('@')) : wanted.name;
    return {name, wanted.email, wanted.role, wanted.level, wanted.locale.empty() ? "en" : wanted.locale};
}

// The account of this address, made where there is none.
Staff ensure_staff(db::Write& write, const Invitation& wanted, std::int64_t hash) {
    const auto id = insert_staff(write, {wanted.name, wanted.email, hash, wanted.locale, std::nullopt});
    return id ? find_staff(write, *id).value() : find_staff_by_address(write, hash).value();
}

void ensure_grant(db::Write& write, const Staff& staff, const auth::Grant& grant) {
    const auto has = grants_of(write, staff.id);
    if (std::ranges::none_of(has, [&](const StoredGrant& stored) { return stored.grant == grant; }))
        insert_grant(write, staff.id, grant, std::nullopt);
    auth::record(write, {.actor = {std::nullopt, kCommandLine},
                         .action = "accounts.add",
                         .subject = {"staff", staff.id.value, staff.name},
                         .level = grant.level,
                         .changes = {{"role", "", std::string{auth::name(grant.role)}}}});
}

}  // namespace

base::Result<AddedStaff, base::Problems> add_staff(const AddStaffTools& tools, const NewStaff& wanted) {
    const auto levels = tools.database.read([](db::Read& read) { return people::levels(read); });
    const auto invitation = read_invitation(form_of(wanted), levels);
    if (!invitation) return invitation.error();
    if (wanted.password) {
        if (const auto refusal = auth::refusal_of_password(*wanted.password, invitation->email))
            return base::Problems{{"password", *refusal}};
    }
    std::optional<auth::PasswordHash> password;
    if (wanted.password) password = tools.passwords.hash(*wanted.password);
    const std::int64_t hash = address_hash(tools.secret, invitation->email);
    return tools.database.write([&](db::Write& write) {
        const Staff staff = ensure_staff(write, *invitation, hash);
        if (!staff.is_active()) reactivate(write, staff.id);
        ensure_grant(write, staff, invitation->grant);
        AddedStaff added{staff.id};
        if (password) {
            set_password(write, staff.id, *password);
            end_sessions_of(write, staff.id, std::nullopt);
        } else {
            const auto link = insert_link(write, staff.id, LinkKind::invitation, std::nullopt);
            added.link = link_url(tools.site, link.value, invitation->locale);
        }
        return added;
    });
}

}  // namespace accounts
