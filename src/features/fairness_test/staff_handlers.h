// features/fairness_test/staff_handlers.h - what staff do: enter a budget, change it, publish, withdraw; write the next
// version of the rules and declare it.
#pragma once
#include <optional>
#include <string>

#include "features/fairness_test/services.h"
#include "features/fairness_test/staff_pages.h"
#include "features/fairness_test/stored.h"
#include "features/fairness_test/typed_document_service.h"
#include "platform/auth/audit.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"

namespace fairness_test {

struct BudgetForm {
    ports::Acting acting;
    std::string slug;   // of the address; "" for a new one
    std::string level;  // slug
    TypedDocument typed;
};

struct RubricForm {
    ports::Acting acting;
    TypedDocument typed;
};

// A press on a button.
struct StaffAct {
    ports::Acting acting;
    std::string subject;  // slug of the budget, or version of the rubric
};

class StaffHandlers {
public:
    explicit StaffHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/fairness-test?behind=our-proposal
    http::Response list(const http::Request& request, db::Read& read) const;

    // GET /{locale}/staff/fairness-test/new?from=ontario, POST /{locale}/staff/fairness-test: level, and the fields of
    // document_form.h, or document. With ?view=text the same as one text, here and below.
    http::Response show_new(const http::Request& request, db::Read& read) const;
    base::Result<BudgetForm, base::Problems> read_budget_form(const http::Request& request) const;
    http::WriteResult create(const BudgetForm& form, db::Write& write) const;
    http::Response show_new_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET, POST /{locale}/staff/fairness-test/{slug}: the fields, or document
    http::Response show(const http::Request& request, db::Read& read) const;
    http::WriteResult save(const BudgetForm& form, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // POST .../{slug}/publication, .../{slug}/withdrawal
    base::Result<StaffAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult publish(const StaffAct& act, db::Write& write) const;
    http::WriteResult withdraw(const StaffAct& act, db::Write& write) const;

    // GET, POST /{locale}/staff/fairness-test/rubric: the fields, or document; POST .../rubric/declaration: version
    http::Response show_rubric(const http::Request& request, db::Read& read) const;
    base::Result<RubricForm, base::Problems> read_rubric_form(const http::Request& request) const;
    http::WriteResult save_rubric(const RubricForm& form, db::Write& write) const;
    http::Response show_rubric_again(const http::Request& request, const base::Problems& problems,
                                     db::Read& read) const;
    base::Result<StaffAct, base::Problems> read_declaration(const http::Request& request) const;
    http::WriteResult declare(const StaffAct& act, db::Write& write) const;

private:
    http::Response budget_page(const http::Request& request, const staff_pages::BudgetEditor& editor) const;
    http::Response rubric_page(const http::Request& request, const staff_pages::RubricEditor& editor) const;

    const Services& services_;
};

}  // namespace fairness_test
