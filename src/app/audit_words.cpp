#include "app/audit_words.h"

namespace app {

std::vector<accounts::ActionWord> audit_words() {
    return {{"petitions.create", base::message("began the petition")},
            {"petitions.write", base::message("wrote the texts of the petition")},
            {"petitions.publish", base::message("published the petition")},
            {"petitions.close", base::message("closed signing of the petition")},
            {"petitions.reopen", base::message("opened the petition again")},
            {"petitions.export", base::message("exported the signatures of")},
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
