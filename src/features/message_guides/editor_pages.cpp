// What staff_pages.h declares about writing.
#include <fmt/format.h>

#include "features/message_guides/library.h"
#include "features/message_guides/pages.h"
#include "features/message_guides/staff_pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace message_guides::staff_pages {
namespace {

using base::Locale;
using base::message;
using html::Out;
using html::SafeHtml;
using i18n::Translator;

// What a list is called, and what its button says.
struct ListWords {
    std::string_view name;
    base::Message title, lead, item, add;
};
constexpr std::array kLists{
    ListWords{"rules", message("Rules"), message("About five: what to do, what not to do, and why."),
              message("Rule {number}"), message("Add a rule")},
    ListWords{"pairs", message("You hear, you can say"),
              message("What people really say, and an answer that one can say aloud."), message("Pair {number}"),
              message("Add a pair")},
    ListWords{"facts", message("Facts that carry it"),
              message("Only what has a public source, with the day for which it holds."), message("Fact {number}"),
              message("Add a fact")},
    ListWords{
        "terms", message("Words to use, words to leave"),
        message("By language. A word to leave is noticed in all its forms where people write; leave it empty for a "
                "word to use."),
        message("Word {number}"), message("Add a word")}};

const ListWords& words_of(std::string_view list) {
    const auto* const found = std::ranges::find(kLists, list, &ListWords::name);
    return *found;
}

std::vector<html::Choice> choices_of(const Translator& t, std::string_view field) {
    if (field == "advice") return {{"do", t("Do")}, {"dont", t("Don’t")}};
    if (field == "visibility")
        return {
            {"everybody", t("Everybody")},
            {"members", t("Members alone"), t("Signed-in staff, and supporters by the link that is mailed to them")}};
    if (field == "language")
        return {{"en", std::string{i18n::own_name(Locale::english)}},
                {"fr", std::string{i18n::own_name(Locale::french)}}};
    std::vector<html::Choice> choices{{"", t("Anybody")}};
    for (const Audience each : kAudiences) choices.push_back({std::string{name_of(each)}, t(label_of(each))});
    return choices;
}

bool is_optional(std::string_view field) { return field.starts_with("other_") || field == "url" || field == "avoid"; }

class EditorWriter {
public:
    EditorWriter(const Translator& t, const Editor& editor) : t_(t), editor_(editor), fields_(t, editor.problems) {}

    SafeHtml write() && {
        html::write<
            R"(<form class="form editor guide-editor" method="post" action="{}/text" novalidate data-resubmit><button class="visually-hidden" type="submit" name="act" value="save" tabindex="-1" aria-hidden="true">{}</button>{}{}{})">(
            out_, guide_path(t_.locale(), editor_.guide.slug), t_("Save"), fields_.error_summary(),
            ports::conflict_notice(t_, editor_.conflicts, editor_.saving),
            html::hidden({"base", std::to_string(editor_.base_number)}));
        write_moved();
        write_head();
        each_list(editor_.typed, [this](std::string_view name, const auto& list, std::size_t most) {
            write_list(words_of(name), list, most);
        });
        write_actions();
        html::write<"</form>">(out_);
        return std::move(out_).finish();
    }

private:
    // Where the page is cut off from its top by a long form: the way to what has just been added or moved.
    void write_moved() {
        if (editor_.moved_key.empty()) return;
        html::write<R"(<p class="editor__moved" role="status"><a href="#item-{}" data-jump>{} {}</a></p>)">(
            out_, editor_.moved_key, html::icon("arrow-right"), t_("Go to where you were. Nothing is saved yet."));
    }

    void write_head() {
        html::write<R"(<div class="editor__languages">)">(out_);
        for (const Locale locale : base::kLocales) {
            const auto code = base::code(locale);
            html::write<
                R"(<section class="editor__language" lang="{}" aria-labelledby="{}-title"><h2 class="editor__title" id="{}-title">{}</h2>)">(
                out_, code, code, code, i18n::own_name(locale));
            for (const auto& field : fields<Content>())
                if (field.locale == locale) write_field("", "", field, editor_.typed);
            html::write<"</section>">(out_);
        }
        html::write<R"(</div><div class="guide-editor__settings">)">(out_);
        for (const auto& field : fields<Content>()) {
            if (field.locale) continue;
            if (field.name == "audiences")
                write_audiences();
            else
                write_field("", "", field, editor_.typed);
        }
        html::write<"</div>">(out_);
    }

    void write_audiences() {
        html::write<R"(<fieldset class="field-group"><legend class="field-group__legend">{}</legend>)">(
            out_, t_("Whom it is for"));
        for (const Audience each : kAudiences) {
            const bool is_chosen = std::ranges::find(editor_.typed.audiences, each) != editor_.typed.audiences.end();
            html::write<
                R"(<div class="choice"><input class="choice__input" type="checkbox" id="audience-{}" name="audiences" value="{}" {}><label class="choice__label" for="audience-{}">{}</label></div>)">(
                out_, name_of(each), name_of(each), html::attribute_if(is_chosen, "checked"), name_of(each),
                t_(label_of(each)));
        }
        html::write<"</fieldset>">(out_);
    }

    template <class Part>
    void write_list(const ListWords& words, const std::vector<Part>& list, std::size_t most) {
        html::write<
            R"(<section class="guide-editor__list"><h2 class="guide-editor__title" id="list-{}" tabindex="-1">{}</h2><p class="guide-editor__lead">{}</p>)">(
            out_, words.name, t_(words.title), t_(words.lead));
        int number = 0;
        for (const Part& part : list) write_item(words, part, ++number);
        if (list.size() < most)
            html::write<"<p>{}</p>">(out_, fields_.button({.label = t_(words.add),
                                                           .kind = html::ButtonKind::quiet,
                                                           .name = "act",
                                                           .value = fmt::format("add:{}", words.name),
                                                           .icon = "plus"}));
        html::write<"</section>">(out_);
    }

    template <class Part>
    void write_item(const ListWords& words, const Part& part, int number) {
        html::write<R"(<fieldset class="guide-item" id="item-{}"><legend class="guide-item__legend">{}</legend>{})">(
            out_, part.key, t_(words.item, {{"number", number}}), html::hidden({words.name, part.key}));
        write_fields(words.name, part, std::nullopt, Before::languages);
        if constexpr (!std::is_same_v<Part, Term>) {
            html::write<R"(<div class="guide-item__languages">)">(out_);
            for (const Locale locale : base::kLocales) {
                html::write<R"(<div class="guide-item__language" lang="{}">)">(out_, base::code(locale));
                write_fields(words.name, part, locale, Before::languages);
                html::write<"</div>">(out_);
            }
            html::write<"</div>">(out_);
        }
        write_fields(words.name, part, std::nullopt, Before::end);
        write_item_buttons(words.name, part.key);
        html::write<"</fieldset>">(out_);
    }

    // Choices stand above the languages, other fields of no language below them.
    enum class Before : unsigned char { languages, end };
    template <class Part>
    void write_fields(std::string_view list, const Part& part, std::optional<Locale> locale, Before before) {
        for (const Field<Part>& field : fields<Part>()) {
            const bool is_choice = field.kind == FieldKind::choice;
            if (field.locale != locale) continue;
            if (!locale && is_choice != (before == Before::languages)) continue;
            write_field(list, part.key, field, part);
        }
    }

    template <class Part>
    void write_field(std::string_view list, std::string_view key, const Field<Part>& field, const Part& part) {
        const std::string name = field_name(list, key, field.name);
        out_.append(ports::with_theirs(t_, control(name, field, part), {name, editor_.conflicts}));
    }

    template <class Part>
    SafeHtml control(const std::string& name, const Field<Part>& field, const Part& part) const {
        const auto required = is_optional(field.name) ? html::Required::no : html::Required::yes;
        const std::string value = field.read(part);
        if (field.kind == FieldKind::area)
            return fields_.text_area({.name = name,
                                      .label = label(field),
                                      .value = value,
                                      .required = required,
                                      .rows = field.limit > 1'000 ? 9 : 3,
                                      .max_length = static_cast<int>(field.limit)});
        if (field.kind == FieldKind::choice)
            return fields_.select(
                {.name = name, .label = label(field), .choices = choices_of(t_, field.name), .value = value});
        return fields_.text({.name = name,
                             .label = label(field),
                             .value = value,
                             .kind = field.kind == FieldKind::url ? html::TextKind::url : html::TextKind::text,
                             .required = required,
                             .hint = field.kind == FieldKind::day ? t_("As 2026-03-31") : std::string{},
                             .size = field.kind == FieldKind::day ? html::FieldSize::small : html::FieldSize::full});
    }

    // Inside a language the label is in the reader's language all the same: whoever writes reads that.
    template <class Part>
    std::string label(const Field<Part>& field) const {
        return t_(field.label);
    }

    void write_item_buttons(std::string_view list, std::string_view key) {
        html::write<R"(<p class="guide-item__buttons">)">(out_);
        const auto button = [&](std::string_view act, std::string words, std::string_view icon) {
            out_.append(fields_.button({.label = std::move(words),
                                        .kind = html::ButtonKind::text,
                                        .size = html::ButtonSize::small,
                                        .name = "act",
                                        .value = fmt::format("{}:{}.{}", act, list, key),
                                        .icon = std::string{icon}}));
        };
        button("up", t_("Move up"), "");
        button("down", t_("Move down"), "");
        button("remove", t_("Take away"), "trash");
        html::write<"</p>">(out_);
    }

    void write_actions() {
        html::write<R"(<div class="editor__actions">{}{}{}</div>)">(
            out_, fields_.button({.label = t_("Save"), .name = "act", .value = "save"}),
            fields_.button({.label = t_("Preview in English"),
                            .kind = html::ButtonKind::quiet,
                            .name = "act",
                            .value = "preview:en"}),
            fields_.button({.label = t_("Preview in French"),
                            .kind = html::ButtonKind::quiet,
                            .name = "act",
                            .value = "preview:fr"}));
    }

    const Translator& t_;
    const Editor& editor_;
    html::Fields fields_;
    Out out_;
};

// As readers will see it, in the language that was asked for.
SafeHtml preview(const Translator& t, const Editor& editor) {
    if (!editor.preview) return {};
    const Translator reader{*editor.preview};
    const Content& content = editor.typed;
    const Published shown{editor.guide, {VersionId{0}, editor.guide.id, editor.base_number, content, "", {}}};
    return html::render<
        R"(<section class="preview guide-preview" lang="{}" id="preview" tabindex="-1"><p class="preview__label">{}</p><h2>{}</h2><p>{}</p>{}</section>)">(
        base::code(*editor.preview), t("This is how it will read. Nothing is saved yet."),
        content.title.in(*editor.preview), content.lead.in(*editor.preview),
        pages::body(reader, {.guide = shown, .path = "", .level = ""}));
}

}  // namespace

html::SafeHtml editor(const Translator& t, const Editor& editor) {
    const std::string& title = title_of(editor.typed, t.locale());
    Out out;
    out.append(ports::staff_head(
        t,
        {.title = t("Write"),
         .lead = t("Both languages side by side. What you save is a new version; nobody sees it before a second person "
                   "approves it."),
         .above = {{t("Words That Work"), list_path(t.locale())},
                   {title.empty() ? editor.guide.slug : title, guide_path(t.locale(), editor.guide.slug)}}}));
    out.append(preview(t, editor));
    out.append(EditorWriter{t, editor}.write());
    return std::move(out).finish();
}

}  // namespace message_guides::staff_pages
