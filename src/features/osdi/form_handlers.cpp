#include "base/whole_number.h"
#include "features/osdi/handlers.h"
#include "features/osdi/people_service.h"
#include "features/osdi/people_store.h"
#include "features/osdi/records_api.h"

namespace osdi {
namespace {

std::optional<ports::ListFormFacts> find_form(const Services& services, const http::Request& request, db::Read& read) {
    const auto slug = request.parameters.view("slug");
    return slug.empty() ? std::nullopt : services.list.form(read, slug, request.locale);
}

// Of a form that belongs to a level of the key; sign-ups name people.
std::optional<ports::ListFormFacts> form_within(const Services& services, const http::Request& request,
                                                db::Read& read) {
    auto form = find_form(services, request, read);
    if (!form || !Reach{read, *request.caller}.holds(form->level)) return std::nullopt;
    return form;
}

base::Problems needs_person() {
    return {{"person", base::message("The body needs a “person”, or a link to one that this key may read.")}};
}

// The person as they are brought by the form: to fill it in is to ask for mail, unless they say otherwise.
PersonInput as_subscriber(PersonInput person) {
    if (person.wish == MailWish::unstated) person.wish = MailWish::subscribed;
    return person;
}

}  // namespace

http::Response FormHandlers::list(const http::Request& request, db::Read& read) const {
    if (auto refused = refusal(request, ports::ApiScope::read)) return *std::move(refused);
    const auto query = read_list_query(request);
    if (!query) return error_answer(request, query.error());
    const Root root{request, services_.frames.public_url()};
    std::vector<json::object> all;
    for (const auto& form : services_.list.forms(read, request.locale)) {
        auto resource = form_json({services_, read, root, request.locale}, form);
        if (is_meant(resource, query->filter)) all.push_back(std::move(resource));
    }
    Collection collection{.rel = "osdi:forms", .path = "forms", .paging = query->paging};
    collection.filter = query->filter_text;
    take_page(collection, std::move(all));
    return respond(collection_json(root, collection));
}

http::Response FormHandlers::show(const http::Request& request, db::Read& read) const {
    if (auto refused = refusal(request, ports::ApiScope::read)) return *std::move(refused);
    const auto form = find_form(services_, request, read);
    if (!form) return not_there(request);
    const Root root{request, services_.frames.public_url()};
    auto resource = form_json({services_, read, root, request.locale}, *form);
    resource["total_submissions"] = services_.list.count(read, form->slug, store::kMostCounted);
    return respond(resource);
}

http::Response FormHandlers::submissions(const http::Request& request, db::Read& read) const {
    if (auto refused = refusal(request, ports::ApiScope::read_people)) return *std::move(refused);
    const auto query = read_list_query(request);
    if (!query) return error_answer(request, query.error());
    const auto form = form_within(services_, request, read);
    const auto& paging = query->paging;
    const auto after =
        paging.after.empty() ? std::optional{ports::ListSignUpId{0}} : base::id_from<ports::ListSignUpId>(paging.after);
    if (!form || !after) return not_there(request);
    const Root root{request, services_.frames.public_url()};
    const auto sign_ups = services_.list.sign_ups(read, {.form = form->slug,
                                                         .after = *after,
                                                         .skipped = paging.skipped(),
                                                         .limit = paging.per_page + 1,
                                                         .spans = query->filter.spans()});
    Collection collection{.rel = "osdi:submissions", .path = form_path(form->slug) + "/submissions", .paging = paging};
    collection.filter = query->filter_text;
    for (const auto& sign_up : sign_ups) {
        if (std::ssize(collection.items) == paging.per_page) break;
        collection.items.push_back(submission_json({services_, read, root, request.locale}, sign_up));
        if (std::ssize(sign_ups) > paging.per_page) collection.next = std::to_string(sign_up.id.value);
    }
    const auto counted = services_.list.count(read, form->slug, store::kMostCounted);
    if (query->filter.is_empty() && counted < store::kMostCounted) collection.total = counted;
    return respond(collection_json(root, collection));
}

http::Response FormHandlers::submission(const http::Request& request, db::Read& read) const {
    if (auto refused = refusal(request, ports::ApiScope::read_people)) return *std::move(refused);
    const auto form = form_within(services_, request, read);
    const auto id = base::id_from<ports::ListSignUpId>(request.parameters.view("submission"));
    const auto sign_up = id ? services_.list.sign_up(read, *id) : std::nullopt;
    if (!form || !sign_up || sign_up->form != form->slug) return not_there(request);
    const Root root{request, services_.frames.public_url()};
    return respond(submission_json({services_, read, root, request.locale}, *sign_up));
}

http::WriteResult FormHandlers::submit(const Call& call, db::Write& write) const {
    const auto form = form_within(services_, call.http(), write);
    if (!form) return nothing_there();
    if (!form->is_open) return base::Problems{{"", base::message("This form is closed.")}};
    const auto input = person_of(call.body);
    const auto tags = tag_orders(call.http(), call.body);
    if (!input) return input.error();
    if (!tags) return tags.error();
    const Reach reach{write, call.caller()};
    const Root root{call.http(), services_.frames.public_url()};
    const auto submitted = once(call, write, [&]() -> base::Result<std::int64_t, base::Problems> {
        PersonInput person;
        if (*input) {
            person = as_subscriber(**input);
        } else {
            const auto path = root.path_of(linked_person(call.body)).value_or("");
            const bool may_read = ports::has_scope(call.caller(), ports::ApiScope::read_people);
            const auto linked = may_read && path.starts_with("people/")
                                    ? find_within(write, reach, std::string_view{path}.substr(7))
                                    : std::nullopt;
            const auto email = linked ? base::EmailAddress::parse(linked->email) : std::nullopt;
            if (!email) return needs_person();
            person = as_subscriber({.email = email});
        }
        const auto brought =
            bring(services_,
                  {.request = call.http(), .reach = reach, .person = person, .tags = *tags, .form = form->slug}, write);
        if (!brought) return brought.error();
        return brought->value;
    });
    if (!submitted) return submitted.error();
    return respond(
        taken_submission_json({services_, write, root, call.http().locale}, form->slug, people::PersonId{*submitted}));
}

}  // namespace osdi
