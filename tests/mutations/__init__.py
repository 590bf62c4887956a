"""Faults put into the product one at a time: does any test notice?"""
