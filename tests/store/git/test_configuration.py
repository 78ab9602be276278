"""The configuration is asked for once in an act, and what the act itself writes is seen."""

from reviewtui.store.git.process.environment import STARTED
from reviewtui.store.git.repository import open_repository
from tests.conftest import Clone


def test_an_act_asks_once_and_sees_what_it_writes(policy: Clone) -> None:
    """Also an act within an act; afterwards it is read anew, whoever wrote it."""
    configuration = open_repository(policy.path).configuration
    before = STARTED["config"]
    with configuration.one_act():
        with configuration.one_act():
            first = configuration.settings()
        assert configuration.settings() == first
        assert STARTED["config"] - before == 1
        configuration.change("config", "policy.here", "a\nb")
        assert ("local", "policy.here", "a\nb") in configuration.settings()
    policy.git("config", "policy.here", "c")
    assert ("local", "policy.here", "c") in configuration.settings()
    assert ("local", "policy.here", "a\nb") not in configuration.settings()


def test_filters_are_taken_out_by_every_one_of_their_keys(policy: Clone) -> None:
    """None is run, and none that is missing is missed."""
    policy.git("config", "filter.odd.clean", "false")
    policy.git("config", "filter.odd.required", "true")
    pins = open_repository(policy.path).configuration.without_filters()
    values = {pins[f"GIT_CONFIG_KEY_{n}"]: pins[f"GIT_CONFIG_VALUE_{n}"] for n in range(int(pins["GIT_CONFIG_COUNT"]))}
    assert (values["filter.odd.clean"], values["filter.odd.required"]) == ("", "false")
