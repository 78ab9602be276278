"""The page that shows the app: the terminal of textual-serve, with its own fonts and no word to any other machine."""

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self' ws://{host}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_UPRIGHT, _SLANTED = "RobotoMono-VariableFont_wght.ttf", "RobotoMono-Italic-VariableFont_wght.ttf"
STYLE = f"""@font-face {{ font-family: "Roboto Mono"; src: url("static/fonts/{_UPRIGHT}") }}
@font-face {{ font-family: "Roboto Mono"; font-style: italic; src: url("static/fonts/{_SLANTED}") }}
"""
STYLE += """
html, body { margin: 0; height: 100%; background: #0c181f; color: #f2f2f2; font: 1rem/1.5 "Roboto Mono", monospace }
.textual-terminal { width: 100vw; height: 100vh }
.ended { display: none; padding: 2rem }
body.-closed .ended { display: block }
body.-closed .textual-terminal { display: none }
a { color: #9ccbff }
"""

SCRIPT = """"use strict";
// Keys go to the app from the start, and again when the window comes back.
const take = () => {
  if (document.body?.classList.contains("-first-byte")) document.querySelector(".xterm-helper-textarea")?.focus();
};
new MutationObserver(take).observe(document.documentElement, { attributeFilter: ["class"], subtree: true });
window.addEventListener("focus", take);
"""


def headers(host: str) -> dict[str, str]:
    """Return the headers of every answer."""
    return {
        "Content-Security-Policy": _POLICY.format(host=host),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "no-store",
    }


def page(host: str, secret: str) -> str:
    """Return the page; `host` and `secret` have been checked, so that both are plain letters."""
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>reviewtui</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="static/css/xterm.css">
<link rel="stylesheet" href="page.css">
<script src="static/js/textual.js"></script>
<script src="page.js"></script>
</head>
<body>
<div id="terminal" class="textual-terminal" data-font-size="16"
 data-session-websocket-url="ws://{host}/{secret}/ws"></div>
<p class="ended">The app has ended. What was typed is kept. <a href="">Open it again</a></p>
</body>
</html>
"""
