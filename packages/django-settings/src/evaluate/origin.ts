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

/** Lines in the order in which they were executed. */
export interface Trail {
  readonly steps: readonly Step[];
  /** How many trails, each out of the next, are still to be gathered for it. */
  readonly depth?: number;
}

/** How a value came about. */
export interface Origin extends Trail {
  /** The line that gave the value. */
  readonly made: Step | undefined;
  /** The environment variables the value depends on. */
  readonly reads: ReadonlySet<string>;
}

/** A trail longer than this helps nobody: its latest steps are kept. */
const mostSteps = 40;

const nothing: readonly Step[] = [];

/** Trails as one. In each of them, as in what comes of them, later steps come later and none is told twice. */
export function gather(trails: Iterable<readonly Step[]>): readonly Step[] {
  let all = nothing;
  for (const trail of trails) all = all.length === 0 ? trail : merge(all, trail);
  return all;
}

/** Steps as they were noted, as a trail. */
export function trailOf(noted: readonly Step[]): readonly Step[] {
  if (noted.length < 2) return [...noted];
  const inOrder = [...noted].sort((a, b) => a.order - b.order);
  return latestOf(inOrder, nothing);
}

/** Two trails as one; where the second has nothing to add, the first itself. */
function merge(first: readonly Step[], second: readonly Step[]): readonly Step[] {
  if (first === second || second.length === 0) return first;
  const both = latestOf(first, second);
  return both.length === first.length && both.every((step, at) => step === first[at]) ? first : both;
}

/** Of two lists in order, the latest steps: of those with one id the last alone. */
function latestOf(first: readonly Step[], second: readonly Step[]): readonly Step[] {
  const ids = new Set<string>();
  const latest: Step[] = [];
  let [inFirst, inSecond] = [first.length - 1, second.length - 1];
  while (latest.length < mostSteps) {
    const [one, other] = [first[inFirst], second[inSecond]];
    const step = one && other ? (one.order > other.order ? one : other) : (one ?? other);
    if (!step) break;
    if (step === one) inFirst -= 1;
    if (step === other) inSecond -= 1;
    if (ids.has(step.id)) continue;
    ids.add(step.id);
    latest.push(step);
  }
  return latest.reverse();
}

/** Beyond this a trail is gathered at once: who asks at the end must not go back through all turns of a loop. */
const deepest = 20;

/** An account whose trail is gathered once somebody asks for it: of most values, nobody does. */
class LaterOrigin implements Origin {
  private known: readonly Step[] | undefined;
  private work: (() => readonly Step[]) | undefined;
  private readonly behind: number;

  constructor(
    work: () => readonly Step[],
    from: readonly (Trail | undefined)[],
    readonly made: Step | undefined,
    readonly reads: ReadonlySet<string>,
  ) {
    this.work = work;
    let behind = 0;
    for (const trail of from) behind = Math.max(behind, trail?.depth ?? 0);
    this.behind = behind + 1;
    if (behind > deepest) void this.steps;
  }

  get steps(): readonly Step[] {
    if (this.work) {
      this.known = this.work();
      this.work = undefined;
    }
    return this.known ?? nothing;
  }

  get depth(): number {
    return this.work ? this.behind : 0;
  }
}

/** An account whose trail comes of others. */
export function originLater(
  work: () => readonly Step[],
  from: readonly (Trail | undefined)[],
  made: Step | undefined,
  reads: ReadonlySet<string>,
): Origin {
  return new LaterOrigin(work, from, made, reads);
}

/** The trails of what a statement used, each taken in once: a loop must not go through all of them again for each of its turns. */
export interface UsedTrails {
  add(origin: Origin): void;
  /** All that another statement used, such as one of a class for that of the class. */
  addAll(others: UsedTrails): void;
  readonly origins: ReadonlySet<Origin>;
  /** One trail of them all, as they are now. */
  trail(): Trail;
}

const noReads: ReadonlySet<string> = new Set();

export function usedTrails(): UsedTrails {
  const origins = new Set<Origin>();
  let gathered: Trail = { steps: nothing };
  let untold: Origin[] = [];
  const add = (origin: Origin): void => {
    if (origins.has(origin)) return;
    origins.add(origin);
    untold.push(origin);
  };
  return {
    add,
    addAll(others) {
      for (const origin of others.origins) add(origin);
    },
    origins,
    trail() {
      if (untold.length > 0) {
        // The latest steps of some trails and one more are among the latest steps of all of them.
        const all = [gathered, ...untold];
        gathered = originLater(() => gather(all.map(({ steps }) => steps)), all, undefined, noReads);
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
  return originLater(
    () => gather(origins.map(({ steps }) => steps)),
    origins,
    latest(origins.map(({ made }) => made)),
    new Set(origins.flatMap(({ reads }) => [...reads])),
  );
}

/** The step that was executed last. */
export function latest(steps: readonly (Step | undefined)[]): Step | undefined {
  let last: Step | undefined;
  for (const step of steps) if (step && (!last || step.order > last.order)) last = step;
  return last;
}
