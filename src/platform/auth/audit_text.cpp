#include "platform/auth/audit_text.h"

#include <boost/json.hpp>

namespace auth {
namespace {

namespace json = boost::json;

json::object parse_object(std::string_view text) {
    boost::system::error_code failed;
    json::value value = json::parse(text, failed);
    if (failed || !value.is_object()) return {};
    return std::move(value.get_object());
}

std::string text_in(const json::object& object, std::string_view field) {
    const json::value* value = object.if_contains(field);
    if (value == nullptr) return "";
    return value->is_string() ? std::string{value->get_string()} : json::serialize(*value);
}

}  // namespace

ChangesText text_of_changes(const std::vector<Change>& changes) {
    json::object before, after;
    for (const auto& change : changes) {
        before[change.field] = change.before;
        after[change.field] = change.after;
    }
    return {json::serialize(before), json::serialize(after)};
}

std::vector<Change> changes_of_text(const ChangesText& text) {
    const json::object before = parse_object(text.before);
    const json::object after = parse_object(text.after);
    std::vector<Change> changes;
    for (const auto& [field, value] : before)
        changes.push_back({std::string{field}, text_in(before, field), text_in(after, field)});
    return changes;
}

}  // namespace auth
