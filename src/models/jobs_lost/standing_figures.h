// models/jobs_lost/standing_figures.h - the figures of the model as they stand in one place: what ships with the
// program, and over it the official tables that were imported there.
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "models/jobs_lost/economy.h"

namespace jobs_lost {

// One state of the figures; never changes. Equal editions have equal figures.
struct StandingFigures {
    std::shared_ptr<const Economies> economies;
    std::string edition;
};

// As they stand now; safe from all threads. Empty: only those that ship are there.
using StandingFiguresNow = std::function<StandingFigures()>;

}  // namespace jobs_lost
