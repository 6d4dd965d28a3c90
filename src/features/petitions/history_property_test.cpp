// Whatever happens to signatures, in whatever order: the tally is what counting them again gives, and the steps that
// were told add up to the count.
#include <sstream>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "features/petitions/count_change.h"
#include "features/petitions/count_store.h"
#include "features/petitions/invalidation_preview_service.h"
#include "features/petitions/invalidation_store.h"
#include "features/petitions/invalidation_work_service.h"
#include "features/petitions/signature_store.h"
#include "features/petitions/slice.h"
#include "features/petitions/store_house_test.h"

namespace petitions {
namespace {

using house::sign_on;

enum class Happening { sign, sign_as_another, confirm, withdraw, erase, invalidate, undo };

// What happens, and to which of a few mailboxes.
struct Event {
    Happening what;
    int mailbox;
};

class History : public house::Library {
protected:
    History() {
        changes.add([this](db::Write&, std::span<const ports::CountChange> told) {
            for (const auto& change : told) balance += ports::sign_of(change.step);
        });
    }

    void live_through(const Event& event) {
        switch (event.what) {
            case Happening::sign:
                return void(sign({sign_on("Maya", event.mailbox)}));
            case Happening::sign_as_another:
                return void(sign({sign_on("Joan", event.mailbox)}));
            case Happening::confirm:
                return step_each(event.mailbox, ports::CountStep::confirmed);
            case Happening::withdraw:
                return step_each(event.mailbox, ports::CountStep::withdrawn);
            case Happening::erase:
                return database->write([&](db::Write& write) {
                    person_data(changes, guard).erase(write, {.address_hash = event.mailbox});
                });
            case Happening::invalidate:
                return invalidate(event.mailbox);
            case Happening::undo:
                return undo();
        }
    }

    // As the handlers do it: what changed a count is told.
    void step_each(int mailbox, ports::CountStep step) {
        database->write([&](db::Write& write) {
            for (const Signature& signature : store::of_address(write, petition.id, mailbox)) {
                const bool counted = signature.state == SignatureState::confirmed;
                const bool confirms = step == ports::CountStep::confirmed;
                const auto changed = confirms ? store::confirm(write, signature) : store::withdraw(write, signature);
                if (changed == store::Changed::no || (!confirms && !counted)) continue;
                const auto change = change_of(signature, {step, write.now()});
                changes.tell(write, {&change, 1});
            }
        });
    }

    // Everybody of this mailbox, or everybody called Maya.
    void invalidate(int mailbox) {
        const ConditionForm form = mailbox == 0 ? ConditionForm{.name = "maya*"}
                                                : ConditionForm{.address = "box" + std::to_string(mailbox) + "@*"};
        InvalidationPreviews previews{*database, std::chrono::milliseconds{60'000}};
        const auto seen = *previews.look(petition.id, *read_conditions(form, tools.zone));
        const auto id = database->write([&](db::Write& write) {
            return store::insert(write, {petition.id,
                                         BatchState::at_work,
                                         query_of(form),
                                         {"Made up.", "Inventées."},
                                         seen.up_to,
                                         seen.found,
                                         1,
                                         "Amélie"});
        });
        while (step_forward(tools, id) == Rest::some) continue;
        batches.push_back(id);
    }

    void undo() {
        if (batches.empty()) return;
        database->write([&](db::Write& write) { store::begin_undo(write, batches.back(), "Tom"); });
        while (step_back(tools, batches.back()) == Rest::some) continue;
        batches.pop_back();
    }

    void expect_agreement() {
        const auto tally = database->read([](db::Read& read) { return store::tally(read); });
        RC_ASSERT(tally == database->read([](db::Read& read) { return store::recount(read); }) ||
                  (tally.empty() || tally.at(0) == store::Count{petition.id, SignerClass::individual, 0, 0, 0, 0}));
        RC_ASSERT((tally.empty() ? 0 : tally.at(0).confirmed) == balance);
        const auto strays = database->read([](db::Read& read) { return store::strays(read); });
        RC_ASSERT(strays.shown_without_right == 0);
    }

    ports::CountChanges changes;
    ports::SignOnGuard guard;
    BatchTools tools{*database, changes, i18n::TimeZone::toronto()};
    std::vector<InvalidationId> batches;
    std::int64_t balance = 0;
};

// One database for all cases: each goes on where the one before it ended, which is a history, too; so a case that fails
// cannot be made smaller. Few, and each long: every step waits for the disk.
rc::detail::TestParams few_long_ones() {
    auto params = rc::detail::configuration().testParams;
    params.maxSuccess = 20;
    params.disableShrinking = true;
    return params;
}

TEST_P(History, leaves_counts_and_told_steps_in_agreement_whatever_it_was) {
    int happened = 0;
    const auto result = rc::detail::checkTestable(
        [this, &happened] {
            const auto length = *rc::gen::resize(100, rc::gen::inRange(6, 12));
            for (int i = 0; i < length; ++i, ++happened) {
                live_through({static_cast<Happening>(*rc::gen::resize(100, rc::gen::inRange(0, 7))),
                              *rc::gen::resize(100, rc::gen::inRange(0, 4))});
                expect_agreement();
            }
        },
        rc::detail::TestMetadata{}, few_long_ones());
    std::ostringstream told;
    rc::detail::printResultMessage(result, told);
    EXPECT_TRUE(result.is<rc::detail::SuccessResult>()) << told.str();
    EXPECT_GE(happened, 20 * 6) << "every case did its work";
}

ALLTOGETHER_ON_BOTH_DATABASES(History);

}  // namespace
}  // namespace petitions
