// The markup of pages that become files.
#include "app/static_site.h"
#include "platform/html/assets.h"
#include "platform/html/links.h"
#include "platform/html/template.h"

namespace app {
namespace {

// The text without whatever lies between these marks, the marks included.
struct Span {
    std::string_view begin, end;
};
std::string without_spans(std::string_view text, const Span& span) {
    std::string kept;
    for (auto at = text.find(span.begin); at != std::string_view::npos; at = text.find(span.begin)) {
        kept += text.substr(0, at);
        const auto end = text.find(span.end, at);
        if (end == std::string_view::npos) return kept;
        text.remove_prefix(end + span.end.size());
    }
    return kept.append(text);
}

// The symbol of this name, as the sprite has it; empty where it has none.
std::string_view symbol(std::string_view sprite, const std::string& name) {
    constexpr std::string_view kEnd = "</symbol>";
    const auto at = sprite.find("<symbol id=\"" + name + "\"");
    if (at == std::string_view::npos) return {};
    return sprite.substr(at, sprite.find(kEnd, at) + kEnd.size() - at);
}

}  // namespace

std::string without_scripts(std::string_view document) {
    const auto silent = without_spans(document, {R"(<script type="module")", "</script>"});
    return without_spans(silent, {R"(<link rel="preload")", ">"});
}

std::string with_symbols(std::string document, const std::vector<std::string>& names) {
    const auto sprite = html::find_asset(html::asset_url("icons.svg").view());
    const auto body = document.rfind("</body>");
    if (!sprite || names.empty() || body == std::string::npos) return document;
    std::string symbols = R"(<svg hidden width="0" height="0">)";
    for (const auto& name : names) symbols += symbol(sprite->content, name);
    symbols += "</svg>";
    return document.insert(body, symbols);
}

std::string choice_document(const std::vector<LanguageChoice>& choices, const std::string& stylesheet) {
    std::string document =
        R"(<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>English, Français</title><link rel="stylesheet" href=")";
    document += stylesheet +
                R"("></head><body class="page"><main class="moment moment--plain"><div class="moment__inner frame">)";
    for (const auto& choice : choices)
        document += html::render<R"(<p class="moment__title"><a href="{}" lang="{}" hreflang="{}">{}</a></p>)">(
                        "/" + choice.file, choice.language, choice.language, choice.name)
                        .take();
    document += "</div></main></body></html>";
    return html::with_links(
        document, [](std::string_view url) { return std::string{url.starts_with('/') ? url.substr(1) : url}; });
}

}  // namespace app
