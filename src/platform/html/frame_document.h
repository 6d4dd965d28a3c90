// platform/html/frame_document.h - a whole document for a frame on another site.
#pragma once

#include <string_view>

#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace html {

struct Framed {
    std::string_view title;
    std::string_view block;  // of the stylesheet: "jobs-frame", whose element __main holds the content
    SafeHtml content;
    std::string_view script{};   // an asset, loaded as a module; empty: none
    std::string_view origins{};  // sites that the script may tell the height to, a blank between them
};

// Frames have room for a figure and its picture, or a form, not for menus. Search engines are asked to leave it out.
[[nodiscard]] SafeHtml frame_document(const i18n::Translator& t, const Framed& framed);

}  // namespace html
