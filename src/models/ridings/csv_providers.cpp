// The lists that staff keep themselves: ridings, offices and postal codes as values that commas, semicolons or tabs
// part. Headings in English or French; "Postal Code" is postal_code.
#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "base/email_address.h"
#include "base/text.h"
#include "models/ridings/provider.h"
#include "models/statistics/csv_reader.h"
#include "models/statistics/csv_table.h"

namespace ridings {
namespace {

using Headings = std::initializer_list<std::string_view>;
constexpr Headings kOfficeHeadings{"office", "fonction"}, kNameHeadings{"name", "nom"},
    kPostalCodeHeadings{"postal_code", "postalcode", "code_postal"};

// Whichever stands most often in the first line.
char delimiter_of(std::string_view bytes) {
    const auto first_line = bytes.substr(0, bytes.find('\n'));
    return std::ranges::max(std::array{',', ';', '\t'}, {},
                            [&](char delimiter) { return std::ranges::count(first_line, delimiter); });
}

std::string heading(std::string_view field) {
    std::string name = base::lower_ascii(base::collapse_spaces(field));
    std::ranges::replace_if(name, [](char c) { return c == ' ' || c == '-'; }, '_');
    return name;
}

std::vector<std::string> headings_of(std::string_view bytes) {
    const auto first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first == std::string_view::npos || bytes[first] == '{' || bytes[first] == '[') return {};
    statistics::CsvReader reader{bytes, {.delimiter = delimiter_of(bytes)}};
    std::vector<std::string> headings;
    if (reader.next())
        for (const auto field : reader.fields()) headings.push_back(heading(field));
    return headings;
}

bool has_any(const std::vector<std::string>& headings, Headings names) {
    return std::ranges::any_of(
        names, [&](std::string_view name) { return std::ranges::find(headings, name) != headings.end(); });
}

// Record by record, each field by the name of its column; a column that is not there is empty.
class Table {
public:
    Table(std::string_view bytes, Reading& reading)
        : reading_(reading), csv_(bytes, {.delimiter = delimiter_of(bytes)}) {
        if (!csv_.next()) {
            note_error();
            return;
        }
        std::size_t at = 0;
        for (const auto field : csv_.fields()) columns_.emplace(heading(field), at++);
    }

    bool next() {
        if (csv_.next()) return true;
        note_error();
        return false;
    }

    // The first of these columns that has a value in this record, without blanks around it.
    std::string text(Headings names) const {
        for (const auto name : names) {
            const auto column = columns_.find(std::string{name});
            if (column == columns_.end() || column->second >= csv_.fields().size()) continue;
            std::string value = base::collapse_spaces(csv_.fields()[column->second]);
            if (!value.empty()) return value;
        }
        return {};
    }
    // With its lines.
    std::string lines(std::string_view name) const {
        const auto column = columns_.find(std::string{name});
        if (column == columns_.end() || column->second >= csv_.fields().size()) return {};
        return base::tidy_lines(csv_.fields()[column->second]);
    }
    std::uint64_t line() const { return csv_.line(); }

private:
    void note_error() {
        if (csv_.error())
            add_trouble(reading_, {csv_.error()->line, statistics::text_of(*csv_.error()),
                                   base::message("The file cannot be read from here on.")});
    }

    Reading& reading_;
    statistics::CsvReader csv_;
    std::map<std::string, std::size_t> columns_{};
};

RowTrouble too_many(std::uint64_t line) { return {line, "", base::message("The file has too many rows.")}; }

class CsvRidings final : public Provider {
public:
    std::string_view key() const override { return "csv_ridings"; }
    base::Message label() const override { return base::message("Ridings (CSV)"); }
    Content content() const override { return Content::ridings; }
    bool recognises(std::string_view bytes) const override {
        const auto headings = headings_of(bytes);
        return has_any(headings, {"code"}) && has_any(headings, {"name", "nom", "name_en", "name_fr"}) &&
               !has_any(headings, kOfficeHeadings) && !has_any(headings, kPostalCodeHeadings);
    }
    Reading read(std::string_view bytes) const override {
        Reading reading;
        Table table{bytes, reading};
        while (table.next()) {
            RidingRow row{.line = table.line(),
                          .code = table.text({"code"}),
                          .province = table.text({"province"}),
                          .name_en = table.text({"name_en", "name", "name_fr", "nom"}),
                          .name_fr = table.text({"name_fr", "nom", "name", "name_en"}),
                          .within = table.text({"within"})};
            if (row.code.empty()) add_trouble(reading, {row.line, "code", base::message("The code is missing.")});
            if (row.name_en.empty()) add_trouble(reading, {row.line, row.code, base::message("The name is missing.")});
            reading.ridings.push_back(std::move(row));
            if (reading.ridings.size() > kMostRidings) {
                add_trouble(reading, too_many(table.line()));
                break;
            }
        }
        return reading;
    }
};

bool is_yes(std::string_view text) {
    return std::ranges::any_of(std::array{"1", "yes", "oui", "x", "true"},
                               [&](std::string_view word) { return base::equals_ignoring_ascii_case(text, word); });
}

class CsvRepresentatives final : public Provider {
public:
    std::string_view key() const override { return "csv_representatives"; }
    base::Message label() const override { return base::message("Representatives (CSV)"); }
    Content content() const override { return Content::representatives; }
    bool recognises(std::string_view bytes) const override {
        const auto headings = headings_of(bytes);
        return has_any(headings, kOfficeHeadings) && has_any(headings, kNameHeadings);
    }
    Reading read(std::string_view bytes) const override {
        Reading reading;
        Table table{bytes, reading};
        while (table.next()) {
            reading.representatives.push_back(row_of(table));
            const bool is_vacant = is_yes(table.text({"vacant"})) || says_vacant(table.text(kNameHeadings));
            check(reading, reading.representatives.back(), is_vacant ? Seat::vacant : Seat::held);
            if (reading.representatives.size() > kMostRepresentatives) {
                add_trouble(reading, too_many(table.line()));
                break;
            }
        }
        return reading;
    }

private:
    enum class Seat : unsigned char { held, vacant };

    static void add_address(RepresentativeRow& row, AddressRow address) {
        if (!address.telephone.empty() || !address.fax.empty() || !address.postal.empty())
            row.addresses.push_back(std::move(address));
    }

    static RepresentativeRow row_of(const Table& table) {
        RepresentativeRow row{.line = table.line(),
                              .office = base::lower_ascii(table.text(kOfficeHeadings)),
                              .province = table.text({"province", "region"}),
                              .code = table.text({"code", "riding"}),
                              .place = table.text({"place", "district", "district_name", "circonscription", "lieu"}),
                              .name = table.text(kNameHeadings),
                              .party = table.text({"party", "parti"}),
                              .website = table.text({"website", "site_web"}),
                              .email = table.text({"email", "courriel"}),
                              .source = table.text({"source"})};
        if (says_vacant(row.name)) row.name.clear();
        add_address(row, {"legislature", table.text({"telephone", "téléphone"}), table.text({"fax", "télécopieur"}),
                          table.lines("postal")});
        add_address(row, {"constituency", table.text({"constituency_telephone"}), table.text({"constituency_fax"}),
                          table.lines("constituency_postal")});
        return row;
    }

    static void check(Reading& reading, const RepresentativeRow& row, Seat seat) {
        if (seat == Seat::held && row.name.empty())
            add_trouble(reading, {row.line, "name",
                                  base::message("The name is missing; where nobody holds the seat, write “yes” in a "
                                                "column named vacant.")});
        if (seat == Seat::vacant && !row.name.empty())
            add_trouble(reading, {row.line, row.name, base::message("A vacant seat has no name.")});
        if (!row.email.empty() && !base::EmailAddress::parse(row.email))
            add_trouble(reading, {row.line, row.email, base::message("This is no email address.")});
        if (row.code.empty() && row.place.empty() && row.office != "senator")
            add_trouble(reading, {row.line, row.name, base::message("The riding, ward or town is missing.")});
    }
};

// Codes in one field, with blanks, bars, semicolons or commas between them.
std::vector<std::string> codes_in(std::string_view field) {
    std::vector<std::string> codes;
    std::string code;
    for (const char c : field) {
        if (!std::string_view{" |;,"}.contains(c)) {
            code += c;
            continue;
        }
        if (!code.empty()) codes.push_back(std::move(code));
        code.clear();
    }
    if (!code.empty()) codes.push_back(std::move(code));
    return codes;
}

class CsvPostalCodes final : public Provider {
public:
    std::string_view key() const override { return "csv_postal_codes"; }
    base::Message label() const override { return base::message("Postal codes and their ridings (CSV)"); }
    Content content() const override { return Content::postal_codes; }
    bool recognises(std::string_view bytes) const override {
        const auto headings = headings_of(bytes);
        return has_any(headings, kPostalCodeHeadings) && !has_any(headings, kOfficeHeadings);
    }
    Reading read(std::string_view bytes) const override {
        Reading reading;
        std::map<std::string, std::uint32_t> positions;
        Table table{bytes, reading};
        while (table.next()) {
            read_row(reading, positions, table);
            if (reading.memberships.size() + reading.points.size() > kMostPostalRows) {
                add_trouble(reading, too_many(table.line()));
                break;
            }
        }
        return reading;
    }

private:
    static void read_row(Reading& reading, std::map<std::string, std::uint32_t>& positions, const Table& table) {
        const auto typed = table.text(kPostalCodeHeadings);
        const auto line = static_cast<std::uint32_t>(table.line());
        const auto code = pack(typed);
        if (!code) return add_trouble(reading, {line, typed, base::message("This is no Canadian postal code.")});
        const auto names =
            codes_in(table.text({"code", "codes", "riding", "ridings", "circonscription", "circonscriptions"}));
        for (const std::string& name : names) {
            const auto [at, is_new] = positions.emplace(name, static_cast<std::uint32_t>(reading.riding_names.size()));
            if (is_new) reading.riding_names.push_back({"", name, ""});
            reading.memberships.push_back({line, *code, at->second});
        }
        const auto latitude = table.text({"lat", "latitude"}), longitude = table.text({"lon", "lng", "longitude"});
        if (latitude.empty() && longitude.empty()) {
            if (names.empty())
                add_trouble(reading, {line, typed, base::message("There is neither a riding nor a position.")});
            return;
        }
        read_point(reading, {line, *code, {0, 0}}, {longitude, latitude});
    }

    // "45,4" is how French writes 45.4.
    static std::optional<double> degrees_in(std::string text) {
        std::ranges::replace(text, ',', '.');
        return statistics::number_of(text);
    }

    struct Position {
        const std::string &longitude, &latitude;
    };
    static void read_point(Reading& reading, CodePointRow row, const Position& typed) {
        const auto x = degrees_in(typed.longitude), y = degrees_in(typed.latitude);
        if (!x || !y)
            return add_trouble(reading, {row.line, typed.latitude + ", " + typed.longitude,
                                         base::message("A position is no number.")});
        const auto point = point_of({*x, *y});
        if (!point) return add_trouble(reading, {row.line, typed.latitude + ", " + typed.longitude, point.error()});
        row.point = *point;
        reading.points.push_back(row);
    }
};

}  // namespace

const Provider& csv_ridings() {
    static const CsvRidings provider;
    return provider;
}
const Provider& csv_representatives() {
    static const CsvRepresentatives provider;
    return provider;
}
const Provider& csv_postal_codes() {
    static const CsvPostalCodes provider;
    return provider;
}

}  // namespace ridings
