// platform/html/forms.h - the parts of forms: each with its label above, its hint and its problem tied to it.
//
//     const html::Fields fields{t, problems};
//     html::write<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}</form>)">(
//         out, action, fields.error_summary(),
//         fields.text({.name = "email", .label = t("Email"), .value = form.email, .kind = html::TextKind::email,
//                      .autocomplete = "email", .hint = t("We send you one mail to confirm.")}),
//         fields.button({.label = t("Sign the pledge"), .width = html::ButtonWidth::full}));
//
// The id of a control is its name, so the error summary links to it. A field whose name has a problem is marked
// aria-invalid and described by it. Fields are required unless they say otherwise, and the others say "(optional)".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace html {

enum class Required { yes, no };
enum class Checked { no, yes };
enum class FieldSize { full, medium, small };
enum class TextKind { text, email, tel, url, search, password, number, one_time_code, postal_code, date_time };

struct TextField {
    std::string name;
    std::string label;
    std::string value{};  // as typed; never shown for passwords
    TextKind kind = TextKind::text;
    Required required = Required::yes;
    std::string autocomplete{};  // a token of the HTML standard: "given-name"
    std::string hint{};
    FieldSize size = FieldSize::full;
    int max_length = 0;  // characters; 0: no limit
};

struct TextArea {
    std::string name;
    std::string label;
    std::string value{};
    Required required = Required::yes;
    std::string hint{};
    int rows = 4;
    int max_length = 0;  // with a limit the page counts down the characters left
};

struct Choice {
    std::string value;
    std::string label;
    std::string hint{};
    std::string group{};  // menus only: neighbours of one group stand under its name
};

struct Select {
    std::string name;
    std::string label;
    std::vector<Choice> choices;
    std::string value{};  // the chosen one
    Required required = Required::yes;
    std::string hint{};
    std::string autocomplete{};
    FieldSize size = FieldSize::full;
};

// One box that sends "1". Never ticked beforehand for a consent.
struct Checkbox {
    std::string name;
    std::string label;
    Checked checked = Checked::no;
    std::string hint{};
    Required required = Required::no;
};

// The id of the first radio button is the name, of the others name-2, name-3 ...
struct RadioGroup {
    std::string name;
    std::string legend;
    std::vector<Choice> choices;
    std::string value{};
    Required required = Required::yes;
};

struct FileField {
    std::string name;
    std::string label;
    std::string accept{};  // "text/csv,.csv"
    Required required = Required::yes;
    std::string hint{};
};

enum class ButtonKind { primary, quiet, danger, text, invert };
enum class ButtonSize { usual, large, small };
enum class ButtonWidth { usual, full };

// Sends the form; with a name it also sends name=value, for forms with two buttons.
struct Button {
    std::string label;
    ButtonKind kind = ButtonKind::primary;
    ButtonSize size = ButtonSize::usual;
    ButtonWidth width = ButtonWidth::usual;
    std::string name{};
    std::string value{};
    std::string icon{};  // of the sprite, before the label
};

// Makes the parts of one form. Refers to the problems: they outlive it.
class Fields {
public:
    Fields(i18n::Translator translator, const base::Problems& problems) : t_(translator), problems_(problems) {}

    // Every problem as a link to its field, in a box that takes the focus; nothing when there is none. Problems of the
    // whole form (field "") stand in it without a link.
    [[nodiscard]] SafeHtml error_summary() const;

    [[nodiscard]] SafeHtml text(const TextField& field) const;
    [[nodiscard]] SafeHtml text_area(const TextArea& field) const;
    [[nodiscard]] SafeHtml select(const Select& field) const;
    [[nodiscard]] SafeHtml checkbox(const Checkbox& field) const;
    [[nodiscard]] SafeHtml radio_group(const RadioGroup& field) const;
    [[nodiscard]] SafeHtml file(const FileField& field) const;
    [[nodiscard]] SafeHtml button(const Button& button) const;

private:
    i18n::Translator t_;
    const base::Problems& problems_;
};

// Two short fields side by side, where there is room.
[[nodiscard]] SafeHtml field_pair(const SafeHtml& left, const SafeHtml& right);

// A value that travels with the form unseen.
struct HiddenField {
    std::string_view name;
    std::string_view value;
};
[[nodiscard]] SafeHtml hidden(HiddenField field);

// A field that people never see and scripts fill: whoever sends it non-empty is a script.
[[nodiscard]] SafeHtml trap(i18n::Translator t, std::string_view name);

}  // namespace html
