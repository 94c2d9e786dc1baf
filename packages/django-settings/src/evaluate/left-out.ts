/** Modules and files of settings that a repository leaves out on purpose, because each server has its own: their absence here is no error. */
import type { Machine } from './native.js';

const template = 'example|sample|template|tmpl|dist|default|deploy|in|j2';

/** Why a module of a directory may be there in production all the same; `undefined` where nothing says so. */
export function leftOut(vm: Machine, directory: string, name: string): string | undefined {
  return leftOutOf(vm, directory, name, 'py');
}

/** Files that hold settings and no code: `config.yml`. An environment file gives variables alone. */
const settingsFile = /^(?:.*\/)?[^/]+\.(ya?ml|json|toml|ini|cfg|conf)$/i;

/** Why a file of settings that the repository lacks may be there in production all the same; `undefined` where nothing says so. */
export function leftOutFile(vm: Machine, path: string): string | undefined {
  const [, extension] = settingsFile.exec(path) ?? [];
  if (extension === undefined) return undefined;
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1, -extension.length - 1);
  return leftOutOf(vm, slash < 0 ? '' : path.slice(0, slash), name, extension);
}

function leftOutOf(vm: Machine, directory: string, name: string, extension: string): string | undefined {
  const base = directory === '' ? name : `${directory}/${name}`;
  return vm.once(`left out ${base}.${extension}`, () => {
    const found =
      vm.project.paths.find((path) => isTemplateOf(path, base, extension)) ??
      ignoringFile(vm, directory, name, extension);
    return found === undefined
      ? undefined
      : `\`${base}.${extension}\` is not in the repository; by \`${found}\` it is made elsewhere`;
  });
}

/** `config.py.example`, `config.example.py`, `config_sample.py`, `config-dist.py`. */
function isTemplateOf(path: string, base: string, extension: string): boolean {
  if (!path.startsWith(base)) return false;
  const rest = path.slice(base.length);
  return new RegExp(`^(\\.${extension}[._-](${template})|[._-](${template})(\\.${extension})?)$`, 'i').test(rest);
}

/** The .gitignore that names the file itself, by its name, its path or a pattern such as `local_*.py`. */
function ignoringFile(vm: Machine, directory: string, name: string, extension: string): string | undefined {
  const parts = directory === '' ? [] : directory.split('/');
  for (let depth = parts.length; depth >= 0; depth -= 1) {
    const path = [...parts.slice(0, depth), '.gitignore'].join('/');
    const inside = [...parts.slice(depth), `${name}.${extension}`].join('/');
    const lines = vm.project.file(path)?.text.split(/\r\n|\r|\n/) ?? [];
    const names = lines.some(
      (line) => line.trim().endsWith(`.${extension}`) && matches(line.trim(), inside, `${name}.${extension}`),
    );
    if (names) return path;
  }
  return undefined;
}

/** One pattern that ends in the file's extension: without a slash it is compared with the name, otherwise with the path. */
function matches(pattern: string, path: string, name: string): boolean {
  if (pattern.startsWith('#') || pattern.startsWith('!') || pattern.length > 200) return false;
  const anchored = pattern.replace(/^\*\*\//, '');
  const text = anchored.includes('/') ? path : name;
  const pieces = anchored.replace(/^\//, '').split('*');
  const [first = '', ...rest] = pieces;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const [index, piece] of rest.entries()) {
    const found = index === rest.length - 1 ? text.length - piece.length : text.indexOf(piece, at);
    if (found < at || !text.startsWith(piece, found)) return false;
    at = found + piece.length;
  }
  return at === text.length;
}
