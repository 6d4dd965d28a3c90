"""Reads C++ source text for the checkers: its includes and its string literals, comments left aside."""
import re
from pathlib import Path
from typing import Iterator, NamedTuple

TOKEN = re.compile(
    r'(?P<comment>//[^\n]*|/\*.*?\*/)'
    r'|(?P<raw>\b(?:u8|u|U|L)?R"(?P<mark>[^()\\\s]{0,16})\((?P<raw_text>.*?)\)(?P=mark)")'
    r'|(?P<string>(?:\b(?:u8|u|U|L))?"(?P<text>(?:[^"\\\n]|\\.)*)")'
    r"|(?P<number>\b\d[\w']*)"
    r"|(?P<character>'(?:[^'\\\n]|\\.)+')", re.DOTALL)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?P<path>[<"][^>"\n]+[>"])', re.MULTILINE)


class Literal(NamedTuple):
    line: int  # from 1
    text: str  # literals that stand side by side are one


class Include(NamedTuple):
    line: int
    path: str     # without its brackets
    quoted: bool  # "path" rather than <path>


def line_of(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def without_comments(text: str) -> str:
    """The same text with comments blanked, so that positions and lines stay."""
    return TOKEN.sub(lambda m: re.sub(r"[^\n]", " ", m.group()) if m.group("comment") else m.group(), text)


def includes(text: str) -> Iterator[Include]:
    clean = without_comments(text)
    for match in INCLUDE.finditer(clean):
        path = match["path"]
        yield Include(line_of(clean, match.start("path")), path[1:-1], path[0] == '"')


def literals(text: str) -> Iterator[Literal]:
    """String literals outside #include lines; neighbours with only white space between them come as one."""
    clean = INCLUDE.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), without_comments(text))
    start, parts, end = 0, [], 0
    for match in TOKEN.finditer(clean):
        if not (match["raw"] or match["string"]):
            continue
        value = match["raw_text"] if match["raw"] else re.sub(r"\\(.)", unescaped, match["text"], flags=re.DOTALL)
        if parts and clean[end:match.start()].strip():
            yield Literal(line_of(clean, start), "".join(parts))
            parts = []
        if not parts:
            start = match.start()
        parts.append(value)
        end = match.end()
    if parts:
        yield Literal(line_of(clean, start), "".join(parts))


def unescaped(match: re.Match) -> str:
    return {"n": "\n", "t": "\t"}.get(match[1], match[1])


def cpp_files(root: Path, *folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (root / folder).rglob("*") if path.suffix in (".cpp", ".h"))
