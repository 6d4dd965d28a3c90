#include "models/jobs_lost/government_function.h"

#include <algorithm>

namespace jobs_lost {
namespace {

using Group = FunctionGroup;

struct KindWords {
    std::string_view slug;
    base::Message name, description;
};

// In the order of the enumeration.
constexpr KindWords kKindWords[] = {
    {"payroll", base::message("Staff positions"),
     base::message("People are let go; the service buys what it bought before.")},
    {"mixed", base::message("The service as it is"), base::message("Staff and purchases shrink together.")},
    {"purchases", base::message("Purchases"), base::message("Less is bought from businesses; the staff stay.")},
    {"capital", base::message("Building"), base::message("Less is built and renewed.")},
    {"transfers", base::message("Payments to people"), base::message("People receive less money.")},
};

const KindWords& words_of(Kind kind) { return kKindWords[static_cast<std::size_t>(kind)]; }

constexpr GovernmentFunction kFunctions[] = {
    {"all", Group::everything, base::message("All public services"),
     base::message("Everything that the provincial and local governments do, in the proportions of their spending, "
                   "without interest on the debt."),
     "7011 7012 7013 7014 7015 702 703 704 705 706 707 708 709 710", Kind::mixed},
    {"health", Group::health, base::message("Health care"),
     base::message("Hospitals, clinics, public health, medicines and devices."), "707", Kind::mixed},
    {"hospitals", Group::health, base::message("Hospitals"),
     base::message("Hospital care, with its staff, supplies and buildings in use."), "7073", Kind::mixed},
    {"clinics", Group::health, base::message("Clinics and doctors"),
     base::message("Care without a stay in hospital: doctors, clinics, laboratories."), "7072", Kind::mixed},
    {"public_health", Group::health, base::message("Public health"),
     base::message("Prevention, vaccination, inspection and the units that do it."), "7074", Kind::mixed},
    {"education", Group::education, base::message("Education"),
     base::message("Schools, colleges and universities together."), "709", Kind::mixed},
    {"schools", Group::education, base::message("Schools"),
     base::message("Primary and secondary schools, with kindergartens."), "7092", Kind::mixed},
    {"colleges", Group::education, base::message("Colleges"), base::message("Colleges, cégeps and trade schools."),
     "7093", Kind::mixed},
    {"universities", Group::education, base::message("Universities"),
     base::message("Universities, with their research."), "7094", Kind::mixed},
    {"student_aid", Group::education, base::message("Student aid"),
     base::message("Grants and bursaries that students live on."), "", Kind::transfers},
    {"home_care", Group::social, base::message("Home care and care of seniors"),
     base::message("Help at home, homes for seniors and what else is done for people in old age."), "7102",
     Kind::mixed},
    {"child_care", Group::social, base::message("Child care and family services"),
     base::message("Early learning and child care, protection of children, help for families."), "7104", Kind::mixed},
    {"child_benefits", Group::social, base::message("Child benefits"),
     base::message("Money paid to families with children."), "", Kind::transfers},
    {"social_assistance", Group::social, base::message("Social assistance"),
     base::message("Money paid to people who have too little to live on."), "7107", Kind::transfers},
    {"disability_support", Group::social, base::message("Disability support"),
     base::message("Money paid to people who are ill or live with a disability."), "7101 7103", Kind::transfers},
    {"employment_support", Group::social, base::message("Support of the unemployed"),
     base::message("Money paid to people who look for work."), "7105", Kind::transfers},
    {"social_housing", Group::social, base::message("Social housing"),
     base::message("Homes that people with low incomes can afford."), "7106", Kind::mixed},
    {"social_protection", Group::social, base::message("All social protection"),
     base::message("All services and payments for seniors, families, people with low incomes, illness or disability."),
     "710", Kind::mixed},
    {"food_water_safety", Group::community, base::message("Food and water safety"),
     base::message("Drinking water, pollution control and the inspections that keep food and water safe."), "7063 7053",
     Kind::mixed},
    {"environment", Group::community, base::message("Environment, waste and waste water"),
     base::message("Waste, waste water, protection of nature, pollution control."), "705", Kind::mixed},
    {"transit_roads", Group::community, base::message("Roads and public transit"),
     base::message("Running and maintaining roads, buses, trains and ferries."), "7045", Kind::mixed},
    {"housing_communities", Group::community, base::message("Community development"),
     base::message("Planning, water supply, street lights and development of neighbourhoods."), "706", Kind::mixed},
    {"culture_recreation", Group::community, base::message("Culture and recreation"),
     base::message("Libraries, museums, parks, arenas, public broadcasting."), "708", Kind::mixed},
    {"public_order", Group::government, base::message("Public order and safety"),
     base::message("Police, fire fighting, courts and prisons together."), "703", Kind::mixed},
    {"police", Group::government, base::message("Police"), base::message("Police services."), "7031", Kind::mixed},
    {"fire_protection", Group::government, base::message("Fire protection"),
     base::message("Fire fighters and fire prevention."), "7032", Kind::mixed},
    {"courts", Group::government, base::message("Courts"), base::message("Courts, legal aid and public prosecution."),
     "7033", Kind::mixed},
    {"prisons", Group::government, base::message("Prisons"), base::message("Jails and probation."), "7034",
     Kind::mixed},
    {"general_administration", Group::government, base::message("General administration"),
     base::message("Legislatures, ministries, tax offices and the services they share."), "7011 7013", Kind::mixed},
    {"economic_development", Group::government, base::message("Economic affairs"),
     base::message("Support of industries, farms, energy, transport and labour standards."), "704", Kind::mixed},
    {"debt_interest", Group::government, base::message("Interest on the debt"),
     base::message("What governments pay those who lent them money."), "7017", Kind::transfers},
    {"capital_projects", Group::building, base::message("Capital projects"),
     base::message("New buildings, roads, transit lines, pipes and their renewal."), "", Kind::capital},
};

}  // namespace

std::string_view slug_of(Kind kind) { return words_of(kind).slug; }

std::optional<Kind> kind_of(std::string_view slug) {
    for (const Kind kind : kKinds)
        if (slug_of(kind) == slug) return kind;
    return std::nullopt;
}

base::Message name_of(Kind kind) { return words_of(kind).name; }

base::Message description_of(Kind kind) { return words_of(kind).description; }

base::Message name_of(FunctionGroup group) {
    switch (group) {
        case FunctionGroup::everything:
            return base::message("Everything together");
        case FunctionGroup::health:
            return base::message("Health");
        case FunctionGroup::education:
            return base::message("Education");
        case FunctionGroup::social:
            return base::message("Social services and income support");
        case FunctionGroup::community:
            return base::message("Communities and culture");
        case FunctionGroup::government:
            return base::message("Government, safety and the economy");
        case FunctionGroup::building:
            return base::message("Building");
    }
    return base::message("Everything together");
}

std::span<const GovernmentFunction> government_functions() { return kFunctions; }

const GovernmentFunction* function_of(std::string_view slug) {
    const auto* found = std::ranges::find(kFunctions, slug, &GovernmentFunction::slug);
    return found == std::end(kFunctions) ? nullptr : found;
}

}  // namespace jobs_lost
