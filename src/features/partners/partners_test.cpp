// Ruth's union shows the form on its site; Maya signs there and agrees to be passed on, Tom does not.
#include <gtest/gtest.h>

#include "features/partners/agreement_service.h"
#include "features/partners/export.h"
#include "features/partners/pages.h"
#include "features/partners/slice.h"
#include "people/store.h"
#include "tests/support/databases.h"

namespace partners {
namespace {

using ports::CountStep;
using ports::PetitionId;
using ports::SignatureId;

constexpr PetitionId kLibrary{71};
constexpr base::Instant kTicked{1'795'348'800'000'000};
constexpr auth::StaffId kAmelie{5};

PartnerForm union_form() {
    return {.code = "cupe-on",
            .name_en = "The Union",
            .name_fr = "Le Syndicat",
            .origins = "https://union.example\n https://*.locals.example/ ",
            .line_en = "Share my name with the Union",
            .line_fr = "Transmettre mon nom au Syndicat"};
}

TEST(Origins, are_taken_as_browsers_write_them_and_nothing_else_gets_into_the_header) {
    EXPECT_EQ(read_origin("HTTPS://Union.Example/"), "https://union.example");
    EXPECT_EQ(read_origin("https://*.union.example:8443"), "https://*.union.example:8443");
    EXPECT_EQ(read_origin("http://localhost:3000"), "http://localhost:3000");
    for (const auto* hostile : {"",
                                "union.example",
                                "http://union.example",
                                "https://*",
                                "https://*.",
                                "https://example",
                                "https://a.b;x",
                                "https://a.b, https://c.d",
                                "https://a.b c.d",
                                "https://a.b/path",
                                "https://u:p@a.b",
                                "https://a.b:0",
                                "https://a.b:99999",
                                "https://a..b",
                                "https://-a.b",
                                "javascript://a.b",
                                "data:text/html",
                                "https://a.*.b",
                                "https://a.b\r\nX: y",
                                "https://*.*.b",
                                "https://a.b?x",
                                "https://a.b#x",
                                "*",
                                "'none'",
                                "http://127.0.0.1.a.b"})
        EXPECT_FALSE(read_origin(hostile)) << hostile;
}

TEST(Partner, is_named_in_both_languages_and_asks_in_both_or_in_none) {
    const auto sound = accept(union_form());
    ASSERT_TRUE(sound);
    EXPECT_EQ(sound->origins, "https://union.example https://*.locals.example");
    auto form = union_form();
    form.code = "CUPE ON";
    form.name_fr.clear();
    form.origins = "https://union.example/petition";
    form.line_fr.clear();
    const auto problems = accept(form);
    ASSERT_FALSE(problems);
    std::vector<std::string> fields;
    for (const auto& problem : problems.error()) fields.push_back(problem.field);
    EXPECT_EQ(fields, (std::vector<std::string>{"code", "name_fr", "origins", "line_fr"}));
}

TEST(Snippets, hold_a_title_with_quotation_marks_unharmed) {
    const auto lines = pages::snippets_of({.public_url = "https://campaign.example",
                                           .code = "cupe-on",
                                           .petition = "library",
                                           .title = R"(Save "our" <library> & pool)",
                                           .language = base::Locale::english});
    EXPECT_NE(lines.script.find(R"(data-source="cupe-on" data-language="en")"), std::string::npos);
    EXPECT_NE(lines.script.find("Save &quot;our&quot; &lt;library&gt; &amp; pool"), std::string::npos);
    EXPECT_NE(lines.frame.find(R"(src="https://campaign.example/en/petitions/library/embed/cupe-on")"),
              std::string::npos);
    EXPECT_NE(lines.link.find("library?source=cupe-on\""), std::string::npos);
}

class Union : public test_support::OnBothDatabases {
protected:
    void SetUp() override {
        database->write([&](db::Write& write) {
            const auto words = *accept(union_form());
            const auto id = *store::insert(write, words, kAmelie);
            store::insert_wording(write, id, words.line, kAmelie);
        });
        petitions.find_by_id = [](db::Read&, PetitionId id, base::Locale) {
            return std::optional<ports::PetitionFacts>{
                {.id = id, .level = base::LevelId{1}, .slug = "library", .kind = {}, .stage = {}, .goal = 0}};
        };
    }
    Partner partner() {
        return *database->read([](db::Read& read) { return store::find(read, "cupe-on"); });
    }
    PartnerWordingId newest() {
        return database->read([&](db::Read& read) { return store::newest_wording(read, partner().id)->id; });
    }
    // As the petitions tell it when somebody confirms.
    void confirm(const std::string& name, std::int64_t number, std::optional<PartnerWordingId> ticked) {
        database->write([&](db::Write& write) {
            const auto email = *base::EmailAddress::parse("box" + std::to_string(number) + "@example.org");
            const auto person = people::ensure_person(
                write,
                {number, email, {name, "Tremblay"}, base::Locale::french, people::understood({"CA", "K1A 0B1", ""})});
            step(write, number, CountStep::confirmed);
            if (ticked)
                record_agreement(write, {.source = "cupe-on",
                                         .wording = *ticked,
                                         .petition = kLibrary,
                                         .signature = SignatureId{number},
                                         .address_hash = number,
                                         .person = person,
                                         .locale = base::Locale::french,
                                         .network = "192.0.2.7",
                                         .ticked_at = kTicked});
        });
    }
    static void step(db::Write& write, std::int64_t signature, CountStep step) {
        const ports::CountChange change{.petition = kLibrary,
                                        .signer_class = ports::SignerClass::individual,
                                        .signature = SignatureId{signature},
                                        .step = step,
                                        .at = kTicked,
                                        .first_counted_at = kTicked,
                                        .source = "cupe-on"};
        follow_steps(write, {&change, 1});
    }
    void tell(std::int64_t signature, CountStep what) {
        database->write([&](db::Write& write) { step(write, signature, what); });
    }
    std::string exported() {
        std::string text;
        database->read([&](db::Read& read) {
            export_people(read, partner(), petitions, [&](std::string_view part) { text += part; });
        });
        return text;
    }
    bool is_exported(const std::string& name) { return exported().find(name) != std::string::npos; }
    std::int64_t counted() {
        const auto counts = database->read([](db::Read& read) { return store::counts_of(read, "cupe-on"); });
        return counts.empty() ? 0 : counts.front().counted;
    }
    std::vector<people::Consent> consents(std::int64_t number) {
        return database->read([&](db::Read& read) { return people::consents(read, number); });
    }

    ports::PetitionReader petitions;
};

TEST_P(Union, is_given_those_who_ticked_its_line_with_the_proof_and_nobody_else) {
    confirm("Maya", 1, newest());
    confirm("Tom", 2, std::nullopt);
    EXPECT_EQ(counted(), 2) << "both came through it";
    const std::string file = exported();
    EXPECT_NE(file.find("Maya,Tremblay,box1@example.org,CA,K1A 0B1"), std::string::npos) << file;
    EXPECT_NE(file.find("library,Transmettre mon nom au Syndicat,1,Le Syndicat"), std::string::npos) << file;
    EXPECT_FALSE(is_exported("Tom"));
    const auto proof = consents(1);
    ASSERT_EQ(proof.size(), 1U);
    EXPECT_EQ(proof[0].purpose, people::ConsentPurpose::partner);
    EXPECT_EQ(proof[0].wording.words, "Transmettre mon nom au Syndicat");
    EXPECT_EQ(proof[0].on_behalf_of, "Le Syndicat");
    EXPECT_EQ(proof[0].at, kTicked);
    EXPECT_TRUE(proof[0].confirmed_at);
    EXPECT_FALSE(database->read([](db::Read& read) { return people::newest_consent(read, 1); }))
        << "who agrees to a partner has not agreed to our mails";
}

TEST_P(Union, hears_of_a_changed_line_only_from_those_who_saw_it) {
    const auto first = newest();
    database->write([&](db::Write& write) {
        store::insert_wording(write, partner().id, {"Share everything", "Transmettre tout"}, kAmelie);
    });
    confirm("Maya", 1, first);
    confirm("Joan", 2, newest());
    EXPECT_EQ(consents(1).at(0).wording.words, "Transmettre mon nom au Syndicat");
    EXPECT_NE(exported().find("Transmettre tout,2,"), std::string::npos);
}

TEST_P(Union, is_left_for_all_petitions_at_once) {
    confirm("Maya", 1, newest());
    database->write([&](db::Write& write) {
        auto again = *store::agreed_with(write, SignatureId{1});
        again.signature = SignatureId{20};
        again.petition = PetitionId{72};
        store::insert_agreed(write, again);
        take_back(write, {*store::agreed_with(write, SignatureId{1}), "Stop"});
    });
    EXPECT_FALSE(is_exported("Maya"));
}

TEST_P(Union, is_given_nothing_by_a_forged_form) {
    const auto other = database->write([](db::Write& write) {
        auto form = union_form();
        form.code = "other";
        const auto words = *accept(form);
        const auto id = *store::insert(write, words, kAmelie);
        store::insert_wording(write, id, words.line, kAmelie);
        EXPECT_FALSE(store::insert(write, words, kAmelie)) << "the code is taken";
        return store::newest_wording(write, id)->id;
    });
    confirm("Maya", 1, other);
    confirm("Joan", 2, PartnerWordingId{999});
    EXPECT_FALSE(is_exported("Maya"));
    EXPECT_FALSE(is_exported("Joan"));
    EXPECT_TRUE(consents(1).empty());
}

TEST_P(Union, loses_whoever_is_taken_out_takes_it_back_withdraws_or_is_erased) {
    confirm("Maya", 1, newest());
    confirm("Joan", 2, newest());
    confirm("=cmd()", 3, newest());
    tell(1, CountStep::invalidated);
    EXPECT_FALSE(is_exported("Maya"));
    tell(1, CountStep::restored);
    EXPECT_TRUE(is_exported("Maya"));
    EXPECT_TRUE(is_exported("'=cmd()")) << "no formula for a spreadsheet";
    tell(1, CountStep::withdrawn);
    EXPECT_FALSE(is_exported("Maya"));
    EXPECT_EQ(consents(1).back().act, people::ConsentAct::withdrawn);
    database->write([](db::Write& write) {
        take_back(write, {*store::agreed_with(write, SignatureId{2}), "Stop"});
        take_back(write, {*store::agreed_with(write, SignatureId{2}), "Stop"});
    });
    EXPECT_FALSE(is_exported("Joan"));
    EXPECT_EQ(consents(2).size(), 2U) << "ended once";
    EXPECT_EQ(counted(), 2) << "Joan's signature stays";
    database->write([](db::Write& write) { person_data().erase(write, {.address_hash = 3}); });
    EXPECT_FALSE(is_exported("box3"));
    EXPECT_EQ(database->read([](db::Read& read) { return person_data().export_json(read, {.address_hash = 3}); }),
              "[]");
}

ALLTOGETHER_ON_BOTH_DATABASES(Union);

}  // namespace
}  // namespace partners
