"""The review as pages in a browser, on this machine alone."""
