"""People at one end, Answers at the other: commands, the terminal chat, rendering."""
