// models/budget_fairness/budget/service_function.h - what public money is spent on, as the test tells it apart.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/problem.h"

namespace budget_fairness {

// The divisions of the Canadian Classification of Functions of Government (CCOFOG), defence left out.
enum class Service : std::uint8_t {
    health,
    education,
    social,
    housing,
    safety,
    culture,
    environment,
    economy,
    general,
};
inline constexpr std::size_t kServices = 9;

struct SpendingFunction {
    Service service;
    std::string_view slug;    // "health", in budget files and addresses
    std::string_view ccofog;  // "707"
    base::Message name;       // "Health"
};

// All of them, in the order of Service.
std::span<const SpendingFunction> spending_functions();
const SpendingFunction& function_of(Service service);
std::optional<Service> service_of(std::string_view slug);

}  // namespace budget_fairness
