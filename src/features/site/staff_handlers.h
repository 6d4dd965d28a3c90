// features/site/staff_handlers.h - what staff do: build hubs from blocks, write pages of text, keep the levels.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/site/block.h"
#include "features/site/content_page.h"
#include "features/site/page_tree.h"
#include "features/site/services.h"
#include "features/site/staff_pages.h"
#include "features/site/store.h"
#include "people/level.h"
#include "platform/auth/audit.h"
#include "platform/auth/principal.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"
#include "ports/editing.h"

namespace site {

using ports::Acting;

struct NewBlock {
    Acting acting;
    std::string level, kind;
};
struct BlockEdit {
    Acting acting;
    std::string level;
    BlockId block;
    BlockForm form;
    std::string seen;    // what the form showed when the typing began: see ports/editing.h
    bool wants_library;  // to the library of pictures, once it is saved
};
// A press on a button beside a block: up, down, remove.
struct BlockAct {
    Acting acting;
    std::string level;
    BlockId block;
    store::Direction direction;
};
// Publish a hub, or take a version of it back as the draft.
struct HubAct {
    Acting acting;
    std::string level;
    OneLanguage one_language;
    std::int64_t version;
};
struct NewPage {
    Acting acting;
    std::string slug, level;
};
struct PageSave {
    Acting acting;
    std::string slug;
    PageForms forms;
    std::string seen;
};
struct PageAct {
    Acting acting;
    std::string slug;
    OneLanguage one_language;
};
// Where a page stands, and in which menus.
struct PagePlacing {
    Acting acting;
    std::string slug;
    PlaceForm form;
};
struct NewLevel {
    Acting acting;
    people::LevelForm form;
};
struct LevelEdit {
    Acting acting;
    std::string level;
    people::LevelForm form;
};

class StaffHandlers {
public:
    explicit StaffHandlers(const Services& services) : services_(services) {}

    // Hubs.
    http::Response hubs(const http::Request& request, db::Read& read) const;
    http::Response hub(const http::Request& request, db::Read& read) const;
    http::Response hub_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    http::Response preview_hub(const http::Request& request, db::Read& read) const;
    base::Result<NewBlock, base::Problems> read_new_block(const http::Request& request) const;
    http::WriteResult add_block(const NewBlock& form, db::Write& write) const;
    http::Response block(const http::Request& request, db::Read& read) const;
    base::Result<BlockEdit, base::Problems> read_block_edit(const http::Request& request) const;
    http::WriteResult save_block(const BlockEdit& edit, db::Write& write) const;
    http::Response block_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    base::Result<BlockAct, base::Problems> read_block_act(const http::Request& request) const;
    http::WriteResult move_block(const BlockAct& act, db::Write& write) const;
    http::WriteResult remove_block(const BlockAct& act, db::Write& write) const;
    base::Result<HubAct, base::Problems> read_hub_act(const http::Request& request) const;
    http::WriteResult publish_hub(const HubAct& act, db::Write& write) const;
    http::WriteResult restore_hub(const HubAct& act, db::Write& write) const;

    // Pages of text.
    http::Response pages(const http::Request& request, db::Read& read) const;
    base::Result<NewPage, base::Problems> read_new_page(const http::Request& request) const;
    http::WriteResult create_page(const NewPage& form, db::Write& write) const;
    http::Response pages_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    http::Response page(const http::Request& request, db::Read& read) const;
    base::Result<PageSave, base::Problems> read_page(const http::Request& request) const;
    http::WriteResult save_page(const PageSave& save, db::Write& write) const;
    http::Response page_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    http::Response preview_page(const http::Request& request, db::Read& read) const;
    base::Result<PageAct, base::Problems> read_page_act(const http::Request& request) const;
    http::WriteResult publish_page(const PageAct& act, db::Write& write) const;
    base::Result<PagePlacing, base::Problems> read_page_place(const http::Request& request) const;
    http::WriteResult place_page(const PagePlacing& placing, db::Write& write) const;

    // Levels.
    http::Response levels(const http::Request& request, db::Read& read) const;
    base::Result<NewLevel, base::Problems> read_new_level(const http::Request& request) const;
    http::WriteResult create_level(const NewLevel& form, db::Write& write) const;
    http::Response levels_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    http::Response level(const http::Request& request, db::Read& read) const;
    base::Result<LevelEdit, base::Problems> read_level_edit(const http::Request& request) const;
    http::WriteResult save_level(const LevelEdit& edit, db::Write& write) const;
    http::Response level_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

private:
    http::Response hub_page(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    http::Response page_editor(const http::Request& request, const staff_pages::PageEditor& editor) const;

    const Services& services_;
};

}  // namespace site
