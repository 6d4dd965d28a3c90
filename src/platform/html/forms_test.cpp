#include "platform/html/forms.h"

#include <string>

#include <gtest/gtest.h>

namespace {

using testing::Test;

constexpr i18n::Translator kEnglish{base::Locale::english};
constexpr i18n::Translator kFrench{base::Locale::french};

const base::Problems kNone;

bool holds(const html::SafeHtml& markup, std::string_view part) {
    return markup.view().find(part) != std::string_view::npos;
}

TEST(Forms, LabelBelongsToItsField) {
    const html::Fields fields{kEnglish, kNone};
    EXPECT_EQ(
        fields
            .text({.name = "email",
                   .label = "Email",
                   .value = "a\"b",
                   .kind = html::TextKind::email,
                   .autocomplete = "email"})
            .view(),
        R"(<div class="field"><label class="field__label" for="email">Email</label>)"
        R"(<input class="field__input" id="email" name="email" type="email" value="a&quot;b" autocomplete="email" required></div>)");
}

TEST(Forms, ProblemAndHintDescribeTheField) {
    const base::Problems problems{{"city", base::message("Sign out")}};
    const html::Fields fields{kFrench, problems};
    const auto field = fields.text({.name = "city", .label = "Ville", .hint = "Où vous habitez"});
    EXPECT_TRUE(holds(field, R"(<div class="field field--invalid">)"));
    EXPECT_TRUE(holds(field, R"(<p class="field__hint" id="city-hint">Où vous habitez</p>)"));
    EXPECT_TRUE(holds(field, R"(id="city-error")"));
    EXPECT_TRUE(holds(field, "Fermer la session</p>"));
    EXPECT_TRUE(holds(field, R"(aria-invalid="true" aria-describedby="city-hint city-error")"));
}

TEST(Forms, OptionalFieldSaysSo) {
    const html::Fields fields{kFrench, kNone};
    const auto field = fields.text_area(
        {.name = "comment", .label = "Commentaire", .required = html::Required::no, .max_length = 500});
    EXPECT_TRUE(holds(field, R"(<span class="field__optional">(facultatif)</span>)"));
    EXPECT_FALSE(holds(field, " required"));
    EXPECT_TRUE(holds(field, R"(maxlength="500" data-character-count data-character-count-text="{count} caractères)"));
}

TEST(Forms, TextareaKeepsItsFirstLineEnd) {
    const html::Fields fields{kEnglish, kNone};
    EXPECT_TRUE(holds(fields.text_area({.name = "c", .label = "C", .value = "\n<b>"}), ">\n\n&lt;b&gt;</textarea>"));
}

TEST(Forms, PasswordIsNeverSentBack) {
    const html::Fields fields{kEnglish, kNone};
    const auto field =
        fields.text({.name = "password", .label = "Password", .value = "secret", .kind = html::TextKind::password});
    EXPECT_FALSE(holds(field, "secret"));
}

TEST(Forms, SelectShowsTheChosenOne) {
    const html::Fields fields{kEnglish, kNone};
    const auto field =
        fields.select({.name = "country",
                       .label = "Country",
                       .choices = {{.value = "CA", .label = "Canada"}, {.value = "FR", .label = "France"}},
                       .value = "FR"});
    EXPECT_TRUE(holds(field, R"(<option value="CA">Canada</option><option value="FR" selected>France</option>)"));
}

TEST(Forms, CheckboxSendsOne) {
    const html::Fields fields{kEnglish, kNone};
    EXPECT_EQ(
        fields.checkbox({.name = "show_name", .label = "Show my name", .checked = html::Checked::yes}).view(),
        R"(<div class="choice"><input class="choice__input" type="checkbox" id="show_name" name="show_name" value="1" checked><label class="choice__label" for="show_name">Show my name</label></div>)");
}

TEST(Forms, AMenuPutsNeighboursOfOneGroupUnderItsName) {
    const html::Fields fields{kEnglish, kNone};
    const auto menu = fields.select({.name = "service",
                                     .label = "Service",
                                     .choices = {{.value = "all", .label = "All"},
                                                 {.value = "a", .label = "A", .group = "First & foremost"},
                                                 {.value = "b", .label = "B", .group = "First & foremost"},
                                                 {.value = "c", .label = "C", .group = "Then"}},
                                     .value = "b"});
    EXPECT_TRUE(holds(menu, R"(<option value="all">All</option><optgroup label="First &amp; foremost">)"
                            R"(<option value="a">A</option><option value="b" selected>B</option></optgroup>)"
                            R"(<optgroup label="Then"><option value="c">C</option></optgroup></select>)"));
}

TEST(Forms, FirstRadioButtonIsWhereTheSummaryLeads) {
    const html::Fields fields{kEnglish, kNone};
    const auto group = fields.radio_group({.name = "kind",
                                           .legend = "Kind",
                                           .choices = {{.value = "a", .label = "A"}, {.value = "b", .label = "B"}},
                                           .value = "b"});
    EXPECT_TRUE(holds(group, R"(id="kind" name="kind" value="a" required>)"));
    EXPECT_TRUE(holds(group, R"(id="kind-2" name="kind" value="b" checked required>)"));
}

TEST(Forms, SummaryLeadsToEachField) {
    const base::Problems problems{{"email", base::message("Sign out")}, {"", base::message("Main menu")}};
    const auto summary = html::Fields{kFrench, problems}.error_summary();
    EXPECT_TRUE(holds(summary, R"(role="alert" tabindex="-1")"));
    EXPECT_TRUE(holds(summary, "2 points à corriger"));
    EXPECT_TRUE(holds(summary, R"(<a class="error-summary__link" href="#email">Fermer la session</a>)"));
    EXPECT_TRUE(holds(summary, "<li>Menu principal</li>"));
    EXPECT_TRUE((html::Fields{kFrench, kNone}.error_summary().empty()));
}

TEST(Forms, ButtonSaysWhatHappens) {
    const html::Fields fields{kEnglish, kNone};
    EXPECT_EQ(fields.button({.label = "Sign", .width = html::ButtonWidth::full}).view(),
              R"(<button class="button button--primary button--wide" type="submit">Sign</button>)");
}

}  // namespace
