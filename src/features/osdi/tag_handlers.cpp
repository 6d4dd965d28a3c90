#include "base/text.h"
#include "base/whole_number.h"
#include "features/osdi/handlers.h"
#include "features/osdi/people_store.h"
#include "features/osdi/records_api.h"
#include "features/osdi/store.h"
#include "platform/auth/audit.h"

namespace osdi {
namespace {

std::optional<people::Tag> find_tag(const http::Request& request, db::Read& read) {
    const auto id = base::id_from<people::TagId>(request.parameters.view("tag"));
    return id ? people::find_tag(read, *id) : std::nullopt;
}

std::optional<people::TaggedPerson> find_tagging(db::Read& read, people::TagId tag, people::PersonId person) {
    const auto found = people::tagged(read, {tag, people::PersonId{person.value - 1}, 1});
    if (found.empty() || found.front().person != person) return std::nullopt;
    return found.front();
}

// The tagging that an address names, of somebody whom the key reaches.
std::optional<ShownTagging> tagging_of(const http::Request& request, db::Read& read) {
    const auto tag = find_tag(request, read);
    const auto person =
        tag ? find_within(read, Reach{read, *request.caller}, request.parameters.view("tagging")) : std::nullopt;
    const auto tagged = person ? find_tagging(read, tag->id, person->id) : std::nullopt;
    if (!tagged) return std::nullopt;
    return ShownTagging{tag->id, *tagged};
}

struct TaggingPage {
    std::vector<people::TaggedPerson> taggings{};
    std::optional<std::string> next{};
};

// Of people whom the key reaches; at most kMostLookedAt are looked at, so that a page may hold few and have a next one.
TaggingPage page_of(db::Read& read, people::TagId tag, const ListQuery& query, const Reach& reach) {
    constexpr std::int64_t kAtOnce = 250;
    TaggingPage page;
    people::PersonId at{base::whole_number(query.paging.after).value_or(0)};
    std::int64_t skipped = 0;
    for (std::int64_t looked_at = 0; looked_at < store::kMostLookedAt + query.paging.skipped(); looked_at += kAtOnce) {
        const auto some = people::tagged(read, {tag, at, kAtOnce});
        for (const auto& tagged : some) {
            if (std::ssize(page.taggings) == query.paging.per_page) {
                page.next = std::to_string(at.value);
                return page;
            }
            at = tagged.person;
            if (!find_within(read, reach, tagged.person) || skipped++ < query.paging.skipped()) continue;
            page.taggings.push_back(tagged);
        }
        if (std::ssize(some) < kAtOnce) return page;
    }
    page.next = std::to_string(at.value);
    return page;
}

std::optional<people::Person> linked_within(const Call& call, const Root& root, db::Read& read) {
    const auto path = root.path_of(linked_person(call.body)).value_or("");
    if (!path.starts_with("people/")) return std::nullopt;
    return find_within(read, Reach{read, call.caller()}, std::string_view{path}.substr(7));
}

void record(const Call& call, const char* action, people::PersonId person, db::Write& write) {
    auth::record(write, {.actor = {std::nullopt, source_of(call.caller()), call.http().request_id},
                         .action = action,
                         .subject = {"person", person.value, {}},
                         .level = call.caller().level});
}

}  // namespace

http::Response TagHandlers::list(const http::Request& request, db::Read& read) const {
    if (auto refused = refusal(request, ports::ApiScope::tags)) return *std::move(refused);
    const auto query = read_list_query(request);
    if (!query) return error_answer(request, query.error());
    const Root root{request, services_.frames.public_url()};
    std::vector<json::object> all;
    for (const auto& tag : people::tags(read)) {
        auto resource = tag_json({services_, read, root, request.locale}, tag);
        if (is_meant(resource, query->filter)) all.push_back(std::move(resource));
    }
    Collection collection{.rel = "osdi:tags", .path = "tags", .paging = query->paging};
    collection.filter = query->filter_text;
    take_page(collection, std::move(all));
    return respond(collection_json(root, collection));
}

http::Response TagHandlers::show(const http::Request& request, db::Read& read) const {
    if (auto refused = refusal(request, ports::ApiScope::tags)) return *std::move(refused);
    const auto tag = find_tag(request, read);
    if (!tag) return not_there(request);
    const Root root{request, services_.frames.public_url()};
    return respond(tag_json({services_, read, root, request.locale}, *tag));
}

http::WriteResult TagHandlers::make(const Call& call, db::Write& write) const {
    base::Problems problems;
    const auto name = base::collapse_spaces(text_member(call.body, "name", problems));
    const auto identifiers = read_identifiers(call.body, problems);
    if (const auto problem = people::problem_of_tag(name)) problems.push_back({"name", *problem});
    if (!problems.empty()) return problems;
    const auto id = once(call, write, [&]() -> base::Result<std::int64_t, base::Problems> {
        const auto tag = people::ensure_tag(write, name);
        store::add_identifiers(write, {store::RecordKind::tag, tag.value}, identifiers);
        return tag.value;
    });
    if (!id) return id.error();
    const auto tag = people::find_tag(write, people::TagId{*id});
    if (!tag) return nothing_there();
    const Root root{call.http(), services_.frames.public_url()};
    return respond(tag_json({services_, write, root, call.http().locale}, *tag));
}

http::Response TagHandlers::taggings(const http::Request& request, db::Read& read) const {
    if (auto refused = refusal(request, ports::ApiScope::tags)) return *std::move(refused);
    const auto query = read_list_query(request);
    if (!query) return error_answer(request, query.error());
    const auto tag = find_tag(request, read);
    if (!tag) return not_there(request);
    const Root root{request, services_.frames.public_url()};
    const Reach reach{read, *request.caller};
    const auto page = page_of(read, tag->id, *query, reach);
    Collection collection{.rel = "osdi:taggings", .path = tag_path(tag->id) + "/taggings", .paging = query->paging};
    collection.filter = query->filter_text;
    collection.next = page.next;
    for (const auto& tagged : page.taggings) {
        auto resource = tagging_json({services_, read, root, request.locale}, {tag->id, tagged});
        if (is_meant(resource, query->filter)) collection.items.push_back(std::move(resource));
    }
    const auto counted =
        reach.levels() ? store::kMostCounted : people::count_tagged(read, tag->id, store::kMostCounted);
    if (query->filter.is_empty() && counted < store::kMostCounted) collection.total = counted;
    return respond(collection_json(root, collection));
}

http::Response TagHandlers::tagging(const http::Request& request, db::Read& read) const {
    if (auto refused = refusal(request, ports::ApiScope::tags)) return *std::move(refused);
    const auto tagging = tagging_of(request, read);
    if (!tagging) return not_there(request);
    const Root root{request, services_.frames.public_url()};
    return respond(tagging_json({services_, read, root, request.locale}, *tagging));
}

http::WriteResult TagHandlers::add(const Call& call, db::Write& write) const {
    const auto tag = find_tag(call.http(), write);
    if (!tag) return nothing_there();
    const Root root{call.http(), services_.frames.public_url()};
    const auto person = linked_within(call, root, write);
    if (!person)
        return base::Problems{
            {"_links.osdi:person.href", base::message("The body needs a link to a person whom this key reaches.")}};
    if (people::add_tag(write, {person->id, tag->id}) > 0) record(call, "osdi.tag", person->id, write);
    const auto tagged = find_tagging(write, tag->id, person->id);
    if (!tagged) return nothing_there();
    return respond(tagging_json({services_, write, root, call.http().locale}, {tag->id, *tagged}));
}

http::WriteResult TagHandlers::remove(const Call& call, db::Write& write) const {
    const auto tagging = tagging_of(call.http(), write);
    if (!tagging) return nothing_there();
    people::remove_tag(write, {tagging->tagged.person, tagging->tag});
    record(call, "osdi.untag", tagging->tagged.person, write);
    return respond({{"notice", "This tagging was successfully deleted."}});
}

}  // namespace osdi
