#include "app/audit_words.h"

namespace app {

std::vector<accounts::ActionWord> audit_words() {
    return {{"petitions.create", base::message("began the petition")},
            {"petitions.write", base::message("wrote the texts of the petition")},
            {"petitions.publish", base::message("published the petition")},
            {"petitions.close", base::message("closed signing of the petition")},
            {"petitions.reopen", base::message("opened the petition again")},
            {"petitions.export", base::message("exported the signatures of")},
            {"newsroom.create", base::message("began the news item")},
            {"newsroom.write", base::message("wrote the news item")},
            {"newsroom.restore", base::message("took back earlier words of the news item")},
            {"newsroom.in_review", base::message("sent to review the news item")},
            {"newsroom.draft", base::message("made a draft again of the news item")},
            {"newsroom.scheduled", base::message("scheduled the news item")},
            {"newsroom.published", base::message("published the news item")},
            {"newsroom.withdrawn", base::message("withdrew the news item")},
            {"newsroom.rename", base::message("changed the addresses of the news item")},
            {"newsroom.pin", base::message("pinned, or let go, the news item")},
            {"newsroom.create_section", base::message("made the section of the news")},
            {"newsroom.write_section", base::message("changed the section of the news")},
            {"newsroom.publish_section", base::message("published the section of the news")},
            {"newsroom.hide_section", base::message("hid the section of the news")},
            {"jobs_calculator.create", base::message("began the prepared cut")},
            {"jobs_calculator.write", base::message("wrote the prepared cut")},
            {"jobs_calculator.publish", base::message("published the prepared cut")},
            {"jobs_calculator.withdraw", base::message("withdrew the prepared cut")},
            {"jobs_calculator.list", base::message("changed where to find the prepared cut")},
            {"site.create_level", base::message("created the level")},
            {"site.change_level", base::message("changed the level")},
            {"site.add_block", base::message("added a block to the hub of")},
            {"site.change_block", base::message("changed a block in the hub of")},
            {"site.move_block", base::message("moved a block in the hub of")},
            {"site.remove_block", base::message("removed a block from the hub of")},
            {"site.restore_hub", base::message("took up an earlier version of the hub of")},
            {"site.publish_hub", base::message("published the hub of")},
            {"site.create_page", base::message("began the page")},
            {"site.change_page", base::message("changed the page")},
            {"site.publish_page", base::message("published the page")},
            {"site.place_page", base::message("moved in the tree or the menus the page")}};
}

}  // namespace app
