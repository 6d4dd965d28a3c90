#include "features/mailings/source_service.h"

#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include "base/text.h"
#include "base/whole_number.h"
#include "platform/html/escape.h"
#include "platform/html/stencil.h"

namespace mailings {
namespace {

constexpr std::size_t kMostSlots = 250;
constexpr std::size_t kLongestAddress = 2'000;  // bytes
constexpr std::string_view kOpen = "{{", kClose = "}}";

std::string trimmed(std::string_view text) { return base::collapse_spaces(text); }

std::vector<std::string> split(std::string_view text, char at) {
    std::vector<std::string> parts;
    for (;;) {
        const auto end = text.find(at);
        parts.push_back(trimmed(text.substr(0, end)));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

// What stands between two pairs of braces: "button: Sign | /en" or "given_name|friend".
struct Directive {
    std::string name;
    std::vector<std::string> parts;
    bool is_block;  // has a colon behind its name
};

Directive directive_of(std::string_view inside) {
    const auto colon = inside.find(':');
    const auto bar = inside.find('|');
    if (colon != std::string_view::npos && colon < bar)
        return {trimmed(inside.substr(0, colon)), split(inside.substr(colon + 1), '|'), true};
    auto parts = split(inside, '|');
    auto name = parts.front();
    parts.erase(parts.begin());
    return {std::move(name), std::move(parts), false};
}

bool is_key(std::string_view text) {
    return !text.empty() && text.size() <= 100 && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

// One reading: where it is, and what it found.
class Reader {
public:
    explicit Reader(Slots& slots) : slots_(slots) {}

    std::size_t line = 1;
    std::vector<Trouble> troubles{};

    // The words with their fields as marks.
    std::string marked(std::string_view words) {
        const auto clean = html::without_marks(words);
        std::string_view rest = clean;
        std::string out;
        while (!rest.empty()) {
            const auto open = rest.find(kOpen);
            pass(out, rest.substr(0, open));
            if (open == std::string_view::npos) break;
            rest.remove_prefix(open);
            const auto close = rest.find(kClose);
            const auto next_line = rest.find('\n');
            if (close == std::string_view::npos || next_line < close) {
                add(base::message("The braces of “{what}” are not closed on its line."), rest.substr(0, next_line));
                pass(out, rest.substr(0, kOpen.size()));
                rest.remove_prefix(kOpen.size());
                continue;
            }
            const auto typed = rest.substr(0, close + kClose.size());
            out += slot_of(typed).value_or(std::string{typed});
            rest.remove_prefix(typed.size());
        }
        return out;
    }

    // The block that a line is; nullopt where it is none, or one that cannot be read.
    std::optional<Part> block(std::string_view trimmed_line) {
        const auto inside = trimmed_line.substr(kOpen.size(), trimmed_line.size() - kOpen.size() - kClose.size());
        const auto directive = directive_of(html::without_marks(inside));
        const auto part = [&](std::size_t place) {
            return place < directive.parts.size() ? directive.parts[place] : std::string{};
        };
        if (directive.name == "button") return button(part(0), part(1), trimmed_line);
        if (directive.name == "picture") return picture(directive.parts, trimmed_line);
        if (directive.name == "quotation") return quotation(directive.parts, trimmed_line);
        if (directive.name == "event") return event(part(0), trimmed_line);
        if (!is_key(part(0))) {
            add(base::message("“{what}” names no petition or action."), trimmed_line);
            return std::nullopt;
        }
        if (directive.name == "count") return Figure{part(0)};
        return PetitionCard{part(0)};
    }

private:
    void add(base::Message message, std::string_view what) {
        troubles.push_back({message, std::string{base::first_characters(what, 80)}, line});
    }

    void pass(std::string& out, std::string_view words) {
        out += words;
        line += static_cast<std::size_t>(std::ranges::count(words, '\n'));
    }

    std::optional<std::string> slot_of(std::string_view typed) {
        const auto directive = directive_of(typed.substr(kOpen.size(), typed.size() - kOpen.size() - kClose.size()));
        const auto slot = directive.is_block ? count_slot(directive, typed) : field_slot(directive, typed);
        if (!slot) return std::nullopt;
        const auto place = slots_.place_of(*slot);
        if (!place) {
            add(base::message("There are too many fields; “{what}” has no room."), typed);
            return std::nullopt;
        }
        return html::mark({*place});
    }

    std::optional<Slot> count_slot(const Directive& directive, std::string_view typed) {
        if (directive.name != "count") {
            add(base::message("“{what}” has to stand alone on its line, and be one of the blocks."), typed);
            return std::nullopt;
        }
        if (!is_key(directive.parts.front())) {
            add(base::message("“{what}” names no petition or action."), typed);
            return std::nullopt;
        }
        return CountSlot{directive.parts.front()};
    }

    std::optional<Slot> field_slot(const Directive& directive, std::string_view typed) {
        const auto field = person_field_of(directive.name);
        if (!field) {
            add(base::message("There is no field “{what}”."), typed);
            return std::nullopt;
        }
        if (directive.parts.size() > 1) {
            add(base::message("“{what}” has more than one fallback."), typed);
            return std::nullopt;
        }
        const auto fallback = directive.parts.empty() ? std::string{} : directive.parts.front();
        if (fallback.empty() && needs_fallback(*field)) {
            add(base::message("“{what}” needs words for people who left that empty, behind a bar."), typed);
            return std::nullopt;
        }
        return FieldSlot{*field, fallback};
    }

    std::optional<Part> button(const std::string& label, const std::string& url, std::string_view typed) {
        if (label.empty() || url.empty()) {
            add(base::message("The button “{what}” needs words and an address."), typed);
            return std::nullopt;
        }
        if (!is_fine_address(url)) {
            add(base::message("The address in “{what}” is none that a link may have."), typed);
            return std::nullopt;
        }
        return Button{label, url};
    }

    std::optional<Part> picture(const std::vector<std::string>& parts, std::string_view typed) {
        const auto id = base::whole_number(parts.front());
        if (!id || *id <= 0) {
            add(base::message("“{what}” needs the number of a picture of the library."), typed);
            return std::nullopt;
        }
        const std::string url = parts.size() > 2 ? parts[2] : "";
        if (!url.empty() && !is_fine_address(url)) {
            add(base::message("The address in “{what}” is none that a link may have."), typed);
            return std::nullopt;
        }
        return PictureBlock{*id, parts.size() > 1 ? parts[1] : "", url, line};
    }

    std::optional<Part> quotation(const std::vector<std::string>& parts, std::string_view typed) {
        if (parts.size() < 2 || parts[0].empty() || parts[1].empty()) {
            add(base::message("The quotation “{what}” needs words and the name of who said them."), typed);
            return std::nullopt;
        }
        return Quotation{parts[0], parts[1], parts.size() > 2 ? parts[2] : ""};
    }

    // Its number, or the address of its page.
    std::optional<Part> event(std::string_view typed_event, std::string_view typed) {
        const auto slash = typed_event.rfind('/');
        const auto id =
            base::whole_number(slash == std::string_view::npos ? typed_event : typed_event.substr(slash + 1));
        if (!id || *id <= 0) {
            add(base::message("“{what}” needs the number of an event, or the address of its page."), typed);
            return std::nullopt;
        }
        return EventCard{*id, line};
    }

    Slots& slots_;
};

// Whether the whole line is one directive that makes a block.
bool is_block_line(std::string_view trimmed_line) {
    if (!trimmed_line.starts_with(kOpen) || !trimmed_line.ends_with(kClose)) return false;
    if (trimmed_line.find(kClose) != trimmed_line.size() - kClose.size()) return false;
    const auto name = directive_of(trimmed_line.substr(kOpen.size())).name;
    static constexpr std::array<std::string_view, 6> kBlocks{"button", "picture",  "quotation",
                                                             "count",  "petition", "event"};
    return std::ranges::find(kBlocks, name) != kBlocks.end();
}

std::string_view without_blanks(std::string_view line) {
    const auto first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return line.substr(first, line.find_last_not_of(" \t\r") + 1 - first);
}

void add_words(Source& source, const std::string& markdown) {
    if (markdown.find_first_not_of(" \t\r\n") != std::string::npos) source.parts.emplace_back(Words{markdown});
}

}  // namespace

std::string_view name_of(PersonField field) {
    static constexpr std::array<std::string_view, kPersonFields.size()> kNames{
        "given_name", "family_name", "name", "place", "province", "postal_code", "email"};
    return kNames[static_cast<std::size_t>(field)];
}

std::optional<PersonField> person_field_of(std::string_view name) {
    const auto* found = std::ranges::find(kPersonFields, name, name_of);
    return found == kPersonFields.end() ? std::nullopt : std::optional{*found};
}

std::optional<std::size_t> Slots::place_of(const Slot& slot) {
    const auto found = std::ranges::find(slots_, slot);
    if (found != slots_.end()) return static_cast<std::size_t>(found - slots_.begin());
    if (slots_.size() >= kMostSlots) return std::nullopt;
    slots_.push_back(slot);
    return slots_.size() - 1;
}

Source read_source(std::string_view body, Slots& slots) {
    Source source;
    Reader reader{slots};
    std::string markdown;
    std::size_t first_line = 1;
    const auto finish_words = [&](std::size_t next_line) {
        reader.line = first_line;
        add_words(source, reader.marked(markdown));
        markdown.clear();
        first_line = next_line;
    };
    std::size_t line = 1;
    for (; !body.empty(); ++line) {
        const auto end = std::min(body.find('\n'), body.size());
        const auto typed = body.substr(0, end);
        body.remove_prefix(std::min(end + 1, body.size()));
        const auto bare = without_blanks(typed);
        if (!is_block_line(bare)) {
            markdown.append(typed).append("\n");
            continue;
        }
        finish_words(line + 1);
        reader.line = line;
        if (auto part = reader.block(bare)) source.parts.push_back(*std::move(part));
    }
    finish_words(line);
    source.troubles = std::move(reader.troubles);
    return source;
}

MarkedText read_text(std::string_view words, Slots& slots) {
    Reader reader{slots};
    auto text = reader.marked(words);
    return {std::move(text), std::move(reader.troubles)};
}

std::string as_typed(std::string_view marked, const Slots& slots) {
    return html::with_values(marked, [&](html::Hole hole) -> std::string {
        if (hole.number >= slots.all().size()) return {};
        const Slot& slot = slots.all()[hole.number];
        if (const auto* field = std::get_if<FieldSlot>(&slot))
            return field->fallback.empty() ? fmt::format("{{{{{}}}}}", name_of(field->field))
                                           : fmt::format("{{{{{}|{}}}}}", name_of(field->field), field->fallback);
        if (const auto* count = std::get_if<CountSlot>(&slot)) return fmt::format("{{{{count: {}}}}}", count->key);
        return {};
    });
}

bool is_fine_address(std::string_view url) {
    return !url.empty() && url.size() <= kLongestAddress && url[0] != '#' && url[0] != '?' &&
           html::is_allowed_url(url) && url.find_first_of(" {}<>\"") == std::string_view::npos;
}

}  // namespace mailings
