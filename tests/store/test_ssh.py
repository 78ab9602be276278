"""Sync by ssh, with a server on the loopback that has keys of its own: what works, and what is said otherwise."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.acting import program_at, refused, remark
from tests.conftest import Clone, Run
from tests.sharing import bare_of, synced
from tests.signing import key_at
from tests.store.test_transports import travelled

SSHD = shutil.which("sshd", path=os.pathsep.join((os.environ["PATH"], "/usr/sbin", "/usr/local/sbin")))
BANNER = "fatal: WELCOME to the council's server\nPermission denied to nobody (all use is logged).\n"

pytestmark = pytest.mark.skipif(SSHD is None, reason="this machine has no ssh server")


@dataclass
class Server:
    """A running server: its port, its folder with keys, and who knows its key."""

    port: int
    folder: Path

    @property
    def known_hosts(self) -> Path:
        """The file with the host keys that the person knows."""
        return self.folder / "known"

    def ssh(self, key: str = "key", extra: str = "") -> str:
        """Return the command by which a person reaches it; nothing of their own home is used."""
        return (
            f"ssh -F none -i {self.folder / key} -o IdentitiesOnly=yes -o StrictHostKeyChecking=yes "
            f"-o UserKnownHostsFile={self.known_hosts} -o GlobalKnownHostsFile=none -o BatchMode=yes {extra}"
        )

    def known_as(self, key: str) -> None:
        """Let the person know the public key `key` as the server's."""
        words = (self.folder / f"{key}.pub").read_text("utf-8").split()
        self.known_hosts.write_text(f"[127.0.0.1]:{self.port} {words[0]} {words[1]}\n", "utf-8")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server that shows a banner and takes two keys, one of which has a passphrase."""
    folder = tmp_path / "ssh"
    folder.mkdir()
    for name in ("host", "other", "key"):
        key_at(folder / name)
    key_at(folder / "locked", "a passphrase")
    (folder / "authorized").write_text("".join((folder / f"{n}.pub").read_text("utf-8") for n in ("key", "locked")))
    (folder / "banner").write_text(BANNER, "utf-8")
    rows = (
        *(f"HostKey {folder / 'host'}", f"AuthorizedKeysFile {folder / 'authorized'}", f"Banner {folder / 'banner'}"),
        *("StrictModes no", "UsePAM no", "PidFile none", "ListenAddress 127.0.0.1", "PasswordAuthentication no"),
    )
    (folder / "config").write_text("\n".join(rows) + "\n", "utf-8")
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)  # the empty folder that a server of root's insists on
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    arguments = [str(SSHD), "-D", "-e", "-f", str(folder / "config"), "-p", str(port)]
    process = subprocess.Popen(arguments, stderr=subprocess.DEVNULL)
    try:
        _await(process, port)
        yield Server(port, folder)
    finally:
        process.terminate()
        process.wait()


def _await(process: "subprocess.Popen[bytes]", port: int) -> None:
    for _ in range(200):
        if process.poll() is not None:
            pytest.skip("the ssh server of this machine does not start for tests")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.skip("the ssh server of this machine does not answer")


@pytest.fixture
def reached(review: Clone, server: Server) -> Clone:
    """The officer's clone, whose remote is reached through the server, whose key is known."""
    bare = bare_of(review)
    review.git("remote", "set-url", "origin", f"ssh://127.0.0.1:{server.port}{bare}")
    review.git("config", "--global", "core.sshCommand", server.ssh())
    server.known_as("host")
    return review


def test_two_clones_share_by_ssh(reached: Clone, server: Server, run: Run) -> None:
    """With a key that needs no question and a host that is known, banner or not."""
    bare = reached.path.parent / "shared.git"
    travelled(run, reached, bare, f"ssh://127.0.0.1:{server.port}{bare}")


def test_an_unknown_host(reached: Clone, server: Server, run: Run) -> None:
    """It is said that the key is not known and how to compare it; the banner is no reason of anything."""
    server.known_hosts.write_text("", "utf-8")
    line = refused(run, reached, "sync", code=4)
    assert "connect once by hand" in line
    assert "fingerprint" in line
    assert "WELCOME" not in line


def test_a_changed_host_key(reached: Clone, server: Server, run: Run) -> None:
    """It may be an interception: nobody is told to connect by hand, but to compare the fingerprint by telephone."""
    server.known_as("other")
    line = refused(run, reached, "sync", code=4)
    shown = subprocess.run(
        ["ssh-keygen", "-lf", str(server.folder / "host.pub")], capture_output=True, text=True, check=True
    ).stdout.split()[1]
    assert "another one than before" in line
    assert "somebody stands between" in line
    assert shown in line
    assert "by hand" not in line
    assert "WELCOME" not in line


def test_a_key_that_the_server_does_not_take(reached: Clone, server: Server, run: Run) -> None:
    """The reason is ssh's own, and the agent is named; the banner's words are not."""
    reached.git("config", "--global", "core.sshCommand", server.ssh("other"))
    line = refused(run, reached, "sync", code=4)
    assert "Permission denied (publickey" in line
    assert "ssh-add" in line
    assert "nobody" not in line


def test_a_passphrase_needs_the_agent(
    reached: Clone, server: Server, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without an agent nothing is asked and one line says what to do; with the key in it, sync goes through."""
    remark(run, reached, "comment", "-m", "First.")
    reached.git("config", "--global", "core.sshCommand", server.ssh("locked"))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    assert "ssh-add" in refused(run, reached, "sync", code=4)
    agent = server.folder / "agent"
    process = subprocess.Popen(["ssh-agent", "-D", "-a", str(agent)], stdout=subprocess.DEVNULL)
    try:
        while not agent.exists():
            time.sleep(0.05)
        script = program_at(server.folder / "ask", "echo a passphrase")
        environment = os.environ | {
            "SSH_AUTH_SOCK": str(agent),
            "SSH_ASKPASS": str(script),
            "SSH_ASKPASS_REQUIRE": "force",
        }
        subprocess.run(["ssh-add", "-q", str(server.folder / "locked")], env=environment, check=True)
        monkeypatch.setenv("SSH_AUTH_SOCK", str(agent))
        assert synced(run, reached)["sent"] == 1
    finally:
        process.terminate()
        process.wait()
