// features/site/block.h - the blocks of a campaign hub: their kinds, words and settings, and what must be there before
// they are shown. Pure: no SQL, no HTML, no clock.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"

namespace site {

using BlockId = base::Id<struct BlockTag>;

// What a block says in one language. The kind decides what each of the three is.
struct Words {
    std::string heading;  // 0..200 characters
    std::string body;     // 0..20,000 characters
    std::string note;     // 0..300 characters

    bool is_empty() const { return heading.empty() && body.empty() && note.empty(); }
    bool operator==(const Words&) const = default;
};

struct Block {
    BlockId id{0};  // 0: not stored by itself, as in a published version
    std::string kind;
    std::string settings = "{}";  // JSON object
    Words english{}, french{};

    const Words& in(base::Locale locale) const { return locale == base::Locale::english ? english : french; }
    Words& in(base::Locale locale) { return locale == base::Locale::english ? english : french; }
    bool operator==(const Block&) const = default;
};
using Blocks = std::vector<Block>;

// What has no language, understood. Members that a kind does not use are empty.
struct Settings {
    std::string action;        // key of a call to action: the hero's button, the list's first
    std::string page;          // slug of a page of text
    std::string url;           // of a video
    std::int64_t picture = 0;  // of the library: a ports::PictureId
    bool operator==(const Settings&) const = default;
};
Settings read_settings(std::string_view json);  // of anything that is no such object: empty
std::string write_settings(const Settings& settings);

enum class Need : unsigned char { unused, optional, required };

// How the editor names a part, and whether the kind can do without it.
struct Part {
    Need need = Need::unused;
    base::Message label = base::message("Text");
};

struct Kind {
    std::string_view key;
    base::Message label;
    Part heading, body, note;
    Part action, page, url, picture;
};

// hero, text, picture, actions, quotation, news, counters, video.
std::span<const Kind> kinds();
const Kind* find_kind(std::string_view key);

// A block as typed by staff.
struct BlockForm {
    Words english, french;
    std::string action, page, url, picture;
    std::string raw_settings;  // of a kind that another slice offers

    const Words& in(base::Locale locale) const { return locale == base::Locale::english ? english : french; }
    Words& in(base::Locale locale) { return locale == base::Locale::english ? english : french; }
};

// The block to store, or everything that is wrong with it. Fields: heading_en, ..., note_fr, action, page, url,
// picture, settings. A language may be empty: publishing decides about that.
base::Result<Block, base::Problems> read_block(std::string_view kind, const BlockForm& form);
BlockForm form_of(const Block& block);

// Whether the block says what its kind must say, in this language.
bool is_complete(const Block& block, base::Locale locale);

enum class OneLanguage : unsigned char { not_decided, decided };

// What keeps these blocks from being published: none at all, one without words, a missing language without a decision.
// Fields: "" and one_language.
base::Problems problems_of_publishing(const Blocks& blocks, OneLanguage decision);

// The languages that some block lacks, as codes joined by ", ": for the log.
std::string missing_languages(const Blocks& blocks);

// A published version as text, and back. Text that is no such list gives no blocks.
std::string to_json(const Blocks& blocks);
Blocks blocks_of_json(std::string_view json);

}  // namespace site
