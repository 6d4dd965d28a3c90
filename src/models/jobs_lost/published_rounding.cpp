#include "models/jobs_lost/published_rounding.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <Eigen/Dense>

namespace jobs_lost {
namespace {

using Vector = Eigen::Vector3d;  // direct, indirect, induced

constexpr double kTolerance = 1e-9;
constexpr double kExact = 1e-7;  // half the width of a figure that is not rounded

// normal . x <= bound
struct HalfSpace {
    Vector normal;
    double bound;
};

struct Band {
    std::optional<double> middle;
    double half_width;
};

class Body {
public:
    void add(const Vector& sum, const Band& band) {
        if (!band.middle) return;
        faces_.push_back({sum, *band.middle + band.half_width});
        faces_.push_back({-sum, -(*band.middle - band.half_width)});
    }

    // (ratio - half) d <= sum . x <= (ratio + half) d
    void add_ratio(const Vector& sum, const Band& ratio) {
        if (!ratio.middle) return;
        const Vector direct = Vector::UnitX();
        faces_.push_back({sum - (*ratio.middle + ratio.half_width) * direct, 0.0});
        faces_.push_back({(*ratio.middle - ratio.half_width) * direct - sum, 0.0});
    }

    void add_not_negative() {
        for (int axis = 0; axis < 3; ++axis) faces_.push_back({-Vector::Unit(axis), 0.0});
    }

    std::vector<Vector> corners() const {
        std::vector<Vector> found;
        for (std::size_t a = 0; a < faces_.size(); ++a)
            for (std::size_t b = a + 1; b < faces_.size(); ++b)
                for (std::size_t c = b + 1; c < faces_.size(); ++c)
                    if (const auto corner = meeting_point(faces_[a], faces_[b], faces_[c])) keep(*corner, found);
        return found;
    }

private:
    static std::optional<Vector> meeting_point(const HalfSpace& a, const HalfSpace& b, const HalfSpace& c) {
        Eigen::Matrix3d normals;
        normals << a.normal.transpose(), b.normal.transpose(), c.normal.transpose();
        if (std::abs(normals.determinant()) < kTolerance) return std::nullopt;
        return Vector{normals.inverse() * Vector{a.bound, b.bound, c.bound}};
    }

    // One corner may be the meeting point of many faces; it counts once.
    void keep(const Vector& point, std::vector<Vector>& found) const {
        const bool is_inside = std::ranges::all_of(
            faces_, [&](const HalfSpace& face) { return face.normal.dot(point) <= face.bound + kTolerance; });
        const bool is_new = std::ranges::none_of(
            found, [&](const Vector& other) { return (other - point).norm() < 10.0 * kTolerance; });
        if (is_inside && is_new) found.push_back(point);
    }

    std::vector<HalfSpace> faces_{};
};

Effect effect_of(const Vector& point) { return {point[0], point[1], point[2]}; }

bool find_all_three(const RoundedMultipliers& p) {
    const bool has_simple = p.simple || p.indirect || p.type1;
    const bool has_total = p.total || p.induced || p.type2;
    return p.direct && has_simple && has_total;
}

}  // namespace

std::optional<Unrounded> unrounded(const RoundedMultipliers& published, DirectIs direct_is) {
    if (!find_all_three(published)) return std::nullopt;
    const double half = 0.5 * std::pow(10.0, -published.decimals);
    const Vector simple{1.0, 1.0, 0.0};
    const Vector total{1.0, 1.0, 1.0};
    Body body;
    body.add_not_negative();
    body.add(Vector::UnitX(), {published.direct, direct_is == DirectIs::exact ? kExact : half});
    body.add(Vector::UnitY(), {published.indirect, half});
    body.add(Vector::UnitZ(), {published.induced, half});
    body.add(simple, {published.simple, half});
    body.add(total, {published.total, half});
    body.add_ratio(simple, {published.type1, half});
    body.add_ratio(total, {published.type2, half});

    const auto corners = body.corners();
    if (corners.empty()) return std::nullopt;
    Vector sum = Vector::Zero();
    Vector lowest = corners.front();
    Vector highest = corners.front();
    for (const Vector& corner : corners) {
        sum += corner;
        lowest = lowest.cwiseMin(corner);
        highest = highest.cwiseMax(corner);
    }
    return Unrounded{effect_of(sum / static_cast<double>(corners.size())), effect_of(lowest), effect_of(highest)};
}

}  // namespace jobs_lost
