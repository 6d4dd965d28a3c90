// From words to copies: a mailing is written in both languages, frozen, and each person gets theirs.
#include "features/mailings/house_test.h"

namespace mailings {
namespace {

using base::Locale;

class Writing : public house::Campaign {};

TEST_P(Writing, RuthGetsHerCopyInHerLanguageWithHerNameAndHerLinks) {
    write_both(
        "Dear {{given_name|friend}} of {{province|Canada}},\n\n{{count: library}}\n\n[Sign](/en/petitions/library)");
    const auto prepared = frozen();
    const auto english = prepared->copy_for(person("Ruth <3 & co", Locale::english), links_of(7), {0});
    EXPECT_EQ(english.subject.text(), "Hello Ruth <3 & co");
    EXPECT_EQ(english.unsubscribe_url.text(), "https://campaign.example/en/list/u7");
    const auto html = english.html.view();
    EXPECT_NE(html.find("Dear Ruth &lt;3 &amp; co of New Brunswick,"), std::string::npos);
    EXPECT_NE(html.find(">1,204</strong>"), std::string::npos);
    EXPECT_NE(html.find(R"(href="https://campaign.example/en/petitions/library")"), std::string::npos);
    EXPECT_NE(html.find(R"(href="https://campaign.example/en/list/p7")"), std::string::npos);
    EXPECT_NE(html.find("12 Union Street"), std::string::npos);
    EXPECT_NE(english.text.find("Dear Ruth <3 & co of New Brunswick,"), std::string::npos);
    EXPECT_NE(english.text.find("\nhttps://campaign.example/en/list/u7\n"), std::string::npos);

    const auto french = prepared->copy_for(person("", Locale::french), links_of(8), {0});
    EXPECT_EQ(french.subject.text(), "Bonjour vous");
    EXPECT_NE(french.html.view().find("Dear friend of Nouveau-Brunswick"), std::string::npos);
    EXPECT_NE(french.html.view().find(R"(<html lang="fr")"), std::string::npos);
}

TEST_P(Writing, NoNameAddsAHeaderOrALink) {
    write_both("Hi {{name|you}}");
    const auto copy = frozen()->copy_for(person("Eve\r\nBcc: all@example.org", Locale::english),
                                         {"javascript:alert(1)", "https://campaign.example/u", ""}, {0});
    EXPECT_EQ(copy.subject.text(), "Hello Eve Bcc: all@example.org");
    EXPECT_EQ(copy.html.view().find("javascript"), std::string::npos);
}

TEST_P(Writing, AnEditionStaysAsItWas) {
    write_both("First words. {{count: library}} signed.");
    const auto before = frozen();
    const auto edition = last_edition;
    write_both("Other words.");
    signatures = 9'999;
    const auto again = database->read([&](db::Read& read) { return prepare(read, services, edition); });
    const auto copy = again->copy_for(person("Ruth", Locale::english), links_of(7), {0});
    EXPECT_NE(copy.text.find("First words. 1,204 signed."), std::string::npos);
    EXPECT_EQ(copy.html, before->copy_for(person("Ruth", Locale::english), links_of(7), {0}).html);
}

TEST_P(Writing, AnEventStandsInTheMailAsItWasAnnounced) {
    write_both("Come and listen.\n\n{{event: https://campaign.example/en/events/17}}");
    const auto prepared = frozen();
    const auto english = prepared->copy_for(person("Ruth", Locale::english), links_of(7), {0});
    EXPECT_NE(english.html.view().find("Soup &amp; talk"), std::string::npos);
    EXPECT_NE(english.html.view().find(R"(href="https://campaign.example/en/events/17")"), std::string::npos);
    EXPECT_NE(english.text.find("Soup & talk\nDecember 3 at 7 p.m.\nLarch River\nEnglish and French\n"
                                "https://campaign.example/en/events/17\n"),
              std::string::npos)
        << english.text;
    const auto french = prepared->copy_for(person("Ruth", Locale::french), links_of(7), {0});
    EXPECT_NE(french.html.view().find("le 3 décembre à 19 h"), std::string::npos);
    EXPECT_NE(french.html.view().find(R"(href="https://campaign.example/fr/events/17")"), std::string::npos);
    events.find = [](db::Read&, ports::EventId, Locale) { return std::nullopt; };
    EXPECT_EQ(unready(), (std::vector<std::string>{"The check found problems in the English mail.",
                                                   "The check found problems in the French mail."}));
    const auto again = database->read([&](db::Read& read) { return prepare(read, services, last_edition); });
    EXPECT_EQ(again->copy_for(person("Ruth", Locale::english), links_of(7), {0}).html, english.html);
}

TEST_P(Writing, WhatKeepsItFromBeingSentIsTold) {
    write_words({{"Hello there, all of you", "Soon", "Words", ""}, {}});
    EXPECT_EQ(unready(), (std::vector<std::string>{"The French subject or text is missing."}));
    write_both("Dear {{given_name}}");
    EXPECT_EQ(unready(), (std::vector<std::string>{"The check found problems in the English mail.",
                                                   "The check found problems in the French mail."}));
    write_both("Dear {{given_name|friend}}");
    EXPECT_TRUE(unready().empty());
    EXPECT_EQ(database->read([&](db::Read& read) { return store::unsent(read).size(); }), 1U);
    frozen();
    EXPECT_EQ(database->read([&](db::Read& read) { return store::unsent(read).size(); }), 0U);
}

TEST_P(Writing, CountedLinksLeadThroughUsAndNameNobody) {
    change({.name = "Library", .level = level, .counting = LinkCounting::on});
    write_both("[Sign](/en/petitions/library) or [read](https://news.example/story?a=1&b=2).");
    const auto copy = frozen()->copy_for(person("Ruth", Locale::english), links_of(7), {0});
    const auto counted = database->read([&](db::Read& read) { return store::links(read, last_edition); });
    ASSERT_EQ(counted.size(), 2U);
    EXPECT_EQ(counted[1].url, "https://news.example/story?a=1&b=2");
    const auto address = "https://campaign.example/m/" + tokens.make(kLinkPurpose, counted[1].id.value);
    EXPECT_NE(copy.html.view().find("href=\"" + address + "\""), std::string::npos);
    EXPECT_NE(copy.text.find("read (" + address + ")"), std::string::npos);
    EXPECT_EQ(copy.html.view().find("news.example"), std::string::npos);
    EXPECT_NE(copy.html.view().find("/en/list/u7"), std::string::npos) << "leaving is never counted";
}

TEST_P(Writing, ReadersAreCountedOnceADayAndSummed) {
    change({.name = "Library", .level = level, .counting = LinkCounting::on});
    write_both("[Sign](/en/petitions/library) or [read](https://news.example/).");
    frozen();
    const auto counted = database->read([&](db::Read& read) { return store::links(read, last_edition); });
    const auto follow = [&](std::size_t link, std::string_view browser, base::Instant now) {
        followed.follow({counted[link].id, last_edition, counted[link].url}, {"192.0.2.7", browser, now});
    };
    const base::Instant noon{base::days(20'000).microseconds + base::hours(12).microseconds};
    follow(0, "Firefox", noon);
    follow(0, "Firefox", noon + base::minutes(1));
    follow(1, "Firefox", noon + base::minutes(2));
    follow(0, "Chrome", noon);
    follow(0, "Firefox", noon + base::days(1));
    database->write([&](db::Write& write) { store::add_followed(write, followed.take()); });
    const auto sums = database->read([&](db::Read& read) { return store::links_of(read, mailing.id); });
    ASSERT_EQ(sums.size(), 2U);
    EXPECT_EQ(sums[0].readers, 3);
    EXPECT_EQ(sums[1].readers, 1);
    EXPECT_EQ(sums[0].first_readers + sums[1].first_readers, 3);
    EXPECT_TRUE(followed.take().empty());
}

TEST_P(Writing, ALevelWritesInItsOwnName) {
    database->write([&](db::Write& write) {
        store::set_sender(write, level, {"Ruth for the library", "Ruth pour la bibliothèque", "ruth@union.example"});
    });
    write_both("Words");
    const auto prepared = frozen();
    EXPECT_EQ(prepared->sender(Locale::french).name, "Ruth pour la bibliothèque");
    EXPECT_EQ(prepared->sender(Locale::english).reply_to->text(), "ruth@union.example");
    const auto copy = prepared->copy_for(person("Ruth", Locale::english), links_of(7), {0});
    EXPECT_NE(copy.text.find("Ruth for the library, on behalf of Public Workers"), std::string::npos);
    EXPECT_NE(copy.html.view().find("mailto:ruth@union.example"), std::string::npos);
}

TEST_P(Writing, ATextPartOfTheirOwnIsKept) {
    const std::string body = "# Title\n\nWords with a [link](/en/news).";
    write_words({{"Hello all of you", "", body, "My own words, {{given_name|friend}}.", fingerprint(body)},
                 {"Bonjour à vous", "", body, "", 0}});
    const auto prepared = frozen();
    EXPECT_NE(prepared->copy_for(person("Ruth", Locale::english), links_of(7), {0}).text.find("My own words, Ruth."),
              std::string::npos);
    EXPECT_NE(prepared->copy_for(person("Ruth", Locale::french), links_of(7), {0})
                  .text.find("Words with a link (https://campaign.example/en/news)."),
              std::string::npos);
}

ALLTOGETHER_ON_BOTH_DATABASES(Writing);

}  // namespace
}  // namespace mailings
