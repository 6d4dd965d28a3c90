#include "base/whole_number.h"
#include "features/osdi/handlers.h"
#include "features/osdi/people_service.h"
#include "features/osdi/records_api.h"
#include "people/address_hash.h"
#include "people/store.h"

namespace osdi {
namespace {

bool is_public(const ports::PetitionFacts& petition) { return petition.stage != ports::PetitionStage::draft; }

std::optional<ports::PetitionFacts> find_public(const Services& services, const http::Request& request,
                                                db::Read& read) {
    auto petition = services.petitions.find(read, request.parameters.view("slug"), request.locale);
    if (!petition || !is_public(*petition)) return std::nullopt;
    return petition;
}

// Signatures behind this number; "" is the beginning.
std::optional<ports::SignatureId> place_of(std::string_view after) {
    if (after.empty()) return ports::SignatureId{0};
    return base::id_from<ports::SignatureId>(after);
}

// What a signer says, from the person in the body, or from the one that it links to.
base::Result<ports::SignOnWords, base::Problems> words_of(const PersonInput& person, const json::object& body,
                                                          const http::Request& request) {
    ports::SignOnWords words{.given_name = person.name.given,
                             .family_name = person.name.family,
                             .email = person.email ? person.email->text() : std::string{},
                             .country = {},
                             .postal_code = {},
                             .place = {},
                             .comment = {},
                             .locale = person.locale.value_or(request.locale)};
    if (person.address) {
        words.country = person.address->country.code();
        words.postal_code = person.address->postal_code;
        words.place = person.address->place;
    }
    const auto* comment = body.if_contains("comments");
    if (comment != nullptr && comment->is_string()) words.comment = std::string_view{comment->get_string()};
    const auto* referrer = body.if_contains("action_network:referrer_data");
    const auto* source =
        referrer != nullptr && referrer->is_object() ? referrer->get_object().if_contains("source") : nullptr;
    if (source != nullptr && source->is_string()) words.source = std::string_view{source->get_string()};
    return words;
}

PersonInput input_of(const people::Person& person) {
    return {.email = base::EmailAddress::parse(person.email),
            .name = person.name,
            .locale = person.locale,
            .address = people::address_of(person)};
}

// The newest signature of this address under the petition: that which was just recorded, or the one before it.
std::optional<ports::WholeSignature> newest_of(const Services& services, db::Read& read, ports::PetitionId petition,
                                               std::int64_t address_hash) {
    std::optional<ports::WholeSignature> newest;
    for (auto& signature : services.signing.of_address(read, address_hash))
        if (signature.petition == petition) newest = std::move(signature);
    return newest;
}

base::Problems problems_of(ports::SignedOn outcome) {
    if (outcome == ports::SignedOn::closed) return {{"", base::message("Signing is closed")}};
    return nothing_there();
}

// One signature on its way: the person as they were written out or linked to, and what came with them.
class Signing {
public:
    Signing(const Services& services, const Call& call, const ports::PetitionFacts& petition, db::Write& write)
        : services_(services), call_(call), petition_(petition), write_(write), reach_(write, call.caller()) {}

    base::Result<std::int64_t, base::Problems> record() {
        auto person = person_meant();
        if (!person) return person.error();
        const auto words = words_of(*person, call_.body, call_.http());
        if (!words) return words.error();
        const auto prepared = services_.signing.prepare(call_.http(), *words);
        if (!prepared) return prepared.error();
        const auto outcome = services_.signing.record(write_, **prepared);
        if (outcome != ports::SignedOn::recorded && outcome != ports::SignedOn::repeat) return problems_of(outcome);
        if (const auto problems = bring_along(*person)) return *problems;
        return number_of(*person);
    }

private:
    base::Result<PersonInput, base::Problems> person_meant() {
        auto written = person_of(call_.body);
        if (!written) return written.error();
        if (*written) return **std::move(written);
        const Root root{call_.http(), services_.frames.public_url()};
        const auto path = root.path_of(linked_person(call_.body)).value_or("");
        const bool may_read = ports::has_scope(call_.caller(), ports::ApiScope::read_people);
        const auto person = may_read && path.starts_with("people/")
                                ? find_within(write_, reach_, std::string_view{path}.substr(7))
                                : std::nullopt;
        if (!person)
            return base::Problems{
                {"person", base::message("The body needs a “person”, or a link to one that this key may read.")}};
        return input_of(*person);
    }

    // A key that may add people keeps the rest of what it says: tags, answers, and what they say about mail. Without
    // such wishes the signature alone is taken; who confirms it becomes a person by that.
    std::optional<base::Problems> bring_along(const PersonInput& person) {
        const auto tags = tag_orders(call_.http(), call_.body);
        if (!tags) return tags.error();
        const bool has_more = !tags->add.empty() || !tags->remove.empty() || person.wish != MailWish::unstated ||
                              !person.answers.empty() || !person.identifiers.empty();
        if (!has_more) return std::nullopt;
        if (const auto refused = problem_of_scope(call_.http(), ports::ApiScope::write_people))
            return base::Problems{*refused};
        const auto brought =
            bring(services_, {.request = call_.http(), .reach = reach_, .person = person, .tags = *tags}, write_);
        if (!brought) return brought.error();
        return std::nullopt;
    }

    std::int64_t number_of(const PersonInput& person) {
        const auto hash = people::address_hash(services_.secret, *person.email);
        const auto signature = newest_of(services_, write_, petition_.id, hash);
        return signature ? signature->id.value : 1;
    }

    const Services& services_;
    const Call& call_;
    const ports::PetitionFacts& petition_;
    db::Write& write_;
    const Reach reach_;
};

bool may_read_signatures(db::Read& read, const http::ApiCaller& caller, base::LevelId level) {
    return ports::has_scope(caller, ports::ApiScope::read_people) && Reach{read, caller}.holds(level);
}

}  // namespace

http::Response PetitionHandlers::list(const http::Request& request, db::Read& read) const {
    if (auto refused = refusal(request, ports::ApiScope::read)) return *std::move(refused);
    const auto query = read_list_query(request);
    if (!query) return error_answer(request, query.error());
    const Root root{request, services_.frames.public_url()};
    std::vector<json::object> all;
    for (const auto& petition : services_.petitions.all(read, request.locale)) {
        if (!is_public(petition)) continue;
        auto resource = petition_json({services_, read, root, request.locale}, petition);
        if (is_meant(resource, query->filter)) all.push_back(std::move(resource));
    }
    Collection collection{.rel = "osdi:petitions", .path = "petitions", .paging = query->paging};
    collection.filter = query->filter_text;
    take_page(collection, std::move(all));
    return respond(collection_json(root, collection));
}

http::Response PetitionHandlers::show(const http::Request& request, db::Read& read) const {
    if (auto refused = refusal(request, ports::ApiScope::read)) return *std::move(refused);
    const auto petition = find_public(services_, request, read);
    if (!petition) return not_there(request);
    const Root root{request, services_.frames.public_url()};
    return respond(petition_json({services_, read, root, request.locale}, *petition));
}

http::Response PetitionHandlers::signatures(const http::Request& request, db::Read& read) const {
    if (auto refused = refusal(request, ports::ApiScope::read_people)) return *std::move(refused);
    const auto query = read_list_query(request);
    if (!query) return error_answer(request, query.error());
    const auto petition = find_public(services_, request, read);
    const auto after = place_of(query->paging.after);
    if (!petition || !after) return not_there(request);
    if (!may_read_signatures(read, *request.caller, petition->level))
        return error_answer(request, {{std::string{kForbidden}, base::message("This key may not do that.")}});
    const Root root{request, services_.frames.public_url()};
    const auto signatures = services_.signing.list(read, {.petition = petition->id,
                                                          .after = *after,
                                                          .skipped = query->paging.skipped(),
                                                          .limit = query->paging.per_page + 1,
                                                          .spans = query->filter.spans()});
    Collection collection{
        .rel = "osdi:signatures", .path = petition_path(petition->slug) + "/signatures", .paging = query->paging};
    collection.filter = query->filter_text;
    for (const auto& signature : signatures) {
        if (std::ssize(collection.items) == query->paging.per_page) break;
        collection.items.push_back(signature_json({services_, read, root, request.locale}, signature));
        if (std::ssize(signatures) > query->paging.per_page) collection.next = std::to_string(signature.id.value);
    }
    const auto counts = services_.petitions.counts(petition->id);
    const auto counted = counts.find(ports::SignerClass::individual);
    if (query->filter.is_empty()) collection.total = counted == counts.end() ? 0 : counted->second;
    return respond(collection_json(root, collection));
}

http::Response PetitionHandlers::signature(const http::Request& request, db::Read& read) const {
    if (auto refused = refusal(request, ports::ApiScope::read_people)) return *std::move(refused);
    const auto petition = find_public(services_, request, read);
    const auto id = base::id_from<ports::SignatureId>(request.parameters.view("signature"));
    const auto signature = id ? services_.signing.find(read, *id) : std::nullopt;
    if (!petition || !signature || signature->petition != petition->id ||
        !may_read_signatures(read, *request.caller, petition->level))
        return not_there(request);
    const Root root{request, services_.frames.public_url()};
    return respond(signature_json({services_, read, root, request.locale}, *signature));
}

http::WriteResult PetitionHandlers::sign(const Call& call, db::Write& write) const {
    const auto petition = find_public(services_, call.http(), write);
    if (!petition) return nothing_there();
    if (!Reach{write, call.caller()}.holds(petition->level))
        return base::Problems{{std::string{kForbidden}, base::message("This key may not do that.")}};
    Signing signing{services_, call, *petition, write};
    const auto number = once(call, write, [&] { return signing.record(); });
    if (!number) return number.error();
    const Root root{call.http(), services_.frames.public_url()};
    const Making making{services_, write, root, call.http().locale};
    const auto signature = may_read_signatures(write, call.caller(), petition->level)
                               ? services_.signing.find(write, ports::SignatureId{*number})
                               : std::nullopt;
    if (!signature) return respond(taken_signature_json(making, petition->slug, write.now()));
    return respond(signature_json(making, *signature));
}

}  // namespace osdi
