// What pictures.h declares about markup.
#include <fmt/format.h>

#include "platform/html/assets.h"
#include "ports/pictures.h"

namespace ports {
namespace {

using html::Out;
using html::SafeHtml;
using html::write;
using i18n::Translator;

html::PictureMarkup markup_of(const Picture& picture, const PictureView& view, std::string_view alt) {
    return {.webp = picture.webp,
            .jpeg = picture.jpeg,
            .width = picture.width,
            .height = picture.height,
            .alt = view.alt.empty() ? alt : view.alt,
            .placeholder = picture.placeholder,
            .display_width = view.display_width,
            .loading = view.loading};
}

void write_caption(Out& out, const Picture& picture, const PictureView& view) {
    if (view.caption.empty() && picture.credit.empty()) return;
    write<R"(<figcaption class="picture__caption">{}{}</figcaption>)">(out, view.caption, [&](Out& credit) {
        if (picture.credit.empty()) return;
        write<R"({}<span class="picture__credit">{}</span>)">(credit, view.caption.empty() ? "" : " ", picture.credit);
    });
}

// What a screen reader says for the radio button beside a small picture.
std::string name_of(const Translator& t, const Picture& picture) {
    const auto& alt = picture.alt(t.locale());
    if (!alt.empty()) return alt;
    return t("Picture without a description, {width} × {height} pixels",
             {{"width", t.number(picture.width)}, {"height", t.number(picture.height)}});
}

void write_thumbnail(Out& out, const Translator& t, const Picture& picture) {
    if (picture.jpeg.empty())
        return write<R"(<span class="picture-choice__waiting">{} {}</span>)">(out, html::icon("clock"),
                                                                              t("Being prepared"));
    write<R"(<img class="picture-choice__image" src="{}" alt="" width="{}" height="{}" loading="lazy">)">(
        out, picture.jpeg.front().path, picture.width, picture.height);
}

struct Option {
    std::string id, value;
    bool is_chosen;
};

void write_option(Out& out, const PictureField& field, const Option& option, const SafeHtml& shown) {
    write<
        R"(<div class="picture-choice"><input class="picture-choice__input" type="radio" id="{}" name="{}" value="{}"{}><label class="picture-choice__label" for="{}">{}</label></div>)">(
        out, option.id, field.name, option.value, html::attribute_if(option.is_chosen, "checked"), option.id, shown);
}

void write_options(Out& out, const Translator& t, const PictureField& field, const std::vector<Picture>& offered) {
    write_option(out, field, {field.name, "", field.value == kNoPicture},
                 html::render<R"(<span class="picture-choice__name">{}</span>)">(t("No picture")));
    for (const auto& picture : offered) {
        const auto shown = html::render<R"({}<span class="picture-choice__name">{}</span>)">(
            [&](Out& thumbnail) { write_thumbnail(thumbnail, t, picture); }, name_of(t, picture));
        write_option(out, field,
                     {fmt::format("{}-{}", field.name, picture.id.value), std::to_string(picture.id.value),
                      picture.id == field.value},
                     shown);
    }
}

}  // namespace

SafeHtml picture(const Translator& t, const Picture& picture, const PictureView& view) {
    return html::picture(markup_of(picture, view, picture.alt(t.locale())));
}

SafeHtml picture_figure(const Translator& t, const Picture& shown, const PictureView& view) {
    const auto inside = picture(t, shown, view);
    if (inside.empty()) return {};
    return html::render<R"(<figure class="picture">{}{}</figure>)">(
        inside, [&](Out& caption) { write_caption(caption, shown, view); });
}

SafeHtml picture_field(const Translator& t, const base::Problems& problems, const PictureField& field,
                       const std::vector<Picture>& offered) {
    const auto* const problem = base::find_problem(problems, field.name);
    return html::render<
        R"(<fieldset class="field-group picture-field"{}><legend class="field-group__legend">{}{}</legend>{}{}<div class="picture-field__choices">{}</div><p class="picture-field__more"><button class="button button--quiet button--small" type="submit" name="library" value="{}">{} {}</button></p></fieldset>)">(
        html::attribute_if(problem != nullptr, "aria-describedby", field.name + "-error"), field.label,
        [&](Out& optional) {
            if (field.required == html::Required::no)
                write<R"( <span class="field__optional">{}</span>)">(optional, t("(optional)"));
        },
        [&](Out& hint) {
            if (!field.hint.empty()) write<R"(<p class="field__hint">{}</p>)">(hint, field.hint);
        },
        [&](Out& error) {
            if (problem)
                write<R"(<p class="field__error" id="{}-error">{} {}</p>)">(error, field.name, html::icon("alert"),
                                                                            t(problem->message));
        },
        [&](Out& choices) { write_options(choices, t, field, offered); }, field.name, html::icon("image"),
        t("Save, then search or upload a picture"));
}

}  // namespace ports
