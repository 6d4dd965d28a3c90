#include "features/accounts/home_handlers.h"

#include <algorithm>

#include "base/whole_number.h"
#include "features/accounts/store.h"
#include "people/store.h"

namespace accounts {
namespace {

constexpr std::int64_t kPageLength = 50;

std::vector<ActionWord> own_words() {
    return {{"accounts.sign_in", base::message("signed in")},
            {"accounts.invite", base::message("invited")},
            {"accounts.add", base::message("added to the team:")},
            {"accounts.change_profile", base::message("changed the name or the language of")},
            {"accounts.set_password", base::message("set a new password")},
            {"accounts.give_role", base::message("gave a role to")},
            {"accounts.take_role", base::message("took a role from")},
            {"accounts.deactivate", base::message("deactivated")},
            {"accounts.reactivate", base::message("let in again")},
            {"accounts.end_session", base::message("signed out devices of")},
            {"accounts.turn_on_codes", base::message("turned on one-time codes")},
            {"accounts.turn_off_codes", base::message("turned off the one-time codes of")},
            {"accounts.make_passkey", base::message("made the passkey")},
            {"accounts.rename_passkey", base::message("gave another name to the passkey")},
            {"accounts.remove_passkey", base::message("removed the passkey")},
            {"accounts.remove_passkeys", base::message("removed all passkeys of")},
            {"accounts.warn_of_copied_passkey", base::message("signed in with a passkey that may have been copied:")}};
}

template <class Identity>
std::optional<Identity> id_in(const http::Request& request, std::string_view field) {
    return base::id_from<Identity>(request.query.view(field));
}

// The menu without the page itself.
std::vector<staff_pages::HomeLink> links_of(const html::PageFrame& frame) {
    std::vector<staff_pages::HomeLink> links;
    for (const auto& entry : frame.navigation)
        if (entry.url != frame.path) links.push_back({entry.heading, entry.label, entry.url});
    return links;
}

// Those of whom this reader may know.
std::vector<Staff> known_staff(db::Read& read, const auth::Principal& reader, const people::LevelTree& levels) {
    auto staff = all_staff(read);
    const auto grants = all_grants(read);
    std::erase_if(staff, [&](const Staff& each) {
        std::vector<StoredGrant> own;
        std::ranges::copy_if(grants, std::back_inserter(own),
                             [&](const StoredGrant& stored) { return stored.staff == each.id; });
        return each.id != reader.id && !may_see(reader, own, levels);
    });
    return staff;
}

// Takes out what happened elsewhere.
void keep_own_levels(std::vector<auth::StoredAuditEntry>& entries, const auth::Principal& reader,
                     const people::LevelTree& levels) {
    std::erase_if(entries, [&](const auth::StoredAuditEntry& stored) {
        return !auth::may(reader, auth::Permission::read_audit, chain_of(levels, stored.entry.level));
    });
}

}  // namespace

HomeHandlers::HomeHandlers(const Services& services) : services_(services), words_(own_words()) {
    words_.insert(words_.end(), services.action_words.begin(), services.action_words.end());
}

http::Response HomeHandlers::home(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.staff_frame(request, {.title = t("Staff")});
    auto links = links_of(frame);
    return ports::respond(
        std::move(frame),
        staff_pages::home(t, {request.staff->name, services_.home.news(read, request), std::move(links)}));
}

http::Response HomeHandlers::audit(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto levels = people::levels(read);
    staff_pages::AuditLog log{.entries = {},
                              .staff = known_staff(read, *request.staff, levels),
                              .words = words_,
                              .chosen_staff = id_in<StaffId>(request, "staff"),
                              .chosen_action = request.query.text("action")};
    log.entries = auth::read_audit(read, {.before = id_in<auth::AuditId>(request, "before"),
                                          .limit = kPageLength,
                                          .staff = log.chosen_staff,
                                          .action_prefix = log.chosen_action});
    if (std::ssize(log.entries) == kPageLength) log.older = log.entries.back().id;
    keep_own_levels(log.entries, *request.staff, levels);
    auto frame = services_.frames.staff_frame(request, {.title = t("Audit log")});
    return ports::respond(std::move(frame), staff_pages::audit(t, log));
}

}  // namespace accounts
