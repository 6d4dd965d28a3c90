// Pictures that lie beside the news, archives of both, and those that were made to harm.
#include "platform/foreign_news/news_source.h"

#include <cstdlib>
#include <fstream>

#include <gtest/gtest.h>
#include <zip.h>

namespace foreign_news {
namespace {

namespace fs = std::filesystem;

class Notes final : public NewsSink {
public:
    void section(NewsSection) override {}
    void item(NewsItem item) override { items.push_back(std::move(item)); }
    void oddity(Oddity oddity) override { oddities.push_back(std::move(oddity)); }
    void advance(std::uint64_t) override {}

    std::vector<NewsItem> items{};
    std::vector<Oddity> oddities{};
};

class Sources : public testing::Test {
protected:
    Sources() {
        std::string name = (fs::temp_directory_path() / "news_source_XXXXXX").string();
        folder = mkdtemp(name.data());
    }
    ~Sources() override { fs::remove_all(folder); }

    void put(const fs::path& name, std::string_view content) const {
        fs::create_directories((folder / name).parent_path());
        std::ofstream{folder / name, std::ios::binary} << content;
    }
    static Notes notes_of(const NewsSource& source) {
        Notes notes;
        source.read({.today = *base::day_of("2026-11-22")}, notes);
        return notes;
    }
    struct Entry {
        std::string name, content;
    };
    fs::path archive(const std::vector<Entry>& entries) const {
        const auto path = folder / "news.zip";
        auto* const zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
        for (const auto& entry : entries)
            zip_file_add(zip, entry.name.c_str(), zip_source_buffer(zip, entry.content.data(), entry.content.size(), 0),
                         ZIP_FL_ENC_UTF_8);
        EXPECT_EQ(zip_close(zip), 0);
        return path;
    }

    fs::path folder;
};

constexpr std::string_view kListing =
    "<h1>Friends</h1><ul><li><figure><img src='friends_files/strike%201.jpg?w=3' alt='Nurses with banners'>"
    "<figcaption>Lima</figcaption></figure><b>March 12, "
    "2013</b><p>Nurses walk out.</p></li><li><b>March 1, 2013</b><p>Gloves arrive.</p><img "
    "src='https://old.example/files/gloves.jpg'><img src=dot.gif width=1></li><li><b>March 2, 2013</b><p>Snow.</p><img "
    "src='../outside.jpg'></li></ul>";

TEST_F(Sources, GiveTheirPicturesToTheItemsTheyStandIn) {
    put("outside.jpg", "jpeg");
    put("saved/friends.html", kListing);
    put("saved/friends_files/strike 1.jpg", "jpeg");
    put("saved/gloves.jpg", "jpeg");
    fs::create_symlink(folder / "outside.jpg", folder / "saved/outside.jpg");
    const auto notes = notes_of(NewsSource{folder / "saved"});
    ASSERT_EQ(notes.items.size(), 3U);
    ASSERT_EQ(notes.items[0].pictures.size(), 1U);
    EXPECT_EQ(notes.items[0].pictures[0].description, "Nurses with banners");
    EXPECT_EQ(notes.items[0].pictures[0].file.filename(), "strike 1.jpg");
    ASSERT_EQ(notes.items[1].pictures.size(), 1U) << "by the end of its address";
    EXPECT_EQ(notes.items[1].pictures[0].file.filename(), "gloves.jpg");
    EXPECT_TRUE(notes.items[2].pictures.empty()) << "neither steps up nor links lead out of the folder";
    EXPECT_TRUE(std::ranges::any_of(notes.oddities, [](const Oddity& oddity) {
        return oddity.kind == OddityKind::picture_left_out && oddity.detail == "../outside.jpg";
    }));
}

TEST_F(Sources, InAnArchiveAreReadLikeTheirFolder) {
    const auto path = archive({{"old site/index.html", std::string{kListing}},
                               {"old site/index_files/a.css", "p{}"},
                               {"old site/friends_files/strike 1.jpg", "jpeg"},
                               {"__MACOSX/._index.html", "x"},
                               {"../../escape.html", "<p>March 5, 2013</p><p>Out.</p>"}});
    const NewsSource source{path};
    const auto notes = notes_of(source);
    EXPECT_FALSE(fs::exists(folder.parent_path() / "escape.html"));
    ASSERT_FALSE(notes.items.empty());
    EXPECT_TRUE(std::ranges::any_of(notes.items, [](const NewsItem& item) { return !item.pictures.empty(); }));
}

TEST_F(Sources, ThatAreBrokenArchivesOrOfficeDocumentsAreRefused) {
    EXPECT_THROW(notes_of(NewsSource{NamedBytes{"old.zip", "PK\x03\x04 and no more"}}), UnreadableSource);
    EXPECT_THROW(notes_of(NewsSource{archive({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<w/>"}})}),
                 UnreadableSource);
}

TEST_F(Sources, OfWordpressBringTheirLibraryWhenItLiesBeside) {
    put("site/export.xml",
        "<?xml version='1.0'?><rss xmlns:content='c' xmlns:wp='http://wordpress.org/export/1.2/'><channel>"
        "<title>Ours</title><wp:wxr_version>1.2</wp:wxr_version><item><title>Strike</title><guid>1</guid>"
        "<pubDate>Tue, 12 Mar 2013 09:00:00 +0000</pubDate><content:encoded><![CDATA[<p>They walk.</p><img "
        "src='https://old.example/wp-content/uploads/2013/03/strike.jpg' alt='A crowd'>]]></content:encoded>"
        "<wp:postmeta><wp:meta_key>_edit_last</wp:meta_key><wp:meta_value>8</wp:meta_value></wp:postmeta>"
        "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta>"
        "<wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>"
        "<item><title>other</title><wp:post_id>8</wp:post_id><wp:post_type>attachment</wp:post_type>"
        "<wp:attachment_url>https://old.example/wp-content/uploads/2013/03/other.jpg</wp:attachment_url></item>"
        "<item><title>hall</title><wp:post_id>9</wp:post_id><wp:post_type>attachment</wp:post_type>"
        "<wp:attachment_url>https://old.example/wp-content/uploads/2013/03/hall.jpg</wp:attachment_url><wp:postmeta>"
        "<wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>A full hall</wp:meta_value></wp:postmeta>"
        "</item>"
        "</channel></rss>");
    for (const auto* const name : {"strike", "hall"}) put("site/uploads/2013/03/" + std::string{name} + ".jpg", "jpeg");
    const auto notes = notes_of(NewsSource{folder / "site"});
    ASSERT_EQ(notes.items.size(), 1U);
    ASSERT_EQ(notes.items[0].pictures.size(), 2U);
    EXPECT_EQ(notes.items[0].pictures[0].description, "A full hall") << "the picture that stands for it comes first";
    EXPECT_EQ(notes.items[0].pictures[0].file.filename(), "hall.jpg");
    EXPECT_EQ(notes.items[0].pictures[1].description, "A crowd");
    std::vector<std::string> left_out;
    for (const auto& oddity : notes.oddities)
        if (oddity.kind == OddityKind::attachment_left_out) left_out.push_back(oddity.detail);
    EXPECT_EQ(left_out, std::vector<std::string>{"https://old.example/wp-content/uploads/2013/03/other.jpg"});
}

TEST_F(Sources, OfWordpressKeepWhatIsBehindAPasswordAndWhatPeopleSignInWith) {
    put("export.xml",
        "<?xml version='1.0'?><rss xmlns:content='c' xmlns:dc='d' xmlns:wp='http://wordpress.org/export/1.2/'><channel>"
        "<wp:wxr_version>1.2</wp:wxr_version><wp:author><wp:author_login>jt1974</wp:author_login>"
        "<wp:author_display_name>Julie Tremblay</wp:author_display_name></wp:author>"
        "<item><title>Assembly</title><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>"
        "<wp:post_password>solidarity</wp:post_password><content:encoded>For members.</content:encoded></item>"
        "<item><title>Strike</title><dc:creator>jt1974</dc:creator><wp:post_date>2013-03-12 09:00:00</wp:post_date>"
        "<content:encoded><![CDATA[They walk [sic].\n\n[caption id=\"a\" width=\"300\"]<img src='a.jpg'> At the gate"
        "[/caption]\n\n[gallery ids=\"1,2\"]\n\n[button link=\"/join\"]Join them[/button]]]></content:encoded>"
        "<wp:status>publish</wp:status><wp:post_type>post</wp:post_type><wp:post_password></wp:post_password></item>"
        "</channel></rss>");
    const auto notes = notes_of(NewsSource{folder / "export.xml"});
    ASSERT_EQ(notes.items.size(), 1U);
    EXPECT_EQ(notes.items[0].title, "Strike");
    EXPECT_EQ(notes.items[0].author, "Julie Tremblay");
    EXPECT_EQ(notes.items[0].body, "They walk \\[sic\\].\n\nAt the gate\n\nJoin them\n");
    EXPECT_EQ(notes.oddities.front().kind, OddityKind::not_published);
    EXPECT_EQ(notes.oddities.front().detail, "Assembly");
}

TEST_F(Sources, OfAtomMayHoldMarkupInTheirTexts) {
    put("feed.atom",
        "<feed xmlns='http://www.w3.org/2005/Atom'><title type='xhtml'><div>Our <b>news</b></div></title><entry>"
        "<title type='xhtml'><div>Nurses &amp; dockers <b>strike</b></div></title><id>tag:1</id>"
        "<published>2063-01-02T09:00:00Z</published><content type='xhtml'><div><p>They <a href='https://x.example/?a=1"
        "&amp;b=2'>say</a> 1 &lt; 2.</p></div></content></entry></feed>");
    const auto notes = notes_of(NewsSource{folder / "feed.atom"});
    ASSERT_EQ(notes.items.size(), 1U);
    EXPECT_EQ(notes.items[0].title, "Nurses & dockers strike");
    EXPECT_EQ(notes.items[0].body, "They [say](<https://x.example/?a=1&b=2>) 1 \\< 2.\n");
    ASSERT_EQ(notes.oddities.size(), 1U);
    EXPECT_EQ(notes.oddities[0].kind, OddityKind::future_date) << "the notes are read in 2026";
}

TEST_F(Sources, OfAFolderOfPagesAreThosePagesAndNothingElse) {
    put("outside.txt", "Secret\n\nMarch 12, 2013\n\nWhat nobody should read.");
    put("pages/a.md",
        "---\ntitle: \"Tea: a strike\"\ndate: 2015-06-07\ntags: [tea, strike]\nauthor: Zoé\n---\nPickers *win*.\n");
    put("pages/b.html", "<h1>Rice</h1><p>March 12, 2013</p><p>It arrives.</p>");
    put("pages/draft.md", "---\ntitle: Later\ndraft: true\n---\nNot yet.\n");
    put("pages/empty.html", "\n");
    put("pages/picture.html", "\x89PNG\r\n");
    fs::create_symlink(folder / "outside.txt", folder / "pages/outside.txt");
    const auto notes = notes_of(NewsSource{folder / "pages"});
    ASSERT_EQ(notes.items.size(), 2U);
    EXPECT_EQ(notes.items[0].title, "Tea: a strike");
    EXPECT_EQ(base::iso(*notes.items[0].date), "2015-06-07");
    EXPECT_EQ(notes.items[0].teaser, "Pickers win.");
    EXPECT_EQ(notes.items[0].tags, (std::vector<std::string>{"tea", "strike"}));
    EXPECT_EQ(notes.items[0].author, "Zoé");
    EXPECT_EQ(notes.items[1].title, "Rice");
    std::vector<std::string> left_out;
    for (const auto& oddity : notes.oddities)
        if (oddity.kind == OddityKind::unreadable_file || oddity.kind == OddityKind::not_published)
            left_out.push_back(oddity.file);
    EXPECT_EQ(left_out, (std::vector<std::string>{"draft.md", "empty.html", "outside.txt", "picture.html"}));
}

}  // namespace
}  // namespace foreign_news
