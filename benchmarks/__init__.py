"""Speed, memory and quality, measured on the same work; each module is a command. Figures go to README."""
