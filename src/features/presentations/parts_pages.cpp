#include "features/presentations/parts_pages.h"

#include <fmt/format.h>

#include "features/presentations/words.h"
#include "platform/html/assets.h"

namespace presentations::pages {

using html::Out;
using html::Required;
using html::SafeHtml;
using i18n::Translator;

SafeHtml facts(const std::vector<Fact>& facts) {
    Out out;
    html::write<R"(<dl class="facts">)">(out);
    for (const Fact& fact : facts) {
        if (fact.value.empty()) continue;
        html::write<
            R"(<div class="facts__row"><dt class="facts__term">{}</dt><dd class="facts__value"{}>{}</dd></div>)">(
            out, fact.term,
            html::attribute("lang", fact.language ? std::optional{base::code(*fact.language)} : std::nullopt),
            fact.value);
    }
    html::write<"</dl>">(out);
    return std::move(out).finish();
}

SafeHtml one_button(const Translator& t, const OneButton& form) {
    const base::Problems none;
    const html::Fields fields{t, none};
    return html::render<R"(<form class="form" method="post" action="{}" novalidate>{}{}</form>)">(
        form.action, form.inside, fields.button({.label = form.label, .kind = form.kind}));
}

SafeHtml province_field(const html::Fields& fields, const Translator& t, const std::string& value) {
    std::vector<html::Choice> choices{{"", t("Choose the province or territory")}};
    for (const people::Province each : people::kProvinces)
        choices.push_back({std::string{people::code(each)}, t(people::name(each))});
    return fields.select({.name = "province", .label = t("Province or territory"), .choices = choices, .value = value});
}

SafeHtml language_field(const html::Fields& fields, const Translator& t, const std::string& value) {
    const std::vector<html::Choice> choices{{"en", t("English")}, {"fr", t("French")}};
    return fields.select({.name = "language",
                          .label = t("Language of the presentation"),
                          .choices = choices,
                          .value = value.empty() ? std::string{base::code(t.locale())} : value});
}

SafeHtml audience_field(const html::Fields& fields, const Translator& t, const std::string& value) {
    std::vector<html::Choice> choices{{"", t("Choose who will be there")}};
    for (const Audience each : kAudiences) choices.push_back({std::string{name_of(each)}, t(label_of(each))});
    return fields.select({.name = "audience", .label = t("Who will be there"), .choices = choices, .value = value});
}

SafeHtml date_fields(const html::Fields& fields, const Translator& t, const std::array<std::string, kDates>& typed) {
    const std::array<std::string, kDates> labels{t("Your best date"), t("A second date"), t("A third date")};
    Out out;
    for (std::size_t i = 0; i < kDates; ++i)
        out.append(fields.text({.name = fmt::format("date_{}", i + 1),
                                .label = labels[i],
                                .value = typed[i],
                                .kind = html::TextKind::date_time,
                                .required = i == 0 ? Required::yes : Required::no,
                                .size = html::FieldSize::medium}));
    return std::move(out).finish();
}

SafeHtml report_fields(const html::Fields& fields, const Translator& t, const ReportForm& typed) {
    std::vector<html::Choice> feelings{{"0", t("I cannot say")}};
    for (int each = 1; each <= 5; ++each) feelings.push_back({std::to_string(each), feeling_words(t, each)});
    const SafeHtml before = fields.select({.name = "feeling_before",
                                           .label = t("How the room felt before"),
                                           .choices = feelings,
                                           .value = typed.feeling_before,
                                           .required = Required::no});
    const SafeHtml after = fields.select({.name = "feeling_after",
                                          .label = t("How it felt afterwards"),
                                          .choices = feelings,
                                          .value = typed.feeling_after,
                                          .required = Required::no});
    return html::render<"{}{}{}{}{}">(
        fields.text({.name = "attendance",
                     .label = t("How many people were there"),
                     .value = typed.attendance,
                     .kind = html::TextKind::number,
                     .size = html::FieldSize::small}),
        html::field_pair(before, after),
        fields.text_area({.name = "questions",
                          .label = t("What they asked"),
                          .value = typed.questions,
                          .required = Required::no,
                          .hint = t("One question on each line. They help those who speak next."),
                          .rows = 4,
                          .max_length = 2000}),
        fields.text_area({.name = "words",
                          .label = t("What the campaign should know"),
                          .value = typed.words,
                          .required = Required::no,
                          .rows = 3,
                          .max_length = 2000}),
        fields.text_area(
            {.name = "names",
             .label = t("Who wants to be on the email list"),
             .value = typed.names,
             .required = Required::no,
             .hint = t("One person on each line, like: Maya Tremblay, maya@example.org. Each gets an email "
                       "and is on the list only once they confirm it themselves."),
             .rows = 4}));
}

}  // namespace presentations::pages
