#include "models/budget_fairness/budget/service_function.h"

#include <array>

namespace budget_fairness {
namespace {

constexpr std::array<SpendingFunction, kServices> kFunctions{{
    {Service::health, "health", "707", base::message("Health")},
    {Service::education, "education", "709", base::message("Education")},
    {Service::social, "social", "710", base::message("Social services")},
    {Service::housing, "housing", "706", base::message("Housing and community")},
    {Service::safety, "safety", "703", base::message("Public order and safety")},
    {Service::culture, "culture", "708", base::message("Recreation and culture")},
    {Service::environment, "environment", "705", base::message("Environment")},
    {Service::economy, "economy", "704", base::message("Economic affairs and transport")},
    {Service::general, "general", "701", base::message("General services and debt")},
}};

}  // namespace

std::span<const SpendingFunction> spending_functions() { return kFunctions; }

const SpendingFunction& function_of(Service service) { return kFunctions[static_cast<std::size_t>(service)]; }

std::optional<Service> service_of(std::string_view slug) {
    for (const SpendingFunction& function : kFunctions)
        if (function.slug == slug) return function.service;
    return std::nullopt;
}

}  // namespace budget_fairness
