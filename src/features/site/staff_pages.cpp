#include "features/site/staff_pages.h"

#include <fmt/format.h>

#include "features/site/pages.h"
#include "features/site/staff_pages_parts.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"

namespace site::staff_pages {
using html::Out;
using html::SafeHtml;
using html::write;
using i18n::Translator;

void open_language(Out& out, const Translator& t, const LanguageColumn& column) {
    const auto code = base::code(column.locale);
    write<
        R"(<section class="editor__language" aria-labelledby="{}-title"><h2 class="editor__title" id="{}-title">{} <span class="badge badge--{}">{}</span></h2>)">(
        out, code, code, i18n::own_name(column.locale), column.is_complete ? "success" : "warning",
        column.is_complete ? t("complete") : t("to be written"));
}

void write_publication(Out& out, const Translator& t, const Publication& publication) {
    const html::Fields fields{t, publication.problems};
    SafeHtml decision;
    if (!publication.missing.empty())
        decision =
            fields.checkbox({.name = "one_language",
                             .label = t("Publish although one language is missing"),
                             .hint = t("Not complete: {languages}. The decision is kept in the log with your name.",
                                       {{"languages", publication.missing}})});
    out.append(ports::panel({t("Publish")},
                            html::render<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}</form>)">(
                                publication.url, fields.error_summary(), decision,
                                fields.button({.label = publication.button, .icon = "send"}))));
}

std::vector<html::Choice> level_choices(const std::vector<people::Level>& levels, base::Locale locale) {
    std::vector<html::Choice> choices;
    for (const auto& level : levels) choices.push_back({level.slug, level.name(locale)});
    return choices;
}

std::string hub_path(base::Locale locale, std::string_view level) {
    return fmt::format("/{}/staff/hubs/{}", base::code(locale), level);
}

std::string block_path(base::Locale locale, std::string_view level, BlockId block) {
    return fmt::format("{}/blocks/{}", hub_path(locale, level), block.value);
}

std::string page_path(base::Locale locale, std::string_view slug) {
    return fmt::format("/{}/staff/pages/{}", base::code(locale), slug);
}

SafeHtml preview(const Translator& t, const SafeHtml& page, const std::string& back) {
    return html::render<
        R"(<div class="frame"><div class="notice notice--warning">{}<div class="notice__body"><p>{} <a href="{}">{}</a></p></div></div></div>{}<div class="frame"><p class="section__more"><a class="more-link" href="{}">{} {}</a></p></div>)">(
        html::icon("eye"), t("Preview: only staff see this."), back, t("Back to the editor"), page, back,
        html::icon("arrow-left"), t("Back to the editor"));
}

}  // namespace site::staff_pages
