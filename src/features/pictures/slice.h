// features/pictures/slice.h - the whole slice as app plugs it in: one object, and what it offers to the others.
#pragma once
#include "features/pictures/handlers.h"
#include "features/pictures/routes.h"
#include "features/pictures/services.h"
#include "ports/page.h"
#include "ports/pictures.h"

namespace pictures {

class Slice {
public:
    explicit Slice(const Services& services) : services_(services), handlers_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const { pictures::add_routes(router, handlers_); }

private:
    Services services_;
    Handlers handlers_;
};

// What other slices get through ports::Pictures.
ports::PictureLibrary library(files::FileStore& files);

ports::StaffEntry staff_entry();

}  // namespace pictures
