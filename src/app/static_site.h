// app/static_site.h - pages of the running site as a folder of files that opens without a server and without scripts.
//
// The pages are those that the routes answer with, from one snapshot; links between them become relative, links to
// anything else lead to the site on the Internet. Stylesheet, fonts and pictures come along.
#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/transaction.h"
#include "platform/http/router.h"

namespace app {

struct StaticSite {
    const http::Router& router;
    std::string public_url;                              // "https://example.org"
    std::filesystem::path folder;                        // is there, and empty
    std::vector<std::string> starts;                     // the first is where index.html leads, by language
    std::function<bool(std::string_view path)> belongs;  // which pages come along
    base::Instant now;                                   // what the pages take for the present
};

struct StaticSiteReport {
    std::int64_t pages = 0, files = 0;  // HTML; everything else
    std::vector<std::string> missing;   // addresses that should have come along and answered with something else
};

// on_file is called after each file, for a progress bar. Faults of the disk are thrown.
StaticSiteReport write_static_site(const StaticSite& site, db::Read& read, const std::function<void()>& on_file);

// Where an address lies in the folder: "/en/news/x?after=2019-05-03.7" is "en/news/x~after-2019-05-03.7.html",
// "/pictures/a-960.jpg" is itself.
std::string file_of(std::string_view address);

// The way from one file to another: "../articles/a.html" from "en/news/x.html" to "en/articles/a.html".
struct Way {
    std::string_view from, to;
};
std::string relative_way(const Way& way);

// ---- Markup, in static_site_pages.cpp

// The document without scripts to load and fonts to load beforehand.
std::string without_scripts(std::string_view document);
// The document with these symbols of the sprite in it, since a file may not take them from another one.
std::string with_symbols(std::string document, const std::vector<std::string>& names);
// index.html: the first page of each language.
struct LanguageChoice {
    std::string language, name, file;  // "fr", "Français", "fr/news/solidarite.html"
};
std::string choice_document(const std::vector<LanguageChoice>& choices, const std::string& stylesheet);

}  // namespace app
