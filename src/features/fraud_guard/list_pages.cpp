// What pages.h declares about allow, block and watch lists.
#include <fmt/format.h>

#include "features/fraud_guard/pages.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace fraud_guard::pages {
namespace {

using html::Out;
using i18n::Translator;

ports::Badge badge_of(const Translator& t, List list) {
    switch (list) {
        case List::allow:
            return {"success", t("Allowed")};
        case List::block:
            return {"danger", t("Blocked")};
        case List::watch:
            return {"warning", t("Watched")};
    }
    return {"neutral", ""};
}

std::vector<html::Choice> list_choices(const Translator& t) {
    return {{"allow", t("Allow"),
             t("Rules about networks are silent for a network, rules about addresses for an "
               "address or a domain. For union halls and offices.")},
            {"watch", t("Watch"), t("Sign-ons are accepted and flagged.")},
            {"block", t("Block sign-ons"), t("Sign-ons are refused. An entry on the allow list comes first.")}};
}

void write_new(Out& out, const Translator& t, const ListPage& view) {
    const html::Fields fields{t, view.problems};
    const auto form = [&](Out& inside) {
        html::write<"{}{}{}{}{}{}">(
            inside, fields.error_summary(),
            fields.radio_group(
                {.name = "list", .legend = t("List"), .choices = list_choices(t), .value = view.typed.list}),
            fields.text({.name = "pattern",
                         .label = t("Network, address, domain or country"),
                         .value = view.typed.pattern,
                         .hint = t("Like 192.0.2.0/24, 2001:db8::/48, *@mail.example, *.mail.example or FR. * stands "
                                   "for any characters."),
                         .max_length = 254}),
            fields.text({.name = "reason", .label = t("Reason"), .value = view.typed.reason, .max_length = 300}),
            fields.text({.name = "days",
                         .label = t("For how many days"),
                         .value = view.typed.days,
                         .kind = html::TextKind::number,
                         .required = html::Required::no,
                         .hint = t("Empty: until somebody ends it. Networks change hands: give them an end."),
                         .size = html::FieldSize::small}),
            fields.button({.label = t("Put on the list")}));
    };
    out.append(ports::panel({t("New entry")},
                            html::render<R"(<form class="form" method="post" action="{}" novalidate>{}</form>)">(
                                path_of(t.locale(), "/lists"), form)));
}

std::string until(const Translator& t, const ListEntry& entry, base::Instant now) {
    if (entry.ended_at)
        return t("ended {time} by {name}",
                 {{"time", t.date(*entry.ended_at)}, {"name", entry.ended_by.value_or(std::string{})}});
    if (!entry.expires_at) return t("until ended");
    if (*entry.expires_at <= now) return t("ran out {time}", {{"time", t.date(*entry.expires_at)}});
    return t("until {time}", {{"time", t.date(*entry.expires_at)}});
}

void write_entry(Out& out, const Translator& t, const ListEntry& entry, base::Instant now) {
    const auto end = [&](Out& cell) {
        if (!entry.ended_at)
            cell.append(ports::act(t, {fmt::format("{}/{}/ending", path_of(t.locale(), "/lists"), entry.id.value),
                                       t("End it"), html::ButtonKind::quiet,
                                       html::render<R"(<span class="visually-hidden">{}</span>)">(entry.pattern)}));
    };
    html::write<R"(
<tr><th scope="row">{}</th><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}, {}</td>
  <td data-label="{}">{}</td><td class="table__actions">{}</td></tr>)">(
        out, entry.pattern, t("List"), ports::badge(badge_of(t, entry.list)), t("Reason"), entry.reason, t("Since"),
        t.date(entry.created_at), entry.created_by, t("Until"), until(t, entry, now), end);
}

struct Entries {
    std::string id, caption;
    const std::vector<ListEntry>& entries;
};

void write_entries(Out& out, const Translator& t, const Entries& shown, base::Instant now) {
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="{}" tabindex="0"><table class="table table--cards">
<caption class="table__caption" id="{}">{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col"><span class="visually-hidden">{}</span></th></tr></thead><tbody>)">(
        out, shown.id, shown.id, shown.caption, t("What"), t("List"), t("Reason"), t("Since"), t("Until"), t("End it"));
    for (const ListEntry& entry : shown.entries) write_entry(out, t, entry, now);
    html::write<"</tbody></table></div>">(out);
}

}  // namespace

html::SafeHtml lists(const Translator& t, const ListPage& view) {
    Out out;
    out.append(ports::staff_head(t, {.title = t("Lists"),
                                     .lead = t("Whom the rules leave alone, whom they flag, and whom they refuse."),
                                     .above = {{t("Fraud guard"), path_of(t.locale())}}}));
    write_new(out, t, view);
    if (view.entries.empty())
        out.append(ports::empty_state({"list", t("Nothing is listed"),
                                       t("Put the network of a union hall on the allow list before its meeting.")}));
    else
        write_entries(out, t, {"entries", t("On the lists"), view.entries}, view.now);
    if (!view.ended.empty()) write_entries(out, t, {"ended", t("Ended"), view.ended}, view.now);
    return std::move(out).finish();
}

}  // namespace fraud_guard::pages
