"""Messages and values as they cross between Python and the page. Imports nothing of PyBlocks."""
