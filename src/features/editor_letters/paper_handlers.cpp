// What staff_handlers.h declares about newspapers.
#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "base/whole_number.h"
#include "features/editor_letters/staff_handlers.h"
#include "features/editor_letters/staff_pages.h"
#include "features/editor_letters/store.h"
#include "features/editor_letters/words.h"
#include "platform/auth/audit.h"
#include "ports/editing.h"

namespace editor_letters {
namespace {

// Of a list that is sound, and that nobody has confirmed yet: nothing is wrong with it.
constexpr std::string_view kNotConfirmed = "not_confirmed";

struct PaperFormField {
    const char* name;
    std::string NewspaperForm::* text;
};
constexpr std::array<PaperFormField, 12> kPaperFields{{{"name", &NewspaperForm::name},
                                                       {"language", &NewspaperForm::language},
                                                       {"place", &NewspaperForm::place},
                                                       {"province", &NewspaperForm::province},
                                                       {"reach", &NewspaperForm::reach},
                                                       {"postal_areas", &NewspaperForm::postal_areas},
                                                       {"email", &NewspaperForm::email},
                                                       {"page_url", &NewspaperForm::page_url},
                                                       {"word_limit", &NewspaperForm::word_limit},
                                                       {"most_a_day", &NewspaperForm::most_a_day},
                                                       {"source", &NewspaperForm::source},
                                                       {"as_of", &NewspaperForm::as_of}}};

NewspaperForm newspaper_form(const http::Form& form) {
    NewspaperForm typed;
    for (const auto& field : kPaperFields) typed.*field.text = form.text(field.name);
    return typed;
}

ports::NamedTexts named(const NewspaperForm& form) {
    ports::NamedTexts texts;
    for (const auto& field : kPaperFields) texts.push_back({field.name, form.*field.text});
    return texts;
}

NewspaperForm newspaper_form(const ports::NamedTexts& texts) {
    NewspaperForm form;
    for (const auto& field : kPaperFields) form.*field.text = ports::text_of(texts, field.name);
    return form;
}

// A file that was chosen goes before what stands in the field.
std::string rows_of(const http::Form& form) {
    const auto* file = form.file("list");
    return file != nullptr ? file->bytes : form.text("rows");
}

struct PaperDeed {
    std::string_view action;
    std::int64_t paper;
    std::string name;
};
void record_paper(db::Write& write, const ports::Acting& acting, const PaperDeed& deed) {
    auth::record(write, {.actor = auth::actor_of(acting.staff, acting.request_id),
                         .action = std::string{deed.action},
                         .subject = {"newspaper", deed.paper, deed.name}});
}

// What each row would do. A paper that stands twice in the list is known by then.
std::vector<staff_pages::PlannedPaper> plan_of(db::Read& read, std::vector<NewspaperFacts> rows) {
    std::set<std::pair<std::string, std::string>> seen;
    std::vector<staff_pages::PlannedPaper> plan;
    for (NewspaperFacts& facts : rows) {
        const bool is_new = seen.emplace(facts.name, facts.place).second;
        auto before = store::known_newspaper(read, facts);
        plan.push_back({std::move(facts), std::move(before),
                        is_new ? staff_pages::PlannedPaper::Repeated::no : staff_pages::PlannedPaper::Repeated::yes});
    }
    return plan;
}

bool matches(const Newspaper& paper, const std::string& words) {
    const std::string wanted = base::fold_name(words);
    return base::fold_name(paper.facts.name + paper.facts.place).contains(wanted);
}

}  // namespace

http::Response PaperHandlers::list(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    auto all = store::newspapers(read);
    const std::string day = day_at(request.received_at);
    const auto stale = std::ranges::count_if(
        all, [&](const Newspaper& each) { return !each.left_out_at && is_stale(each.facts, day); });
    const std::string words = base::collapse_spaces(request.query.text("words"));
    std::erase_if(all, [&](const Newspaper& each) { return !matches(each, words); });
    const auto position = ports::position_in(all.size(), request.query);
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Newspapers")}),
                          staff_pages::papers(t, {.papers = ports::rows_at(position, all),
                                                  .position = position,
                                                  .words = words,
                                                  .stale = stale,
                                                  .day = day}));
}

http::Response PaperHandlers::edit_page(const http::Request& request, const base::Problems& problems,
                                        const Newspaper* paper) const {
    const i18n::Translator t{request.locale};
    auto typed = newspaper_form(request.form);
    staff_pages::Paper view{.paper = paper, .typed = typed, .problems = problems, .day = day_at(request.received_at)};
    if (paper != nullptr) {
        const auto stored = named(form_of(paper->facts));
        auto merged = request.form.has("name")
                          ? ports::merge({stored, named(typed), request.form.text(ports::kSeenField)})
                          : ports::Merged{stored, {}};
        typed = newspaper_form(merged.texts);
        view.seen = ports::seen(stored);
        view.conflicts = std::move(merged.conflicts);
    }
    const int status = !view.conflicts.empty() ? 409 : problems.empty() ? 200 : 422;
    return ports::respond(
        services_.frames.staff_frame(request, {.title = paper == nullptr ? t("New newspaper") : paper->facts.name}),
        staff_pages::paper(t, view), status);
}

http::Response PaperHandlers::show_new(const http::Request& request, db::Read& read) const {
    return new_again(request, {}, read);
}

http::Response PaperHandlers::new_again(const http::Request& request, const base::Problems& problems, db::Read&) const {
    return edit_page(request, problems, nullptr);
}

http::Response PaperHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

http::Response PaperHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                         db::Read& read) const {
    const auto id = base::id_from<NewspaperId>(request.parameter("newspaper"));
    const auto paper = id ? store::find_newspaper(read, *id) : std::nullopt;
    if (!paper) return http::not_found();
    return edit_page(request, problems, &*paper);
}

base::Result<SavePaper, base::Problems> PaperHandlers::read_paper(const http::Request& request) const {
    SavePaper save{ports::acting(request), base::id_from<NewspaperId>(request.parameter("newspaper")),
                   newspaper_form(request.form), request.form.text(ports::kSeenField), day_at(request.received_at)};
    if (const auto facts = accept(TypedNewspaper{save.typed, save.day}); !facts) return facts.error();
    return save;
}

http::WriteResult PaperHandlers::save(const SavePaper& form, db::Write& write) const {
    const base::Problems taken{{"name", base::message("A newspaper of this name and place is there already.")}};
    const auto before = form.newspaper ? store::find_newspaper(write, *form.newspaper) : std::nullopt;
    if (form.newspaper && !before) return http::not_found();
    ports::Merged merged{named(form.typed), {}};
    if (before) merged = ports::merge({named(form_of(before->facts)), named(form.typed), form.seen});
    if (!merged.conflicts.empty()) return ports::problems_of(merged);
    const auto both = newspaper_form(merged.texts);
    const auto facts = accept(TypedNewspaper{both, form.day});
    if (!facts) return facts.error();
    if (!before && store::known_newspaper(write, *facts)) return taken;
    const auto id = before ? before->id : store::keep(write, *facts);
    if (before && store::save(write, id, *facts) == store::Changed::no) return taken;
    record_paper(write, form.acting, {"editor_letters.paper", id.value, facts->name});
    return http::see_other(staff_papers_path(form.acting.locale));
}

base::Result<PaperAct, base::Problems> PaperHandlers::read_act(const http::Request& request) const {
    const bool is_back = request.form.text("standing") == "taken_back";
    return PaperAct{ports::acting(request), NewspaperId{base::whole_number(request.parameter("newspaper")).value_or(0)},
                    is_back ? PaperStanding::taken_back : PaperStanding::left_out};
}

http::WriteResult PaperHandlers::turn(const PaperAct& act, db::Write& write) const {
    const auto paper = store::find_newspaper(write, act.newspaper);
    if (!paper) return http::not_found();
    if (act.standing == PaperStanding::left_out)
        store::leave_out(write, paper->id);
    else
        store::take_back(write, paper->id);
    record_paper(write, act.acting, {"editor_letters.paper", paper->id.value, paper->facts.name});
    return http::see_other(staff_paper_path(act.acting.locale, paper->id));
}

http::Response PaperHandlers::show_rows(const http::Request& request, db::Read& read) const {
    return rows_again(request, {}, read);
}

base::Result<KeepPapers, base::Problems> PaperHandlers::read_rows(const http::Request& request) const {
    const std::string csv = rows_of(request.form);
    auto rows = read_list({csv, day_at(request.received_at)});
    if (!rows) return base::Problems{{"rows", base::message("Some lines cannot be taken in; each is named.")}};
    if (rows->empty()) return base::Problems{{"rows", base::message("There is no row to take in.")}};
    if (!request.form.has("confirmed"))
        return base::Problems{{std::string{kNotConfirmed}, base::message("Nothing is taken in yet.")}};
    return KeepPapers{ports::acting(request), *std::move(rows)};
}

http::WriteResult PaperHandlers::keep_rows(const KeepPapers& form, db::Write& write) const {
    for (const NewspaperFacts& facts : form.rows) store::keep(write, facts);
    record_paper(write, form.acting, {"editor_letters.papers", 0, std::to_string(form.rows.size()) + " rows"});
    return http::see_other(staff_papers_path(form.acting.locale));
}

http::Response PaperHandlers::rows_again(const http::Request& request, const base::Problems& problems,
                                         db::Read& read) const {
    const i18n::Translator t{request.locale};
    const std::string csv = rows_of(request.form);
    auto rows = read_list({csv, day_at(request.received_at)});
    const bool is_sound = base::find_problem(problems, kNotConfirmed) != nullptr && rows;
    if (is_sound)
        return ports::respond(services_.frames.staff_frame(request, {.title = t("What would change")}),
                              staff_pages::plan(t, {plan_of(read, *std::move(rows)), csv}));
    staff_pages::Rows view{.csv = base::is_valid_utf8(csv) ? csv : std::string{}, .problems = problems};
    if (!csv.empty() && !rows) view.list_problems = rows.error();
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Take in a list of newspapers")}),
                          staff_pages::rows(t, view), problems.empty() ? 200 : 422);
}

}  // namespace editor_letters
