#include "ports/page.h"

#include <algorithm>
#include <utility>

namespace ports {
namespace {

std::string in(base::Locale locale, std::string_view path) {
    return "/" + std::string{base::code(locale)} + "/" + std::string{path};
}

html::Current current_if(bool is_here) { return is_here ? html::Current::page : html::Current::no; }

// Whether `path` is the entry's page or below it.
bool is_at(std::string_view path, std::string_view entry) {
    return path == entry || (path.starts_with(entry) && path.substr(entry.size()).starts_with('/'));
}

// Empty for the overview, which stands above all headings.
std::string heading(i18n::Translator t, StaffGroup group) {
    switch (group) {
        case StaffGroup::overview:
            break;
        case StaffGroup::publish:
            return t("Texts and pictures");
        case StaffGroup::signatures:
            return t("Petitions and voices");
        case StaffGroup::politicians:
            return t("Politicians and the press");
        case StaffGroup::meetings:
            return t("Presentations and events");
        case StaffGroup::mail:
            return t("People and mail");
        case StaffGroup::figures:
            return t("Jobs and budgets");
        case StaffGroup::settings:
            return t("Team and settings");
    }
    return {};
}

std::string other_path_of(const PageWords& words, std::string_view path) {
    if (words.other_path == kNoOtherLanguage) return {};
    return words.other_path.empty() ? in_other_language(path) : words.other_path;
}

}  // namespace

void PageFrames::add_staff_entry(StaffEntry entry) {
    const auto place = [](const StaffEntry& each) { return std::pair{each.group, each.order}; };
    const auto behind = std::ranges::upper_bound(staff_entries_, place(entry), {}, place);
    staff_entries_.insert(behind, std::move(entry));
}

html::PageFrame PageFrames::common(const http::Request& request, PageWords& words) const {
    const i18n::Translator t{request.locale};
    html::PageFrame frame;
    frame.translator = t;
    frame.campaign = settings_.campaign(request.locale);
    frame.path = words.path.empty() ? request.path : std::move(words.path);
    frame.other_path = other_path_of(words, frame.path);
    frame.other_indexing = words.other_indexing;
    frame.picture_size = words.picture_size;
    frame.feeds = std::move(words.feeds);
    frame.article = std::move(words.article);
    frame.base_url = settings_.public_url;
    frame.title = std::move(words.title);
    frame.description = std::move(words.description);
    frame.accent = words.accent;
    frame.flash = std::move(words.flash);
    frame.form_state = words.form_state;
    frame.indexing = words.indexing;
    if (!settings_.demo_mailbox_path.empty()) frame.demo_mailbox_url = in(request.locale, settings_.demo_mailbox_path);
    if (request.staff && settings_.staff_bar) frame.staff_bar = settings_.staff_bar(request);
    return frame;
}

void PageFrames::add_page_links(html::PageFrame& frame, base::Locale locale, std::optional<base::LevelId> level) const {
    if (!settings_.page_links) return;
    auto links = settings_.page_links(locale, level);
    for (auto& link : links.header) {
        if (frame.navigation.size() >= kMostMenuEntries) break;
        const auto current = current_if(link.url == frame.path);
        frame.navigation.push_back({std::move(link.label), std::move(link.url), current});
    }
    frame.footer_links = std::move(links.footer);
}

html::PageFrame PageFrames::frame(const http::Request& request, PageWords words) const {
    html::PageFrame frame = common(request, words);
    const i18n::Translator t{request.locale};
    frame.picture_url = words.picture_url.empty() ? in(request.locale, "share-card.png") : std::move(words.picture_url);
    for (const auto& entry : settings_.menu) {
        const auto url = in(request.locale, entry.path);
        frame.navigation.push_back({entry.label(request.locale), url, current_if(url == frame.path)});
    }
    add_page_links(frame, request.locale, words.level);
    for (const auto& entry : settings_.footer)
        frame.footer_links.push_back({entry.label(request.locale), in(request.locale, entry.path)});
    if (!settings_.search_path.empty()) frame.search_url = in(request.locale, settings_.search_path);
    frame.footer_slogan = t("Quality public services. All together now.");
    if (!settings_.demo_mailbox_path.empty())
        frame.footer_note = t("This is a demonstration. The people, places and numbers are invented.");
    if (!frame.staff_bar) return frame;
    frame.staff_bar->links.push_back({t("Staff pages"), in(request.locale, "staff")});
    if (!words.edit_path.empty())
        frame.staff_bar->links.push_back({t("Edit this page"), in(request.locale, words.edit_path)});
    return frame;
}

html::PageFrame PageFrames::staff_frame(const http::Request& request, PageWords words) const {
    html::PageFrame frame = common(request, words);
    frame.audience = html::Audience::staff;
    const i18n::Translator t{request.locale};
    for (const auto& entry : staff_entries_) {
        if (entry.may_see && !entry.may_see(request)) continue;
        const auto url = in(request.locale, entry.path);
        const bool is_home = entry.path == "staff";
        frame.navigation.push_back({.label = t(entry.label),
                                    .url = url,
                                    .current = current_if(is_home ? url == frame.path : is_at(frame.path, url)),
                                    .icon = entry.icon,
                                    .heading = heading(t, entry.group)});
    }
    return frame;
}

std::string in_other_language(std::string_view path) {
    std::string other{path};
    if (other.starts_with("/en"))
        other.replace(1, 2, "fr");
    else if (other.starts_with("/fr"))
        other.replace(1, 2, "en");
    return other;
}

http::Response respond(html::PageFrame frame, html::SafeHtml main, int status) {
    frame.main = std::move(main);
    return http::page(html::page(frame), status);
}

}  // namespace ports
