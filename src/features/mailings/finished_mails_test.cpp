// The finished mails of the demo, as they go over the wire: read by two other parsers, and judged by SpamAssassin.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <regex>

#include <fcntl.h>
#include <gmime/gmime.h>

#include "base/text.h"
#include "features/mailings/check_service.h"
#include "features/mailings/demo_texts.h"
#include "features/mailings/house_test.h"
#include "features/mailings/seed.h"
#include "platform/mail/mime.h"
#include "tests/support/own_folder.h"

namespace mailings {
namespace {

std::string output_of(const std::string& command) {
    std::string out;
    std::FILE* pipe = popen(command.c_str(), "r");
    std::array<char, 4096> part;
    while (const auto count = std::fread(part.data(), 1, part.size(), pipe)) out.append(part.data(), count);
    EXPECT_EQ(pclose(pipe), 0) << command;
    return out;
}

class FinishedMails : public house::Campaign {
protected:
    void SetUp() override {
        database->write([&](db::Write& write) { store::remove(write, mailing.id); });
        seed_demo(*database, services, "library");
        database->write([&](db::Write& write) {
            mailing = *store::find(write, store::insert(write, {.name = "Every block", .level = level}, {"Amélie"}));
        });
        const std::string blocks =
            "\n\n{{button: Sign | /en/petitions/library}}\n{{quotation: We stay. | Noor Haddad | President}}\n"
            "{{count: library}}\n{{petition: library}}\n{{event: 17}}\n";
        write_words(
            {{"{{given_name|Friend}}, soup on Thursday", "Come at seven.",
              "Dear {{given_name|friend}},\n\nthe library stays open because so many of you came. On Thursday we "
              "talk about what comes next, and there is soup for everybody." +
                  blocks,
              "", 0},
             {"{{given_name|Bonjour}}, de la soupe jeudi", "Venez à dix-neuf heures.",
              "Bonjour {{given_name|à vous}},\n\nla bibliothèque reste ouverte parce que vous étiez là. Jeudi, "
              "nous parlons de la suite, et il y a de la soupe pour tout le monde." +
                  blocks,
              "", 0}});
        for (const Mailing& each : database->read([](db::Read& read) { return store::page(read, {}); })) write(each);
    }

    void write(const Mailing& each) {
        const auto edition = database->write(
            [&](db::Write& write) { return freeze(write, services, each, store::EditionKind::sending); });
        const auto prepared = database->read([&](db::Read& read) { return prepare(read, services, edition); });
        for (int variant = 0; variant < each.plan.variants; ++variant)
            for (const auto locale : base::kLocales) {
                const auto message = prepared->copy_for(person("Zoë", locale), links_of(7), {variant});
                const mail::Envelope envelope{
                    .from = {mail::Line{"Ruth pour Tous ensemble"}, *base::EmailAddress::parse("ruth@union.example")},
                    .to = {mail::Line{"Zoë Okafor"}, *base::EmailAddress::parse("zoe@example.org")},
                    .reply_to = mail::Mailbox{mail::Line{"Ruth"}, *base::EmailAddress::parse("ruth@union.example")},
                    .date = database->read([](db::Read&) { return db::now(); }),
                    .message_id = mail::Line{"17.42@union.example"}};
                const auto path = folder.path() / ("mail" + std::to_string(files.size()) + ".eml");
                std::ofstream{path, std::ios::binary} << mail::write_mime(envelope, message);
                files.push_back(path.string());
            }
    }

    test_support::OwnFolder folder;
    std::vector<std::string> files;
};

TEST_P(FinishedMails, PythonsParserFindsNoDefectInAnyOfThem) {
    ASSERT_EQ(files.size(), 8U);
    for (const std::string& file : files) {
        const auto read = output_of("python3 " SOURCE_DIR "/tests/support/read_mail.py " + file);
        EXPECT_TRUE(read.contains("defects: 0\n")) << read;
        EXPECT_TRUE(read.contains("parts: 2\npart: text/plain utf-8\n")) << read;
        EXPECT_TRUE(read.contains("list-unsubscribe: <https://campaign.example/en/list/u7>")) << read;
        EXPECT_TRUE(read.contains("list-unsubscribe-post: List-Unsubscribe=One-Click")) << read;
    }
}

// What GMime finds in a mail; everything that it thinks odd is a warning.
struct ReadByGmime {
    int warnings = 0;
    std::string subject, type, unsubscribe;
    std::vector<std::string> parts;  // "text/plain utf-8"
    std::vector<std::string> texts;
};

void count_warning(gint64, GMimeParserWarning, const gchar*, gpointer warnings) { ++*static_cast<int*>(warnings); }

void note_part(GMimeObject*, GMimeObject* part, gpointer into) {
    auto& read = *static_cast<ReadByGmime*>(into);
    auto* const type = g_mime_object_get_content_type(part);
    char* const name = g_mime_content_type_get_mime_type(type);
    read.parts.push_back(std::string{name} + " " + g_mime_object_get_content_type_parameter(part, "charset"));
    g_free(name);
    char* const text = g_mime_text_part_get_text(GMIME_TEXT_PART(part));
    read.texts.emplace_back(text);
    g_free(text);
}

ReadByGmime read_by_gmime(const std::string& file) {
    static const bool is_ready = (g_mime_init(), true);
    EXPECT_TRUE(is_ready);
    ReadByGmime read;
    GMimeStream* const stream = g_mime_stream_fs_open(file.c_str(), O_RDONLY, 0, nullptr);
    GMimeParser* const parser = g_mime_parser_new_with_stream(stream);
    GMimeParserOptions* const options = g_mime_parser_options_new();
    g_mime_parser_options_set_warning_callback(options, count_warning, &read.warnings);
    GMimeMessage* const message = g_mime_parser_construct_message(parser, options);
    auto* const body = g_mime_message_get_mime_part(message);
    char* const type = g_mime_content_type_get_mime_type(g_mime_object_get_content_type(body));
    read.type = type;
    g_free(type);
    read.subject = g_mime_message_get_subject(message);
    read.unsubscribe = g_mime_object_get_header(GMIME_OBJECT(message), "List-Unsubscribe");
    g_mime_multipart_foreach(GMIME_MULTIPART(body), note_part, &read);
    g_object_unref(message);
    g_mime_parser_options_free(options);
    g_object_unref(parser);
    g_object_unref(stream);
    return read;
}

TEST_P(FinishedMails, GmimeReadsTheSameInThemAndWarnsOfNothing) {
    for (const std::string& file : files) {
        const auto python = output_of("python3 " SOURCE_DIR "/tests/support/read_mail.py " + file);
        const auto read = read_by_gmime(file);
        EXPECT_EQ(read.warnings, 0) << file;
        EXPECT_EQ(read.type, "multipart/alternative");
        EXPECT_EQ(read.parts, (std::vector<std::string>{"text/plain utf-8", "text/html utf-8"}));
        EXPECT_TRUE(python.contains("subject: " + read.subject + "\n")) << read.subject << '\n' << python;
        EXPECT_EQ(read.unsubscribe, "<https://campaign.example/en/list/u7>");
        ASSERT_EQ(read.texts.size(), 2U);
        EXPECT_TRUE(base::is_valid_utf8(read.texts[0]));
        EXPECT_TRUE(read.texts[0].contains("Zoë")) << read.texts[0];
        EXPECT_TRUE(read.texts[1].contains("</html>"));
    }
}

// Its own parser of MIME and its default rules, without asking the network: a mail scores less than 1.
TEST_P(FinishedMails, SpamAssassinHasNothingAgainstThem) {
    std::string all;
    for (const std::string& file : files) all += " " + file;
    const auto report = output_of("HOME=" + folder.path().string() + " spamassassin --local --test-mode" + all);
    const std::regex score{"X-Spam-Status: (Yes|No), score=(-?[0-9.]+)"};
    int judged = 0;
    for (std::sregex_iterator found{report.begin(), report.end(), score}, end; found != end; ++found, ++judged)
        EXPECT_LT(std::stod((*found)[2]), 1.0) << report;
    EXPECT_EQ(judged, 8) << report;
}

// The words come from memory: one database is enough.
INSTANTIATE_TEST_SUITE_P(Sqlite, FinishedMails, testing::Values(test_support::Kind::sqlite), test_support::name_of);

}  // namespace
}  // namespace mailings
