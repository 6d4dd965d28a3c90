// The rules of this slice: what parliaments ask, what staff type, how names are sorted, what stands in the files.
#include <array>
#include <cstdio>
#include <cstdlib>

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <unistd.h>

#include "features/delivery/delivery_csv.h"
#include "features/delivery/delivery_pdf.h"
#include "features/delivery/field_reader.h"
#include "features/delivery/official.h"
#include "features/delivery/record.h"
#include "features/delivery/sheet_pdf.h"
#include "features/delivery/text_check.h"

namespace delivery {
namespace {

constexpr base::Instant kCounted{1'795'348'800'000'000};  // 2026-11-22 12:00 UTC

PetitionWords english(std::vector<std::string> paragraphs) {
    return petition_words(base::Locale::english, "Keep the library open", std::move(paragraphs));
}

const PetitionWords kFine =
    english({"The library of Lakefield closes on Sundays.", "We call upon the Government of Canada to keep it open."});

Verdict verdict_of(Parliament parliament, const PetitionWords& words, RuleKind rule, const Collected& collected = {}) {
    for (const auto& finding : check(facts_of(parliament), words, collected))
        if (finding.rule == rule) return finding.verdict;
    ADD_FAILURE() << "no such rule";
    return Verdict::remember;
}

TEST(TextCheck, FindsTheRequestAndTheItemsBehindIt) {
    const auto words = english({"We ask a lot.", "Because.", "We call upon the House of Commons:", "- to act;",
                                "- to act now.", "Thank you."});
    EXPECT_EQ(words.request,
              (std::vector<std::string>{"We call upon the House of Commons:", "- to act;", "- to act now."}));
    EXPECT_EQ(words.reasons, (std::vector<std::string>{"We ask a lot.", "Because.", "Thank you."}));
    const auto french = petition_words(base::Locale::french, "Titre",
                                       {"Attendu que…", "Par conséquent, nous prions la Chambre des communes d’agir."});
    EXPECT_EQ(french.request.size(), 1U);
}

TEST(TextCheck, SaysWhichRuleATextBreaks) {
    using enum RuleKind;
    const auto commons = Parliament::house_of_commons;
    EXPECT_TRUE(broken_by_text(check(facts_of(commons), kFine, {})).empty());
    EXPECT_EQ(verdict_of(commons, english({"It is a shame."}), request), Verdict::breaks);
    EXPECT_EQ(verdict_of(commons, english({"We ask the mayor to act."}), addressed), Verdict::breaks);
    EXPECT_EQ(verdict_of(commons, english({"We demand that the Government of Canada act."}), no_demand),
              Verdict::breaks);
    const auto exigence = petition_words(base::Locale::french, "T", {"Nous exigeons que le ministre agisse."});
    EXPECT_EQ(verdict_of(commons, exigence, no_demand), Verdict::breaks);
    const auto demande =
        petition_words(base::Locale::french, "T", {"Nous demandons à la Chambre des communes d’agir."});
    EXPECT_EQ(verdict_of(commons, demande, no_demand), Verdict::keeps);
    EXPECT_EQ(verdict_of(commons, demande, addressed), Verdict::keeps);
    EXPECT_EQ(verdict_of(commons, english({"We ask the mayor to administer it."}), addressed), Verdict::breaks);
    EXPECT_EQ(verdict_of(commons, kFine, temperate), Verdict::ask_the_clerk);
    EXPECT_EQ(verdict_of(commons, kFine, least_signatures, {.on_paper = 24}), Verdict::breaks);
    EXPECT_EQ(verdict_of(commons, kFine, least_signatures, {.on_paper = 25}), Verdict::keeps);
    EXPECT_EQ(verdict_of(Parliament::ontario, kFine, addressed), Verdict::breaks);
    EXPECT_EQ(verdict_of(Parliament::british_columbia,
                         english({"We ask the Legislative Assembly to fund the library."}), no_expenditure),
              Verdict::breaks);
    EXPECT_EQ(
        verdict_of(Parliament::british_columbia, english({"We ask the Legislative Assembly to act."}), no_expenditure),
        Verdict::ask_the_clerk)
        << "hiring nurses costs money without a word of it";
}

TEST(TextCheck, CountsWordsToTheLastOneThatIsAllowed) {
    std::string words;
    for (int i = 0; i < 250; ++i) words += "word ";
    const auto site = Parliament::house_of_commons_site;
    EXPECT_EQ(count_words(english({words})), 250);
    EXPECT_EQ(verdict_of(site, english({words}), RuleKind::most_words), Verdict::keeps);
    EXPECT_EQ(verdict_of(site, english({words + "more"}), RuleKind::most_words), Verdict::breaks);
    EXPECT_EQ(count_words(" – l’égalité, 3 fois — ! "), 3);
}

TEST(TextCheck, FindsWebAddresses) {
    EXPECT_EQ(web_addresses_in("See (https://example.org/a?b) and WWW.example.net, or x.org."),
              (std::vector<std::string>{"https://example.org/a?b", "WWW.example.net,", "x.org"}));
    EXPECT_EQ(web_addresses_in("« ensemble.quebec », Union.CA/signer; bit.ly/abc"),
              (std::vector<std::string>{"ensemble.quebec", "Union.CA/signer", "bit.ly/abc"}));
    EXPECT_TRUE(web_addresses_in("St. John, e.g. 3.5 km, and/or M.Roy; write to clerk@town.ca...").empty());
    EXPECT_EQ(web_addresses_in("https://www.example.org"), std::vector<std::string>{"https://www.example.org"});
    EXPECT_TRUE(web_addresses_in("nothing here: write to us").empty());
}

TEST(TextCheck, TakesAnyText) {
    rc::check("a check never fails, whatever the text", [](const std::vector<std::string>& paragraphs) {
        for (const auto parliament : kParliaments)
            RC_ASSERT(check(facts_of(parliament), english(paragraphs), {}).size() == facts_of(parliament).rules.size());
    });
}

TEST(Officials, LeadToTheParliamentAndNowhereElse) {
    const auto site = Parliament::house_of_commons_site;
    EXPECT_TRUE(leads_to("https://petitions.ourcommons.ca/en/Petition/Details?Petition=e-1", site));
    for (const auto* const link :
         {"http://petitions.ourcommons.ca/", "https://ourcommons.ca.example.org/", "https://evil.org/ourcommons.ca",
          "https://evilourcommons.ca/", "https://ourcommons.ca@evil.org/", "javascript:alert(1)", "https://"})
        EXPECT_FALSE(leads_to(link, site)) << link;
    const auto official = read_official({{"link", "https://www.assnat.qc.ca/x"}, {"presented_on", "2026-10-01"}},
                                        Parliament::quebec_site);
    ASSERT_TRUE(official);
    EXPECT_FALSE(answer_due(*official, Parliament::quebec_site)) << "no such rule there";
    EXPECT_EQ(base::iso(*answer_due(*official, site)), "2026-11-15");  // python3: date(2026,10,1)+timedelta(45)
    EXPECT_EQ(stage_of(*official, *base::day_of("2026-09-30")), OfficialStage::gathering_supporters);
    EXPECT_EQ(stage_of(*official, *base::day_of("2026-10-01")), OfficialStage::presented);
    EXPECT_EQ(stage_of({}, *base::day_of("2026-10-01")), OfficialStage::none);
}

TEST(Records, SayEverythingThatIsWrongAtOnce) {
    const auto today = *base::day_of("2026-11-22");
    const auto record =
        read_record({{"delivered_on", "2026-11-30"}, {"recipient", ""}, {"response_on", "soon"}}, today);
    ASSERT_FALSE(record);
    for (const auto* const field : {"delivered_on", "recipient", "response_on"})
        EXPECT_TRUE(base::find_problem(record.error(), field)) << field;
    const auto fine = read_record(
        {{"delivered_on", "2026-11-20"}, {"recipient", " The  Minister "}, {"words_en", "It rained."}}, today);
    ASSERT_TRUE(fine);
    EXPECT_EQ(fine->recipient, "The Minister");
    EXPECT_EQ(fine->words(base::Locale::french), "It rained.");
    EXPECT_EQ(*read_record(named(*fine), today), *fine);
}

TEST(Batches, NeedSheetsAndSignatures) {
    const auto today = *base::day_of("2026-11-22");
    const auto batch =
        read_batch({{"received_on", "2026-11-20"}, {"sheets", "3"}, {"valid", "41"}, {"refused", "2"}}, today);
    ASSERT_TRUE(batch);
    EXPECT_EQ(*read_batch(named(*batch), today), *batch);
    EXPECT_FALSE(read_batch({{"received_on", "2026-11-20"}, {"sheets", "0"}, {"valid", "41"}}, today));
    EXPECT_FALSE(read_batch({{"received_on", "2026-11-20"}, {"sheets", "3"}, {"valid", "-1"}}, today));
    EXPECT_FALSE(read_batch({{"received_on", "2026-11-20"}, {"sheets", "3"}, {"valid", "0"}}, today));
}

TEST(Names, AreSortedAsADictionaryDoesHoweverManyPartsThereAre) {
    for (const std::size_t in_memory : {2, 1'000}) {
        NameSorter sorter{base::Locale::french, NameOrder::by_name, in_memory};
        for (const auto* const name : {"Zoé", "Émile", "Eve", "emile", "Ève", "Éric", "Anne"})
            sorter.add({name, "", {}});
        std::vector<std::string> names;
        sorter.each([&](const ListedName& name) { names.push_back(name.name); });
        EXPECT_EQ(names, (std::vector<std::string>{"Anne", "emile", "Émile", "Éric", "Eve", "Ève", "Zoé"}));
        std::size_t again = 0;
        sorter.each([&](const ListedName&) { ++again; });
        EXPECT_EQ(again, names.size());
    }
}

// --- files, read back by poppler

std::string words_in(const std::string& pdf) {
    std::string path = testing::TempDir() + "delivery-XXXXXX";
    const int file = mkstemp(path.data());
    EXPECT_EQ(::write(file, pdf.data(), pdf.size()), static_cast<ssize_t>(pdf.size()));
    ::close(file);
    std::string words;
    FILE* const pipe = popen(("pdftotext -layout '" + path + "' -").c_str(), "r");
    std::array<char, 4096> part{};
    while (const auto length = std::fread(part.data(), 1, part.size(), pipe)) words.append(part.data(), length);
    EXPECT_EQ(pclose(pipe), 0);
    std::remove(path.c_str());
    return words;
}

Content content_in(std::vector<base::Locale> languages) {
    Content content{.order = {.languages = std::move(languages), .recipient = "The Minister of Finance"},
                    .campaign = "All Together Now",
                    .address = "https://campaign.example/en/petitions/library",
                    .texts = {},
                    .counts = {{ports::SignerClass::individual, 48'213}, {ports::SignerClass::organisation, 12}},
                    .regions = {{"CA-QC", 30'000}, {"FR", 213}},
                    .on_paper = {.valid = 1'204, .sheets = 96},
                    .head = {},
                    .counted_at = kCounted};
    content.texts.push_back({base::Locale::english,
                             2,
                             "Keep the library open",
                             "On Sundays too.",
                             {"It matters.", "- We ask you to act."},
                             kCounted,
                             std::string(64, 'a')});
    content.texts.push_back({base::Locale::french,
                             1,
                             "Gardons la bibliothèque ouverte",
                             "",
                             {"C’est important."},
                             kCounted,
                             std::string(64, 'b')});
    return content;
}

std::string pdf_of(const Content& content, const Names& names = {}) {
    std::string pdf;
    draw_delivery(content, names, [&](std::string_view part) { pdf += part; });
    return pdf;
}

TEST(DeliveryPdf, SaysWhatWasSignedByHowManyAndWho) {
    const std::vector<ListedName> people{
        {"Éloïse L.", "Montréal", {}}, {"ᐊᐃᕙᖅ ᐃ.", "ᐃᖃᓗᐃᑦ", {}}, {"李 小.", "Burnaby", {}}};
    const Names names{3, [&](const auto& visit) {
                          for (const auto& person : people) visit(person);
                      }};
    auto content = content_in({base::Locale::english});
    content.head = ports::SignedHead{48'225, std::string(64, 'c'), kCounted, ""};
    const auto words = words_in(pdf_of(content, names));
    for (const auto* const part : {"48,213", "The Minister of Finance", "Keep the library open", "On Sundays too.",
                                   "1,204 valid signatures on 96", "Organisations", "never added up", "Quebec",
                                   "30,000", "France", "48,225", "Éloïse L.", "Montréal", "ᐊᐃᕙᖅ", "李", "Page 4 of 4",
                                   "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "cccccccccccccccccccccccccccccccc"})
        EXPECT_TRUE(words.contains(part)) << part << "\n" << words;
    EXPECT_FALSE(words.contains("49,417")) << "online and paper are never added up";
}

TEST(DeliveryPdf, IsFrenchInFrenchAndHoldsBothTextsWhereBothAreWanted) {
    const auto words = words_in(pdf_of(content_in({base::Locale::french, base::Locale::english})));
    for (const auto* const part :
         {"Gardons la bibliothèque ouverte", "Keep the library open", "C’est important.", "48 213"})
        EXPECT_TRUE(words.contains(part)) << part << "\n" << words;
    EXPECT_TRUE(words.contains("Page 3 de 3")) << words;
    for (const auto* const heading : {"Qui a signé", "Who signed"}) EXPECT_TRUE(words.contains(heading)) << heading;
}

TEST(DeliveryPdf, SaysHowManySignedWhichTextWhereThereIsMoreThanOne) {
    auto content = content_in({base::Locale::english});
    EXPECT_FALSE(words_in(pdf_of(content)).contains("Which text they signed"));
    content.signed_versions = {{base::Locale::english, 2, kCounted, 31'004},
                               {base::Locale::english, 1, kCounted, 9'000},
                               {base::Locale::french, 1, kCounted, 8'209}};
    const auto words = words_in(pdf_of(content));
    for (const auto* const part :
         {"Which text they signed", "English, version 2", "31,004", "Français, version 1", "8,209"})
        EXPECT_TRUE(words.contains(part)) << part << "\n" << words;
}

TEST(DeliveryPdf, StandsWithoutTextWithoutSignersAndWithAVeryLongText) {
    auto content = content_in({base::Locale::english});
    content.texts.clear();
    content.counts.clear();
    content.regions.clear();
    content.on_paper = {};
    EXPECT_TRUE(words_in(pdf_of(content)).contains("Nothing has been published yet"));
    content = content_in({base::Locale::english});
    content.texts.front().title = std::string(200, 'W');
    for (int i = 0; i < 120; ++i)
        content.texts.front().paragraphs.push_back("Paragraph " + std::to_string(i) + ", " + std::string(300, 'x'));
    EXPECT_TRUE(words_in(pdf_of(content)).contains("Paragraph 119"));
}

TEST(DeliveryCsv, IsSafeInSpreadsheets) {
    const std::vector<ListedName> people{{"=HYPERLINK(\"x\")", "+1", {}}, {" @SUM", "a,b", {}}, {"＝1", "Ottawa", {}}};
    std::string csv;
    write_csv(content_in({base::Locale::english}),
              {3,
               [&](const auto& visit) {
                   for (const auto& person : people) visit(person);
               }},
              [&](std::string_view part) { csv += part; });
    EXPECT_TRUE(csv.contains("name,\"'=HYPERLINK(\"\"x\"\")\",'+1,,1970-01-01\r\n")) << csv;
    EXPECT_TRUE(csv.contains("name,' @SUM,\"a,b\",,"));
    EXPECT_TRUE(csv.contains("name,'＝1,Ottawa,,"));
    EXPECT_TRUE(csv.contains("count,individual,,48213,\r\n"));
    EXPECT_FALSE(csv.contains("signed,"));
    EXPECT_TRUE(csv.contains("region,CA-QC,individual,30000,\r\n"));
    EXPECT_TRUE(csv.contains("paper,valid,,1204,\r\n"));
    EXPECT_EQ(csv_cell(""), "");
}

TEST(Sheets, RepeatTheWholeTextOnEverySheetWhereItFits) {
    std::string pdf;
    const auto drawn = draw_sheets(kFine, {Parliament::house_of_commons}, [&](std::string_view part) { pdf += part; });
    EXPECT_EQ(drawn.text, SheetText::whole);
    EXPECT_GE(drawn.lines, 25);
    const auto words = words_in(pdf);
    std::size_t repeats = 0;
    for (auto at = words.find("We call upon the Government"); at != std::string::npos;
         at = words.find("We call upon the Government", at + 1))
        ++repeats;
    EXPECT_EQ(repeats, static_cast<std::size_t>(drawn.pages));
    EXPECT_TRUE(words.contains("To the House of Commons in Parliament assembled")) << words;
    EXPECT_TRUE(words.contains("city and province"));
}

TEST(Sheets, OfALongTextHaveItBeforeThemAndTheRequestOnEach) {
    std::vector<std::string> paragraphs(30, std::string(400, 'x') + " reason");
    paragraphs.push_back("Nous prions l’Assemblée législative d’agir.");
    const auto words = petition_words(base::Locale::french, "Une longue demande", std::move(paragraphs));
    std::string pdf;
    const auto drawn =
        draw_sheets(words, {Parliament::ontario, documents::Paper::a4}, [&](std::string_view part) { pdf += part; });
    EXPECT_EQ(drawn.text, SheetText::request_only);
    EXPECT_GT(drawn.pages, 2);
    EXPECT_TRUE(words_in(pdf).contains("À l’Assemblée législative de l’Ontario"));
    EXPECT_EQ(verdict_of(Parliament::ontario, words, RuleKind::text_on_every_sheet, {.text_fits_every_sheet = false}),
              Verdict::breaks);
}

}  // namespace
}  // namespace delivery
