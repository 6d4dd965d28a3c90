#include "features/mail_series/sending_service.h"

#include <algorithm>
#include <map>

#include "features/mail_series/store.h"
#include "people/merging.h"
#include "people/store.h"

namespace mail_series {
namespace {

ports::AudienceMember audience_member(const people::Person& person) {
    return {.id = person.id,
            .address_hash = person.address_hash,
            .email = person.email,
            .name = person.name,
            .locale = person.locale,
            .postal_code = person.postal_code,
            .place = person.place,
            .province = person.province};
}

// One round over members whose mail is due.
class Round {
public:
    Round(const Services& services, db::Write& write, base::Instant now)
        : services_(services), write_(write), now_(now) {}

    void look_at(const Member& member) {
        const Series* series = series_of(member.series);
        if (series == nullptr) return;
        if (member.next_step >= std::ssize(series->plan.steps))
            return store::end(write_, member, Ended::through);  // the series became shorter
        if (is_there_twice(member)) return store::end(write_, member, Ended::through);
        const auto verdict = judge(situation(series->plan, member));
        switch (verdict.act) {
            case Verdict::Act::end:
                return store::end(write_, member, verdict.ended);
            case Verdict::Act::wait:
                return store::wait_until(write_, member, now_ + base::days(1));
            case Verdict::Act::send:
                order(*series, member);
                [[fallthrough]];
            case Verdict::Act::skip:
                return go_on(series->plan, member);
        }
    }

private:
    const Series* series_of(SeriesId id) {
        const auto [found, is_new] = series_.try_emplace(id.value);
        if (is_new) found->second = store::find(write_, id);
        return found->second ? &*found->second : nullptr;
    }

    // Merged into somebody who came in as well, and gets the mails.
    bool is_there_twice(const Member& member) {
        const auto person = people::living(write_, member.person);
        return person != member.person && store::is_member(write_, member.series, person);
    }

    Situation situation(const Plan& plan, const Member& member) {
        const auto person = people::living(write_, member.person);
        Situation situation{.standing = people::find_standing(write_, person), .topic = plan.topic, .now = now_};
        if (plan.exit_segment) situation.meets_exit_rule = is_in(*plan.exit_segment, person);
        if (plan.segment) situation.is_in_segment = is_in(*plan.segment, person);
        return situation;
    }

    bool is_in(ports::SegmentId segment, people::PersonId person) {
        return services_.audience.holds(write_, {.segment = segment, .now = now_}, person);
    }

    void order(const Series& series, const Member& member) {
        const Step& step = series.plan.steps[static_cast<std::size_t>(member.next_step)];
        const auto person = people::find_person(write_, people::living(write_, member.person));
        if (!person || person->email.empty() || !step.edition) return;
        services_.sending.send_single(
            write_, {*step.edition, ports::Variant{0}, audience_member(*person), ports::MailSending::Kind::series});
    }

    void go_on(const Plan& plan, Member member) {
        if (member.next_step + 1 >= std::ssize(plan.steps)) return store::end(write_, member, Ended::through);
        Member next = member;
        ++next.next_step;
        store::go_on(write_, member, std::max(due_at(plan, next), now_));
    }

    const Services& services_;
    db::Write& write_;
    base::Instant now_;
    std::map<std::int64_t, std::optional<Series>> series_;
};

}  // namespace

std::vector<base::Message> unready(const Services& services, db::Read& read, const Plan& plan) {
    std::vector<base::Message> reasons;
    for (const Step& step : plan.steps) {
        const auto mailing = services.mailings.find(read, step.mailing);
        if (!mailing) {
            reasons.push_back(base::message("A mail of the series is gone."));
            continue;
        }
        for (const auto& reason : mailing->unready)
            if (std::ranges::find(reasons, reason) == reasons.end()) reasons.push_back(reason);
    }
    return reasons;
}

void switch_on(const Services& services, db::Write& write, const Series& series) {
    int position = 0;
    for (const Step& step : series.plan.steps)
        store::set_edition(write, series.id, position++, services.mailings.freeze(write, step.mailing));
    store::switch_on(write, series.id);
}

std::size_t send_due(const Services& services, base::Instant now, std::int64_t limit) {
    const auto due = services.database.read([&](db::Read& read) { return store::due(read, now, limit); });
    if (due.empty()) return 0;
    services.database.write([&](db::Write& write) {
        Round round{services, write, now};
        for (const auto& [member, at] : store::due(write, now, limit)) round.look_at(member);
    });
    return due.size();
}

}  // namespace mail_series
