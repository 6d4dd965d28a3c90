// platform/foreign_news/listing_boxes.h - the dates of a list, each with the element that holds it, for
// listing_ranges.cpp. Pure.
#pragma once
#include <cstddef>
#include <vector>

#include "platform/foreign_news/document.h"
#include "platform/foreign_news/oddity.h"

namespace foreign_news {

// Whether it is text that readers of the list see.
bool says_something(const Block& block);

// A date and the largest element that holds no other one.
struct Box {
    std::size_t date;
    std::size_t container;
    bool has_text;  // beside the date; else the date stands in a row of blocks, flat
    bool goes_on;   // its text may go on behind it: a paragraph is no box
    std::size_t begin = 0, end = 0;
};

// The elements of a document, and how many dates and how much text they hold. The document outlives it.
class Containers {
public:
    explicit Containers(const Document& document);

    const Container& operator[](std::size_t index) const { return document_.containers[index]; }
    std::size_t dates_in(std::size_t index) const;
    // Bytes of text, up to kMostWeight.
    std::size_t text_in(std::size_t index) const;
    // The element in which the date stands side by side with those of other items.
    std::size_t row_of(const Box& box) const;

    static constexpr std::size_t kMostWeight = 400;  // bytes that count of one item when lists are compared

private:
    const Document& document_;
    std::vector<std::size_t> dates_before_{0};
};

// The boxes of the list, in the order of the page, and the element that holds them all. Dates that stand elsewhere on
// the page and have little text are no items - a side bar, a calendar - and reported.
struct ListBoxes {
    std::vector<Box> boxes{};
    std::size_t list = 0;
};
ListBoxes boxes_of(const Document& document, const Containers& containers, std::vector<Oddity>& oddities);

}  // namespace foreign_news
