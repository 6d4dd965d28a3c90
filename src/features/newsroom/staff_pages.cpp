#include "features/newsroom/staff_pages.h"

#include <array>

#include <fmt/format.h>

#include "features/newsroom/staff_pages_parts.h"

namespace newsroom::staff_pages {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

std::string list_path(base::Locale locale) { return fmt::format("/{}/staff/news", base::code(locale)); }

std::string item_path(base::Locale locale, ItemId item) {
    return fmt::format("{}/items/{}", list_path(locale), item.value);
}

std::string sections_path(base::Locale locale) { return list_path(locale) + "/sections"; }

std::string section_path(base::Locale locale, SectionId section) {
    return fmt::format("{}/{}", sections_path(locale), section.value);
}

std::string stage_label(const Translator& t, Stage stage) {
    switch (stage) {
        case Stage::draft:
            return t("Draft");
        case Stage::in_review:
            return t("In review");
        case Stage::scheduled:
            return t("Scheduled");
        case Stage::published:
            return t("Public");
        case Stage::withdrawn:
            return t("Withdrawn");
    }
    return {};
}

ports::Badge stage_badge(const Translator& t, Stage stage) {
    static constexpr std::array<std::string_view, 5> kTones{"neutral", "warning", "information", "success", "danger"};
    return {kTones[static_cast<std::size_t>(stage)], stage_label(t, stage)};
}

std::vector<ports::Crumb> crumbs(const Translator& t) { return {{t("News"), list_path(t.locale())}}; }

std::vector<ports::Crumb> crumbs(const Translator& t, ItemId item, const std::string& title) {
    return {{t("News"), list_path(t.locale())}, {title, item_path(t.locale(), item)}};
}

SafeHtml tabs(const Translator& t, ItemId item, ItemTab here) {
    const auto path = item_path(t.locale(), item);
    const std::array<std::pair<std::string, std::string>, 5> links{{{path, t("Write")},
                                                                    {path + "/documents", t("Documents")},
                                                                    {path + "/preview", t("Preview")},
                                                                    {path + "/steps", t("Review and publish")},
                                                                    {path + "/revisions", t("Revisions")}}};
    Out out;
    html::write<R"(<nav class="tabs" aria-label="{}"><ul class="tabs__list">)">(out, t("Pages about this item"));
    for (std::size_t i = 0; i < links.size(); ++i) {
        if (static_cast<ItemTab>(i) == here)
            html::write<R"(<li><a class="tabs__link" href="{}" aria-current="page">{}</a></li>)">(out, links[i].first,
                                                                                                  links[i].second);
        else
            html::write<R"(<li><a class="tabs__link" href="{}">{}</a></li>)">(out, links[i].first, links[i].second);
    }
    html::write<"</ul></nav>">(out);
    return std::move(out).finish();
}

std::vector<html::Choice> level_choices(const Translator& t, const std::vector<people::Level>& levels) {
    std::vector<html::Choice> choices;
    for (const auto& level : levels) choices.push_back({level.slug, level.name(t.locale())});
    return choices;
}

std::vector<html::Choice> section_choices(const Translator& t, const std::vector<Section>& sections) {
    std::vector<html::Choice> choices;
    for (const auto& section : sections)
        choices.push_back({std::to_string(section.id.value), section.best(t.locale()).title});
    return choices;
}

void open_language(Out& out, const LanguageColumn& column) {
    const auto code = base::code(column.locale);
    html::write<R"(
<section class="editor__language" aria-labelledby="{}-title"><h2 class="editor__title" id="{}-title"><span lang="{}">{}</span> {}</h2>)">(
        out, code, code, code, i18n::own_name(column.locale), ports::badge(column.state));
}

SafeHtml missing_language_decision(const Translator& t, const base::Problems& problems) {
    return html::Fields{t, problems}.checkbox({.name = "one_language",
                                               .label = t("Publish without the other language"),
                                               .hint = t("The decision is written to the log with your name.")});
}

}  // namespace newsroom::staff_pages
