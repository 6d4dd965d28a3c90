#include "people/level.h"

#include <algorithm>
#include <charconv>

#include "base/check.h"
#include "base/text.h"
#include "people/person.h"
#include "platform/i18n/translator.h"

namespace people {
namespace {

constexpr std::size_t kLongestLevelName = 100;  // characters

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

constexpr auto kNoSlug = base::message("The address takes small letters, digits and hyphens, up to 60.");
constexpr auto kSlugTaken = base::message("Another level has this address already.");
constexpr auto kNoAccent = base::message("Please choose one of the six colours.");

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

LevelTree::LevelTree(std::vector<Level> levels) : levels_(std::move(levels)) {
    std::ranges::sort(levels_, {}, &Level::slug);
}

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

std::vector<base::LevelId> LevelTree::ids_with_ancestors(base::LevelId id) const {
    std::vector<base::LevelId> ids;
    for (const Level* level : with_ancestors(id)) ids.push_back(level->id);
    return ids;
}

bool LevelTree::is_within(Pair pair) const {
    return std::ranges::any_of(with_ancestors(pair.inner), [&](const Level* level) { return level->id == pair.outer; });
}

std::vector<const Level*> LevelTree::children(base::LevelId id, base::Locale locale) const {
    std::vector<const Level*> below;
    for (const Level& level : levels_)
        if (level.parent == id) below.push_back(&level);
    const i18n::Translator t{locale};
    std::ranges::sort(below, [&](const Level* left, const Level* right) {
        return t.compare(left->name(locale), right->name(locale)) < 0;
    });
    return below;
}

std::vector<const Level*> LevelTree::sorted(base::Locale locale) const {
    std::vector<const Level*> order;
    const auto append = [&](const auto& self, const Level& level) -> void {
        order.push_back(&level);
        for (const Level* each : children(level.id, locale)) self(self, *each);
    };
    if (const Level* root = national()) append(append, *root);
    return order;
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
        problems.push_back({"slug", kNoSlug});
    else if (tree.find(form.slug))
        problems.push_back({"slug", kSlugTaken});
    check_name(problems, "name_en", base::collapse_spaces(form.name_en));
    check_name(problems, "name_fr", base::collapse_spaces(form.name_fr));
    if (accent == 0) problems.push_back({"accent", kNoAccent});
    if (kind && !is_root && (!parent || parent->kind != outer_kind(*kind)))
        problems.push_back({"parent", base::message("A province lies in the nation, a local in a province.")});
    if (!problems.empty()) return problems;
    const auto parent_id = parent && !is_root ? std::optional{parent->id} : std::nullopt;
    return LevelPlan{*kind,  form.slug, base::collapse_spaces(form.name_en),  base::collapse_spaces(form.name_fr),
                     accent, parent_id, province_of(*kind, form.slug, parent)};
}

base::Result<LevelChange, base::Problems> read_level_change(const LevelForm& form, const Level& level,
                                                            const LevelTree& tree) {
    base::Problems problems;
    const int accent = read_accent(form.accent);
    const std::string slug = level.kind == LevelKind::local ? form.slug : level.slug;
    const Level* const holder = tree.find(slug);
    if (!is_slug(slug))
        problems.push_back({"slug", kNoSlug});
    else if (holder && holder->id != level.id)
        problems.push_back({"slug", kSlugTaken});
    check_name(problems, "name_en", base::collapse_spaces(form.name_en));
    check_name(problems, "name_fr", base::collapse_spaces(form.name_fr));
    if (accent == 0) problems.push_back({"accent", kNoAccent});
    if (!problems.empty()) return problems;
    return LevelChange{slug, base::collapse_spaces(form.name_en), base::collapse_spaces(form.name_fr), accent};
}

bool is_slug(std::string_view text, std::size_t limit) {
    if (text.empty() || text.size() > limit || text.front() == '-' || text.back() == '-') return false;
    if (text.contains("--")) return false;
    return std::ranges::all_of(text,
                               [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

}  // namespace people
