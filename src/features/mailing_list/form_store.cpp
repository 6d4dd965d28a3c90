#include "features/mailing_list/form_store.h"

namespace mailing_list::store {
namespace {

constexpr std::int64_t kAsksName = 1, kAsksPostalCode = 2;

Asks asks(std::int64_t bits, std::int64_t bit) { return (bits & bit) != 0 ? Asks::yes : Asks::no; }

std::int64_t bits_of(const ListFormPlan& plan) {
    return (plan.name == Asks::yes ? kAsksName : 0) | (plan.postal_code == Asks::yes ? kAsksPostalCode : 0);
}

ListForm read_form(const db::Row& row) {
    const auto bits = row.as<std::int64_t>(8);
    return {.id = row.as<FormId>(0),
            .level = row.as<base::LevelId>(2),
            .plan = {.slug = row.as<std::string>(1),
                     .words = {row.as<std::string>(3), row.as<std::string>(4), row.as<std::string>(5),
                               row.as<std::string>(6)},
                     .topics = {row.as<std::int64_t>(7)},
                     .name = asks(bits, kAsksName),
                     .postal_code = asks(bits, kAsksPostalCode)},
            .closed_at = row.as<std::optional<base::Instant>>(9)};
}

#define COLUMNS "id, slug, level_id, title_en, title_fr, text_en, text_fr, topics, asks, closed_at "

const db::Query<ListForm()> kForms{
    "select " COLUMNS "from list_form order by case when closed_at is null then 0 else 1 end, id", read_form};
const db::Query<ListForm(std::string_view)> kBySlug{"select " COLUMNS "from list_form where slug = $1", read_form};
const db::Query<ListForm(FormId)> kById{"select " COLUMNS "from list_form where id = $1", read_form};

#undef COLUMNS

const db::Command<void(FormId, std::string, base::LevelId, std::string, std::string, std::string, std::string,
                       std::int64_t, std::int64_t, base::Instant)>
    kInsert{
        R"(insert into list_form (id, slug, level_id, title_en, title_fr, text_en, text_fr, topics, asks, created_at)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (slug) do nothing)"};
const db::Command<void(FormId, std::string, std::string, std::string, std::string, std::int64_t, std::int64_t)> kChange{
    R"(update list_form set title_en = $2, title_fr = $3, text_en = $4, text_fr = $5, topics = $6, asks = $7
       where id = $1)"};
const db::Command<void(FormId, std::optional<base::Instant>)> kClose{
    "update list_form set closed_at = $2 where id = $1"};

}  // namespace

std::vector<ListForm> forms(db::Read& read) { return read.all(kForms); }

std::optional<ListForm> find_form(db::Read& read, std::string_view slug) { return read.one(kBySlug, slug); }

std::optional<ListForm> find_form(db::Read& read, FormId id) { return read.one(kById, id); }

std::optional<FormId> insert_form(db::Write& write, const NewListForm& form) {
    const auto id = write.new_id<FormId>();
    const auto& words = form.plan.words;
    const auto inserted =
        write.run(kInsert, id, form.plan.slug, form.level, words.title_en, words.title_fr, words.text_en, words.text_fr,
                  form.plan.topics.bits, bits_of(form.plan), write.now());
    if (inserted == 0) return std::nullopt;
    return id;
}

void change_form(db::Write& write, FormId id, const ListFormPlan& plan) {
    const auto& words = plan.words;
    write.run(kChange, id, words.title_en, words.title_fr, words.text_en, words.text_fr, plan.topics.bits,
              bits_of(plan));
}

void close_form(db::Write& write, FormId id) { write.run(kClose, id, write.now()); }

void reopen_form(db::Write& write, FormId id) { write.run(kClose, id, std::nullopt); }

}  // namespace mailing_list::store
