#include "platform/documents/name_columns.h"

#include <algorithm>
#include <string>

namespace documents {
namespace {

constexpr std::int64_t kColumns = 3;
constexpr double kColumnGap = 18;
constexpr double kLine = 12.4;  // points from name to name
constexpr double kShareOfName = 0.6;
constexpr double kNameGap = 6;
constexpr Style kName{.face = Face::headline, .size = 8.6, .weight = 620, .width = 92, .overflow = Overflow::ellipsis};
constexpr Style kPlace{
    .face = Face::headline, .size = 8, .weight = 420, .width = 92, .colour = kQuietInk, .overflow = Overflow::ellipsis};

std::int64_t lines_on_page(Size page, const Margins& margins) {
    return std::max<std::int64_t>(1, static_cast<std::int64_t>((page.height - margins.top - margins.bottom) / kLine));
}

}  // namespace

std::int64_t NameColumns::names_on_page(Size page, const Margins& margins) {
    return kColumns * lines_on_page(page, margins);
}

double NameColumns::column_width() const {
    const double width = document_.size().width - margins_.left - margins_.right;
    return (width - kColumnGap * static_cast<double>(kColumns - 1)) / static_cast<double>(kColumns);
}

// Down the first column, then the next. The place stands behind the name, and gives way to it.
void NameColumns::add(const NameEntry& entry) {
    if (on_page_ == 0) {
        document_.begin_page();
        furniture_(document_);
        document_.begin(Tag::paragraph);
    }
    const auto lines = lines_on_page(document_.size(), margins_);
    const double width = column_width();
    const double x = margins_.left + static_cast<double>(on_page_ / lines) * (width + kColumnGap);
    const double y = margins_.top + static_cast<double>(on_page_ % lines) * kLine;
    const Words name = document_.words(entry.name, kName, entry.place.empty() ? width : width * kShareOfName);
    document_.draw(name, {x, y}, Tag::none);
    const double used = name.width() + kNameGap;
    if (!entry.place.empty())
        document_.draw(document_.words(entry.place, kPlace, width - used), {x + used, y + 0.6}, Tag::none);
    if (++on_page_ == names_on_page(document_.size(), margins_)) end();
}

void NameColumns::end() {
    if (on_page_ > 0) {
        document_.end(Tag::paragraph);
        document_.end_page();
    }
    on_page_ = 0;
}

}  // namespace documents
