"""Who fits whom: hard rules, how well two people fit, the best for all, and why in words. Pure."""
