// models/jobs_lost/jurisdiction.h - whose budget is cut: a province or territory with its municipalities, or Ottawa.
#pragma once
#include <array>
#include <optional>
#include <string_view>

#include "base/problem.h"

namespace jobs_lost {

enum class Jurisdiction : unsigned char { nl, pe, ns, nb, qc, on, mb, sk, ab, bc, yt, nt, nu, ca };

inline constexpr std::array kJurisdictions{Jurisdiction::nl, Jurisdiction::pe, Jurisdiction::ns, Jurisdiction::nb,
                                           Jurisdiction::qc, Jurisdiction::on, Jurisdiction::mb, Jurisdiction::sk,
                                           Jurisdiction::ab, Jurisdiction::bc, Jurisdiction::yt, Jurisdiction::nt,
                                           Jurisdiction::nu, Jurisdiction::ca};

// "ON"; "CA" is the federal government.
std::string_view code_of(Jurisdiction jurisdiction);
// By code, letters' case aside.
std::optional<Jurisdiction> jurisdiction_of(std::string_view code);
// "Ontario"; "Government of Canada" for the federal level.
base::Message name_of(Jurisdiction jurisdiction);

}  // namespace jobs_lost
