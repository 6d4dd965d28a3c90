#include "features/message_guides/seed.h"

#include "features/message_guides/demo_texts.h"
#include "features/message_guides/store.h"
#include "features/message_guides/uses.h"
#include "people/store.h"

namespace message_guides {
namespace {

// Invented uses of a pair that tries two wordings: how often each was shown and copied.
struct Tried {
    int shown, copied;
};
constexpr Tried kFirst{64, 9}, kOther{61, 17};

void seed_uses(db::Write& write, GuideId guide, const Content& content) {
    const auto add = [&](const Pair& pair, Wording wording, UseKind kind, int times) {
        for (int i = 0; i < times; ++i)
            store::count_use(write, {guide, pair.key, wording, kind, day_of(write.now()) - 1 - i % 7});
    };
    for (const Pair& pair : content.pairs) {
        add(pair, Wording::first, UseKind::copied, kFirst.copied);
        if (pair.other.english.empty()) continue;
        add(pair, Wording::first, UseKind::shown, kFirst.shown);
        add(pair, Wording::other, UseKind::shown, kOther.shown);
        add(pair, Wording::other, UseKind::copied, kOther.copied);
    }
}

void seed_one(db::Write& write, const PreparedGuide& prepared, base::LevelId nation, Prepared how) {
    const std::string slug{prepared.slug};
    const auto guide = store::insert(write, {slug, slug, nation, "Alltogether"});
    if (!guide) return;
    const auto version = store::add_version(write, {*guide, prepared.content, "Alltogether"});
    store::ask_for_approval(write, {version, "Alltogether"});
    if (how == Prepared::waiting) return;
    store::approve(write, {version, "demo"});
    store::set_stage(write, {*guide, Stage::published, version, "demo"});
    seed_uses(write, *guide, prepared.content);
}

}  // namespace

void seed_guides(db::Database& database, Prepared prepared) {
    database.write([&](db::Write& write) {
        const auto nation = people::find_level(write, people::kNationalSlug);
        if (!nation || !store::guides(write).empty()) return;
        for (const PreparedGuide& each : prepared_guides()) seed_one(write, each, nation->id, prepared);
    });
}

}  // namespace message_guides
