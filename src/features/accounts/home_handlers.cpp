#include "features/accounts/home_handlers.h"

#include <algorithm>
#include <charconv>

#include "features/accounts/store.h"
#include "people/store.h"

namespace accounts {
namespace {

constexpr std::int64_t kPageLength = 50;

std::vector<ActionWord> own_words() {
    return {{"accounts.sign_in", base::message("signed in")},
            {"accounts.invite", base::message("invited")},
            {"accounts.add", base::message("added to the team:")},
            {"accounts.set_password", base::message("set a new password")},
            {"accounts.give_role", base::message("gave a role to")},
            {"accounts.take_role", base::message("took a role from")},
            {"accounts.deactivate", base::message("deactivated")},
            {"accounts.reactivate", base::message("let in again")},
            {"accounts.end_session", base::message("signed out devices of")},
            {"accounts.turn_on_codes", base::message("turned on one-time codes")},
            {"accounts.turn_off_codes", base::message("turned off the one-time codes of")}};
}

template <class Identity>
std::optional<Identity> id_in(const http::Request& request, std::string_view field) {
    const auto text = request.query.view(field);
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (error != std::errc{} || end != text.data() + text.size() || id <= 0) return std::nullopt;
    return Identity{id};
}

// The menu as tiles, where nobody has anything better to say.
std::vector<HomeLink> links_of(const html::PageFrame& frame) {
    std::vector<HomeLink> links;
    for (const auto& entry : frame.navigation)
        if (entry.url != frame.path) links.push_back({entry.label, entry.url, entry.count});
    return links;
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
    const auto links = services_.home_links ? services_.home_links(request, read) : links_of(frame);
    return ports::respond(std::move(frame), staff_pages::home(t, request.staff->name, links));
}

http::Response HomeHandlers::audit(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    staff_pages::AuditLog log{.entries = {},
                              .staff = all_staff(read),
                              .words = words_,
                              .chosen_staff = id_in<StaffId>(request, "staff"),
                              .chosen_action = request.query.text("action")};
    log.entries = auth::read_audit(read, {.before = id_in<auth::AuditId>(request, "before"),
                                          .limit = kPageLength,
                                          .staff = log.chosen_staff,
                                          .action_prefix = log.chosen_action});
    if (std::ssize(log.entries) == kPageLength) log.older = log.entries.back().id;
    keep_own_levels(log.entries, *request.staff, people::levels(read));
    auto frame = services_.frames.staff_frame(request, {.title = t("Audit log")});
    return ports::respond(std::move(frame), staff_pages::audit(t, log));
}

}  // namespace accounts
