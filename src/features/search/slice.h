// features/search/slice.h - the whole slice as app plugs it in.
#pragma once
#include "features/search/handlers.h"
#include "features/search/jobs.h"
#include "features/search/routes.h"
#include "features/search/services.h"
#include "features/search/vocabulary_service.h"

namespace search {

// What the other slices give to the search.
struct Surroundings {
    const ports::PageFrames& frames;
    const ports::SearchDocuments& documents;
};

class Slice {
public:
    Slice(db::Database& database, const Surroundings& around)
        : finder_(vocabularies_),
          services_{around.frames, around.documents, finder_},
          handlers_(services_),
          indexer_(database, around.documents) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const { search::add_routes(router, handlers_); }
    Indexer& indexer() { return indexer_; }

private:
    Vocabularies vocabularies_;
    Finder finder_;
    Services services_;
    Handlers handlers_;
    Indexer indexer_;
};

}  // namespace search
