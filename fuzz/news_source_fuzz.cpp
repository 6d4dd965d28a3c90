// fuzz/news_source_fuzz.cpp - any bytes as a feed, a WordPress export, a table or a page: items, or a refusal.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "base/text.h"
#include "features/newsroom/import_readers_service.h"

namespace {

class CheckingSink final : public newsroom::NewsSink {
public:
    void section(newsroom::NewsSection section) override {
        CHECK(!has_section_);
        has_section_ = true;
        CHECK(base::is_valid_utf8(section.title) && base::is_valid_utf8(section.introduction));
    }
    void item(newsroom::NewsItem item) override {
        CHECK(has_section_ && base::is_valid_utf8(item.teaser) && base::is_valid_utf8(item.body));
    }
    void oddity(newsroom::Oddity) override {}
    void advance(std::uint64_t) override {}

private:
    bool has_section_ = false;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    CheckingSink sink;
    try {
        newsroom::read_news_text({reinterpret_cast<const char*>(data), size},
                                 {.today = newsroom::Day{std::chrono::days{20'000}}}, sink);
    } catch (const newsroom::UnreadableSource&) {
        return 0;
    }
    return 0;
}
