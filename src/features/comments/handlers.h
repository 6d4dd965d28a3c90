// features/comments/handlers.h - what each public address of this slice does.
#pragma once
#include <optional>
#include <string>

#include "features/comments/comment.h"
#include "features/comments/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/petition_sections.h"

namespace comments {

struct Report {
    std::string slug;
    CommentId comment;
    base::Locale locale;
};

struct OwnWords {
    SignatureId signature;
    std::string token;
    std::string words;  // tidied; empty when they are to be removed
    base::Locale locale;
};

class Handlers {
public:
    explicit Handlers(const Services& services) : services_(services) {}

    // The section on the page of a petition.
    html::SafeHtml section(const ports::PetitionView& view, db::Read& read) const;

    // GET /{locale}/petitions/{slug}/comments: ?language, ?before
    http::Response list(const http::Request& request, db::Read& read) const;

    // GET /api/v1/petitions/{slug}/comments: the same
    http::Response api(const http::Request& request, db::Read& read) const;

    // POST /{locale}/petitions/{slug}/comments/{comment}/report
    base::Result<Report, base::Problems> read_report(const http::Request& request) const;
    http::WriteResult report(const Report& report, db::Write& write) const;

private:
    // nullopt for a draft, too: the public does not see it.
    std::optional<ports::PetitionFacts> find_public(const http::Request& request, db::Read& read) const;

    const Services& services_;
};

// For whoever holds the link to one signature that counts.
class OwnHandlers {
public:
    explicit OwnHandlers(const Services& services) : services_(services) {}

    // The section on the page behind the mailed link.
    html::SafeHtml section(const ports::SignatureView& view, db::Read& read) const;

    // GET /{locale}/comments/{token}
    http::Response show(const http::Request& request, db::Read& read) const;

    // POST to the same: words
    base::Result<OwnWords, base::Problems> read_words(const http::Request& request) const;
    http::WriteResult write(const OwnWords& words, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // POST /{locale}/comments/{token}/removal
    base::Result<OwnWords, base::Problems> read_removal(const http::Request& request) const;
    http::WriteResult remove(const OwnWords& words, db::Write& write) const;

private:
    const Services& services_;
};

}  // namespace comments
