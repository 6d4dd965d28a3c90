// What moderation.h declares.
#include <fmt/format.h>

#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/moderation.h"
#include "ports/paging.h"
#include "ports/staff_pages.h"

namespace ports {
namespace {

using html::Out;
using html::SafeHtml;
using html::write;
using i18n::Translator;

std::string_view language_in(const QueuePlace& place) { return place.language ? base::code(*place.language) : ""; }

// Which key chooses it.
SafeHtml key_mark(std::string_view key) {
    return html::render<R"(<kbd class="review__key" data-review-keys hidden aria-hidden="true">{}</kbd> )">(key);
}

struct Radio {
    std::string value, label, key, mark;
};
void write_radio(Out& out, std::int64_t item, const Radio& radio) {
    write<R"(
    <div class="choice"><input class="choice__input" type="radio" id="{}-{}" name="decide_{}" value="{}" data-review-key="{}"><label class="choice__label" for="{}-{}">{}{}</label></div>)">(
        out, radio.value, item, item, radio.value, radio.key, radio.value, item, key_mark(radio.mark), radio.label);
}

// Which keys there are; the script shows it.
SafeHtml keys_of(const Translator& t, JudgingReasons reasons) {
    return html::render<R"(<p class="review__keys" data-review-keys hidden>{}</p>)">(t(
        "Keys: J and K go down and up, A shows, 1 to {last} refuse with that reason, U takes the choice back, C ticks, "
        "S saves, Z undoes the last save.",
        {{"last", static_cast<std::int64_t>(reasons.size())}}));
}

// The buttons of the form: act is "save", or for all that are ticked "show" or "refuse" with `reason`.
SafeHtml acts_of(const Translator& t, JudgingReasons reasons) {
    const base::Problems none;
    const html::Fields fields{t, none};
    const auto options = [&](Out& out) {
        for (const auto& reason : reasons)
            write<R"(<option value="{}">{}</option>)">(out, reason.name, t(reason.label));
    };
    return html::render<R"(<div class="review__actions">
  <button class="button button--primary" type="submit" name="act" value="save" data-review-key="s">{}</button>
  <fieldset class="moderation__many"><legend class="moderation__legend">{}</legend>{}
  <label class="visually-hidden" for="reason">{}</label><span class="select"><select class="field__input select__control" id="reason" name="reason">{}</select></span>{}</fieldset></div>)">(
        t("Save the decisions"), t("All that are ticked"),
        fields.button({.label = t("Show them"), .kind = html::ButtonKind::quiet, .name = "act", .value = "show"}),
        t("Reason"), options,
        fields.button({.label = t("Refuse them"), .kind = html::ButtonKind::quiet, .name = "act", .value = "refuse"}));
}

}  // namespace

SafeHtml just_decided(const Translator& t, const JustDecided& decided) {
    SafeHtml undo;
    if (decided.saving)
        undo = html::render<
            R"(<form method="post" action="{}" data-review>{}<button class="button button--quiet button--small" type="submit" data-review-key="z">{} {}</button></form>)">(
            decided.undo_path, html::hidden({"saving", std::to_string(*decided.saving)}), html::icon("undo"),
            t("Undo"));
    return html::render<
        R"(<div class="notice notice--success" role="status">{}<div class="notice__body"><p>{}</p>{}</div></div>)">(
        html::icon("check"), decided.sentence, undo);
}

SafeHtml queue_tabs(const Translator& t, const QueuePlace& place, const std::vector<QueueTab>& tabs) {
    const auto items = [&](Out& out) {
        for (const auto& tab : tabs)
            write<R"(<li><a class="tabs__link" href="{}"{}>{} {}</a></li>)">(
                out, address_of({place.path, tab.view, place.language}),
                html::attribute_if(tab.view == place.view, "aria-current", "page"), tab.label, t.number(tab.count));
    };
    return html::render<R"(<nav class="tabs" aria-label="{}"><ul class="tabs__list">{}</ul></nav>)">(t("State"), items);
}

SafeHtml queue_filter(const Translator& t, const QueuePlace& place) {
    const auto option = [&](Out& out, std::string_view value, const std::string& label) {
        write<R"(<option value="{}"{}>{}</option>)">(
            out, value, html::attribute_if(value == language_in(place), "selected"), label);
    };
    const auto options = [&](Out& out) {
        option(out, "", t("Both languages"));
        option(out, "en", t("English"));
        option(out, "fr", t("French"));
    };
    return html::render<R"(
<form class="toolbar" method="get" action="{}"><input type="hidden" name="view" value="{}">
  <div class="toolbar__field"><label class="toolbar__label" for="language">{}</label>
  <span class="select"><select class="field__input select__control" id="language" name="language">{}</select></span></div>
  <button class="button button--quiet" type="submit">{} {}</button></form>)">(
        place.path, name_of(place.view), t("Language"), options, html::icon("filter"), t("Show"));
}

SafeHtml queue_form(const Translator& t, const QueuePlace& place, const QueueForm& form) {
    Out out;
    write<R"(
<form class="review moderation" method="post" action="{}" data-review>{}{}{}<ol class="review__list">{}</ol>{}</form>)">(
        out, place.path, html::hidden({"view", name_of(place.view)}), html::hidden({"language", language_in(place)}),
        keys_of(t, form.reasons), form.items, acts_of(t, form.reasons));
    if (form.next)
        out.append(
            next_page(t, {fmt::format("{}&after={}", address_of(place), *form.next), t("Leave these, show the next")}));
    return std::move(out).finish();
}

SafeHtml judging_boxes(const Translator& t, const JudgingBoxes& boxes) {
    Out out;
    write<R"(<div class="review__choice"><fieldset><legend class="visually-hidden">{}</legend>)">(out, t("Decision"));
    write_radio(out, boxes.item, {"show", boxes.show, "a", "A"});
    for (std::size_t i = 0; i < boxes.reasons.size(); ++i) {
        const std::string key = std::to_string(i + 1);
        write_radio(out, boxes.item, {std::string{boxes.reasons[i].name}, t(boxes.reasons[i].label), key, key});
    }
    write<R"(</fieldset>
    <div class="choice"><input class="choice__input" type="checkbox" id="tick-{}" name="ticked" value="{}" data-review-key="c"><label class="choice__label" for="tick-{}">{}{}</label></div></div>)">(
        out, boxes.item, boxes.item, boxes.item, key_mark("C"), t("Tick it"));
    return std::move(out).finish();
}

SafeHtml not_shown_panel(const Translator& t, const std::vector<NotShown>& reasons) {
    if (reasons.empty()) return {};
    Out body;
    write<R"(<dl class="facts">)">(body);
    for (const auto& each : reasons)
        write<R"(<div class="facts__row"><dt class="facts__term">{}</dt><dd class="facts__value">{}</dd></div>)">(
            body, t(each.reason), t.number(each.count));
    write<"</dl>">(body);
    return panel({t("Not shown, by reason")}, std::move(body).finish());
}

}  // namespace ports
