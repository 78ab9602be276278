"""Who may speak to the server: whoever knows the secret address, from a page of ours, on this machine."""

import hmac
import secrets
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class AddressGuard:
    """The secret of one run, and the port that it is served on."""

    port: int
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)

    @property
    def address(self) -> str:
        """The address to open."""
        return f"http://127.0.0.1:{self.port}/{self.secret}/"

    def is_host(self, host: str) -> bool:
        """Say whether a request names this machine: a name that leads here from outside is another's (rebinding)."""
        return host in {f"127.0.0.1:{self.port}", f"localhost:{self.port}"}

    def is_origin(self, origin: str) -> bool:
        """Say whether a page of ours asks; a browser always says whose page it is, for what lives on."""
        return origin in {f"http://127.0.0.1:{self.port}", f"http://localhost:{self.port}"}

    def is_secret(self, secret: str) -> bool:
        """Say whether a request knows the secret; however wrong it is, that takes the same time to say."""
        return hmac.compare_digest(secret.encode("utf-8", "replace"), self.secret.encode("ascii"))
