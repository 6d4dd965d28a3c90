// models/statistics/zip_file.h - the CSV inside a downloaded zip, unpacked as a stream within bounds. Included by this
// folder's sources only.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>

#include "base/result.h"
#include "models/statistics/csv_reader.h"
#include "models/statistics/official_table.h"

namespace statistics {

// Found while unpacking: damaged bytes, or more of them than the bounds allow. The text is a sentence.
struct UnpackingFault : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Whether the bytes begin as a zip does.
bool is_zip(std::string_view first_bytes);

// Where a zip is: a file, or bytes that outlive what is read from them.
using ZipPlace = std::variant<std::filesystem::path, std::string_view>;

class ZippedCsv {
public:
    // Opens the zip and its one file named by eight digits and ".csv"; everything else in it is left alone. The error
    // is a sentence: no zip, encrypted, too many files, no such CSV or more than one, or it states a size out of
    // bounds.
    static base::Result<ZippedCsv, std::string> open(const ZipPlace& place, const TableLimits& limits);

    ZippedCsv(ZippedCsv&&) noexcept;
    ZippedCsv& operator=(ZippedCsv&&) noexcept;
    ~ZippedCsv();

    const std::string& name() const;  // "36100113.csv"
    std::uint64_t stated_size() const;

    // The unpacked bytes; throws UnpackingFault. The source keeps the zip open.
    ByteSource source() const;

private:
    class Parts;
    explicit ZippedCsv(std::shared_ptr<Parts> parts);
    std::shared_ptr<Parts> parts_;
};

}  // namespace statistics
