// features/petition_record/slice.h - the whole slice as app plugs it in.
#pragma once
#include "features/petition_record/api.h"
#include "features/petition_record/handlers.h"
#include "features/petition_record/routes.h"
#include "features/petition_record/services.h"
#include "ports/check.h"
#include "ports/count_changes.h"
#include "ports/petition_sections.h"

namespace petition_record {

class Slice {
public:
    Slice(const ports::PageFrames& frames, const ports::PetitionReader& petitions)
        : services_{frames, petitions, sections_}, handlers_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const { petition_record::add_routes(router, handlers_); }
    ports::PetitionSection section() const {
        return {"record", ports::PetitionPlace::below, 10,
                [this](db::Read& read, const ports::PetitionView& view) { return handlers_.section(view, read); }};
    }

private:
    ports::SectionCache sections_{base::seconds(10)};
    Services services_;
    Handlers handlers_;
};

ports::CountListener count_listener();

// The days and the regions of a petition add up to the same, and to what it counts.
ports::Check sums_check(const ports::PetitionReader& petitions);

}  // namespace petition_record
