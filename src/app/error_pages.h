// app/error_pages.h - the page that says what went wrong, in the visitor's language and in the campaign's frame.
#pragma once
#include "app/house.h"

namespace app {

http::Response error_page(const House& house, const http::ErrorContext& context);

}  // namespace app
