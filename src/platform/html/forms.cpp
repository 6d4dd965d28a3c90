#include "platform/html/forms.h"

#include <string_view>
#include <utility>

#include "platform/html/assets.h"

namespace html {
namespace {

// What a field's name says about it: where its hint and problem stand, and what the problem is.
class FieldState {
public:
    struct Of {
        const std::string& name;
        const std::string& hint;
    };

    FieldState(const base::Problems& problems, const Of& field)
        : problem_(base::find_problem(problems, field.name)), has_hint_(!field.hint.empty()) {
        if (has_hint_) described_by_ = field.name + "-hint";
        if (problem_ && has_hint_) described_by_ += ' ';
        if (problem_) described_by_ += field.name + "-error";
    }

    [[nodiscard]] const base::Problem* problem() const { return problem_; }
    [[nodiscard]] Attribute invalid() const { return attribute_if(problem_ != nullptr, "aria-invalid", "true"); }
    [[nodiscard]] Attribute described_by() const {
        return attribute_if(!described_by_.empty(), "aria-describedby", described_by_);
    }

private:
    const base::Problem* problem_;
    bool has_hint_;
    std::string described_by_;
};

// A value only where there is one.
Attribute unless_empty(AttributeName name, const std::string& value) {
    return attribute_if(!value.empty(), name, value);
}

Attribute required_if(Required required) { return attribute_if(required == Required::yes, "required"); }

SafeHtml hint_line(const std::string& name, const std::string& hint) {
    if (hint.empty()) return {};
    return render<R"(<p class="field__hint" id="{}-hint">{}</p>)">(name, hint);
}

SafeHtml error_line(i18n::Translator t, const base::Problem* problem) {
    if (!problem) return {};
    return render<R"(<p class="field__error" id="{}-error">{} {}</p>)">(problem->field, icon("alert"),
                                                                        t(problem->message));
}

SafeHtml optional_mark(i18n::Translator t, Required required) {
    if (required == Required::yes) return {};
    return render<R"( <span class="field__optional">{}</span>)">(t("(optional)"));
}

std::string_view class_of(FieldSize size) {
    switch (size) {
        case FieldSize::full:
            return "";
        case FieldSize::medium:
            return " field--medium";
        case FieldSize::small:
            return " field--short";
    }
    return "";
}

// What stands around every control that has its label above.
struct Surroundings {
    const std::string& name;
    const std::string& label;
    const std::string& hint;
    Required required;
    FieldSize size = FieldSize::full;
};

SafeHtml surround(i18n::Translator t, const Surroundings& field, const FieldState& state, const SafeHtml& control) {
    return render<R"(<div class="field{}{}"><label class="field__label" for="{}">{}{}</label>{}{}{}</div>)">(
        class_of(field.size), state.problem() ? " field--invalid" : "", field.name, field.label,
        optional_mark(t, field.required), hint_line(field.name, field.hint), error_line(t, state.problem()), control);
}

// How each kind of text is typed and shown.
struct TextTraits {
    std::string_view type = "text";
    std::string_view css_class = "";
    std::string_view input_mode = "";
    bool is_postal_code = false;
};

TextTraits traits_of(TextKind kind) {
    switch (kind) {
        case TextKind::text:
            return {};
        case TextKind::email:
            return {.type = "email"};
        case TextKind::tel:
            return {.type = "tel"};
        case TextKind::url:
            return {.type = "url"};
        case TextKind::search:
            return {.type = "search"};
        case TextKind::password:
            return {.type = "password"};
        case TextKind::number:
            return {.input_mode = "numeric"};
        case TextKind::one_time_code:
            return {.css_class = " field__input--code", .input_mode = "numeric"};
        case TextKind::postal_code:
            return {.is_postal_code = true};
        case TextKind::date_time:
            return {.type = "datetime-local"};
    }
    return {};
}

SafeHtml text_control(const TextField& field, const FieldState& state) {
    const auto traits = traits_of(field.kind);
    const std::string limit = std::to_string(field.max_length);
    return render<R"(<input class="field__input{}" id="{}" name="{}" type="{}" value="{}"{}{}{}{}{}{}{}>)">(
        traits.css_class, field.name, field.name, traits.type,
        field.kind == TextKind::password ? std::string_view{} : std::string_view{field.value},
        unless_empty("autocomplete", field.autocomplete),
        attribute_if(!traits.input_mode.empty(), "inputmode", traits.input_mode),
        attribute_if(field.max_length > 0, "maxlength", limit), attribute_if(traits.is_postal_code, "data-postal-code"),
        required_if(field.required), state.invalid(), state.described_by());
}

SafeHtml area_control(i18n::Translator t, const TextArea& field, const FieldState& state) {
    const bool limited = field.max_length > 0;
    const std::string limit = std::to_string(field.max_length);
    const std::string left = t("{count} characters left");
    const std::string one_left = t("{count} character left");
    // The browser drops one line end behind the start tag, so one is given for it to drop.
    return render<
        "<textarea class=\"field__input field__input--area\" id=\"{}\" name=\"{}\" rows=\"{}\"{}{}{}{}{}{}{}>\n"
        "{}</textarea>">(field.name, field.name, field.rows, attribute_if(limited, "maxlength", limit),
                         attribute_if(limited, "data-character-count"),
                         attribute_if(limited, "data-character-count-text", left),
                         attribute_if(limited, "data-character-count-one", one_left), required_if(field.required),
                         state.invalid(), state.described_by(), field.value);
}

void write_group(Out& out, const std::string& name, const SafeHtml& options) {
    if (name.empty()) return out.append(options);
    write<R"(<optgroup label="{}">{}</optgroup>)">(out, name, options);
}

SafeHtml options_of(const Select& field) {
    Out out;
    Out group;
    for (const auto& choice : field.choices) {
        write<R"(<option value="{}"{}>{}</option>)">(
            group, choice.value, attribute_if(choice.value == field.value, "selected"), choice.label);
        const bool is_last = &choice == &field.choices.back();
        if (!is_last && (&choice)[1].group == choice.group) continue;
        write_group(out, choice.group, std::exchange(group, Out{}).finish());
    }
    return std::move(out).finish();
}

SafeHtml select_control(const Select& field, const FieldState& state) {
    return render<
        R"(<span class="select"><select class="field__input select__control" id="{}" name="{}"{}{}{}{}>{}</select></span>)">(
        field.name, field.name, unless_empty("autocomplete", field.autocomplete), required_if(field.required),
        state.invalid(), state.described_by(), options_of(field));
}

SafeHtml choice_hint(const std::string& id, const std::string& hint) {
    if (hint.empty()) return {};
    return render<R"(<p class="choice__hint" id="{}-hint">{}</p>)">(id, hint);
}

SafeHtml radio_button(const RadioGroup& group, const Choice& choice, const std::string& id) {
    const std::string hint_id = id + "-hint";
    return render<
        R"(<div class="choice"><input class="choice__input" type="radio" id="{}" name="{}" value="{}"{}{}{}><label class="choice__label" for="{}">{}</label>{}</div>)">(
        id, group.name, choice.value, attribute_if(choice.value == group.value, "checked"), required_if(group.required),
        attribute_if(!choice.hint.empty(), "aria-describedby", hint_id), id, choice.label,
        choice_hint(id, choice.hint));
}

SafeHtml radio_buttons(const RadioGroup& group) {
    Out out;
    for (size_t i = 0; i < group.choices.size(); ++i) {
        const auto id = i == 0 ? group.name : group.name + "-" + std::to_string(i + 1);
        out.append(radio_button(group, group.choices[i], id));
    }
    return std::move(out).finish();
}

std::string_view class_of(ButtonKind kind) {
    switch (kind) {
        case ButtonKind::primary:
            return " button--primary";
        case ButtonKind::quiet:
            return " button--quiet";
        case ButtonKind::danger:
            return " button--danger";
        case ButtonKind::text:
            return " button--text";
        case ButtonKind::invert:
            return " button--invert";
    }
    return "";
}

std::string_view class_of(ButtonSize size) {
    switch (size) {
        case ButtonSize::usual:
            return "";
        case ButtonSize::large:
            return " button--large";
        case ButtonSize::small:
            return " button--small";
    }
    return "";
}

SafeHtml summary_line(i18n::Translator t, const base::Problem& problem) {
    if (problem.field.empty()) return render<"<li>{}</li>">(t(problem.message));
    return render<R"(<li><a class="error-summary__link" href="#{}">{}</a></li>)">(problem.field, t(problem.message));
}

}  // namespace

SafeHtml Fields::error_summary() const {
    if (problems_.empty()) return {};
    const auto count = static_cast<std::int64_t>(problems_.size());
    return render<
        R"(<div class="error-summary" role="alert" tabindex="-1" data-error-summary><h2 class="error-summary__title">{}</h2><ul class="error-summary__list">{}</ul></div>)">(
        t_.plural("{count} thing to correct", "{count} things to correct", count), [this](Out& lines) {
            for (const auto& problem : problems_) lines.append(summary_line(t_, problem));
        });
}

SafeHtml Fields::text(const TextField& field) const {
    const FieldState state{problems_, {.name = field.name, .hint = field.hint}};
    const Surroundings surroundings{field.name, field.label, field.hint, field.required, field.size};
    return surround(t_, surroundings, state, text_control(field, state));
}

SafeHtml Fields::text_area(const TextArea& field) const {
    const FieldState state{problems_, {.name = field.name, .hint = field.hint}};
    const Surroundings surroundings{field.name, field.label, field.hint, field.required};
    return surround(t_, surroundings, state, area_control(t_, field, state));
}

SafeHtml Fields::select(const Select& field) const {
    const FieldState state{problems_, {.name = field.name, .hint = field.hint}};
    const Surroundings surroundings{field.name, field.label, field.hint, field.required, field.size};
    return surround(t_, surroundings, state, select_control(field, state));
}

SafeHtml Fields::checkbox(const Checkbox& field) const {
    const FieldState state{problems_, {.name = field.name, .hint = field.hint}};
    return render<
        R"(<div class="choice{}">{}<input class="choice__input" type="checkbox" id="{}" name="{}" value="1"{}{}{}{}><label class="choice__label" for="{}">{}</label>{}</div>)">(
        state.problem() ? " choice--invalid" : "", error_line(t_, state.problem()), field.name, field.name,
        attribute_if(field.checked == Checked::yes, "checked"), required_if(field.required), state.invalid(),
        state.described_by(), field.name, field.label, choice_hint(field.name, field.hint));
}

SafeHtml Fields::radio_group(const RadioGroup& field) const {
    const FieldState state{problems_, {.name = field.name, .hint = {}}};
    return render<
        R"(<fieldset class="field-group"{}><legend class="field-group__legend">{}{}</legend>{}{}</fieldset>)">(
        state.described_by(), field.legend, optional_mark(t_, field.required), error_line(t_, state.problem()),
        radio_buttons(field));
}

SafeHtml Fields::file(const FileField& field) const {
    const FieldState state{problems_, {.name = field.name, .hint = field.hint}};
    const Surroundings surroundings{field.name, field.label, field.hint, field.required};
    const auto control =
        render<R"(<input class="field__input field__input--file" type="file" id="{}" name="{}"{}{}{}{}>)">(
            field.name, field.name, unless_empty("accept", field.accept), required_if(field.required), state.invalid(),
            state.described_by());
    return surround(t_, surroundings, state, control);
}

SafeHtml Fields::button(const Button& button) const {
    return render<R"(<button class="button{}{}{}" type="submit"{}{}>{}{}</button>)">(
        class_of(button.kind), class_of(button.size), button.width == ButtonWidth::full ? " button--wide" : "",
        unless_empty("name", button.name), attribute_if(!button.name.empty(), "value", button.value),
        [&](Out& out) {
            if (!button.icon.empty()) write<"{} ">(out, icon(button.icon));
        },
        button.label);
}

SafeHtml field_pair(const SafeHtml& left, const SafeHtml& right) {
    return render<R"(<div class="form__pair">{}{}</div>)">(left, right);
}

SafeHtml hidden(HiddenField field) {
    return render<R"(<input type="hidden" name="{}" value="{}">)">(field.name, field.value);
}

SafeHtml trap(i18n::Translator t, std::string_view name) {
    return render<
        R"(<div class="trap" aria-hidden="true"><label for="{}">{}</label><input id="{}" name="{}" tabindex="-1" autocomplete="off"></div>)">(
        name, t("Leave this empty"), name, name);
}

}  // namespace html
