#include "features/osdi/joining_pages.h"

#include <fmt/format.h>

#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace osdi::pages {
namespace {

using html::Out;
using i18n::Translator;

std::string words_of(const Translator& t, store::Joining joining) {
    return joining == store::Joining::vouched ? t("The partner answers for the consent")
                                              : t("Each person confirms by mail");
}

void write_rule(Out& out, const Translator& t, const people::Level& level, const store::JoiningRule& rule) {
    html::write<R"(<tr><th scope="row">{}</th><td data-label="{}">{}</td><td data-label="{}">{}</td>
<td data-label="{}">{}<br>{}</td></tr>)">(out, level.name(t.locale()), t("How people join"), words_of(t, rule.joining),
                                          t("What they agree to"), rule.words(t.locale()), t("Last change"),
                                          t.date(rule.changed_at), rule.changed_by);
}

html::SafeHtml table(const Translator& t, const JoiningView& view) {
    const auto rows = [&](Out& out) {
        for (const auto& rule : view.rules)
            if (const auto* level = view.tree.find(rule.level)) write_rule(out, t, *level, rule);
    };
    return html::render<R"(<div class="table-scroll" role="region" aria-labelledby="rules" tabindex="0">
<table class="table table--cards"><caption class="table__caption visually-hidden" id="rules">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead>
<tbody>{}</tbody></table></div>)">(t("Consents of partners"), t("Level"), t("How people join"), t("What they agree to"),
                                   t("Last change"), rows);
}

html::SafeHtml fields_of(const html::Fields& fields, const Translator& t, const JoiningView& view) {
    std::vector<html::Choice> levels;
    for (const auto& level : view.mine) levels.push_back({std::to_string(level.id.value), level.name(t.locale())});
    const auto area = [&](const char* name, const std::string& label, const std::string& value) {
        return fields.text_area({.name = name,
                                 .label = label,
                                 .value = value,
                                 .required = html::Required::no,
                                 .rows = 3,
                                 .max_length = static_cast<int>(kLongestWords)});
    };
    return html::render<"{}{}{}{}">(
        fields.select({.name = "level",
                       .label = t("Level"),
                       .choices = levels,
                       .value = view.typed.level,
                       .hint = t("It holds for keys of this level and of those below it that have no rule of their "
                                 "own.")}),
        fields.radio_group(
            {.name = "joining",
             .legend = t("How people join"),
             .choices = {{"by_mail", words_of(t, store::Joining::confirmed_by_mail),
                          t("Nobody is on the list before they press the button in a mail of ours.")},
                         {"vouched", words_of(t, store::Joining::vouched),
                          t("People are on the list at once. Whoever left before still confirms by mail. You need an "
                            "agreement with the partner, and the words of their form below.")}},
             .value = view.typed.joining}),
        area("words_en", t("What people agree to, in English"), view.typed.words_en),
        area("words_fr", t("What people agree to, in French"), view.typed.words_fr));
}

html::SafeHtml form(const Translator& t, const JoiningView& view) {
    const html::Fields fields{t, view.problems};
    return html::render<R"(<form class="form" method="post" action="{}" novalidate>{}
<div class="form__actions">{}</div></form>)">(joining_path(t.locale()), fields_of(fields, t, view),
                                              fields.button({.label = t("Save the rule"), .icon = "check"}));
}

}  // namespace

std::string joining_path(base::Locale locale) { return fmt::format("/{}/staff/partner-consents", base::code(locale)); }

html::SafeHtml joining(const Translator& t, const JoiningView& view) {
    const html::Fields fields{t, view.problems};
    const auto held = view.rules.empty()
                          ? ports::empty_state({"mail", t("Everybody confirms by mail"),
                                                t("Programs of partners bring people by the API. Until a level decides "
                                                  "otherwise, each of them is asked by mail.")})
                          : table(t, view);
    return html::render<"{}{}{}{}">(
        ports::staff_head(t, {t("Consents of partners"),
                              t("What happens when the program of a partner calls somebody subscribed."),
                              {},
                              {{t("API keys"), fmt::format("/{}/staff/keys", base::code(t.locale()))}}}),
        fields.error_summary(), held, ports::panel({t("Rule of a level")}, form(t, view)));
}

}  // namespace osdi::pages
