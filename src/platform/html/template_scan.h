// platform/html/template_scan.h - reads a page template at compile time and says where each {} stands.
//
// It follows the states of the HTML standard's tokenizer as far as our own templates need them, and refuses what it
// does not know. The input is a literal of ours, never a visitor's text.
#pragma once

#include <cstddef>
#include <string_view>

#include "platform/html/template_position.h"
#include "platform/html/template_rules.h"

namespace html {

namespace scanning {

// Walks once over the template. Each step_ function consumes at least one character.
template <size_t SlotCount>
class Scanner {
public:
    constexpr explicit Scanner(std::string_view text) : text_(text) {}

    constexpr Scan<SlotCount> run() {
        while (at_ < text_.size() && scan_.refusal == Refusal::none) {
            if (text_.substr(at_).starts_with("{}"))
                step_slot();
            else
                step();
        }
        if (scan_.refusal == Refusal::none) refuse(refusal_at_end());
        return scan_;
    }

private:
    enum class State : unsigned char {
        text,
        tag_name,
        between_attributes,
        attribute_name,
        after_attribute_name,
        before_value,
        unquoted_value,
        single_quoted_value,
        double_quoted_value,
        comment,
        declaration,
    };

    constexpr void refuse(Refusal why) { scan_.refusal = why; }

    constexpr void step_slot() {
        switch (state_) {
            case State::text:
                slot_in_text();
                break;
            case State::double_quoted_value:
                slot_in_value();
                break;
            case State::tag_name:
                end_tag_name();
                slot_in_tag();
                break;
            case State::between_attributes:
                slot_in_tag();
                break;
            default:
                refuse(refusal_of_slot_here());
        }
        at_ += 2;
    }

    constexpr void slot_in_text() {
        if (is_one_of(element_, kRawTextElements)) return refuse(Refusal::raw_text_element);
        add_slot(is_one_of(element_, kPlainTextElements) ? Position::plain_text : Position::text);
    }

    constexpr void slot_in_value() {
        if (is_one_of(tag_, kSlotlessElements)) return refuse(Refusal::forbidden_attribute);
        if (auto why = refusal_of_attribute(attribute_); why != Refusal::none) return refuse(why);
        if (!is_one_of(attribute_, kUrlAttributes)) return add_slot(Position::attribute);
        if (is_one_of(tag_, kResourceElements)) return slot_in_resource();
        const UrlPlace place{text_.substr(value_start_, at_ - value_start_), text_.substr(at_ + 2)};
        if (!place.accepted()) return refuse(Refusal::url_prefix);
        add_slot(place.position());
    }

    // The asset's URL is the whole value or nothing of it.
    constexpr void slot_in_resource() {
        const bool whole = at_ == value_start_ && text_.substr(at_ + 2).starts_with('"');
        if (!whole) return refuse(Refusal::url_prefix);
        add_slot(Position::resource);
    }

    constexpr void slot_in_tag() {
        if (is_end_tag_) return refuse(Refusal::malformed_tag);
        add_slot(Position::tag);
    }

    constexpr void add_slot(Position position) { scan_.slots[slots_++] = {at_, position}; }

    [[nodiscard]] constexpr Refusal refusal_of_slot_here() const {
        switch (state_) {
            case State::before_value:
            case State::unquoted_value:
                return Refusal::unquoted_attribute;
            case State::single_quoted_value:
                return Refusal::single_quoted_attribute;
            case State::comment:
                return Refusal::comment;
            case State::declaration:
                return Refusal::declaration;
            default:
                return Refusal::malformed_tag;
        }
    }

    constexpr void step() {
        switch (state_) {
            case State::text:
                return step_text();
            case State::tag_name:
                return step_tag_name();
            case State::between_attributes:
                return step_between_attributes();
            case State::attribute_name:
                return step_attribute_name();
            case State::after_attribute_name:
                return step_after_attribute_name();
            case State::before_value:
                return step_before_value();
            case State::unquoted_value:
                return step_unquoted_value();
            case State::single_quoted_value:
                return step_quoted_value('\'');
            case State::double_quoted_value:
                return step_quoted_value('"');
            case State::comment:
                return step_comment();
            case State::declaration:
                return step_declaration();
        }
    }

    constexpr void step_text() {
        if (text_[at_] != '<') {
            ++at_;
            return;
        }
        if (is_inside_opaque_element() && !closes_element()) {
            ++at_;
            return;
        }
        step_markup();
    }

    // Within <script>, <title> and the like only their own end tag is markup.
    [[nodiscard]] constexpr bool is_inside_opaque_element() const { return !element_.empty(); }

    [[nodiscard]] constexpr bool closes_element() const {
        const auto rest = text_.substr(at_);
        return rest.starts_with("</") && begins(rest.substr(2), element_) && rest.size() > element_.size() + 2 &&
               (is_space(rest[element_.size() + 2]) || rest[element_.size() + 2] == '>');
    }

    constexpr void step_markup() {
        const auto rest = text_.substr(at_);
        if (rest.starts_with("<!--")) return enter(State::comment, 4);
        if (rest.starts_with("<!")) return enter(State::declaration, 2);
        is_end_tag_ = rest.starts_with("</");
        const size_t mark = is_end_tag_ ? 2 : 1;
        if (rest.substr(mark).starts_with("{}")) return refuse(Refusal::tag_name);
        if (rest.size() <= mark || !is_letter(rest[mark])) return refuse(Refusal::malformed_tag);
        tag_start_ = at_ + mark;
        enter(State::tag_name, mark);
    }

    constexpr void step_tag_name() {
        const char c = text_[at_];
        if (!is_space(c) && c != '/' && c != '>') {
            ++at_;
            return;
        }
        end_tag_name();
    }

    constexpr void end_tag_name() {
        tag_ = text_.substr(tag_start_, at_ - tag_start_);
        state_ = State::between_attributes;
    }

    constexpr void step_between_attributes() {
        const char c = text_[at_];
        if (c == '>') return leave_tag();
        if (c == '<' || c == '"' || c == '\'' || c == '=') return refuse(Refusal::malformed_tag);
        if (is_space(c) || c == '/') {
            ++at_;
            return;
        }
        attribute_start_ = at_;
        enter(State::attribute_name, 1);
    }

    constexpr void leave_tag() {
        element_ = {};
        if (!is_end_tag_ && (is_one_of(tag_, kRawTextElements) || is_one_of(tag_, kPlainTextElements))) element_ = tag_;
        enter(State::text, 1);
    }

    constexpr void step_attribute_name() {
        const char c = text_[at_];
        if (c == '<' || c == '"' || c == '\'') return refuse(Refusal::malformed_tag);
        if (!is_space(c) && c != '=' && c != '>' && c != '/') {
            ++at_;
            return;
        }
        attribute_ = text_.substr(attribute_start_, at_ - attribute_start_);
        state_ = State::after_attribute_name;
    }

    constexpr void step_after_attribute_name() {
        const char c = text_[at_];
        if (c == '=') return enter(State::before_value, 1);
        if (is_space(c)) {
            ++at_;
            // A space before = would make the next slot ambiguous, so it ends the attribute unless = follows.
            const auto next = text_.find_first_not_of(" \t\r\n\f", at_);
            if (next == std::string_view::npos || text_[next] != '=') state_ = State::between_attributes;
            return;
        }
        state_ = State::between_attributes;
    }

    constexpr void step_before_value() {
        const char c = text_[at_];
        if (is_space(c)) {
            ++at_;
            return;
        }
        if (c == '>') return refuse(Refusal::malformed_tag);
        value_start_ = at_ + 1;
        if (c == '"') return enter(State::double_quoted_value, 1);
        if (c == '\'') return enter(State::single_quoted_value, 1);
        enter(State::unquoted_value, 1);
    }

    constexpr void step_unquoted_value() {
        const char c = text_[at_];
        if (is_space(c) || c == '>')
            state_ = State::between_attributes;
        else
            ++at_;
    }

    constexpr void step_quoted_value(char quote) {
        if (text_[at_] == quote) state_ = State::between_attributes;
        ++at_;
    }

    constexpr void step_comment() {
        if (text_.substr(at_).starts_with("-->")) return enter(State::text, 3);
        ++at_;
    }

    constexpr void step_declaration() {
        if (text_[at_] == '>') return enter(State::text, 1);
        ++at_;
    }

    constexpr void enter(State state, size_t consumed) {
        state_ = state;
        at_ += consumed;
    }

    [[nodiscard]] constexpr Refusal refusal_at_end() const {
        if (state_ == State::comment) return Refusal::ends_inside_comment;
        if (state_ != State::text) return Refusal::ends_inside_tag;
        return element_.empty() ? Refusal::none : Refusal::ends_inside_element;
    }

    std::string_view text_;
    size_t at_ = 0;
    State state_ = State::text;
    bool is_end_tag_ = false;
    size_t tag_start_ = 0;
    size_t attribute_start_ = 0;
    size_t value_start_ = 0;
    std::string_view tag_;
    std::string_view attribute_;
    std::string_view element_;  // the opaque element we are inside of, or empty
    size_t slots_ = 0;
    Scan<SlotCount> scan_{};
};

}  // namespace scanning

// The slots of a template in order, or the reason to refuse it.
template <Literal Template>
consteval auto scan_template() {
    return scanning::Scanner<scanning::count_slots(Template.view())>{Template.view()}.run();
}

}  // namespace html
