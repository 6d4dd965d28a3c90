// features/mailing_list/form_store.h - the forms by which people join, in the database.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "features/mailing_list/list_form.h"
#include "platform/db/transaction.h"

namespace mailing_list::store {

std::vector<ListForm> forms(db::Read& read);  // open ones first, the oldest first
std::optional<ListForm> find_form(db::Read& read, std::string_view slug);
std::optional<ListForm> find_form(db::Read& read, FormId id);

struct NewListForm {
    base::LevelId level;
    ListFormPlan plan;
};
// nullopt: the address is taken.
std::optional<FormId> insert_form(db::Write& write, const NewListForm& form);
// All but the level and the address.
void change_form(db::Write& write, FormId id, const ListFormPlan& plan);
void close_form(db::Write& write, FormId id);
void reopen_form(db::Write& write, FormId id);

}  // namespace mailing_list::store
