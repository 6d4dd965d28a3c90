// features/presentations/champion_handlers.h - what stands behind the link of a champion: their presentations, the
// report on one, and conversations that nobody had booked.
#pragma once
#include <optional>
#include <string>

#include "features/presentations/presentation.h"
#include "features/presentations/report.h"
#include "features/presentations/services.h"
#include "platform/html/template.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"

namespace presentations {

struct ChampionAct {
    ChampionId champion;
    PresentationId presentation{1};
    std::string token;
    base::Locale locale;
    std::string reason{};  // why it did not take place
};

struct ReportAct {
    ChampionAct act;
    Report report;
    std::optional<std::string> kept_picture{};  // where its bytes are
};

struct ConversationAct {
    ChampionId champion;
    std::string token;
    base::Locale locale;
    Conversation conversation;
};

class ChampionHandlers {
public:
    explicit ChampionHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/presentations/champion/{token}
    http::Response list(const http::Request& request, db::Read& read) const;
    // The same as a part of the champion's own page; nothing for who is no champion any more.
    html::SafeHtml section(db::Read& read, ChampionId champion, base::Locale locale, base::Instant now) const;

    // GET .../champion/{token}/{presentation}
    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // POST .../report (multipart: the fields of ReportForm, picture), .../missed (reason), .../return
    base::Result<ReportAct, base::Problems> read_report(const http::Request& request) const;
    http::WriteResult report(const ReportAct& act, db::Write& write) const;
    base::Result<ChampionAct, base::Problems> read_act(const http::Request& request) const;
    base::Result<ChampionAct, base::Problems> read_missed(const http::Request& request) const;
    http::WriteResult missed(const ChampionAct& act, db::Write& write) const;
    http::WriteResult give_back(const ChampionAct& act, db::Write& write) const;

    // GET, POST .../champion/{token}/conversation
    http::Response show_conversation(const http::Request& request, db::Read& read) const;
    base::Result<ConversationAct, base::Problems> read_conversation(const http::Request& request) const;
    http::WriteResult tell(const ConversationAct& act, db::Write& write) const;
    http::Response show_conversation_again(const http::Request& request, const base::Problems& problems,
                                           db::Read& read) const;

private:
    // Also who paused or left: what they held is theirs to tell.
    std::optional<ports::ChampionFacts> champion_of(const http::Request& request, db::Read& read) const;
    // Theirs, and no one else's.
    std::optional<Presentation> theirs(const ChampionAct& act, db::Read& read) const;

    const Services& services_;
};

ReportForm report_form(const http::Fields& fields);
ConversationForm conversation_form(const http::Fields& fields);

// Whoever tells of a conversation: a champion, or staff.
struct Told {
    std::optional<ChampionId> champion;
    std::string by;
    base::Locale locale;
};
// nullopt while the campaign has no level.
std::optional<PresentationId> record_conversation(const Services& services, const Conversation& conversation,
                                                  const Told& told, db::Write& write);

}  // namespace presentations
