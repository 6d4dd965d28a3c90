// features/voices/handlers.h - what each public address of this slice does.
#pragma once
#include <optional>
#include <string>

#include "features/voices/pages.h"
#include "features/voices/services.h"
#include "features/voices/voice.h"
#include "features/voices/wall_store.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/hub_blocks.h"

namespace voices {

struct Report {
    VoiceId voice;
    base::Locale locale;
};

// The wall, and one voice.
class Handlers {
public:
    explicit Handlers(const Services& services) : services_(services) {}

    // GET /{locale}/voices: ?province, ?language, ?before, ?view=list
    http::Response wall(const http::Request& request, db::Read& read) const;
    http::Response how(const http::Request& request, db::Read& read) const;
    http::Response embed(const http::Request& request, db::Read& read) const;

    // GET /{locale}/voices/{voice}: 410 once withdrawn
    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response share_card(const http::Request& request, db::Read& read) const;
    // GET /voices/{file}: while its voice is shown; browsers ask again each time
    http::Response serve(const http::Request& request, db::Read& read) const;

    // POST /{locale}/voices/{voice}/report
    base::Result<Report, base::Problems> read_report(const http::Request& request) const;
    http::WriteResult report(const Report& report, db::Write& write) const;

    // GET /api/v1/voices, /api/v1/voices/{voice}
    http::Response api(const http::Request& request, db::Read& read) const;
    http::Response api_one(const http::Request& request, db::Read& read) const;

    html::SafeHtml block(db::Read& read, const ports::BlockSetting& setting) const;

private:
    const Services& services_;
};

struct NewSending {
    Submission submission;
    std::string original;
    base::Locale locale;
    std::int64_t address_hash, guardian_hash;
    std::string network;
    bool is_trapped;
};

struct KeptUpload {
    std::string name;
};

// The form.
class SendHandlers {
public:
    explicit SendHandlers(const Services& services) : services_(services) {}

    http::Response show(const http::Request& request, db::Read& read) const;
    base::Result<NewSending, base::Problems> read_form(const http::Request& request) const;
    http::WriteResult send(const NewSending& form, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    http::Response sent(const http::Request& request, db::Read& read) const;

    // POST /{locale}/voices/uploads: a picture before its form, by a script that shows how far it is. {"upload": NAME}
    base::Result<KeptUpload, base::Problems> read_upload(const http::Request& request) const;
    http::WriteResult upload(const KeptUpload& upload, db::Write& write) const;
    http::Response refuse_upload(const http::Request& request, const base::Problems& problems, db::Read& read) const;

private:
    http::Response page(const http::Request& request, const pages::Form& form) const;

    const Services& services_;
};

enum class Behind : unsigned char { sender, guardian };

struct OwnAct {
    VoiceId voice;
    std::string token;
    base::Locale locale;
    Behind behind = Behind::sender;
    std::string original{};  // of another picture
    std::string seen{};      // what a guardian looked at (seen_mark)
};

// The pages behind mailed links: of the sender, and of a guardian.
class OwnHandlers {
public:
    explicit OwnHandlers(const Services& services) : services_(services) {}

    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response photo(const http::Request& request, db::Read& read) const;
    base::Result<OwnAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult confirm(const OwnAct& act, db::Write& write) const;
    http::WriteResult withdraw(const OwnAct& act, db::Write& write) const;
    base::Result<OwnAct, base::Problems> read_photo(const http::Request& request) const;
    http::WriteResult replace(const OwnAct& act, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

private:
    std::optional<OwnAct> read_token(const http::Request& request) const;

    const Services& services_;
};

// "/en/voices/mine/TOKEN"
std::string own_path(base::Locale locale, std::string_view token);

// A file with headers that let nothing in it act. asked_again: browsers may keep it, and ask before they show it again.
// 404 where it is gone.
enum class Keeping : unsigned char { never, asked_again };
struct ServedFile {
    const ports::VoiceFile& file;
    Keeping keeping;
};
http::Response picture_response(const files::FileStore& files, const ServedFile& served);

}  // namespace voices
