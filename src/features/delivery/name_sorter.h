// features/delivery/name_sorter.h - names in the order of a dictionary, however many there are: sorted in parts of a
// fixed size, kept in temporary files, merged. The memory does not grow with their number.
#pragma once
#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/instant.h"
#include "features/delivery/document_order.h"
#include "platform/i18n/translator.h"

namespace delivery {

struct ListedName {
    std::string name, place;
    base::Instant confirmed_at;
};

class NameSorter {
public:
    // by_name: name, then place. by_place: place, then name. In the order of the first language.
    NameSorter(base::Locale locale, NameOrder order, std::size_t names_in_memory = 20'000);

    // std::runtime_error where the disk takes no more.
    void add(ListedName name);
    std::int64_t size() const { return size_; }

    // All of them in order; after the last add, as often as wanted.
    void each(const std::function<void(const ListedName&)>& visit);

private:
    struct CloseFile {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    using File = std::unique_ptr<std::FILE, CloseFile>;

    bool is_before(const ListedName& left, const ListedName& right) const;
    void put_aside();
    void merge(const std::function<void(const ListedName&)>& visit);

    i18n::Translator t_;
    NameOrder order_;
    std::size_t limit_;
    std::int64_t size_ = 0;
    std::vector<ListedName> part_;
    std::vector<File> files_;
};

}  // namespace delivery
