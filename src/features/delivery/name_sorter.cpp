#include "features/delivery/name_sorter.h"

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>

namespace delivery {
namespace {

void write_bytes(std::FILE* file, const void* bytes, std::size_t length) {
    if (std::fwrite(bytes, 1, length, file) != length) throw std::runtime_error{"no room to sort the names"};
}

void write_name(std::FILE* file, const ListedName& name) {
    const std::array<std::int64_t, 3> head{std::ssize(name.name), std::ssize(name.place),
                                           name.confirmed_at.microseconds};
    write_bytes(file, head.data(), sizeof head);
    write_bytes(file, name.name.data(), name.name.size());
    write_bytes(file, name.place.data(), name.place.size());
}

void read_bytes(std::FILE* file, void* bytes, std::size_t length) {
    if (std::fread(bytes, 1, length, file) != length) throw std::runtime_error{"sorted names were lost"};
}

// nullopt at the end.
std::optional<ListedName> read_name(std::FILE* file) {
    std::array<std::int64_t, 3> head{};
    if (std::fread(head.data(), 1, sizeof head, file) != sizeof head) return std::nullopt;
    ListedName name{std::string(static_cast<std::size_t>(head[0]), '\0'),
                    std::string(static_cast<std::size_t>(head[1]), '\0'),
                    {head[2]}};
    read_bytes(file, name.name.data(), name.name.size());
    read_bytes(file, name.place.data(), name.place.size());
    return name;
}

}  // namespace

NameSorter::NameSorter(base::Locale locale, NameOrder order, std::size_t names_in_memory)
    : t_(locale), order_(order), limit_(names_in_memory) {}

bool NameSorter::is_before(const ListedName& left, const ListedName& right) const {
    const bool by_place = order_ == NameOrder::by_place;
    const auto& first = by_place ? left.place : left.name;
    const auto& second = by_place ? left.name : left.place;
    const auto ordering = t_.compare(first, by_place ? right.place : right.name);
    if (ordering != 0) return ordering < 0;
    return t_.compare(second, by_place ? right.name : right.place) < 0;
}

void NameSorter::add(ListedName name) {
    ++size_;
    part_.push_back(std::move(name));
    if (part_.size() >= limit_) put_aside();
}

void NameSorter::put_aside() {
    std::ranges::sort(part_, [this](const auto& left, const auto& right) { return is_before(left, right); });
    File file{std::tmpfile()};
    if (!file) throw std::runtime_error{"no room to sort the names"};
    for (const auto& name : part_) write_name(file.get(), name);
    if (std::fflush(file.get()) != 0) throw std::runtime_error{"no room to sort the names"};
    files_.push_back(std::move(file));
    part_.clear();
}

void NameSorter::each(const std::function<void(const ListedName&)>& visit) {
    if (!part_.empty()) put_aside();
    for (const auto& file : files_) std::rewind(file.get());
    merge(visit);
}

// There are some dozens of parts at most: looking through their heads is quick.
void NameSorter::merge(const std::function<void(const ListedName&)>& visit) {
    std::vector<std::optional<ListedName>> heads;
    for (const auto& file : files_) heads.push_back(read_name(file.get()));
    while (true) {
        std::size_t first = heads.size();
        for (std::size_t i = 0; i < heads.size(); ++i)
            if (heads[i] && (first == heads.size() || is_before(*heads[i], *heads[first]))) first = i;
        if (first == heads.size()) return;
        visit(*heads[first]);
        heads[first] = read_name(files_[first].get());
    }
}

}  // namespace delivery
