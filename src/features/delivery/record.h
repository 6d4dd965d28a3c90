// features/delivery/record.h - a handing over: to whom, where, when, with which figures, and what came back. Pure.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/day.h"
#include "base/id.h"
#include "base/instant.h"
#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "ports/editing.h"
#include "ports/petition_terms.h"

namespace delivery {

using DeliveryId = base::Id<struct DeliveryTag>;

// What staff write about it. Texts in Markdown, at least in one language where there is any.
struct RecordWords {
    base::Day delivered_on;
    std::string recipient, office, place;  // 1..200, 0..200, 0..200 characters
    std::string words_en, words_fr;        // 0..5,000 each
    std::int64_t picture;                  // of ports::PictureId; 0: none
    std::optional<base::Day> response_on;
    std::string response_en, response_fr;  // 0..10,000 each; none without response_on

    const std::string& words(base::Locale locale) const;     // in that language, else in the other
    const std::string& response(base::Locale locale) const;  // likewise
    bool operator==(const RecordWords&) const = default;
};

// A document that came with the response.
struct ResponseFile {
    std::string file;  // address in the store of files; "" for none
    std::string type;  // "pdf", "jpeg", "png"
    bool operator==(const ResponseFile&) const = default;
};

struct Record {
    DeliveryId id;
    ports::PetitionId petition;
    RecordWords words;
    ResponseFile response_file;
    std::map<ports::SignerClass, std::int64_t> counts{};  // when it was recorded
    std::int64_t on_paper;
    base::Instant counted_at;
    ports::Saving saving;
    std::optional<base::Instant> published_at;
};

// The fields of the form, by which it travels and by which two who write at once are merged.
inline constexpr std::array<std::string_view, 10> kRecordFields{
    "delivered_on", "recipient",   "office",      "place",       "words_en",
    "words_fr",     "response_on", "response_en", "response_fr", "picture"};

// Everything wrong at once; `today` is the last day that a delivery or a response can have.
base::Result<RecordWords, base::Problems> read_record(const ports::NamedTexts& typed, base::Day today);

// Back to the fields of the form.
ports::NamedTexts named(const RecordWords& words);

}  // namespace delivery
