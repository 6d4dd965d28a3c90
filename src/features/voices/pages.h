// features/voices/pages.h - what the public sees: the wall, one voice, the form, and the pages behind mailed links.
// Each gives the content of <main>.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "features/voices/decision_store.h"
#include "features/voices/store.h"
#include "features/voices/voice.h"
#include "features/voices/wall_store.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/petitions.h"

namespace voices::pages {

enum class View : unsigned char { grid, list };  // equal in content

struct Filter {
    std::optional<people::Province> province{};
    std::optional<base::Locale> language{};
    View view = View::grid;
};

struct Wall {
    std::vector<store::OnTheWall> voices;
    Filter filter{};
    std::int64_t shown = 0;  // that the filter lets through, on all pages
    std::int64_t all = 0;
    bool is_first_page = true;
    bool is_reported = false;
    std::int64_t older = 0;  // where the next page begins; 0: there is none
};
html::SafeHtml wall(const i18n::Translator& t, const Wall& wall);

struct One {
    const ports::Voice& voice;
    std::optional<ports::PetitionFacts> petition;  // that the same person signed
    std::string site;                              // "https://example.org"
    bool is_reported = false;
};
html::SafeHtml one(const i18n::Translator& t, const One& one);

struct How {
    std::vector<store::ReasonCount> not_shown;
    std::int64_t shown;
    std::string site;  // "https://example.org"
};
html::SafeHtml how(const i18n::Translator& t, const How& how);

// For frames on other sites: a whole document.
struct Framed {
    const std::vector<store::OnTheWall>& voices;
    std::int64_t all;
    std::string site, campaign;
};
html::SafeHtml framed(const i18n::Translator& t, const Framed& framed);

// For hubs.
struct Block {
    std::string_view heading;
    const std::vector<store::OnTheWall>& voices;
    std::int64_t all;
};
html::SafeHtml block(const i18n::Translator& t, const Block& block);

struct Form {
    VoiceForm typed;
    const base::Problems& problems;
    std::string organisation;
};
html::SafeHtml form(const i18n::Translator& t, const Form& form);
html::SafeHtml sent(const i18n::Translator& t, const std::string& demo_mailbox);

// Behind a mailed link.
struct Own {
    const Voice& voice;
    std::string token;
    enum class Reader : unsigned char { sender, guardian } reader;
    std::string consent;  // the words that were agreed to
    const base::Problems& problems;
};
html::SafeHtml own(const i18n::Translator& t, const Own& own);
html::SafeHtml withdrawn(const i18n::Translator& t);
html::SafeHtml broken_link(const i18n::Translator& t);

// A picture as wide as what is around it, or the tile with initials. Its words are said in the language they are in.
html::SafeHtml tile(const i18n::Translator& t, const ports::Voice& voice);
html::SafeHtml initials(const Voice& voice);  // of one that has no picture
// "Moncton, New Brunswick"; "" where nothing is known.
std::string place_of(const i18n::Translator& t, const ports::Voice& voice);

std::string wall_path(base::Locale locale);  // "/en/voices"
std::string form_path(base::Locale locale);  // "/en/voices/new"
std::string sent_path(base::Locale locale);

}  // namespace voices::pages
