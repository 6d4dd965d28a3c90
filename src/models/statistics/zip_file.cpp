#include "models/statistics/zip_file.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <optional>
#include <vector>

#include <zip.h>

namespace statistics {
namespace {

constexpr std::uint64_t kRatioMattersFrom = std::uint64_t{1} << 20;

struct ZipCloser {
    void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct EntryCloser {
    void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};
using Zip = std::unique_ptr<zip_t, ZipCloser>;
using Entry = std::unique_ptr<zip_file_t, EntryCloser>;

std::uint64_t little_endian(std::string_view bytes) {
    std::uint64_t number = 0;
    for (std::size_t i = bytes.size(); i-- > 0;) number = number << 8 | static_cast<unsigned char>(bytes[i]);
    return number;
}

// Random access to the zip, wherever it is.
class ZipBytes {
public:
    explicit ZipBytes(const ZipPlace& place) {
        if (const auto* const bytes = std::get_if<std::string_view>(&place)) {
            in_memory_ = *bytes;
            size_ = bytes->size();
            return;
        }
        file_.open(std::get<std::filesystem::path>(place), std::ios::binary | std::ios::ate);
        if (file_) size_ = static_cast<std::uint64_t>(file_.tellg());
    }

    std::uint64_t size() const { return size_; }

    // As many of `count` bytes from `at` on as there are.
    std::string read(std::uint64_t at, std::uint64_t count) {
        if (at >= size_) return {};
        count = std::min(count, size_ - at);
        if (!in_memory_.empty()) return std::string{in_memory_.substr(at, count)};
        std::string bytes(static_cast<std::size_t>(count), '\0');
        file_.clear();
        file_.seekg(static_cast<std::streamoff>(at));
        file_.read(bytes.data(), static_cast<std::streamsize>(count));
        bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(file_.gcount(), 0)));
        return bytes;
    }

private:
    std::string_view in_memory_{};
    std::ifstream file_{};
    std::uint64_t size_ = 0;
};

// The largest number of entries that any end-of-directory record claims (PKWARE APPNOTE 4.3.14 and 4.3.16). libzip
// makes room for that many before it looks at them, so we look first.
std::uint64_t claimed_entries(ZipBytes& zip) {
    constexpr std::uint64_t kTail = 65'535 + 22;
    constexpr std::size_t kLocator = 20;
    const auto tail = zip.read(zip.size() - std::min(zip.size(), kTail + kLocator), kTail + kLocator);
    std::uint64_t most = 0;
    for (auto at = tail.find("PK\5\6"); at != std::string::npos; at = tail.find("PK\5\6", at + 1)) {
        if (at + 12 > tail.size()) break;
        most = std::max(most, little_endian(std::string_view{tail}.substr(at + 10, 2)));
        if (at < kLocator || tail.compare(at - kLocator, 4, "PK\6\7") != 0) continue;
        const auto record = zip.read(little_endian(std::string_view{tail}.substr(at - kLocator + 8, 8)), 56);
        if (record.size() == 56) most = std::max(most, little_endian(std::string_view{record}.substr(32, 8)));
    }
    return most;
}

Zip open_zip(const ZipPlace& place) {
    if (const auto* const path = std::get_if<std::filesystem::path>(&place)) {
        int why = 0;
        return Zip{zip_open(path->c_str(), ZIP_RDONLY, &why)};
    }
    const auto bytes = std::get<std::string_view>(place);
    zip_error_t why;
    zip_error_init(&why);
    auto* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &why);
    Zip zip{source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &why)};
    if (!zip && source != nullptr) zip_source_free(source);
    zip_error_fini(&why);
    return zip;
}

// "36100113.csv"
bool is_data_name(std::string_view name) {
    return name.size() == 12 && name.ends_with(".csv") &&
           std::ranges::all_of(name.substr(0, 8), [](unsigned char c) { return std::isdigit(c) != 0; });
}

std::optional<std::string> fault_of(const zip_stat_t& entry, const TableLimits& limits, std::uint64_t zip_size) {
    constexpr zip_uint64_t kNeeded =
        ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    if ((entry.valid & kNeeded) != kNeeded) return "the zip does not say how its CSV is packed";
    if (entry.encryption_method != ZIP_EM_NONE) return "the CSV in the zip is encrypted";
    if (entry.comp_method != ZIP_CM_STORE && entry.comp_method != ZIP_CM_DEFLATE)
        return "the CSV in the zip is packed in an unusual way";
    if (entry.comp_size > zip_size) return "the zip states more packed bytes than it has";
    if (entry.size > limits.csv_bytes) return "the CSV in the zip is too large";
    if (entry.size > kRatioMattersFrom && entry.size / limits.unpacking_ratio > entry.comp_size)
        return "the CSV in the zip unpacks to far more than a table does: it is not read";
    return std::nullopt;
}

}  // namespace

bool is_zip(std::string_view first_bytes) {
    return first_bytes.starts_with("PK\3\4") || first_bytes.starts_with("PK\5\6");
}

class ZippedCsv::Parts {
public:
    Parts(Zip zip, const zip_stat_t& entry, const TableLimits& limits)
        : name_(entry.name),
          index_(entry.index),
          size_(entry.size),
          packed_(entry.comp_size),
          limits_(limits),
          zip_(std::move(zip)) {}

    const std::string& name() const { return name_; }
    std::uint64_t size() const { return size_; }

    std::size_t read(std::span<char> buffer) {
        if (!entry_) entry_.reset(zip_fopen_index(zip_.get(), index_, 0));
        if (!entry_) throw UnpackingFault{"the CSV in the zip cannot be unpacked"};
        const auto got = zip_fread(entry_.get(), buffer.data(), buffer.size());
        if (got < 0) throw UnpackingFault{"the zip is damaged: its CSV does not unpack to what was packed"};
        unpacked_ += static_cast<std::uint64_t>(got);
        expect_within_bounds();
        return static_cast<std::size_t>(got);
    }

private:
    void expect_within_bounds() const {
        const bool is_bomb = unpacked_ > kRatioMattersFrom && unpacked_ / limits_.unpacking_ratio > packed_;
        if (is_bomb || unpacked_ > limits_.csv_bytes)
            throw UnpackingFault{"the CSV in the zip unpacks to far more than a table does: it is not read"};
    }

    std::string name_;
    std::uint64_t index_, size_, packed_;
    std::uint64_t unpacked_ = 0;
    TableLimits limits_;
    Zip zip_;
    Entry entry_{};  // goes before its zip
};

base::Result<ZippedCsv, std::string> ZippedCsv::open(const ZipPlace& place, const TableLimits& limits) {
    ZipBytes bytes{place};
    if (claimed_entries(bytes) > limits.zip_entries) return std::string{"the zip holds too many files"};
    auto zip = open_zip(place);
    if (!zip) return std::string{"the file begins like a zip but is none, or only a part of one"};
    std::optional<zip_stat_t> data;
    for (zip_int64_t i = 0; i < zip_get_num_entries(zip.get(), 0); ++i) {
        zip_stat_t entry;
        if (zip_stat_index(zip.get(), static_cast<zip_uint64_t>(i), 0, &entry) != 0 || !is_data_name(entry.name))
            continue;
        if (data) return std::string{"the zip holds more than one table"};
        data = entry;
    }
    if (!data) return std::string{"the zip holds no file named by eight digits and .csv, as a downloaded table does"};
    if (auto fault = fault_of(*data, limits, bytes.size())) return *std::move(fault);
    return ZippedCsv{std::make_shared<Parts>(std::move(zip), *data, limits)};
}

ZippedCsv::ZippedCsv(std::shared_ptr<Parts> parts) : parts_(std::move(parts)) {}
ZippedCsv::ZippedCsv(ZippedCsv&&) noexcept = default;
ZippedCsv& ZippedCsv::operator=(ZippedCsv&&) noexcept = default;
ZippedCsv::~ZippedCsv() = default;

const std::string& ZippedCsv::name() const { return parts_->name(); }
std::uint64_t ZippedCsv::stated_size() const { return parts_->size(); }

ByteSource ZippedCsv::source() const {
    return [parts = parts_](std::span<char> buffer) { return parts->read(buffer); };
}

}  // namespace statistics
