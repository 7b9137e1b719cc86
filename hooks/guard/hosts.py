"""The names of websites, and whether one is only nearly another; and e-mail addresses, which end with one."""

import functools
import re
from difflib import SequenceMatcher

# The last part of a host ends with a letter; 19:meeting_abc@thread.v2 is a meeting of Teams.
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[\w-]*[^\W\d_](?!\w)")
# Under these endings nobody gets a name who has no right to it.
_GUARDED = (".gov.uk", ".gov.wales", ".llyw.cymru", ".ac.uk", ".nhs.uk", ".nhs.wales", ".gig.cymru", ".police.uk", ".sch.uk")
_SECOND_LEVEL = {"co", "org", "gov", "ac", "nhs", "com", "net", "ltd", "me", "sch", "police"}
# Letters of other alphabets that look Latin, and digits that look like letters.
_LOOKS = str.maketrans(
    dict(zip("а е о р с у х і ѕ ј ԁ һ ӏ ո α ο ρ ν ι к т 0 1".split(), "a e o p c y x i s j d h l n a o p v i k t o l".split(), strict=True))
)


def host_of(address: str) -> str:
    """The name of the website that an address names, in small letters and without www."""
    return address.split("://", 1)[-1].split("/")[0].split("?")[0].lower().removeprefix("www.")


@functools.cache
def is_near_copy(one: str, other: str) -> bool:
    """Whether a host is nearly another: one more part, another ending, other letters that look the same."""
    if one == other or one.endswith(f".{other}") or other.endswith(f".{one}"):
        return False
    seen, known = _as_seen(one), _as_seen(other)
    if seen == known or other in one or seen.replace("-", ".") == known:
        return True
    if one.endswith(_GUARDED):
        return False
    return (len(_own_name(known)) > 4 and _own_name(seen) == _own_name(known)) or SequenceMatcher(None, seen, known).ratio() > 0.85


def _as_seen(host: str) -> str:
    """A host as it looks: what browsers write as xn-- in its letters, and each in the Latin one that it looks like."""
    parts = []
    for part in host.split("."):
        try:
            parts.append(part[4:].encode("ascii").decode("punycode") if part.startswith("xn--") else part)
        except UnicodeError:
            parts.append(part)
    return ".".join(parts).translate(_LOOKS).replace("rn", "m").replace("vv", "w")


def _own_name(host: str) -> str:
    """The part of a host that its owner chose: example in www.example.co.uk."""
    parts = host.split(".")[:-1]
    return parts[-2] if len(parts) > 1 and parts[-1] in _SECOND_LEVEL else parts[-1] if parts else ""
