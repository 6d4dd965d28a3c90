// features/newsroom/demo_texts.h - the words of the demo's news. All people, places of work and events are invented.
#pragma once
#include <span>
#include <string_view>

namespace newsroom {

struct DemoSection {
    std::string_view slug_en, title_en, introduction_en;
    std::string_view slug_fr, title_fr, introduction_fr;
};
std::span<const DemoSection> demo_sections();

struct DemoWords {
    std::string_view title, body;
    std::string_view teaser{};  // empty: made from the body
    std::string_view quotation{}, quoted_name{}, quoted_office{};
};
struct DemoItem {
    std::string_view day;      // "2019-05-03"
    std::string_view section;  // its English slug
    DemoWords english, french;
    std::string_view second_section{};
    std::string_view level = "canada";
    std::string_view tag_en{}, tag_fr{};
    std::string_view action{};
    bool is_pinned = false;
    std::string_view picture{};  // a word of the English description of one in the library
};
// By section: International Solidarity, Tax Fairness, From the provinces.
std::span<const DemoItem> demo_solidarity();
std::span<const DemoItem> demo_taxes();
std::span<const DemoItem> demo_provinces();

}  // namespace newsroom
