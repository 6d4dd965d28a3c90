// What staff_handlers.h declares about revisions: what changed between them, and taking one back.
#include <array>

#include "features/newsroom/staff_handlers.h"
#include "features/newsroom/staff_handlers_parts.h"

namespace newsroom {
namespace {

using auth::Permission;

struct Part {
    std::string_view name;
    std::string ItemWords::* text;
};
constexpr std::array kParts{Part{"title", &ItemWords::title},
                            Part{"teaser", &ItemWords::teaser},
                            Part{"body", &ItemWords::body},
                            Part{"quotation", &ItemWords::quotation},
                            Part{"quoted_name", &ItemWords::quoted_name},
                            Part{"quoted_office", &ItemWords::quoted_office}};

RevisionId revision_id(const http::Request& request) {
    return RevisionId{base::whole_number(request.parameter("revision")).value_or(0)};
}

std::vector<staff_pages::FieldDifference> differences(const ItemWords& before, const ItemWords& after) {
    std::vector<staff_pages::FieldDifference> found;
    for (const Part& part : kParts)
        if (!(before.*part.text).empty() || !(after.*part.text).empty())
            found.push_back({std::string{part.name}, base::word_difference({before.*part.text, after.*part.text})});
    return found;
}

// What the revision is compared with: the one that the address names by ?with=, else the one before it.
std::optional<Revision> compared_with(db::Read& read, const Item& item, const Revision& revision,
                                      std::string_view asked) {
    if (const auto id = base::id_from<RevisionId>(asked)) {
        auto other = store::find_revision(read, item.id, *id);
        return other && other->locale == revision.locale ? other : std::nullopt;
    }
    for (auto& each : store::revisions(read, item.id, revision.locale))
        if (each.number == revision.number - 1) return std::move(each);
    return std::nullopt;
}

}  // namespace

http::Response StepHandlers::history(const http::Request& request, db::Read& read) const {
    const auto item = find_allowed(read, *request.staff, WantedItem{item_id(request), Permission::edit_content});
    if (!item) return http::not_found();
    const i18n::Translator t{request.locale};
    const staff_pages::History history{.item = *item,
                                       .title = title_of(t, store::newest_revisions(read, item->id)),
                                       .english = store::revisions(read, item->id, base::Locale::english),
                                       .french = store::revisions(read, item->id, base::Locale::french),
                                       .texts = store::text_states(read, item->id)};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Revisions")}),
                          staff_pages::history(t, history));
}

http::Response StepHandlers::revision(const http::Request& request, db::Read& read) const {
    const auto item = find_allowed(read, *request.staff, WantedItem{item_id(request), Permission::edit_content});
    auto revision = item ? store::find_revision(read, item->id, revision_id(request)) : std::nullopt;
    if (!revision) return http::not_found();
    const i18n::Translator t{request.locale};
    const auto newest = store::newest_revisions(read, item->id);
    auto before = compared_with(read, *item, *revision, request.query.view("with"));
    auto changes = differences(before ? before->words : ItemWords{}, revision->words);
    const bool is_newest = std::ranges::find(newest, revision->id, &Revision::id) != newest.end();
    const staff_pages::RevisionPage page{
        *item, title_of(t, newest), *std::move(revision), std::move(before), std::move(changes), is_newest};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Revision")}),
                          staff_pages::revision(t, page));
}

base::Result<Restoration, base::Problems> StepHandlers::read_restoration(const http::Request& request) const {
    return Restoration{ports::acting(request), item_id(request), revision_id(request)};
}

http::WriteResult StepHandlers::restore(const Restoration& restoration, db::Write& write) const {
    const auto item =
        find_allowed(write, restoration.acting.staff, WantedItem{restoration.item, Permission::edit_content});
    const auto revision = item ? store::find_revision(write, item->id, restoration.revision) : std::nullopt;
    if (!revision) return http::not_found();
    store::save_words(write,
                      {.item = item->id,
                       .locale = revision->locale,
                       .words = revision->words,
                       .restored_from = revision->number,
                       .account = restoration.acting.staff.id.value},
                      restoration.acting.staff.name);
    record(write, {restoration.acting,
                   "newsroom.restore",
                   subject_of(write, *item),
                   item->level,
                   {{"revision", "", std::to_string(revision->number)}}});
    return http::see_other(staff_pages::item_path(restoration.acting.locale, item->id));
}

}  // namespace newsroom
