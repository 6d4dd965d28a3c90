// Proof of consent: the sheet, consents on paper, implied consents that end, forms and topics of staff.
#include "features/mailing_list/consent_store.h"
#include "features/mailing_list/form_store.h"
#include "features/mailing_list/handlers_house_test.h"
#include "features/mailing_list/jobs.h"
#include "features/mailing_list/staff_handlers.h"
#include "people/person_news.h"
#include "platform/jobs/jobs.h"

namespace mailing_list {
namespace {

using Fields = std::initializer_list<http::Fields::Field>;

class ProvingConsent : public ListHouse {
protected:
    http::Request by_staff(http::Request request) const {
        request.staff =
            std::make_shared<auth::Principal>(auth::Principal{auth::StaffId{1},
                                                              "Amélie Roy",
                                                              *base::EmailAddress::parse("amelie@example.org"),
                                                              {{auth::Role::owner, std::nullopt}},
                                                              auth::SessionId{1}});
        return request;
    }
    std::string proof_page() {
        const auto request =
            by_staff(http::testing::get("/en/staff/consent/x", {{"person", std::to_string(person()->id.value)}}));
        return std::string{database->read([&](db::Read& read) { return handlers.proof(request, read); }).body.view()};
    }
    // Noon of some days from now, as staff type a day.
    static std::string day_from_now(std::int64_t days) {
        return i18n::machine_time(db::now() + base::days(days)).substr(0, 10);
    }
    http::WriteResult record(const std::string& ground, const std::string& given_on, const std::string& ends_on) {
        auto request = by_staff(http::testing::post("/en/staff/mailing-list/paper", {},
                                                    {{"email", "maya@example.org"},
                                                     {"given_name", "Maya"},
                                                     {"language", "fr"},
                                                     {"ground", ground},
                                                     {"given_on", given_on},
                                                     {"ends_on", ends_on},
                                                     {"words", "Oui, écrivez-moi."},
                                                     {"note", "Binder 3, sheet 12"}}));
        request.received_at = db::now();
        const auto act = handlers.read_paper_form(request);
        EXPECT_TRUE(act);
        return database->write([&](db::Write& write) { return handlers.record_paper(*act, write); });
    }

    ConsentHandlers handlers{services};
    FormHandlers forms{services};
};

TEST_P(ProvingConsent, TheSheetShowsEveryConsentAndWithdrawalWithItsVeryWords) {
    join_and_confirm();
    EXPECT_NE(proof_page().find("We may mail this person until they leave."), std::string::npos);
    database->write([&](db::Write& write) { leave_by_mail(services, person()->id, write); });
    const auto page = proof_page();
    for (const char* words : {"By pressing “Join the list” you ask All Together Now", "/en/join/news", "192.0.2.7",
                              "mailing_list.join, version 1, English", "Withdrew the consent", "they left on"})
        EXPECT_NE(page.find(words), std::string::npos) << words;
    const auto request =
        by_staff(http::testing::get("/en/staff/consent/x/sheet.pdf", {{"person", std::to_string(person()->id.value)}}));
    const auto sheet = database->read([&](db::Read& read) { return handlers.proof_sheet(request, read); });
    EXPECT_TRUE(sheet.body.view().starts_with("%PDF-"));
}

TEST_P(ProvingConsent, AConsentOnPaperCountsButNotAgainstALaterWithdrawal) {
    EXPECT_TRUE(record("express", day_from_now(-3), ""));
    EXPECT_TRUE(may_be_mailed());
    EXPECT_NE(proof_page().find("Binder 3, sheet 12"), std::string::npos);
    database->write([&](db::Write& write) { leave_by_mail(services, person()->id, write); });
    EXPECT_FALSE(record("express", day_from_now(-3), "")) << "the paper is older than the withdrawal";
    EXPECT_FALSE(may_be_mailed());
}

TEST_P(ProvingConsent, MailStopsWhenAnImpliedConsentEndsAndTheSweepNotesItOnce) {
    EXPECT_TRUE(record("implied", day_from_now(-30), day_from_now(20)));
    const auto held = *standing();
    EXPECT_TRUE(people::may_be_mailed(held, std::nullopt, db::now() + base::days(18)));
    EXPECT_FALSE(people::may_be_mailed(held, std::nullopt, db::now() + base::days(22))) << "by time alone";

    sweep_consents(*database, db::now());
    const auto latest = [&] {
        return database->read([](db::Read& read) { return store::latest_sweeps(read, 1).at(0); });
    };
    EXPECT_EQ(latest().ended, 0);
    EXPECT_EQ(latest().ending, 1) << "staff are warned a month before";
    database->write([](db::Write& write) { people::follow_news(write, "test.news", people::Following::yes); });
    sweep_consents(*database, db::now() + base::days(22));
    EXPECT_EQ(latest().ended, 1);
    sweep_consents(*database, db::now() + base::days(22));
    EXPECT_EQ(latest().ended, 0) << "noted once";
    const auto told = database->write(
        [](db::Write& write) { return jobs::take_due_jobs(write, {write.now() + base::minutes(1), 10}); });
    ASSERT_EQ(told.size(), 1U) << "and told once to who follows the list";
    EXPECT_EQ(people::read_news(told.at(0).job.payload)->step, people::PersonStep::left);
}

TEST(PaperConsents, NeedWordsAPlaceADayAndOfImpliedOnesAnEnd) {
    const base::Instant now{1'800'000'000'000'000};
    const auto refused = read_paper({.email = "maya@example.org", .ground = "implied", .given_on = "2027-02-30"},
                                    {now, i18n::TimeZone::toronto()});
    ASSERT_FALSE(refused);
    for (const char* field : {"given_on", "ends_on", "words", "note"})
        EXPECT_NE(base::find_problem(refused.error(), field), nullptr) << field;
}

TEST_P(ProvingConsent, AFormOfStaffHasItsOwnWordsAndTopicsAndCanBeClosed) {
    database->write([](db::Write& write) {
        people::insert_topic(write, {.slug = "budget", .name_en = "Budgets", .name_fr = "Budgets"});
        people::insert_topic(write, {.slug = "water", .name_en = "Water", .name_fr = "Eau"});
    });
    const auto edit = forms.read_new(by_staff(http::testing::post("/en/staff/mailing-list/forms", {},
                                                                  {{"slug", "keep-it-public"},
                                                                   {"level", "canada"},
                                                                   {"title_en", "Keep it public"},
                                                                   {"title_fr", "Gardons-le public"},
                                                                   {"topic-1", "1"}})));
    ASSERT_TRUE(edit);
    EXPECT_TRUE(database->write([&](db::Write& write) { return forms.create(*edit, write); }));
    EXPECT_FALSE(database->write([&](db::Write& write) { return forms.create(*edit, write); })) << "taken";

    auto request = join_request("maya@example.org", "/en/join/keep-it-public");
    request.parameters = {{"slug", "keep-it-public"}};
    send_form(request);
    press(&SignUpHandlers::confirm, newest_sign_up_token());
    EXPECT_TRUE(may_be_mailed(people::TopicBit{1}));
    EXPECT_FALSE(may_be_mailed(people::TopicBit{0})) << "she asked for water only";

    const auto main_page =
        database->read([&](db::Read& read) { return join.show(http::testing::get("/fr/join"), read); });
    EXPECT_NE(main_page.body.view().find("Gardons-le public"), std::string::npos)
        << "the oldest open form is the main one";
    const auto act = forms.read_act(by_staff(http::testing::post("/en/x", {{"slug", "keep-it-public"}}, {})));
    EXPECT_TRUE(database->write([&](db::Write& write) { return forms.close(*act, write); }));
    const auto closed = join.read_form(request);
    EXPECT_FALSE(database->write([&](db::Write& write) { return join.join(*closed, write); }));
}

ALLTOGETHER_ON_BOTH_DATABASES(ProvingConsent);

}  // namespace
}  // namespace mailing_list
