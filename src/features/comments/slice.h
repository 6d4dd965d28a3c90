// features/comments/slice.h - the whole slice as app plugs it in.
#pragma once
#include "features/comments/api.h"
#include "features/comments/handlers.h"
#include "features/comments/routes.h"
#include "features/comments/services.h"
#include "features/comments/staff_handlers.h"
#include "ports/check.h"
#include "ports/count_changes.h"
#include "ports/person_data.h"
#include "ports/person_facts.h"
#include "ports/petition_sections.h"
#include "ports/word_hints.h"

namespace comments {

class Slice {
public:
    explicit Slice(const Services& services)
        : services_(services), handlers_(services_), own_(services_), staff_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const { comments::add_routes(router, {handlers_, own_, staff_}); }
    ports::PetitionSection section() const {
        return {"comments", ports::PetitionPlace::below, 15,
                [this](db::Read& read, const ports::PetitionView& view) { return handlers_.section(view, read); }};
    }
    ports::SignatureSection signature_section() const {
        return {"comments", 5,
                [this](db::Read& read, const ports::SignatureView& view) { return own_.section(view, read); }};
    }

private:
    Services services_;
    Handlers handlers_;
    OwnHandlers own_;
    StaffHandlers staff_;
};

ports::PetitionRoom room();

// What was written with a signature waits for staff once it is confirmed; it goes with the signature. `signers`
// outlives it.
ports::CountListener count_listener(const ports::Signers& signers);
ports::ForgettingListener forgetting_listener();
ports::LeavingListener leaving_listener();

ports::PersonDataHolder person_data();
ports::FactProvider person_facts(const ports::PetitionReader& petitions);

// What a moderator should notice in words of the public, for the queues of other slices.
std::vector<ports::WordHint> word_hints(std::string_view words, base::Locale locale);

// Every comment in sight belongs to a signature that counts.
ports::Check standing_check(const ports::PetitionReader& petitions, const ports::Signers& signers);

}  // namespace comments
