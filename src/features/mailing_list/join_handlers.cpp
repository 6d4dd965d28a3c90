#include "features/mailing_list/join_handlers.h"

#include <algorithm>

#include "base/check.h"
#include "features/mailing_list/form_store.h"
#include "features/mailing_list/mail_limits_service.h"
#include "features/mailing_list/sign_up_store.h"
#include "people/address_hash.h"
#include "people/mail_standing.h"
#include "people/store.h"
#include "platform/mail/outbox.h"
#include "ports/sender.h"

namespace mailing_list {
namespace {

// Of the pages of this site, but that other sites may put it into a frame.
constexpr std::string_view kFramePolicy =
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors *; "
    "form-action 'self'";

JoinForm form_of(const http::Form& form) {
    return {.email = form.text("email"),
            .given_name = form.text("given_name"),
            .family_name = form.text("family_name"),
            .postal_code = form.text("postal_code"),
            .stamp = form.text("stamp"),
            .proof = form.text(ports::kProofField),
            .trap = form.text("website")};
}

std::optional<ListForm> main_form(db::Read& read, base::LevelId level) {
    for (auto& form : store::forms(read))
        if (form.level == level && !form.closed_at) return std::move(form);
    return std::nullopt;
}

// The main form of the level, or of the nearest one above it that has one, or the program's own.
std::optional<ListForm> form_of_level(db::Read& read, base::LevelId level) {
    const auto tree = people::levels(read);
    for (const auto id : tree.ids_with_ancestors(level))
        if (auto form = main_form(read, id)) return form;
    return ListForm{
        .id = std::nullopt, .level = level, .plan = {.slug = std::string{kOwnForm}, .words = {}, .topics = {}}};
}

std::string source_of(const JoinRequest& form) {
    const std::string path = pages::join_path(form.locale, form.slug);
    switch (form.place) {
        case Place::page:
            return path;
        case Place::hub:
            return path + "#hub";
        case Place::frame:
            return path + "/embed";
    }
    return path;
}

http::Response framed(html::SafeHtml document, int status) {
    auto response = http::page(std::move(document), status);
    response.headers.add({"Content-Security-Policy", std::string{kFramePolicy}});
    return response;
}

int status_of(const pages::JoinState& state) { return state.problems.empty() ? 200 : 422; }

}  // namespace

std::optional<ListForm> JoinHandlers::find(db::Read& read, std::string_view slug) const {
    const auto national = people::find_level(read, people::kNationalSlug);
    if (!national) return std::nullopt;
    if (slug.empty()) return form_of_level(read, national->id);
    if (slug == kOwnForm)
        return ListForm{
            .id = std::nullopt, .level = national->id, .plan = {.slug = std::string{slug}, .words = {}, .topics = {}}};
    if (auto form = store::find_form(read, slug)) return form;
    const auto level = people::find_level(read, slug);
    return level ? form_of_level(read, level->id) : std::nullopt;
}

html::SafeHtml JoinHandlers::puzzle(base::Locale locale) const {
    return services_.guard.puzzle ? services_.guard.puzzle(locale) : html::SafeHtml{};
}

std::string JoinHandlers::stamp(base::Instant now) const { return services_.tokens.make(kStamp, now.microseconds); }

http::Response JoinHandlers::form_page(const http::Request& request, const pages::JoinState& state,
                                       db::Read& read) const {
    const std::string slug = request.parameter("slug");
    const auto form = find(read, slug);
    if (!form) return http::not_found();
    const auto level = people::find_level(read, form->level);
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(
        request, {.title = pages::form_title(t, *form),
                  .description = t("One short letter when there is something to do. Leave whenever you like."),
                  .path = slug.empty() ? pages::join_path(request.locale) : pages::join_path(request.locale, slug),
                  .accent = level ? level->accent : 1,
                  .level = form->level,
                  .form_state = state.problems.empty() ? html::FormState::fine : html::FormState::has_problems});
    return ports::respond(
        std::move(frame),
        pages::join(t, {*form, people::topics(read), ports::organisation_name(services_.config, request.locale)},
                    state),
        status_of(state));
}

http::Response JoinHandlers::show(const http::Request& request, db::Read& read) const {
    return form_page(request, {{.stamp = stamp(request.received_at)}, {}, puzzle(request.locale)}, read);
}

base::Result<JoinRequest, base::Problems> JoinHandlers::read_form(const http::Request& request) const {
    const JoinForm form = form_of(request.form);
    auto joining = accept(form);
    if (!joining) return joining.error();
    const auto hash = people::address_hash(services_.secret, joining->email);
    JoinRequest read{.slug = request.parameter("slug"),
                     .joining = *std::move(joining),
                     .locale = request.locale,
                     .address_hash = hash,
                     .network = request.client.text(),
                     .limited_network = limited_network(request),
                     .place = request.form.text("place") == "hub" ? Place::hub : Place::page,
                     .is_trapped = !form.trap.empty()};
    if (const auto problem = verdict_on(request, form, read)) return base::Problems{*problem};
    return read;
}

std::optional<base::Problem> JoinHandlers::verdict_on(const http::Request& request, const JoinForm& form,
                                                      const JoinRequest& joining) const {
    if (joining.is_trapped || request.from_trusted_network) return std::nullopt;
    const auto shown = services_.tokens.read(kStamp, form.stamp);
    const auto dwell = shown ? std::optional{request.received_at - base::Instant{*shown}} : std::nullopt;
    if (!dwell || *dwell < base::seconds(services_.config.limits.dwell_seconds))
        return base::Problem{"", base::message("That was very quick. Please press the button once more.")};
    if (!services_.guard.judge) return std::nullopt;
    const auto& said = joining.joining;
    const auto judgement = services_.guard.judge({.slug = "mailing-list",
                                                  .email = said.email,
                                                  .address_hash = joining.address_hash,
                                                  .given_name = said.name.given,
                                                  .family_name = said.name.family,
                                                  .country = "CA",
                                                  .postal_code = said.postal_code,
                                                  .place = "",
                                                  .comment = "",
                                                  .client = request.client,
                                                  .trusted = ports::FromTrustedNetwork::no,
                                                  .trap = ports::TrapFilled::no,
                                                  .dwell = dwell,
                                                  .proof = form.proof,
                                                  .at = request.received_at});
    if (judgement.verdict == ports::Verdict::refuse)
        return base::Problem{"", base::message("We take nothing from this network or address at present.")};
    if (judgement.verdict == ports::Verdict::ask_for_proof)
        return base::Problem{std::string{ports::kProofField},
                             base::message("Very many people come at this moment. Please wait until your browser has "
                                           "solved a small puzzle, then send the form again.")};
    return std::nullopt;
}

// What is sent says nothing to whoever filled in the form: the answer is always the same.
void JoinHandlers::send(const JoinRequest& form, const ListForm& list_form, db::Write& write) const {
    if (form.is_trapped || store::was_denied_since(write, form.address_hash, write.now() - kDenialPeriod)) return;
    if (take_mail(write, {form.address_hash, form.limited_network}) == MaySend::no) return;
    const auto known = people::find_person_by_address(write, form.address_hash);
    const auto standing = known ? people::find_standing(write, known->id) : std::nullopt;
    if (standing && standing->allowed_until == people::kForEver && list_form.plan.topics.bits == 0) {
        mail::queue(write, {kOnTheListMail, form.joining.email, form.locale, known->id.value});
        return;
    }
    const i18n::Translator t{form.locale};
    const auto id = store::insert_sign_up(
        write, {.id = SignUpId{0},
                .form = list_form.id,
                .address_hash = form.address_hash,
                .email = form.joining.email.text(),
                .name = form.joining.name,
                .postal_code = form.joining.postal_code,
                .locale = form.locale,
                .topics = list_form.plan.topics,
                .wording = pages::join_wording(t, ports::organisation_name(services_.config, form.locale)),
                .source = source_of(form),
                .network = form.network,
                .asked_at = write.now()});
    mail::queue(write, {kConfirmMail, form.joining.email, form.locale, id.value});
}

http::WriteResult JoinHandlers::join(const JoinRequest& form, db::Write& write) const {
    const auto list_form = find(write, form.slug);
    if (!list_form) return http::not_found();
    if (list_form->closed_at) return base::Problems{{"", base::message("This form is closed.")}};
    send(form, *list_form, write);
    return http::see_other(pages::joined_path(form.locale) + (form.place == Place::frame ? "/embed" : ""));
}

http::Response JoinHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                        db::Read& read) const {
    JoinForm typed = form_of(request.form);
    if (!services_.tokens.read(kStamp, typed.stamp)) typed.stamp = stamp(request.received_at);
    return form_page(request, {std::move(typed), problems, puzzle(request.locale)}, read);
}

http::Response JoinHandlers::framed_page(const http::Request& request, const pages::JoinState& state,
                                         db::Read& read) const {
    const auto form = find(read, request.parameter("slug"));
    if (!form) return http::not_found();
    const i18n::Translator t{request.locale};
    const std::string page =
        services_.frames.public_url() + pages::join_path(request.locale, request.parameter("slug"));
    return framed(
        pages::framed_form(t, {*form, people::topics(read), ports::organisation_name(services_.config, request.locale)},
                           state, {services_.frames.campaign(request.locale), page, request.parameter("slug")}),
        status_of(state));
}

http::Response JoinHandlers::show_framed(const http::Request& request, db::Read& read) const {
    return framed_page(request, {{.stamp = stamp(request.received_at)}, {}, {}}, read);
}

base::Result<JoinRequest, base::Problems> JoinHandlers::read_framed(const http::Request& request) const {
    auto form = read_form(request);
    if (form) form->place = Place::frame;
    return form;
}

http::Response JoinHandlers::show_framed_again(const http::Request& request, const base::Problems& problems,
                                               db::Read& read) const {
    JoinForm typed = form_of(request.form);
    if (!services_.tokens.read(kStamp, typed.stamp)) typed.stamp = stamp(request.received_at);
    return framed_page(request, {std::move(typed), problems, {}}, read);
}

http::Response JoinHandlers::joined(const http::Request& request, db::Read&) const {
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(request, {.title = t("Thank you"), .indexing = html::Indexing::refused});
    auto content = pages::joined(t, frame.demo_mailbox_url);
    return ports::respond(std::move(frame), std::move(content));
}

http::Response JoinHandlers::joined_framed(const http::Request& request, db::Read&) const {
    return framed(pages::framed_joined(i18n::Translator{request.locale}), 200);
}

html::SafeHtml JoinHandlers::block(db::Read& read, const ports::BlockSetting& setting) const {
    const auto form = form_of_level(read, setting.level);
    if (!form) return {};
    const auto level = people::find_level(read, setting.level);
    const i18n::Translator t{setting.locale};
    return pages::block(t, {*form, people::topics(read), ports::organisation_name(services_.config, setting.locale)},
                        {.heading = setting.heading,
                         .text = setting.text,
                         .slug = level ? level->slug : form->plan.slug,
                         .stamp = stamp(db::now())});
}

}  // namespace mailing_list
