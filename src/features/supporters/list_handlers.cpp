// What handlers.h declares about lists.
#include "base/text.h"
#include "features/supporters/export.h"
#include "features/supporters/handlers.h"
#include "features/supporters/handlers_parts.h"
#include "features/supporters/list_pages.h"
#include "people/address_hash.h"
#include "people/tags.h"

namespace supporters {
namespace {

constexpr base::Duration kExportPeriod = base::minutes(10);

// "2.1234": the reading, and the person behind whom the page begins.
std::optional<store::Place> place_of(std::string_view text) {
    const auto dot = text.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const auto reading = base::whole_number(text.substr(0, dot));
    const auto person = base::whole_number(text.substr(dot + 1));
    if (!reading || !person || *reading < 0) return std::nullopt;
    return store::Place{static_cast<std::size_t>(*reading), people::PersonId{*person}};
}

store::Page find(const Services& services, const store::Search& search, const http::Request& request, db::Read& read) {
    const auto address = base::EmailAddress::parse(search.words);
    if (!address) return store::find(read, search);
    const auto person = people::find_person_by_address(read, people::address_hash(services.secret, *address));
    if (!person || person->erased_at || !may(read, *request.staff, kLook, *person)) return {};
    return {{{*person, people::find_standing(read, person->id)}}, std::nullopt};
}

bool has_begun_export(db::Read& read, const auth::Principal& staff, base::Instant since) {
    const auto newest = auth::read_audit(read, {.limit = 1, .staff = staff.id, .action_prefix = "supporters.export"});
    return !newest.empty() && newest.front().at >= since;
}

void record_book(db::Write& write, const Acting& who, std::string action, const auth::Subject& subject) {
    auth::record(write,
                 {.actor = auth::actor_of(who.staff, who.request_id), .action = std::move(action), .subject = subject});
}

bool is_everywhere(db::Read& read, const auth::Principal& staff, auth::Permission permission) {
    return !scope_of(read, staff, permission);
}

}  // namespace

http::Response ListHandlers::list(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto tag = base::id_from<people::TagId>(request.query.view("tag"));
    const auto after = place_of(request.query.view("after"));
    const store::Search search{.scope = scope_of(read, *request.staff, kLook),
                               .words = base::collapse_spaces(request.query.text("words")),
                               .tag = tag,
                               .after = after};
    const list_pages::PeopleList page{
        .page = find(services_, search, request, read),
        .tags = people::tags(read),
        .words = search.words,
        .tag = tag,
        .is_first = !after,
        .may = auth::may(*request.staff, kTakeOut) ? list_pages::May::take_out : list_pages::May::look,
        .now = request.received_at};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("People")}), list_pages::people(t, page));
}

base::Result<BookAct, base::Problems> ListHandlers::read_act(const http::Request& request) const {
    return BookAct{ports::acting(request), request.form};
}

http::WriteResult ListHandlers::begin_export(const BookAct& act, db::Write& write) const {
    record_book(write, act.acting, "supporters.export", {"person", 0, "people.csv"});
    return http::see_other(list_pages::path(act.acting.locale) + ".csv");
}

http::Response ListHandlers::download_export(const http::Request& request, db::Read& read) const {
    if (!has_begun_export(read, *request.staff, request.received_at - kExportPeriod)) return http::error(410);
    return http::made_download(
        {"people.csv", "text/csv; charset=utf-8"},
        [scope = scope_of(read, *request.staff, kTakeOut)](db::Read& snapshot, const http::PartWriter& write) {
            export_people(snapshot, scope, write);
        });
}

http::Response ListHandlers::tags(const http::Request& request, db::Read& read) const {
    return tags_again(request, {}, read);
}

http::Response ListHandlers::tags_again(const http::Request& request, const base::Problems& problems,
                                        db::Read& read) const {
    const i18n::Translator t{request.locale};
    list_pages::TagBook book{.tags = {}, .typed = request.form.text("name"), .problems = problems};
    for (const auto& tag : people::tags(read))
        book.tags.push_back({tag, people::count_tagged(read, tag.id, list_pages::kMostCounted)});
    auto frame = services_.frames.staff_frame(request, {.title = t("Tags"), .form_state = state_of(problems)});
    return ports::respond(std::move(frame), list_pages::tags(t, book), problems.empty() ? 200 : 422);
}

http::WriteResult ListHandlers::change_tags(const BookAct& act, db::Write& write) const {
    if (!is_everywhere(write, act.acting.staff, kChange)) return http::forbidden();
    const std::string name = base::collapse_spaces(act.form.text("name"));
    const auto id = base::id_from<people::TagId>(act.form.view("tag"));
    const auto there = http::see_other(list_pages::path(act.acting.locale) + "/tags");
    if (id && !people::find_tag(write, *id)) return http::not_found();
    if (id && act.form.view("act") == "delete") {
        record_book(write, act.acting, "supporters.delete_tag", {"tag", id->value, people::find_tag(write, *id)->name});
        people::delete_tag(write, *id);
        return there;
    }
    if (const auto problem = people::problem_of_tag(name)) return base::Problems{{"name", *problem}};
    if (id && !people::rename_tag(write, *id, name))
        return base::Problems{{"name", base::message("Another tag has this name.")}};
    const auto tag = id ? *id : people::ensure_tag(write, name);
    record_book(write, act.acting, id ? "supporters.rename_tag" : "supporters.make_tag", {"tag", tag.value, name});
    return there;
}

http::Response ListHandlers::fields(const http::Request& request, db::Read& read) const {
    return fields_again(request, {}, read);
}

http::Response ListHandlers::fields_again(const http::Request& request, const base::Problems& problems,
                                          db::Read& read) const {
    const i18n::Translator t{request.locale};
    const list_pages::FieldBook book{.fields = people::fields(read),
                                     .typed = {request.form.text("slug"), request.form.text("label_en"),
                                               request.form.text("label_fr"), request.form.text("kind")},
                                     .problems = problems};
    auto frame = services_.frames.staff_frame(request, {.title = t("Custom fields"), .form_state = state_of(problems)});
    return ports::respond(std::move(frame), list_pages::fields(t, book), problems.empty() ? 200 : 422);
}

http::WriteResult ListHandlers::change_fields(const BookAct& act, db::Write& write) const {
    if (!is_everywhere(write, act.acting.staff, kChange)) return http::forbidden();
    const auto there = http::see_other(list_pages::path(act.acting.locale) + "/fields");
    if (const auto id = base::id_from<people::FieldId>(act.form.view("field"))) {
        auto field = people::find_field(write, *id);
        if (!field) return http::not_found();
        field->retired_at = act.form.view("act") == "retire" ? std::optional{write.now()} : std::nullopt;
        people::change_field(write, *field);
        record_book(write, act.acting, "supporters.change_field", {"person_field", id->value, field->slug});
        return there;
    }
    auto field = read_field(
        {act.form.text("slug"), act.form.text("label_en"), act.form.text("label_fr"), act.form.text("kind")});
    if (!field) return field.error();
    const auto present = people::fields(write);
    if (present.size() >= people::kMostFields)
        return base::Problems{{"", base::message("There are 200 fields already: more help nobody.")}};
    field->position = static_cast<int>(present.size());
    const auto id = people::insert_field(write, *field);
    if (!id) return base::Problems{{"slug", base::message("Another field has this name.")}};
    record_book(write, act.acting, "supporters.make_field", {"person_field", id->value, field->slug});
    return there;
}

}  // namespace supporters
