#include "features/partners/export.h"

#include <array>
#include <map>

#include "base/csv_cell.h"
#include "features/partners/store.h"
#include "people/store.h"
#include "platform/i18n/translator.h"

namespace partners {
namespace {

constexpr std::int64_t kRowsAtOnce = 1'000;

// One line of the file.
struct Passed {
    const people::Person& person;
    const store::Agreed& agreed;
    const Wording& wording;
    const std::string& petition;  // its name in addresses
};

struct Column {
    std::string_view name;
    std::string (*value)(const Passed&);
};
constexpr std::array kColumns{
    Column{"given_name", [](const Passed& p) { return p.person.name.given; }},
    Column{"family_name", [](const Passed& p) { return p.person.name.family; }},
    Column{"email", [](const Passed& p) { return p.person.email; }},
    Column{"country", [](const Passed& p) { return p.person.country; }},
    Column{"postal_code", [](const Passed& p) { return p.person.postal_code; }},
    Column{"place", [](const Passed& p) { return p.person.place; }},
    Column{"language", [](const Passed& p) { return std::string{base::code(p.agreed.locale)}; }},
    Column{"petition", [](const Passed& p) { return p.petition; }},
    Column{"agreed_to", [](const Passed& p) { return p.wording.line.in(p.agreed.locale); }},
    Column{"wording_version", [](const Passed& p) { return std::to_string(p.wording.version); }},
    Column{"on_behalf_of", [](const Passed& p) { return p.agreed.on_behalf_of; }},
    Column{"ticked_at", [](const Passed& p) { return i18n::machine_time(p.agreed.ticked_at); }},
    Column{"confirmed_at", [](const Passed& p) { return i18n::machine_time(p.agreed.confirmed_at); }},
    Column{"network", [](const Passed& p) { return p.agreed.network; }},
};

std::string head() {
    std::string line = "\xEF\xBB\xBF";
    for (const Column& column : kColumns) {
        if (&column != kColumns.data()) line += ',';
        line += column.name;
    }
    return line + "\r\n";
}

std::string line_of(const Passed& passed) {
    std::string line;
    for (const Column& column : kColumns) {
        if (&column != kColumns.data()) line += ',';
        line += base::csv_cell(column.value(passed));
    }
    return line + "\r\n";
}

// What many lines share, read once.
class Looked {
public:
    Looked(db::Read& read, const ports::PetitionReader& petitions) : read_(read), petitions_(petitions) {}

    const std::string& petition(ports::PetitionId id) {
        const auto [found, is_new] = slugs_.try_emplace(id);
        if (!is_new) return found->second;
        if (const auto facts = petitions_.find_by_id(read_, id, base::Locale::english)) found->second = facts->slug;
        return found->second;
    }
    const Wording* wording(PartnerWordingId id) {
        const auto [found, is_new] = wordings_.try_emplace(id);
        if (is_new) found->second = store::find_wording(read_, id);
        return found->second ? &found->second->wording : nullptr;
    }

private:
    db::Read& read_;
    const ports::PetitionReader& petitions_;
    std::map<ports::PetitionId, std::string> slugs_;
    std::map<PartnerWordingId, std::optional<store::OfPartner>> wordings_;
};

}  // namespace

void export_people(db::Read& read, const Partner& partner, const ports::PetitionReader& petitions,
                   const http::PartWriter& write) {
    write(head());
    Looked looked{read, petitions};
    ConsentRowId last{0};
    while (true) {
        const auto page = store::standing(read, {partner.id, last, kRowsAtOnce});
        for (const store::Agreed& agreed : page) {
            const auto person = people::find_person(read, agreed.person);
            const Wording* const wording = looked.wording(agreed.wording);
            if (!person || person->erased_at || wording == nullptr) continue;
            write(line_of({*person, agreed, *wording, looked.petition(agreed.petition)}));
        }
        if (std::ssize(page) < kRowsAtOnce) return;
        last = page.back().id;
    }
}

}  // namespace partners
