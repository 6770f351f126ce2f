"""One function of the app's, and what its code is given: request, progress, messages. May import ``tree`` and below."""
