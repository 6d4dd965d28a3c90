// ports/scans.h - documents that were signed on paper, as files: what they are by their bytes and not by their name,
// and how they are given out so that nothing in them can act.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "base/result.h"
#include "platform/files/file_store.h"
#include "platform/http/response.h"

namespace ports {

inline constexpr std::size_t kLargestScan = std::size_t{25} * 1024 * 1024;  // bytes

enum class ScanType : unsigned char { pdf, jpeg, png };
std::string_view name_of(ScanType type);                         // "pdf", and the ending of its name
std::optional<ScanType> scan_type_named(std::string_view name);  // back
std::string_view media_type(ScanType type);                      // "application/pdf"

// What the bytes are. The problem (field "file"): empty, too large, cut short, another kind.
base::Result<ScanType, base::Problems> scan_type_of(std::string_view bytes);

// An uploaded name without folders, control characters and quotes, at most 120 characters, ending as its type does.
std::string harmless_name(std::string_view uploaded, ScanType type);

// A file of the store under a name and a media type, to save: browsers neither show nor run it here (a download, with a
// policy that allows nothing). 404 where the store does not have it.
struct KeptFile {
    std::string name, type;
    std::string file;  // its address in the store
};
http::Response kept_file(const files::FileStore& files, const KeptFile& kept);

}  // namespace ports
