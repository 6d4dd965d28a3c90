// features/message_guides/fields.h - the parts of a guide by the names under which forms, stored texts and comparisons
// know them. One table for each kind of part; everything else walks along it.
//
// The title in English is "title_en"; what one hears in the pair 3f2a9c01 is "pairs.3f2a9c01.heard_en".
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "features/message_guides/guide.h"
#include "ports/editing.h"

namespace message_guides {

// How a field is typed. choice: one of a few words, which never is empty and says nothing by itself.
enum class FieldKind : unsigned char { line, area, choice, day, url };

template <class Part>
struct Field {
    std::string_view name;
    base::Message label;
    FieldKind kind;
    std::size_t limit;                   // characters
    std::optional<base::Locale> locale;  // whose text it is; absent: of no language
    std::string (*read)(const Part&);
    void (*write)(Part&, std::string_view);
};

// Of Content those that stand in no list.
template <class Part>
std::span<const Field<Part>> fields();
template <>
std::span<const Field<Content>> fields<Content>();
template <>
std::span<const Field<Rule>> fields<Rule>();
template <>
std::span<const Field<Pair>> fields<Pair>();
template <>
std::span<const Field<Fact>> fields<Fact>();
template <>
std::span<const Field<Term>> fields<Term>();

// Shows the four lists: visit(name, list, most). The list is const where the content is.
template <class C, class Visit>
void each_list(C& content, Visit&& visit) {
    visit(std::string_view{"rules"}, content.rules, kMostRules);
    visit(std::string_view{"pairs"}, content.pairs, kMostPairs);
    visit(std::string_view{"facts"}, content.facts, kMostFacts);
    visit(std::string_view{"terms"}, content.terms, kMostTerms);
}

// Nothing was written in it; choices do not count.
template <class Part>
bool is_empty(const Part& part) {
    for (const Field<Part>& field : fields<Part>())
        if (field.kind != FieldKind::choice && !field.read(part).empty()) return false;
    return true;
}

// "pairs.3f2a9c01.heard_en"
std::string field_name(std::string_view list, std::string_view key, std::string_view field);

// A field of one content, found by its name, for people: what it is and in which language it is.
struct NamedField {
    std::string name;
    std::string_view list;  // empty: in no list
    int position = 0;       // in its list, from 1
    base::Message label;
    std::optional<base::Locale> locale;
    std::string text;
};
std::vector<NamedField> named_fields(const Content& content);

// What changed from one version to the next, in the order of the newer; what went comes last.
struct ChangedField {
    NamedField field;  // its text is the new one
    std::string before;
};
struct TwoContents {
    const Content& before;
    const Content& after;
};
std::vector<ChangedField> changes_between(const TwoContents& contents);

// What two people made of one content: as ports::merge, with whole items that came, went and moved.
struct ThreeContents {
    const Content& base;    // what both began with
    const Content& stored;  // as others saved it meanwhile
    const Content& typed;
};
struct MergedContent {
    Content content;
    ports::NamedTexts conflicts;  // what is stored in the fields that both changed
};
MergedContent merge(const ThreeContents& contents);

}  // namespace message_guides
