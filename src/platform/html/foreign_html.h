// platform/html/foreign_html.h - reads pages that others wrote: any bytes become a tree, and nothing of it is trusted.
//
// What browsers make of tags that are missing, crossed or misspelt is made here too (the common part of the HTML
// standard's rules). It is our own because imports report lines of the source, a hostile page must cost no more than
// its length, and no depth of nesting may reach the stack: nothing here recurses.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace html {

// The most elements and texts of one page; what browsers still show is far below.
inline constexpr std::size_t kMostForeignNodes = 1'000'000;

struct ForeignAttribute {
    std::string name;   // lower case
    std::string value;  // entities decoded
};

// An element or a text; both name their neighbours by their place in ForeignPage::nodes, -1 for none.
struct ForeignNode {
    std::string tag{};   // lower case: "p"; empty for a text
    std::string text{};  // of a text: entities decoded, blanks as they stood
    std::vector<ForeignAttribute> attributes{};
    std::uint32_t line = 1;  // where it begins in the source
    int parent = -1;
    int first_child = -1;
    int last_child = -1;
    int next = -1;

    bool is_text() const { return tag.empty(); }
    // "" when there is none of this name.
    std::string_view attribute(std::string_view name) const;
};

// nodes[0] is the root, which has no tag of the source ("#page"). Children stand behind their parents.
struct ForeignPage {
    std::vector<ForeignNode> nodes;

    const ForeignNode& operator[](int node) const { return nodes[static_cast<std::size_t>(node)]; }
};

// The page of a source in UTF-8. Comments, declarations and what is no content (script, style, template, noscript,
// iframe, object, svg, math, select) are left out, with everything in it. nullopt when there are more than
// kMostForeignNodes.
std::optional<ForeignPage> read_foreign_html(std::string_view source);

// Visits every node below `from` (not itself) in the order of the source: enter(node) says whether to go into it,
// leave(node) follows for each element whose enter said yes.
template <class Enter, class Leave>
void walk(const ForeignPage& page, int from, Enter&& enter, Leave&& leave) {
    int node = page[from].first_child;
    while (node >= 0) {
        const bool goes_in = enter(node) && !page[node].is_text();
        if (goes_in && page[node].first_child >= 0) {
            node = page[node].first_child;
            continue;
        }
        if (goes_in) leave(node);
        while (page[node].next < 0) {
            node = page[node].parent;
            if (node == from) return;
            leave(node);
        }
        node = page[node].next;
    }
}

// Whether an element of this name begins a new line when browsers show it: p, div, li, td, h1 and so on.
bool is_block_element(std::string_view tag);

// Text with its entities decoded: "caf&eacute; &#8217;" -> "café ’". Unknown names stay as they are.
std::string decode_entities(std::string_view text);

// One entity by its name without & and ;: "eacute" -> "é". "" when HTML has none of this name.
std::string named_entity(std::string_view name);

}  // namespace html
