"""Computes the contrast of the colours in style.css as in WCAG 2, light and dark: at least 7:1 for text, 3:1 for marks."""
import re
from report import fail, say

TEXT, GROUNDS = ["ink", "muted", "link", "firm", "changed-text", "differ"], ["paper", "tint", "mark"]
MARKS = ["rule", "link", "ink", "a", "b", "c", "d", "n", "one", "differ"]


def _luminance(colour):
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(d * 2 for d in digits)
    parts = [int(digits[i:i + 2], 16) / 255 for i in (0, 2, 4)]
    r, g, b = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def ratio(one, other):
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def check(site):
    css = (site.folder / "assets/style.css").read_text()
    blocks = re.findall(r"(@media[^{]*\{\s*)?:root\s*\{([^}]*)\}", css)
    tokens = {}
    for media, body in blocks:
        scheme = "dark" if "dark" in media else "light" if not media else None
        if scheme:
            tokens[scheme] = tokens.get("light", {}) | dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9a-fA-F]+)\s*;", body))
    # A token may be the colour of another one, in each scheme.
    aliases = dict(re.findall(r"--([a-z0-9-]+):\s*var\(--([a-z0-9-]+)\)\s*;", css))
    for colours in tokens.values():
        colours.update({name: colours[other] for name, other in aliases.items() if other in colours})
    if set(tokens) != {"light", "dark"}:
        return fail("contrast", f"{site.name}/assets/style.css", "there is no :root with colours for light and for dark")
    least = {}
    for scheme, colours in tokens.items():
        for names, need, kind in ((TEXT, 7, "text"), (MARKS, 3, "mark")):
            for name in names:
                for ground in GROUNDS:
                    # Marks appear only on paper and on tinted boxes.
                    if kind == "mark" and ground == "mark":
                        continue
                    found = ratio(colours[name], colours[ground])
                    least[scheme, kind] = min(found, least.get((scheme, kind), 99))
                    if found < need:
                        fail("contrast", f"{site.name}/assets/style.css ({scheme})",
                             f"--{name} on --{ground} is {found:.2f}:1, less than {need}:1")
    say("lowest contrast: " + ", ".join(f"{kind} in {scheme} {r:.1f}:1" for (scheme, kind), r in least.items()))
