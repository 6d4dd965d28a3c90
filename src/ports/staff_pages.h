// ports/staff_pages.h - the parts that staff pages of all slices are made of.
//
//     out.append(ports::staff_head(t, {.title = t("Petitions"), .lead = t("..."), .actions =
//     ports::button_link(...)}));
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/forms.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/editing.h"

namespace ports {

// A step on the way to a page.
struct Crumb {
    std::string label, path;
};

// The head of a page. `above`: the pages that lead here, for breadcrumbs; none: no breadcrumbs.
struct StaffHead {
    std::string title;
    std::string lead{};
    html::SafeHtml actions{};
    std::vector<Crumb> above{};
};
html::SafeHtml staff_head(const i18n::Translator& t, const StaffHead& head);

struct ButtonLink {
    std::string path, label;
    std::string_view icon, kind = "quiet";  // "primary", "quiet", "text"
};
html::SafeHtml button_link(const ButtonLink& link);

struct Badge {
    std::string_view tone;  // "neutral", "success", "warning", "danger", "information", "accent"
    std::string label;
};
html::SafeHtml badge(const Badge& badge);

// A box with a heading.
struct Panel {
    std::string title;
    html::SafeHtml beside_title{};
};
html::SafeHtml panel(const Panel& panel, const html::SafeHtml& body);

// What stands where a list would be that has nothing in it yet: what it is for, and how to begin.
struct EmptyState {
    std::string_view icon;
    std::string title, text;
    html::SafeHtml action{};
};
html::SafeHtml empty_state(const EmptyState& state);

// A form of one button, and above it whatever decides about it.
struct Act {
    std::string path, label;
    html::ButtonKind kind = html::ButtonKind::quiet;
    html::SafeHtml above{};
};
html::SafeHtml act(const i18n::Translator& t, const Act& act);

// A field of an editor and, where somebody else changed it meanwhile, below it what is stored there now.
struct Contested {
    std::string_view name;
    const NamedTexts& conflicts;
};
html::SafeHtml with_theirs(const i18n::Translator& t, const html::SafeHtml& field, const Contested& contested);

// Above a form with conflicts: who saved, and when. Nothing when there is none.
html::SafeHtml conflict_notice(const i18n::Translator& t, const NamedTexts& conflicts, const Saving& saving);

}  // namespace ports
