// features/dossiers/staff_handlers.h - what each address of staff does: all representatives, answers, one dossier.
#pragma once
#include <string>

#include "features/dossiers/answer_pages.h"
#include "features/dossiers/dossier_pages.h"
#include "features/dossiers/dossier_service.h"
#include "features/dossiers/forms.h"
#include "features/dossiers/services.h"
#include "platform/auth/audit.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"

namespace dossiers {

// What somebody records about whom.
template <class Facts>
struct Recording {
    ports::Acting acting;
    RepresentativeId representative;
    Facts facts;
};

class OverviewHandlers {
public:
    explicit OverviewHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/dossiers: ?words, office, province, party, progress, sort, order, page, view=map
    http::Response show(const http::Request& request, db::Read& read) const;
    // GET /{locale}/staff/dossiers/table.csv: the same filter
    http::Response csv(const http::Request& request, db::Read& read) const;
    // GET /{locale}/staff/dossiers/sheets.pdf: ?representative=1&representative=2 ..., at most kMostSheets; 422 for
    // none
    http::Response sheets(const http::Request& request, db::Read& read) const;

private:
    const Services& services_;
};

// Judging an answer, and what is made of it.
struct Judging {
    ports::Acting acting;
    AnswerId answer;
    AnswerKind kind;
};
template <class Facts>
struct MadeOfAnswer {
    ports::Acting acting;
    AnswerId answer;
    Facts facts;
};

class AnswerHandlers {
public:
    explicit AnswerHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/dossiers/answers: ?kind, after
    http::Response inbox(const http::Request& request, db::Read& read) const;
    // GET .../answers/{answer}, .../answers/{answer}/attachments/{attachment}
    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response attachment(const http::Request& request, db::Read& read) const;

    // POST .../answers/{answer}: kind
    base::Result<Judging, base::Problems> read_judging(const http::Request& request) const;
    http::WriteResult judge(const Judging& judging, db::Write& write) const;
    // POST .../answers/{answer}/promise, /position
    base::Result<MadeOfAnswer<PromiseFacts>, base::Problems> read_promise(const http::Request& request) const;
    http::WriteResult make_promise(const MadeOfAnswer<PromiseFacts>& made, db::Write& write) const;
    base::Result<MadeOfAnswer<PositionFacts>, base::Problems> read_position(const http::Request& request) const;
    http::WriteResult make_position(const MadeOfAnswer<PositionFacts>& made, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

private:
    void fill(answer_pages::Inbox& inbox, const http::Request& request, db::Read& read) const;

    const Services& services_;
};

struct FinishedFollowUp {
    ports::Acting acting;
    FollowUpId follow_up;
};
struct MeetingChange {
    MeetingId meeting;
    MeetingFacts facts;  // without anything to be done
    std::string seen;    // what it was shown with (ports/editing.h)
};
struct StateChange {
    PromiseId promise;
    StateFacts facts;
};

// All of POST below /{locale}/staff/dossiers/{representative}
class DossierHandlers {
public:
    explicit DossierHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/dossiers/{representative}, .../sheet.pdf
    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response sheet(const http::Request& request, db::Read& read) const;

    // POST .../promises, .../promises/{promise}
    base::Result<Recording<PromiseFacts>, base::Problems> read_promise(const http::Request& request) const;
    http::WriteResult keep_promise(const Recording<PromiseFacts>& recording, db::Write& write) const;
    base::Result<Recording<StateChange>, base::Problems> read_state(const http::Request& request) const;
    http::WriteResult keep_state(const Recording<StateChange>& recording, db::Write& write) const;
    // POST .../positions, .../meetings
    base::Result<Recording<PositionFacts>, base::Problems> read_position(const http::Request& request) const;
    http::WriteResult keep_position(const Recording<PositionFacts>& recording, db::Write& write) const;
    base::Result<Recording<MeetingFacts>, base::Problems> read_meeting(const http::Request& request) const;
    http::WriteResult keep_meeting(const Recording<MeetingFacts>& recording, db::Write& write) const;
    // POST .../meetings/{meeting}, .../meetings/{meeting}/removal
    base::Result<Recording<MeetingChange>, base::Problems> read_meeting_change(const http::Request& request) const;
    http::WriteResult change_meeting(const Recording<MeetingChange>& change, db::Write& write) const;
    base::Result<Recording<MeetingId>, base::Problems> read_removal(const http::Request& request) const;
    http::WriteResult remove_meeting(const Recording<MeetingId>& removal, db::Write& write) const;
    // POST .../follow-ups, .../follow-ups/{follow_up}
    base::Result<Recording<FollowUpForm>, base::Problems> read_follow_up(const http::Request& request) const;
    http::WriteResult keep_follow_up(const Recording<FollowUpForm>& recording, db::Write& write) const;
    base::Result<FinishedFollowUp, base::Problems> read_finished(const http::Request& request) const;
    http::WriteResult finish_follow_up(const FinishedFollowUp& finished, db::Write& write) const;
    // POST .../answers: an answer that staff log
    base::Result<Recording<LogFacts>, base::Problems> read_log(const http::Request& request) const;
    http::WriteResult keep_log(const Recording<LogFacts>& recording, db::Write& write) const;

    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

private:
    const Services& services_;
};

// What these handlers share: in staff_handlers.cpp ---------------------------------------------------------------

// Whom a staff page is about; nullopt for one whom this person may not see. The permission is that of the route.
std::optional<Representative> seen_by(const Services& services, db::Read& read, const ports::Acting& acting,
                                      RepresentativeId id);
// Likewise for somebody who changes something.
std::optional<Representative> recorded_by(const Services& services, db::Write& write, const ports::Acting& acting,
                                          RepresentativeId id);

// Into the log of deeds: what was done to whose dossier.
struct NotedDeed {
    std::string action;
    std::vector<auth::Change> changes{};
};
void note(db::Write& write, const ports::Acting& acting, const Representative& who, NotedDeed deed);

// Of a form as it came, or of one that is begun: then the day is today's.
EvidenceForm evidence_form(const http::Request& request);
PromiseForm promise_form(const http::Request& request);
PositionForm position_form(const http::Request& request);

// "Saved." when the address says so.
std::optional<html::Flash> saved_flash(const http::Request& request);

}  // namespace dossiers
