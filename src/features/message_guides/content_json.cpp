#include "features/message_guides/content_json.h"

#include <boost/json.hpp>

#include "features/message_guides/fields.h"

namespace message_guides {
namespace {

namespace json = boost::json;

template <class Part>
json::object object_of(const Part& part) {
    json::object object;
    for (const Field<Part>& field : fields<Part>()) object[field.name] = field.read(part);
    return object;
}

template <class Part>
Part part_of(const json::object& object) {
    Part part;
    for (const Field<Part>& field : fields<Part>())
        if (const auto* const value = object.if_contains(field.name); value != nullptr && value->is_string())
            field.write(part, std::string_view{value->get_string()});
    return part;
}

template <class Part>
void read_list(const json::object& object, std::string_view name, std::vector<Part>& list) {
    const auto* const values = object.if_contains(name);
    if (values == nullptr || !values->is_array()) return;
    for (const json::value& value : values->get_array()) {
        if (!value.is_object()) continue;
        Part part = part_of<Part>(value.get_object());
        if (const auto* const key = value.get_object().if_contains("key"); key != nullptr && key->is_string())
            part.key = key->get_string();
        list.push_back(std::move(part));
    }
}

}  // namespace

json::object json_of(const Content& content) {
    json::object object = object_of(content);
    each_list(content, [&](std::string_view name, const auto& list, std::size_t) {
        json::array items;
        for (const auto& part : list) {
            json::object item{{"key", part.key}};
            for (auto& [field, value] : object_of(part)) item[field] = std::move(value);
            items.push_back(std::move(item));
        }
        object[name] = std::move(items);
    });
    return object;
}

std::string text_of(const Content& content) { return json::serialize(json_of(content)); }

Content content_of(std::string_view text) {
    boost::system::error_code fault;
    const auto value = json::parse(text, fault);
    if (fault || !value.is_object()) return {};
    const json::object& object = value.get_object();
    Content content = part_of<Content>(object);
    each_list(content, [&](std::string_view name, auto& list, std::size_t) { read_list(object, name, list); });
    return content;
}

}  // namespace message_guides
