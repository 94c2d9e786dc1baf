/** The Python of a new virtualenv: what the project names, else what its Django supports. */
import type { Dependencies } from '@django-golive/core';

// The system image "innit", which new accounts get, has 3.7 to 3.13.
const oldest = 7;
const newest = 13;

/** The declared series where the platform has it; else the newest one that the declared Django supports and the platform has. */
export function pythonFor({ python, django }: Dependencies): string | undefined {
  const minorOf = (series: string): number => Number(/^3\.(\d+)$/.exec(series)?.[1] ?? 0);
  const there = (series: string): boolean => minorOf(series) >= oldest && minorOf(series) <= newest;
  if (python?.series !== undefined && there(python.series)) return python.series;
  return (django?.pythons ?? []).filter(there).sort((left, right) => minorOf(right) - minorOf(left))[0];
}
