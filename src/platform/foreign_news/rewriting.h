// platform/foreign_news/rewriting.h - puts other blocks in the place of a document's, its containers following. Pure.
#pragma once
#include <utility>
#include <vector>

#include "platform/foreign_news/document.h"

namespace foreign_news {

// For each block of the document in its order: keep() what stands in its place, any number of blocks, then next().
// finish() after the last one.
class Rewriting {
public:
    explicit Rewriting(Document& document) : document_(document) {}

    void keep(Block block) { blocks_.push_back(std::move(block)); }
    void next() { place_of_.push_back(blocks_.size()); }

    void finish() {
        for (auto& container : document_.containers) {
            container.first = place_of_[container.first];
            container.end = place_of_[container.end];
        }
        document_.blocks = std::move(blocks_);
    }

private:
    Document& document_;
    std::vector<Block> blocks_{};
    std::vector<std::size_t> place_of_{0};  // where each old block begins, and the end
};

}  // namespace foreign_news
