// The document as other people's programs read it.
#include "app/openapi.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace app {
namespace {

using ports::JsonType;
using ports::Presence;

boost::json::object document_of(const ports::ApiOperation& operation) {
    const auto text = openapi_document({.title = "T", .server_url = "/", .operations = std::span{&operation, 1}});
    return boost::json::parse(text).as_object();
}

const ports::ApiOperation kSign{
    .method = http::Method::post,
    .path = "/api/v1/petitions/{slug}/signatures",
    .id = "sign",
    .summary = "Sign",
    .parameters = {{.name = "slug"}},
    .query = {{.name = "page", .type = JsonType::integer, .presence = Presence::optional}},
    .body = {{.name = "email", .format = "email", .example = "maya@example.org"},
             {.name = "show_name", .type = JsonType::boolean, .presence = Presence::optional, .example = "true"},
             {.name = "kind", .values = {"a", "b"}}},
    .answers = {{.status = 201,
                 .description = "Signed",
                 .fields = {{.name = "by_class", .type = JsonType::object},
                            {.name = "names", .type = JsonType::list},
                            {.name = "count",
                             .type = JsonType::object,
                             .fields = {{.name = "n", .type = JsonType::integer}}}}},
                ports::problem_answer(422, "Wrong")},
    .access = ports::ApiAccess::staff};

TEST(AnOperation, stands_under_its_path_and_method) {
    const auto document = document_of(kSign);
    const auto& operation = document.at("paths").at(kSign.path).at("post");
    EXPECT_EQ(operation.at("operationId"), "sign");
    EXPECT_EQ(operation.at("security").as_array().size(), 1);
    EXPECT_EQ(operation.at("responses").at("201").at("description"), "Signed");
}

TEST(AnOperation, takes_parameters_from_path_and_query) {
    const auto parameters = document_of(kSign).at("paths").at(kSign.path).at("post").at("parameters").as_array();
    ASSERT_EQ(parameters.size(), 2);
    EXPECT_EQ(parameters[0].at("in"), "path");
    EXPECT_EQ(parameters[0].at("required"), true);
    EXPECT_EQ(parameters[1].at("in"), "query");
    EXPECT_EQ(parameters[1].at("required"), false);
    EXPECT_EQ(parameters[1].at("schema").at("type"), "integer");
}

TEST(AnOperation, describes_what_is_sent) {
    const auto document = document_of(kSign);
    const auto& schema = document.at("paths")
                             .at(kSign.path)
                             .at("post")
                             .at("requestBody")
                             .at("content")
                             .at("application/json")
                             .at("schema");
    EXPECT_EQ(schema.at("required"), (boost::json::array{"email", "kind"}));
    EXPECT_EQ(schema.at("properties").at("email").at("format"), "email");
    EXPECT_EQ(schema.at("properties").at("show_name").at("examples"), (boost::json::array{true}));
    EXPECT_EQ(schema.at("properties").at("kind").at("enum"), (boost::json::array{"a", "b"}));
}

TEST(AnOperation, describes_what_comes_back_and_what_went_wrong) {
    const auto document = document_of(kSign);
    const auto& responses = document.at("paths").at(kSign.path).at("post").at("responses");
    const auto& members = responses.at("201").at("content").at("application/json").at("schema").at("properties");
    EXPECT_EQ(members.at("by_class").at("additionalProperties").at("type"), "integer");
    EXPECT_EQ(members.at("names").at("items").at("type"), "string");
    EXPECT_EQ(members.at("count").at("properties").at("n").at("type"), "integer");
    EXPECT_EQ(responses.at("422").at("content").at("application/problem+json").at("schema").at("$ref"),
              "#/components/schemas/Problem");
    EXPECT_TRUE(document.at("components").at("schemas").as_object().contains("Problem"));
}

}  // namespace
}  // namespace app
