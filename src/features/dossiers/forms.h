// features/dossiers/forms.h - what staff and supporters type, and what is understood of it. Pure.
#pragma once
#include <string>
#include <string_view>

#include "features/dossiers/dossier.h"
#include "ports/editing.h"

namespace dossiers {

// Two texts of which one suffices, a day, and how we know.
struct EvidenceForm {
    std::string on_date, evidence_en, evidence_fr, evidence_url;
};

struct PromiseForm {
    std::string words_en, words_fr;
    EvidenceForm evidence;
    std::string campaign, answer;  // numbers; "0" or "" for none
};
struct PromiseFacts {
    Wording words;  // one at least
    std::string made_on;
    Wording evidence;
    std::string evidence_url;  // this or the evidence is there, or the answer
    LetterCampaignId campaign{0};
    AnswerId answer{0};
};

struct StateForm {
    std::string state, seen;  // seen: number of the state that the person saw
    EvidenceForm evidence;
};
struct StateFacts {
    PromiseState state;
    PromiseStateId seen{0};
    std::string on_date;
    Wording evidence;
    std::string evidence_url;
};

struct PositionForm {
    std::string matter, stand;
    EvidenceForm evidence;
    std::string answer;
};
struct PositionFacts {
    Matter matter;
    OwnStand stand;
    std::string on_date;
    Wording evidence;
    std::string evidence_url;
    AnswerId answer{0};
};

struct MeetingForm {
    std::string on_date, people, notes, summary_en, summary_fr, follow_up, due_on;
};
struct MeetingFacts {
    std::string on_date, people, notes;
    Wording summary;
    std::string follow_up, due_on;  // both or none
};

// What of a meeting can be changed, field by field.
ports::NamedTexts named(const Meeting& meeting);

struct FollowUpForm {
    std::string follow_up, due_on;
};

// An answer that staff log, or a supporter tells.
struct LogForm {
    std::string on_date, kind, campaign, sender, words;
};
struct LogFacts {
    std::string on_date;
    AnswerKind kind;
    LetterCampaignId campaign{0};
    std::string sender, words;
};

// A form together with the day on which it is sent, "2026-11-22": nothing of these lies behind it, but what is due.
template <class Form>
struct Typed {
    const Form& form;
    std::string_view today;
};

base::Result<PromiseFacts, base::Problems> accept(const Typed<PromiseForm>& typed);
base::Result<StateFacts, base::Problems> accept(const Typed<StateForm>& typed);
base::Result<PositionFacts, base::Problems> accept(const Typed<PositionForm>& typed);
base::Result<MeetingFacts, base::Problems> accept(const Typed<MeetingForm>& typed);
base::Result<FollowUpForm, base::Problems> accept(const FollowUpForm& form);
// Of staff: with a kind. Of a supporter: what came, in words or not, waits unread.
base::Result<LogFacts, base::Problems> accept(const Typed<LogForm>& typed);
base::Result<LogFacts, base::Problems> accept_told(const Typed<LogForm>& typed);

}  // namespace dossiers
