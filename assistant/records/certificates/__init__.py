"""Certificates: what two people have done together, on a page to keep."""
