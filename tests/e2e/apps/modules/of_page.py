"""What needs the page."""

from js import document

language = document.documentElement.lang
