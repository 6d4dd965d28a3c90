// cmake/precompiled_slices.h - what nearly every source of a slice reads beside the standard headers, read once where
// sources are compiled in groups.
#pragma once

#include <boost/json.hpp>
#include <fmt/format.h>

#include "base/check.h"
#include "base/text.h"
#include "base/whole_number.h"
#include "cmake/precompiled.h"
#include "people/store.h"
#include "platform/auth/audit.h"
#include "platform/auth/principal.h"
#include "platform/db/database.h"
#include "platform/db/statement.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/html/layout.h"
#include "platform/html/markdown.h"
#include "platform/html/template.h"
#include "platform/http/bound.h"
#include "platform/http/router.h"
#include "platform/http/write_route.h"
#include "platform/i18n/translator.h"
#include "platform/jobs/jobs.h"
#include "platform/mail/outbox.h"
#include "platform/runtime/log.h"
#include "ports/sender.h"
#include "ports/staff_pages.h"
