// features/count_proof/slice.h - what app plugs in.
#pragma once
#include "features/count_proof/api.h"
#include "features/count_proof/handlers.h"
#include "features/count_proof/log_service.h"
#include "platform/http/router.h"
#include "platform/mail/renderers.h"
#include "ports/count_proof.h"
#include "ports/petition_sections.h"

namespace count_proof {

class Slice {
public:
    explicit Slice(const Services& services)
        : services_(services), keeper_(services_), handlers_(services_), api_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const;
    void add_mails(mail::Renderers& renderers) const;
    void add_sections(ports::PetitionSections& sections) const;
    // Drops the salt of an erased person, without which nobody can tell whose entry it was.
    static ports::ForgettingListener forgetting();
    // Enters steps as they are told; the first one begins the log, so that every signer has a promise at once.
    ports::CountListener listener() const;
    ports::CountProof port() const;
    const LogKeeper& keeper() const { return keeper_; }

private:
    Services services_;
    LogKeeper keeper_;
    Handlers handlers_;
    Api api_;
};

}  // namespace count_proof
