// Signatures go out of the count and come back, on both databases.
#include "features/petitions/invalidation_store.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "features/petitions/count_store.h"
#include "features/petitions/invalidation_preview_service.h"
#include "features/petitions/invalidation_work_service.h"
#include "features/petitions/review_store.h"
#include "features/petitions/signature_store.h"
#include "features/petitions/store_house_test.h"

namespace petitions {
namespace {

using house::sign_on;

class Invalidating : public house::Library {
protected:
    Invalidating() {
        changes.add([this](db::Write&, std::span<const ports::CountChange> told) {
            for (const auto& change : told) {
                balance += ports::sign_of(change.step);
                steps.push_back(change.step);
            }
        });
    }
    SignOn from(const std::string& given_name, std::int64_t number, const std::string& network) {
        auto made = sign_on(given_name, number);
        made.network = network;
        return made;
    }
    std::vector<Signature> of(std::int64_t number) {
        return database->read([&](db::Read& read) { return store::of_address(read, petition.id, number); });
    }
    void confirm(std::int64_t number) {
        database->write(
            [&](db::Write& write) { store::confirm(write, store::of_address(write, petition.id, number).at(0)); });
    }
    InvalidationPreview preview(const ConditionForm& form) {
        InvalidationPreviews previews{*database, std::chrono::milliseconds{60'000}};
        return *previews.look(petition.id, *read_conditions(form, tools.zone));
    }
    InvalidationId begin(const ConditionForm& form, BatchState state = BatchState::at_work) {
        const auto seen = preview(form);
        return database->write([&](db::Write& write) {
            return store::insert(
                write,
                {petition.id, state, query_of(form), {"Made up.", "Inventées."}, seen.up_to, seen.found, 1, "Amélie"});
        });
    }
    void run(InvalidationId batch) {
        while (step_forward(tools, batch) == Rest::some) continue;
    }
    void undo(InvalidationId batch) {
        database->write([&](db::Write& write) { store::begin_undo(write, batch, "Tom"); });
        while (step_back(tools, batch) == Rest::some) continue;
    }
    Invalidation batch(InvalidationId id) {
        return *database->read([&](db::Read& read) { return store::find_invalidation(read, id); });
    }
    store::Count counted() {
        const auto kept = database->read([](db::Read& read) { return store::tally(read); });
        EXPECT_EQ(kept, database->read([](db::Read& read) { return store::recount(read); })) << "the tally is wrong";
        return kept.at(0);
    }
    std::size_t names() {
        return database->read([&](db::Read& read) { return store::latest_names(read, petition.id, 9).size(); });
    }

    ports::CountChanges changes;
    BatchTools tools{*database, changes, i18n::TimeZone::toronto()};
    std::int64_t balance = 0;
    std::vector<ports::CountStep> steps;
};

TEST_P(Invalidating, TakesOutWhatComesFromOneNetworkAndPutsExactlyThatBack) {
    sign({from("Maya", 1, "203.0.113.9"), from("Zed", 2, "192.0.2.1"), from("Zod", 3, "192.0.3.2"),
          from("Zad", 4, "192.0.4.1")});
    for (const int number : {1, 2}) confirm(number);
    const ConditionForm office{.network = "192.0.2.0/23"};
    EXPECT_EQ(preview(office).found, 2);
    const auto id = begin(office);
    run(id);
    EXPECT_EQ(counted(), (store::Count{petition.id, SignerClass::individual, 1, 1, 0, 2}));
    EXPECT_EQ(batch(id).state, BatchState::done);
    EXPECT_EQ(batch(id).invalidated, 2);
    EXPECT_EQ(batch(id).counted, 1) << "the other was pending";
    EXPECT_EQ(steps, std::vector{ports::CountStep::invalidated});
    EXPECT_EQ(names(), 1u) << "Zed is not shown any more";
    EXPECT_EQ(of(2).at(0).invalidation, id);

    undo(id);
    EXPECT_EQ(counted(), (store::Count{petition.id, SignerClass::individual, 2, 2, 0, 0}));
    EXPECT_EQ(batch(id).state, BatchState::undone);
    EXPECT_EQ(batch(id).counted_again, 1);
    EXPECT_EQ(steps.back(), ports::CountStep::restored);
    EXPECT_EQ(names(), 2u);
    EXPECT_EQ(of(3).at(0).state, SignatureState::pending);
    EXPECT_EQ(of(2).at(0).invalidation, std::nullopt);
}

TEST_P(Invalidating, EachConditionFindsItsOwn) {
    auto zed = sign_on("Zed", 1);
    zed.signer.email = *base::EmailAddress::parse("Bot7@Mail.Spam.Example");
    zed.signer.postal_code = "H2X 1Y4";
    zed.source = "local-7";
    zed.score = 70;
    zed.reasons = 6;
    sign({zed, sign_on("Maya", 2)});
    const auto found = [&](const ConditionForm& form) { return preview(form).found; };
    for (const ConditionForm& one :
         {ConditionForm{.name = "zed *"}, ConditionForm{.address = "bot?@*"}, ConditionForm{.domain = "spam.example"},
          ConditionForm{.postal_code = "h2x"}, ConditionForm{.region = "QC"}, ConditionForm{.source = "local-7"},
          ConditionForm{.least_score = "70"}, ConditionForm{.reasons = 2}})
        EXPECT_EQ(found(one), 1) << query_of(one);
    for (const ConditionForm& none :
         {ConditionForm{.name = "zed"}, ConditionForm{.domain = "pam.example"}, ConditionForm{.region = "NU"},
          ConditionForm{.reasons = 1}, ConditionForm{.until = "2020-01-01T00:00"},
          ConditionForm{.from = "2080-01-01T00:00"}})
        EXPECT_EQ(found(none), 0) << query_of(none);
    EXPECT_EQ(found({.least_score = "0"}), 2);
    EXPECT_EQ(preview({.name = "zed*"}).sample.at(0).email, "Bot7@mail.spam.example");
}

TEST_P(Invalidating, GoesStepByStepThroughThousandsAndStopsWhenItIsTold) {
    std::vector<SignOn> crowd;
    for (int i = 0; i < 2'500; ++i) crowd.push_back(sign_on("Bot", i));
    sign(crowd);
    const auto id = begin({.name = "bot*"});
    EXPECT_EQ(batch(id).expected, 2'500);
    EXPECT_EQ(step_forward(tools, id), Rest::some);
    EXPECT_EQ(counted().invalidated, 1'000);
    database->write([&](db::Write& write) { store::stop(write, id, "Amélie"); });
    EXPECT_EQ(step_forward(tools, id), Rest::none);
    EXPECT_EQ(counted().invalidated, 1'000) << "what was taken out until then stays out";
    undo(id);
    EXPECT_EQ(counted(), (store::Count{petition.id, SignerClass::individual, 2'500, 0, 0, 0}));

    const auto again = begin({.name = "bot*"});
    sign({sign_on("Bot", 9'999)});
    run(again);
    EXPECT_EQ(counted().invalidated, 2'500) << "who came after the preview is left alone";
}

TEST_P(Invalidating, DoesNothingBeforeItIsApproved) {
    sign({sign_on("Bot", 1)});
    const auto id = begin({.name = "bot*"}, BatchState::waiting);
    EXPECT_EQ(step_forward(tools, id), Rest::none);
    EXPECT_EQ(counted().invalidated, 0);
    const auto approve = [&] {
        return database->write([&](db::Write& write) { return store::approve(write, id, "Tom"); });
    };
    EXPECT_EQ(approve(), store::Moved::yes);
    EXPECT_EQ(approve(), store::Moved::no) << "once";
    run(id);
    EXPECT_EQ(batch(id).decided_by, "Tom");
    EXPECT_EQ(counted().invalidated, 1);
}

TEST_P(Invalidating, WhoseSignatureIsOutCannotConfirmItNorSignAgainButMayTakeItBack) {
    sign({sign_on("Maya", 1)});
    run(begin({.name = "maya*"}));
    confirm(1);
    EXPECT_EQ(of(1).at(0).state, SignatureState::invalidated);
    EXPECT_EQ(sign({sign_on("Maya", 1)}), std::vector{SignOutcome::repeat});
    database->write([&](db::Write& write) { store::withdraw(write, store::of_address(write, petition.id, 1).at(0)); });
    EXPECT_EQ(counted(), (store::Count{petition.id, SignerClass::individual, 0, 0, 1, 0}));
    EXPECT_EQ(sign({sign_on("Maya", 1)}), std::vector{SignOutcome::recorded}) << "judged afresh";
}

TEST_P(Invalidating, WhatPeopleDecidedStaysDecidedAndComesBackWithTheSignature) {
    auto odd = sign_on("Zed", 1);
    odd.score = 80;
    auto odder = sign_on("Zod", 2);
    odder.score = 90;
    auto usual = sign_on("Maya", 3);
    usual.score = 10;
    sign({odd, odder, usual});
    const auto waiting = [&] {
        return database->read([&](db::Read& read) { return store::flagged(read, {petition.id, 40}); });
    };
    ASSERT_EQ(waiting().size(), 2u);
    EXPECT_EQ(waiting().at(0).given_name, "Zod") << "the oddest first";
    const auto second = database->read(
        [&](db::Read& read) { return store::flagged(read, {petition.id, 40, ReviewPlace{90, waiting().at(0).id}}); });
    EXPECT_EQ(second.at(0).given_name, "Zed");

    database->write([&](db::Write& write) {
        const std::vector<Decision> decisions{{of(1).at(0).id, Verdict::fine}, {of(2).at(0).id, Verdict::marked}};
        EXPECT_EQ(store::decide(write, petition.id, decisions), 2);
        EXPECT_EQ(store::decide(write, PetitionId{99}, decisions), 0) << "not of this petition";
    });
    EXPECT_TRUE(waiting().empty());
    const auto marked = [&] {
        return database->read([&](db::Read& read) { return store::count_marked(read, petition.id); });
    };
    EXPECT_EQ(marked(), 1);
    const auto id = begin({.marked = SignatureForm::Tick::yes});
    run(id);
    EXPECT_EQ(counted().invalidated, 1);
    EXPECT_EQ(marked(), 0);
    undo(id);
    EXPECT_EQ(marked(), 1);
    EXPECT_TRUE(waiting().empty());
}

ALLTOGETHER_ON_BOTH_DATABASES(Invalidating);

}  // namespace
}  // namespace petitions
