#include "features/endorsements/handlers.h"

#include <fmt/format.h>

#include "base/whole_number.h"
#include "features/endorsements/api.h"
#include "features/endorsements/document_store.h"
#include "features/endorsements/mails.h"
#include "features/endorsements/pages.h"
#include "features/endorsements/store.h"
#include "people/address_hash.h"
#include "platform/i18n/local_time.h"
#include "platform/mail/outbox.h"

namespace endorsements {
namespace {

using Tick = EndorsementForm::Tick;

EndorsementForm form_of(const http::Form& form) {
    return {.name = form.text("name"),
            .office = form.text("office"),
            .place = form.text("place"),
            .region = form.text("region"),
            .party = form.text("party"),
            .website = form.text("website"),
            .members = form.text("members"),
            .act = form.text("act"),
            .act_date = form.text("act_date"),
            .votes_for = form.text("votes_for"),
            .votes_against = form.text("votes_against"),
            .abstentions = form.text("abstentions"),
            .document_url = form.text("document_url"),
            .statement = form.text("statement"),
            .signatory_name = form.text("signatory_name"),
            .signatory_role = form.text("signatory_role"),
            .email = form.text("email"),
            .authorised = form.is_ticked("authorised") ? Tick::yes : Tick::no};
}

std::string today(base::Instant now) {
    return i18n::text_of(i18n::local_time(now, i18n::TimeZone::toronto())).substr(0, 10);
}

std::string own_path(const OwnAct& act) {
    return fmt::format("/{}/endorsements/{}", base::code(act.locale), act.token);
}

// The newest published words, in this language where there are some.
std::optional<ports::PetitionText> signed_text(const ports::PetitionReader& petitions, db::Read& read,
                                               const ports::PetitionFacts& petition, base::Locale locale) {
    auto texts = petitions.texts(read, petition.id, locale);
    if (texts.empty()) texts = petitions.texts(read, petition.id, base::other(locale));
    if (texts.empty()) return std::nullopt;
    return texts.front();
}

// Whoever sends a second one learns by mail alone that the first stands.
void mail_link(db::Write& write, const NewEndorsement& form, EndorsementId endorsement) {
    mail::queue(write, {kLinkMail, form.submission.email, form.locale, endorsement.value});
}

}  // namespace

ports::CountChange change_of(const Endorsement& endorsement, ports::CountStep step, base::Instant at) {
    return {.petition = endorsement.petition,
            .signer_class = endorsement.statement.signer_class,
            .signature = endorsement.id,
            .step = step,
            .at = at,
            .first_counted_at = endorsement.counted_at.value_or(at),
            .region = "CA-" + std::string{people::code(endorsement.statement.region)}};
}

std::optional<ports::PetitionFacts> Handlers::find_public(const http::Request& request, db::Read& read) const {
    auto petition = services_.petitions.find(read, request.parameter("slug"), request.locale);
    if (!petition || petition->stage == ports::PetitionStage::draft) return std::nullopt;
    return petition;
}

std::vector<Endorsement> Handlers::shown(db::Read& read, PetitionId petition) const {
    auto endorsements = store::of_state(read, petition, State::counted);
    const auto regions = services_.elections.near ? services_.elections.near(read) : std::vector<std::string>{};
    std::erase_if(endorsements, [&](const Endorsement& each) { return is_near_election(each.statement, regions); });
    return endorsements;
}

html::SafeHtml Handlers::section(const ports::PetitionView& view, db::Read& read) const {
    return services_.drawn.section({view.petition.id, view.locale, view.now}, [&] {
        return pages::section(i18n::Translator{view.locale}, {view.petition, shown(read, view.petition.id)});
    });
}

http::Response Handlers::list(const http::Request& request, db::Read& read) const {
    const auto petition = find_public(request, read);
    if (!petition) return http::not_found();
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(request, {.title = t("Who endorses it"),
                                                  .description = petition->title,
                                                  .path = pages::list_path(request.locale, petition->slug)});
    return ports::respond(std::move(frame),
                          pages::list(t, {*petition, shown(read, petition->id), store::documents(read, petition->id)}));
}

http::Response Handlers::form_page(const http::Request& request, const EndorsementForm& typed,
                                   const base::Problems& problems, db::Read& read) const {
    const auto petition = find_public(request, read);
    const auto signer_class = class_of(request.parameter("class"));
    if (!petition || !signer_class) return http::not_found();
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(
        request, {.title = pages::form_title(t, *signer_class),
                  .description = petition->title,
                  .path = pages::form_path(request.locale, petition->slug, *signer_class),
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems});
    return ports::respond(std::move(frame), pages::form(t, {*petition, *signer_class, typed, problems}),
                          problems.empty() ? 200 : 422);
}

http::Response Handlers::show_form(const http::Request& request, db::Read& read) const {
    return form_page(request, {}, {}, read);
}

base::Result<NewEndorsement, base::Problems> Handlers::read_form(const http::Request& request) const {
    const auto signer_class = class_of(request.parameter("class"));
    if (!signer_class) return base::Problems{{"", base::message("There is no such form.")}};
    const EndorsementForm form = form_of(request.form);
    auto submission = accept({*signer_class, form, today(request.received_at)});
    if (!submission) return submission.error();
    const auto hash = people::address_hash(services_.secret, submission->email);
    return NewEndorsement{request.parameter("slug"), request.locale, *std::move(submission), hash};
}

http::WriteResult Handlers::submit(const NewEndorsement& form, db::Write& write) const {
    const auto petition = services_.petitions.find(write, form.slug, form.locale);
    if (!petition || petition->stage == ports::PetitionStage::draft) return http::not_found();
    if (petition->stage == ports::PetitionStage::closed)
        return base::Problems{{"", base::message("Signing has closed, so your name could not be added.")}};
    const auto text = signed_text(services_.petitions, write, *petition, form.locale);
    if (!text) return http::not_found();
    const SignerClass signer_class = form.submission.statement.signer_class;
    const store::Where where{petition->id, text->id, form.locale, form.address_hash};
    if (const auto recorded = store::insert(write, where, form.submission)) {
        mail_link(write, form, *recorded);
    } else if (const auto standing = store::standing(write, where, signer_class)) {
        if (store::count_mail(write, *standing) == store::Changed::yes) mail_link(write, form, *standing);
    }
    return http::see_other(pages::form_path(form.locale, form.slug, signer_class) + "/thank-you");
}

http::Response Handlers::show_again(const http::Request& request, const base::Problems& problems,
                                    db::Read& read) const {
    return form_page(request, form_of(request.form), problems, read);
}

http::Response Handlers::thank_you(const http::Request& request, db::Read& read) const {
    const auto petition = find_public(request, read);
    if (!petition || !class_of(request.parameter("class"))) return http::not_found();
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(request, {.title = t("Thank you"), .indexing = html::Indexing::refused});
    auto content = pages::thank_you(t, {*petition, frame.demo_mailbox_url});
    return ports::respond(std::move(frame), std::move(content));
}

http::Response Handlers::document(const http::Request& request, db::Read& read) const {
    const auto petition = find_public(request, read);
    const auto id = base::id_from<EndorsementId>(request.parameter("endorsement"));
    const auto endorsement = petition && id ? store::find(read, *id) : std::nullopt;
    if (!endorsement || endorsement->petition != petition->id || endorsement->state != State::counted)
        return http::not_found();
    const auto document = store::document_of(read, endorsement->id);
    if (!document) return http::not_found();
    return ports::kept_file(services_.files,
                            {document->name, std::string{ports::media_type(document->type)}, document->file});
}

http::Response Handlers::api(const http::Request& request, db::Read& read) const {
    const auto petition = find_public(request, read);
    if (!petition) return http::not_found();
    return http::json(json_of({*petition, shown(read, petition->id), store::documents(read, petition->id)}));
}

http::Response OwnHandlers::show(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const std::string token = request.parameter("token");
    const auto id = services_.tokens.read(kOwnEndorsement, token);
    const auto endorsement = id ? store::find(read, EndorsementId{*id}) : std::nullopt;
    const auto petition =
        endorsement ? services_.petitions.find_by_id(read, endorsement->petition, request.locale) : std::nullopt;
    auto frame = services_.frames.frame(request, {.title = t("Your endorsement"), .indexing = html::Indexing::refused});
    if (!petition) return ports::respond(std::move(frame), pages::broken_link(t), 404);
    const ports::SignatureView view{.petition = *petition,
                                    .signature = endorsement->id,
                                    .signer_class = endorsement->statement.signer_class,
                                    .is_counted = endorsement->state == State::counted,
                                    .token = token,
                                    .locale = request.locale,
                                    .now = request.received_at};
    html::Out others;
    for (const auto& section : services_.sections.signature_sections()) others.append(section.render(read, view));
    return ports::respond(std::move(frame),
                          pages::own(t, {*endorsement, *petition, token, std::move(others).finish()}));
}

base::Result<OwnAct, base::Problems> OwnHandlers::read_act(const http::Request& request) const {
    const std::string token = request.parameter("token");
    const auto id = services_.tokens.read(kOwnEndorsement, token);
    if (!id) return base::Problems{{"", base::message("This link is not complete.")}};
    return OwnAct{EndorsementId{*id}, token, request.locale};
}

http::WriteResult OwnHandlers::confirm(const OwnAct& act, db::Write& write) const {
    if (!store::find(write, act.endorsement)) return http::not_found();
    store::confirm(write, act.endorsement);
    return http::see_other(own_path(act));
}

http::WriteResult OwnHandlers::withdraw(const OwnAct& act, db::Write& write) const {
    const auto endorsement = store::find(write, act.endorsement);
    if (!endorsement) return http::not_found();
    const bool was_counted = endorsement->state == State::counted;
    if (store::withdraw(write, *endorsement) == store::Changed::yes && was_counted) {
        const auto change = change_of(*endorsement, ports::CountStep::withdrawn, write.now());
        services_.changes.tell(write, {&change, 1});
    }
    return http::see_other(own_path(act));
}

http::Response OwnHandlers::show_again(const http::Request& request, const base::Problems&, db::Read& read) const {
    return show(request, read);
}

}  // namespace endorsements
