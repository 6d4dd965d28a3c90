// features/mailings/source_service.h - a mail as staff write it: Markdown, with fields and blocks in double braces.
// Pure.
//
//     Dear {{given_name|friend}},                                    a field, and what stands for those who left it
//     empty
//     {{count: equality-pledge}} people have signed.                 the figure of an action when sending begins
//
// Blocks stand alone on their line:
//
//     {{button: Sign the pledge | /en/petitions/equality-pledge}}
//     {{picture: 17325 | Nurses at the gate | /en/news}}             of the library; words and address may be left out
//     {{quotation: We all pay for this. | Noor Haddad | President}}  the office may be left out
//     {{count: equality-pledge}}                                     the figure, large, with what it counts
//     {{petition: equality-pledge}}                                  a card with title, summary, figure and button
//     {{event: 17325}}                                               a card with title, time, place and button; also
//                                                                    {{event: https://example.org/en/events/17325}}
//
// Reading replaces each field by a mark (platform/html/stencil.h) of a slot; what cannot be read is a trouble with its
// line, and stays as it was typed.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/problem.h"

namespace mailings {

// What a mail may say of the person it goes to. The order is that of the help page.
enum class PersonField : unsigned char { given_name, family_name, name, place, province, postal_code, email };
inline constexpr std::array kPersonFields{PersonField::given_name, PersonField::family_name, PersonField::name,
                                          PersonField::place,      PersonField::province,    PersonField::postal_code,
                                          PersonField::email};
std::string_view name_of(PersonField field);
std::optional<PersonField> person_field_of(std::string_view name);

// Everybody has an address; anything else may be missing, so that a fallback has to be there.
constexpr bool needs_fallback(PersonField field) { return field != PersonField::email; }

// What differs between copies, or is known only when sending begins.
struct FieldSlot {
    PersonField field;
    std::string fallback;
    bool operator==(const FieldSlot&) const = default;
};
struct CountSlot {
    std::string key;  // of an action: "equality-pledge"
    bool operator==(const CountSlot&) const = default;
};
enum class LinkSlot : unsigned char { preferences, one_click };
using Slot = std::variant<FieldSlot, CountSlot, LinkSlot>;

// The slots of one mail, each once, in the order in which they were met: their place is the number of the hole.
class Slots {
public:
    // nullopt: a mail has no room for more than 250.
    std::optional<std::size_t> place_of(const Slot& slot);
    const std::vector<Slot>& all() const { return slots_; }

private:
    std::vector<Slot> slots_;
};

// Something that cannot be sent as it was typed.
struct Trouble {
    base::Message message;  // may hold {what}
    std::string what;       // as typed
    std::size_t line = 1;
    bool operator==(const Trouble&) const = default;
};

struct Words {
    std::string markdown;
};
struct Button {
    std::string label, url;
};
struct PictureBlock {
    std::int64_t picture;
    std::string alt, url;  // alt: empty for that of the library; url: empty for no link
    std::size_t line;
};
struct Quotation {
    std::string words, name, office;
};
struct Figure {
    std::string key;
};
struct PetitionCard {
    std::string key;
};
struct EventCard {
    std::int64_t event;
    std::size_t line;
};
using Part = std::variant<Words, Button, PictureBlock, Quotation, Figure, PetitionCard, EventCard>;

struct Source {
    std::vector<Part> parts;
    std::vector<Trouble> troubles;
};

// The body of a mail. Slots are added to `slots`, so that subject, body and text part share them.
Source read_source(std::string_view body, Slots& slots);

// Words without blocks: a subject, a line for the list of mails, a text part.
struct MarkedText {
    std::string text;
    std::vector<Trouble> troubles;
};
MarkedText read_text(std::string_view words, Slots& slots);

// The marks as they are typed: "{{given_name|friend}}".
std::string as_typed(std::string_view marked, const Slots& slots);

// Whether a link may have this address: a path of this site, or https, http, mailto or tel.
bool is_fine_address(std::string_view url);

}  // namespace mailings
