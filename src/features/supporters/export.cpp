#include "features/supporters/export.h"

#include <algorithm>
#include <array>

#include "people/addresses.h"
#include "people/fields.h"
#include "people/store.h"
#include "people/tags.h"
#include "platform/i18n/translator.h"

namespace supporters {
namespace {

constexpr std::array<std::string_view, 17> kColumns{
    "id",    "email",    "other_emails", "given_name", "family_name",   "language", "country",         "postal_code",
    "place", "province", "level",        "riding",     "first_seen_at", "mail",     "mail_expires_at", "suppression",
    "tags"};

std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts) all += (all.empty() ? "" : ", ") + part;
    return all;
}

std::string time_text(base::Instant at) { return i18n::machine_time(at); }

std::string suppression_name(people::SuppressionReason reason) {
    switch (reason) {
        case people::SuppressionReason::none:
            return "";
        case people::SuppressionReason::unknown_address:
            return "unknown_address";
        case people::SuppressionReason::complaint:
            return "complaint";
        case people::SuppressionReason::refused:
            return "refused";
        case people::SuppressionReason::by_staff:
            break;
    }
    return "by_staff";
}

std::string mail_state(const std::optional<people::MailStanding>& standing) {
    if (!standing) return "never_asked";
    if (standing->allowed_until == people::kForEver) return "express";
    if (standing->allowed_until > base::Instant{}) return "implied";
    return "left";
}

class Exporter {
public:
    Exporter(db::Read& read, const store::Scope& scope)
        : read_(read), scope_(scope), tree_(people::levels(read)), fields_(people::fields(read)) {}

    std::string head() const {
        std::string line = "\xEF\xBB\xBF";
        for (const std::string_view column : kColumns) line.append(line.size() > 3 ? "," : "").append(column);
        for (const auto& field : fields_) line += ",field:" + field.slug;
        return line + "\r\n";
    }

    bool is_meant(const people::Person& person) const {
        return !scope_ || (person.level && std::ranges::find(*scope_, *person.level) != scope_->end());
    }

    std::string line(const people::Person& person) {
        std::string text;
        for (const std::string& cell : cells(person)) text += (text.empty() ? "" : ",") + csv_cell(cell);
        return text + "\r\n";
    }

private:
    std::vector<std::string> cells(const people::Person& p) {
        std::vector<std::string> others, tags;
        for (const auto& address : people::addresses_of(read_, p.id))
            if (address.address_hash != p.address_hash) others.push_back(address.email);
        for (const auto& tag : people::tags_of(read_, p.id)) tags.push_back(tag.name);
        const auto standing = people::find_standing(read_, p.id);
        const bool expires = standing && mail_state(standing) == "implied";
        const people::Level* level = p.level ? tree_.find(*p.level) : nullptr;
        std::vector<std::string> cells{std::to_string(p.id.value),
                                       p.email,
                                       joined(others),
                                       p.name.given,
                                       p.name.family,
                                       std::string{base::code(p.locale)},
                                       p.country,
                                       p.postal_code,
                                       p.place,
                                       p.province ? std::string{people::code(*p.province)} : "",
                                       level == nullptr ? "" : level->slug,
                                       p.riding ? std::to_string(*p.riding) : "",
                                       time_text(p.first_seen_at),
                                       mail_state(standing),
                                       expires ? time_text(standing->allowed_until) : "",
                                       suppression_name(standing ? standing->suppression : people::SuppressionReason{}),
                                       joined(tags)};
        const auto values = people::values_of(read_, p.id);
        for (const auto& field : fields_) {
            const auto found = std::ranges::find(values, field.id, &people::FieldValue::field);
            cells.push_back(found == values.end() ? "" : found->value);
        }
        return cells;
    }

    db::Read& read_;
    const store::Scope& scope_;
    people::LevelTree tree_;
    std::vector<people::Field> fields_;
};

}  // namespace

std::string csv_cell(std::string_view text) {
    const bool is_formula = !text.empty() && std::string_view{"=+-@\t\r\n"}.contains(text.front());
    const bool is_quoted = text.find_first_of(",\"\r\n") != std::string_view::npos;
    std::string cell;
    if (is_quoted) cell += '"';
    if (is_formula) cell += '\'';
    for (const char c : text) {
        if (c == '"') cell += '"';
        cell += c;
    }
    if (is_quoted) cell += '"';
    return cell;
}

void export_people(db::Read& read, const store::Scope& scope, const std::function<void(std::string_view)>& write) {
    Exporter exporter{read, scope};
    write(exporter.head());
    for (store::Walk walk;;) {
        const auto ids = store::walk(read, walk);
        std::string part;
        for (const people::PersonId id : ids)
            if (const auto person = people::find_person(read, id); person && exporter.is_meant(*person))
                part += exporter.line(*person);
        if (!part.empty()) write(part);
        if (std::ssize(ids) < walk.limit) return;
        walk.after = ids.back();
    }
}

}  // namespace supporters
