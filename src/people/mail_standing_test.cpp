#include "people/mail_standing.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "people/addresses.h"
#include "people/person_news.h"
#include "people/store.h"
#include "platform/jobs/jobs.h"
#include "tests/support/databases.h"

namespace people {
namespace {

constexpr base::Instant kMonday{1'700'000'000'000'000};

class MailStandings : public test_support::OnBothDatabases {
protected:
    PersonId noor() {
        return database->write([](db::Write& write) {
            return ensure_person(write, {.address_hash = 12,
                                         .email = *base::EmailAddress::parse("noor@example.org"),
                                         .name = {"Noor", "Haddad"},
                                         .locale = base::Locale::english,
                                         .address = {}});
        });
    }
    void say(PersonId person, ConsentAct act, Consent more = {.address_hash = 12, .on_behalf_of = "Us"}) {
        more.act = act;
        more.person = person;
        more.wording = {"test.mail", base::Locale::english, "Yes, write to me."};
        if (more.at == base::Instant{}) more.at = kMonday;
        database->write([&](db::Write& write) { record_consent(write, more); });
    }
    bool may_mail(PersonId person, base::Instant now, std::optional<TopicBit> topic = {}) {
        const auto standing = database->read([&](db::Read& read) { return find_standing(read, person); });
        return standing && may_be_mailed(*standing, topic, now);
    }
};

TEST_P(MailStandings, NoorJoinsLeavesAndComesBack) {
    const auto person = noor();
    EXPECT_FALSE(may_mail(person, kMonday));
    say(person, ConsentAct::given);
    EXPECT_TRUE(may_mail(person, kMonday));
    say(person, ConsentAct::withdrawn);
    EXPECT_FALSE(may_mail(person, kMonday));
    say(person, ConsentAct::given);
    EXPECT_TRUE(may_mail(person, kMonday + base::days(3650)));
}

TEST_P(MailStandings, WhoFollowsHearsOfEachStepInItsTransaction) {
    const auto heard = [&] {
        return database->write([](db::Write& write) {
            std::vector<PersonStep> steps;
            for (const auto& leased : jobs::take_due_jobs(write, {write.now() + base::minutes(1), 10})) {
                const auto news = read_news(leased.job.payload).value();
                EXPECT_EQ(payload_of(news), leased.job.payload);
                steps.push_back(news.step);
                jobs::finish(write, leased);
            }
            std::ranges::sort(steps);
            return steps;
        });
    };
    const auto person = noor();
    say(person, ConsentAct::given);
    EXPECT_TRUE(heard().empty()) << "nobody follows yet";
    database->write([](db::Write& write) { follow_news(write, "test.news", Following::yes); });
    say(person, ConsentAct::given);
    say(person, ConsentAct::withdrawn);
    say(person, ConsentAct::withdrawn);
    say(person, ConsentAct::given, {.address_hash = 12, .on_behalf_of = "B", .purpose = ConsentPurpose::partner});
    EXPECT_EQ(heard(), (std::vector{PersonStep::agreed_again, PersonStep::left}));
    say(person, ConsentAct::given);
    database->write([&](db::Write& write) { erase_person(write, person); });
    EXPECT_EQ(heard(), (std::vector{PersonStep::joined, PersonStep::erased}));
    database->write([&](db::Write& write) {
        erase_person(write, person);
        follow_news(write, "test.news", Following::no);
        tell_news(write, {person, PersonStep::left, write.now()});
    });
    EXPECT_TRUE(heard().empty());
    for (const auto* broken : {"", " ", "17", "17 joined", "17 gone 5", "x joined 5", "17 joined x", "0 joined 5"})
        EXPECT_FALSE(read_news(broken)) << broken;
}

TEST_P(MailStandings, ImpliedConsentEndsByItself) {
    const auto person = noor();
    say(person, ConsentAct::given,
        {.ground = ConsentGround::implied, .address_hash = 12, .expires_at = kMonday + base::days(180)});
    EXPECT_TRUE(may_mail(person, kMonday + base::days(179)));
    EXPECT_FALSE(may_mail(person, kMonday + base::days(180)));
}

TEST_P(MailStandings, AnImpliedConsentForAnotherAddressSaysNothingAboutTheOneInUse) {
    const auto person = noor();
    database->write(
        [&](db::Write& write) { add_address(write, {person, 13, *base::EmailAddress::parse("noor@work.example")}); });
    const Consent at_work{
        .ground = ConsentGround::implied, .address_hash = 13, .expires_at = kMonday + base::days(180)};
    say(person, ConsentAct::given, at_work);
    EXPECT_FALSE(may_mail(person, kMonday)) << "mail goes to the address in use";
    say(person, ConsentAct::given);
    say(person, ConsentAct::given, at_work);
    EXPECT_TRUE(may_mail(person, kMonday + base::days(181))) << "what was agreed to for this address holds";
}

TEST_P(MailStandings, AConsentForAPartnerIsNoConsentToOurMails) {
    const auto person = noor();
    say(person, ConsentAct::given,
        {.address_hash = 12, .on_behalf_of = "A partner", .purpose = ConsentPurpose::partner});
    EXPECT_FALSE(may_mail(person, kMonday));
    EXPECT_FALSE(database->read([](db::Read& read) { return has_consent(read, 12, kMonday); }));
    say(person, ConsentAct::given);
    say(person, ConsentAct::withdrawn,
        {.address_hash = 12, .on_behalf_of = "A partner", .purpose = ConsentPurpose::partner});
    EXPECT_TRUE(may_mail(person, kMonday));
}

TEST_P(MailStandings, TopicsAndPausesAreTheirOwn) {
    const auto person = noor();
    say(person, ConsentAct::given);
    const Topic taxes{.bit = {}, .slug = "taxes", .name_en = "Fair taxes", .name_fr = "Impôts équitables"};
    const Topic health{.bit = {}, .slug = "health", .name_en = "Health", .name_fr = "Santé", .position = 1};
    const auto bits = database->write(
        [&](db::Write& write) { return std::pair{*insert_topic(write, taxes), *insert_topic(write, health)}; });
    EXPECT_EQ(database->write([&](db::Write& write) { return insert_topic(write, taxes); }), std::nullopt);
    MailPreferences wishes{.most_per_week = 1, .paused_until = kMonday + base::days(7)};
    wishes.left_out.add(bits.first);
    database->write([&](db::Write& write) { change_preferences(write, person, wishes); });
    EXPECT_FALSE(may_mail(person, kMonday + base::days(6)));
    EXPECT_TRUE(may_mail(person, kMonday + base::days(7)));
    EXPECT_FALSE(may_mail(person, kMonday + base::days(7), bits.first));
    EXPECT_TRUE(may_mail(person, kMonday + base::days(7), bits.second));
    const auto all = database->read([](db::Read& read) { return topics(read); });
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[1].name(base::Locale::french), "Santé");
}

TEST_P(MailStandings, AnAddressThatDoesNotExistIsLeftAloneWhateverIsAgreedTo) {
    const auto person = noor();
    say(person, ConsentAct::given);
    const auto suppress_noor = [](db::Write& write) {
        suppress(write, {12, SuppressionReason::unknown_address, "550 no such user", kMonday});
    };
    database->write(suppress_noor);
    EXPECT_FALSE(may_mail(person, kMonday));
    say(person, ConsentAct::given);
    EXPECT_FALSE(may_mail(person, kMonday));
    EXPECT_EQ(database->read([](db::Read& read) { return find_suppression(read, 12); })->detail, "550 no such user");
    database->write([](db::Write& write) { lift_suppression(write, 12); });
    EXPECT_TRUE(may_mail(person, kMonday));
}

TEST_P(MailStandings, WhoIsErasedHasNone) {
    const auto person = noor();
    say(person, ConsentAct::given);
    database->write([&](db::Write& write) { erase_person(write, person); });
    EXPECT_FALSE(may_mail(person, kMonday));
}

ALLTOGETHER_ON_BOTH_DATABASES(MailStandings);

}  // namespace
}  // namespace people
