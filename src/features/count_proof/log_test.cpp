// The log in the database, on both of them: what is told gets a place, any history counts right, and nothing of a
// person stays who leaves.
#include <map>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "features/count_proof/audit_service.h"
#include "features/count_proof/head.h"
#include "features/count_proof/log_service.h"
#include "features/count_proof/proof_service.h"
#include "features/count_proof/store.h"
#include "platform/auth/secret.h"
#include "tests/support/databases.h"

namespace count_proof {
namespace {

using ports::CountChange;
using ports::CountStep;

constexpr auto kOrigin = "campaign.example/count-proof";
constexpr PetitionId kLibrary{71};

std::string slug(db::Read&, PetitionId petition) { return petition == kLibrary ? "library" : "pool"; }

CountChange change(std::int64_t signature, CountStep step, PetitionId petition = kLibrary) {
    return {.petition = petition,
            .signer_class = SignerClass::individual,
            .signature = SignatureId{signature},
            .step = step,
            .at = {1'795'348'800'000'000},
            .first_counted_at = {1'795'348'800'000'000}};
}

// What tests do with a log, whichever database it stands in.
class Keeper {
public:
    explicit Keeper(db::Database& database) : database_(database) {
        database_.write([](db::Write& write) { start(write, kOrigin); });
    }
    void tell(const std::vector<CountChange>& changes) {
        database_.write([&](db::Write& write) { store::enter(write, changes); });
    }
    void sign() {
        while (database_.write([](db::Write& write) { return extend(write, 40); }) > 0) {
        }
        database_.write([](db::Write& write) { sign_head(write, slug); });
    }
    TreeHead head() {
        const auto stored = database_.read([](db::Read& read) { return store::newest_head(read).value(); });
        return read_head(read_note(stored.note)->text).value();
    }
    Tally tally(PetitionId petition = kLibrary) {
        for (const HeadCount& count : head().counts)
            if (count.petition == petition) return count.tally;
        return {};
    }
    std::optional<Receipt> receipt(std::int64_t signature) {
        return database_.read(
            [&](db::Read& read) { return receipt_of(read, SignatureId{signature}, {1'795'348'860'000'000}); });
    }
    bool holds(std::int64_t signature) {
        const auto given = receipt(signature);
        const auto key = database_.read([](db::Read& read) { return store::keys(read).back().key; });
        return given && verify(*given, {.key = key});
    }
    std::vector<std::string> problems() {
        return database_.read([](db::Read& read) { return problems_of_log(read); });
    }
    std::vector<Entry> entries() {
        std::string bytes;
        database_.read([&](db::Read& read) {
            write_entries(read, {0, store::log(read)->size}, [&](std::string_view part) { bytes += part; });
        });
        std::vector<Entry> entries;
        for (std::size_t at = 0; at < bytes.size(); at += kEntrySize)
            entries.push_back(*decode(std::string_view{bytes}.substr(at, kEntrySize)));
        return entries;
    }

private:
    db::Database& database_;
};

class Log : public test_support::OnBothDatabases {
protected:
    void execute(const std::string& sql) { db::connect(database.location(), db::Access::write)->execute(sql); }
    Keeper keeper{*database};
};

TEST_P(Log, promises_first_and_proves_after_the_next_head) {
    keeper.sign();
    keeper.tell({change(1, CountStep::confirmed), change(2, CountStep::confirmed)});
    const auto promised = keeper.receipt(1);
    ASSERT_TRUE(promised);
    EXPECT_TRUE(promised->steps.empty());
    EXPECT_TRUE(keeper.holds(1));
    keeper.sign();
    EXPECT_EQ(keeper.head().size, 3);
    EXPECT_EQ(keeper.tally(), (Tally{2, 0, 0, 0}));
    const auto given = keeper.receipt(1);
    ASSERT_EQ(given->steps.size(), 1U);
    EXPECT_TRUE(keeper.holds(1));
    EXPECT_FALSE(keeper.receipt(3)) << "nobody told of them";
    const auto before = keeper.head();
    keeper.sign();
    EXPECT_EQ(keeper.head(), before) << "nothing new, no new head";
}

TEST_P(Log, keeps_the_entry_of_who_withdraws_and_forgets_what_opens_it) {
    keeper.tell({change(1, CountStep::confirmed), change(2, CountStep::confirmed)});
    keeper.sign();
    const auto kept = *keeper.receipt(1);
    keeper.tell({change(1, CountStep::withdrawn)});
    keeper.sign();
    EXPECT_EQ(keeper.tally(), (Tally{2, 1, 0, 0}));
    EXPECT_FALSE(keeper.receipt(1)) << "the salt is gone";
    EXPECT_FALSE(database->read([](db::Read& read) { return store::find(read, SignatureId{1})->salt; }));
    EXPECT_TRUE(verify(kept, {})) << "what was taken home holds for ever";
    EXPECT_TRUE(keeper.holds(2));
    EXPECT_TRUE(keeper.problems().empty());
}

TEST_P(Log, forgets_whoever_is_erased_before_the_first_head_as_soon_as_the_entry_stands) {
    keeper.tell({change(1, CountStep::confirmed), change(1, CountStep::invalidated), change(2, CountStep::confirmed)});
    const auto forget = [](db::Write& write) { store::forget_salts(write, std::vector{SignatureId{1}}); };
    database->write(forget);
    keeper.sign();
    EXPECT_EQ(keeper.tally(), (Tally{2, 0, 1, 0}));
    EXPECT_FALSE(database->read([](db::Read& read) { return store::find(read, SignatureId{1})->salt; }));
    EXPECT_FALSE(keeper.receipt(1));
    EXPECT_TRUE(keeper.holds(2));
    EXPECT_TRUE(keeper.problems().empty());
}

TEST_P(Log, follows_a_signature_there_and_back_within_one_minute) {
    keeper.tell({change(1, CountStep::confirmed), change(1, CountStep::invalidated), change(1, CountStep::restored),
                 change(1, CountStep::invalidated), change(2, CountStep::confirmed)});
    keeper.sign();
    EXPECT_EQ(keeper.tally(), (Tally{2, 0, 2, 1}));
    EXPECT_TRUE(keeper.holds(1));
    EXPECT_EQ(keeper.receipt(1)->steps.size(), 4U);
    EXPECT_TRUE(keeper.problems().empty());
}

TEST_P(Log, leaves_out_what_changes_nothing_and_enters_what_it_missed) {
    keeper.tell({change(1, CountStep::withdrawn)});  // confirmed before there was a log
    keeper.tell({change(1, CountStep::withdrawn)});  // told twice
    keeper.tell({change(2, CountStep::confirmed), change(2, CountStep::confirmed)});
    database->write([](db::Write& write) {
        const std::vector earlier{change(2, CountStep::confirmed), change(3, CountStep::confirmed)};
        store::enter_missing(write, earlier);
    });
    keeper.sign();
    EXPECT_EQ(keeper.tally(), (Tally{3, 1, 0, 0}));
    EXPECT_TRUE(keeper.problems().empty());
}

TEST_P(Log, forgets_an_invalidated_person_who_is_erased) {
    keeper.tell({change(1, CountStep::confirmed), change(1, CountStep::invalidated)});
    keeper.sign();
    keeper.tell({change(1, CountStep::withdrawn)});
    EXPECT_FALSE(keeper.receipt(1));
    keeper.sign();
    EXPECT_EQ(keeper.tally(), (Tally{1, 0, 1, 0})) << "it did not count any more: no step";
}

TEST_P(Log, says_nothing_by_its_order_about_who_came_first) {
    std::vector<CountChange> crowd;
    for (std::int64_t i = 1; i <= 30; ++i) crowd.push_back(change(i, CountStep::confirmed));
    keeper.tell(crowd);
    keeper.sign();
    const auto entries = keeper.entries();
    EXPECT_TRUE(std::ranges::is_sorted(entries.begin() + 1, entries.end(), {}, &Entry::commitment));
}

TEST_P(Log, proves_that_every_head_continues_the_ones_before) {
    for (std::int64_t i = 0; i < 4; ++i) {
        std::vector<CountChange> crowd;
        for (std::int64_t each = 0; each < 170; ++each)
            crowd.push_back(change(i * 1'000 + each + 1, CountStep::confirmed));
        keeper.tell(crowd);
        keeper.sign();
    }
    const auto heads = database->read([](db::Read& read) { return store::heads(read, {1'000'000, 10}); });
    ASSERT_EQ(heads.size(), 4U);
    for (const auto& later : heads)
        for (const auto& earlier : heads) {
            if (earlier.size > later.size) continue;
            const Growth growth{earlier.size, later.size};
            const auto proof = database->read([&](db::Read& read) { return consistency_proof(read, growth); });
            EXPECT_TRUE(is_consistent(growth, {earlier.root, later.root}, proof));
        }
    for (const std::int64_t signature : {1, 170, 1'001, 3'170}) EXPECT_TRUE(keeper.holds(signature));
}

TEST_P(Log, changes_its_key_in_public_and_the_old_one_vouches_for_the_new) {
    keeper.tell({change(1, CountStep::confirmed)});
    keeper.sign();
    const auto old_key = database->read([](db::Read& read) { return store::keys(read).at(0).key; });
    database->write([](db::Write& write) { rotate_key(write, slug); });
    keeper.tell({change(2, CountStep::confirmed)});
    const auto keys = database->read([](db::Read& read) { return store::keys(read); });
    ASSERT_EQ(keys.size(), 2U);
    const auto handover = database->read([](db::Read& read) { return store::newest_head(read).value(); });
    EXPECT_TRUE(is_signed_by(*read_note(handover.note), old_key));
    EXPECT_TRUE(is_signed_by(*read_note(handover.note), keys[1].key));
    EXPECT_EQ(keeper.entries().at(2).commitment, keys[1].key.key);
    keeper.sign();
    EXPECT_TRUE(keeper.holds(1));
    EXPECT_FALSE(verify(*keeper.receipt(2), {.key = old_key}));
    EXPECT_TRUE(keeper.problems().empty());
}

TEST_P(Log, is_found_wrong_when_somebody_touches_it_and_rebuilt_from_its_entries) {
    std::vector<CountChange> crowd;
    for (std::int64_t i = 1; i <= 600; ++i) crowd.push_back(change(i, CountStep::confirmed));
    keeper.tell(crowd);
    keeper.sign();
    EXPECT_TRUE(keeper.problems().empty());

    execute("delete from count_proof_node where id >= 0");
    EXPECT_EQ(keeper.problems().size(), 1U);
    EXPECT_EQ(rebuild(*database), 601);
    EXPECT_TRUE(keeper.problems().empty());
    EXPECT_TRUE(keeper.holds(5));

    execute("update count_proof_tally set confirmed = confirmed + 1");
    EXPECT_EQ(keeper.problems().size(), 1U) << "a count that nobody signed for";
    execute("update count_proof_tally set confirmed = confirmed - 1");
    execute("update count_proof_head set note = replace(note, '600 = 600', '700 = 700')");
    EXPECT_EQ(keeper.problems().size(), 1U) << "a head that nobody signed";
}

TEST_P(Log, lets_only_one_of_two_append) {
    EXPECT_THROW(database->write([](db::Write& write) {
        store::set_size(write, {7, 8});  // saw another size
    }),
                 db::Fault);
    EXPECT_EQ(database->read([](db::Read& read) { return store::log(read)->size; }), 1);
}

TEST_P(Log, goes_on_after_a_restart_where_it_was) {
    keeper.tell({change(1, CountStep::confirmed)});
    database.reopen();
    Keeper again{*database};
    again.sign();
    EXPECT_EQ(again.head().size, 2);
    EXPECT_TRUE(again.holds(1));
    EXPECT_TRUE(again.problems().empty());
}

// Two and a half thousand people signed before there was a log. A turn without time does one step.
TEST_P(Log, takes_in_earlier_signatures_turn_by_turn_and_signs_once_they_are_known) {
    constexpr std::int64_t kEarlier = 2'500;
    const ports::PetitionFacts library{
        kLibrary, base::LevelId{1}, "library",         ports::PetitionKind::petition, ports::PetitionStage::open,
        0,        base::Instant{1}, "Save the library"};
    ports::PetitionReader petitions;
    petitions.all = [&](db::Read&, base::Locale) { return std::vector{library}; };
    petitions.find_by_id = [&](db::Read&, PetitionId, base::Locale) { return std::optional{library}; };
    ports::Signers signers;
    signers.counted = [](db::Read&, const ports::SignaturePage& page) {
        std::vector<CountChange> found;
        for (auto id = page.after.value + 1; id <= kEarlier && std::ssize(found) < page.limit; ++id)
            found.push_back(change(id, CountStep::confirmed));
        return found;
    };
    const runtime::Config config;
    const auth::Secret secret = auth::load_or_create_secret(*database);
    const auth::Tokens tokens{secret};
    const ports::PageFrames frames{{.public_url = "", .campaign = [](base::Locale) { return ""; }}};
    const Services services{config, *database, tokens, frames, petitions, signers};
    const LogKeeper turns{services};
    const auto has_head = [&] {
        return database->read([](db::Read& read) { return store::newest_head(read).has_value(); });
    };
    turns.work_for(std::chrono::seconds{0});
    EXPECT_FALSE(has_head());
    for (int turn = 0; turn < 20 && !has_head(); ++turn) turns.work_for(std::chrono::seconds{0});
    EXPECT_GT(keeper.head().size, 0);
    turns.bring_up_to_date();
    EXPECT_EQ(keeper.tally().standing(), kEarlier);
    EXPECT_TRUE(keeper.problems().empty());
}

ALLTOGETHER_ON_BOTH_DATABASES(Log);

// What should count after any history, kept in the simplest way there is.
struct Model {
    std::map<std::int64_t, bool> counts;  // by signature
    std::int64_t standing() const {
        return std::ranges::count_if(counts, [](const auto& each) { return each.second; });
    }
};

// One history in the log, under a petition of its own; the log goes on from the one before.
void live_through(Keeper& keeper, db::Database& database, const std::vector<std::uint16_t>& choices) {
    static std::int64_t histories = 0;
    const PetitionId petition{++histories};
    Model model;
    std::vector<std::pair<std::int64_t, Hash>> heads;
    for (const std::uint16_t choice : choices) {
        if (choice % 11 == 0) {
            keeper.sign();
            heads.emplace_back(keeper.head().size, keeper.head().root);
            continue;
        }
        const std::int64_t signature = histories * 100 + choice / 4 % 12;
        auto step = static_cast<CountStep>(choice % 4);
        if (!model.counts.contains(signature)) step = CountStep::confirmed;
        model.counts[signature] = ports::sign_of(step) > 0;
        keeper.tell({change(signature, step, petition)});
    }
    keeper.sign();
    RC_ASSERT(keeper.tally(petition).standing() == model.standing());
    const auto newest = keeper.head();
    for (const auto& [size, root] : heads) {
        const Growth growth{size, newest.size};
        const auto proof = database.read([&](db::Read& read) { return consistency_proof(read, growth); });
        RC_ASSERT(is_consistent(growth, {root, newest.root}, proof));
    }
    for (const auto& [signature, counts] : model.counts)
        if (keeper.receipt(signature)) RC_ASSERT(keeper.holds(signature));
}

TEST(AnyHistory, leaves_log_counts_and_proofs_at_one) {
    test_support::TestDatabase database{test_support::Kind::sqlite};
    Keeper keeper{*database};
    rc::check("any history of confirming, withdrawing, invalidating and restoring",
              [&](const std::vector<std::uint16_t>& choices) { live_through(keeper, *database, choices); });
    EXPECT_TRUE(keeper.problems().empty());
    const auto counted = database->read([](db::Read& read) { return store::tallies(read); });
    for (const auto& [key, standing] : database->read([](db::Read& read) { return store::standing(read); }))
        EXPECT_EQ(counted.at(key).standing(), standing) << "petition " << key.first.value;
}

}  // namespace
}  // namespace count_proof
