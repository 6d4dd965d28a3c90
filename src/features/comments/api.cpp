#include "features/comments/api.h"

#include <boost/json.hpp>

#include "platform/i18n/translator.h"

namespace comments {
namespace {

using ports::JsonType;
using ports::Presence;

std::vector<ports::ApiField> comment_fields() {
    return {{.name = "id", .type = JsonType::integer},
            {.name = "language", .description = "of the signer", .values = {"en", "fr"}},
            {.name = "words", .description = "plain text, up to 500 characters; never markup"},
            {.name = "name", .description = "as agreed at signing; empty where it is not shown", .example = "Maya T."},
            {.name = "place", .description = "likewise", .example = "Moncton"},
            {.name = "written_at", .format = "date-time"}};
}

}  // namespace

std::string json_of(const ApiPage& page) {
    boost::json::array list;
    for (const Comment& each : page.comments)
        list.push_back({{"id", each.id.value},
                        {"language", base::code(each.locale)},
                        {"words", each.words},
                        {"name", each.name},
                        {"place", each.place},
                        {"written_at", i18n::machine_time(each.written_at)}});
    return boost::json::serialize(boost::json::object{{"petition", page.petition.slug},
                                                      {"total", page.total},
                                                      {"comments", std::move(list)},
                                                      {"next", page.older ? page.older->value : 0}});
}

std::vector<ports::ApiOperation> api_operations() {
    return {
        {.method = http::Method::get,
         .path = "/api/v1/petitions/{slug}/comments",
         .id = "listComments",
         .summary = "Why people signed",
         .description = "Comments of signers that somebody of the campaign has read and shown, newest first, "
                        "twenty a page.",
         .parameters = {{.name = "slug",
                         .description = "the petition's name in its address",
                         .example = "equality-pledge"}},
         .query = {{.name = "language", .presence = Presence::optional, .values = {"en", "fr"}},
                   {.name = "before",
                    .type = JsonType::integer,
                    .presence = Presence::optional,
                    .description = "`next` of the page before"}},
         .answers = {
             {.status = 200,
              .description = "One page",
              .fields = {{.name = "petition"},
                         {.name = "total", .type = JsonType::integer, .description = "of all pages, in both languages"},
                         {.name = "comments", .type = JsonType::list, .fields = comment_fields()},
                         {.name = "next", .type = JsonType::integer, .description = "0 on the last page"}}},
             ports::problem_answer(404, "No such petition")}}};
}

}  // namespace comments
