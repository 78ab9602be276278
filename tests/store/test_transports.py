"""Sync over real transports on the loopback: git's daemon, HTTP by git's own backend, ssh where there is a server."""

import base64
import os
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.acting import refused, remark
from tests.conftest import Clone, Run
from tests.sharing import bare_of, bodies, clone_of, synced

CORE = Path(subprocess.run(["git", "--exec-path"], capture_output=True, text=True, check=True).stdout.strip())


def _port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def bare(review: Clone) -> Path:
    """The bare repository that everybody may push to."""
    bare = bare_of(review)
    for key in ("http.receivepack", "daemon.receivepack"):
        review.git(f"--git-dir={bare}", "config", key, "true")
    return bare


@pytest.fixture
def daemon(bare: Path) -> Iterator[str]:
    """The address of the repository at git's daemon."""
    if not (CORE / "git-daemon").exists():
        pytest.skip("this git has no daemon")
    port = _port()
    options = ("--reuseaddr", "--listen=127.0.0.1", f"--port={port}", "--export-all", "--enable=receive-pack")
    process = subprocess.Popen([str(CORE / "git-daemon"), *options, f"--base-path={bare.parent}", str(bare.parent)])
    _await(port)
    yield f"git://127.0.0.1:{port}/{bare.name}"
    process.terminate()
    process.wait()


def _await(port: int) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the server did not start")


class _Backend(BaseHTTPRequestHandler):
    """Hands requests to git http-backend (RFC 3875), once the password is right."""

    root = Path()
    password = ""

    def do_GET(self) -> None:
        """Answer."""
        self._answer()

    do_POST = do_GET  # noqa: N815 - the name that http.server calls

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""

    def _answer(self) -> None:
        expected = base64.b64encode(f"noor:{self.password}".encode()).decode()
        if self.password and self.headers.get("Authorization") != f"Basic {expected}":
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="reviews"')
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        path, _, query = self.path.partition("?")
        body = self._body()
        variables = {
            "GIT_PROJECT_ROOT": str(self.root),
            "GIT_HTTP_EXPORT_ALL": "1",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "REQUEST_METHOD": self.command,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
            "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
            "REMOTE_USER": "noor",
        }
        program = str(CORE / "git-http-backend")
        done = subprocess.run([program], input=body, env=os.environ | variables, capture_output=True, check=False)
        head, _, content = done.stdout.partition(b"\r\n\r\n")
        rows = [row.split(": ", 1) for row in head.decode("latin-1").split("\r\n") if ": " in row]
        status = next((int(value.split()[0]) for name, value in rows if name == "Status"), 200)
        self.send_response(status)
        for name, value in rows:
            if name != "Status":
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = b""
        while size := int(self.rfile.readline().split(b";")[0], 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body


@pytest.fixture
def http(bare: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of the repository at a web server."""
    if not (CORE / "git-http-backend").exists():
        pytest.skip("this git has no http-backend")
    monkeypatch.setattr(_Backend, "root", bare.parent)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Backend)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/{bare.name}"
    server.shutdown()
    server.server_close()
    thread.join()


def travelled(run: Run, review: Clone, bare: Path, address: str) -> None:
    """Expect that two clones share by an address what both submitted, a tag among it."""
    other = clone_of(bare, "other")
    for clone in (review, other):
        clone.git("remote", "set-url", "origin", address)
    remark(run, review, "comment", "-m", "Here.")
    review.git("tag", "0.5")
    remark(run, other, "comment", "-m", "There.")
    assert synced(run, review)["tags_sent"] == ["0.5"]
    told = synced(run, other)
    assert (told["merged"], told["given"]["events"], told["tags_received"]) == (True, 1, ["0.5"])
    synced(run, review)
    assert bodies(run, review) == bodies(run, other) == {"Here.", "There."}


def test_gits_daemon(review: Clone, bare: Path, daemon: str, run: Run) -> None:
    """By the git protocol."""
    travelled(run, review, bare, daemon)


def test_a_web_server(review: Clone, bare: Path, http: str, run: Run) -> None:
    """By HTTP, as forges serve it."""
    travelled(run, review, bare, http)


def test_a_password_comes_from_the_persons_own_helper(
    review: Clone, bare: Path, http: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without one: one line, no question. The clone's own helper is not used, the global one is."""
    monkeypatch.setattr(_Backend, "password", "secret")
    helper = "!f() { echo username=noor; echo password=secret; }; f"
    review.git("remote", "set-url", "origin", http)
    assert "who you are" in refused(run, review, "sync", code=4)
    review.git("config", "credential.helper", helper)
    assert "who you are" in refused(run, review, "sync", code=4)
    review.git("config", "--global", "credential.helper", helper)
    remark(run, review, "comment", "-m", "Here.")
    told = synced(run, review)
    assert told["sent"] == 1
    assert "credential.helper" in told["notes"][0]
    assert bodies(run, clone_of(bare, "other")) == {"Here."}
