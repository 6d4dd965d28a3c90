// Documents and approvals on real databases.
#include "features/newsroom/document_store.h"

#include <gtest/gtest.h>

#include "features/newsroom/approval_store.h"
#include "features/newsroom/item_store.h"
#include "features/newsroom/section_store.h"
#include "people/store.h"
#include "tests/support/databases.h"

namespace newsroom {
namespace {

using base::Locale;

constexpr std::int64_t kChantal = 11, kDevon = 12;

class Attached : public test_support::OnBothDatabases {
protected:
    void SetUp() override {
        database->write([&](db::Write& write) {
            const auto level =
                *people::insert_level(write, {people::LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}});
            section = store::insert_section(
                write, level, {.english = {"water", "Water", "", ""}, .place = "1", .needs_approval = "1"}, "Chantal");
            item = store::insert_item(write, {level, day_of("2026-11-02"), {section}}, "Chantal");
            store::save_words(write, {item, Locale::english, {.title = "Brief", .body = "Read it."}, {}, kChantal},
                              "Chantal");
            document = store::insert_document(write, {"The brief.pdf", "aa", DocumentType::pdf, 1'234}, "Chantal");
        });
    }
    template <class Ask>
    auto read(Ask ask) {
        return database->read([&](db::Read& read) { return ask(read); });
    }
    void attach(const std::vector<Attachment>& attachments) {
        database->write([&](db::Write& write) { store::save_attachments(write, item, attachments, "Chantal"); });
    }
    std::size_t loose_in_an_hour() {
        return read(
            [](db::Read& read) { return store::loose_documents(read, {db::now() + base::hours(1), 10}).size(); });
    }

    SectionId section{0};
    ItemId item{0};
    store::Document document{DocumentId{0}, "", DocumentType::pdf, 0, ""};
};
ALLTOGETHER_ON_BOTH_DATABASES(Attached);

TEST_P(Attached, a_document_is_found_by_its_address_and_is_public_with_its_item) {
    const Attachment elsewhere{"https://example.org/report", "A report", ""};
    attach({elsewhere, {document.path, "The brief", "Le mémoire"}});
    const auto found =
        read([&](db::Read& read) { return store::documents_of(read, store::belongings(read, item).attachments); });
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].size, 1'234);
    EXPECT_EQ(found[0].type, DocumentType::pdf);
    EXPECT_FALSE(read([&](db::Read& read) { return store::is_public(read, document); }));
    database->write([&](db::Write& write) {
        store::take_step(write, {.item = item, .to = Stage::published, .today = *day_of("2026-11-02")}, "Devon");
    });
    EXPECT_TRUE(read([&](db::Read& read) { return store::is_public(read, document); }));
}

TEST_P(Attached, a_document_is_loose_when_neither_an_item_nor_an_unsaved_draft_has_it) {
    EXPECT_EQ(loose_in_an_hour(), 1u);
    database->write([&](db::Write& write) {
        store::keep_draft(write, {item, kDevon}, R"([["attachments","x | y | )" + document.path + R"("]])");
    });
    EXPECT_EQ(loose_in_an_hour(), 0u);
    database->write([&](db::Write& write) { store::drop_draft(write, {item, kDevon}); });
    EXPECT_EQ(loose_in_an_hour(), 1u);
    attach({{document.path, "The brief", ""}});
    EXPECT_EQ(loose_in_an_hour(), 0u);
    EXPECT_TRUE(read([](db::Read& read) { return store::is_file_needed(read, "aa"); }));
    database->write([&](db::Write& write) { store::remove_document(write, document.id); });
    EXPECT_FALSE(read([](db::Read& read) { return store::is_file_needed(read, "aa"); }));
}

TEST_P(Attached, who_wrote_the_newest_words_is_known_until_they_are_public) {
    const auto wrote = [&](std::int64_t account) {
        return read([&](db::Read& read) { return store::wrote_newest(read, item, account); });
    };
    EXPECT_TRUE(wrote(kChantal));
    EXPECT_FALSE(wrote(kDevon));
    EXPECT_TRUE(read([&](db::Read& read) { return store::needs_approval(read, item); }));
    database->write([&](db::Write& write) {
        store::insert_approval(write, {item, "1", write.now(), kDevon, "Fine."}, "Devon");
        store::take_step(write, {.item = item, .to = Stage::published, .today = *day_of("2026-11-02")}, "Devon");
    });
    EXPECT_FALSE(wrote(kChantal)) << "nothing of it waits";
    const auto approvals = read([&](db::Read& read) { return store::approvals(read, item); });
    ASSERT_EQ(approvals.size(), 1u);
    EXPECT_EQ(approvals[0].note, "Fine.");
}

}  // namespace
}  // namespace newsroom
