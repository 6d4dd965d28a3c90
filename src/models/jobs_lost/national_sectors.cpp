#include "models/jobs_lost/national_sectors.h"

#include <algorithm>

namespace jobs_lost {
namespace {

constexpr Weighted kFarming[] = {{"BS11A", 1.0}};
constexpr Weighted kMining[] = {{"BS210", 1.0}};
constexpr std::string_view kMiningJobs[] = {"Mining, quarrying, and oil and gas extraction"};
constexpr Weighted kManufacturing[] = {{"BS3A0", 1.0}};
constexpr std::string_view kManufacturingJobs[] = {"Manufacturing"};
constexpr Weighted kUtilities[] = {{"BS220", 1.0}};
constexpr std::string_view kUtilitiesJobs[] = {"Utilities"};
constexpr Weighted kMeasuredBuilding[] = {{"BS23A", 0.25}, {"BS23B", 0.25}, {"BS23C", 0.25}, {"BS23D", 0.25}};
constexpr Weighted kShownBuilding[] = {{"BS23D", 1.0}};
constexpr std::string_view kBuildingJobs[] = {"Construction"};
constexpr Weighted kRetail[] = {{"BS4A0", 1.0}};
constexpr std::string_view kTradeJobs[] = {"Trade"};
constexpr Weighted kWholesale[] = {{"BS410", 1.0}};
constexpr Weighted kHospitality[] = {{"BS720", 1.0}};
constexpr std::string_view kHospitalityJobs[] = {"Accommodation and food services"};
constexpr Weighted kTransport[] = {{"BS4B0", 1.0}};
constexpr std::string_view kTransportJobs[] = {"Transportation and warehousing"};
constexpr Weighted kInformation[] = {{"BS510", 1.0}};
constexpr std::string_view kInformationJobs[] = {"Information and cultural industries"};
constexpr Weighted kFinance[] = {{"BS5B0", 1.0}};
constexpr std::string_view kFinanceJobs[] = {"Finance and insurance"};
constexpr std::string_view kRealEstateJobs[] = {"Real estate and rental and leasing"};
constexpr Weighted kBusinessServices[] = {{"BS540", 0.5}, {"BS560", 0.5}};
constexpr std::string_view kBusinessServicesJobs[] = {
    "Professional, scientific and technical services",
    "Administrative and support, waste management and remediation services"};
constexpr Weighted kMeasuredAdministration[] = {{"GS911", 1.0 / 3.0}, {"GS912", 1.0 / 3.0}, {"GS913", 1.0 / 3.0}};
constexpr Weighted kShownAdministration[] = {{"GS913", 1.0}};
constexpr std::string_view kAdministrationJobs[] = {"Public administration"};
constexpr Weighted kMeasuredEducation[] = {{"GS610", 1.0}};
constexpr Weighted kShownEducation[] = {{"BS610", 1.0}};
constexpr std::string_view kEducationJobs[] = {"Educational services"};
constexpr Weighted kMeasuredHealth[] = {{"GS620", 0.5}, {"BS620", 0.5}};
constexpr Weighted kShownHealth[] = {{"BS620", 1.0}};
constexpr std::string_view kHealthJobs[] = {"Health care and social assistance"};
constexpr Weighted kOtherServices[] = {{"BS710", 0.5}, {"BS810", 0.5}};
constexpr std::string_view kOtherServicesJobs[] = {"Arts, entertainment and recreation",
                                                   "Other services (except public administration)"};
constexpr Weighted kHouseholds[] = {{"BS810", 1.0}};

constexpr NationalSector kSectors[] = {
    {"AtB", kFarming, kFarming, {}, Traded::between_provinces},
    {"C", kMining, kMining, kMiningJobs, Traded::between_provinces},
    {"15t16", kManufacturing, kManufacturing, kManufacturingJobs, Traded::between_provinces},
    {"17t18", kManufacturing, kManufacturing, kManufacturingJobs, Traded::between_provinces},
    {"19", kManufacturing, kManufacturing, kManufacturingJobs, Traded::between_provinces},
    {"20", kManufacturing, kManufacturing, kManufacturingJobs, Traded::between_provinces},
    {"21t22", kManufacturing, kManufacturing, kManufacturingJobs, Traded::between_provinces},
    {"23", kManufacturing, kManufacturing, kManufacturingJobs, Traded::between_provinces},
    {"24", kManufacturing, kManufacturing, kManufacturingJobs, Traded::between_provinces},
    {"25", kManufacturing, kManufacturing, kManufacturingJobs, Traded::between_provinces},
    {"26", kManufacturing, kManufacturing, kManufacturingJobs, Traded::between_provinces},
    {"27t28", kManufacturing, kManufacturing, kManufacturingJobs, Traded::between_provinces},
    {"29", kManufacturing, kManufacturing, kManufacturingJobs, Traded::between_provinces},
    {"30t33", kManufacturing, kManufacturing, kManufacturingJobs, Traded::between_provinces},
    {"34t35", kManufacturing, kManufacturing, kManufacturingJobs, Traded::between_provinces},
    {"36t37", kManufacturing, kManufacturing, kManufacturingJobs, Traded::between_provinces},
    {"E", kUtilities, kUtilities, kUtilitiesJobs, Traded::on_the_spot},
    {"F", kMeasuredBuilding, kShownBuilding, kBuildingJobs, Traded::on_the_spot},
    {"50", kRetail, kRetail, kTradeJobs, Traded::on_the_spot},
    {"51", kWholesale, kWholesale, kTradeJobs, Traded::between_provinces},
    {"52", kRetail, kRetail, kTradeJobs, Traded::on_the_spot},
    {"H", kHospitality, kHospitality, kHospitalityJobs, Traded::on_the_spot},
    {"60", kTransport, kTransport, kTransportJobs, Traded::between_provinces},
    {"61", kTransport, kTransport, kTransportJobs, Traded::between_provinces},
    {"62", kTransport, kTransport, kTransportJobs, Traded::between_provinces},
    {"63", kTransport, kTransport, kTransportJobs, Traded::between_provinces},
    {"64", kInformation, kInformation, kInformationJobs, Traded::between_provinces},
    {"J", kFinance, kFinance, kFinanceJobs, Traded::between_provinces},
    {"70", kFinance, kFinance, kRealEstateJobs, Traded::on_the_spot},
    {"71t74", kBusinessServices, kBusinessServices, kBusinessServicesJobs, Traded::between_provinces},
    {"L", kMeasuredAdministration, kShownAdministration, kAdministrationJobs, Traded::on_the_spot},
    {"M", kMeasuredEducation, kShownEducation, kEducationJobs, Traded::on_the_spot},
    {"N", kMeasuredHealth, kShownHealth, kHealthJobs, Traded::on_the_spot},
    {"O", kOtherServices, kOtherServices, kOtherServicesJobs, Traded::on_the_spot},
    {"P", kHouseholds, kHouseholds, {}, Traded::on_the_spot},
};

struct Inputs {
    std::string_view industry;
    std::span<const std::string_view> sectors;
};

constexpr std::string_view kInputsOfBS11A[] = {"AtB"};
constexpr std::string_view kInputsOfBS210[] = {"C"};
constexpr std::string_view kInputsOfBS220[] = {"E"};
constexpr std::string_view kInputsOfBS23A[] = {"F"};
constexpr std::string_view kInputsOfBS3A0[] = {"15t16", "17t18", "19",    "20", "21t22", "23",    "24",
                                               "25",    "26",    "27t28", "29", "30t33", "34t35", "36t37"};
constexpr std::string_view kInputsOfBS410[] = {"51"};
constexpr std::string_view kInputsOfBS4A0[] = {"52"};
constexpr std::string_view kInputsOfBS4B0[] = {"60", "61", "62", "63"};
constexpr std::string_view kInputsOfBS510[] = {"64"};
constexpr std::string_view kInputsOfBS5B0[] = {"J", "70"};
constexpr std::string_view kInputsOfBS540[] = {"71t74"};
constexpr std::string_view kInputsOfBS610[] = {"M"};
constexpr std::string_view kInputsOfBS620[] = {"N"};
constexpr std::string_view kInputsOfBS710[] = {"O"};
constexpr std::string_view kInputsOfBS720[] = {"H"};
constexpr std::string_view kInputsOfGS911[] = {"L"};

constexpr Inputs kInputs[] = {
    {"BS11A", kInputsOfBS11A}, {"BS113", kInputsOfBS11A}, {"BS114", kInputsOfBS11A}, {"BS115", kInputsOfBS11A},
    {"BS210", kInputsOfBS210}, {"BS220", kInputsOfBS220}, {"BS23A", kInputsOfBS23A}, {"BS23B", kInputsOfBS23A},
    {"BS23C", kInputsOfBS23A}, {"BS23D", kInputsOfBS23A}, {"BS23E", kInputsOfBS23A}, {"BS3A0", kInputsOfBS3A0},
    {"BS410", kInputsOfBS410}, {"BS4A0", kInputsOfBS4A0}, {"BS4B0", kInputsOfBS4B0}, {"BS510", kInputsOfBS510},
    {"BS5B0", kInputsOfBS5B0}, {"BS540", kInputsOfBS540}, {"BS560", kInputsOfBS540}, {"BS610", kInputsOfBS610},
    {"BS620", kInputsOfBS620}, {"BS710", kInputsOfBS710}, {"BS720", kInputsOfBS720}, {"BS810", kInputsOfBS710},
    {"GS610", kInputsOfBS610}, {"GS620", kInputsOfBS620}, {"GS911", kInputsOfGS911}, {"GS912", kInputsOfGS911},
    {"GS913", kInputsOfGS911}, {"GS914", kInputsOfGS911}, {"NP000", kInputsOfBS710},
};

}  // namespace

std::span<const NationalSector> national_sectors() { return kSectors; }

std::span<const std::string_view> sectors_of_industry(std::string_view industry) {
    const auto* found = std::ranges::find(kInputs, industry, &Inputs::industry);
    return found == std::end(kInputs) ? std::span<const std::string_view>{} : found->sectors;
}

}  // namespace jobs_lost
