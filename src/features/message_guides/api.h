// features/message_guides/api.h - guides as JSON, and how programs are told of them.
#pragma once
#include <string>
#include <vector>

#include "features/message_guides/guide.h"
#include "features/message_guides/word_lists_service.h"
#include "people/level.h"
#include "ports/api_operation.h"

namespace message_guides {

// {"guides":[{"slug":"tax-fairness","theme":"tax-fairness","level":"canada","version":3,
// "approved_at":"2026-11-22T15:04:05Z","title_en":"...","title_fr":"...","lead_en":"...","lead_fr":"..."}]}
std::string json_of(const std::vector<Published>& guides, const people::LevelTree& levels);
// The same of one guide, with "content": see content_json.h.
std::string json_of(const Published& guide, const people::LevelTree& levels);

// {"hints":[{"begin":4,"end":14,"words":"tax burden","better":"...","why":"..."}]}; begin and end in characters.
std::string json_of(const std::vector<Hint>& hints, std::string_view text);

std::vector<ports::ApiOperation> api_operations();

}  // namespace message_guides
