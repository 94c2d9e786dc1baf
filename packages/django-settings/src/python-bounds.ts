/** Which Python runs the project, as far as its declarations decide it. */
import type { Dependencies } from '@django-golive/core';
import { seriesOf } from './django/series.js';

/** A release line of Python. */
export type PythonSeries = readonly [major: number, minor: number];

/** The Python that runs the project, where exactly one release line is meant. */
export function pythonOf({ python }: Dependencies): PythonSeries | undefined {
  return lineOf(seriesOf(python?.version ?? python?.series ?? ''));
}

/** The oldest Python that may run it: what it asks for, and what its Django does. */
export function oldestPythonOf({ python, django }: Dependencies): PythonSeries | undefined {
  const asked = /^\s*(?:>=|~=|\^|~)\s*(\d+\.\d+)(?:\.\d+)?\s*(?:,[^|]*)?$/.exec(python?.specifier ?? '')?.[1];
  const lines = [asked, django?.pythons?.[0]].map(lineOf).filter((line) => line !== undefined);
  return lines.sort((a, b) => b[0] - a[0] || b[1] - a[1])[0];
}

function lineOf(series: string | undefined): PythonSeries | undefined {
  const [major, minor] = (series ?? '').split('.').map(Number);
  return major !== undefined && minor !== undefined && major >= 2 ? [major, minor] : undefined;
}
