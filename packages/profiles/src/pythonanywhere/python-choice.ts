/** The Python of a new virtualenv: what the project names, else what its Django supports. */
import type { Dependencies } from '@django-golive/core';

// The system image "innit", which new accounts get, has 3.8 to 3.13.
const oldest = 8;
const newest = 13;

/** The declared series; else the newest one that the declared Django supports and the platform has. */
export function pythonFor({ python, django }: Dependencies): string | undefined {
  if (python?.series !== undefined) return python.series;
  return (django?.pythons ?? [])
    .filter((series) => /^3\.\d+$/.test(series))
    .map((series) => Number(series.slice(2)))
    .filter((minor) => minor >= oldest && minor <= newest)
    .sort((left, right) => right - left)
    .map((minor) => `3.${minor}`)[0];
}
