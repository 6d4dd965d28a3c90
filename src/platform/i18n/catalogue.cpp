#include "platform/i18n/catalogue.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "base/embedded.h"

namespace i18n {
namespace {

constexpr std::uint32_t kMagic = 0x950412de;
constexpr std::uint32_t kMagicSwapped = 0xde120495;
constexpr char kContextMark = '\4';

enum class ByteOrder { little, big };

// Numbers and texts of the file; nullopt beyond its end.
class Bytes {
public:
    Bytes(std::string_view bytes, ByteOrder order) : bytes_(bytes), order_(order) {}

    [[nodiscard]] std::optional<std::uint32_t> number_at(std::uint64_t offset) const {
        if (bytes_.size() < 4 || offset > bytes_.size() - 4) return std::nullopt;
        std::uint32_t number = 0;
        for (unsigned i = 0; i < 4; ++i) {
            const unsigned shift = 8 * (order_ == ByteOrder::little ? i : 3 - i);
            number |= std::uint32_t{static_cast<unsigned char>(bytes_[offset + i])} << shift;
        }
        return number;
    }

    // The text whose length and offset stand in row `index` of the table.
    [[nodiscard]] std::optional<std::string_view> text_of_row(std::uint32_t table, std::uint32_t index) const {
        const std::uint64_t row = std::uint64_t{table} + std::uint64_t{8} * index;
        const auto length = number_at(row);
        const auto offset = number_at(row + 4);
        if (!length || !offset || *offset > bytes_.size() || *length > bytes_.size() - *offset) return std::nullopt;
        return bytes_.substr(*offset, *length);
    }

private:
    std::string_view bytes_;
    ByteOrder order_;
};

std::optional<Bytes> open_file(std::string_view file) {
    const auto magic = Bytes{file, ByteOrder::little}.number_at(0);
    if (magic == kMagic) return Bytes{file, ByteOrder::little};
    if (magic == kMagicSwapped) return Bytes{file, ByteOrder::big};
    return std::nullopt;
}

std::vector<std::string_view> split_at_zeros(std::string_view text) {
    std::vector<std::string_view> parts;
    for (auto end = text.find('\0'); end != std::string_view::npos; end = text.find('\0')) {
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    parts.push_back(text);
    return parts;
}

struct Pair {
    std::string_view english;
    std::string_view translated;
};

Entry make_entry(Pair pair) {
    const auto keys = split_at_zeros(pair.english);
    return {.key = keys[0],
            .plural_key = keys.size() > 1 ? keys[1] : std::string_view{},
            .forms = split_at_zeros(pair.translated)};
}

bool is_message(std::string_view key) { return !key.empty() && key.find(kContextMark) == std::string_view::npos; }

std::string_view embedded_bytes(base::Locale locale) {
    const std::string name = std::string{base::code(locale)} + ".mo";
    const auto files = embedded::catalogues();
    const auto file = std::ranges::find(files, std::string_view{name}, &embedded::File::name);
    return file == files.end() ? std::string_view{} : file->content;
}

Catalogue read_embedded(base::Locale locale) {
    const auto bytes = embedded_bytes(locale);
    if (bytes.empty()) return {};
    auto catalogue = Catalogue::parse(bytes);
    CHECK(catalogue.has_value());  // msgfmt made it in our own build
    return *std::move(catalogue);
}

}  // namespace

std::optional<Catalogue> Catalogue::parse(std::string_view bytes) {
    const auto file = open_file(bytes);
    if (!file) return std::nullopt;
    const auto count = file->number_at(8);
    const auto english_table = file->number_at(12);
    const auto translated_table = file->number_at(16);
    if (!count || !english_table || !translated_table) return std::nullopt;

    Catalogue catalogue;
    for (std::uint32_t row = 0; row < *count; ++row) {
        const auto english = file->text_of_row(*english_table, row);
        const auto translated = file->text_of_row(*translated_table, row);
        if (!english || !translated) return std::nullopt;
        auto entry = make_entry({.english = *english, .translated = *translated});
        if (is_message(entry.key)) catalogue.entries_.emplace(entry.key, std::move(entry));
    }
    return catalogue;
}

const Entry* Catalogue::find(std::string_view key) const {
    const auto found = entries_.find(key);
    return found == entries_.end() ? nullptr : &found->second;
}

const Catalogue& catalogue_of(base::Locale locale) {
    static const std::array<Catalogue, 2> kCatalogues{read_embedded(base::Locale::english),
                                                      read_embedded(base::Locale::french)};
    return kCatalogues[static_cast<size_t>(locale)];
}

}  // namespace i18n
