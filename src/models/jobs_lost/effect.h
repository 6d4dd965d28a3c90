// models/jobs_lost/effect.h - what spending brings about, in three rounds.
#pragma once

namespace jobs_lost {

// direct: in the service itself. indirect: among its suppliers and theirs. induced: where those people spend their pay.
struct Effect {
    double direct = 0.0, indirect = 0.0, induced = 0.0;

    double simple() const { return direct + indirect; }
    double total() const { return direct + indirect + induced; }

    Effect& operator+=(const Effect& other) {
        direct += other.direct;
        indirect += other.indirect;
        induced += other.induced;
        return *this;
    }
    friend Effect operator*(double factor, const Effect& effect) {
        return {factor * effect.direct, factor * effect.indirect, factor * effect.induced};
    }
    friend Effect operator+(Effect left, const Effect& right) { return left += right; }
};

}  // namespace jobs_lost
