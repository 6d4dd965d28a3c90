// features/editor_letters/staff_handlers.h - what staff do: write campaigns, read odd letters, look after newspapers.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/editor_letters/letter.h"
#include "features/editor_letters/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"

namespace editor_letters {

struct SaveCampaign {
    ports::Acting acting;
    std::optional<EditorCampaignId> campaign;  // absent: a new one
    base::LevelId level{1};                    // of a new one
    CampaignForm typed;                        // sound by itself
    std::string seen, day;                     // what the form was shown with; today
};
struct CampaignAct {
    ports::Acting acting;
    EditorCampaignId campaign;
};
// What staff say about a letter: one that waits to be read, or one that its writer saw in print.
enum class LetterVerdict : unsigned char { let_go, refuse, seen_in_print, not_found };
struct LetterJudgement {
    ports::Acting acting;
    EditorLetterId letter;
    LetterVerdict verdict;
};

class StaffHandlers {
public:
    explicit StaffHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/editor-letters
    http::Response list(const http::Request& request, db::Read& read) const;
    // GET, POST /{locale}/staff/editor-letters/new: the fields of CampaignForm
    http::Response show_new(const http::Request& request, db::Read& read) const;
    http::Response new_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    // GET, POST /{locale}/staff/editor-letters/{campaign}
    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    base::Result<SaveCampaign, base::Problems> read_campaign(const http::Request& request) const;
    http::WriteResult save(const SaveCampaign& form, db::Write& write) const;
    // POST .../publication, .../closing
    base::Result<CampaignAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult publish(const CampaignAct& act, db::Write& write) const;
    http::WriteResult close(const CampaignAct& act, db::Write& write) const;
    // POST /{locale}/staff/editor-letters/letters/{letter}: verdict
    base::Result<LetterJudgement, base::Problems> read_judgement(const http::Request& request) const;
    http::WriteResult judge(const LetterJudgement& judgement, db::Write& write) const;

private:
    std::optional<EditorCampaign> find_allowed(db::Read& read, const http::Request& request) const;

    const Services& services_;
};

struct SavePaper {
    ports::Acting acting;
    std::optional<NewspaperId> newspaper;  // absent: a new one
    NewspaperForm typed;
    std::string seen;  // what the form showed (ports/editing.h)
    std::string day;   // today
};
struct KeepPapers {
    ports::Acting acting;
    std::vector<NewspaperFacts> rows;
};
enum class PaperStanding : unsigned char { left_out, taken_back };
struct PaperAct {
    ports::Acting acting;
    NewspaperId newspaper;
    PaperStanding standing;
};

class PaperHandlers {
public:
    explicit PaperHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/newspapers: words of the query look for some
    http::Response list(const http::Request& request, db::Read& read) const;
    // GET, POST /{locale}/staff/newspapers/new, /{newspaper}: the fields of NewspaperForm
    http::Response show_new(const http::Request& request, db::Read& read) const;
    http::Response new_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    base::Result<SavePaper, base::Problems> read_paper(const http::Request& request) const;
    http::WriteResult save(const SavePaper& form, db::Write& write) const;
    // POST .../{newspaper}/standing: leave_out or take_back
    base::Result<PaperAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult turn(const PaperAct& act, db::Write& write) const;
    // GET, POST /{locale}/staff/newspapers/rows: rows (CSV, also as the file "list"), confirmed once it was looked at
    http::Response show_rows(const http::Request& request, db::Read& read) const;
    base::Result<KeepPapers, base::Problems> read_rows(const http::Request& request) const;
    http::WriteResult keep_rows(const KeepPapers& form, db::Write& write) const;
    http::Response rows_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

private:
    http::Response edit_page(const http::Request& request, const base::Problems& problems,
                             const Newspaper* paper) const;

    const Services& services_;
};

}  // namespace editor_letters
