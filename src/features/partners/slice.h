// features/partners/slice.h - the whole slice as app plugs it in: one object, and what it offers to the others.
#pragma once
#include "features/partners/routes.h"
#include "features/partners/services.h"
#include "ports/check.h"
#include "ports/count_changes.h"
#include "ports/page.h"
#include "ports/partners.h"
#include "ports/person_data.h"
#include "ports/petition_sections.h"
#include "ports/signers.h"

namespace partners {

class Slice {
public:
    explicit Slice(const Services& services) : services_(services), handlers_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const { partners::add_routes(router, handlers_); }
    // Behind the mailed link: to whom the name is passed on.
    ports::SignatureSection section() const;

private:
    Services services_;
    Handlers handlers_;
};

ports::Partners port();
ports::CountListener count_listener();
ports::StaffEntry staff_entry();
ports::PersonDataHolder person_data();
// Counts the signatures of every source anew.
std::vector<ports::Check> checks(const ports::PetitionReader& petitions, const ports::Signers& signers);

}  // namespace partners
