// features/fairness_test/handlers.h - what each public address does: look at the provinces, read a verdict, make a
// budget, take the figures along, read the rules and the method.
#pragma once
#include <memory>
#include <optional>
#include <vector>

#include "features/fairness_test/answer.h"
#include "features/fairness_test/pages.h"
#include "features/fairness_test/question.h"
#include "features/fairness_test/services.h"
#include "platform/db/transaction.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

namespace fairness_test {

class Handlers {
public:
    explicit Handlers(const Services& services) : services_(services) {}

    // GET /{locale}/fairness-test?behind=our-proposal
    http::Response landing(const http::Request& request, db::Read& read) const;

    // GET /{locale}/fairness-test/{slug}?since=2015&prices=consumer&rules=1
    http::Response show(const http::Request& request, db::Read& read) const;

    // GET /{locale}/fairness-test/yours: the form, and the answer to the budget in the address. 422 with every problem.
    http::Response own(const http::Request& request, db::Read& read) const;

    // GET /{locale}/fairness-test/rubric, /method
    http::Response rubric(const http::Request& request, db::Read& read) const;
    http::Response method(const http::Request& request, db::Read& read) const;

    // GET .../{slug}/figures.csv, .../{slug}/share-card.png, .../{slug}/embed; {slug} may be "yours", with its query:
    // 422 where that cannot be read
    http::Response figures(const http::Request& request, db::Read& read) const;
    http::Response share_card(const http::Request& request, db::Read& read) const;
    http::Response embed(const http::Request& request, db::Read& read) const;

    // GET /api/v1/fairness-test/{slug}: the answer as JSON; problem+json 422 for a budget that cannot be read
    http::Response json(const http::Request& request, db::Read& read) const;

private:
    // The budget of the address, judged; problems for one's own that cannot be read; nothing where there is none.
    struct Found {
        std::optional<TestAnswer> answer;
        base::Problems problems{};
    };
    Found find(const http::Request& request, db::Read& read) const;
    TestAnswer judged(const budget_fairness::Budget& budget, db::Read& read, const http::Request& request) const;
    http::Response result_page(const http::Request& request, db::Read& read, const TestAnswer& answer) const;

    const Services& services_;
};

// The rubric that counts now: the newest declared one, else the program's.
std::shared_ptr<const budget_fairness::Rubric> current_rubric(db::Read& read);

// The declared rubric of that version; the current one where none is asked for, or there is no such one.
std::shared_ptr<const budget_fairness::Rubric> asked_rubric(db::Read& read, std::optional<int> version);

// The budget under this address that the public may see: of the database, else of the program.
std::optional<budget_fairness::Budget> public_budget(db::Read& read, std::string_view slug);

// The ten provinces' records with their verdicts.
// `asked`: against another first year, with what the models say of it; else against each record's own, without.
struct RecordsAsked {
    Baseline baseline{};
    Models models{};
};
std::vector<pages::Listed> judged_records(db::Read& read, base::Locale locale, const RecordsAsked& asked = {});

}  // namespace fairness_test
