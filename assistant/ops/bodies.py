"""The body of a request: read as far as we take it, and no further."""

from fastapi import Request
from starlette.exceptions import HTTPException

LARGEST = 65_536  # bytes; the largest that a provider sends is a small part of it
_ENDS = {"Connection": "close"}  # what comes after it is not read any more


async def read(request: Request) -> bytes:
    """All of it; what is too large is refused, before it is read if it says so itself."""
    length = request.headers.get("Content-Length", "")
    if length.isdecimal() and len(length) < 20 and int(length) > LARGEST:
        raise HTTPException(413, headers=_ENDS)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise HTTPException(413, headers=_ENDS)
    return bytes(body)
