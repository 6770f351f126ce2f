"""What looks like a key or a password: files of that kind are not published, and others that have one are named."""

from __future__ import annotations

import re

_NAMES = re.compile(
    r"""
    id_(?!.*\.pub$)(?:rsa|dsa|ecdsa|ed25519)\b.*      # SSH
    | .+\.(?:pem|key|p8|p12|pfx|jks|keystore|ppk|kdbx|ovpn|kubeconfig)
    | (?:.*\.)?env(?:\..+)?                           # .env, prod.env, env.local
    | [._]?(?:netrc|npmrc|pypirc|pgpass|htpasswd|git-credentials|dockercfg) | kubeconfig
    | (?:.*[-_. ])?(?:credentials?|secrets?|service[-_]?account|tokens?)(?:[-_. ].*)?\.(?:json|ya?ml|toml|ini|cfg|conf)
    | credentials?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_KEY_FILE = re.compile(rb"-----BEGIN [A-Z ]*PRIVATE KEY-----|\"private_key\"\s*:|^\s*client-key-data:", re.MULTILINE)
_TOKEN = re.compile(
    r"""
    -----BEGIN\ [A-Z ]*PRIVATE\ KEY-----
    | \b(?:
        AKIA[0-9A-Z]{16} | AIza[\w-]{35} | gh[pousr]_\w{36,} | github_pat_\w{22,} | glpat-[\w-]{20,}
        | hf_[A-Za-z0-9]{30,} | sk-[\w-]{20,} | xox[abprs]-[\w-]{10,} | npm_[A-Za-z0-9]{36} | pypi-[\w-]{50,}
      )
    """,
    re.VERBOSE,
)


def is_secret_name(name: str) -> bool:
    """Whether files called ``name`` hold keys or passwords."""
    return _NAMES.fullmatch(name) is not None


def is_key_file(name: str, data: bytes) -> bool:
    """Whether the file, which is no source, has a private key in it."""
    return not name.endswith((".py", ".md")) and _KEY_FILE.search(data) is not None


def lines_with_tokens(data: bytes) -> list[int]:
    """The numbers of the lines that have what looks like a token or a key."""
    text = data.decode("utf-8", "replace")
    return sorted({text.count("\n", 0, found.start()) + 1 for found in _TOKEN.finditer(text)})


def masked(text: str) -> str:
    """The text without such tokens."""
    return _TOKEN.sub("•••", text)
