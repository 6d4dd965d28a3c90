// platform/html/template.h - page templates that are checked and escaped at compile time.
//
//     html::write<R"(<li class="{}"><a href="{}">{}</a></li>)">(out, kind, url, name);
//     html::SafeHtml title = html::render<"<h1>{}</h1>">(petition.title);
//
// Each {} takes one value, and the place where it stands decides how:
//   text            <p>{}</p>           strings and numbers, escaped; SafeHtml as it is; a function that writes to Out
//   plain text      <title>{}</title>   strings and numbers, escaped
//   attribute       class="{}"          strings and numbers, escaped; attributes with a slot are double-quoted
//   whole URL       href="{}"           allowed schemes only (escape.h), "#blocked" for any other
//   piece of a URL  href="/x/{}?y={}"   strings and numbers, percent-encoded
//   in the tag      <input {}>          html::Attribute, see attribute_if below
//   script source   <script src="{}">   html::AssetUrl only
// A bool, a char or an optional is no value: say which words it means. The compiler refuses slots in event handlers,
// style, srcset, scripts, comments, tag names and unquoted attributes, and a template that ends inside a tag. So that
// the page around a slot is always whole text, a template also closes each title, textarea and script that it opens.
#pragma once

#include <charconv>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "platform/html/escape.h"
#include "platform/html/template_scan.h"

namespace html {

// Finished markup. Only templates make it (through Out), so it never holds a visitor's text unescaped.
class SafeHtml {
public:
    SafeHtml() = default;  // nothing
    [[nodiscard]] std::string_view view() const { return markup_; }
    [[nodiscard]] bool empty() const { return markup_.empty(); }
    [[nodiscard]] std::string take() && { return std::move(markup_); }
    friend bool operator==(const SafeHtml&, const SafeHtml&) = default;

private:
    friend class Out;
    explicit SafeHtml(std::string markup) : markup_(std::move(markup)) {}
    std::string markup_;
};

namespace writing {
class Access;
}

// A page being written: everything that reaches it went through a template.
class Out {
public:
    Out() = default;
    void append(const SafeHtml& part) { markup_ += part.view(); }
    void reserve(size_t bytes) { markup_.reserve(bytes); }
    [[nodiscard]] size_t size() const { return markup_.size(); }
    [[nodiscard]] SafeHtml finish() && { return SafeHtml{std::move(markup_)}; }

private:
    friend class writing::Access;
    std::string markup_;
};

// The name of an attribute as a literal; the compiler refuses names whose values need more than escaping.
class AttributeName {
public:
    template <size_t Size>
    consteval AttributeName(const char (&name)[Size]) : name_(name, Size - 1) {  // NOLINT: implicit
        if (scanning::refusal_of_attribute(name_) != Refusal::none) throw "this attribute takes no value from outside";
        if (scanning::is_one_of(name_, scanning::kUrlAttributes)) throw "write URL attributes in the template";
        for (char c : name_)
            if (!scanning::is_letter(c) && c != '-' && (c < '0' || c > '9')) throw "not an attribute name";
    }
    [[nodiscard]] constexpr std::string_view view() const { return name_; }

private:
    std::string_view name_;
};

// An attribute, or its absence, for a slot inside a tag. It refers to its value: use it within the same expression.
class Attribute {
public:
    constexpr Attribute(AttributeName name, std::optional<std::string_view> value, bool present)
        : name_(name), value_(value), present_(present) {}
    void append_to(std::string& out) const {
        if (!present_) return;
        out.append(1, ' ').append(name_.view());
        if (!value_) return;
        out += "=\"";
        append_escaped(out, *value_);
        out += '"';
    }

private:
    AttributeName name_;
    std::optional<std::string_view> value_;
    bool present_;
};

// `<input type="checkbox" {}>` with attribute_if(form.show_name, "checked"): the bare name, or nothing.
constexpr Attribute attribute_if(bool condition, AttributeName name) { return {name, std::nullopt, condition}; }

// With a value: attribute_if(failed, "aria-invalid", "true").
constexpr Attribute attribute_if(bool condition, AttributeName name, std::string_view value) {
    return {name, value, condition};
}

// Absent when there is no value: attribute("autocomplete", field.autocomplete).
constexpr Attribute attribute(AttributeName name, std::optional<std::string_view> value) {
    return {name, value, value.has_value()};
}

// The URL of a file that is part of the program; only assets.h makes it.
class AssetUrl {
public:
    [[nodiscard]] std::string_view view() const { return url_; }

private:
    friend class Assets;
    explicit AssetUrl(std::string_view url) : url_(url) {}
    std::string_view url_;  // lives as long as the program
};

template <typename T>
concept Text = std::convertible_to<const T&, std::string_view>;

template <typename T>
concept Number =
    std::is_arithmetic_v<T> && !std::same_as<T, bool> && !std::same_as<T, char> && !std::same_as<T, wchar_t> &&
    !std::same_as<T, char8_t> && !std::same_as<T, char16_t> && !std::same_as<T, char32_t>;

template <typename T>
concept Writer = std::invocable<const T&, Out&>;

namespace writing {

// The only way into Out's text.
class Access {
public:
    static std::string& text(Out& out) { return out.markup_; }
};

template <Number T>
void append_number(std::string& out, T value) {
    char digits[64];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    out.append(digits, static_cast<size_t>(end - digits));
}

template <Position position>
void append_string(std::string& out, std::string_view value) {
    if constexpr (position == Position::url) return append_url(out, value);
    if constexpr (position == Position::url_base) return append_url_base(out, value);
    if constexpr (position == Position::path_piece) return append_path_piece(out, value);
    if constexpr (position == Position::query_piece) return append_query_piece(out, value);
    append_escaped(out, value);
}

template <Position position, typename T>
void append(Out& out, const T& value) {
    std::string& text = Access::text(out);
    if constexpr (position == Position::tag) {
        static_assert(std::same_as<T, Attribute>, "html template: a slot inside a tag takes html::Attribute only");
        value.append_to(text);
    } else if constexpr (position == Position::resource) {
        static_assert(std::same_as<T, AssetUrl>, "html template: a script source takes html::AssetUrl only");
        append_escaped(text, value.view());
    } else if constexpr (std::same_as<T, SafeHtml>) {
        static_assert(position == Position::text, "html template: SafeHtml stands only in text");
        text += value.view();
    } else if constexpr (std::same_as<T, AssetUrl>) {
        static_assert(position == Position::url, "html template: an AssetUrl stands only as a whole URL");
        append_escaped(text, value.view());
    } else if constexpr (Writer<T>) {
        static_assert(position == Position::text, "html template: a function writes only in text");
        value(out);
    } else if constexpr (Number<T>) {
        append_number(text, value);
    } else {
        static_assert(Text<T>, "html template: a slot takes text, numbers or SafeHtml (no bool, char or optional)");
        append_string<position>(text, value);
    }
}

template <Refusal refusal>
consteval void explain() {
    static_assert(refusal != Refusal::unquoted_attribute, "html template: a slot in an unquoted attribute");
    static_assert(refusal != Refusal::single_quoted_attribute, "html template: a slot in a single-quoted attribute");
    static_assert(refusal != Refusal::event_handler, "html template: a slot in an event handler");
    static_assert(refusal != Refusal::style_attribute, "html template: a slot in a style attribute");
    static_assert(refusal != Refusal::source_set, "html template: a slot in a srcset");
    static_assert(refusal != Refusal::forbidden_attribute, "html template: this attribute or element takes no slot");
    static_assert(refusal != Refusal::raw_text_element, "html template: a slot inside a script, style or the like");
    static_assert(refusal != Refusal::tag_name, "html template: a slot in a tag name");
    static_assert(refusal != Refusal::comment, "html template: a slot in a comment");
    static_assert(refusal != Refusal::declaration, "html template: a slot in a declaration");
    static_assert(refusal != Refusal::url_prefix, "html template: the URL before a slot does not settle the host");
    static_assert(refusal != Refusal::malformed_tag, "html template: a tag that cannot be read");
    static_assert(refusal != Refusal::ends_inside_tag, "html template: ends inside a tag");
    static_assert(refusal != Refusal::ends_inside_element, "html template: ends inside a title, textarea or script");
    static_assert(refusal != Refusal::ends_inside_comment, "html template: ends inside a comment");
}

}  // namespace writing

// Appends the template to the page, its slots filled in order. See the top of this file.
template <Literal Template, typename... Values>
void write(Out& out, const Values&... values) {
    static constexpr auto kScan = scan_template<Template>();
    writing::explain<kScan.refusal>();
    static_assert(sizeof...(Values) == kScan.slots.size(), "html template: wrong number of values for its slots");
    if constexpr (kScan.refusal == Refusal::none && sizeof...(Values) == kScan.slots.size()) {
        [&]<size_t... I>(std::index_sequence<I...>) {
            size_t written = 0;
            const auto literal_until = [&](size_t end) {
                writing::Access::text(out).append(Template.text + written, end - written);
                written = end + 2;
            };
            ((literal_until(kScan.slots[I].offset), writing::append<kScan.slots[I].position>(out, values)), ...);
            literal_until(Template.view().size());
        }(std::index_sequence_for<Values...>{});
    }
}

// The template as finished markup.
template <Literal Template, typename... Values>
[[nodiscard]] SafeHtml render(const Values&... values) {
    constexpr std::size_t kUsualValues = 40 * sizeof...(Values);  // bytes; more makes the text grow as it is written
    Out out;
    writing::Access::text(out).reserve(Template.view().size() + kUsualValues);
    write<Template>(out, values...);
    return std::move(out).finish();
}

}  // namespace html
