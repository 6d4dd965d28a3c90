// What staff do about false signatures, without a socket: Amélie asks, Tom approves, the public reads why.
#include "features/petitions/invalidation_handlers.h"

#include "features/petitions/correction_handlers.h"
#include "features/petitions/handlers_house_test.h"
#include "features/petitions/invalidation_store.h"
#include "features/petitions/invalidation_work_service.h"
#include "features/petitions/review_handlers.h"
#include "features/petitions/signature_store.h"
#include "platform/auth/audit.h"

namespace petitions {
namespace {

using house::kSlug;

class Integrity : public house::House {
protected:
    Integrity() {
        guard.words = [](std::int64_t reasons, base::Locale) {
            return (reasons & 2) != 0 ? std::vector<std::string>{"Sent <in> a hurry"} : std::vector<std::string>{};
        };
        for (const char* address : {"maya@example.org", "zed@spam.example", "zod@spam.example"})
            sign(sign_request(address));
        press(&Handlers::confirm, token_of(of("zed@spam.example")));
    }

    // 1: Amélie, 2: Tom.
    static http::Request as(std::int64_t staff, http::Request request, auth::Role role = auth::Role::owner) {
        request.staff = std::make_shared<const auth::Principal>(
            auth::Principal{.id = auth::StaffId{staff},
                            .name = staff == 1 ? "Amélie" : "Tom",
                            .email = *base::EmailAddress::parse("staff@example.org"),
                            .grants = {{role, std::nullopt}},
                            .session = auth::SessionId{1}});
        return request;
    }
    Signature of(const std::string& address) {
        const auto all = database->read(
            [](db::Read& read) { return store::page(read, {store::find(read, "library")->id, {}, 10}); });
        return *std::ranges::find(all, address, &Signature::email);
    }
    http::Response look(const std::string& query, std::int64_t staff = 1) {
        const auto request =
            as(staff, http::testing::get("/en/staff/petitions/library/invalidations/new" + query, {kSlug}));
        return database->read([&](db::Read& read) { return invalidations.show_new(request, read); });
    }
    http::WriteResult ask(std::string_view reason_fr) {
        const auto up_to = std::to_string(INT64_MAX);
        const auto request = as(1, http::testing::post("/en/staff/petitions/library/invalidations", {kSlug},
                                                       {{"conditions", "domain=spam.example"},
                                                        {"up_to", up_to},
                                                        {"expected", "2"},
                                                        {"reason_en", "Sent by a script."},
                                                        {"reason_fr", reason_fr}}));
        const auto form = invalidations.read_new(request);
        if (!form) return form.error();
        return database->write([&](db::Write& write) { return invalidations.create(*form, write); });
    }
    Invalidation newest() {
        return database->read(
            [](db::Read& read) { return store::invalidations(read, store::find(read, "library")->id, 1).at(0); });
    }
    http::WriteResult act(http::WriteResult (InvalidationHandlers::*handler)(const BatchAct&, db::Write&) const,
                          std::int64_t staff) {
        const std::string batch = std::to_string(newest().id.value);
        const auto form = invalidations.read_act(as(staff, http::testing::post("/x", {kSlug, {"batch", batch}}, {})));
        return database->write([&](db::Write& write) { return (invalidations.*handler)(*form, write); });
    }
    std::string batch_page(std::int64_t staff) {
        const std::string batch = std::to_string(newest().id.value);
        const auto request =
            as(staff, http::testing::get("/en/staff/petitions/library/invalidations/x", {kSlug, {"batch", batch}}));
        return std::string{
            database->read([&](db::Read& read) { return invalidations.show(request, read); }).body.view()};
    }
    void work() {
        const BatchTools tools{*database, changes, i18n::TimeZone::toronto()};
        while (step_forward(tools, newest().id) == Rest::some || step_back(tools, newest().id) == Rest::some) continue;
    }
    std::string corrections(const char* path) {
        const auto request = http::testing::get(path, {kSlug});
        return std::string{database->read([&](db::Read& read) { return public_log.show(request, read); }).body.view()};
    }

    InvalidationHandlers invalidations{services};
    ReviewHandlers reviews{services};
    CorrectionHandlers public_log{services};
};

TEST_F(Integrity, ThePreviewSaysHowManyAndChangesNothing) {
    const auto page = look("?domain=spam.example");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.body.view().contains("2 signatures meet the conditions"));
    EXPECT_TRUE(page.body.view().contains("zed@spam.example"));
    EXPECT_FALSE(page.body.view().contains("maya@example.org"));
    EXPECT_EQ(of("zed@spam.example").state, SignatureState::confirmed);
    EXPECT_TRUE(look("?network=none").body.view().contains("Please write the network like"));
    EXPECT_TRUE(look("").body.view().contains("Sent &lt;in&gt; a hurry")) << "a reason to choose";
}

TEST_F(Integrity, AReasonIsNeededInBothLanguagesAndThenThePublicReadsIt) {
    EXPECT_EQ(ask("").error().front().field, "reason_fr");
    EXPECT_EQ(ask("Envoyées par un robot.")->status, 303);
    work();
    EXPECT_EQ(of("zed@spam.example").state, SignatureState::invalidated);
    EXPECT_EQ(of("maya@example.org").state, SignatureState::pending);
    EXPECT_TRUE(corrections("/en/petitions/library/corrections").contains("1 signature was taken out of the count."));
    EXPECT_TRUE(corrections("/fr/petitions/library/corrections").contains("Envoyées par un robot."));
    const auto own = read(&Handlers::own_signature, own_request(token_of(of("zed@spam.example"))));
    EXPECT_TRUE(own.body.view().contains("Sent by a script."));
    EXPECT_TRUE(own.body.view().contains("mailto:campaign@alltogether.example"));

    EXPECT_EQ(act(&InvalidationHandlers::undo, 1)->status, 303);
    work();
    EXPECT_EQ(of("zed@spam.example").state, SignatureState::confirmed);
    EXPECT_EQ(of("zod@spam.example").state, SignatureState::pending);
    EXPECT_TRUE(corrections("/en/petitions/library/corrections").contains("1 signature counts again."));
    const auto json = database->read(
        [&](db::Read& read) { return public_log.as_json(http::testing::get("/api/v1/x", {kSlug}), read); });
    EXPECT_TRUE(json.body.view().contains(R"("signatures":1,"reason_en":"Sent by a script.")")) << json.body.view();
}

TEST_F(Integrity, WithFourEyesSomebodyElseHasToApprove) {
    config.integrity.four_eyes = true;
    EXPECT_TRUE(ask("Envoyées par un robot."));
    work();
    EXPECT_EQ(of("zed@spam.example").state, SignatureState::confirmed) << "nothing happens before";
    EXPECT_FALSE(act(&InvalidationHandlers::approve, 1)) << "not by who asked";
    EXPECT_FALSE(batch_page(1).contains("Approve and begin"));
    EXPECT_TRUE(batch_page(2).contains("Approve and begin"));
    EXPECT_TRUE(act(&InvalidationHandlers::approve, 2));
    work();
    EXPECT_EQ(of("zed@spam.example").state, SignatureState::invalidated);
    EXPECT_EQ(newest().decided_by, "Tom");
    const auto audit = database->read([](db::Read& read) { return auth::read_audit(read, {}); });
    EXPECT_EQ(audit.at(0).entry.action, "petitions.approve_invalidation");
    EXPECT_EQ(audit.at(1).entry.action, "petitions.invalidate");
    EXPECT_EQ(audit.at(1).entry.changes.at(0).after, "domain=spam.example");
}

TEST_F(Integrity, WhatIsTurnedDownNeverHappens) {
    config.integrity.four_eyes = true;
    EXPECT_TRUE(ask("Envoyées par un robot."));
    EXPECT_TRUE(act(&InvalidationHandlers::turn_down, 2));
    EXPECT_TRUE(act(&InvalidationHandlers::approve, 2));
    work();
    EXPECT_EQ(newest().state, BatchState::turned_down);
    EXPECT_EQ(of("zed@spam.example").state, SignatureState::confirmed);
    EXPECT_TRUE(corrections("/en/petitions/library/corrections").contains("No signature was ever taken out"));
}

TEST_F(Integrity, OneSignerIsPutBackAlone) {
    EXPECT_TRUE(ask("Envoyées par un robot."));
    work();
    const auto restore = [&](std::string_view address) {
        const std::string batch = std::to_string(newest().id.value);
        const auto form = invalidations.read_restoration(
            as(1, http::testing::post("/x", {kSlug, {"batch", batch}}, {{"address", address}})));
        return database->write([&](db::Write& write) { return invalidations.restore_one(*form, write); });
    };
    EXPECT_EQ(restore("maya@example.org").error().front().field, "address") << "not taken out by this batch";
    EXPECT_TRUE(restore("zed@spam.example"));
    EXPECT_EQ(of("zed@spam.example").state, SignatureState::confirmed);
    EXPECT_EQ(of("zod@spam.example").state, SignatureState::invalidated);
    EXPECT_TRUE(corrections("/en/petitions/library/corrections").contains("1 of them counts again"));
}

TEST_F(Integrity, OddSignaturesAreShownWithTheirReasonsAndDecidedAboutManyAtATime) {
    guard.judge = [](const ports::SignOnFacts&) -> ports::Judgement { return {ports::Verdict::accept, 80, 2}; };
    sign(sign_request("odd@example.org"));
    sign(sign_request("odder@example.org"));
    const auto queue = [&](std::int64_t staff, const char* path) {
        const auto request = as(staff, http::testing::get(path));
        return std::string{database->read([&](db::Read& read) { return reviews.show(request, read); }).body.view()};
    };
    const auto page = queue(1, "/en/staff/review");
    EXPECT_TRUE(page.contains("Sent &lt;in&gt; a hurry"));
    EXPECT_TRUE(page.contains("odd@example.org"));
    EXPECT_FALSE(page.contains("maya@example.org"));
    const std::string odd = std::to_string(of("odd@example.org").id.value);
    const std::string odder = std::to_string(of("odder@example.org").id.value);
    const auto decide = [&](http::Request request, auth::Role role) {
        const auto form = reviews.read_form(as(1, std::move(request), role));
        return database->write([&](db::Write& write) { return reviews.decide(*form, write); })
            ->headers.text("Location");
    };
    const std::string field = "decide_" + odd;
    EXPECT_EQ(
        decide(http::testing::post("/en/staff/review", {}, {{"least", "40"}, {field, "mark"}}), auth::Role::analyst),
        "/en/staff/review?least=40&decided=0")
        << "analysts may not";
    EXPECT_EQ(
        decide(http::testing::post("/en/staff/review", {}, {{"least", "40"}, {field, "mark"}}), auth::Role::moderator),
        "/en/staff/review?least=40&decided=1");
    EXPECT_EQ(
        decide(http::testing::post("/en/staff/review", {}, {{"all", "fine"}, {"shown", odder}}), auth::Role::owner),
        "/en/staff/review?least=40&decided=1");
    EXPECT_FALSE(queue(1, "/en/staff/review").contains("odder@example.org"));
    EXPECT_TRUE(queue(1, "/en/staff/review").contains("1 marked: take them out"));
    EXPECT_TRUE(look("?marked=1").body.view().contains("1 signature meets the conditions"));
    const auto audit = database->read([](db::Read& read) { return auth::read_audit(read, {}); });
    EXPECT_EQ(audit.at(1).entry.changes, (std::vector<auth::Change>{{"marked", "", odd}}));
}

}  // namespace
}  // namespace petitions
