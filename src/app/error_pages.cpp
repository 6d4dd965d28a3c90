#include "app/error_pages.h"

#include "platform/html/layout.h"

namespace app {
namespace {

// What is known of the request, enough for the frame of a page.
http::Request request_of(const http::ErrorContext& context) {
    http::Request request;
    request.path = context.path;
    request.locale = context.locale;
    request.request_id = context.request_id;
    return request;
}

// A page that does not exist has none in the other language: the switch then leads to its home page.
std::string other_path_of(const http::ErrorContext& context) {
    return std::string{context.status == 404 ? ports::kNoOtherLanguage : std::string_view{}};
}

}  // namespace

http::Response error_page(const House& house, const http::ErrorContext& context) {
    auto frame = house.frames.frame(request_of(context), {.title = {}, .other_path = other_path_of(context)});
    return http::page(
        html::error_page(std::move(frame), {.status = context.status, .reference = std::string{context.request_id}}),
        context.status);
}

}  // namespace app
