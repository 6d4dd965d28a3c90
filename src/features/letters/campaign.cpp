#include "features/letters/campaign.h"

#include <algorithm>
#include <utility>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "base/day.h"
#include "base/text.h"

namespace letters {
namespace {

using base::Locale;
using base::message;

// Where a text of the content stands; number counts from 1 in lists.
using Place = std::function<Both&(Content&)>;
struct ContentPart {
    std::string name;
    base::Message label;
    int number;
    FieldKind kind;
    std::size_t limit;
    Needed needed;
    std::function<const Both&(const Content&)> read;
    Place write;
};

ContentPart single(std::string name, base::Message label, FieldKind kind, std::size_t limit, Needed needed,
                   Both Content::* member) {
    return {std::move(name),
            label,
            0,
            kind,
            limit,
            needed,
            [member](const Content& content) -> const Both& { return content.*member; },
            [member](Content& content) -> Both& { return content.*member; }};
}

void add_subjects(std::vector<ContentPart>& parts) {
    for (std::size_t i = 0; i < kSubjects; ++i)
        parts.push_back({fmt::format("subject_{}", i + 1), message("Subject line {number}"), static_cast<int>(i + 1),
                         FieldKind::line, 120, i == 0 ? Needed::yes : Needed::no,
                         [i](const Content& content) -> const Both& { return content.subjects[i]; },
                         [i](Content& content) -> Both& { return content.subjects[i]; }});
}

void add_blocks(std::vector<ContentPart>& parts) {
    for (std::size_t i = 0; i < kBlocks; ++i)
        parts.push_back({fmt::format("block_{}", i + 1), message("Text block {number}"), static_cast<int>(i + 1),
                         FieldKind::area, 700, Needed::no,
                         [i](const Content& content) -> const Both& { return content.blocks[i]; },
                         [i](Content& content) -> Both& { return content.blocks[i]; }});
}

std::vector<ContentPart> content_parts() {
    std::vector<ContentPart> parts;
    parts.push_back(single("title", message("Title"), FieldKind::line, 120, Needed::yes, &Content::title));
    parts.push_back(single("why", message("Why write"), FieldKind::area, 2'000, Needed::yes, &Content::why));
    add_subjects(parts);
    parts.push_back(
        single("opening", message("How the letter begins"), FieldKind::area, 700, Needed::yes, &Content::opening));
    add_blocks(parts);
    parts.push_back(
        single("closing", message("How the letter ends"), FieldKind::area, 500, Needed::yes, &Content::closing));
    parts.push_back(single("script", message("What to say on the telephone"), FieldKind::area, 1'200, Needed::no,
                           &Content::script));
    parts.push_back(single("tagline", message("Line near an election: who speaks, telephone, address"), FieldKind::line,
                           300, Needed::no, &Content::tagline));
    return parts;
}

ContentField field_of(const ContentPart& part, Locale locale) {
    return {.name = fmt::format("{}_{}", part.name, base::code(locale)),
            .label = part.label,
            .number = part.number,
            .kind = part.kind,
            .limit = part.limit,
            .locale = locale,
            .needed = part.needed,
            .read = [read = part.read, locale](const Content& content) -> const std::string& {
                return read(content).in(locale);
            },
            .write = [place = part.write, locale](Content& content,
                                                  std::string text) { place(content).in(locale) = std::move(text); }};
}

std::vector<ContentField> make_fields() {
    std::vector<ContentField> fields;
    for (const ContentPart& part : content_parts())
        for (const Locale locale : base::kLocales) fields.push_back(field_of(part, locale));
    return fields;
}

}  // namespace

const std::vector<ContentField>& content_fields() {
    static const std::vector<ContentField> kFields = make_fields();
    return kFields;
}

std::string to_json(const Content& content) {
    boost::json::object object;
    for (const ContentField& field : content_fields())
        if (const auto& text = field.read(content); !text.empty()) object[field.name] = text;
    return boost::json::serialize(object);
}

Content content_of(std::string_view json) {
    Content content;
    boost::system::error_code fault;
    const auto value = boost::json::parse(json, fault);
    if (fault || !value.is_object()) return content;
    for (const ContentField& field : content_fields())
        if (const auto* const found = value.get_object().if_contains(field.name); found && found->is_string())
            field.write(content, std::string{found->get_string()});
    return content;
}

base::Problems problems_of(const Content& content) {
    base::Problems problems;
    for (const ContentField& field : content_fields())
        if (base::count_characters(field.read(content)) > field.limit)
            problems.push_back({field.name, message("This is too long.")});
    return problems;
}

base::Problems unready(const Content& content) {
    base::Problems problems;
    const auto& fields = content_fields();
    for (std::size_t i = 0; i + 1 < fields.size(); i += 2) {  // English and French of one part are neighbours
        const bool has[] = {!fields[i].read(content).empty(), !fields[i + 1].read(content).empty()};
        for (std::size_t side = 0; side < 2; ++side) {
            if (has[side]) continue;
            if (has[1 - side])
                problems.push_back({fields[i + side].name, message("This text is missing in one language.")});
            else if (fields[i].needed == Needed::yes)
                problems.push_back({fields[i + side].name, message("This text is needed.")});
        }
    }
    return problems;
}

base::Message label_of(Stage stage) {
    switch (stage) {
        case Stage::draft:
            return message("Draft");
        case Stage::upcoming:
            return message("Opens later");
        case Stage::open:
            return message("Open");
        case Stage::paused:
            return message("Paused");
        case Stage::closed:
            return message("Closed");
    }
    return message("Draft");
}

Stage Campaign::stage(std::string_view today) const {
    if (!published_at) return Stage::draft;
    if (stopped_at || (!closes_on.empty() && closes_on < today)) return Stage::closed;
    if (!opens_on.empty() && opens_on > today) return Stage::upcoming;
    return paused_at ? Stage::paused : Stage::open;
}

const std::string& Campaign::title(base::Locale locale) const {
    const std::string& own = content.title.in(locale);
    if (!own.empty()) return own;
    const std::string& theirs = content.title.in(base::other(locale));
    return theirs.empty() ? slug : theirs;
}

base::Problems problems_of(const SettingsForm& form) {
    base::Problems problems;
    if (form.level.empty()) problems.push_back({"level", message("Please choose a level.")});
    const auto is_day = [](const std::string& text) { return text.empty() || base::day_of(text); };
    if (!is_day(form.opens_on)) problems.push_back({"opens_on", message("Please write the day as 2026-03-31.")});
    if (!is_day(form.closes_on)) problems.push_back({"closes_on", message("Please write the day as 2026-03-31.")});
    if (problems.empty() && !form.opens_on.empty() && !form.closes_on.empty() && form.closes_on < form.opens_on)
        problems.push_back({"closes_on", message("The last day lies before the first.")});
    return problems;
}

bool is_reserved_slug(std::string_view slug) {
    constexpr std::array<std::string_view, 6> kReserved{"own", "new", "editors", "editor", "newspapers", "replies"};
    return std::ranges::find(kReserved, slug) != kReserved.end();
}

}  // namespace letters
