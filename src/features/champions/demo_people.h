// features/champions/demo_people.h - the champions of the demo and the topics of their presentations, all of them
// invented.
#pragma once
#include <array>
#include <span>
#include <string_view>

#include "features/champions/champion.h"

namespace champions {

struct InventedTopic {
    std::string_view english, french;
};
std::span<const InventedTopic> invented_topics();

enum class Speaks : unsigned char { english, french, both };

struct Invented {
    std::string_view given, family, place, level;
    people::Province province;
    base::Locale locale;
    Speaks speaks;
    int radius;  // 0: online only
    State state;
    std::string_view about_en, about_fr;
    std::array<int, 2> topics;  // places in invented_topics()
    int evening;                // a weekday on which they have time from six to nine
};

std::span<const Invented> invented_champions();

}  // namespace champions
