// platform/http/request.cpp - names of methods, and small questions about a request.
#include "platform/http/request.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace http {
namespace {

struct NamedMethod {
    Method method;
    std::string_view name;
};
constexpr std::array kMethods{NamedMethod{Method::get, "GET"},        NamedMethod{Method::head, "HEAD"},
                              NamedMethod{Method::post, "POST"},      NamedMethod{Method::put, "PUT"},
                              NamedMethod{Method::patch, "PATCH"},    NamedMethod{Method::delete_, "DELETE"},
                              NamedMethod{Method::options, "OPTIONS"}};

}  // namespace

std::string_view name(Method method) {
    const auto found = std::ranges::find(kMethods, method, &NamedMethod::method);
    return found == kMethods.end() ? "?" : found->name;
}

Method method_of(std::string_view name) {
    const auto found = std::ranges::find(kMethods, name, &NamedMethod::name);
    return found == kMethods.end() ? Method::other : found->method;
}

const UploadedFile* Form::file(std::string_view field) const {
    const auto found = std::ranges::find_if(
        files, [&](const UploadedFile& file) { return file.field == field && !file.bytes.empty(); });
    return found == files.end() ? nullptr : &*found;
}

bool Form::is_ticked(std::string_view name) const {
    const auto value = view(name);
    return value == "1" || value == "on";
}

bool Request::is_json() const {
    const auto type = base::lower_ascii(headers.view("content-type"));
    const auto media = std::string_view{type}.substr(0, type.find_first_of("; \t"));
    return media == "application/json" || (media.starts_with("application/") && media.ends_with("+json"));
}

}  // namespace http
