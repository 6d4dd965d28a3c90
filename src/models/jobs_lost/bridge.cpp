#include "models/jobs_lost/bridge.h"

#include <algorithm>
#include <ranges>

namespace jobs_lost {
namespace {

// Education is GS610, health GS620. What provinces and municipalities both do is halved between GS912 and GS913; what
// one of them does is that one's. Services in kind for families and seniors are provided by businesses and non-profit
// organisations (BS620, NP000: their multipliers are close, so that the halves matter little; where a table at detail
// level has social assistance apart, families are served by that). Of what is spent on
// families, half is taken to be paid out as benefits. Medicines are counted with the health services that give them.
constexpr BridgeRow kRows[] = {
    {"7011",
     base::message("Legislatures, finance and outside affairs"),
     {{{"GS912", 0.5}, {"GS913", 0.5}}},
     0.0,
     0.0,
     "BS23B"},
    {"7012", base::message("Foreign economic aid"), {{{"GS912", 1.0}}}, 0.0, 0.0, "BS23B"},
    {"7013", base::message("General services"), {{{"GS912", 0.5}, {"GS913", 0.5}}}, 0.0, 0.0, "BS23B"},
    {"7014", base::message("Basic research"), {{{"GS912", 1.0}}}, 0.0, 0.0, "BS23B"},
    {"7017", base::message("Interest on public debt"), {{{"GS912", 1.0}}}, 0.0, 1.0, "BS23B"},
    {"7015 7016 7018",
     base::message("Other general public services"),
     {{{"GS912", 0.5}, {"GS913", 0.5}}},
     0.0,
     0.0,
     "BS23B"},
    {"7021", base::message("Military defence"), {{{"GS912", 1.0}}}, 0.0, 0.0, "BS23B"},
    {"7022", base::message("Civil defence"), {{{"GS912", 1.0}}}, 0.0, 0.0, "BS23B"},
    {"7023", base::message("Foreign military aid"), {{{"GS912", 1.0}}}, 0.0, 0.0, "BS23B"},
    {"7024 7025", base::message("Other defence"), {{{"GS912", 1.0}}}, 0.0, 0.0, "BS23B"},
    {"7031", base::message("Police services"), {{{"GS912", 0.5}, {"GS913", 0.5}}}, 0.0, 0.0, "BS23B"},
    {"7032", base::message("Fire protection services"), {{{"GS913", 1.0}}}, 0.0, 0.0, "BS23B"},
    {"7033", base::message("Law courts"), {{{"GS912", 1.0}}}, 0.0, 0.0, "BS23B"},
    {"7034", base::message("Prisons and probation"), {{{"GS912", 1.0}}}, 0.0, 0.0, "BS23B"},
    {"7035 7036",
     base::message("Other public order and safety"),
     {{{"GS912", 0.5}, {"GS913", 0.5}}},
     0.0,
     0.0,
     "BS23B"},
    {"7041", base::message("General economic, commercial and labour affairs"), {{{"GS912", 1.0}}}, 0.0, 0.0, "BS23B"},
    {"7042", base::message("Agriculture, forestry, fishing and hunting"), {{{"GS912", 1.0}}}, 0.0, 0.0, "BS23C"},
    {"7043", base::message("Fuel and energy"), {{{"GS912", 1.0}}}, 0.0, 0.0, "BS23C"},
    {"7044", base::message("Mining, manufacturing and construction affairs"), {{{"GS912", 1.0}}}, 0.0, 0.0, "BS23C"},
    {"7045", base::message("Transport affairs"), {{{"GS912", 0.5}, {"GS913", 0.5}}}, 0.0, 0.0, "BS23C"},
    {"7046 7047 7048 7049", base::message("Other economic affairs"), {{{"GS912", 1.0}}}, 0.0, 0.0, "BS23B"},
    {"7051", base::message("Waste management"), {{{"GS913", 1.0}}}, 0.0, 0.0, "BS23C"},
    {"7052", base::message("Waste water management"), {{{"GS913", 1.0}}}, 0.0, 0.0, "BS23C"},
    {"7053", base::message("Pollution abatement"), {{{"GS912", 1.0}}}, 0.0, 0.0, "BS23C"},
    {"7054", base::message("Protection of biodiversity and landscape"), {{{"GS912", 1.0}}}, 0.0, 0.0, "BS23C"},
    {"7055 7056",
     base::message("Other environmental protection"),
     {{{"GS912", 0.5}, {"GS913", 0.5}}},
     0.0,
     0.0,
     "BS23C"},
    {"7061 7062",
     base::message("Housing and community development"),
     {{{"GS912", 0.5}, {"GS913", 0.5}}},
     0.0,
     0.0,
     "BS23A"},
    {"7063", base::message("Water supply"), {{{"GS913", 1.0}}}, 0.0, 0.0, "BS23C"},
    {"7064", base::message("Street lighting"), {{{"GS913", 1.0}}}, 0.0, 0.0, "BS23C"},
    {"7065 7066",
     base::message("Other housing and community amenities"),
     {{{"GS912", 0.5}, {"GS913", 0.5}}},
     0.0,
     0.0,
     "BS23A"},
    {"7071", base::message("Medical products, appliances and equipment"), {{{"GS620", 1.0}}}, 0.0, 0.0, "BS23B"},
    {"7072", base::message("Outpatient services"), {{{"GS620", 1.0}}}, 0.0, 0.0, "BS23B"},
    {"7073", base::message("Hospital services"), {{{"GS620", 1.0}}}, 0.0, 0.0, "BS23B"},
    {"7074", base::message("Public health services"), {{{"GS620", 1.0}}}, 0.0, 0.0, "BS23B"},
    {"7075 7076", base::message("Other health affairs"), {{{"GS620", 1.0}}}, 0.0, 0.0, "BS23B"},
    {"7081", base::message("Recreational and sporting services"), {{{"GS913", 1.0}}}, 0.0, 0.0, "BS23B"},
    {"7082", base::message("Cultural services"), {{{"GS912", 0.5}, {"GS913", 0.5}}}, 0.0, 0.0, "BS23B"},
    {"7083", base::message("Broadcasting and publishing services"), {{{"GS912", 1.0}}}, 0.0, 0.0, "BS23B"},
    {"7084 7085 7086",
     base::message("Other recreation, culture and religion"),
     {{{"GS912", 0.5}, {"GS913", 0.5}}},
     0.0,
     0.0,
     "BS23B"},
    {"7092", base::message("Primary and secondary education"), {{{"GS610", 1.0}}}, 0.0, 0.0, "BS23B"},
    {"7093", base::message("College education"), {{{"GS610", 1.0}}}, 0.0, 0.0, "BS23B"},
    {"7094", base::message("University education"), {{{"GS610", 1.0}}}, 0.0, 0.0, "BS23B"},
    {"7095 7096 7097 7098", base::message("Other education"), {{{"GS610", 1.0}}}, 0.0, 0.0, "BS23B"},
    {"7101 7103", base::message("Sickness and disability"), {{{"GS912", 1.0}}}, 1.0, 0.0, "BS23B"},
    {"7102", base::message("Old age"), {{{"BS620", 0.5}, {"NP000", 0.5}}}, 0.0, 0.0, "BS23B"},
    {"7104",
     base::message("Family and children"),
     {{{"BS620", 0.5, "BS624"}, {"NP000", 0.5, "NP624"}}},
     0.5,
     0.0,
     "BS23B"},
    {"7105", base::message("Unemployment"), {{{"GS912", 1.0}}}, 1.0, 0.0, "BS23B"},
    {"7106", base::message("Social housing"), {{{"GS912", 0.5}, {"GS913", 0.5}}}, 0.0, 0.0, "BS23A"},
    {"7107", base::message("Social exclusion"), {{{"GS912", 1.0}}}, 1.0, 0.0, "BS23B"},
    {"7108 7109", base::message("Other social protection"), {{{"GS912", 1.0}}}, 0.0, 0.0, "BS23B"},
};

// Functions that stand for one part of a row, or for none.
struct OwnRow {
    std::string_view slug;
    BridgeRow row;
};
constexpr OwnRow kOwnRows[] = {
    {"child_care",
     {"7104",
      base::message("Family and children"),
      {{{"BS620", 0.5, "BS624"}, {"NP000", 0.5, "NP624"}}},
      0.0,
      0.0,
      "BS23B"}},
    {"child_benefits", {"", base::message("Family and children"), {{{"GS912", 1.0}}}, 1.0, 0.0, "BS23B"}},
    {"student_aid", {"", base::message("Other education"), {{{"GS912", 1.0}}}, 1.0, 0.0, "BS23B"}},
    {"capital_projects", {"", base::message("Transport affairs"), {{{"GS912", 0.5}, {"GS913", 0.5}}}, 0.0, 0.0, ""}},
};

// Of buildings and of roads and networks alike.
constexpr BridgeShare kAnyConstruction[] = {{"BS23B", 0.5}, {"BS23C", 0.5}};

struct WeightedRow {
    const BridgeRow* row;
    double weight;
};

// "709" holds "7092"; "7103" holds "7101 7103"; "7106" holds itself.
bool belongs_to(std::string_view row, std::string_view codes) {
    for (const auto part : std::views::split(codes, ' ')) {
        const std::string_view code{part.begin(), part.end()};
        for (const auto own : std::views::split(row, ' '))
            if (std::string_view{own.begin(), own.end()}.starts_with(code)) return true;
    }
    return false;
}

const BridgeRow* own_row_of(const GovernmentFunction& function) {
    const auto* found = std::ranges::find(kOwnRows, function.slug, &OwnRow::slug);
    return found == std::end(kOwnRows) ? nullptr : &found->row;
}

std::vector<WeightedRow> rows_of(const GovernmentFunction& function, const Economy& economy) {
    if (const BridgeRow* own = own_row_of(function)) return {{own, 1.0}};
    std::vector<WeightedRow> rows;
    double sum = 0.0;
    for (const BridgeRow& row : kRows) {
        if (!belongs_to(row.ccofog, function.ccofog)) continue;
        const auto spending = economy.spending_on(row.ccofog);
        rows.push_back({&row, spending ? std::max(0.0, spending->value) : 0.0});
        sum += rows.back().weight;
    }
    for (WeightedRow& row : rows) row.weight = sum > 0.0 ? row.weight / sum : 1.0 / static_cast<double>(rows.size());
    return rows;
}

void add(std::vector<Share>& shares, const BridgeShare& part) {
    if (part.industry.empty() || part.share <= 0.0) return;
    const auto found = std::ranges::find(shares, part.industry, &Share::industry);
    if (found == shares.end())
        shares.push_back({std::string{part.industry}, part.share});
    else
        found->share += part.share;
}

void add_construction(std::vector<Share>& shares, const WeightedRow& row) {
    if (!row.row->construction.empty()) return add(shares, {row.row->construction, row.weight});
    for (const auto& part : kAnyConstruction) add(shares, {part.industry, row.weight * part.share});
}

// Ottawa does by itself what provinces and municipalities do among them.
std::string_view provider_in(const Economy& economy, const BridgeShare& part) {
    if (!part.finer.empty() && economy.industry(part.finer)) return part.finer;
    const std::string_view industry = part.industry;
    const bool is_public_administration = industry == "GS912" || industry == "GS913";
    return economy.jurisdiction == Jurisdiction::ca && is_public_administration ? "GS911" : industry;
}

std::vector<Share> made_whole(std::vector<Share> shares) {
    double sum = 0.0;
    for (const Share& share : shares) sum += share.share;
    for (Share& share : shares) share.share /= sum;
    return shares;
}

}  // namespace

std::span<const BridgeRow> bridge_rows() { return kRows; }

SpendingMix mix_of(const GovernmentFunction& function, const Economy& economy) {
    SpendingMix mix;
    std::vector<Share> administration;
    for (const WeightedRow& weighted : rows_of(function, economy)) {
        const BridgeRow& row = *weighted.row;
        const double service = 1.0 - row.cash - row.interest;
        mix.cash += weighted.weight * row.cash;
        mix.interest += weighted.weight * row.interest;
        for (const BridgeShare& part : row.services) {
            const std::string_view provider = provider_in(economy, part);
            add(mix.services, {provider, weighted.weight * service * part.share});
            add(administration, {provider, weighted.weight * part.share});
        }
        add_construction(mix.construction, weighted);
    }
    mix.staff = made_whole(mix.services.empty() ? administration : mix.services);
    return mix;
}

}  // namespace jobs_lost
