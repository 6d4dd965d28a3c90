// features/delivery/editor.h - a form that several people may write at: what it shows, and what comes of it when it is
// sent again (ports/editing.h). Pure.
#pragma once
#include <string>

#include "base/problem.h"
#include "ports/editing.h"

namespace delivery {

struct Editor {
    ports::NamedTexts typed;
    std::string seen;
    ports::NamedTexts conflicts{};
    ports::Saving saving{};
    base::Problems problems{};
};

// With what is stored.
inline Editor editor_of(ports::NamedTexts stored) {
    Editor editor{.typed = std::move(stored), .seen = {}};
    editor.seen = ports::seen(editor.typed);
    return editor;
}

// The same with what was typed: of a field that only others changed, theirs; below one that both changed, theirs too.
struct SentAgain {
    const ports::NamedTexts& typed;
    std::string_view seen;
    const ports::Saving& saving;
    const base::Problems& problems;
};
inline Editor editor_again(const ports::NamedTexts& stored, const SentAgain& sent) {
    auto editor = editor_of(stored);
    auto merged = ports::merge({.stored = stored, .typed = sent.typed, .seen = sent.seen});
    editor.typed = std::move(merged.texts);
    editor.conflicts = std::move(merged.conflicts);
    editor.saving = sent.saving;
    editor.problems = sent.problems;
    return editor;
}

}  // namespace delivery
