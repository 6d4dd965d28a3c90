// features/message_guides/content_form.h - a guide as staff type it: one form with every list, whose buttons add, take
// away and move items without saving anything. Pure.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "features/message_guides/guide.h"

namespace message_guides {

// What was typed: the first value of a field ("" for none), and all of them.
struct TypedFields {
    std::function<std::string(std::string_view name)> one;
    std::function<std::vector<std::string>(std::string_view name)> all;
};

// Tidied; items in the order in which they stand in the form.
Content read_content(const TypedFields& typed);

// What the button that sent the form asks for. For all but save nothing is stored and the form comes back.
struct EditorAct {
    enum class Kind : unsigned char { save, preview, add, remove, up, down } kind = Kind::save;
    std::string list{};     // of add, remove, up, down
    std::string key{};      // of remove, up, down
    base::Locale locale{};  // of preview
};
// "save", "preview:fr", "add:pairs", "remove:pairs.3f2a9c01", "up:...", "down:..."; save for any other text.
EditorAct editor_act_of(std::string_view text);

// Does it. `seed` makes the key of an item that is added: the id of the request.
struct Acted {
    Content content;
    std::string key;  // of the item that was added or moved; empty for none
};
Acted after(Content content, const EditorAct& act, std::string_view seed);

// A key that no item of this content has.
std::string new_key(const Content& content, std::string_view seed);

}  // namespace message_guides
