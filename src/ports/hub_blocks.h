// ports/hub_blocks.h - kinds of blocks that a slice adds to those of the campaign hub.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/level_id.h"
#include "base/locale.h"
#include "base/problem.h"
#include "platform/db/transaction.h"
#include "platform/html/template.h"

namespace ports {

// What a block on a page is drawn from.
struct BlockSetting {
    base::LevelId level;
    base::Locale locale;
    std::string_view heading;   // as staff typed it in this language; may be empty
    std::string_view text;      // Markdown, likewise
    std::string_view settings;  // a JSON object, whose members the kind defines
};

struct BlockKind {
    std::string key;      // "petitions.latest_names"; unique
    base::Message label;  // for the editor's menu
    // The block as one <section>; nothing when there is nothing to show.
    std::function<html::SafeHtml(db::Read&, const BlockSetting&)> render;
};

class HubBlockRegistry {
public:
    // Two of one key are a bug.
    void add(BlockKind kind);
    const BlockKind* find(std::string_view key) const;
    const std::vector<BlockKind>& all() const { return kinds_; }

private:
    std::vector<BlockKind> kinds_;
};

}  // namespace ports
