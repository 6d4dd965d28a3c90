// features/pictures/pages.h - the library as staff see it.
#pragma once
#include <string>
#include <vector>

#include "features/pictures/picture.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/pictures.h"

namespace pictures::pages {

struct Listed {
    Record record;
    ports::Picture picture;
};

struct Library {
    std::vector<Listed> pictures;  // newest first
    bool has_older = false;
    std::string search{};
    ports::WayBack way{};  // back: "" where nobody came from an editor
    Words typed{};         // in the form for a new one
    const base::Problems& problems;
};
html::SafeHtml library(const i18n::Translator& t, const Library& library);

struct Detail {
    Record record;
    ports::Picture picture;
    std::vector<ports::PictureUse> uses;
    Words typed;
    CropForm crop;
    const base::Problems& problems;
};
html::SafeHtml detail(const i18n::Translator& t, const Detail& detail);

std::string list_path(base::Locale locale);
std::string picture_path(base::Locale locale, PictureId picture);

// The editor's address with the chosen picture.
std::string path_back(const ports::WayBack& way, PictureId chosen);

}  // namespace pictures::pages
