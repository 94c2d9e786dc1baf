/** The names in modules of the standard library that are modelled in part, or not at all: any other name is certainly not there. */
import { NAMES } from './data/standard-names.js';

/** Standard modules that are packages in some Python; no other has submodules. */
const PACKAGES = new Set(
  (
    'asyncio collections compression concurrent ctypes curses dbm distutils email encodings ensurepip html http importlib json lib2to3 ' +
    'logging multiprocessing pathlib re sqlite3 string sysconfig test tkinter tomllib unittest urllib venv wsgiref xml xmlrpc zipfile zoneinfo'
  ).split(' '),
);

/** Whether a module of the standard library certainly has no name (nor submodule) of that sort; private names are not told. */
export function lacksName(module: string, name: string, python: readonly [number, number] | undefined): boolean {
  const known = Object.hasOwn(NAMES, module) ? NAMES[module] : undefined;
  if (known === undefined || name.startsWith('_')) return false;
  if (['os', 'time', 'subprocess'].includes(module) && name === name.toUpperCase()) return false;
  const found = known.split(' ').find((one) => one === name || one.startsWith(`${name}:`));
  if (found === undefined) return true;
  const [, bounds = '-'] = found.split(':');
  const [since, until] = bounds.split('-');
  return python !== undefined && (python[1] < Number(since || 0) || (until !== '' && python[1] > Number(until)));
}

/** Whether a standard module is certainly no package. */
export function isPlainStandard(module: string): boolean {
  return !module.includes('.') && !PACKAGES.has(module);
}
