#include "features/mailings/facts.h"

#include <boost/json.hpp>

#include "base/whole_number.h"

namespace mailings {
namespace {

namespace json = boost::json;

std::string text_of(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string{value->as_string()} : std::string{};
}

int number_of(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value != nullptr && value->is_int64() ? static_cast<int>(value->as_int64()) : 0;
}

const json::object& object_of(const json::object& object, std::string_view name) {
    static const json::object kNone;
    const auto* value = object.if_contains(name);
    return value != nullptr && value->is_object() ? value->as_object() : kNone;
}

ActionFact action_of(const json::object& object) {
    return {text_of(object, "title"), text_of(object, "summary"), text_of(object, "call"),
            text_of(object, "path"),  text_of(object, "figure"),  text_of(object, "unit")};
}

EventFact event_of(const json::object& object) {
    return {text_of(object, "title"), text_of(object, "when"), text_of(object, "where"), text_of(object, "language"),
            text_of(object, "path")};
}

// Each member of the object under this name whose key is a number.
template <class Take>
void for_each_numbered(const json::object& object, std::string_view name, const Take& take) {
    for (const auto& each : object_of(object, name)) {
        const auto id = base::whole_number(std::string_view{each.key()});
        if (id && each.value().is_object()) take(*id, each.value().as_object());
    }
}

}  // namespace

std::string json_of(const Facts& facts) {
    json::object actions, pictures, events;
    for (const auto& [key, each] : facts.actions)
        actions[key] = json::object{{"title", each.title}, {"summary", each.summary}, {"call", each.call},
                                    {"path", each.path},   {"figure", each.figure},   {"unit", each.unit}};
    for (const auto& [id, each] : facts.pictures)
        pictures[std::to_string(id)] =
            json::object{{"path", each.path}, {"alt", each.alt}, {"width", each.width}, {"height", each.height}};
    for (const auto& [id, each] : facts.events)
        events[std::to_string(id)] = json::object{{"title", each.title},
                                                  {"when", each.when},
                                                  {"where", each.where},
                                                  {"language", each.language},
                                                  {"path", each.path}};
    return json::serialize(json::object{{"public_url", facts.public_url},
                                        {"campaign", facts.campaign},
                                        {"organisation", facts.organisation},
                                        {"postal_address", facts.postal_address},
                                        {"from_name", facts.from_name},
                                        {"contact", facts.contact},
                                        {"archive_path", facts.archive_path},
                                        {"actions", std::move(actions)},
                                        {"pictures", std::move(pictures)},
                                        {"events", std::move(events)}});
}

Facts facts_of_json(std::string_view text) {
    boost::system::error_code error;
    const auto value = json::parse(text, error);
    if (error || !value.is_object()) return {};
    const auto& object = value.as_object();
    Facts facts{text_of(object, "public_url"),     text_of(object, "campaign"),  text_of(object, "organisation"),
                text_of(object, "postal_address"), text_of(object, "from_name"), text_of(object, "contact"),
                text_of(object, "archive_path")};
    for (const auto& each : object_of(object, "actions"))
        if (each.value().is_object()) facts.actions.emplace(each.key(), action_of(each.value().as_object()));
    for_each_numbered(object, "pictures", [&](std::int64_t id, const json::object& picture) {
        facts.pictures.emplace(id, PictureFact{text_of(picture, "path"), text_of(picture, "alt"),
                                               number_of(picture, "width"), number_of(picture, "height")});
    });
    for_each_numbered(object, "events",
                      [&](std::int64_t id, const json::object& event) { facts.events.emplace(id, event_of(event)); });
    return facts;
}

}  // namespace mailings
