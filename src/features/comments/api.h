// features/comments/api.h - comments that are shown, as JSON.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/comments/comment.h"
#include "ports/api_operation.h"
#include "ports/petitions.h"

namespace comments {

struct ApiPage {
    const ports::PetitionFacts& petition;
    const std::vector<Comment>& comments;
    std::int64_t total;
    std::optional<CommentId> older;
};

// {"petition":"slug","total":2,"comments":[{"id":17,"language":"fr","words":"...","name":"Maya T.","place":"Moncton",
// "written_at":"2026-11-22T15:04:05Z"}],"next":17}; next is 0 on the last page.
std::string json_of(const ApiPage& page);

std::vector<ports::ApiOperation> api_operations();

}  // namespace comments
