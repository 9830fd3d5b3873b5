"""How the trained reader is made: data, training, evaluation. Not needed to answer questions."""
