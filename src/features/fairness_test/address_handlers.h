// features/fairness_test/address_handlers.h - what an address asks for, and the addresses of an answer.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "features/fairness_test/answer.h"
#include "features/fairness_test/pages.h"
#include "features/fairness_test/question.h"
#include "platform/http/request.h"

namespace fairness_test {

inline constexpr std::string_view kOwn = "yours";  // stands where a budget's slug does

OwnForm own_form(const http::Fields& query);

// Who asks gets the sample's answer at once; the page leads on to the whole population.
Depth depth_of(const http::Request& request);

// The version of the rules that a link names: ?rules=2.
std::optional<int> rules_version(const http::Request& request);

// "?place=ON&top=2"; "" where there is no query.
std::string query_suffix(const http::Request& request);

// A link names everything that its answer depends on, the version of the rules too. The others name the rules where
// the request did.
pages::Addresses addresses_of(const TestAnswer& answer, const http::Request& request, std::string_view public_url);

}  // namespace fairness_test
