// JSON in the shape of Open North's Represent: pages of representatives, boundaries and boundary sets, and the answer
// about a postal code. It is read as it really comes: fields that are missing, null, or of another type are taken for
// empty; external_id may be missing, or a number; extra is an object or a list; nothing depends on how a dash is
// written. A list that somebody took out of its page is read as well.
#include <algorithm>
#include <array>
#include <map>

#include <boost/json.hpp>

#include "base/email_address.h"
#include "base/text.h"
#include "models/ridings/provider.h"

namespace ridings {
namespace {

namespace json = boost::json;

// The text under this name; empty for whatever is no text.
std::string text(const json::object& object, std::string_view name) {
    const auto* const value = object.if_contains(name);
    return value != nullptr && value->is_string() ? base::tidy_lines(value->get_string()) : std::string{};
}

std::string line(const json::object& object, std::string_view name) {
    return base::collapse_spaces(text(object, name));
}

// A text, or a whole number as one.
std::string text_or_number(const json::object& object, std::string_view name) {
    const auto* const value = object.if_contains(name);
    if (value != nullptr && value->is_int64()) return std::to_string(value->get_int64());
    return line(object, name);
}

const json::object& child(const json::object& object, std::string_view name) {
    static const json::object kNone;
    const auto* const value = object.if_contains(name);
    return value != nullptr && value->is_object() ? value->get_object() : kNone;
}

const json::array& list(const json::object& object, std::string_view name) {
    static const json::array kNone;
    const auto* const value = object.if_contains(name);
    return value != nullptr && value->is_array() ? value->get_array() : kNone;
}

// "/boundary-sets/federal-electoral-districts/" -> "federal-electoral-districts"; "/boundaries/SET/35061/" has two.
std::vector<std::string> segments(std::string_view path) {
    std::vector<std::string> parts;
    std::string part;
    for (const char c : path) {
        if (c != '/') {
            part += c;
            continue;
        }
        if (!part.empty()) parts.push_back(std::move(part));
        part.clear();
    }
    if (!part.empty()) parts.push_back(std::move(part));
    return parts;
}

std::string last_segment(std::string_view path) {
    const auto parts = segments(path);
    return parts.empty() ? std::string{} : parts.back();
}

// What "/boundaries/SET/CODE/" names, wherever it stands in an address.
RidingName riding_named(std::string_view boundary_url) {
    const auto parts = segments(boundary_url);
    const auto at = std::ranges::find(parts, "boundaries");
    if (parts.end() - at < 3) return {};
    return {*(at + 1), *(at + 2), {}};
}

struct Title {
    std::string_view title;  // in small letters
    std::string_view office;
};
constexpr std::array kTitles{
    Title{"mp", "mp"},
    Title{"député", "mp"},
    Title{"senator", "senator"},
    Title{"sénateur", "senator"},
    Title{"mpp", "provincial"},
    Title{"mla", "provincial"},
    Title{"mna", "provincial"},
    Title{"mha", "provincial"},
    Title{"mayor", "mayor"},
    Title{"maire", "mayor"},
    Title{"mairesse", "mayor"},
    Title{"reeve", "mayor"},
    Title{"councillor", "councillor"},
    Title{"conseiller", "councillor"},
    Title{"conseillère", "councillor"},
    Title{"councillor at large", "councillor"},
    Title{"alderman", "councillor"},
    Title{"deputy mayor", "councillor"},
    Title{"regional councillor", "councillor"},
    Title{"city councillor", "councillor"},
    Title{"trustee", "trustee"},
};

std::string office_of(std::string_view elected_office) {
    const auto found = std::ranges::find(kTitles, base::lower_ascii(elected_office), &Title::title);
    return std::string{found == kTitles.end() ? "other" : found->office};
}

std::vector<AddressRow> addresses_of(const json::object& object) {
    std::vector<AddressRow> addresses;
    for (const auto& each : list(object, "offices")) {
        if (!each.is_object()) continue;
        const auto& office = each.get_object();
        AddressRow address{line(office, "type"), line(office, "tel"), line(office, "fax"), text(office, "postal")};
        if (!address.telephone.empty() || !address.fax.empty() || !address.postal.empty())
            addresses.push_back(std::move(address));
    }
    return addresses;
}

void read_representative(Reading& reading, const json::object& object, std::uint64_t number) {
    const RidingName riding = riding_named(text(child(object, "related"), "boundary_url"));
    RepresentativeRow row{.line = number,
                          .office = office_of(line(object, "elected_office")),
                          .code = riding.code,
                          .place = line(object, "district_name"),
                          .boundary_set = riding.boundary_set,
                          .name = line(object, "name"),
                          .party = line(object, "party_name"),
                          .website = line(object, "url"),
                          .email = line(object, "email"),
                          .addresses = addresses_of(object),
                          .source = line(object, "source_url")};
    if (row.name.empty())
        row.name = base::collapse_spaces(line(object, "first_name") + " " + line(object, "last_name"));
    if (!base::EmailAddress::parse(row.email)) row.email.clear();
    if (!row.website.starts_with("https://") && !row.website.starts_with("http://")) row.website.clear();
    if (says_vacant(row.name)) row.name.clear();
    if (row.place.empty() && row.code.empty() && row.office != "senator")
        add_trouble(reading, {number, row.name, base::message("The riding, ward or town is missing.")});
    reading.representatives.push_back(std::move(row));
}

// The document as an object; nullopt, and a trouble, where it is none.
std::optional<json::object> document(Reading& reading, std::string_view bytes) {
    if (bytes.size() > kLongestJson) {
        add_trouble(reading, {1, "", base::message("The file is too large: at most 16 megabytes of JSON.")});
        return std::nullopt;
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    boost::system::error_code fault;
    json::value value = json::parse(bytes, fault);
    if (!fault && value.is_array()) return json::object{{"objects", std::move(value)}};
    if (fault || !value.is_object()) {
        add_trouble(reading, {1, fault ? fault.message() : "", base::message("This is no sound JSON.")});
        return std::nullopt;
    }
    return std::move(value.get_object());
}

// Shows every object of the page, numbered from 1, and notes how long the whole list is.
template <class Visit>
void each_object(Reading& reading, std::string_view bytes, Visit&& visit) {
    const auto page = document(reading, bytes);
    if (!page) return;
    const auto& objects = list(*page, "objects");
    if (const auto* const total = child(*page, "meta").if_contains("total_count"); total && total->is_int64())
        if (total->get_int64() > static_cast<std::int64_t>(objects.size())) reading.of_total = total->get_int64();
    std::uint64_t number = 0;
    for (const auto& each : objects) {
        ++number;
        if (each.is_object())
            visit(each.get_object(), number);
        else
            add_trouble(reading, {number, "", base::message("This is no object.")});
        if (number > kMostRepresentatives) {
            add_trouble(reading, {number, "", base::message("The file has too many rows.")});
            return;
        }
    }
    if (number == 0) add_trouble(reading, {1, "", base::message("There is nothing in this list.")});
}

bool is_json(std::string_view bytes) {
    const auto first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return first != std::string_view::npos && (bytes[first] == '{' || bytes[first] == '[') &&
           !bytes.contains("\"features\"");
}

bool is_postal_code_answer(std::string_view bytes) {
    return bytes.contains("\"boundaries_centroid\"") || bytes.contains("\"boundaries_concordance\"");
}

class RepresentOffices final : public Provider {
public:
    std::string_view key() const override { return "represent_representatives"; }
    base::Message label() const override { return base::message("Representatives (Represent)"); }
    Content content() const override { return Content::representatives; }
    bool recognises(std::string_view bytes) const override {
        return is_json(bytes) && bytes.contains("\"elected_office\"") && !is_postal_code_answer(bytes);
    }
    Reading read(std::string_view bytes) const override {
        Reading reading;
        each_object(reading, bytes, [&](const json::object& object, std::uint64_t number) {
            read_representative(reading, object, number);
        });
        return reading;
    }
};

RidingRow riding_row(const json::object& object, std::uint64_t number) {
    const RidingName from_url = riding_named(text(object, "url"));
    std::string set = last_segment(text(child(object, "related"), "boundary_set_url"));
    std::string code = text_or_number(object, "external_id");
    return {.line = number,
            .code = code.empty() ? from_url.code : std::move(code),
            .province = "",
            .name_en = line(object, "name"),
            .name_fr = line(object, "name"),
            .boundary_set = set.empty() ? from_url.boundary_set : std::move(set)};
}

class RepresentRidings final : public Provider {
public:
    std::string_view key() const override { return "represent_boundaries"; }
    base::Message label() const override { return base::message("Ridings (Represent)"); }
    Content content() const override { return Content::ridings; }
    bool recognises(std::string_view bytes) const override {
        return is_json(bytes) && bytes.contains("\"boundary_set_name\"") && !bytes.contains("\"elected_office\"") &&
               !is_postal_code_answer(bytes);
    }
    Reading read(std::string_view bytes) const override {
        Reading reading;
        each_object(reading, bytes, [&](const json::object& object, std::uint64_t number) {
            RidingRow row = riding_row(object, number);
            if (row.code.empty()) add_trouble(reading, {number, row.name_en, base::message("The code is missing.")});
            if (row.name_en.empty()) add_trouble(reading, {number, row.code, base::message("The name is missing.")});
            reading.ridings.push_back(std::move(row));
        });
        return reading;
    }
};

class RepresentSets final : public Provider {
public:
    std::string_view key() const override { return "represent_boundary_sets"; }
    base::Message label() const override { return base::message("Sets of ridings (Represent)"); }
    Content content() const override { return Content::sets; }
    bool recognises(std::string_view bytes) const override {
        return is_json(bytes) && bytes.contains("boundary-sets/") && !bytes.contains("\"boundary_set_name\"") &&
               !bytes.contains("\"elected_office\"") && !is_postal_code_answer(bytes);
    }
    Reading read(std::string_view bytes) const override {
        Reading reading;
        each_object(reading, bytes, [&](const json::object& object, std::uint64_t number) {
            SetRow row{number, last_segment(text(object, "url")), line(object, "name"), line(object, "domain")};
            if (row.boundary_set.empty() || row.name.empty())
                add_trouble(reading,
                            {number, row.name, base::message("The address or the name of the set is missing.")});
            reading.sets.push_back(std::move(row));
        });
        return reading;
    }
};

// The answer about one postal code.
class PostalCodeAnswer final : public Provider {
public:
    std::string_view key() const override { return "represent_postal_code"; }
    base::Message label() const override { return base::message("A postal code and its ridings (Represent)"); }
    Content content() const override { return Content::postal_codes; }
    bool recognises(std::string_view bytes) const override { return is_json(bytes) && is_postal_code_answer(bytes); }
    Reading read(std::string_view bytes) const override {
        Reading reading;
        const auto answer = document(reading, bytes);
        if (!answer) return reading;
        const auto code = pack(line(*answer, "code"));
        if (!code) {
            add_trouble(reading, {1, line(*answer, "code"), base::message("This is no Canadian postal code.")});
            return reading;
        }
        read_ridings(reading, *answer, *code);
        read_centre(reading, *answer, *code);
        if (reading.memberships.empty() && reading.points.empty())
            add_trouble(reading,
                        {1, line(*answer, "code"), base::message("There is neither a riding nor a position.")});
        return reading;
    }

private:
    // Of each set what the concordance says; where it says nothing, what holds the middle.
    static void read_ridings(Reading& reading, const json::object& answer, PackedCode code) {
        std::map<std::string, std::vector<RidingName>> said;
        for (const std::string_view part : {"boundaries_concordance", "boundaries_centroid"}) {
            std::map<std::string, std::vector<RidingName>> of_part;
            for (const auto& each : list(answer, part)) {
                if (!each.is_object()) continue;
                const RidingRow row = riding_row(each.get_object(), 1);
                if (row.code.empty() || row.boundary_set.empty()) {
                    add_trouble(reading, {1, row.name_en, base::message("The code is missing.")});
                    continue;
                }
                of_part[row.boundary_set].push_back({row.boundary_set, row.code, row.name_en});
            }
            said.merge(of_part);
        }
        for (auto& [set, names] : said)
            for (RidingName& each : names) {
                reading.memberships.push_back({1, code, static_cast<std::uint32_t>(reading.riding_names.size())});
                reading.riding_names.push_back(std::move(each));
            }
    }

    static void read_centre(Reading& reading, const json::object& answer, PackedCode code) {
        const auto& position = list(child(answer, "centroid"), "coordinates");
        if (position.size() < 2 || !position[0].is_number() || !position[1].is_number()) return;
        const auto point = point_of({position[0].to_number<double>(), position[1].to_number<double>()});
        if (point)
            reading.points.push_back({1, code, *point});
        else
            add_trouble(reading, {1, json::serialize(position), point.error()});
    }
};

}  // namespace

const Provider& represent_representatives() {
    static const RepresentOffices provider;
    return provider;
}
const Provider& represent_boundaries() {
    static const RepresentRidings provider;
    return provider;
}
const Provider& represent_boundary_sets() {
    static const RepresentSets provider;
    return provider;
}
const Provider& represent_postal_code() {
    static const PostalCodeAnswer provider;
    return provider;
}

}  // namespace ridings
