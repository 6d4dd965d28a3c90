#include "app/openapi.h"

#include <map>

#include <boost/json.hpp>

#include "app/version.h"
#include "base/text.h"

namespace app {
namespace {

namespace json = boost::json;
using ports::ApiField;
using ports::JsonType;

constexpr std::string_view kProblemType = "application/problem+json";
constexpr std::string_view kProblemSchema = "#/components/schemas/Problem";

json::object schema_of(const ApiField& field);

json::object schema_of_members(std::span<const ApiField> fields) {
    json::object properties;
    json::array required;
    for (const ApiField& field : fields) {
        properties[field.name] = schema_of(field);
        if (field.presence == ports::Presence::required) required.emplace_back(field.name);
    }
    json::object schema{{"type", "object"}, {"properties", std::move(properties)}};
    if (!required.empty()) schema["required"] = std::move(required);
    return schema;
}

// Without known members: an object whose values are integers, as in "by_class": {"organisation": 12}.
json::object schema_of_object(const ApiField& field) {
    if (!field.fields.empty()) return schema_of_members(field.fields);
    return {{"type", "object"}, {"additionalProperties", json::object{{"type", "integer"}}}};
}

json::object schema_of_list(const ApiField& field) {
    return {{"type", "array"},
            {"items", field.fields.empty() ? json::object{{"type", "string"}} : schema_of_members(field.fields)}};
}

json::object schema_of_type(const ApiField& field) {
    switch (field.type) {
        case JsonType::text:
            return {{"type", "string"}};
        case JsonType::integer:
            return {{"type", "integer"}};
        case JsonType::number:
            return {{"type", "number"}};
        case JsonType::boolean:
            return {{"type", "boolean"}};
        case JsonType::object:
            return schema_of_object(field);
        case JsonType::list:
            return schema_of_list(field);
    }
    return {};
}

json::value example_of(const ApiField& field) {
    if (field.type == JsonType::text) return json::string{field.example};
    boost::system::error_code error;
    auto value = json::parse(field.example, error);
    return error ? json::value{json::string{field.example}} : value;
}

json::object schema_of(const ApiField& field) {
    auto schema = schema_of_type(field);
    if (!field.description.empty()) schema["description"] = field.description;
    if (!field.format.empty()) schema["format"] = field.format;
    if (!field.example.empty()) schema["examples"] = json::array{example_of(field)};
    if (!field.values.empty()) schema["enum"] = json::array(field.values.begin(), field.values.end());
    return schema;
}

json::object parameter_of(const ApiField& field, std::string_view place) {
    const bool is_required = place == "path" || field.presence == ports::Presence::required;
    json::object parameter{{"name", field.name}, {"in", place}, {"required", is_required}};
    if (!field.description.empty()) parameter["description"] = field.description;
    ApiField bare = field;
    bare.description.clear();
    parameter["schema"] = schema_of(bare);
    return parameter;
}

json::array parameters_of(const ports::ApiOperation& operation) {
    json::array parameters;
    for (const auto& field : operation.parameters) parameters.push_back(parameter_of(field, "path"));
    for (const auto& field : operation.query) parameters.push_back(parameter_of(field, "query"));
    return parameters;
}

json::object body_of(const ports::ApiOperation& operation) {
    return {
        {"required", true},
        {"content", json::object{{"application/json", json::object{{"schema", schema_of_members(operation.body)}}}}}};
}

json::object schema_of_answer(const ports::ApiAnswer& answer) {
    if (answer.content_type == kProblemType) return {{"$ref", kProblemSchema}};
    if (answer.content_type == "application/json" || answer.content_type == "application/hal+json")
        return schema_of_members(answer.fields);
    return {{"type", "string"}};
}

json::object answer_of(const ports::ApiAnswer& answer) {
    json::object described{{"description", answer.description}};
    const bool has_body = !answer.fields.empty() || answer.content_type != "application/json";
    if (has_body)
        described["content"] = json::object{{answer.content_type, json::object{{"schema", schema_of_answer(answer)}}}};
    return described;
}

json::object answers_of(const ports::ApiOperation& operation) {
    json::object answers;
    for (const auto& answer : operation.answers) answers[std::to_string(answer.status)] = answer_of(answer);
    return answers;
}

json::object described(const ports::ApiOperation& operation) {
    json::object object{{"operationId", operation.id}, {"summary", operation.summary}};
    if (!operation.description.empty()) object["description"] = operation.description;
    if (auto parameters = parameters_of(operation); !parameters.empty()) object["parameters"] = std::move(parameters);
    if (!operation.body.empty()) object["requestBody"] = body_of(operation);
    object["responses"] = answers_of(operation);
    if (operation.access == ports::ApiAccess::staff)
        object["security"] = json::array{json::object{{"session", json::array{}}}};
    if (operation.access == ports::ApiAccess::key)
        object["security"] = json::array{json::object{{"key", json::array{}}}};
    return object;
}

json::object paths_of(std::span<const ports::ApiOperation> operations) {
    json::object paths;
    for (const auto& operation : operations) {
        if (!paths.contains(operation.path)) paths[operation.path] = json::object{};
        paths[operation.path].as_object()[base::lower_ascii(http::name(operation.method))] = described(operation);
    }
    return paths;
}

json::object text_schema() { return {{"type", "string"}}; }

// RFC 9457, and a list of what is wrong with which field.
json::object problem_schema() {
    json::object one_problem{{"type", "object"},
                             {"properties", json::object{{"field", text_schema()}, {"message", text_schema()}}}};
    return {{"type", "object"},
            {"properties", json::object{{"type", text_schema()},
                                        {"title", text_schema()},
                                        {"status", json::object{{"type", "integer"}}},
                                        {"errors", json::object{{"type", "array"}, {"items", one_problem}}}}},
            {"required", json::array{"title", "status"}}};
}

json::object components() {
    return {{"schemas", json::object{{"Problem", problem_schema()}}},
            {"securitySchemes",
             json::object{{"session", json::object{{"type", "apiKey"}, {"in", "cookie"}, {"name", "session"}}},
                          {"key", json::object{{"type", "apiKey"}, {"in", "header"}, {"name", "OSDI-API-Token"}}}}}};
}

}  // namespace

std::string openapi_document(const ApiDocument& document) {
    return json::serialize(json::object{
        {"openapi", "3.1.0"},
        {"info", json::object{{"title", document.title},
                              {"version", version()},
                              {"license", json::object{{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}}},
        {"servers", json::array{json::object{{"url", document.server_url}}}},
        {"paths", paths_of(document.operations)},
        {"components", components()}});
}

ports::ApiOperation openapi_operation() {
    return {.method = http::Method::get,
            .path = "/api/v1/openapi.json",
            .id = "describeApi",
            .summary = "This document",
            .answers = {{.status = 200,
                         .description = "OpenAPI 3.1",
                         .fields = {{.name = "openapi"},
                                    {.name = "info", .type = JsonType::object},
                                    {.name = "paths", .type = JsonType::object}}}}};
}

}  // namespace app
