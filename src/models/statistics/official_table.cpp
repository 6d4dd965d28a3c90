#include "models/statistics/official_table.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <fstream>

#include "base/text.h"
#include "models/statistics/csv_table.h"
#include "models/statistics/zip_file.h"

namespace statistics {
namespace {

// The columns that every table has beside its dimensions, in the order of Place.
enum class Place : unsigned char { ref_date, geo, uom, scalar_factor, value, status, decimals };
constexpr std::size_t kPlaces = 7;
constexpr std::array<std::string_view, kPlaces> kRead{"REF_DATE", "GEO",    "UOM",     "SCALAR_FACTOR",
                                                      "VALUE",    "STATUS", "DECIMALS"};
constexpr std::array<std::string_view, 7> kPassedOver{"DGUID",      "UOM_ID", "SCALAR_ID", "VECTOR",
                                                      "COORDINATE", "SYMBOL", "TERMINATED"};
constexpr std::string_view kEnglishDownload = "the English one (its name ends in -eng.zip)";
constexpr std::size_t kNoColumn = ~std::size_t{0};

struct Header {
    std::array<std::size_t, kPlaces> places{};
    std::vector<std::size_t> dimension_columns{};
    std::vector<std::string> dimensions{};

    std::size_t operator[](Place place) const { return places[static_cast<std::size_t>(place)]; }
};

TableProblem problem_of(const CsvError& error) {
    if (error.line == 1 && error.fault == CsvFault::text_after_quotation_mark)
        return {
            "the first line has no commas between its columns; of the French download, which has semicolons, take " +
            std::string{kEnglishDownload}};
    return {"the file is no proper CSV: " + text_of(error), 0};
}

std::optional<std::size_t> place_named(std::string_view heading) {
    const auto found = std::ranges::find_if(
        kRead, [heading](std::string_view name) { return base::equals_ignoring_ascii_case(name, heading); });
    if (found == kRead.end()) return std::nullopt;
    return static_cast<std::size_t>(found - kRead.begin());
}

bool is_passed_over(std::string_view heading) {
    return std::ranges::any_of(
        kPassedOver, [heading](std::string_view name) { return base::equals_ignoring_ascii_case(name, heading); });
}

// What a header that is none of an English official table tells of the mistake.
TableProblem wrong_header(std::span<const std::string_view> headings) {
    for (const auto heading : headings)
        if (heading.starts_with("P\u00c9RIODE DE R\u00c9F\u00c9RENCE"))
            return {"this is the French download; take " + std::string{kEnglishDownload}};
    return {"this is no table as Statistics Canada gives it out: the columns REF_DATE, GEO and VALUE must be there"};
}

base::Result<Header, TableProblem> read_header(std::span<const std::string_view> headings) {
    Header header;
    header.places.fill(kNoColumn);
    for (std::size_t i = 0; i < headings.size(); ++i) {
        const auto heading = base::collapse_spaces(headings[i]);
        if (const auto place = place_named(heading)) {
            if (header.places[*place] != kNoColumn)
                return TableProblem{"the column " + heading + " stands there twice", 1};
            header.places[*place] = i;
        } else if (!is_passed_over(heading)) {
            header.dimension_columns.push_back(i);
            header.dimensions.push_back(heading);
        }
    }
    for (const auto place : {Place::ref_date, Place::geo, Place::value})
        if (header[place] == kNoColumn) return wrong_header(headings);
    return header;
}

// The absence that a status tells, whatever stands in VALUE.
std::optional<Absence> absence_of(std::string_view status) {
    if (status == "..") return Absence::not_available;
    if (status == "...") return Absence::not_applicable;
    if (status == "x" || status == "X") return Absence::suppressed;
    if (status == "F") return Absence::unreliable;
    return std::nullopt;
}

// The eight digits that a name begins with, or nothing.
std::string table_number_in(std::string_view name) {
    const auto digits = name.substr(0, 8);
    const bool is_number =
        digits.size() == 8 && std::ranges::all_of(digits, [](unsigned char c) { return std::isdigit(c) != 0; });
    return is_number ? std::string{digits} : std::string{};
}

ByteSource source_of(const std::shared_ptr<std::ifstream>& file) {
    return [file](std::span<char> buffer) {
        file->read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        if (file->bad()) throw UnpackingFault{"the file cannot be read to its end"};
        return static_cast<std::size_t>(file->gcount());
    };
}

}  // namespace

// An opened file, before its header was looked at.
struct OfficialTable::Input {
    std::string number;
    std::uint64_t bytes;
    CsvReader reader;
};

class OfficialTable::Parts {
public:
    explicit Parts(Input input)
        : number_(std::move(input.number)), bytes_(input.bytes), reader_(std::move(input.reader)) {}

    std::optional<TableProblem> start() {
        try {
            if (!reader_.next())
                return reader_.error() ? problem_of(*reader_.error()) : TableProblem{"the file is empty", 0};
        } catch (const UnpackingFault& fault) {
            return TableProblem{fault.what(), 0};
        }
        auto header = read_header(reader_.fields());
        if (!header) return header.error();
        header_ = *std::move(header);
        members_.resize(header_.dimensions.size());
        return std::nullopt;
    }

    bool next(Observation& row) {
        if (problem_) return false;
        try {
            if (reader_.next()) return take(row);
            if (reader_.error()) problem_ = problem_of(*reader_.error());
        } catch (const UnpackingFault& fault) {
            problem_ = TableProblem{fault.what(), 0};
        }
        return false;
    }

    const std::string& number() const { return number_; }
    const std::vector<std::string>& dimensions() const { return header_.dimensions; }
    const std::optional<TableProblem>& problem() const { return problem_; }
    std::uint64_t bytes_read() const { return reader_.bytes_read(); }
    std::uint64_t bytes() const { return bytes_; }

private:
    std::string_view field(Place place) const {
        return header_[place] == kNoColumn ? std::string_view{} : reader_.fields()[header_[place]];
    }

    bool refuse(std::string_view what, std::string_view text) {
        problem_ = TableProblem{std::string{what} + ": \"" + std::string{base::first_characters(text, 60)} + "\"",
                                reader_.line()};
        return false;
    }

    bool take(Observation& row) {
        const auto period = reference_period_of(field(Place::ref_date));
        if (!period) return refuse("REF_DATE is no period", field(Place::ref_date));
        row.period = *period;
        row.geography = field(Place::geo);
        row.unit = field(Place::uom);
        row.status = field(Place::status);
        row.line = reader_.line();
        row.decimals =
            static_cast<int>(std::clamp<std::int64_t>(integer_of(field(Place::decimals)).value_or(0), 0, 15));
        for (std::size_t i = 0; i < members_.size(); ++i) members_[i] = reader_.fields()[header_.dimension_columns[i]];
        row.members = members_;
        return take_value(row);
    }

    bool take_value(Observation& row) {
        const auto scale = scale_of(field(Place::scalar_factor));
        if (!scale) return refuse("SCALAR_FACTOR is not known", field(Place::scalar_factor));
        const auto text = field(Place::value);
        row.value.reset();
        row.absence = absence_of(row.status).value_or(text.empty() ? Absence::unexplained : Absence::none);
        if (row.absence != Absence::none) return true;
        const auto value = number_of(text);
        if (!value || !std::isfinite(*value * *scale)) return refuse("VALUE is no number", text);
        row.value = *value * *scale;
        return true;
    }

    std::string number_;
    std::uint64_t bytes_;
    CsvReader reader_;
    Header header_{};
    std::vector<std::string_view> members_{};
    std::optional<TableProblem> problem_{};
};

base::Result<OfficialTable, TableProblem> OfficialTable::open(const std::filesystem::path& file,
                                                              const TableLimits& limits) {
    std::error_code why;
    if (!std::filesystem::is_regular_file(file, why)) return TableProblem{"there is no file " + file.string()};
    auto in = std::make_shared<std::ifstream>(file, std::ios::binary);
    std::array<char, 4> first{};
    in->read(first.data(), first.size());
    if (!*in && !in->eof()) return TableProblem{"the file " + file.string() + " cannot be read"};
    if (is_zip({first.data(), static_cast<std::size_t>(in->gcount())})) {
        const auto zipped = ZippedCsv::open(file, limits);
        if (!zipped) return TableProblem{zipped.error()};
        return started(
            {table_number_in(zipped->name()), zipped->stated_size(), CsvReader{zipped->source(), {',', limits.csv}}});
    }
    in->clear();
    in->seekg(0);
    return started({table_number_in(file.filename().string()), std::filesystem::file_size(file, why),
                    CsvReader{source_of(in), {',', limits.csv}}});
}

base::Result<OfficialTable, TableProblem> OfficialTable::from_bytes(std::string_view bytes, const TableFile& file) {
    const CsvShape shape{',', file.limits.csv};
    if (!is_zip(bytes)) return started({table_number_in(file.name), bytes.size(), CsvReader{bytes, shape}});
    const auto zipped = ZippedCsv::open(bytes, file.limits);
    if (!zipped) return TableProblem{zipped.error()};
    return started({table_number_in(zipped->name()), zipped->stated_size(), CsvReader{zipped->source(), shape}});
}

base::Result<OfficialTable, TableProblem> OfficialTable::started(Input input) {
    auto parts = std::make_unique<Parts>(std::move(input));
    if (auto problem = parts->start()) return *std::move(problem);
    return OfficialTable{std::move(parts)};
}

OfficialTable::OfficialTable(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
OfficialTable::OfficialTable(OfficialTable&&) noexcept = default;
OfficialTable& OfficialTable::operator=(OfficialTable&&) noexcept = default;
OfficialTable::~OfficialTable() = default;

const std::string& OfficialTable::number() const { return parts_->number(); }
const std::vector<std::string>& OfficialTable::dimensions() const { return parts_->dimensions(); }

std::optional<std::size_t> OfficialTable::dimension(std::string_view heading) const {
    const auto found = std::ranges::find_if(dimensions(), [heading](const std::string& dimension) {
        return base::equals_ignoring_ascii_case(dimension, heading);
    });
    if (found == dimensions().end()) return std::nullopt;
    return static_cast<std::size_t>(found - dimensions().begin());
}

bool OfficialTable::next(Observation& row) { return parts_->next(row); }
const std::optional<TableProblem>& OfficialTable::problem() const { return parts_->problem(); }
std::uint64_t OfficialTable::bytes_read() const { return parts_->bytes_read(); }
std::uint64_t OfficialTable::bytes() const { return parts_->bytes(); }

}  // namespace statistics
