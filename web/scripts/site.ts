// site.ts - the one entry. Each part finds its own elements; a page without them costs nothing.
// Everything here only adds to a page that already works without it.
import { countCharacters } from "./character_count.ts";
import { enableCopying } from "./copy.ts";
import { showCurrentLinks } from "./current_link.ts";
import { keepDrafts } from "./draft_keeper.ts";
import { testBudgetsWhileControlsMove } from "./fairness.ts";
import { focusErrorSummary, preventDoubleSubmit, spacePostalCodes } from "./forms.ts";
import { answerWhileControlsMove } from "./jobs_calculator.ts";
import { followLiveCounts } from "./live_count.ts";
import { enhanceMarkdownEditors } from "./markdown_editor.ts";
import { offerPasskeys } from "./passkeys.ts";
import { cropWithAPointer, lookAgainWhilePreparing } from "./pictures.ts";
import { enablePrinting } from "./print.ts";
import { reviewByKeys } from "./review.ts";
import { solvePuzzles } from "./proof.ts";
import { enableSharing } from "./share.ts";
import { hideStickyActionWhenNotNeeded } from "./sticky_action.ts";

document.documentElement.classList.add("has-script");
focusErrorSummary();
preventDoubleSubmit();
showCurrentLinks();
spacePostalCodes();
solvePuzzles();
countCharacters();
followLiveCounts();
enableSharing();
enableCopying();
enablePrinting();
hideStickyActionWhenNotNeeded();
answerWhileControlsMove();
testBudgetsWhileControlsMove();
enhanceMarkdownEditors();
keepDrafts();
cropWithAPointer();
lookAgainWhilePreparing();
reviewByKeys();
offerPasskeys();
