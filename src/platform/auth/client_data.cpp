#include "platform/auth/client_data.h"

#include <boost/json.hpp>

namespace auth {
namespace {

std::optional<std::string> text_of(const boost::json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    if (value == nullptr || !value->is_string()) return std::nullopt;
    return std::string{std::string_view{value->get_string()}};
}

// Anything but false counts, also what is no truth value at all.
bool is_embedded(const boost::json::object& object) {
    const auto* crosses = object.if_contains("crossOrigin");
    const bool is_same_origin = crosses == nullptr || (crosses->is_bool() && !crosses->get_bool());
    return !is_same_origin || object.contains("topOrigin");
}

}  // namespace

std::optional<ClientData> parse_client_data(std::string_view json) {
    if (json.size() > kLongestClientData) return std::nullopt;
    boost::system::error_code error;
    const auto value = boost::json::parse(json, error);
    if (error || !value.is_object()) return std::nullopt;
    const auto& object = value.get_object();
    auto type = text_of(object, "type"), challenge = text_of(object, "challenge"), origin = text_of(object, "origin");
    if (!type || !challenge || !origin) return std::nullopt;
    return ClientData{*std::move(type), *std::move(challenge), *std::move(origin), is_embedded(object)};
}

}  // namespace auth
