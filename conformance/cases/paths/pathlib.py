# note: Paths are normalised when they are made, joined with `/`, and asked about the project's files.
from pathlib import Path, PurePosixPath
import pathlib
BASE_DIR = Path(__file__).resolve().parent.parent
ROOT_DIR = Path(__file__).resolve(strict=True).parents[1]
ABSOLUTE = Path(__file__).absolute().parent
APPS_DIR = BASE_DIR / 'apps' / 'shop'
AS_STRING = str(BASE_DIR / 'media')
PARTS = APPS_DIR.name, Path('a/b.tar.gz').suffix, Path('a/b.tar.gz').stem, Path('a/b.tar.gz').suffixes, APPS_DIR.parts[-2:]
JOINED = BASE_DIR.joinpath('x', 'y'), Path('a', 'b', 'c'), Path('/') / 'etc', '/pre' / Path('x')
CHANGED = Path('/a/b.txt').with_suffix('.md'), Path('/a/b.txt').with_name('c'), Path('/a/b.txt').with_stem('d')
EXISTS = Path(__file__).exists(), (BASE_DIR / 'nope').exists(), BASE_DIR.is_dir(), Path(__file__).is_file()
RELATIVE = APPS_DIR.relative_to(BASE_DIR), Path('a/b').as_posix(), Path('/a').is_absolute(), Path('a').is_absolute()
EQUAL = Path('a//b/./c') == Path('a/b/c'), Path('a') < Path('b')
TEXT = Path(__file__).with_name('version.txt').read_text().strip()
F = f'{BASE_DIR}/static'
PURE = PurePosixPath('/x') / 'y'
GLOB = sorted(p.name for p in Path(__file__).parent.glob('*.txt'))
PARENTS = [str(p) for p in PurePosixPath('/a/b/c').parents]
# --- config/version.txt ---
1.2.3
