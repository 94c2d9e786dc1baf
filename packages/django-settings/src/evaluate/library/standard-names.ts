/** The names in modules of the standard library that are modelled in part, or not at all: any other name is certainly not there. */
import { NAMES } from './data/standard-names.js';

/** Standard modules that are packages in some Python; no other has submodules. */
const PACKAGES = new Set(
  (
    'asyncio collections compression concurrent ctypes curses dbm distutils email encodings ensurepip html http importlib json lib2to3 ' +
    'logging multiprocessing pathlib re sqlite3 string sysconfig test tkinter tomllib unittest urllib venv wsgiref xml xmlrpc zipfile zoneinfo'
  ).split(' '),
);

const read = new Map<string, ReadonlyMap<string, string>>();

/** The names of a module, each with the versions that have it: `10-12`, `!13` for all but one, or `-` for all. */
function namesIn(module: string): ReadonlyMap<string, string> {
  let names = read.get(module);
  if (!names) {
    const words = (NAMES[module] ?? '').split(' ').map((word) => word.split(':'));
    names = new Map(words.map(([name = '', bounds = '-']) => [name, bounds]));
    read.set(module, names);
  }
  return names;
}

/** Whether a module of the standard library certainly has no name (nor submodule) of that sort; private names are not told. */
export function lacksName(module: string, name: string, python: readonly [number, number] | undefined): boolean {
  if (!Object.hasOwn(NAMES, module) || name.startsWith('_')) return false;
  if (['os', 'time', 'subprocess'].includes(module) && name === name.toUpperCase()) return false;
  const bounds = namesIn(module).get(name);
  if (bounds === undefined) return true;
  if (bounds.startsWith('!')) return python !== undefined && python[1] === Number(bounds.slice(1));
  const [since, until] = bounds.split('-');
  return python !== undefined && (python[1] < Number(since || 0) || (until !== '' && python[1] > Number(until)));
}

/** Whether a standard module is certainly no package. */
export function isPlainStandard(module: string): boolean {
  return !module.includes('.') && !PACKAGES.has(module);
}
