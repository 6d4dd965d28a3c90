#include "features/dossiers/forms.h"

#include "base/day.h"
#include "base/text.h"
#include "base/whole_number.h"
#include "people/web_address.h"

namespace dossiers {
namespace {

// Collects everything that is wrong with one form.
class FormReader {
public:
    explicit FormReader(std::string_view today) : today_(today) {}

    // A field with what was typed.
    struct Field {
        const char* name;
        const std::string& typed;
        std::size_t longest = kLongestText;
    };

    std::string past_day(const Field& field) {
        std::string day = base::collapse_spaces(field.typed);
        if (!base::day_of(day) || day > today_)
            add(field.name, base::message("Please enter the day as in 2026-11-03, today at the latest."));
        return day;
    }
    std::string day(const Field& field) {
        std::string day = base::collapse_spaces(field.typed);
        if (!base::day_of(day)) add(field.name, base::message("Please enter the day as in 2026-11-03."));
        return day;
    }
    std::string text(const Field& field) {
        std::string text = base::tidy_lines(field.typed);
        if (base::count_characters(text) > field.longest) add(field.name, base::message("This is too long."));
        return text;
    }
    std::string line(const Field& field) {
        std::string text = base::collapse_spaces(field.typed);
        if (base::count_characters(text) > kLongestLine) add(field.name, base::message("This is too long."));
        return text;
    }
    std::string link(const Field& field) {
        std::string link = base::collapse_spaces(field.typed);
        if (!link.empty() && !people::is_web_address(link))
            add(field.name, base::message("Please enter a whole address, with https:// in front."));
        return link;
    }
    void add(const char* field, base::Message message) {
        if (!base::find_problem(problems_, field)) problems_.push_back({field, message});
    }

    template <class Facts>
    base::Result<Facts, base::Problems> finish(Facts facts) && {
        if (!problems_.empty()) return std::move(problems_);
        return facts;
    }

private:
    std::string_view today_;
    base::Problems problems_;
};

// A number, 0 for none and for what is no number.
template <class Identity>
Identity number_in(const std::string& text) {
    return base::id_from<Identity>(text).value_or(Identity{0});
}

Wording evidence_in(FormReader& reader, const EvidenceForm& form) {
    return {reader.text({"evidence_en", form.evidence_en}), reader.text({"evidence_fr", form.evidence_fr})};
}

void need_evidence(FormReader& reader, const Wording& evidence, const std::string& url) {
    if (evidence.empty() && url.empty())
        reader.add("evidence_en", base::message("Please say how we know: a sentence, or a link."));
}

}  // namespace

base::Result<PromiseFacts, base::Problems> accept(const Typed<PromiseForm>& typed) {
    const PromiseForm& form = typed.form;
    FormReader reader{typed.today};
    PromiseFacts facts{.words = {reader.text({"words_en", form.words_en}), reader.text({"words_fr", form.words_fr})},
                       .made_on = reader.past_day({"on_date", form.evidence.on_date}),
                       .evidence = evidence_in(reader, form.evidence),
                       .evidence_url = reader.link({"evidence_url", form.evidence.evidence_url}),
                       .campaign = number_in<LetterCampaignId>(form.campaign),
                       .answer = number_in<AnswerId>(form.answer)};
    if (facts.words.empty())
        reader.add("words_en", base::message("Please write what was promised, in one language at least."));
    if (facts.answer.value == 0) need_evidence(reader, facts.evidence, facts.evidence_url);
    return std::move(reader).finish(std::move(facts));
}

base::Result<StateFacts, base::Problems> accept(const Typed<StateForm>& typed) {
    const StateForm& form = typed.form;
    FormReader reader{typed.today};
    const auto state = promise_state_of(form.state);
    if (!state) reader.add("state", base::message("Please choose how it stands."));
    StateFacts facts{.state = state.value_or(PromiseState::open),
                     .seen = number_in<PromiseStateId>(form.seen),
                     .on_date = reader.past_day({"on_date", form.evidence.on_date}),
                     .evidence = evidence_in(reader, form.evidence),
                     .evidence_url = reader.link({"evidence_url", form.evidence.evidence_url})};
    if (facts.state != PromiseState::mistaken) need_evidence(reader, facts.evidence, facts.evidence_url);
    return std::move(reader).finish(std::move(facts));
}

base::Result<PositionFacts, base::Problems> accept(const Typed<PositionForm>& typed) {
    const PositionForm& form = typed.form;
    FormReader reader{typed.today};
    const auto matter = matter_of(form.matter);
    const auto stand = own_stand_of(form.stand);
    if (!matter) reader.add("matter", base::message("Please choose what it is about."));
    if (!stand) reader.add("stand", base::message("Please choose where they stand."));
    PositionFacts facts{.matter = matter.value_or(Matter{}),
                        .stand = stand.value_or(OwnStand::undecided),
                        .on_date = reader.past_day({"on_date", form.evidence.on_date}),
                        .evidence = evidence_in(reader, form.evidence),
                        .evidence_url = reader.link({"evidence_url", form.evidence.evidence_url}),
                        .answer = number_in<AnswerId>(form.answer)};
    if (facts.answer.value == 0) need_evidence(reader, facts.evidence, facts.evidence_url);
    return std::move(reader).finish(std::move(facts));
}

base::Result<MeetingFacts, base::Problems> accept(const Typed<MeetingForm>& typed) {
    const MeetingForm& form = typed.form;
    FormReader reader{typed.today};
    MeetingFacts facts{
        .on_date = reader.past_day({"on_date", form.on_date}),
        .people = reader.line({"people", form.people}),
        .notes = reader.text({"notes", form.notes, kLongestNotes}),
        .summary = {reader.text({"summary_en", form.summary_en}), reader.text({"summary_fr", form.summary_fr})},
        .follow_up = reader.line({"follow_up", form.follow_up}),
        .due_on = base::collapse_spaces(form.due_on)};
    if (facts.people.empty()) reader.add("people", base::message("Please say who of us was there."));
    if (!facts.follow_up.empty() || !facts.due_on.empty()) reader.day({"due_on", facts.due_on});
    if (facts.follow_up.empty() && !facts.due_on.empty())
        reader.add("follow_up", base::message("Please say what is to be done."));
    return std::move(reader).finish(std::move(facts));
}

ports::NamedTexts named(const Meeting& meeting) {
    return {{"on_date", meeting.on_date},
            {"people", meeting.people},
            {"notes", meeting.notes},
            {"summary_en", meeting.summary.en},
            {"summary_fr", meeting.summary.fr}};
}

base::Result<FollowUpForm, base::Problems> accept(const FollowUpForm& form) {
    FormReader reader{""};
    FollowUpForm facts{reader.line({"follow_up", form.follow_up}), reader.day({"due_on", form.due_on})};
    if (facts.follow_up.empty()) reader.add("follow_up", base::message("Please say what is to be done."));
    return std::move(reader).finish(std::move(facts));
}

base::Result<LogFacts, base::Problems> accept_told(const Typed<LogForm>& typed) {
    const LogForm& form = typed.form;
    FormReader reader{typed.today};
    LogFacts facts{.on_date = reader.past_day({"on_date", form.on_date}),
                   .kind = AnswerKind::unread,
                   .campaign = number_in<LetterCampaignId>(form.campaign),
                   .sender = reader.line({"sender", form.sender}),
                   .words = reader.text({"words", form.words, kLongestAnswer})};
    if (facts.words.empty())
        reader.add("words", base::message("Please say what came: copy the answer, or tell it in a sentence."));
    return std::move(reader).finish(std::move(facts));
}

base::Result<LogFacts, base::Problems> accept(const Typed<LogForm>& typed) {
    auto told = accept_told(typed);
    const auto kind = answer_kind_of(typed.form.kind);
    base::Problems problems = told ? base::Problems{} : told.error();
    if (!kind || *kind == AnswerKind::unread)
        problems.push_back({"kind", base::message("Please choose what kind of answer it was.")});
    if (!problems.empty()) return problems;
    told->kind = *kind;
    return told;
}

}  // namespace dossiers
