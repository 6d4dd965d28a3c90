#include "features/mailing_list/preference_form.h"

#include <algorithm>

#include "base/whole_number.h"

namespace mailing_list {
namespace {

base::Instant paused_until(const people::MailPreferences& before, std::string_view pause, base::Instant now) {
    if (pause == "none") return base::Instant{};
    const auto months = base::whole_number(pause);
    const auto found = std::ranges::find(kPauses, months.value_or(0), &Pause::months);
    return found == kPauses.end() ? before.paused_until : now + found->length;
}

}  // namespace

people::MailPreferences chosen(const people::MailPreferences& before, const PreferenceForm& form, base::Instant now) {
    people::MailPreferences after = before;
    after.left_out.bits = (before.left_out.bits & ~form.shown.bits) | (form.shown.bits & ~form.kept.bits);
    const auto most = base::whole_number(form.most_per_week);
    if (most && std::ranges::find(kMostPerWeek, *most) != kMostPerWeek.end())
        after.most_per_week = static_cast<int>(*most);
    after.paused_until = paused_until(before, form.pause, now);
    return after;
}

}  // namespace mailing_list
