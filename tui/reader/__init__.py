"""The main screen: small objects that each own a piece of its state, composed."""
