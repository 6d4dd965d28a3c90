// The API is what its document says: every address of it is described, and everything described is there.
#include <set>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "base/text.h"
#include "tests/contracts/all_routes.h"
#include "tests/support/running_program.h"

namespace contracts {
namespace {

using test_support::Kind;
using test_support::RunningProgram;

std::set<std::string> described(const boost::json::object& document) {
    std::set<std::string> found;
    for (const auto& [path, operations] : document.at("paths").as_object())
        for (const auto& [method, operation] : operations.as_object())
            found.insert(std::string{method} + " " + std::string{path});
    return found;
}

std::set<std::string> routed(const http::Router& router) {
    std::set<std::string> found;
    for (const auto& route : router.routes())
        if (is_api(*route)) found.insert(base::lower_ascii(http::name(route->method)) + " " + route->pattern);
    return found;
}

TEST(ApiDocument, describes_every_address_and_no_other_each_with_an_id_an_answer_and_its_parameters) {
    RunningProgram program{Kind::sqlite};
    const auto answer = program.visitor().get("/api/v1/openapi.json");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.header("content-type"), "application/json");
    const auto document = boost::json::parse(answer.body).as_object();
    EXPECT_EQ(document.at("openapi"), "3.1.0");
    EXPECT_EQ(described(document), routed(program->router()));
    std::set<std::string> ids;
    for (const auto& [path, operations] : document.at("paths").as_object())
        for (const auto& [method, value] : operations.as_object()) {
            SCOPED_TRACE(std::string{method} + " " + std::string{path});
            const auto& operation = value.as_object();
            EXPECT_TRUE(ids.insert(std::string{operation.at("operationId").as_string()}).second);
            EXPECT_FALSE(operation.at("responses").as_object().empty());
            const bool has_parameter = path.find('{') != std::string::npos;
            if (has_parameter) EXPECT_TRUE(operation.contains("parameters"));
        }
}

}  // namespace
}  // namespace contracts
