// fuzz/news_source_fuzz.cpp - any bytes as a feed, a WordPress export, a table or a page: items, or a refusal.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "base/text.h"
#include "platform/foreign_news/reader.h"

namespace {

class CheckingSink final : public foreign_news::NewsSink {
public:
    void section(foreign_news::NewsSection section) override {
        CHECK(!has_section_);
        has_section_ = true;
        CHECK(base::is_valid_utf8(section.title) && base::is_valid_utf8(section.introduction));
    }
    void item(foreign_news::NewsItem item) override {
        CHECK(has_section_ && base::is_valid_utf8(item.teaser) && base::is_valid_utf8(item.body));
    }
    void oddity(foreign_news::Oddity) override {}
    void advance(std::uint64_t) override {}

private:
    bool has_section_ = false;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    CheckingSink sink;
    try {
        foreign_news::read_news_text({reinterpret_cast<const char*>(data), size},
                                     {.today = base::Day{std::chrono::days{20'000}}}, sink);
    } catch (const foreign_news::UnreadableSource&) {
        return 0;
    }
    return 0;
}
