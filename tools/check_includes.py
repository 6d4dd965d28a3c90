#!/usr/bin/env python3
"""Checks that files include what they use of the standard library and of fmt: check_includes.py [ROOT].

The heavy standard headers are compiled once for all (cmake/precompiled.h), and tests read several sources as one, so the
compiler would not notice where one of them is missing, and builds without either would fail. A file has what it includes, what the headers of ours
that it includes have, and what one standard header brings from another (BRINGS).
"""
import re
import sys
from functools import cache
from pathlib import Path

from cpp_text import TOKEN, cpp_files, includes

# Names of namespace std by the header that has them; ranges:: is left out, since <algorithm> and <ranges> share it.
HEADERS = {
    "algorithm": "sort stable_sort partial_sort nth_element find find_if find_if_not any_of all_of none_of count "
                 "count_if copy copy_n copy_if transform fill_n remove_if reverse rotate shuffle lower_bound "
                 "upper_bound equal_range unique binary_search max_element min_element minmax clamp is_sorted "
                 "set_intersection set_difference lexicographical_compare",
    "array": "array to_array",
    "atomic": "atomic atomic_bool atomic_ref atomic_flag",
    "charconv": "from_chars to_chars from_chars_result",
    "chrono": "chrono",
    "compare": "strong_ordering weak_ordering partial_ordering",
    "concepts": "same_as convertible_to derived_from integral floating_point invocable constructible_from",
    "condition_variable": "condition_variable condition_variable_any",
    "cstdint": "int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t intptr_t uintptr_t",
    "deque": "deque",
    "expected": "expected unexpected",
    "filesystem": "filesystem",
    "fstream": "ifstream ofstream fstream",
    "functional": "function bind_front plus minus greater less",
    "future": "future promise async packaged_task",
    "map": "map multimap",
    "memory": "unique_ptr shared_ptr weak_ptr make_unique make_shared enable_shared_from_this",
    "mutex": "mutex lock_guard scoped_lock unique_lock once_flag call_once timed_mutex",
    "optional": "optional nullopt",
    "ostream": "ostream",
    "random": "minstd_rand mt19937 mt19937_64 random_device uniform_int_distribution uniform_real_distribution",
    "ranges": "views",
    "set": "set multiset",
    "span": "span as_bytes",
    "sstream": "ostringstream istringstream stringstream",
    "stdexcept": "runtime_error logic_error invalid_argument out_of_range",
    "string": "string to_string stoi stod u16string u32string getline",
    "string_view": "string_view",
    "thread": "thread jthread this_thread",
    "tuple": "tuple tie make_tuple apply",
    "type_traits": "is_same_v decay_t remove_cvref_t conditional_t enable_if_t is_integral_v is_enum_v "
                   "underlying_type_t",
    "unordered_map": "unordered_map",
    "utility": "move pair exchange swap forward make_pair",
    "variant": "variant visit monostate holds_alternative",
    "vector": "vector",
}
HOMES = {name: header for header, names in HEADERS.items() for name in names.split()}
# What may be relied on because the standard, or every library in use, has it so.
BRINGS = {
    "algorithm": {"utility"}, "array": {"compare", "utility"}, "chrono": {"compare", "string"},
    "condition_variable": {"chrono", "mutex"}, "deque": {"utility"}, "expected": {"utility"},
    "filesystem": {"chrono", "string", "utility"}, "format": {"string", "string_view"},
    "fstream": {"ostream", "string"}, "functional": {"tuple", "utility"}, "future": {"memory", "mutex", "thread"},
    "iostream": {"ostream", "string"}, "iterator": {"utility"}, "map": {"compare", "utility"}, "memory": {"utility"},
    "mutex": {"utility"}, "numeric": {"utility"}, "optional": {"utility"}, "ostream": {"string"},
    "random": {"string"}, "ranges": {"optional", "span", "utility"}, "regex": {"algorithm", "string", "vector"},
    "set": {"utility"}, "shared_mutex": {"mutex"}, "span": {"array"}, "sstream": {"ostream", "string"},
    "stdexcept": {"string"}, "stop_token": {"atomic"}, "string": {"compare", "string_view", "utility"},
    "string_view": {"compare", "utility"}, "thread": {"chrono", "compare"}, "tuple": {"utility"},
    "unordered_map": {"utility"}, "utility": {"compare"}, "variant": {"utility"}, "vector": {"utility"},
}
USED = re.compile(r"(?<![\w:])std::(\w+)")
USED_OF_FMT = re.compile(r"(?<![\w:])fmt::\w+")


@cache
def brought_by(header: str) -> frozenset[str]:
    found = {header}
    for other in BRINGS.get(header, ()):
        found |= brought_by(other) if other not in found else set()
    return frozenset(found)


class Tree:
    """The files below ROOT, each read once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.reached: dict[Path, set[str]] = {}

    def find(self, path: str, beside: Path) -> Path | None:
        places = (self.root / "src" / path, self.root / path, beside.parent / path)
        return next((file for file in places if file.is_file()), None)

    def headers_of(self, file: Path) -> set[str]:
        """The standard headers that a file reaches, and others by their path."""
        if file not in self.reached:
            self.reached[file] = found = set()
            for include in includes(file.read_text(encoding="utf-8")):
                ours = self.find(include.path, file) if include.quoted else None
                found |= self.headers_of(ours) if ours else brought_by(include.path)
        return self.reached[file]

    def findings(self, file: Path) -> list[str]:
        reached = self.headers_of(file)
        code = TOKEN.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), file.read_text(encoding="utf-8"))
        found = {}
        for match in USED.finditer(code):
            header = HOMES.get(match[1])
            if header and header not in reached and header not in found:
                line = code.count("\n", 0, match.start()) + 1
                found[header] = f"{file.relative_to(self.root)}:{line}: std::{match[1]} wants <{header}>"
        used = USED_OF_FMT.search(code)
        if used and not any(header.startswith("fmt/") for header in reached):
            line = code.count("\n", 0, used.start()) + 1
            found["fmt"] = f"{file.relative_to(self.root)}:{line}: {used[0]} wants <fmt/format.h>"
        return list(found.values())


def findings(root: Path) -> list[str]:
    tree = Tree(root)
    return [finding for file in cpp_files(root, "src", "tests", "fuzz", "bench") for finding in tree.findings(file)]


def main() -> int:
    found = findings(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
    print("\n".join(found) if found else "every file includes what it uses")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
