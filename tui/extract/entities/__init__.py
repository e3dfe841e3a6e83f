"""Where the prose names people and bodies, whom a pronoun means, and what the article calls people."""
