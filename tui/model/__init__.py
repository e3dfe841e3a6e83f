"""The vocabulary: frozen values that the whole house shares. Imports nothing of ours."""
