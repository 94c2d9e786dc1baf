# note: A path tells its parts, and gives new paths with some of them changed.
from pathlib import PurePosixPath

LOG = PurePosixPath("/var/log/shop/app.log.gz")
NAME, STEM, SUFFIX, SUFFIXES = LOG.name, LOG.stem, LOG.suffix, LOG.suffixes
RENAMED = str(LOG.with_name("error.log"))
PLAIN = str(LOG.with_suffix(""))
PARENTS = [str(parent) for parent in LOG.parents]
JOINED = str(LOG.parent.joinpath("..", "nginx"))
ABSOLUTE = str(LOG / "/etc/shop")
