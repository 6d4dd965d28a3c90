// features/jobs_calculator/api.h - the answer as JSON, for the page's own sliders and for other people's programs. No
// key, no cookie, any site.
#pragma once
#include <string>
#include <vector>

#include "features/jobs_calculator/answer.h"
#include "features/jobs_calculator/link.h"
#include "features/jobs_calculator/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/i18n/translator.h"
#include "ports/api_operation.h"

namespace jobs_calculator {

class Api {
public:
    explicit Api(const Services& services) : services_(services) {}

    // GET /api/v1/jobs-lost: the fields of the form, and language=en|fr for the words
    http::Response count(const http::Request& request) const;

private:
    const Services& services_;
};

// The object that the API's document describes.
std::string json_of(const i18n::Translator& t, const Answer& answer, const AnsweredLink& link);

std::vector<ports::ApiOperation> api_operations();

}  // namespace jobs_calculator
