// What pages.h declares about the panel beside a field.
#include <fmt/format.h>

#include "features/message_guides/pages.h"
#include "features/message_guides/uses.h"
#include "platform/html/assets.h"

namespace message_guides::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

void write_hint(Out& out, const Panel& view, const Hint& hint) {
    html::write<
        R"(<li class="word-panel__hint" lang="{}"><q>{}</q> <span aria-hidden="true">→</span> <strong>{}</strong>. {}</li>)">(
        out, base::code(view.panel.words_in),
        std::string_view{view.panel.text}.substr(hint.begin, hint.end - hint.begin), hint.better, hint.why);
}

void write_hints(Out& out, const Translator& t, const Panel& view) {
    html::write<
        R"(<div class="word-panel__hints" role="status" data-word-hints {}><p class="word-panel__title">{} {}</p><ul class="word-panel__list">)">(
        out, html::attribute_if(view.hints.empty(), "hidden"), html::icon("info"), t("Words that have better ones"));
    for (const Hint& hint : view.hints) write_hint(out, view, hint);
    html::write<"</ul></div>">(out);
}

// The other one waits for a script that tries the two against each other.
void write_wording(Out& out, const Translator& t, const std::string& words, Wording wording) {
    const bool is_first = wording == Wording::first;
    html::write<
        R"(<p class="word-panel__say" data-wording="{}" {}><span data-words>{}</span> <button class="button button--quiet button--small" type="button" data-insert hidden>{} {}</button></p>)">(
        out, is_first ? "0" : "1", html::attribute_if(!is_first, "hidden"), words, html::icon("plus"), t("Insert"));
}

void write_suggestion(Out& out, const Translator& t, const Panel& view, const ports::SuggestedWords& words) {
    html::write<
        R"(<li class="word-panel__item" data-guide-pair="{}" data-uses="/api/v1/guides/{}/uses" lang="{}"><p class="word-panel__heard">{}</p>)">(
        out, words.pair, words.guide, base::code(view.panel.words_in),
        quoted(Translator{view.panel.words_in}, words.heard));
    write_wording(out, t, words.say, Wording::first);
    if (!words.other.empty()) write_wording(out, t, words.other, Wording::other);
    html::write<"</li>">(out);
}

// One guide below the other, each to be opened.
void write_suggestions(Out& out, const Translator& t, const Panel& view) {
    html::write<R"(<p class="word-panel__head">{} (<span lang="{}">{}</span>)</p>)">(
        out, t("Words That Work: what you can say here"), base::code(view.panel.words_in),
        i18n::own_name(view.panel.words_in));
    for (std::size_t i = 0; i < view.words.size();) {
        const std::string& guide = view.words[i].guide;
        html::write<
            R"(<details class="disclosure"><summary class="disclosure__summary" lang="{}">{}</summary><div class="disclosure__body"><ul class="word-panel__items">)">(
            out, base::code(view.panel.words_in), view.words[i].title);
        for (; i < view.words.size() && view.words[i].guide == guide; ++i)
            write_suggestion(out, t, view, view.words[i]);
        html::write<"</ul></div></details>">(out);
    }
}

}  // namespace

SafeHtml panel(const Translator& t, const Panel& view) {
    if (view.words.empty() && view.hints.empty()) return {};
    Out out;
    html::write<
        R"(<div class="word-panel" data-word-panel="{}" data-language="{}" data-check="/api/v1/guides/check">)">(
        out, view.panel.field, base::code(view.panel.words_in));
    write_hints(out, t, view);
    if (!view.words.empty()) write_suggestions(out, t, view);
    html::write<"</div>">(out);
    return std::move(out).finish();
}

}  // namespace message_guides::pages
