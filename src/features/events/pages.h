// features/events/pages.h - what the public sees of events. Each gives the content of <main>; block() and embed() a
// part.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "features/events/event.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/paging.h"

namespace events::pages {

struct List {
    const std::vector<Event>& upcoming;  // those of the page
    const std::vector<Event>& past;
    ports::ListPosition position{};
};
html::SafeHtml list(const i18n::Translator& t, const List& view);
struct Block {
    const std::vector<Event>& upcoming;
    std::string heading;  // "" for ours
    html::SafeHtml text{};
};
html::SafeHtml block(const i18n::Translator& t, const Block& view);
// Those that a champion gives, as a part of their own page; nothing where there are none.
html::SafeHtml given(const i18n::Translator& t, const std::vector<Event>& events);
// The next few alone, for frames on other sites; links leave the frame.
html::SafeHtml embed(const i18n::Translator& t, const std::vector<Event>& upcoming, std::string_view public_url);

struct Show {
    const Event& event;
    const GuestForm& typed;
    const base::Problems& problems;
    base::Instant now;
};
html::SafeHtml show(const i18n::Translator& t, const Show& view);
html::SafeHtml asked(const i18n::Translator& t, const Event& event, std::string_view mailbox_path);

// Behind the mailed link.
struct Own {
    const Guest& guest;
    const Event& event;
    std::string token;
    base::Instant now;
};
html::SafeHtml own(const i18n::Translator& t, const Own& view);
html::SafeHtml broken_link(const i18n::Translator& t);

}  // namespace events::pages
