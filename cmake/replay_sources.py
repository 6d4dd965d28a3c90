#!/usr/bin/env python3
"""Writes the sources of the program that replays the seeds of all fuzz targets: replay_sources.py ROOT OUT

One program for each target would link the platform as often as there are targets. Here each target's function gets a name
of its own, LLVMFuzzerTestOneInput_X for fuzz/X_fuzz.cpp. OUT/replay_N.cpp have those targets that can be read as one
(unity_groups.py); OUT/replay_table.cpp knows all by name. What would not change is left as it is, and is not compiled again.
"""
import sys
from pathlib import Path

from unity_groups import Source, groups_of

ENTRY = "LLVMFuzzerTestOneInput"
TARGET = """\
#define {entry} {entry}_{subject}
#include "fuzz/{subject}_fuzz.cpp"
#undef {entry}
"""
TABLE = """\
#include "cmake/replay_main.h"

{declarations}
std::map<std::string, Target> targets() {{
    return {{
{rows}    }};
}}
"""
DECLARATION = 'extern "C" int {entry}_{subject}(const std::uint8_t* data, std::size_t size);\n'
ROW = '        {{"{subject}", {entry}_{subject}}},\n'


def for_each(template: str, subjects: list[str]) -> str:
    return "".join(template.format(entry=ENTRY, subject=subject) for subject in subjects)


def subject_of(source: Source) -> str:
    return source.path.stem.removesuffix("_fuzz")


def keep(path: Path, text: str) -> None:
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def main() -> None:
    root, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    sources = [Source(path) for path in sorted(root.glob("fuzz/*_fuzz.cpp"))]
    groups = [group for group in groups_of(sources) if group]
    for number, group in enumerate(groups):
        keep(out / f"replay_{number}.cpp", for_each(TARGET, [subject_of(source) for source in group]))
    subjects = [subject_of(source) for source in sources]
    keep(out / "replay_table.cpp",
         TABLE.format(declarations=for_each(DECLARATION, subjects), rows=for_each(ROW, subjects)))
    print(";".join([*(f"replay_{number}.cpp" for number in range(len(groups))), "replay_table.cpp"]), end="")


if __name__ == "__main__":
    main()
