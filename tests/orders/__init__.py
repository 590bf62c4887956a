"""Two people act in the same instant, in many orders: in each step that takes two of them."""
