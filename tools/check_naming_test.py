#!/usr/bin/env python3
"""A tree with badly named things must be refused, and the same things well named must pass."""
import subprocess
import tempfile
import unittest
from pathlib import Path

CHECKER = Path(__file__).with_name("check_naming.py")
WRONG = """
namespace BadNamespace {
constexpr int bad_constant = 1;
struct bad_type { int BadMember; };
enum class Colour { Red };
class Box {
public:
    int BadMethod() const;
private:
    int contents = 0;
};
int BadFunction(int badParameter) {
    const int badLocal = badParameter;
    return badLocal;
}
}  // namespace BadNamespace
"""
RIGHT = """
namespace good_namespace {
namespace other = good_namespace;
constexpr int kGoodConstant = 1;
using Number = int;
struct GoodType { int value; };
enum class Colour { red, delete_ };
class Box {
public:
    explicit Box(Number number);
    ~Box();
    int method() const;
    bool operator==(const Box&) const = default;
private:
    static constexpr int kMost = 3;
    int contents_ = 0;
    int (Box::*read_)() const;
};
int good_function(int good_parameter) {
    static constexpr int kFactor = 2;
    const auto [first, second] = pair_of(good_parameter);
    struct stat status{};
    return first * kFactor;
}
}  // namespace good_namespace
"""


def outcome_for(source: str, name: str = "things.cpp") -> subprocess.CompletedProcess:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "src/base", name)
        path.parent.mkdir(parents=True)
        path.write_text(source)
        return subprocess.run([CHECKER, folder], capture_output=True, text=True)


class Naming(unittest.TestCase):
    def test_bad_names_are_found(self) -> None:
        outcome = outcome_for(WRONG)
        self.assertEqual(outcome.returncode, 1)
        for name in ("BadNamespace", "bad_constant", "bad_type", "BadMember", "Red", "BadMethod", "contents", "BadFunction",
                     "badParameter", "badLocal"):
            self.assertIn(f" {name} is not", outcome.stdout)

    def test_good_names_pass(self) -> None:
        outcome = outcome_for(RIGHT)
        self.assertEqual((outcome.returncode, outcome.stdout), (0, "Names are in the house style.\n"))

    def test_headers_are_read_and_tests_are_not(self) -> None:
        self.assertEqual(outcome_for(WRONG, "things.h").returncode, 1)
        self.assertEqual(outcome_for(WRONG, "things_test.cpp").returncode, 0)


if __name__ == "__main__":
    unittest.main()
