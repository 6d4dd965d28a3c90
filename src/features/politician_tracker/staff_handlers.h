// features/politician_tracker/staff_handlers.h - what staff do: keep the list of politicians (PeopleHandlers), record
// answers (AnswerHandlers), switch election periods (PeriodHandlers).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/politician_tracker/politician.h"
#include "features/politician_tracker/services.h"
#include "features/politician_tracker/staff_pages.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"

namespace politician_tracker {

struct KeepPerson {
    ports::Acting acting;
    PoliticianFacts facts;
};
struct KeepRows {
    ports::Acting acting;
    std::vector<PoliticianFacts> rows;
};
struct Leaving {
    ports::Acting acting;
    PoliticianId politician;
};

class PeopleHandlers {
public:
    explicit PeopleHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/politicians: ?words, ?page
    http::Response list(const http::Request& request, db::Read& read) const;

    // POST /{locale}/staff/politicians: the fields of PoliticianForm
    base::Result<KeepPerson, base::Problems> read_person(const http::Request& request) const;
    http::WriteResult keep(const KeepPerson& form, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // POST /{locale}/staff/politicians/rows: rows; without `confirmed` it writes nothing and shows what it would do
    base::Result<KeepRows, base::Problems> read_rows(const http::Request& request) const;
    http::WriteResult keep_rows(const KeepRows& form, db::Write& write) const;

    // POST /{locale}/staff/politicians/{politician}/leaving
    base::Result<Leaving, base::Problems> read_leaving(const http::Request& request) const;
    http::WriteResult leave(const Leaving& leaving, db::Write& write) const;

private:
    http::Response preview(const http::Request& request, db::Read& read) const;

    const Services& services_;
};

struct KeepAnswer {
    ports::Acting acting;
    std::string slug;
    PoliticianId politician;
    StandFacts facts;
};

class AnswerHandlers {
public:
    explicit AnswerHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/petitions/{slug}/politicians: ?words, ?page
    http::Response room(const http::Request& request, db::Read& read) const;

    // GET, POST /{locale}/staff/petitions/{slug}/politicians/{politician}: the fields of StandForm
    http::Response show(const http::Request& request, db::Read& read) const;
    base::Result<KeepAnswer, base::Problems> read_answer(const http::Request& request) const;
    http::WriteResult keep(const KeepAnswer& form, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

private:
    std::optional<ports::PetitionFacts> find_allowed(db::Read& read, const ports::Acting& acting,
                                                     std::string_view slug) const;

    const Services& services_;
};

struct BeginPeriod {
    ports::Acting acting;
    std::string region, tagline_en, tagline_fr;
};
struct EndPeriod {
    ports::Acting acting;
    PeriodId period;
};

class PeriodHandlers {
public:
    explicit PeriodHandlers(const Services& services) : services_(services) {}

    // GET, POST /{locale}/staff/election-periods: region, tagline_en, tagline_fr
    http::Response show(const http::Request& request, db::Read& read) const;
    base::Result<BeginPeriod, base::Problems> read_begin(const http::Request& request) const;
    http::WriteResult begin(const BeginPeriod& form, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // POST /{locale}/staff/election-periods/{period}/end
    base::Result<EndPeriod, base::Problems> read_end(const http::Request& request) const;
    http::WriteResult end(const EndPeriod& form, db::Write& write) const;

private:
    const Services& services_;
};

}  // namespace politician_tracker
