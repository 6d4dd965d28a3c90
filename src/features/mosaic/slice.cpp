#include "features/mosaic/slice.h"

#include "features/mosaic/pages.h"
#include "features/mosaic/staff_pages.h"
#include "features/mosaic/store.h"
#include "platform/auth/principal.h"
#include "ports/acting.h"

namespace mosaic {
namespace {

ports::SearchDocument document_of(const Mosaic& mosaic, base::Locale locale) {
    return {.key = std::string{base::code(locale)},
            .locale = locale,
            .path = pages::path(locale),
            .other_path = pages::path(base::other(locale)),
            .title = mosaic.title(locale),
            .text = mosaic.alt(locale),
            .changed_at = mosaic.shown_at.value_or(mosaic.created_at)};
}

}  // namespace

ports::BlockKind Slice::block() const {
    return {.key = "mosaic.picture",
            .label = base::message("The mosaic of supporters’ photos"),
            .render = [this](db::Read& read, const ports::BlockSetting& setting) {
                return handlers_.block(read, setting.locale);
            }};
}

ports::StaffEntry staff_entry() {
    return {.label = base::message("Mosaic"),
            .path = "staff/mosaic",
            .icon = "image",
            .group = ports::StaffGroup::signatures,
            .order = 19,
            .may_see = ports::whoever_may(auth::Permission::edit_content)};
}

ports::ActionProvider actions() {
    return [](db::Read& read, base::Locale locale) {
        std::vector<ports::Action> actions;
        const i18n::Translator t{locale};
        if (const auto mosaic = store::shown(read))
            actions.push_back(
                {.key = "mosaic",
                 .icon = "image",
                 .title = mosaic->title(locale),
                 .call = t("Look at the picture up close"),
                 .summary = t("Every photo on the wall is one of its tiles. Find a face, read a voice, add your own."),
                 .path = pages::path(locale),
                 .figure = ports::LiveFigure{
                     .value = mosaic->placed,
                     .unit = t.plural("person in one picture", "people in one picture", mosaic->placed)}});
        return actions;
    };
}

std::vector<ports::PictureUse> picture_uses(db::Read& read, const ports::Picture& picture, base::Locale locale) {
    std::vector<ports::PictureUse> uses;
    const i18n::Translator t{locale};
    for (const auto& mosaic : store::all(read))
        if (mosaic.wish.picture == picture.id)
            uses.push_back({t("Mosaic “{title}”", {{"title", mosaic.title(locale)}}), staff_pages::path(locale)});
    return uses;
}

ports::DocumentProvider search_documents() {
    return [](db::Read& read, const ports::DocumentPage& page) {
        std::vector<ports::SearchDocument> documents;
        const auto mosaic = store::shown(read);
        for (const auto locale : {base::Locale::english, base::Locale::french})
            if (mosaic && std::string{base::code(locale)} > page.after)
                documents.push_back(document_of(*mosaic, locale));
        return documents;
    };
}

}  // namespace mosaic
