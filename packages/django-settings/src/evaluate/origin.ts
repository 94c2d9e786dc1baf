/** How a value came about: the lines and the environment variables that had a part in it. */
import type { Location } from '@django-golive/core';

/** One line that had a part in making a value. */
export interface Step {
  readonly at: () => Location;
  /** What the line contributed, in words; made only for a trail that is read. */
  readonly tells: () => string;
  /**
   * `bind` gave a name its value, `change` changed it in place, `import` brought it here, `condition` decided that it was made so,
   * `read` asked the environment, `call` was gone through on the way.
   */
  readonly role: 'bind' | 'change' | 'import' | 'condition' | 'read' | 'call';
  /** The name that was bound or changed, where one was. */
  readonly name?: string;
  /** The line and its part: what a loop does again is told once. */
  readonly id: string;
  /** Later steps have higher numbers. */
  readonly order: number;
}

/** How a value came about. */
export interface Origin {
  /** In the order in which they were executed. */
  readonly steps: readonly Step[];
  /** The line that gave the value. */
  readonly made: Step | undefined;
  /** The environment variables the value depends on. */
  readonly reads: ReadonlySet<string>;
}

/** A trail longer than this helps nobody: its latest steps are kept. */
const mostSteps = 40;

/** Steps of several origins as one trail. */
export function gather(groups: Iterable<readonly Step[]>): readonly Step[] {
  const steps = new Map<string, Step>();
  for (const group of groups) {
    for (const step of group) {
      const known = steps.get(step.id);
      if (!known || known.order < step.order) steps.set(step.id, step);
    }
  }
  const all = [...steps.values()];
  if (all.length > 1) all.sort((a, b) => a.order - b.order);
  return all.length > mostSteps ? all.slice(-mostSteps) : all;
}

/** The trails of what a statement used, each taken in once: a loop must not go through all of them again for each of its turns. */
export interface UsedTrails {
  add(origin: Origin): void;
  /** All that another statement used, such as one of a class for that of the class. */
  addAll(others: UsedTrails): void;
  readonly origins: ReadonlySet<Origin>;
  /** One trail of them all. */
  steps(): readonly Step[];
}

export function usedTrails(): UsedTrails {
  const origins = new Set<Origin>();
  let gathered: readonly Step[] = [];
  let untold: (readonly Step[])[] = [];
  const add = (origin: Origin): void => {
    if (origins.has(origin)) return;
    origins.add(origin);
    untold.push(origin.steps);
  };
  return {
    add,
    addAll(others) {
      for (const origin of others.origins) add(origin);
    },
    origins,
    steps() {
      if (untold.length > 0) {
        // The latest steps of some trails and one more are among the latest steps of all of them.
        gathered = gather([gathered, ...untold]);
        untold = [];
      }
      return gathered;
    },
  };
}

/** What a value came of on any of several ways. */
export function joinOrigins(origins: readonly Origin[]): Origin | undefined {
  const [first, ...others] = origins;
  if (!first || others.length === 0) return first;
  return {
    steps: gather(origins.map(({ steps }) => steps)),
    made: latest(origins.map(({ made }) => made)),
    reads: new Set(origins.flatMap(({ reads }) => [...reads])),
  };
}

/** The step that was executed last. */
export function latest(steps: readonly (Step | undefined)[]): Step | undefined {
  let last: Step | undefined;
  for (const step of steps) if (step && (!last || step.order > last.order)) last = step;
  return last;
}
