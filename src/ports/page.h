// ports/page.h - how a slice gets the frame of its pages: navigation, footer, names, and what signed-in staff see.
//
//     auto frame = frames.frame(request, {.title = text.title, .description = text.lead, .accent = level.accent});
//     return ports::respond(std::move(frame), pages::show(t, petition));
#pragma once
#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/level_id.h"
#include "base/locale.h"
#include "base/problem.h"
#include "platform/html/layout.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

namespace ports {

// What one page says about itself. Titles are in the request's language.
struct PageWords {
    std::string title;
    std::string description{};
    // Of this page; empty: the request's path.
    std::string path{};
    // Of the same page in the other language; empty: the path with the other prefix. kNoOtherLanguage: there is none.
    std::string other_path{};
    html::Indexing other_indexing = html::Indexing::allowed;  // refused: it is there, but not in its own language
    std::string picture_url{};                                // empty: the share card of the hub
    html::PictureSize picture_size{};
    std::vector<html::AlternateDocument> feeds{};
    std::optional<html::Article> article{};
    int accent = 1;                        // the level's
    std::optional<base::LevelId> level{};  // whose menus it has; absent: the nation's
    std::string edit_path{};               // where staff edit this page: a link in their bar
    std::optional<html::Flash> flash{};
    html::FormState form_state = html::FormState::fine;
    html::Indexing indexing = html::Indexing::allowed;
};

// In the header: more do not fit beside each other in French.
inline constexpr std::size_t kMostMenuEntries = 6;

inline constexpr std::string_view kNoOtherLanguage = "-";

// A link of the public menu or the footer: path without the language, "petitions/equality-pledge".
struct MenuEntry {
    std::function<std::string(base::Locale)> label;
    std::string path;
};

// The headings of the staff menu, in the order in which they stand there.
enum class StaffGroup { overview, publish, signatures, politicians, meetings, mail, figures, settings };

// A link of the staff menu, within its group by order. may_see is asked with the signed-in principal's request.
struct StaffEntry {
    base::Message label;
    std::string path;  // without the language: "staff/petitions"
    std::string icon;
    StaffGroup group = StaffGroup::overview;
    int order = 100;
    std::function<bool(const http::Request&)> may_see{};  // absent: all staff
};

// Links to pages that staff put into the menus.
struct PageLinks {
    std::vector<html::Link> header{}, footer{};
};

// What all pages share; app fills it.
struct FrameSettings {
    std::string public_url;  // "https://example.org"
    std::function<std::string(base::Locale)> campaign;
    std::string demo_mailbox_path{};  // without the language, "demo/mailbox"; in a demo only
    std::vector<MenuEntry> menu{};    // public; with those of page_links kMostMenuEntries are shown
    std::vector<MenuEntry> footer{};
    std::string search_path{};  // without the language, "search": the field in the header; empty for none
    // What stands behind the fixed ones, for pages of this level (absent: of the nation); may be absent.
    std::function<PageLinks(base::Locale, std::optional<base::LevelId>)> page_links{};
    // Who is signed in, for the bar and the header of staff pages; nullopt for the public.
    std::function<std::optional<html::StaffBar>(const http::Request&)> staff_bar{};
};

class PageFrames {
public:
    explicit PageFrames(FrameSettings settings) : settings_(std::move(settings)) {}

    void add_staff_entry(StaffEntry entry);

    // The frame of a public page. Its main part is still to be filled in.
    html::PageFrame frame(const http::Request& request, PageWords words) const;

    // The frame of a staff page: the staff menu with those entries that this person may see, under their headings.
    html::PageFrame staff_frame(const http::Request& request, PageWords words) const;

    // How many pages of text have room in the menu at the top, beside the site's own entries.
    std::size_t header_room() const { return kMostMenuEntries - std::min(kMostMenuEntries, settings_.menu.size()); }

    const std::string& public_url() const { return settings_.public_url; }
    std::string campaign(base::Locale locale) const { return settings_.campaign(locale); }

private:
    html::PageFrame common(const http::Request& request, PageWords& words) const;
    void add_page_links(html::PageFrame& frame, base::Locale locale, std::optional<base::LevelId> level) const;

    FrameSettings settings_;
    std::vector<StaffEntry> staff_entries_;
};

// "/fr/..." for "/en/..." and the other way round.
std::string in_other_language(std::string_view path);

// The finished page.
http::Response respond(html::PageFrame frame, html::SafeHtml main, int status = 200);

}  // namespace ports
