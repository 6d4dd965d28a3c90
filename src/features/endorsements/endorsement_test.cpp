#include "features/endorsements/endorsement.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace endorsements {
namespace {

using Tick = EndorsementForm::Tick;

constexpr std::string_view kToday = "2026-11-22";

EndorsementForm clerk_of_larch_river() {
    return {.name = "Town of Larch River",
            .region = "NB",
            .act = "resolution",
            .act_date = "2026-10-19",
            .votes_for = "7",
            .votes_against = "2",
            .document_url = "https://larch-river.example.org/minutes.pdf",
            .signatory_name = "Mireille Haché",
            .signatory_role = "Clerk",
            .email = "clerk@larch-river.example.org",
            .authorised = Tick::yes};
}

std::vector<std::string> fields_of(const base::Problems& problems) {
    std::vector<std::string> fields;
    for (const auto& problem : problems) fields.push_back(problem.field);
    return fields;
}

TEST(Resolution, KeepsDateVoteAndDocument) {
    const auto accepted = accept({SignerClass::municipality, clerk_of_larch_river(), kToday});
    ASSERT_TRUE(accepted);
    EXPECT_EQ(accepted->statement.act, Act::resolution);
    EXPECT_EQ(accepted->statement.act_date, "2026-10-19");
    EXPECT_EQ(accepted->statement.votes, (Votes{7, 2, 0}));
    EXPECT_EQ(accepted->statement.region, people::Province::nb);
    EXPECT_EQ(accepted->email.text(), "clerk@larch-river.example.org");
}

TEST(Resolution, ThatFailedOrIsStillToComeIsNone) {
    auto form = clerk_of_larch_river();
    form.votes_against = "7";
    form.act_date = "2026-11-23";
    const auto refused = accept({SignerClass::municipality, form, kToday});
    ASSERT_FALSE(refused);
    EXPECT_EQ(fields_of(refused.error()), (std::vector<std::string>{"act_date", "votes_for"}));
}

TEST(Proclamation, HasNoVote) {
    auto form = clerk_of_larch_river();
    form.act = "proclamation";
    const auto accepted = accept({SignerClass::municipality, form, kToday});
    ASSERT_TRUE(accepted);
    EXPECT_FALSE(accepted->statement.votes);
}

TEST(EmptyForm, OfEachClassNamesEverythingThatIsMissing) {
    const auto missing = [](SignerClass signer_class) { return fields_of(accept({signer_class, {}, kToday}).error()); };
    EXPECT_EQ(missing(SignerClass::elected_official),
              (std::vector<std::string>{"name", "office", "place", "region", "email", "authorised"}));
    EXPECT_EQ(missing(SignerClass::organisation), (std::vector<std::string>{"name", "place", "region", "signatory_name",
                                                                            "signatory_role", "email", "authorised"}));
    EXPECT_EQ(missing(SignerClass::municipality),
              (std::vector<std::string>{"name", "region", "act", "act_date", "signatory_name", "signatory_role",
                                        "email", "authorised"}));
}

TEST(HostileForm, IsRefusedFieldByField) {
    EndorsementForm form{.name = "=HYPERLINK(1)",
                         .office = "emperor",
                         .place = std::string(151, 'x'),
                         .region = "XX",
                         .website = "javascript:alert(1)",
                         .statement = "Win at http://casino.example",
                         .email = "a@b@c",
                         .authorised = Tick::yes};
    EXPECT_EQ(fields_of(accept({SignerClass::candidate, form, kToday}).error()),
              (std::vector<std::string>{"name", "office", "place", "region", "website", "statement", "email"}));
}

TEST(Days, AreThoseOfTheCalendar) {
    for (const char* day : {"2024-02-29", "2000-02-29", "2026-11-22"}) {
        auto form = clerk_of_larch_river();
        form.act_date = day;
        EXPECT_TRUE(accept({SignerClass::municipality, form, kToday})) << day;
    }
    for (const char* day : {"2023-02-29", "1900-02-29", "2026-13-01", "2026-1-01", "26-01-01", "2026-04-31", "soon"}) {
        auto form = clerk_of_larch_river();
        form.act_date = day;
        EXPECT_FALSE(accept({SignerClass::municipality, form, kToday})) << day;
    }
}

TEST(AnyForm, IsTakenOrRefusedButNeverBreaks) {
    rc::check([](const std::string& name, const std::string& number, const std::string& date) {
        auto form = clerk_of_larch_river();
        form.name = name, form.votes_for = number, form.act_date = date, form.website = name;
        const auto result = accept({SignerClass::municipality, form, kToday});
        const bool is_answered = result || !result.error().empty();
        RC_ASSERT(is_answered);
    });
}

TEST(Decisions, ArePossibleWhereTheyMakeSense) {
    EXPECT_TRUE(is_possible(State::waiting, Decision::publish));
    EXPECT_TRUE(is_possible(State::declined, Decision::publish)) << "a second thought";
    EXPECT_FALSE(is_possible(State::unconfirmed, Decision::publish)) << "nobody has shown that the address is theirs";
    EXPECT_FALSE(is_possible(State::withdrawn, Decision::restore)) << "who took it back is not brought back";
    EXPECT_TRUE(is_possible(State::removed, Decision::restore));
    for (const auto decision : {Decision::publish, Decision::decline, Decision::remove, Decision::restore})
        EXPECT_FALSE(is_possible(state_after(decision), decision)) << "nothing is done twice";
}

TEST(Classes, KeepTheirNamesInAddresses) {
    for (const auto each : kClasses) EXPECT_EQ(class_of(slug_of(each)), each);
    EXPECT_FALSE(class_of("individual"));
    EXPECT_FALSE(class_of(""));
}

}  // namespace
}  // namespace endorsements
