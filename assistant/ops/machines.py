"""The names and addresses of machines."""

import ipaddress
import re

_NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)(\.(?!-)[a-z0-9_-]{1,63}(?<!-))*", re.I)
_NUMBERS = re.compile(r"[0-9.]+")
_LOCAL_ENDINGS = (".localhost", ".local", ".internal", ".test")


def is_address(host: str) -> bool:
    """Whether this is an IP address, written as such."""
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def is_host(host: str) -> bool:
    """Whether this can be the name or the address of a machine."""
    if is_address(host):
        return True
    return len(host) <= 253 and bool(_NAME.fullmatch(host)) and not _NUMBERS.fullmatch(host)


def is_local(host: str) -> bool:
    """Whether a host is this machine or its network, where there may be no certificate."""
    if is_address(host):
        return ipaddress.ip_address(host).is_private
    return "." not in host or host.endswith(_LOCAL_ENDINGS)
