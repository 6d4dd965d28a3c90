// features/jobs_calculator/method_pages.h - how the jobs are counted, so that an economist can check it.
#pragma once
#include "features/jobs_calculator/method_service.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace jobs_calculator::pages {

html::SafeHtml method(const i18n::Translator& t, const MethodFacts& facts);

}  // namespace jobs_calculator::pages
