// platform/http/multipart.h - bodies of multipart/form-data (RFC 7578), the way browsers send files.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/request.h"

namespace http {

// The fields and files of the body. A part with a filename is a file, also an empty one; the others are fields.
// nullopt when there is no boundary, the closing one is missing, a part has no name or more than 4 KiB of headers, or
// there are more than kMostFields parts. Broken UTF-8 in texts is treated as in read_urlencoded; the bytes of files are
// kept as they are.
std::optional<Form> read_multipart(std::string_view content_type, std::string_view body);

// The value of a parameter of a header: parameter(R"(form-data; name="a\"b")", "name") is a"b. Names ignore case.
std::optional<std::string> header_parameter(std::string_view header, std::string_view name);

}  // namespace http
