/** On which conditions the commands of a shell script run: those in a branch may never. */
import { type CaseTest, parseShell, type ShellNode, type ShellWord } from './shell-syntax.js';
import type { Region } from './shell-texts.js';

/** One of the two ways that a script can take at one place. */
export interface Arm {
  /** Where they part. */
  readonly at: number;
  readonly arm: 0 | 1;
}

/** What is asked before a command runs, outermost first; empty where it always runs. */
export type Conditions = readonly Arm[];

/** What a command says when it is asked: `[ "$ENV" = prod ]`. `undefined` where that is not known. */
export type Decide = (words: readonly string[]) => boolean | undefined;

/** How a command ends, as far as that is known: most work, and some only ask. */
type Outcome = boolean | 'likely' | undefined;

/** A command, without what is given to its environment. */
export interface Command {
  readonly start: number;
  readonly end: number;
  readonly words: readonly string[];
  /** One for each way to it: a function's commands have as many as it has calls, and what never runs has none. */
  readonly ways: Conditions[];
}

/** What the scripts of a text run. */
export interface ShellReading {
  readonly commands: readonly Command[];
  /** Comments, and what is only said. */
  readonly unrun: readonly Region[];
  /** On which conditions what stands at an offset runs, for each way to it. Where no command stands, nothing is asked. */
  readonly waysTo: (offset: number) => readonly Conditions[];
}

const ASKS = /^(?:\[|\[\[|\(\(|test|e?grep|command|which|type|hash|getent|cmp|diff|pgrep|id|read|let)$/;
/** What it is given it says, and does not run. */
const SAYS = /^(?:echo|printf|logger|:)$/;
const SHELL = /(?:^|\/)(?:(?:ba|da|a|z|k)?sh|su|runuser)$/;
/** Functions that call one another end here. */
const DEEPEST = 20;
/** So do scripts that call them over and over. */
const MOST = 20_000;

/** Reads the commands of some parts of a text. */
export function readShell(text: string, regions: readonly Region[], decide: Decide): ShellReading {
  const commands = new Map<number, Command>();
  const reader = { commands, unrun: [], decide, steps: 0 };
  for (const region of regions) readScript(text, region, [], reader);
  const sorted = [...commands.values()].sort((a, b) => a.start - b.start);
  return { commands: sorted, unrun: reader.unrun, waysTo };

  function waysTo(offset: number): readonly Conditions[] {
    if (reader.steps > MOST) return [[{ at: 0, arm: 0 }]];
    return sorted.findLast(({ start, end }) => start <= offset && offset < end)?.ways ?? [[]];
  }
}

/** Whether one of some places is passed, whichever ways the script takes. */
export function isCertain(places: readonly Conditions[]): boolean {
  if (places.some((conditions) => conditions.length === 0)) return true;
  return [...new Set(places.map(([first]) => first?.at))].some((at) =>
    [0, 1].every((arm) => {
      const within = places.filter(([first]) => first?.at === at && first?.arm === arm);
      return within.length > 0 && isCertain(within.map((conditions) => conditions.slice(1)));
    }),
  );
}

interface Reader {
  readonly commands: Map<number, Command>;
  readonly unrun: Region[];
  readonly decide: Decide;
  steps: number;
}

/** Walks a script as a shell would, into both arms of what it cannot decide. `undefined` in place of conditions: it never runs. */
function readScript(text: string, region: Region, outer: Conditions | undefined, reader: Reader): void {
  const functions = new Map<string, ShellNode>();
  const uncalled = new Map<string, ShellNode>();
  walk(parseShell(text, region.start, region.end, reader.unrun), outer, 0);
  // What nothing here calls, something else may.
  for (const body of uncalled.values()) walk(body, outer && [...outer, { at: body.start, arm: 0 }], 0);

  function walk(node: ShellNode, on: Conditions | undefined, depth: number): Outcome {
    reader.steps += 1;
    if (reader.steps > MOST) return undefined;
    switch (node.kind) {
      case 'command':
        return run(node, on, depth);
      case 'list':
        return inTurn(node, on, depth);
      case 'choice':
        return choose(node, on, depth);
      case 'loop':
        if (node.test) walk(node.test, on, depth);
        walk(node.body, node.over?.some(isLiteral) ? on : on && [...on, { at: node.body.start, arm: 0 }], depth);
        return 'likely';
      case 'function':
        functions.set(node.name, node.body);
        uncalled.set(node.name, node.body);
        return 'likely';
    }
  }

  function inTurn({ items }: ShellNode & { kind: 'list' }, on: Conditions | undefined, depth: number): Outcome {
    let before: Outcome = 'likely';
    let asked = 0;
    for (const { after, node } of items) {
      const wanted = after !== '||';
      const arm = { at: asked, arm: wanted ? 0 : 1 } as const;
      if (after === ';' || (wanted ? before === true || before === 'likely' : before === false)) {
        before = walk(node, on, depth);
        asked = node.start;
      } else if (before === undefined || before === 'likely') {
        const outcome = walk(node, on && [...on, arm], depth);
        // Whether it was asked or mended, what follows is past it.
        before = wanted ? undefined : outcome === false ? undefined : 'likely';
      } else walk(node, undefined, depth);
    }
    return before;
  }

  function choose({ arms }: ShellNode & { kind: 'choice' }, on: Conditions | undefined, depth: number): Outcome {
    let here = on;
    for (const { test, body } of arms) {
      const outcome = test === undefined ? true : 'kind' in test ? walk(test, here, depth) : isOneOf(test);
      const at = body.start;
      walk(body, outcome === true ? here : outcome === false ? undefined : here && [...here, { at, arm: 0 }], depth);
      here = outcome === true ? undefined : outcome === false ? here : here && [...here, { at, arm: 1 }];
    }
    return 'likely';
  }

  /** Whether the subject of a `case` is one of an arm's patterns. */
  function isOneOf({ subject, patterns }: CaseTest): Outcome {
    const outcomes = patterns.map(
      (pattern) => pattern === '*' || reader.decide(['[', subject.text, '=', pattern, ']']),
    );
    return outcomes.includes(true) ? true : outcomes.every((outcome) => outcome === false) ? false : undefined;
  }

  function run(
    { start, end, words }: ShellNode & { kind: 'command' },
    on: Conditions | undefined,
    depth: number,
  ): Outcome {
    const plain = words.slice(words.findIndex(({ text }) => !/^(?:\w+=.*|!|sudo|exec|time|env)$/s.test(text)));
    const [first] = plain;
    const command = reader.commands.get(start) ?? { start, end, words: plain.map((word) => word.text), ways: [] };
    reader.commands.set(start, command);
    // What is written into a file may be run from there.
    if (SAYS.test(first?.text ?? '') && !plain.some((word) => /^1?>+(?!&)/.test(word.text)))
      reader.unrun.push({ start, end });
    if (on) command.ways.push(on);
    const called = first && functions.get(first.text);
    if (called && on) {
      uncalled.delete(first.text);
      if (depth < DEEPEST) return walk(called, on, depth + 1);
    }
    const script = plain[plain.findIndex(({ text }) => /^-\w*c$/.test(text)) + 1];
    if (script && SHELL.test(first?.text ?? '') && /^["']/.test(script.text))
      readScript(text, { start: script.start + 1, end: script.end - 1 }, on, reader);
    const decided = reader.decide(plain.map((word) => word.text));
    const outcome = decided ?? (ASKS.test(first?.text ?? '') ? undefined : 'likely');
    return words[0]?.text !== '!' ? outcome : typeof outcome === 'boolean' ? !outcome : undefined;
  }
}

function isLiteral({ text }: ShellWord): boolean {
  return !/[$`*?[{]/.test(text);
}
