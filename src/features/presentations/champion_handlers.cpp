#include "features/presentations/champion_handlers.h"

#include <algorithm>

#include "base/text.h"
#include "base/whole_number.h"
#include "features/presentations/booking_service.h"
#include "features/presentations/pages.h"
#include "features/presentations/report_store.h"
#include "features/presentations/words.h"
#include "people/address_hash.h"
#include "platform/mail/outbox.h"
#include "ports/search_documents.h"

namespace presentations {
namespace {

constexpr std::size_t kLongestReason = 500;  // characters
constexpr std::size_t kSuggestions = 6;

base::Problems broken() { return {{"", base::message("This link is not complete.")}}; }

html::PageFrame own_frame(const Services& services, const http::Request& request, std::string title,
                          const base::Problems& problems = {}) {
    return services.frames.frame(
        request, {.title = std::move(title),
                  .form_state = problems.empty() ? html::FormState::fine : html::FormState::has_problems,
                  .indexing = html::Indexing::refused});
}

bool is_to_come(const Presentation& presentation, base::Instant now) {
    return presentation.state == State::booked && presentation.starts_at > now;
}

std::vector<ports::Material> materials_on(const Services& services, TopicId topic, base::Locale locale,
                                          db::Read& read) {
    return services.materials ? services.materials(read, topic, locale) : std::vector<ports::Material>{};
}

// For whom a page is, in which language, and when.
struct Reader {
    const ports::ChampionFacts& champion;
    base::Locale locale;
    base::Instant now;
};
pages::ChampionView view_of(const Services& services, const Reader& reader, db::Read& read) {
    const auto& [champion, locale, now] = reader;
    pages::ChampionView view{.name = champion.name,
                             .token = services.tokens.make(kChampion, champion.id.value),
                             .offers = {},
                             .presentations = store::of_champion(read, champion.id),
                             .materials = {},
                             .is_active = services.champions.find(read, champion.id).has_value(),
                             .now = now};
    const auto next = std::ranges::find_if(view.presentations,
                                           [&](const Presentation& each) { return is_to_come(each, reader.now); });
    if (next != view.presentations.end()) view.materials = materials_on(services, next->wish.topic, locale, read);
    for (const Offer& each : store::open_offers(read, champion.id)) {
        auto presentation = store::find(read, each.presentation);
        if (presentation && each.expires_at > now)
            view.offers.push_back({each, *std::move(presentation), services.tokens.make(kOffer, each.id.value)});
    }
    return view;
}

ReportForm form_of(const StoredReport& stored) {
    return {.attendance = std::to_string(stored.report.attendance),
            .questions = stored.report.questions,
            .feeling_before = std::to_string(stored.report.feeling_before),
            .feeling_after = std::to_string(stored.report.feeling_after),
            .words = stored.report.words,
            .names = ""};
}

// Each gets a mail of their own, in the language of the presentation.
void put_down(const Services& services, const Presentation& presentation, const std::vector<NewName>& names,
              db::Write& write) {
    for (const NewName& each : names) {
        const auto hash = people::address_hash(services.secret, each.email);
        const auto id = store::insert_name(write, {presentation.id, each, hash, presentation.wish.language});
        if (id) mail::queue(write, {std::string{kNameMail}, each.email, presentation.wish.language, id->value});
    }
}

// The library says no name: whose report it is from stands with the report, from where erasing takes it.
ports::PictureId keep_picture(const Services& services, const ReportAct& act, const Presentation& presentation,
                              db::Write& write) {
    if (!act.kept_picture) return ports::kNoPicture;
    const std::string town = presentation.wish.town;
    return services.pictures.add(write, {.file = *act.kept_picture,
                                         .alt_en = "A presentation in " + town,
                                         .alt_fr = "Une présentation à " + town,
                                         .source = "",
                                         .by = "champion"});
}

}  // namespace

ReportForm report_form(const http::Fields& fields) {
    return {.attendance = fields.text("attendance"),
            .questions = fields.text("questions"),
            .feeling_before = fields.text("feeling_before"),
            .feeling_after = fields.text("feeling_after"),
            .words = fields.text("words"),
            .names = fields.text("names")};
}

ConversationForm conversation_form(const http::Fields& fields) {
    return {.date = fields.text("date"),
            .town = fields.text("town"),
            .province = fields.text("province"),
            .audience = fields.text("audience"),
            .host_group = fields.text("host_group"),
            .language = fields.text("language"),
            .report = report_form(fields)};
}

std::optional<PresentationId> record_conversation(const Services& services, const Conversation& conversation,
                                                  const Told& told, db::Write& write) {
    const auto level = level_of(write, conversation.wish);
    if (!level) return std::nullopt;
    const auto id = store::insert(write, {.level = *level,
                                          .origin = Origin::conversation,
                                          .state = State::held,
                                          .wish = conversation.wish,
                                          .email = "",
                                          .address_hash = 0,
                                          .locale = told.locale,
                                          .champion = told.champion,
                                          .starts_at = conversation.at});
    store::save_report(write, id, {conversation.report, write.now(), told.by});
    if (const auto made = store::find(write, id)) put_down(services, *made, conversation.report.names, write);
    ports::document_changed(write, {.kind = "presentations", .key = "home/"});
    return id;
}

std::optional<ports::ChampionFacts> ChampionHandlers::champion_of(const http::Request& request, db::Read& read) const {
    const auto id = services_.tokens.read(kChampion, request.parameter("token"));
    if (!id || !services_.champions.reach) return std::nullopt;
    return services_.champions.reach(read, ChampionId{*id});
}

std::optional<Presentation> ChampionHandlers::theirs(const ChampionAct& act, db::Read& read) const {
    auto presentation = store::find(read, act.presentation);
    if (!presentation || presentation->champion != act.champion || presentation->state == State::unconfirmed)
        return std::nullopt;
    return presentation;
}

http::Response ChampionHandlers::list(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    auto frame = own_frame(services_, request, t("Your presentations"));
    const auto champion = champion_of(request, read);
    if (!champion) return ports::respond(std::move(frame), pages::broken_link(t), 404);
    return ports::respond(
        std::move(frame),
        pages::champion(t, view_of(services_, {*champion, request.locale, request.received_at}, read)));
}

html::SafeHtml ChampionHandlers::section(db::Read& read, ChampionId champion, base::Locale locale,
                                         base::Instant now) const {
    const auto facts = services_.champions.reach ? services_.champions.reach(read, champion) : std::nullopt;
    if (!facts) return {};
    return pages::champion_section(i18n::Translator{locale}, view_of(services_, {*facts, locale, now}, read));
}

http::Response ChampionHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

http::Response ChampionHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                            db::Read& read) const {
    const i18n::Translator t{request.locale};
    auto frame = own_frame(services_, request, t("Your presentation"), problems);
    const auto act = read_act(request);
    const auto presentation = act ? theirs(*act, read) : std::nullopt;
    if (!presentation || !champion_of(request, read))
        return ports::respond(std::move(frame), pages::broken_link(t), 404);
    pages::ReportView view{.presentation = *presentation,
                           .token = act->token,
                           .typed = report_form(request.form),
                           .stored = store::find_report(read, presentation->id),
                           .names = std::ssize(store::names_of(read, presentation->id)),
                           .now = request.received_at,
                           .problems = problems};
    if (view.stored && problems.empty()) view.typed = form_of(*view.stored);
    if (is_to_come(*presentation, request.received_at)) {
        const Wish& wish = presentation->wish;
        view.materials = materials_on(services_, wish.topic, wish.language, read);
        if (services_.guides.suggestions)
            view.suggestions = services_.guides.suggestions(
                read, {.locale = wish.language, .reader = ports::GuideReader::member, .limit = kSuggestions});
    }
    return ports::respond(std::move(frame), pages::report(t, view), problems.empty() ? 200 : 422);
}

base::Result<ChampionAct, base::Problems> ChampionHandlers::read_act(const http::Request& request) const {
    const std::string token = request.parameter("token");
    const auto champion = services_.tokens.read(kChampion, token);
    if (!champion) return broken();
    return ChampionAct{
        .champion = ChampionId{*champion},
        .presentation = base::id_from<PresentationId>(request.parameter("presentation")).value_or(PresentationId{1}),
        .token = token,
        .locale = request.locale};
}

base::Result<ReportAct, base::Problems> ChampionHandlers::read_report(const http::Request& request) const {
    auto act = read_act(request);
    if (!act) return act.error();
    auto report = accept(report_form(request.form));
    if (!report) return report.error();
    ReportAct read{*std::move(act), *std::move(report)};
    if (const auto* const file = request.form.file("picture")) {
        read.kept_picture = services_.pictures.keep(file->bytes);
        if (!read.kept_picture)
            return base::Problems{
                {"picture", base::message("This is no picture that we can show: JPEG, PNG or WebP.")}};
    }
    return read;
}

http::WriteResult ChampionHandlers::report(const ReportAct& act, db::Write& write) const {
    const auto presentation = theirs(act.act, write);
    const auto champion = services_.champions.reach(write, act.act.champion);
    if (!presentation || !champion) return http::not_found();
    if (!may_report(*presentation, write.now()))
        return base::Problems{{"", base::message("There is nothing to report on yet.")}};
    Report report = act.report;
    report.picture = keep_picture(services_, act, *presentation, write);
    store::save_report(write, presentation->id, {report, write.now(), champion->name});
    put_down(services_, *presentation, report.names, write);
    if (presentation->state == State::booked) {
        presentations::end(services_, presentation->id, {State::held, "champion", ""}, write);
        notify(services_, presentation->id, {Recipient::host, NoticeKind::thanks}, write);
    }
    ports::document_changed(write, {.kind = "presentations", .key = "home/"});
    return http::see_other(report_path(act.act.locale, act.act.token, presentation->id));
}

base::Result<ChampionAct, base::Problems> ChampionHandlers::read_missed(const http::Request& request) const {
    auto act = read_act(request);
    if (!act) return act;
    act->reason = base::tidy_lines(request.form.text("reason"));
    if (act->reason.empty() || base::count_characters(act->reason) > kLongestReason)
        return base::Problems{{"reason", base::message("Please say in a few words what happened.")}};
    return act;
}

http::WriteResult ChampionHandlers::missed(const ChampionAct& act, db::Write& write) const {
    const auto presentation = theirs(act, write);
    if (!presentation) return http::not_found();
    if (presentation->state == State::booked && may_report(*presentation, write.now()))
        presentations::end(services_, presentation->id, {State::missed, "champion", act.reason}, write);
    return http::see_other(champion_path(act.locale, act.token));
}

http::WriteResult ChampionHandlers::give_back(const ChampionAct& act, db::Write& write) const {
    const auto presentation = theirs(act, write);
    if (!presentation) return http::not_found();
    if (presentation->state == State::booked && presentation->starts_at > write.now())
        presentations::give_back(services_, presentation->id, GivenBack::champion_cannot, write);
    return http::see_other(champion_path(act.locale, act.token));
}

http::Response ChampionHandlers::show_conversation(const http::Request& request, db::Read& read) const {
    return show_conversation_again(request, {}, read);
}

http::Response ChampionHandlers::show_conversation_again(const http::Request& request, const base::Problems& problems,
                                                         db::Read& read) const {
    const i18n::Translator t{request.locale};
    auto frame = own_frame(services_, request, t("A conversation that nobody had booked"), problems);
    const auto champion = champion_of(request, read);
    if (!champion || !services_.champions.find(read, champion->id))
        return ports::respond(std::move(frame), pages::broken_link(t), 404);
    const std::string back = champion_path(request.locale, request.parameter("token"));
    const auto typed = conversation_form(request.form);
    return ports::respond(std::move(frame), pages::conversation(t, {back + "/conversation", back, typed, problems}),
                          problems.empty() ? 200 : 422);
}

base::Result<ConversationAct, base::Problems> ChampionHandlers::read_conversation(const http::Request& request) const {
    const auto act = read_act(request);
    if (!act) return act.error();
    const auto form = conversation_form(request.form);
    auto conversation = accept(TypedConversation{form, request.received_at});
    if (!conversation) return conversation.error();
    return ConversationAct{act->champion, act->token, act->locale, *std::move(conversation)};
}

http::WriteResult ChampionHandlers::tell(const ConversationAct& act, db::Write& write) const {
    const auto champion = services_.champions.find(write, act.champion);
    if (!champion) return http::not_found();
    record_conversation(services_, act.conversation, {act.champion, champion->name, act.locale}, write);
    return http::see_other(champion_path(act.locale, act.token));
}

}  // namespace presentations
