#include "models/statistics/pack.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "base/embedded.h"

namespace statistics {
namespace {

struct Key {
    std::string_view name;
    std::string Provenance::* member;
};

constexpr std::array kKeys{
    Key{"title", &Provenance::title},     Key{"publisher", &Provenance::publisher},
    Key{"table", &Provenance::table},     Key{"unit", &Provenance::unit},
    Key{"scale", &Provenance::scale},     Key{"period", &Provenance::period},
    Key{"licence", &Provenance::licence}, Key{"retrieved_through", &Provenance::retrieved_through},
    Key{"changes", &Provenance::changes}, Key{"sha256", &Provenance::sha256}};

std::string_view without_blanks(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

// Takes over one line; a sentence when it cannot.
std::optional<std::string> take_line(Provenance& provenance, std::string_view line) {
    const auto colon = line.find(':');
    const auto key = std::ranges::find(kKeys, line.substr(0, colon), &Key::name);
    if (colon == std::string_view::npos || key == kKeys.end()) return "no key that is known: " + std::string{line};
    auto& value = provenance.*key->member;
    if (!value.empty()) return std::string{key->name} + " stands there twice";
    value = without_blanks(line.substr(colon + 1));
    return std::nullopt;
}

const embedded::File* file_named(const std::string& name) {
    const auto files = embedded::data();
    const auto found = std::ranges::find(files, std::string_view{name}, &embedded::File::name);
    return found == files.end() ? nullptr : &*found;
}

std::vector<Pack> read_packs() {
    constexpr std::string_view kEnding = ".csv";
    std::vector<Pack> packs;
    for (const auto& file : embedded::data()) {
        if (!file.name.ends_with(kEnding)) continue;
        const auto name = file.name.substr(0, file.name.size() - kEnding.size());
        const auto* const source = file_named(std::string{name} + ".source");
        CHECK(source != nullptr);
        const auto provenance = read_provenance(source->content);
        CHECK(provenance);
        packs.push_back({name, file.content, *provenance});
    }
    return packs;
}

}  // namespace

base::Result<Provenance, std::string> read_provenance(std::string_view text) {
    Provenance provenance;
    for (int number = 1; !text.empty(); ++number) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = without_blanks(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty()) continue;
        if (const auto problem = take_line(provenance, line)) return "line " + std::to_string(number) + ": " + *problem;
    }
    for (const auto& [name, member] : kKeys)
        if ((provenance.*member).empty() && name != "table") return std::string{name} + " is missing";
    return provenance;
}

std::span<const Pack> shipped_packs() {
    static const auto packs = read_packs();
    return packs;
}

const Pack& shipped_pack(std::string_view name) {
    const auto packs = shipped_packs();
    const auto found = std::ranges::find(packs, name, &Pack::name);
    CHECK(found != packs.end());
    return *found;
}

CsvTable table_of(const Pack& pack) {
    auto table = CsvTable::read(pack.csv);
    CHECK(table);
    return *std::move(table);
}

}  // namespace statistics
