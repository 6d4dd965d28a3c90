#include "people/level.h"

#include <algorithm>
#include <charconv>

#include "base/check.h"
#include "base/text.h"
#include "people/person.h"

namespace people {
namespace {

constexpr std::size_t kLongestLevelName = 100;  // characters

// The subtree of `parent`, depth first, children by slug.
void append_below(std::vector<Level>& sorted, std::vector<Level>& rest, std::optional<base::LevelId> parent) {
    for (const Level& level : rest) {
        if (level.parent != parent) continue;
        sorted.push_back(level);
        append_below(sorted, rest, level.id);
    }
}

std::vector<Level> in_tree_order(std::vector<Level> levels) {
    std::ranges::sort(levels, {}, &Level::slug);
    std::vector<Level> sorted;
    append_below(sorted, levels, std::nullopt);
    return sorted;
}

int read_accent(std::string_view text) {
    int accent = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), accent);
    const bool is_whole = error == std::errc{} && end == text.data() + text.size();
    return is_whole && accent >= 1 && accent <= kAccents ? accent : 0;
}

// The kind of level that a level of this kind lies in.
LevelKind outer_kind(LevelKind kind) { return kind == LevelKind::local ? LevelKind::province : LevelKind::national; }

void check_name(base::Problems& problems, std::string field, std::string_view name) {
    if (name.empty()) return problems.push_back({std::move(field), base::message("Please give the name.")});
    if (base::count_characters(name) > kLongestLevelName)
        problems.push_back({std::move(field), base::message("This name is too long: at most 100 characters.")});
    else if (const auto problem = problem_of_line(name))
        problems.push_back({std::move(field), *problem});
}

// A province's slug is its code's, "qc"; what lies in it inherits that.
std::optional<Province> province_of(LevelKind kind, std::string_view slug, const Level* parent) {
    if (kind == LevelKind::local) return parent ? parent->province : std::nullopt;
    for (const Province province : kProvinces)
        if (kind == LevelKind::province && base::lower_ascii(code(province)) == slug) return province;
    return std::nullopt;
}

}  // namespace

std::string_view name_of(LevelKind kind) {
    switch (kind) {
        case LevelKind::national:
            return "national";
        case LevelKind::province:
            return "province";
        case LevelKind::local:
            return "local";
    }
    return "local";
}

std::optional<LevelKind> level_kind_of(std::string_view name) {
    for (const LevelKind kind : {LevelKind::national, LevelKind::province, LevelKind::local})
        if (name == name_of(kind)) return kind;
    return std::nullopt;
}

LevelTree::LevelTree(std::vector<Level> levels) : levels_(in_tree_order(std::move(levels))) {}

const Level* LevelTree::find(base::LevelId id) const {
    const auto found = std::ranges::find(levels_, id, &Level::id);
    return found == levels_.end() ? nullptr : &*found;
}

const Level* LevelTree::find(std::string_view slug) const {
    const auto found = std::ranges::find(levels_, slug, &Level::slug);
    return found == levels_.end() ? nullptr : &*found;
}

const Level* LevelTree::national() const {
    const auto found = std::ranges::find(levels_, LevelKind::national, &Level::kind);
    return found == levels_.end() ? nullptr : &*found;
}

std::vector<const Level*> LevelTree::with_ancestors(base::LevelId id) const {
    std::vector<const Level*> path;
    for (const Level* level = find(id); level; level = level->parent ? find(*level->parent) : nullptr)
        path.push_back(level);
    return path;
}

bool LevelTree::is_within(Pair pair) const {
    return std::ranges::any_of(with_ancestors(pair.inner), [&](const Level* level) { return level->id == pair.outer; });
}

std::vector<const Level*> LevelTree::children(base::LevelId id) const {
    std::vector<const Level*> below;
    for (const Level& level : levels_)
        if (level.parent == id) below.push_back(&level);
    return below;
}

base::Result<LevelPlan, base::Problems> read_level(const LevelForm& form, const LevelTree& tree) {
    base::Problems problems;
    const auto kind = level_kind_of(form.kind);
    const int accent = read_accent(form.accent);
    const Level* const parent = tree.find(form.parent);
    const bool is_root = kind == LevelKind::national;
    if (!kind || (is_root && tree.national()))
        problems.push_back({"kind", base::message("Please choose a province or a local.")});
    if (!is_slug(form.slug))
        problems.push_back({"slug", base::message("The address takes small letters, digits and hyphens, up to 60.")});
    else if (tree.find(form.slug))
        problems.push_back({"slug", base::message("Another level has this address already.")});
    check_name(problems, "name_en", base::collapse_spaces(form.name_en));
    check_name(problems, "name_fr", base::collapse_spaces(form.name_fr));
    if (accent == 0) problems.push_back({"accent", base::message("Please choose one of the six colours.")});
    if (kind && !is_root && (!parent || parent->kind != outer_kind(*kind)))
        problems.push_back({"parent", base::message("A province lies in the nation, a local in a province.")});
    if (!problems.empty()) return problems;
    const auto parent_id = parent && !is_root ? std::optional{parent->id} : std::nullopt;
    return LevelPlan{*kind,  form.slug, base::collapse_spaces(form.name_en),  base::collapse_spaces(form.name_fr),
                     accent, parent_id, province_of(*kind, form.slug, parent)};
}

bool is_slug(std::string_view text, std::size_t limit) {
    if (text.empty() || text.size() > limit || text.front() == '-' || text.back() == '-') return false;
    if (text.contains("--")) return false;
    return std::ranges::all_of(text,
                               [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

}  // namespace people
