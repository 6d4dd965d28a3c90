#!/usr/bin/env python3
"""Says which sources the compiler reads as one: unity_groups.py ROOT OUT

Most of a compilation goes into headers and templates that its neighbours have too, so about a dozen sources of one library
are compiled together. Two stay apart when one has a macro, a static function or a name in an unnamed namespace that the
other mentions: read as one, the name would be there twice or hide another. What opens a namespace to all stays alone.
OUT is a CMake file that gives sources their UNITY_GROUP.
"""
import re
import sys
import zlib
from pathlib import Path

TOGETHER = 12  # files
# A library is one of these folders with all below it, as in CMakeLists.txt; its tests are a program of their own.
LIBRARIES = ("src/base", "src/models/*", "src/platform/*", "src/people", "src/ports", "src/features/*", "src/app",
             "tests/support", "tests/contracts", "tests/scenarios", "tests/crash")
ALONE = re.compile(r"^\s*#\s*(?:define _|pragma)|^using namespace|\bHWY_|-inl\.h\"|^int main\(|^extern \"C\"", re.MULTILINE)
MACRO = re.compile(r"^\s*#\s*define (\w+)", re.MULTILINE)
NOT_CODE = re.compile(r'//(?! namespace$)[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'|^\s*#[^\n]*',
                      re.MULTILINE | re.DOTALL)
UNNAMED = re.compile(r"^namespace \{\n(.*?)^\}  // namespace$", re.MULTILINE | re.DOTALL)
# What stands at the left margin: types, aliases, functions and constants. Long types push names to a line of their own.
NAMED = re.compile(r"^(?:template.*\n)?(?:(?:struct|class|enum class|enum|union|concept|namespace) (\w+)|using (\w+) =|"
                   r"[\w:\[].*?[ &*>](\w+)(?:\(|\{|;| =|\[))|"
                   r"^[\w:].*[\w>&*]\n {4}(\w+)(?:\(|\{| =)|^ {4}(k[A-Z]\w*)(?:\(|\{| =)", re.MULTILINE)
BORROWED = re.compile(r"^using ([\w:]*::(\w+));", re.MULTILINE)
STATIC = re.compile(r"^static .*?[ &*](\w+)(?:\(|\{|;| =)", re.MULTILINE)
MENTIONED = re.compile(r"(?<![\w.:>])([A-Za-z_]\w+)|(?<=[^-]>)([A-Za-z_]\w+)")


class Source:
    def __init__(self, path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        self.path, self.alone = path, ALONE.search(text) is not None
        code = NOT_CODE.sub(blank, text)
        unnamed = "".join(UNNAMED.findall(code))
        self.borrowed = {name: whole for whole, name in BORROWED.findall(code)}  # by using-declarations
        self.own = {name for match in NAMED.finditer(unnamed) for name in match.groups() if name}
        self.own |= set(STATIC.findall(code)) | set(MACRO.findall(text))
        self.mentioned = {name for match in MENTIONED.finditer(code) for name in match.groups() if name} | self.own


def blank(match: re.Match) -> str:
    """Nothing, but for a raw string's lines, which may not join what stands around it."""
    return "\n" * match.group().count("\n")


def groups_of(sources: list[Source]) -> list[list[Source]]:
    """Each source begins to look for a place at one that its name gives it, so that a new file moves few others."""
    count = -(-len(sources) // TOGETHER)
    groups: list[list[Source]] = [[] for _ in range(count)]
    for source in sorted(sources, key=lambda source: (-len(source.own), source.path)):
        first = zlib.crc32(source.path.name.encode()) % count
        places = [groups[(first + step) % count] for step in range(count)] + groups[count:]
        place = next((group for group in places if len(group) < TOGETHER and fits(source, group)), None)
        if place is None:
            groups.append(place := [])
        place.append(source)
    return groups


def fits(source: Source, group: list[Source]) -> bool:
    return not any(disturbs(source, other) or disturbs(other, source) for other in group)


def disturbs(one: Source, other: Source) -> bool:
    """Whether a name that one file has for itself, or borrowed, means something else in the other."""
    return bool(one.own & other.mentioned) or any(
        name in other.mentioned and other.borrowed.get(name) != whole for name, whole in one.borrowed.items())


def main() -> None:
    root, out = Path(sys.argv[1]), Path(sys.argv[2])
    lines = []
    for library in sorted(folder for pattern in LIBRARIES for folder in root.glob(pattern) if folder.is_dir()):
        sources = [source for path in sorted(library.rglob("*.cpp")) if not (source := Source(path)).alone]
        for kind in (True, False):
            of_kind = [source for source in sources if source.path.stem.endswith("_test") == kind]
            if not of_kind:
                continue
            for number, group in enumerate(groups_of(of_kind)):
                lines += [f'set_source_files_properties("{source.path.relative_to(root)}" PROPERTIES UNITY_GROUP {number})\n'
                          for source in sorted(group, key=lambda source: source.path) if len(group) > 1]
    out.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
