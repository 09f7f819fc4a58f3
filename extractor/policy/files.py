"""Read an administrator's policy: to which addresses documents may go."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from pydantic import StrictBool, StrictStr, ValidationError

from extractor.errors import PolicyUnusable
from extractor.models import Record
from extractor.policy.addresses import Address, describe_endpoint, read_address

_LINE = re.compile(r"at line (\d+)")


class _Entry(Record):
    """One `[[endpoint]]` of a policy file."""

    address: StrictStr
    dep_vertrouwelijk: StrictBool = False


class _Content(Record):
    """A policy file, as it is written."""

    endpoint: tuple[_Entry, ...] = ()


@dataclass(frozen=True)
class AllowedEndpoint:
    """An address that documents may go to, with everything below its path."""

    address: Address
    takes_confidential: bool
    """Whether documents marked Dep. VERTROUWELIJK may go there too."""


@dataclass(frozen=True)
class PolicyFile:
    """What one file allows beyond this machine."""

    path: Path
    endpoints: tuple[AllowedEndpoint, ...]

    def find(self, address: Address) -> AllowedEndpoint | None:
        """Return what it says of the address: of several paths the longest counts."""
        above = [each for each in self.endpoints if address.is_below(each.address)]
        return max(above, key=lambda each: len(each.address.path), default=None)


@dataclass(frozen=True)
class Policy:
    """What all files allow together: beyond this machine only what each of them allows."""

    files: tuple[PolicyFile, ...] = ()

    def allows(self, address: Address) -> bool:
        """Return whether documents may go there; without a file that is this machine only."""
        named = bool(self.files) and all(file.find(address) for file in self.files)
        return address.stays_here or named

    def takes_confidential(self, address: Address) -> bool:
        """Return whether documents marked Dep. VERTROUWELIJK may go there too."""
        found = [file.find(address) for file in self.files]
        named = bool(found) and all(each and each.takes_confidential for each in found)
        return address.stays_here or named


def load_policy(site: Path, named: Path | None) -> Policy:
    """Return what the system-wide file and a named one allow, where they are there.

    A named file that is not there, and any file that cannot be read or understood, is refused.
    """
    files = [read_policy(site)] if _is_there(site) else []
    return Policy(files=(*files, *([read_policy(named)] if named else [])))


def read_policy(path: Path) -> PolicyFile:
    """Return what the file allows; PolicyUnusable when it cannot be read or understood."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        content = _Content.model_validate(tomllib.loads(text))
    except OSError:
        raise PolicyUnusable(str(path), "het bestand is niet te lezen") from None
    except ValidationError as error:
        places = {".".join(map(_count, each["loc"])) for each in error.errors()}
        raise PolicyUnusable(str(path), f"niet begrepen: {', '.join(sorted(places))}") from None
    except (ValueError, RecursionError) as error:
        line = _LINE.search(str(error))
        where = f"regel {line[1]}" if line else "het bestand"
        raise PolicyUnusable(str(path), f"{where} is geen geldige TOML") from None
    endpoints = tuple(_read_entry(path, entry) for entry in content.endpoint)
    if len({each.address for each in endpoints}) < len(endpoints):
        raise PolicyUnusable(str(path), "een adres staat er twee keer in")
    return PolicyFile(path=path, endpoints=endpoints)


def _read_entry(path: Path, entry: _Entry) -> AllowedEndpoint:
    address = read_address(entry.address)
    if address is None or address.user or "?" in entry.address or "#" in entry.address:
        shown = describe_endpoint(entry.address)
        raise PolicyUnusable(str(path), f"{shown} is geen adres dat kan worden toegestaan")
    return AllowedEndpoint(address=address, takes_confidential=entry.dep_vertrouwelijk)


def _is_there(path: Path) -> bool:
    """Return whether the file is there, or may be: that we may not look says nothing."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _count(step: int | str) -> str:
    """Return a step on the way to a key; places in a list count from 1."""
    return str(step + 1) if isinstance(step, int) else step
