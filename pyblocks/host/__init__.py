"""Python in a page and in a build: starts the app and everything else. May import all."""
