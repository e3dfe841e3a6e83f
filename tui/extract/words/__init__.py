"""The words of an article: tokens, word lists, and the reporter's prose with the class of each word."""
