// What bulk_store.h declares about the print of an item.
#include <string>

#include "features/newsroom/bulk_store.h"
#include "features/newsroom/listing_store.h"

namespace newsroom::store {
namespace {

// FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/. Each part ends with a byte that no text holds.
class Print {
public:
    void add(std::string_view text) {
        for (const char c : text) step(static_cast<unsigned char>(c));
        step(0xFF);
    }
    void add(std::int64_t number) { add(std::to_string(number)); }
    std::int64_t value() const { return static_cast<std::int64_t>(hash_); }

private:
    void step(unsigned char byte) { hash_ = (hash_ ^ byte) * 0x100000001B3; }
    std::uint64_t hash_ = 0xCBF29CE484222325;
};

}  // namespace

std::int64_t print_of(const ImportedItem& item) {
    Print print;
    print.add(shown_number(item.day));
    print.add(item.published_at ? item.published_at->microseconds : 0);
    print.add(item.author);
    for (const auto& [locale, words, slug] : item.words)
        for (const std::string_view text :
             {base::code(locale), std::string_view{words.title}, std::string_view{words.teaser},
              std::string_view{words.body}, std::string_view{words.quotation}, std::string_view{words.quoted_name},
              std::string_view{words.quoted_office}})
            print.add(text);
    for (const SectionId section : item.sections) print.add(section.value);
    for (const ImportedTag& tag : item.tags) print.add(tag.label);
    for (const ItemPicture& picture : item.pictures)
        for (const auto& text : {picture.picture, picture.credit, picture.alt_en, picture.alt_fr}) print.add(text);
    return print.value();
}

}  // namespace newsroom::store
