"""Where packages lie in a directory that was unpacked from Debian's, or that holds them itself."""

import os


def packages_in(directory):
    """The directory to put on sys.path: itself, or Debian's place for packages inside it."""
    inside = os.path.join(directory, "usr/lib/python3/dist-packages")
    return inside if os.path.isdir(inside) else directory
