// What the API's document says of the addresses of this slice.
#include "features/osdi/slice.h"

namespace osdi {
namespace {

using ports::ApiAnswer;
using ports::ApiField;
using ports::ApiOperation;
using ports::JsonType;
using ports::Presence;

constexpr const char* kHal = "application/hal+json";

ApiField text(std::string name, std::string description) {
    return {.name = std::move(name), .presence = Presence::optional, .description = std::move(description)};
}

ApiField object(std::string name, std::string description, std::vector<ApiField> fields = {text("href", "")}) {
    return {.name = std::move(name),
            .type = JsonType::object,
            .presence = Presence::optional,
            .description = std::move(description),
            .fields = std::move(fields)};
}

ApiField texts(std::string name, std::string description) {
    return {.name = std::move(name),
            .type = JsonType::list,
            .presence = Presence::optional,
            .description = std::move(description)};
}

ApiField objects(std::string name, std::vector<ApiField> fields) {
    return {
        .name = std::move(name), .type = JsonType::list, .presence = Presence::optional, .fields = std::move(fields)};
}

std::vector<ApiField> person_fields() {
    return {text("given_name", ""),
            text("family_name", ""),
            texts("languages_spoken", "en or fr"),
            objects("email_addresses", {text("address", ""), text("status", "subscribed or unsubscribed")}),
            objects("postal_addresses",
                    {text("postal_code", ""), text("locality", ""), text("region", ""), text("country", "CA")}),
            texts("identifiers", "what your program calls them: system:17"),
            object("custom_fields", "any names with texts", {text("name", "")})};
}

std::vector<ApiField> signing_body() {
    return {object("person", "who signs", person_fields()),
            object("_links", "osdi:person in place of person", {object("osdi:person", "")}),
            text("comments", "up to 500 characters"), texts("add_tags", "")};
}

std::vector<ApiField> paging() {
    return {text("page", "from 1"), text("per_page", "25 at most"), text("filter", "modified_date gt '2026-11-22'"),
            text("after", "from the next link")};
}

std::vector<ApiField> path_parameters(std::string_view path) {
    std::vector<ApiField> parameters;
    for (auto open = path.find('{'); open != path.npos; open = path.find('{', open + 1)) {
        const auto close = path.find('}', open);
        parameters.push_back({.name = std::string{path.substr(open + 1, close - open - 1)}});
    }
    return parameters;
}

ApiAnswer hal(std::string description, std::vector<ApiField> fields) {
    fields.push_back(object("_links", "where to go from here"));
    return {.status = 200, .description = std::move(description), .fields = std::move(fields), .content_type = kHal};
}

ApiAnswer error(int status, std::string description) {
    return {.status = status,
            .description = std::move(description),
            .fields = {{.name = "error", .description = "a sentence"}}};
}

struct Words {
    http::Method method;
    std::string path, id, summary;
};

ApiOperation operation(Words words, ApiAnswer answer) {
    ApiOperation made{.method = words.method,
                      .path = "/api/v2/" + words.path,
                      .id = std::move(words.id),
                      .summary = std::move(words.summary),
                      .access = ports::ApiAccess::key};
    made.parameters = path_parameters(made.path);
    made.answers = {std::move(answer), error(401, "No key, or one that does not work"),
                    error(403, "The key may not do that"), error(429, "Too many requests with this key: Retry-After")};
    if (!made.parameters.empty()) made.answers.push_back(error(404, "Nothing there, or beyond the key's level"));
    return made;
}

// A page of records under _embedded, and the links to the pages beside it.
ApiOperation list(std::string path, std::string id, std::string summary) {
    auto made = operation({http::Method::get, std::move(path), std::move(id), std::move(summary)},
                          hal("One page; follow _links.next until there is none",
                              {{.name = "page", .type = JsonType::integer},
                               {.name = "per_page", .type = JsonType::integer},
                               {.name = "total_pages", .type = JsonType::integer, .presence = Presence::optional},
                               {.name = "total_records", .type = JsonType::integer, .presence = Presence::optional},
                               object("_embedded", "the records, under their name")}));
    made.query = paging();
    made.answers.push_back(error(400, "A page or a filter that cannot be read"));
    return made;
}

ApiOperation one(std::string path, std::string id, std::string summary) {
    return operation(
        {http::Method::get, std::move(path), std::move(id), std::move(summary)},
        hal("The record", {texts("identifiers", "ours first"), text("created_date", ""), text("modified_date", "")}));
}

ApiOperation change(Words words, std::vector<ApiField> body) {
    auto made = operation(std::move(words), hal("The record as it is now", {texts("identifiers", "ours first")}));
    made.body = std::move(body);
    made.description = "With an Idempotency-Key, a request that comes again does nothing twice.";
    made.answers.push_back(error(409, "This Idempotency-Key came with another request"));
    made.answers.push_back(error(422, "Something has to be put right; every problem with its field"));
    return made;
}

}  // namespace

std::vector<ApiOperation> api_operations() {
    using enum http::Method;
    auto entry = operation({get, "", "osdiEntry", "The way to everything else"},
                           hal("The entry point", {text("osdi_version", ""), text("product_name", "")}));
    entry.access = ports::ApiAccess::anybody;
    auto removal = operation({delete_, "tags/{tag}/taggings/{tagging}", "osdiRemoveTagging", "Take a tag off a person"},
                             hal("Done", {text("notice", "")}));
    return {
        std::move(entry),
        list("people", "osdiListPeople", "People"),
        change({post, "people", "osdiSignUpPerson", "Add a person, or fill in what is not known of them"},
               {object("person", "needs an email address", person_fields()), texts("add_tags", ""),
                texts("remove_tags", "")}),
        one("people/{person}", "osdiShowPerson", "One person"),
        change({put, "people/{person}", "osdiChangePerson", "Change a person"}, person_fields()),
        list("people/{person}/signatures", "osdiListSignaturesOfPerson", "What a person signed"),
        list("people/{person}/submissions", "osdiListSubmissionsOfPerson", "The forms that a person filled in"),
        list("people/{person}/taggings", "osdiListTaggingsOfPerson", "The tags of a person"),
        list("petitions", "osdiListPetitions", "Petitions"),
        one("petitions/{slug}", "osdiShowPetition", "One petition"),
        list("petitions/{slug}/signatures", "osdiListSignatures", "Confirmed signatures under a petition"),
        change({post, "petitions/{slug}/signatures", "osdiRecordSignature", "Sign for somebody; they confirm by mail"},
               signing_body()),
        one("petitions/{slug}/signatures/{signature}", "osdiShowSignature", "One signature"),
        list("forms", "osdiListForms", "Forms of the email list"),
        one("forms/{slug}", "osdiShowForm", "One form"),
        list("forms/{slug}/submissions", "osdiListSubmissions", "Confirmed sign-ups by a form"),
        change({post, "forms/{slug}/submissions", "osdiRecordSubmission", "Sign somebody up by a form"},
               signing_body()),
        one("forms/{slug}/submissions/{submission}", "osdiShowSubmission", "One sign-up"),
        list("tags", "osdiListTags", "Tags"),
        change({post, "tags", "osdiMakeTag", "Make a tag"}, {{.name = "name"}}),
        one("tags/{tag}", "osdiShowTag", "One tag"),
        list("tags/{tag}/taggings", "osdiListTaggings", "People with a tag"),
        change({post, "tags/{tag}/taggings", "osdiAddTagging", "Put a tag on a person"},
               {object("_links", "", {object("osdi:person", "")})}),
        one("tags/{tag}/taggings/{tagging}", "osdiShowTagging", "A tag on a person"),
        std::move(removal),
        list("messages", "osdiListMessages", "Mails to the list"),
        one("messages/{message}", "osdiShowMessage", "One mail to the list"),
    };
}

}  // namespace osdi
