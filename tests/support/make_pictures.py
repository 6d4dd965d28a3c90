#!/usr/bin/env python3
"""Writes pictures into a folder, good ones and hostile ones: make_pictures.py FOLDER. Needs the program vips.

The good ones are halves of red (left) and blue (right), 1200 x 800 where nothing else is said, so that a test sees
which way up they came out. What they carry besides pixels holds the word SECRETPLACE.
"""
import fcntl
import shutil
import struct
import subprocess
import sys
import zlib
from pathlib import Path

SECRET = b"SECRETPLACE"


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, rows: bytes, colour: int = 2, extra: bytes = b"") -> bytes:
    """colour: 2 for RGB, 6 for RGBA, 0 for grey; rows: each with its filter byte."""
    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + extra + chunk(b"IDAT", zlib.compress(rows, 6)) + chunk(b"IEND", b"")


def halves(width: int, height: int, left: bytes = b"\xd0\x10\x10", right: bytes = b"\x10\x10\xd0") -> bytes:
    return (b"\0" + left * (width // 2) + right * (width - width // 2)) * height


def exif(orientation: int) -> bytes:
    """A TIFF block: which way up, an artist, and where it was taken (GPS)."""
    artist = SECRET + b"\0"
    gps_at, artist_at = 50, 50 + 6 + 12 * 2
    entries = [struct.pack("<HHII", 0x0112, 3, 1, orientation),
               struct.pack("<HHII", 0x013B, 2, len(artist), artist_at),
               struct.pack("<HHII", 0x8825, 4, 1, gps_at)]
    first = struct.pack("<H", len(entries)) + b"".join(entries) + b"\0\0\0\0"
    gps = struct.pack("<H", 2) + struct.pack("<HHI4s", 1, 2, 2, b"N\0\0\0") + struct.pack("<HHI4s", 3, 2, 2, b"W\0\0\0") + b"\0\0\0\0"
    block = b"II*\0" + struct.pack("<I", 8) + first
    return (block.ljust(gps_at, b"\0") + gps).ljust(artist_at, b"\0") + artist


def with_exif_in_jpeg(jpeg: bytes, orientation: int) -> bytes:
    def segment(marker: int, data: bytes) -> bytes:
        return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data
    extra = segment(0xE1, b"Exif\0\0" + exif(orientation)) + segment(0xFE, SECRET)
    extra += segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + SECRET + b"</x:xmpmeta>")
    return jpeg[:2] + extra + jpeg[2:]


def image_data(webp: bytes) -> bytes:
    """The chunk of a WebP that holds the pixels."""
    place = webp.index(b"VP8 ")
    return webp[place:place + 8 + struct.unpack("<I", webp[place + 4:place + 8])[0]]


def with_exif_in_webp(webp: bytes, width: int, height: int) -> bytes:
    """An extended WebP (VP8X) with EXIF and XMP around the same image data."""
    def part(kind: bytes, data: bytes) -> bytes:
        return kind + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBP" + part(b"VP8X", b"\x0c\0\0\0" + size) + image_data(webp) + part(b"EXIF", exif(1)) + part(b"XMP ", SECRET)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def animated_webp(webp: bytes, width: int, height: int) -> bytes:
    """Two frames of the same still."""
    def part(kind: bytes, data: bytes) -> bytes:
        return kind + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    frame = part(b"ANMF", b"\0" * 6 + size + b"\x64\0\0\0" + image_data(webp))
    body = b"WEBP" + part(b"VP8X", b"\x02\0\0\0" + size) + part(b"ANIM", b"\0" * 6) + frame + frame
    return b"RIFF" + struct.pack("<I", len(body)) + body


def quarters(orientation: int) -> bytes:
    """240 x 160 when upright: red, blue; white, green. As a camera held in one of the eight ways stores it (Exif 2.32, 4.6.4)."""
    upright = [[b"\xd0\x10\x10", b"\x10\x10\xd0"], [b"\xff\xff\xff", b"\x10\xa0\x10"]]
    stored = {1: lambda r, c: (r, c), 2: lambda r, c: (r, 1 - c), 3: lambda r, c: (1 - r, 1 - c), 4: lambda r, c: (1 - r, c),
              5: lambda r, c: (c, r), 6: lambda r, c: (c, 1 - r), 7: lambda r, c: (1 - c, 1 - r), 8: lambda r, c: (1 - c, r)}
    width, height = (240, 160) if orientation < 5 else (160, 240)
    colour = lambda r, c: upright[stored[orientation](r, c)[0]][stored[orientation](r, c)[1]]
    rows = b"".join((b"\0" + colour(r, 0) * (width // 2) + colour(r, 1) * (width // 2)) * (height // 2) for r in (0, 1))
    return png(width, height, rows)


def with_profile(jpeg: bytes, png_with_profile: bytes) -> bytes:
    """The colour profile of a PNG (iCCP) in a JPEG (ICC.1:2022, B.4)."""
    place = png_with_profile.index(b"iCCP")
    data = png_with_profile[place + 4:place + 4 + struct.unpack(">I", png_with_profile[place - 4:place])[0]]
    profile = b"ICC_PROFILE\0\1\1" + zlib.decompress(data[data.index(b"\0") + 2:])
    return jpeg[:2] + b"\xff\xe2" + struct.pack(">H", len(profile) + 2) + profile + jpeg[2:]


def jpeg_that_claims(jpeg: bytes, width: int, height: int) -> bytes:
    """The size in the frame header (SOF0) exchanged for another."""
    place = jpeg.index(b"\xff\xc0")
    return jpeg[:place + 5] + struct.pack(">HH", height, width) + jpeg[place + 9:]


def vips(*arguments: object) -> None:
    subprocess.run(["vips", *map(str, arguments)], check=True, capture_output=True)


def write_good(folder: Path) -> None:
    carried = chunk(b"tEXt", b"Comment\0" + SECRET) + chunk(b"eXIf", exif(1))
    (folder / "poster.png").write_bytes(png(1200, 800, halves(1200, 800), extra=carried))
    (folder / "small.png").write_bytes(png(500, 300, halves(500, 300)))
    clear = b"\x10\x10\xd0\x00"
    (folder / "cutout.png").write_bytes(png(400, 200, halves(400, 200, b"\xd0\x10\x10\xff", clear), colour=6))
    (folder / "grey.png").write_bytes(png(400, 200, halves(400, 200, b"\x20", b"\xe0"), colour=0))
    for name in ("plain.jpg", "plain.webp", "phone.heic", "phone.avif"):
        vips("copy", folder / "poster.png", f"{folder / name}[strip]" if name.startswith("plain") else folder / name)
    vips("icc_transform", folder / "poster.png", folder / "wide.png", "p3", "--input-profile", "srgb")
    vips("colourspace", folder / "poster.png", folder / "print.tif", "cmyk")
    vips("copy", folder / "print.tif", folder / "print.jpg")
    jpeg, webp = (folder / "plain.jpg").read_bytes(), (folder / "plain.webp").read_bytes()
    (folder / "phone.jpg").write_bytes(with_exif_in_jpeg(jpeg, orientation=6))
    (folder / "phone.webp").write_bytes(with_exif_in_webp(webp, 1200, 800))
    for orientation in range(1, 9):
        (folder / "stored.png").write_bytes(quarters(orientation))
        vips("copy", folder / "stored.png", folder / "stored.jpg[strip,Q=95]")
        (folder / f"held_{orientation}.jpg").write_bytes(with_exif_in_jpeg((folder / "stored.jpg").read_bytes(), orientation))
    vips("copy", folder / "grey.png", folder / "grey.jpg[strip]")
    scan = with_profile((folder / "grey.jpg").read_bytes(), (folder / "wide.png").read_bytes())
    (folder / "grey_with_profile_of_colours.jpg").write_bytes(scan)
    (folder / "photo_with_page_behind.jpg").write_bytes(jpeg + b"<html><script>alert('" + SECRET + b"')</script>")
    archive = b"PK\x03\x04" + b"\0" * 26 + SECRET + b"PK\x05\x06" + b"\0" * 18
    (folder / "photo_with_archive_behind.png").write_bytes((folder / "poster.png").read_bytes() + archive)
    (folder / "really_a_jpeg.png").write_bytes(jpeg)


def write_hostile(folder: Path) -> None:
    jpeg = (folder / "plain.jpg").read_bytes()
    blank = png(20000, 20000, b"\0" * (1 + 20000) * 20000, colour=0)
    (folder / "bomb.png").write_bytes(blank)
    (folder / "giant.jpg").write_bytes(jpeg_that_claims(jpeg, 65500, 65500))
    (folder / "thread.png").write_bytes(png(40000, 1, b"\0" + b"\0" * 40000, colour=0))
    (folder / "animated.webp").write_bytes(animated_webp((folder / "plain.webp").read_bytes(), 1200, 800))
    for name in ("plain.jpg", "plain.webp", "poster.png", "phone.heic", "phone.avif"):
        whole = (folder / name).read_bytes()
        (folder / f"cut_{name}").write_bytes(whole[:len(whole) // 2])
        (folder / f"head_of_{name}").write_bytes(whole[:40])
    (folder / "film.avif").write_bytes((folder / "phone.avif").read_bytes()[:200].replace(b"ftypavif", b"ftypavis"))
    (folder / "drawing.svg").write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    (folder / "drawing_called.png").write_bytes(b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
    (folder / "page_called.jpg").write_bytes(b"<!doctype html><script>alert(1)</script>")
    (folder / "moving.gif").write_bytes(b"GIF89a\1\0\1\0\0\0\0;")
    (folder / "paper.pdf").write_bytes(b"%PDF-1.4\n")
    (folder / "archive.zip").write_bytes(b"PK\x03\x04" + b"\0" * 60)
    (folder / "picture_of_magick.mvg").write_bytes(b"push graphic-context\nfill 'url(https://127.0.0.1/x|ls)'\n")
    (folder / "nothing.jpg").write_bytes(b"")
    (folder / "riff_of_sound.webp").write_bytes(b"RIFF\x24\0\0\0WAVEfmt ")
    (folder / "film.heic").write_bytes(b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + b"\0" * 64)


def main() -> None:
    """Once for all tests, while the others wait: a folder that is there is whole, and newer than this script."""
    folder = Path(sys.argv[1])
    folder.parent.mkdir(parents=True, exist_ok=True)
    with open(folder.with_name(f"{folder.name}.turn"), "w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if folder.exists() and folder.stat().st_mtime > Path(__file__).stat().st_mtime:
            return
        unfinished = folder.with_name(f"{folder.name}.unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir()
        write_good(unfinished)
        write_hostile(unfinished)
        shutil.rmtree(folder, ignore_errors=True)
        unfinished.rename(folder)


if __name__ == "__main__":
    main()
