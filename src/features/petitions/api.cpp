#include "features/petitions/api.h"

#include <boost/json.hpp>

#include "features/petitions/sign_on_service.h"
#include "features/petitions/store.h"

namespace petitions {
namespace {

using Tick = SignatureForm::Tick;
using ports::ApiField;
using ports::JsonType;
using ports::Presence;

// Takes one member out of the object; notes a problem when it has another type. null counts as absent.
class Members {
public:
    explicit Members(const boost::json::object& object) : object_(object) {}

    std::string text(std::string_view name) {
        const auto* value = find(name);
        if (value == nullptr) return {};
        if (value->is_string()) return std::string{std::string_view{value->get_string()}};
        problems.push_back({std::string{name}, base::message("This must be a text.")});
        return {};
    }

    Tick tick(std::string_view name) {
        const auto* value = find(name);
        if (value == nullptr) return Tick::no;
        if (value->is_bool()) return value->get_bool() ? Tick::yes : Tick::no;
        problems.push_back({std::string{name}, base::message("This must be true or false.")});
        return Tick::no;
    }

    base::Problems problems;

private:
    const boost::json::value* find(std::string_view name) const {
        const auto* value = object_.if_contains(name);
        return value == nullptr || value->is_null() ? nullptr : value;
    }
    const boost::json::object& object_;
};

std::vector<ApiField> slug_parameter() {
    return {{.name = "slug", .description = "the petition's name in its address", .example = "equality-pledge"}};
}

std::vector<ApiField> count_fields() {
    return {{.name = "confirmed", .type = JsonType::integer, .description = "individuals who confirmed their address"},
            {.name = "pending", .type = JsonType::integer, .description = "individuals who have not yet"},
            {.name = "invalidated",
             .type = JsonType::integer,
             .description = "signatures taken out of the count, each with a public reason; see listCorrections"},
            {.name = "by_class",
             .type = JsonType::object,
             .description = "confirmed signers of the other classes; never added to the individuals"}};
}

ApiField optional_text(std::string name, std::string description) {
    return {.name = std::move(name), .presence = Presence::optional, .description = std::move(description)};
}

ApiField optional_tick(std::string name, std::string description) {
    return {.name = std::move(name),
            .type = JsonType::boolean,
            .presence = Presence::optional,
            .description = std::move(description)};
}

ports::ApiOperation sign_operation() {
    return {.method = http::Method::post,
            .path = "/api/v1/petitions/{slug}/signatures",
            .id = "signPetition",
            .summary = "Sign",
            .description =
                "Records a pending signature and mails its address a link to confirm it. A repeat gets the "
                "same answer; the truth goes by mail.",
            .parameters = slug_parameter(),
            .body = {{.name = "given_name"},
                     {.name = "family_name"},
                     {.name = "email", .format = "email"},
                     optional_text("country", "ISO 3166, two letters; CA when left out"),
                     optional_text("postal_code", "required where the country is CA; the space is optional"),
                     optional_text("place", "city or town"),
                     optional_text("comment", "up to 500 characters"),
                     optional_tick("show_name", "agrees to be shown as “Maya T.”"),
                     optional_tick("consent_mail", "wants to be mailed; a consent of its own, never assumed"),
                     optional_text("source", "your code as a partner: up to 40 of a-z, 0-9 and hyphens"),
                     optional_text(std::string{kProofField}, "the solved puzzle, where an answer asked for one")},
            .answers = {{.status = 201,
                         .description = "Signed: the address is to be confirmed",
                         .fields = {{.name = "status", .example = "confirmation_mailed"}}},
                        ports::problem_answer(403, "Nothing is taken from this network or address"),
                        ports::problem_answer(404, "No such petition"),
                        ports::problem_answer(422,
                                              "Something has to be put right; every problem with its field. A problem "
                                              "with proof brings a challenge to be solved"),
                        ports::problem_answer(429, "Too many sign-ons from this network address")}};
}

}  // namespace

base::Result<SignatureForm, base::Problems> form_of_json(std::string_view body) {
    boost::system::error_code error;
    const auto value = boost::json::parse(body, error);
    if (error || !value.is_object()) return base::Problems{{"", base::message("The body must be a JSON object.")}};
    Members members{value.get_object()};
    SignatureForm form{members.text("given_name"),
                       members.text("family_name"),
                       members.text("email"),
                       members.text("country"),
                       members.text("postal_code"),
                       members.text("place"),
                       members.text("comment"),
                       members.tick("show_name"),
                       members.tick("consent_mail"),
                       members.text("source"),
                       members.text("stamp"),
                       members.text(kProofField),
                       ""};
    if (!members.problems.empty()) return std::move(members.problems);
    return form;
}

base::Result<SignOn, base::Problems> Api::read_sign_on(const http::Request& request) const {
    const auto form = form_of_json(request.body);
    if (!form) return form.error();
    return sign_on_of(services_, request, *form);
}

http::WriteResult Api::answer_sign_on(const SignOn&, const SignOutcome& outcome) {
    switch (outcome) {
        case SignOutcome::recorded:
        case SignOutcome::repeat:
            return http::json(R"({"status":"confirmation_mailed"})", 201);
        case SignOutcome::closed:
            return base::Problems{{"", base::message("Signing is closed")}};
        case SignOutcome::unknown_petition:
            return http::not_found();
    }
    return http::not_found();
}

http::Response Api::refuse(const http::Request& request, const base::Problems& problems, db::Read&) const {
    const bool is_turned_away = base::find_problem(problems, kTurnedAway) != nullptr;
    auto response = http::problem_json(
        {.status = is_turned_away ? 403 : 422, .title = {}, .locale = request.locale, .problems = problems});
    if (base::find_problem(problems, kProofField) == nullptr || !services_.guard.challenge) return response;
    auto body = boost::json::parse(response.body.view()).as_object();
    body["challenge"] = boost::json::parse(services_.guard.challenge());
    response.body = boost::json::serialize(body);
    return response;
}

http::Response Api::count(const http::Request& request, db::Read& read) const {
    const auto petition = store::find(read, request.parameter("slug"));
    if (!petition || petition->stage(request.received_at) == Stage::draft) return http::not_found();
    return http::json(json_of(services_.counts.count(petition->id)));
}

std::shared_ptr<http::EventChannel> Api::count_stream(const http::Request& request, db::Read& read) const {
    const auto petition = store::find(read, request.parameter("slug"));
    if (!petition || petition->stage(request.received_at) == Stage::draft) return nullptr;
    return services_.counts.channel(petition->id);
}

std::vector<ports::ApiOperation> api_operations() {
    return {sign_operation(),
            {.method = http::Method::get,
             .path = "/api/v1/petitions/{slug}/count",
             .id = "countSignatures",
             .summary = "How many signed",
             .parameters = slug_parameter(),
             .answers = {{.status = 200, .description = "At most a second old", .fields = count_fields()},
                         ports::problem_answer(404, "No such petition")}},
            {.method = http::Method::get,
             .path = "/api/v1/petitions/{slug}/count/stream",
             .id = "streamCount",
             .summary = "The count as it moves, as server-sent events",
             .description = "Each event's data is the object that countSignatures gives.",
             .parameters = slug_parameter(),
             .answers = {{.status = 200, .description = "Events", .content_type = "text/event-stream"},
                         ports::problem_answer(404, "No such petition")}}};
}

}  // namespace petitions
