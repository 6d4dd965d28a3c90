// people/level.h - the levels of the campaign: the nation, its provinces and territories, their locals. A tree, in
// which a level has what its parent has unless it has its own.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/level_id.h"
#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "people/place.h"

namespace people {

enum class LevelKind : unsigned char { national = 0, province = 1, local = 2 };

// "national", "province", "local", as in forms and exports.
std::string_view name_of(LevelKind kind);
std::optional<LevelKind> level_kind_of(std::string_view name);

inline constexpr std::string_view kNationalSlug = "canada";
inline constexpr int kAccents = 6;  // colours of the design system, 1..6

struct Level {
    base::LevelId id;
    LevelKind kind;
    std::string slug;  // 1..60 of a-z, 0-9 and inner hyphens; only a local's may change
    std::string name_en, name_fr;
    int accent;                           // 1..6
    std::optional<base::LevelId> parent;  // absent for the national level only
    std::optional<Province> province;     // where it lies; absent for the national level only

    const std::string& name(base::Locale locale) const { return locale == base::Locale::english ? name_en : name_fr; }
    bool operator==(const Level&) const = default;
};

// Every level, in memory: there are hundreds at most.
class LevelTree {
public:
    explicit LevelTree(std::vector<Level> levels);

    const Level* find(base::LevelId id) const;
    const Level* find(std::string_view slug) const;
    const Level* national() const;  // nullptr before there is one

    // The level itself, its parent, and so on up to the national one: where to look for what a level has.
    std::vector<const Level*> with_ancestors(base::LevelId id) const;

    // The same as auth::may asks for them.
    std::vector<base::LevelId> ids_with_ancestors(base::LevelId id) const;

    // Whether `inner` is `outer` or lies below it: what staff of `outer` may touch.
    struct Pair {
        base::LevelId inner, outer;
    };
    bool is_within(Pair pair) const;

    // Those directly below, by name as this language sorts.
    std::vector<const Level*> children(base::LevelId id, base::Locale locale) const;

    // Every level: the national one first, each followed by what lies below it, by name as this language sorts.
    std::vector<const Level*> sorted(base::Locale locale) const;

    // Every level, where the order matters to nobody.
    const std::vector<Level>& all() const { return levels_; }

private:
    std::vector<Level> levels_;
};

// A level as typed by staff, and as understood.
struct LevelForm {
    std::string kind, slug, name_en, name_fr, accent, parent;
};
struct LevelPlan {
    LevelKind kind;
    std::string slug, name_en, name_fr;
    int accent;
    std::optional<base::LevelId> parent;
    std::optional<Province> province;
};

// Everything wrong at once; fields as in the form. A province lies in the nation, a local in a province.
base::Result<LevelPlan, base::Problems> read_level(const LevelForm& form, const LevelTree& tree);

// What may change about a level: its names and colour, and the address of a local. The nation's address and those of
// provinces, which are their codes, stay.
struct LevelChange {
    std::string slug, name_en, name_fr;
    int accent;
};
// Everything wrong at once; kind and parent of the form are not looked at.
base::Result<LevelChange, base::Problems> read_level_change(const LevelForm& form, const Level& level,
                                                            const LevelTree& tree);

// Whether a text may be part of an address: 1..limit of a-z, 0-9 and inner single hyphens.
bool is_slug(std::string_view text, std::size_t limit = 60);

}  // namespace people
