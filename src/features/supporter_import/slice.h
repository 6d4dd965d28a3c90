// features/supporter_import/slice.h - the whole slice as app plugs it in.
#pragma once
#include "features/supporter_import/handlers.h"
#include "features/supporter_import/routes.h"

namespace supporter_import {

class Slice {
public:
    explicit Slice(const Services& services) : services_(services), handlers_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const { supporter_import::add_routes(router, handlers_); }

private:
    Services services_;
    Handlers handlers_;
};

}  // namespace supporter_import
