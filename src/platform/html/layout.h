// platform/html/layout.h - the frame around every page, from <!doctype html> to </html>.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/structured_data.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace html {

struct Link {
    std::string label;
    std::string url;
};

enum class Current { no, page };

struct NavigationLink {
    std::string label;
    std::string url;
    Current current = Current::no;
    std::string icon{};     // staff pages only
    std::string count{};    // staff pages only: how many wait there, already written as a number
    std::string heading{};  // staff pages only: links of one heading follow each other; those without one stand alone
};

enum class Tone { success, warning, error, information };

// One sentence about what has just been done.
struct Flash {
    Tone tone = Tone::success;
    std::string text;
};

// The signed-in member of staff: a bar on public pages, the header of staff pages.
struct StaffBar {
    std::string who;  // "Amélie Roy - editor"
    std::string account_url;
    std::string sign_out_url;   // takes a POST
    std::vector<Link> links{};  // public pages: "Staff", "Edit this page"
};

// The same content for a program: a feed of this page.
struct AlternateDocument {
    std::string title;
    std::string url;   // a path or absolute
    std::string type;  // "application/rss+xml"
};

// Who the page is for, which decides the header and the navigation.
enum class Audience { supporter, staff };
enum class Indexing { allowed, refused };     // by search engines; staff pages are always refused
enum class FormState { fine, has_problems };  // with problems the title begins with "Error:"

struct PictureSize {
    int width = 1200, height = 630;  // pixels: those of a share card
};

struct PageFrame {
    i18n::Translator translator{base::Locale::english};
    std::string campaign{};     // its name, in this language, beside the mark
    std::string title{};        // of the page, without the campaign's name
    std::string description{};  // one or two sentences for search engines and shared links
    std::string path{};         // of this page: "/en/petitions/equality-pledge"
    // Of the same page in the other language. Empty where there is none: then the switch leads to its home page.
    std::string other_path{};
    // refused: the page in the other language only says that it is not written yet, and is no alternate of this one.
    Indexing other_indexing = Indexing::allowed;
    std::string base_url{};     // "https://example.org", for canonical links and shared pictures
    std::string picture_url{};  // of the Open Graph picture, absolute or a path; empty for none
    PictureSize picture_size{};
    std::vector<AlternateDocument> feeds{};
    std::optional<Article> article{};  // what the page says about itself where it is one
    int accent = 1;                    // the level's colour, 1 to 6
    std::string body_class{};
    std::vector<NavigationLink> navigation{};
    std::vector<Link> footer_links{};
    // Of the page that takes ?q=; its description for browsers stands below it as description.xml. Empty for none.
    std::string search_url{};
    std::string footer_slogan{};
    std::string footer_note{};
    std::string demo_mailbox_url{};  // in a demo only: the bar that says so, and the way to its mails
    std::optional<StaffBar> staff_bar{};
    std::optional<Flash> flash{};
    std::vector<std::string_view> scripts{"site.js"};  // names of assets, loaded as modules
    Audience audience = Audience::supporter;
    Indexing indexing = Indexing::allowed;
    FormState form_state = FormState::fine;
    SafeHtml main{};  // the content of <main>
};

// The whole document.
[[nodiscard]] SafeHtml page(const PageFrame& frame);

// What went wrong with a request. Statuses with words of their own: 400, 403, 404, 405, 410, 413, 415, 422, 429, 500,
// 503; any other gets those of 400 or 500 by its class.
struct ErrorPage {
    int status = 500;
    std::string reference{};  // the request id, for those who write to us; may be empty
};

// The frame with words that say what happened and what to do next. Title, description and main of the frame are
// replaced, and search engines are told to leave.
[[nodiscard]] SafeHtml error_page(PageFrame frame, const ErrorPage& error);

}  // namespace html
