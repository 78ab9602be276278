"""What a clone's own configuration puts between it and a server is asked about before anything is given."""

import pytest

from reviewtui.store.git.repository import open_repository
from reviewtui.store.git.untrusted_configuration import network_trust
from tests.conftest import Clone

WEB, FOLDER = "https://git.council.example/policy.git", "/srv/policy.git"


@pytest.mark.parametrize(
    ("key", "value", "address", "asked"),
    [
        ("http.proxy", "http://mallory.example:8080", WEB, True),
        ("http.https://git.council.example.proxy", "socks5://mallory.example", WEB, True),
        ("http.https://other.example.proxy", "socks5://mallory.example", WEB, False),
        ("http.https://*.council.example.proxy", "socks5://mallory.example", WEB, True),
        ("remote.origin.proxy", "http://mallory.example:8080", WEB, True),
        ("http.sslVerify", "false", WEB, True),
        ("http.sslVerify", "true", WEB, False),
        ("http.sslCAInfo", "/srv/ca.pem", WEB, True),
        ("http.curloptResolve", "git.council.example:443:203.0.113.1", WEB, True),
        ("http.proxy", "", WEB, False),
        ("http.proxy", "http://mallory.example:8080", FOLDER, False),
    ],
)
def test_whoever_stands_between_is_named(clone: Clone, key: str, value: str, address: str, asked: object) -> None:
    """The key and its value, where the remote is reached over HTTP and the clone itself says so."""
    clone.git("remote", "add", "origin", address)
    clone.git("config", key, value)
    redirects = network_trust(open_repository(clone.path), "origin", address).redirects
    assert bool(redirects) is bool(asked)
    assert all(value in place for _, place in redirects)


def test_a_persons_own_proxy_is_theirs(clone: Clone) -> None:
    """What they set for all their repositories asks nothing."""
    clone.git("remote", "add", "origin", WEB)
    clone.git("config", "--global", "http.proxy", "http://proxy.council.example:8080")
    assert network_trust(open_repository(clone.path), "origin", WEB).redirects == ()
