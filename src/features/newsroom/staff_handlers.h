// features/newsroom/staff_handlers.h - what staff do: write items in both languages, take them through review to
// publication, look at earlier revisions, keep the sections.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/newsroom/item_form.h"
#include "features/newsroom/item_store.h"
#include "features/newsroom/section.h"
#include "features/newsroom/services.h"
#include "features/newsroom/staff_pages.h"
#include "platform/auth/audit.h"
#include "platform/auth/principal.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"
#include "ports/editing.h"

namespace newsroom {

using ports::Acting;

struct NewItemForm {
    Acting acting;
    std::string level, event_day, section;
    std::optional<Day> day;
};
// What the button that sent the editor asked for, beside saving.
enum class AfterSaving : unsigned char { stay, preview, choose_picture };
struct ItemSave {
    Acting acting;
    ItemId item;
    ItemForm form;
    std::string seen;
    AfterSaving then;
    std::string picture_field;  // whose library was asked for
};
struct DraftKeeping {
    Acting acting;
    ItemId item;
    std::string form;  // JSON
};
// A press on a button about an item.
struct ItemAct {
    Acting acting;
    ItemId item;
    OneLanguage one_language;
    std::optional<base::Instant> due_at;
    std::string note;
    std::string seen{};  // the revisions that stood there when it was pressed; empty: a program that looked at none
};
struct Rename {
    Acting acting;
    ItemId item;
    std::string slug_en, slug_fr;
};
struct PinAct {
    Acting acting;
    ItemId item;
    SectionId section;
    store::Pin pin;
};
struct Restoration {
    Acting acting;
    ItemId item;
    RevisionId revision;
};
struct NewSection {
    Acting acting;
    std::string level;
    SectionForm form;
};
struct SectionSave {
    Acting acting;
    SectionId section;
    SectionForm form;
    std::string seen;
    bool choose_picture;
};
struct SectionAct {
    Acting acting;
    SectionId section;
    OneLanguage one_language;
};

// The list, a new item, the editor with its drafts and previews.
class ItemHandlers {
public:
    explicit ItemHandlers(const Services& services) : services_(services) {}

    http::Response list(const http::Request& request, db::Read& read) const;
    http::Response show_new(const http::Request& request, db::Read& read) const;
    http::Response show_new_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    base::Result<NewItemForm, base::Problems> read_new(const http::Request& request) const;
    http::WriteResult create(const NewItemForm& form, db::Write& write) const;

    // GET .../items/{item}; ?draft=1 shows what this person typed and did not save.
    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    base::Result<ItemSave, base::Problems> read_save(const http::Request& request) const;
    http::WriteResult save(const ItemSave& save, db::Write& write) const;
    http::Response preview(const http::Request& request, db::Read& read) const;

    // What a script sends while one types: the same form, kept as it is. Answers {"kept_at": ...}.
    base::Result<DraftKeeping, base::Problems> read_draft(const http::Request& request) const;
    http::WriteResult keep_draft(const DraftKeeping& keeping, db::Write& write) const;
    http::WriteResult drop_draft(const ItemAct& act, db::Write& write) const;
    // Markdown as HTML, for the live preview; nothing is stored.
    static http::Response draw_markdown(const http::Request& request);

    // Links of public items, a part of the paper at a time: the broken ones among our own, and a list of the others.
    http::Response links(const http::Request& request, db::Read& read) const;

private:
    staff_pages::ItemEditor editor_of(db::Read& read, const Item& item, base::Locale locale) const;
    http::Response editor_page(const http::Request& request, const staff_pages::ItemEditor& editor) const;

    const Services& services_;
};

// Review, publication, addresses, pins; revisions and what changed between them.
class StepHandlers {
public:
    explicit StepHandlers(const Services& services) : services_(services) {}

    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    base::Result<ItemAct, base::Problems> read_act(const http::Request& request) const;
    base::Result<ItemAct, base::Problems> read_schedule(const http::Request& request) const;
    http::WriteResult send_to_review(const ItemAct& act, db::Write& write) const;
    http::WriteResult approve(const ItemAct& act, db::Write& write) const;
    http::WriteResult return_to_draft(const ItemAct& act, db::Write& write) const;
    http::WriteResult publish(const ItemAct& act, db::Write& write) const;
    http::WriteResult schedule(const ItemAct& act, db::Write& write) const;
    http::WriteResult withdraw(const ItemAct& act, db::Write& write) const;
    base::Result<Rename, base::Problems> read_rename(const http::Request& request) const;
    http::WriteResult rename(const Rename& rename, db::Write& write) const;
    base::Result<PinAct, base::Problems> read_pin(const http::Request& request) const;
    http::WriteResult pin(const PinAct& act, db::Write& write) const;

    http::Response history(const http::Request& request, db::Read& read) const;
    http::Response revision(const http::Request& request, db::Read& read) const;
    base::Result<Restoration, base::Problems> read_restoration(const http::Request& request) const;
    http::WriteResult restore(const Restoration& restoration, db::Write& write) const;

private:
    http::WriteResult publish_or_schedule(const ItemAct& act, Stage to, db::Write& write) const;

    const Services& services_;
};

class SectionHandlers {
public:
    explicit SectionHandlers(const Services& services) : services_(services) {}

    http::Response list(const http::Request& request, db::Read& read) const;
    http::Response list_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    base::Result<NewSection, base::Problems> read_new(const http::Request& request) const;
    http::WriteResult create(const NewSection& form, db::Write& write) const;
    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    base::Result<SectionSave, base::Problems> read_save(const http::Request& request) const;
    http::WriteResult save(const SectionSave& save, db::Write& write) const;
    base::Result<SectionAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult publish(const SectionAct& act, db::Write& write) const;
    http::WriteResult hide(const SectionAct& act, db::Write& write) const;

private:
    const Services& services_;
};

}  // namespace newsroom
