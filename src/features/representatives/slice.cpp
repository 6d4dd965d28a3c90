#include "features/representatives/slice.h"

#include <algorithm>

#include <fmt/format.h>

#include "features/representatives/import_store.h"
#include "features/representatives/office_store.h"
#include "features/representatives/pages.h"
#include "features/representatives/staff_pages.h"
#include "platform/auth/principal.h"
#include "ports/acting.h"

namespace representatives {
namespace {

using i18n::Translator;

constexpr int kActionOrder = 150;  // behind those of the mission
constexpr std::int64_t kNewestImports = 20;

ports::SearchDocument page_document(base::Locale locale) {
    const Translator t{locale};
    return {.key = fmt::format("-/{}", base::code(locale)),
            .locale = locale,
            .path = ports::find_representatives_path(locale),
            .other_path = ports::find_representatives_path(base::other(locale)),
            .title = t("Find your representatives"),
            .text = t("Who speaks for you, and how do you reach them? Your postal code tells.")};
}

ports::SearchDocument document_of(const ports::Representative& of, base::Locale locale) {
    const Translator t{locale};
    return {.key = fmt::format("{}/{}", of.id.value, base::code(locale)),
            .locale = locale,
            .path = ports::representative_path(of.id, locale),
            .other_path = ports::representative_path(of.id, base::other(locale)),
            .title = pages::name_of(t, of),
            .text = pages::line_of(t, of)};
}

std::vector<ports::SearchDocument> documents(const Services& services, db::Read& read) {
    const auto tables = services.tables.current(read);
    const auto regions = services.elections.near ? services.elections.near(read) : std::vector<std::string>{};
    std::vector<ports::SearchDocument> all;
    for (const base::Locale locale : base::kLocales) {
        all.push_back(page_document(locale));
        for (const auto& each : tables->offices->in_order.at(static_cast<std::size_t>(locale)))
            if (each.seat == Seat::held && !ports::is_unnamed_near(regions, each))
                all.push_back(document_of(each, locale));
    }
    std::ranges::sort(all, {}, &ports::SearchDocument::key);
    return all;
}

std::vector<ports::Finding> findings_of_places(db::Read& read) {
    std::vector<ports::Finding> findings;
    std::map<RidingId, StoredRiding> known;
    for (StoredRiding& each : store::ridings(read)) known.emplace(each.riding.id, std::move(each));
    for (const StoredHolder& each : store::holders(read))
        if (each.holder.riding && !known.contains(*each.holder.riding))
            findings.push_back({fmt::format("representative {}: the riding is not there", each.id.value)});
    store::each_boundary(read, [&](const store::StoredBoundary& boundary) {
        const auto shape = ridings::unpacked(boundary.shape);
        if (!known.contains(boundary.riding))
            findings.push_back({fmt::format("outline {}: the riding is not there", boundary.riding.value)});
        if (!shape || static_cast<std::int64_t>(ridings::count_points(*shape)) != boundary.points)
            findings.push_back({fmt::format("outline {}: it cannot be read", boundary.riding.value)});
    });
    return findings;
}

}  // namespace

ports::DocumentProvider Slice::search_documents() const {
    return [this](db::Read& read, const ports::DocumentPage& page) {
        auto all = documents(services_, read);
        const auto first = std::ranges::upper_bound(all, page.after, {}, &ports::SearchDocument::key);
        all.erase(all.begin(), first);
        if (all.size() > page.limit) all.erase(all.begin() + static_cast<std::ptrdiff_t>(page.limit), all.end());
        return all;
    };
}

ports::ActionProvider Slice::actions() const {
    return [this](db::Read& read, base::Locale locale) {
        std::vector<ports::Action> actions;
        if (services_.tables.current(read)->offices->in_order.front().empty()) return actions;
        const Translator t{locale};
        actions.push_back({.key = "find-representative",
                           .icon = "landmark",
                           .title = t("Find your representatives"),
                           .call = t("Find your representatives"),
                           .summary = t("Who speaks for you, and how do you reach them? Your postal code tells."),
                           .path = ports::find_representatives_path(locale),
                           .order = kActionOrder});
        return actions;
    };
}

ports::BlockKind hub_block() {
    return {.key = "representatives.find",
            .label = base::message("Find your representatives"),
            .render = [](db::Read&, const ports::BlockSetting& setting) {
                return pages::hub_block(Translator{setting.locale}, {setting.heading, setting.text});
            }};
}

ports::StaffEntry staff_entry() {
    return {.label = base::message("Representatives"),
            .path = "staff/representatives",
            .icon = "map-pin",
            .group = ports::StaffGroup::politicians,
            .order = 26,
            .may_see = ports::whoever_may(auth::Permission::publish)};
}

ports::HomeProvider home_news() {
    return [](db::Read& read, const http::Request& request) {
        ports::HomeNews news;
        if (!ports::may_somewhere(request, auth::Permission::publish)) return news;
        const Translator t{request.locale};
        for (const ImportRecord& each : store::newest_imports(read, kNewestImports))
            if (each.state == ImportState::waits)
                news.tasks.push_back(
                    {.sentence = t("The file {name} waits to be taken in.", {{"name", each.file_name}}),
                     .path = staff_pages::import_path(request.locale, each.id),
                     .act = t("Look at it")});
        return news;
    };
}

void add_jobs(jobs::Handlers& handlers, db::Database& database, files::FileStore& files) {
    handlers.daily("representatives.sweep", base::hours(9),
                   [&database, &files](const jobs::Job& job) { sweep_imports(database, files, job.now); });
}

ports::Check places_check() { return {"representatives.places", findings_of_places}; }

}  // namespace representatives
