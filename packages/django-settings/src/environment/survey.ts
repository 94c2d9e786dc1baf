/** What settings files show, before they are evaluated, of the variables an operator decides with: DEBUG and the environment's name. */
import type { Expression, Module, Statement } from '../syntax/tree.js';
import { guess, isTrue } from './guess.js';
import { expressionsOf, readIn, statementsIn, type WrittenRead, within } from './reads-in-syntax.js';
import { fieldsIn } from './survey-fields.js';

/** What an operator would set, with the reason in words; a value of `null` leaves the variable unset. */
export interface Expected {
  readonly value: string | null;
  readonly why: string;
}

/** The variables of a project's settings files. */
export interface Survey {
  /** Variables that decide DEBUG or name the environment. */
  readonly expected: ReadonlyMap<string, Expected>;
  /** Read without a default somewhere, by a reader that fails without. */
  readonly required: ReadonlySet<string>;
  /** Whether the variable is set decides a condition. */
  readonly tested: ReadonlySet<string>;
  /** A default is written at a read, be it that of a helper whose own code reads without one. */
  readonly defaulted: ReadonlySet<string>;
  /** A fallback follows after `or`. */
  readonly fallback: ReadonlySet<string>;
}

const PRODUCTION = /^(?:prod|production|prd|live|release)$/iu;
const NAMES_ENVIRONMENT = /(?:^|_)(?:ENV|ENVIRONMENT|STAGE|DEPLOYMENT|TIER|RUNTIME_MODE|ENV_NAME|ENV_TYPE)$/u;
const SAYS_PRODUCTION = /(?:^|_)(?:PRODUCTION|PROD|LIVE)$/u;

/** Look through the syntax of settings files, in the order they are likely to be read. */
export function surveyOf(modules: readonly Module[]): Survey {
  const names = new Map<string, Expression>();
  const reads: WrittenRead[] = [];
  const required = new Set<string>();
  const tested = new Set<string>();
  const defaulted = new Set<string>();
  const fallback = new Set<string>();
  const debug: Expression[] = [];
  const constants = new Map<string, Set<string>>();
  const collections = new Map<string, Expression>();

  const statements = modules.flatMap((module) => [...statementsIn(module.body)]);
  for (const { field, variable, default: otherwise, bool, texts } of fieldsIn(statements)) {
    names.set(`.${field}`, readOf(variable));
    reads.push({ name: variable, how: otherwise ? 'defaulted' : 'required', default: otherwise, bool });
    for (const text of texts) addTo(constants, variable, text);
  }
  for (const statement of statements) {
    for (const [name, value] of bindings(statement)) {
      if (name === 'DEBUG') debug.push(value);
      if (/^(?:list|tuple|set|dict)$/u.test(value.kind)) collections.set(name, value);
      if (!names.has(name) && readsIn(value).length > 0) names.set(name, value);
    }
  }
  for (const statement of statements) {
    for (const expression of expressionsOf(statement)) {
      for (const one of within(expression)) {
        const read = readIn(one);
        if (read) {
          reads.push(read);
          if (read.how === 'required') required.add(read.name);
          if (read.how === 'defaulted' && read.default?.kind !== 'none') defaulted.add(read.name);
        }
        noteComparison(one, names, collections, constants);
        noteConditions(one, names, tested, fallback);
      }
    }
    if (statement.kind === 'if' || statement.kind === 'while') noteTest(statement.test, names, tested);
    if (statement.kind === 'match') noteCases(statement, names, constants);
  }
  const expected = new Map<string, Expected>();
  for (const read of reads) {
    const named = environmentName(read, constants.get(read.name));
    if (named !== undefined && !expected.has(read.name)) expected.set(read.name, named);
  }
  for (const expression of debug) expectForDebug(expression, names, constants, expected);
  return { expected, required, tested, defaulted, fallback };
}

function bindings(statement: Statement): [string, Expression][] {
  if (statement.kind === 'assign') {
    return statement.targets.flatMap((target): [string, Expression][] =>
      target.kind === 'name' ? [[target.name, statement.value]] : [],
    );
  }
  if (statement.kind === 'annotated' && statement.target.kind === 'name' && statement.value) {
    return [[statement.target.name, statement.value]];
  }
  return [];
}

/** `environ['X']`: what a field of a settings class stands for. */
function readOf(variable: string): Expression {
  const at = { start: 0, end: 0 };
  const index: Expression = { ...at, kind: 'str', value: variable };
  return { ...at, kind: 'subscript', value: { ...at, kind: 'name', name: 'environ' }, index };
}

function readsIn(expression: Expression): WrittenRead[] {
  return [...within(expression)].flatMap((one) => readIn(one) ?? []);
}

/** The variable that an expression stands for: a read, a name bound to one, or a text method of either. */
function variableOf(expression: Expression, names: ReadonlyMap<string, Expression>, depth = 0): string | undefined {
  if (depth > 5) return undefined;
  const read = readIn(expression);
  if (read) return read.how === 'presence' ? undefined : read.name;
  if (expression.kind === 'name') {
    const bound = names.get(expression.name);
    return bound && variableOf(bound, names, depth + 1);
  }
  if (expression.kind === 'attribute') {
    const field = names.get(`.${expression.name}`);
    return field && variableOf(field, names, depth + 1);
  }
  if (expression.kind === 'call' && expression.callee.kind === 'attribute' && expression.positional.length === 0) {
    return variableOf(expression.callee.value, names, depth + 1);
  }
  if (expression.kind === 'or') {
    const [first] = expression.values;
    return first && variableOf(first, names, depth + 1);
  }
  if (expression.kind === 'call' && expression.callee.kind === 'name' && expression.callee.name === 'str') {
    const [first] = expression.positional;
    return first && variableOf(first, names, depth + 1);
  }
  return undefined;
}

function noteComparison(
  one: Expression,
  names: ReadonlyMap<string, Expression>,
  collections: ReadonlyMap<string, Expression>,
  constants: Map<string, Set<string>>,
): void {
  if (one.kind !== 'compare') return;
  const variable = variableOf(one.left, names);
  if (variable === undefined) return;
  for (const [, right] of one.rest) {
    const known = right.kind === 'name' ? (collections.get(right.name) ?? right) : right;
    for (const part of within(known)) if (part.kind === 'str') addTo(constants, variable, part.value);
  }
}

function noteCases(
  statement: Extract<Statement, { kind: 'match' }>,
  names: ReadonlyMap<string, Expression>,
  constants: Map<string, Set<string>>,
): void {
  const variable = variableOf(statement.subject, names);
  if (variable === undefined) return;
  for (const { pattern } of statement.cases) {
    for (const one of pattern.kind === 'either' ? pattern.patterns : [pattern]) {
      if (one.kind === 'value' && one.value.kind === 'str') addTo(constants, variable, one.value.value);
    }
  }
}

function addTo(constants: Map<string, Set<string>>, variable: string, value: string): void {
  const known = constants.get(variable);
  if (known) known.add(value);
  else constants.set(variable, new Set([value]));
}

function noteConditions(
  one: Expression,
  names: ReadonlyMap<string, Expression>,
  tested: Set<string>,
  fallback: Set<string>,
): void {
  if (one.kind === 'conditional') noteTest(one.test, names, tested);
  if (one.kind === 'or') {
    for (const value of one.values.slice(0, -1)) {
      const read = readIn(value);
      if (read) fallback.add(read.name);
    }
  }
}

/** The variables whose being set decides a test: `if X`, `if not X`, `if X is None`, and the parts of `and` and `or`. */
function noteTest(test: Expression, names: ReadonlyMap<string, Expression>, tested: Set<string>): void {
  const parts = test.kind === 'and' || test.kind === 'or' ? test.values : [test];
  for (const part of parts) {
    const bare = part.kind === 'unary' && part.operator === 'not' ? part.value : part;
    const subject = bare.kind === 'compare' && /^is(?: not)?$/u.test(bare.rest[0]?.[0] ?? '') ? bare.left : bare;
    const variable = variableOf(subject, names);
    if (variable !== undefined) tested.add(variable);
  }
}

function environmentName(read: WrittenRead, compared: ReadonlySet<string> | undefined): Expected | undefined {
  const production = [...(compared ?? [])].find((constant) => PRODUCTION.test(constant));
  if (production !== undefined) {
    return {
      value: production,
      why: `\`${read.name}\` names the environment, and the settings compare it with \`${production}\``,
    };
  }
  if (SAYS_PRODUCTION.test(read.name) && read.how !== 'presence') {
    const yes = [...(compared ?? [])].find((constant) => /^(?:true|1|yes|on)$/iu.test(constant)) ?? 'True';
    return { value: yes, why: `\`${read.name}\` says that this is production` };
  }
  if (!compared || !NAMES_ENVIRONMENT.test(read.name)) return undefined;
  return { value: 'production', why: `\`${read.name}\` names the environment` };
}

const TRIALS = ['False', '0', 'false', 'off', 'no', 'production', 'prod', 'True', '1', 'true'];

/** Choose for the variables of an assignment to DEBUG what makes it false: nothing, if that does. */
function expectForDebug(
  expression: Expression,
  names: ReadonlyMap<string, Expression>,
  constants: ReadonlyMap<string, ReadonlySet<string>>,
  expected: Map<string, Expected>,
): void {
  const variables = new Set(readsIn(expression).map((read) => read.name));
  for (const one of within(expression)) {
    const bound = one.kind === 'name' ? names.get(one.name) : undefined;
    for (const read of bound ? readsIn(bound) : []) variables.add(read.name);
  }
  for (const variable of variables) {
    if (expected.has(variable)) continue;
    const outcome = (value: string | null) => {
      const found = guess(expression, { variable, value, names });
      return found === undefined ? undefined : isTrue(found);
    };
    if (outcome(null) === false) {
      expected.set(variable, { value: null, why: `\`DEBUG\` is off without \`${variable}\`` });
      continue;
    }
    const onlyPresence = readsIn(expression).every((read) => read.name !== variable || read.how === 'presence');
    const trials = onlyPresence ? ['1'] : [...TRIALS, ...(constants.get(variable) ?? [])];
    const value = trials.find((trial) => outcome(trial) === false);
    if (value !== undefined) expected.set(variable, { value, why: `\`${variable}\` decides \`DEBUG\`` });
  }
}
