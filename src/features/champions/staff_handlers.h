// features/champions/staff_handlers.h - what staff do about champions of their levels.
#pragma once
#include <optional>
#include <string>

#include "features/champions/services.h"
#include "features/champions/staff_pages.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"

namespace champions {

struct StepAct {
    ports::Acting acting;
    ChampionId champion;
    StepForm form;  // judged where the champion's state is known
    base::Instant now;
};
struct LevelAct {
    ports::Acting acting;
    ChampionId champion;
    base::LevelId level;
};
struct SubjectAct {
    ports::Acting acting;
    Subject subject;
};
struct SubjectOffer {
    ports::Acting acting;
    TopicId subject;
    enum class To : unsigned char { closed, open } to;
};

class StaffHandlers {
public:
    explicit StaffHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/champions?state=active
    http::Response list(const http::Request& request, db::Read& read) const;
    // GET /{locale}/staff/champions/{champion}
    http::Response show(const http::Request& request, db::Read& read) const;
    // POST .../{champion}/steps: state, day, note
    base::Result<StepAct, base::Problems> read_step(const http::Request& request) const;
    http::WriteResult take_step(const StepAct& act, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    // POST .../{champion}/level
    base::Result<LevelAct, base::Problems> read_level(const http::Request& request) const;
    http::WriteResult change_level(const LevelAct& act, db::Write& write) const;

    // GET, POST /{locale}/staff/champions/topics: name_en, name_fr; POST .../topics/{topic}: act=close or open
    http::Response topics(const http::Request& request, db::Read& read) const;
    base::Result<SubjectAct, base::Problems> read_subject(const http::Request& request) const;
    http::WriteResult add_subject(const SubjectAct& act, db::Write& write) const;
    http::Response topics_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    base::Result<SubjectOffer, base::Problems> read_offer(const http::Request& request) const;
    http::WriteResult offer_subject(const SubjectOffer& offer, db::Write& write) const;

private:
    http::Response one_page(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    http::Response topics_page(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    const Services& services_;
};

}  // namespace champions
