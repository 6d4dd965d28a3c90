// features/message_guides/handlers_parts.h - what the handlers of this slice share. Included by them only.
#pragma once
#include <fmt/format.h>

#include "features/message_guides/handlers.h"
#include "features/message_guides/paper.h"
#include "features/message_guides/store.h"
#include "people/store.h"
#include "platform/html/markdown.h"

namespace message_guides {

inline int accent_of(const people::LevelTree& levels, base::LevelId level) {
    const auto* const found = levels.find(level);
    return found != nullptr ? found->accent : 1;
}
inline std::string name_of(const people::LevelTree& levels, base::LevelId level, base::Locale locale) {
    const auto* const found = levels.find(level);
    return found != nullptr ? found->name(locale) : std::string{};
}

// Staff read what members read.
inline Reader reader_of(const http::Request& request) { return request.staff ? Reader::member : Reader::everybody; }

inline std::vector<pages::Listed> listed(const std::vector<Published>& guides, const people::LevelTree& levels,
                                         base::Locale locale) {
    std::vector<pages::Listed> list;
    for (const Published& each : guides)
        if (has_language(each.content(), locale))
            list.push_back({each, name_of(levels, each.guide.level, locale), accent_of(levels, each.guide.level)});
    return list;
}

// What is printed, for this request.
inline PaperOrder paper_order(const Services& services, const http::Request& request, const Published& guide,
                              const people::LevelTree& levels) {
    std::string address = services.frames.public_url();
    if (const auto scheme = address.find("://"); scheme != std::string::npos) address.erase(0, scheme + 3);
    return {.content = guide.content(),
            .locale = request.locale,
            .story = html::plain_text(guide.content().story.in(request.locale)),
            .campaign = services.frames.campaign(request.locale),
            .address = address + pages::list_path(request.locale),
            .accent = accent_of(levels, guide.guide.level),
            .version = guide.version.number,
            .made_at = guide.version.approved_at.value_or(guide.version.at)};
}

inline http::Response leaflet_of(const PaperOrder& order, const Published& guide) {
    return http::download({.name = fmt::format("{}-{}.pdf", guide.guide.slug, base::code(order.locale)),
                           .type = "application/pdf",
                           .bytes = leaflet_pdf(order)});
}
inline http::Response card_of(const PaperOrder& order, const Published& guide, bool is_sheet) {
    return http::download(
        {.name = fmt::format("{}-{}-{}.pdf", guide.guide.slug, is_sheet ? "cards" : "card", base::code(order.locale)),
         .type = "application/pdf",
         .bytes = is_sheet ? card_sheet_pdf(order) : card_pdf(order)});
}

inline html::FormState state_of(const base::Problems& problems) {
    return problems.empty() ? html::FormState::fine : html::FormState::has_problems;
}

}  // namespace message_guides
