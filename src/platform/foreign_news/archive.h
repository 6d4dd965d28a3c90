// platform/foreign_news/archive.h - unpacks a zip into a folder.
#pragma once
#include <filesystem>
#include <string_view>

namespace foreign_news {

// By its first bytes; also office documents, which are zips.
bool is_archive(std::string_view start);

// Writes the plain files of the archive below the folder, their names cleaned: no step up, no root, no drive. Links,
// devices and what Macs add ("__MACOSX") are left out. Throws UnreadableSource for what is no archive, one that is
// encrypted or damaged, and one beyond the limits of news_source.h.
void unpack(const std::filesystem::path& archive, const std::filesystem::path& folder);

}  // namespace foreign_news
