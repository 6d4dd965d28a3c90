#include "features/supporters/routes.h"

#include "platform/auth/principal.h"
#include "platform/http/bound.h"

namespace supporters {
namespace {

using auth::Permission;
using http::bound;

const std::string kAll = "/{locale}/staff/people";
const std::string kOne = kAll + "/{person}";

void add_list_routes(http::Router& router, const ListHandlers& to) {
    router.get(kAll, bound(to, &ListHandlers::list),
               {.name = "supporters.list", .permission = Permission::read_people});
    router.post<BookAct>(kAll + "/exports",
                         {.parse = bound(to, &ListHandlers::read_act), .apply = bound(to, &ListHandlers::begin_export)},
                         {.name = "supporters.begin_export", .permission = Permission::export_people});
    router.get(kAll + ".csv", bound(to, &ListHandlers::download_export),
               {.name = "supporters.export", .permission = Permission::export_people});
    router.get(kAll + "/tags", bound(to, &ListHandlers::tags),
               {.name = "supporters.tags", .permission = Permission::read_people});
    router.post<BookAct>(kAll + "/tags",
                         {.parse = bound(to, &ListHandlers::read_act),
                          .apply = bound(to, &ListHandlers::change_tags),
                          .refuse = bound(to, &ListHandlers::tags_again)},
                         {.name = "supporters.change_tags", .permission = Permission::moderate});
    router.get(kAll + "/fields", bound(to, &ListHandlers::fields),
               {.name = "supporters.fields", .permission = Permission::read_people});
    router.post<BookAct>(kAll + "/fields",
                         {.parse = bound(to, &ListHandlers::read_act),
                          .apply = bound(to, &ListHandlers::change_fields),
                          .refuse = bound(to, &ListHandlers::fields_again)},
                         {.name = "supporters.change_fields", .permission = Permission::moderate});
}

using PersonApply = http::WriteResult (PersonHandlers::*)(const PersonAct&, db::Write&) const;
using PersonRefuse = http::Response (PersonHandlers::*)(const http::Request&, const base::Problems&, db::Read&) const;

struct Button {
    std::string path;
    const char* name;
    PersonApply apply;
    PersonRefuse refuse = &PersonHandlers::show_again;
    Permission permission = Permission::moderate;
};
void add_button(http::Router& router, const PersonHandlers& to, const Button& button) {
    router.post<PersonAct>(kOne + button.path,
                           {.parse = bound(to, &PersonHandlers::read_act),
                            .apply = bound(to, button.apply),
                            .refuse = bound(to, button.refuse)},
                           {.name = button.name, .permission = button.permission});
}

void add_person_routes(http::Router& router, const PersonHandlers& to) {
    router.get(kOne, bound(to, &PersonHandlers::show),
               {.name = "supporters.show", .permission = Permission::read_people});
    router.get(kOne + "/edit", bound(to, &PersonHandlers::edit),
               {.name = "supporters.edit", .permission = Permission::moderate});
    router.get(kOne + "/merge", bound(to, &PersonHandlers::show_merge),
               {.name = "supporters.show_merge", .permission = Permission::moderate});
    router.get(kOne + "/erasure", bound(to, &PersonHandlers::show_erasure),
               {.name = "supporters.show_erasure", .permission = Permission::export_people});
    add_button(router, to, {"/edit", "supporters.save", &PersonHandlers::save, &PersonHandlers::edit_again});
    add_button(router, to, {"/tags", "supporters.tag", &PersonHandlers::change_tag});
    add_button(router, to, {"/answers", "supporters.answer", &PersonHandlers::answer});
    add_button(router, to, {"/addresses", "supporters.address", &PersonHandlers::change_address});
    add_button(router, to, {"/suppression", "supporters.suppress", &PersonHandlers::change_suppression});
    add_button(router, to, {"/merge", "supporters.merge", &PersonHandlers::merge, &PersonHandlers::show_merge_again});
    add_button(router, to, {"/undone-merges", "supporters.undo_merge", &PersonHandlers::undo_merge});
    add_button(router, to,
               {"/erasure", "supporters.erase", &PersonHandlers::erase, &PersonHandlers::show_erasure_again,
                Permission::export_people});
}

}  // namespace

void add_routes(http::Router& router, const Surface& surface) {
    add_list_routes(router, surface.list);
    add_person_routes(router, surface.person);
}

}  // namespace supporters
