#include "features/voices/pages.h"

#include <array>

#include <fmt/format.h>

#include "platform/html/assets.h"
#include "platform/html/frame_document.h"
#include "platform/html/picture.h"
#include "platform/html/share_links.h"

namespace voices::pages {
namespace {

using html::Out;
using html::SafeHtml;
using html::write;
using i18n::Translator;

enum class Pages : unsigned char { ours, of_others };

std::string address(base::Locale locale, const Filter& filter, std::int64_t before = 0) {
    std::string query;
    const auto add = [&](std::string_view name, std::string_view value) {
        query += fmt::format("{}{}={}", query.empty() ? "?" : "&", name, value);
    };
    if (filter.province) add("province", people::code(*filter.province));
    if (filter.language) add("language", base::code(*filter.language));
    if (filter.view == View::list) add("view", "list");
    if (before != 0) add("before", std::to_string(before));
    return wall_path(locale) + query;
}

SafeHtml initials_tile(std::string_view name, VoiceId voice) {
    return html::render<R"(<span class="voice-initials accent-{}" aria-hidden="true"><span>{}</span></span>)">(
        accent_of(voice), initials_of(name));
}

std::string alt_of(const Translator& t, const ports::Voice& voice) {
    return voice.alt.empty() ? t("A photo that {name} sent", {{"name", voice.name}}) : voice.alt;
}

SafeHtml photo(const Translator& t, const ports::Voice& voice, html::DisplayWidth width) {
    std::vector<html::PictureFile> webp, jpeg;
    for (const auto& file : voice.webp) webp.push_back({file.path, file.width, file.bytes});
    for (const auto& file : voice.jpeg) jpeg.push_back({file.path, file.width, file.bytes});
    const std::string alt = alt_of(t, voice);
    return html::render<R"(<span class="voice-photo" lang="{}">{}</span>)">(
        base::code(voice.alt.empty() ? t.locale() : voice.locale), html::picture({.webp = webp,
                                                                                  .jpeg = jpeg,
                                                                                  .width = voice.width,
                                                                                  .height = voice.height,
                                                                                  .alt = alt,
                                                                                  .placeholder = voice.placeholder,
                                                                                  .display_width = width}));
}

void write_words(Out& out, const ports::Voice& voice) {
    if (voice.message.empty()) return;
    write<R"(<blockquote class="voice__words" lang="{}" dir="auto">{}</blockquote>)">(out, base::code(voice.locale),
                                                                                      voice.message);
}

void write_card(Out& out, const Translator& t, const ports::Voice& voice, Pages pages, std::string_view site) {
    const std::string path = std::string{site} + ports::voice_path(voice.id, t.locale());
    const bool is_ours = pages == Pages::ours;
    write<R"(<li class="voice"><div class="voice__picture">{}</div><div class="voice__said">)">(out, tile(t, voice));
    write_words(out, voice);
    write<R"(<p class="voice__who"><a class="voice__link" href="{}"{}{}>{}</a> <span>{}</span></p></div></li>)">(
        out, path, html::attribute_if(!is_ours, "target", "_blank"), html::attribute_if(!is_ours, "rel", "noopener"),
        voice.name, place_of(t, voice));
}

void write_cards(Out& out, const Translator& t, const std::vector<store::OnTheWall>& voices, View view) {
    write<R"(<ul class="voices voices--{}">)">(out, view == View::list ? "list" : "grid");
    for (const auto& each : voices) write_card(out, t, each.voice, Pages::ours, "");
    write<"</ul>">(out);
}

void write_head(Out& out, const Translator& t, const Wall& wall) {
    write<R"(
<header class="voices-hero"><div class="voices-hero__inner frame"><div class="voices-hero__words">
<h1 class="voices-hero__title">{}</h1><p class="voices-hero__lead">{}</p></div>
<div class="voices-hero__act">)">(
        out, t("The photo wall"),
        t("Everybody here has looked into a camera and said why public services matter to them. Together they are one "
          "picture."));
    if (wall.all > 0)
        write<
            R"(<p class="voices-hero__tally"><span class="voices-hero__count" data-counts-up="{}">{}</span> <span class="voices-hero__unit">{}</span></p>)">(
            out, wall.all, t.number(wall.all), wall.all == 1 ? t("voice so far") : t("voices so far"));
    write<R"(<p><a class="button button--invert button--large" href="{}">{} {}</a></p></div></div></header>)">(
        out, form_path(t.locale()), t("Add your voice"), html::icon("camera"));
}

void write_options(Out& out, const Translator& t, const Filter& filter) {
    write<R"(<option value="">{}</option>)">(out, t("Everywhere"));
    for (const auto each : people::kProvinces)
        write<R"(<option value="{}"{}>{}</option>)">(
            out, people::code(each), html::attribute_if(filter.province == each, "selected"), t(people::name(each)));
}

void write_languages(Out& out, const Translator& t, const Filter& filter) {
    write<R"(<option value="">{}</option>)">(out, t("Both languages"));
    for (const auto each : base::kLocales)
        write<R"(<option value="{}"{}>{}</option>)">(out, base::code(each),
                                                     html::attribute_if(filter.language == each, "selected"),
                                                     each == base::Locale::english ? t("English") : t("French"));
}

void write_tools(Out& out, const Translator& t, const Wall& wall) {
    write<R"(
<div class="voices-tools"><form class="voices-filter" method="get" action="{}">
<div class="voices-filter__field"><label class="field__label" for="province">{}</label><span class="select"><select class="field__input select__control" id="province" name="province">{}</select></span></div>
<div class="voices-filter__field"><label class="field__label" for="language">{}</label><span class="select"><select class="field__input select__control" id="language" name="language">{}</select></span></div>
{}<button class="button button--quiet" type="submit">{} {}</button></form>)">(
        out, wall_path(t.locale()), t("Province or territory"),
        [&](Out& options) { write_options(options, t, wall.filter); }, t("Language"),
        [&](Out& options) { write_languages(options, t, wall.filter); },
        [&](Out& view) {
            if (wall.filter.view == View::list) write<R"(<input type="hidden" name="view" value="list">)">(view);
        },
        html::icon("filter"), t("Show"));
    write<R"(
<form class="voices-filter voices-filter--words" method="get" action="/{}/search" role="search" aria-label="{}"><input type="hidden" name="kind" value="voices">
<div class="voices-filter__field"><label class="field__label" for="words">{}</label><input class="field__input" id="words" name="q" type="search"></div>
<button class="button button--quiet" type="submit">{} {}</button></form></div>)">(
        out, base::code(t.locale()), t("A town, or words of a message"), t("A town, or words of a message"),
        html::icon("search"), t("Search"));
}

void write_views(Out& out, const Translator& t, const Wall& wall) {
    write<R"(<div class="voices-bar"><p class="voices-bar__count">{}</p><ul class="voices-bar__views">)">(
        out, t.plural("{count} voice", "{count} voices", wall.shown));
    for (const View view : {View::grid, View::list}) {
        Filter filter = wall.filter;
        filter.view = view;
        write<R"(<li><a href="{}"{}>{} {}</a></li>)">(
            out, address(t.locale(), filter), html::attribute_if(view == wall.filter.view, "aria-current", "true"),
            html::icon(view == View::grid ? "grid" : "list"), view == View::grid ? t("As a wall") : t("As a list"));
    }
    write<"</ul></div>">(out);
}

void write_none(Out& out, const Translator& t, const Wall& wall) {
    write<R"(<p class="empty">{} <a href="{}">{}</a></p>)">(
        out, wall.all == 0 ? t("Nobody is here yet. Be the first.") : t("Nobody is here with this choice yet."),
        form_path(t.locale()), t("Add your voice"));
}

void write_pager(Out& out, const Translator& t, const Wall& wall) {
    if (wall.is_first_page && wall.older == 0) return;
    write<R"(<nav class="pager" aria-label="{}">)">(out, t("Pages"));
    if (!wall.is_first_page)
        write<R"(<a class="pager__link" href="{}">{} {}</a>)">(out, address(t.locale(), wall.filter),
                                                               html::icon("arrow-left"), t("The newest"));
    if (wall.older != 0)
        write<R"(<a class="pager__link" rel="next" href="{}">{} {}</a>)">(
            out, address(t.locale(), wall.filter, wall.older), t("Older"), html::icon("arrow-right"));
    write<"</nav>">(out);
}

void write_foot(Out& out, const Translator& t) {
    write<
        R"(<p class="voices-foot"><a href="/{}/mosaic">{}</a></p><p class="voices-foot"><a href="{}/how">{}</a></p>)">(
        out, base::code(t.locale()), t("The picture that all photos make together"), wall_path(t.locale()),
        t("How voices are read before they are shown, and how to put this wall on your site"));
}

void write_thanks_for_report(Out& out, const Translator& t) {
    write<R"(<div class="notice notice--success" role="status">{}<div class="notice__body"><p>{}</p></div></div>)">(
        out, html::icon("check"), t("Thank you. Somebody of the campaign will look at it again."));
}

void write_not_shown(Out& out, const Translator& t, const How& how) {
    std::int64_t all = 0;
    for (const auto& each : how.not_shown) all += each.count;
    write<R"(<h2>{}</h2><p>{}</p>)">(out, t("In figures"),
                                     t.plural("{count} voice is shown.", "{count} voices are shown.", how.shown) + " " +
                                         t.plural("{count} is not.", "{count} are not.", all));
    if (all == 0) return;
    write<"<ul>">(out);
    for (const auto& each : how.not_shown)
        write<"<li>{} ({})</li>">(out, t(label_of(each.reason)), t.number(each.count));
    write<"</ul>">(out);
}

}  // namespace

SafeHtml tile(const Translator& t, const ports::Voice& voice) {
    if (!voice.has_picture()) return initials_tile(voice.name, voice.id);
    return photo(t, voice, "(min-width: 72rem) 16rem, (min-width: 40rem) 30vw, 46vw");
}

SafeHtml initials(const Voice& voice) { return initials_tile(voice.name, voice.id); }

std::string place_of(const Translator& t, const ports::Voice& voice) {
    const std::string province = voice.province ? t(people::name(*voice.province)) : "";
    if (voice.place.empty() || province.empty()) return voice.place + province;
    return voice.place + ", " + province;
}

SafeHtml wall(const Translator& t, const Wall& wall) {
    Out out;
    write_head(out, t, wall);
    write<R"(<div class="frame section voices-wall">)">(out);
    if (wall.is_reported) write_thanks_for_report(out, t);
    write_tools(out, t, wall);
    write_views(out, t, wall);
    if (wall.voices.empty())
        write_none(out, t, wall);
    else
        write_cards(out, t, wall.voices, wall.filter.view);
    write_pager(out, t, wall);
    write_foot(out, t);
    write<"</div>">(out);
    return std::move(out).finish();
}

SafeHtml one(const Translator& t, const One& one) {
    const auto& voice = one.voice;
    const std::string url = one.site + ports::voice_path(voice.id, t.locale());
    Out out;
    write<R"(<article class="frame section voice-page"><p class="voice-page__up"><a href="{}">{} {}</a></p>)">(
        out, wall_path(t.locale()), html::icon("arrow-left"), t("The photo wall"));
    if (one.is_reported) write_thanks_for_report(out, t);
    write<
        R"(<div class="voice-page__body"><div class="voice-page__picture">{}</div><div class="voice-page__said"><h1 class="voice-page__name">{}</h1><p class="voice-page__place">{}</p>)">(
        out,
        voice.has_picture() ? photo(t, voice, "(min-width: 60rem) 34rem, 100vw") : initials_tile(voice.name, voice.id),
        voice.name, place_of(t, voice));
    write_words(out, voice);
    if (one.petition)
        write<R"(<p class="voice-page__signed">{} <a href="/{}/petitions/{}">{}</a></p>)">(
            out, html::icon("check-circle"), base::code(t.locale()), one.petition->slug,
            t("Signed “{title}”", {{"title", one.petition->title}}));
    write<
        R"(<p class="voice-page__time">{} <time datetime="{}">{}</time></p><p><a class="button button--primary" href="{}">{} {}</a></p>)">(
        out, t("On the wall since"), i18n::machine_time(voice.approved_at), t.date(voice.approved_at),
        form_path(t.locale()), t("Add your voice"), html::icon("camera"));
    write<
        R"(<form class="voice-page__report" method="post" action="{}/report"><button class="button button--text" type="submit">{} {}</button></form></div></div>)">(
        out, ports::voice_path(voice.id, t.locale()), html::icon("flag"), t("Report this voice"));
    const std::string title = t("The voice of {name}", {{"name", voice.name}});
    const std::string mail = t("Have a look at this voice on the photo wall: {address}", {{"address", url}});
    const std::string heading = t("Pass it on"), label = t("Address of this page");
    html::write_share_links(out, t,
                            {.heading = heading, .address_label = label, .title = title, .url = url, .mail = mail});
    write<"</article>">(out);
    return std::move(out).finish();
}

SafeHtml how(const Translator& t, const How& how) {
    Out out;
    write<R"(
<header class="page-head frame frame--narrow"><p class="page-head__eyebrow"><a href="{}">{}</a></p><h1 class="page-head__title">{}</h1></header>
<article class="frame frame--narrow"><div class="prose"><p>{}</p><p>{}</p><p>{}</p>)">(
        out, wall_path(t.locale()), t("The photo wall"), t("How voices are read"),
        t("Whoever sends a photo or a message confirms their address first. Then somebody of the campaign looks at it: "
          "nothing is shown before. Disagreement alone is no reason to refuse anybody."),
        t("Photos are made anew of nothing but their pixels: no place, no time, no camera stays in them. The uploaded "
          "file is kept encrypted, and only for as long as it is needed."),
        t("Below every voice is a button to report it. Whoever withdraws is gone at once, with every file."));
    write_not_shown(out, t, how);
    write<
        R"(<h2 id="embed">{}</h2><p>{}</p><pre class="code-block" tabindex="0"><code>{}</code></pre><p>{}</p><pre class="code-block" tabindex="0"><code>{}</code></pre></div></article>)">(
        out, t("The wall on your site"),
        t("Copy this line into a page. The frame shows the newest voices and is as high as they need; it sets no "
          "cookie "
          "and follows nobody."),
        fmt::format(R"(<script src="{}/embed.js" data-voices data-language="{}" data-title="{}" async></script>)",
                    how.site, base::code(t.locale()), t("The photo wall")),
        t("Where scripts are not allowed:"),
        fmt::format(R"(<iframe src="{}/{}/voices/embed" title="{}" width="100%" height="640" loading="lazy"></iframe>)",
                    how.site, base::code(t.locale()), t("The photo wall")));
    return std::move(out).finish();
}

SafeHtml framed(const Translator& t, const Framed& framed) {
    const std::string title = t("The photo wall");
    Out out;
    write<
        R"(<h1 class="voices-frame__title">{}</h1><p class="voices-frame__count">{}</p><ul class="voices voices--grid">)">(
        out, title, t.plural("{count} voice so far", "{count} voices so far", framed.all));
    for (const auto& each : framed.voices) write_card(out, t, each.voice, Pages::of_others, framed.site);
    write<
        R"(</ul><p class="voices-frame__foot"><a class="button button--primary" href="{}" target="_blank" rel="noopener">{}</a> <a href="{}" target="_blank" rel="noopener">{}</a></p>)">(
        out, framed.site + form_path(t.locale()), t("Add your voice"), framed.site + wall_path(t.locale()),
        framed.campaign);
    return html::frame_document(t, {.title = title,
                                    .block = "voices-frame",
                                    .content = std::move(out).finish(),
                                    .script = "frame.js",
                                    .origins = "*"});
}

SafeHtml block(const Translator& t, const Block& block) {
    Out out;
    const std::string title = block.heading.empty() ? t("Voices of the campaign") : std::string{block.heading};
    write<
        R"(<section class="section" aria-labelledby="voices-title"><div class="frame"><h2 class="section__title" id="voices-title">{}</h2>)">(
        out, title);
    if (block.all > 0)
        write<R"(<p class="section__lead"><span data-counts-up="{}">{}</span> {}</p>)">(
            out, block.all, t.number(block.all), block.all == 1 ? t("voice so far") : t("voices so far"));
    write_cards(out, t, block.voices, View::grid);
    write<
        R"(<p class="section__more"><a class="button button--primary" href="{}">{} {}</a> <a class="more-link" href="{}">{} {}</a></p></div></section>)">(
        out, form_path(t.locale()), t("Add your voice"), html::icon("camera"), wall_path(t.locale()),
        t("See the whole wall"), html::icon("arrow-right"));
    return std::move(out).finish();
}

std::string wall_path(base::Locale locale) { return fmt::format("/{}/voices", base::code(locale)); }
std::string form_path(base::Locale locale) { return wall_path(locale) + "/new"; }
std::string sent_path(base::Locale locale) { return wall_path(locale) + "/sent"; }

}  // namespace voices::pages
