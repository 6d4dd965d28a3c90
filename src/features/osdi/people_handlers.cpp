#include <algorithm>
#include <functional>

#include "base/whole_number.h"
#include "features/osdi/handlers.h"
#include "features/osdi/people_service.h"
#include "features/osdi/people_store.h"
#include "features/osdi/records_api.h"
#include "features/osdi/store.h"
#include "people/address_hash.h"
#include "people/addresses.h"
#include "people/store.h"

namespace osdi {
namespace {

using people::Person;

// Those that the filter names outright; nullopt: it names nobody.
std::optional<std::vector<Person>> named_people(const Services& services, const Filter& filter, const Reach& reach,
                                                db::Read& read) {
    const auto* address = filter.value(FilterField::email_address);
    const auto* identifier = filter.value(FilterField::identifier);
    if (address == nullptr && identifier == nullptr) return std::nullopt;
    std::vector<people::PersonId> ids;
    if (const auto email = address != nullptr ? base::EmailAddress::parse(*address) : std::nullopt)
        if (const auto person = people::find_person_by_address(read, people::address_hash(services.secret, *email)))
            ids.push_back(person->id);
    if (identifier != nullptr && address == nullptr) {
        for (const std::int64_t id : store::called(read, store::RecordKind::person, *identifier)) ids.emplace_back(id);
        constexpr std::string_view kOurs = "alltogether:";
        if (identifier->starts_with(kOurs))
            if (const auto own = base::id_from<people::PersonId>(std::string_view{*identifier}.substr(kOurs.size())))
                ids.push_back(*own);
    }
    std::vector<Person> found;
    for (const auto id : ids)
        if (auto person = find_within(read, reach, id))
            if (std::ranges::find(found, person->id, &Person::id) == found.end()) found.push_back(*std::move(person));
    return found;
}

// What a list of few people leaves of the other conditions: their dates.
std::vector<json::object> resources_of(const Making& making, const std::vector<Person>& people, const Filter& filter) {
    std::vector<json::object> resources;
    for (const Person& person : people) {
        auto resource = person_json(making, person);
        Filter dates;
        for (const Condition& condition : filter.conditions)
            if (condition.field == FilterField::created_date || condition.field == FilterField::modified_date)
                dates.conditions.push_back(condition);
        if (is_meant(resource, dates)) resources.push_back(std::move(resource));
    }
    return resources;
}

// Everything about one person that hangs on their addresses.
template <class Record, class ListOf>
std::vector<Record> of_all_addresses(db::Read& read, const Person& person, const ListOf& list_of) {
    std::vector<Record> all;
    for (const auto& address : people::addresses_of(read, person.id))
        for (Record& record : list_of(read, address.address_hash)) all.push_back(std::move(record));
    return all;
}

// What there is of one person: "signatures", with the scope of the key that may read them.
struct PartOfPerson {
    ports::ApiScope scope;
    std::string name;
    std::function<std::vector<json::object>(const Making&, const Person&)> resources;
};

http::Response list_of_person(const Services& services, const PartOfPerson& part, const http::Request& request,
                              db::Read& read) {
    if (auto refused = refusal(request, part.scope)) return *std::move(refused);
    const auto query = read_list_query(request);
    if (!query) return error_answer(request, query.error());
    const auto person = find_within(read, Reach{read, *request.caller}, request.parameters.view("person"));
    if (!person) return not_there(request);
    const Root root{request, services.frames.public_url()};
    auto all = part.resources({services, read, root, request.locale}, *person);
    std::erase_if(all, [&](const json::object& resource) { return !is_meant(resource, query->filter); });
    Collection collection{
        .rel = "osdi:" + part.name, .path = person_path(person->id) + "/" + part.name, .paging = query->paging};
    collection.filter = query->filter_text;
    take_page(collection, std::move(all));
    return respond(collection_json(root, collection));
}

}  // namespace

http::Response PeopleHandlers::list(const http::Request& request, db::Read& read) const {
    if (auto refused = refusal(request, ports::ApiScope::read_people)) return *std::move(refused);
    const auto query = read_list_query(request);
    if (!query) return error_answer(request, query.error());
    const Root root{request, services_.frames.public_url()};
    const Reach reach{read, *request.caller};
    const Making making{services_, read, root, request.locale};
    Collection collection{.rel = "osdi:people", .path = "people", .paging = query->paging};
    collection.filter = query->filter_text;
    if (const auto named = named_people(services_, query->filter, reach, read)) {
        take_page(collection, resources_of(making, *named, query->filter));
        return respond(collection_json(root, collection));
    }
    const auto page = store::find_people(read, {.levels = reach.levels(),
                                                .filter = query->filter,
                                                .after = query->paging.after,
                                                .skipped = query->paging.skipped(),
                                                .limit = query->paging.per_page});
    if (!page)
        return error_answer(request, {{std::string{kMalformed}, base::message("“after” comes from a link of ours.")}});
    for (const Person& person : page->people) collection.items.push_back(person_json(making, person));
    collection.next = page->next;
    if (query->filter.is_empty()) collection.total = store::count_people(read, reach.levels());
    return respond(collection_json(root, collection));
}

http::Response PeopleHandlers::show(const http::Request& request, db::Read& read) const {
    if (auto refused = refusal(request, ports::ApiScope::read_people)) return *std::move(refused);
    const auto person = find_within(read, Reach{read, *request.caller}, request.parameters.view("person"));
    if (!person) return not_there(request);
    const Root root{request, services_.frames.public_url()};
    return respond(person_json({services_, read, root, request.locale}, *person));
}

// A key that may not read people learns no more than it said.
http::Response PeopleHandlers::answer(const Call& call, people::PersonId id, db::Read& read) const {
    const Root root{call.http(), services_.frames.public_url()};
    const Making making{services_, read, root, call.http().locale};
    const auto person = people::find_person(read, id);
    if (!person || !ports::has_scope(call.caller(), ports::ApiScope::read_people))
        return respond(bare_person_json(making, id));
    return respond(person_json(making, *person));
}

http::WriteResult PeopleHandlers::sign_up(const Call& call, db::Write& write) const {
    const auto input = person_of(call.body);
    const auto tags = tag_orders(call.http(), call.body);
    if (!input) return input.error();
    if (!tags) return tags.error();
    if (!*input) return base::Problems{{"person", base::message("The body needs a “person”.")}};
    const Reach reach{write, call.caller()};
    const auto person = once(call, write, [&]() -> base::Result<std::int64_t, base::Problems> {
        const auto brought =
            bring(services_, {.request = call.http(), .reach = reach, .person = **input, .tags = *tags}, write);
        if (!brought) return brought.error();
        return brought->value;
    });
    if (!person) return person.error();
    return answer(call, people::PersonId{*person}, write);
}

http::WriteResult PeopleHandlers::change(const Call& call, db::Write& write) const {
    const auto input = read_person(call.body);
    if (!input) return input.error();
    const Reach reach{write, call.caller()};
    const auto person = find_within(write, reach, call.http().parameters.view("person"));
    if (!person) return nothing_there();
    const auto changed =
        osdi::change(services_, {.request = call.http(), .reach = reach, .person = *input}, *person, write);
    if (!changed) return changed.error();
    return answer(call, person->id, write);
}

http::Response PeopleHandlers::signatures(const http::Request& request, db::Read& read) const {
    const auto made = [](const Making& making, const Person& person) {
        std::vector<json::object> all;
        const auto& of_address = making.services.signing.of_address;
        for (const auto& signature : of_all_addresses<ports::WholeSignature>(making.read, person, of_address))
            all.push_back(signature_json(making, signature));
        return all;
    };
    return list_of_person(services_, {ports::ApiScope::read_people, "signatures", made}, request, read);
}

http::Response PeopleHandlers::submissions(const http::Request& request, db::Read& read) const {
    const auto made = [](const Making& making, const Person& person) {
        std::vector<json::object> all;
        const auto& of_address = making.services.list.sign_ups_of;
        for (const auto& sign_up : of_all_addresses<ports::ListSignUp>(making.read, person, of_address))
            all.push_back(submission_json(making, sign_up));
        return all;
    };
    return list_of_person(services_, {ports::ApiScope::read_people, "submissions", made}, request, read);
}

http::Response PeopleHandlers::taggings(const http::Request& request, db::Read& read) const {
    const auto made = [](const Making& making, const Person& person) {
        std::vector<json::object> all;
        for (const auto& tag : people::tags_of(making.read, person.id)) {
            const auto found = people::tagged(making.read, {tag.id, people::PersonId{person.id.value - 1}, 1});
            if (found.empty() || found.front().person != person.id) continue;
            all.push_back(tagging_json(making, {tag.id, found.front()}));
        }
        return all;
    };
    return list_of_person(services_, {ports::ApiScope::tags, "taggings", made}, request, read);
}

}  // namespace osdi
