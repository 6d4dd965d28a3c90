// The entry point, messages, and what all handlers share.
#include <algorithm>

#include "base/whole_number.h"
#include "features/osdi/handlers.h"
#include "features/osdi/records_api.h"

namespace osdi {
namespace {

constexpr std::string_view kStandardVersion = "1.1.1";

json::object entry_links(const Root& root) {
    auto links = links_of(root, "");
    for (const auto* name : {"people", "petitions", "forms", "tags", "messages"})
        links[std::string{"osdi:"} + name] = link(root.url(name));
    links["osdi:person_signup_helper"] = link(root.url("people"));
    return links;
}

}  // namespace

http::Response error_answer(const http::Request& request, const base::Problems& problems) {
    return error_response({status_of(problems), request.locale, &problems});
}

base::Problems nothing_there() {
    return {{std::string{kNotFound}, base::message("There is nothing at this address.")}};
}

http::Response not_there(const http::Request& request) { return error_answer(request, nothing_there()); }

base::Result<ListQuery, base::Problems> read_list_query(const http::Request& request) {
    const auto paging = read_paging(request.query);
    if (!paging) return paging.error();
    auto text = request.query.text("filter");
    auto filter = read_filter(text);
    if (!filter) return base::Problems{{std::string{kMalformed}, filter.error()}};
    return ListQuery{*paging, *std::move(filter), std::move(text)};
}

bool is_meant(const json::object& resource, const Filter& filter) {
    const auto at = [&](const char* name) {
        const auto* text = resource.contains(name) ? resource.at(name).if_string() : nullptr;
        return text == nullptr ? std::optional<base::Instant>{} : read_time(std::string_view{*text});
    };
    const auto spans = filter.spans();
    // Answers show whole seconds: the last microsecond of one is meant by "gt" of it.
    const auto holds = [](std::optional<base::Instant> time, base::Instant after, base::Instant before) {
        return !time || (*time + base::milliseconds(999) > after && *time < before);
    };
    if (!holds(at("created_date"), spans.created_after, spans.created_before)) return false;
    if (!holds(at("modified_date"), spans.changed_after, spans.changed_before)) return false;
    const auto* identifier = filter.value(FilterField::identifier);
    if (identifier == nullptr) return true;
    const auto& all = resource.at("identifiers").as_array();
    return std::ranges::any_of(all, [&](const json::value& each) { return each == json::value(*identifier); });
}

http::Response EntryHandlers::entry(const http::Request& request, db::Read&) const {
    const Root root{request, services_.frames.public_url()};
    return respond({{"motd", "Alltogether, by the shape of Action Network's API. See docs/operations/osdi.md."},
                    {"vendor_name", "Alltogether"},
                    {"product_name", services_.frames.campaign(request.locale)},
                    {"osdi_version", kStandardVersion},
                    {"max_pagesize", kPageSize},
                    {"namespace", "alltogether"},
                    {"_links", entry_links(root)}});
}

http::Response EntryHandlers::messages(const http::Request& request, db::Read& read) const {
    if (auto refused = refusal(request, ports::ApiScope::messages)) return *std::move(refused);
    const auto query = read_list_query(request);
    if (!query) return error_answer(request, query.error());
    const Root root{request, services_.frames.public_url()};
    const Reach reach{read, *request.caller};
    std::vector<json::object> all;
    for (const auto& mailing : services_.mailings.all(read, request.locale)) {
        if (!reach.holds(mailing.level)) continue;
        auto message = message_json({services_, read, root, request.locale}, mailing);
        if (is_meant(message, query->filter)) all.push_back(std::move(message));
    }
    Collection collection{.rel = "osdi:messages", .path = "messages", .paging = query->paging};
    collection.filter = query->filter_text;
    take_page(collection, std::move(all));
    return respond(collection_json(root, collection));
}

http::Response EntryHandlers::message(const http::Request& request, db::Read& read) const {
    if (auto refused = refusal(request, ports::ApiScope::messages)) return *std::move(refused);
    const auto id = base::id_from<ports::MailingId>(request.parameters.view("message"));
    const auto mailing = id ? services_.mailings.words(read, *id, request.locale) : std::nullopt;
    if (!mailing || !Reach{read, *request.caller}.holds(mailing->level)) return not_there(request);
    const Root root{request, services_.frames.public_url()};
    return respond(message_json({services_, read, root, request.locale}, *mailing));
}

}  // namespace osdi
