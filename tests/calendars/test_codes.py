"""The QR codes of the subscription pages, read back by a decoder that is not ours."""
import re
import struct
import subprocess
import unittest
import zlib

from tests.support.dom import plain
from tests.support.portal import built, new_folder

PIXELS = 6  # of a module


def png(rows):
    """A greyscale image; `rows` of 0 and 255."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    head = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 0, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"".join(b"\0" + bytes(row) for row in rows)))
            + chunk(b"IEND", b""))


def pixels(svg):
    """What a browser draws of the code: its lines one unit thick, on white, in the box that the SVG has."""
    left, top, width, height = map(int, svg.get("viewbox").split())
    modules = [[255] * width for _ in range(height)]
    path = svg.find_all("path")[1].get("d")
    x = y = 0
    for command, first, second in re.findall(r"([Mmh])(-?\d+)(?: (\d+)(?:\.5)?)?", path):
        if command == "M":
            x, y = int(first), int(second)
        elif command == "m":
            x += int(first)
        else:
            for column in range(x, x + int(first)):
                modules[y - top][column - left] = 0
            x += int(first)
    return [[value for value in row for _ in range(PIXELS)] for row in modules for _ in range(PIXELS)]


class Codes(unittest.TestCase):
    def test_each_code_says_the_address_beside_it(self):
        folder, wanted = new_folder("codes"), {}
        for tree in built().trees():
            for path in sorted(tree.folder.rglob("*.html")):
                if 'class="qr"' not in path.read_text(encoding="utf-8"):
                    continue
                page = tree.page(str(path.relative_to(tree.folder)))
                for item in page.find_all("li", "details", where=lambda it: it.find_all("svg", class_="qr") and not it.find_all("ul")):
                    image = folder / f"{len(wanted):03}.png"
                    code = item.find("svg", class_="qr")
                    if item.tag == "li":
                        self.assertIn(item.find("h3").text, plain(code.get("aria-label")))
                    image.write_bytes(png(pixels(code)))
                    wanted[image] = item.find("code", class_="copy").text
        self.assertGreater(len(wanted), 50)
        done = subprocess.run(["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", *wanted], capture_output=True, text=True, timeout=300)
        self.assertEqual(done.stdout.splitlines(), list(wanted.values()), done.stderr)


if __name__ == "__main__":
    unittest.main()
