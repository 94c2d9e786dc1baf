/** Rules: what golive knows of production, each one file that needs facts and yields verdicts. */
import type { Evidence, Facts, Located, Needs } from './fact.js';

/** How bad a problem is. */
export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';

/** How sure a finding is: proved from the files, very likely, or a sign that a person should check. */
export type Confidence = 'certain' | 'firm' | 'tentative';

/** The areas a report is divided into. */
export type Category =
  | 'security'
  | 'secrets'
  | 'database'
  | 'static-media'
  | 'logging-monitoring'
  | 'caching-performance'
  | 'dependencies'
  | 'deployment'
  | 'structure'
  | 'testing-ci'
  | 'backup-ops'
  | 'api';

/** From worst to mildest. */
export const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

/** In the order of a report. */
export const categories: readonly Category[] = [
  'security',
  'secrets',
  'deployment',
  'database',
  'static-media',
  'dependencies',
  'api',
  'logging-monitoring',
  'caching-performance',
  'structure',
  'testing-ci',
  'backup-ops',
];

/** Working time to mend a problem, in minutes: an estimate for one person who knows Django. */
export interface Effort {
  readonly minutes: number;
}

/** An estimate in minutes. */
export const minutes = (count: number): Effort => ({ minutes: count });

/** An estimate in hours. */
export const hours = (count: number): Effort => ({ minutes: count * 60 });

/** A document behind a rule. */
export interface Reference {
  readonly kind: 'cwe' | 'django-check' | 'docs' | 'web';
  /** `CWE-489`, `security.W018`, or the document's title. */
  readonly id: string;
  readonly url: string;
}

/** A weakness of the Common Weakness Enumeration. */
export const cwe = (number: number): Reference => ({
  kind: 'cwe',
  id: `CWE-${number}`,
  url: `https://cwe.mitre.org/data/definitions/${number}.html`,
});

/** A check of Django's own framework that says the same. */
export const django = (id: string): Reference => ({
  kind: 'django-check',
  id,
  url: 'https://docs.djangoproject.com/en/stable/ref/checks/',
});

/** A page of Django's documentation: `docs('ref/settings', 'debug')`. */
export const docs = (page: string, anchor?: string): Reference => ({
  kind: 'docs',
  id: `Django: ${page}${anchor ? `#${anchor}` : ''}`,
  url: `https://docs.djangoproject.com/en/stable/${page}/${anchor ? `#${anchor}` : ''}`,
});

/** Any other document. */
export const web = (title: string, url: string): Reference => ({ kind: 'web', id: title, url });

/** One replacement in a file. */
export interface Edit {
  readonly at: Located['at'];
  readonly text: string;
}

/** A change that mends a problem: `safe` never changes what works, `review` wants a person's eye. */
export interface Fix {
  readonly title: string;
  readonly safety: 'safe' | 'review';
  readonly edits: readonly Edit[];
}

/**
 * Where the code of a remedy goes: it is run in a `terminal`, is the whole of a new `file`, stands at the `end` of one, or
 * `instead` of what the finding is about, `before` or `after` its lines; a `part` shows what to change, and a person fits it in.
 */
export type Place = 'terminal' | 'file' | 'end' | 'instead' | 'before' | 'after' | 'part';

/** The code to write, made of this project's own names. */
export interface Remedy {
  /** What to do, in one imperative sentence. */
  readonly summary: string;
  /** The lines to write, without secrets. */
  readonly code?: string;
  readonly language?: 'python' | 'dockerfile' | 'yaml' | 'toml' | 'ini' | 'bash' | 'apache' | 'nginx' | 'text';
  /** The file they belong in. */
  readonly path?: string;
  /** Where in it; where nothing is said, what follows from the code and the file. */
  readonly place?: Place;
  /** What `instead`, `before` and `after` go by, where that is not what the finding is about. */
  readonly at?: Located['at'];
}

/** Message templates by id; `{hole}` is filled with a string of the same name. */
export type Messages = Readonly<Record<string, string>>;

type Holes<S extends string> = S extends `${string}{${infer Hole}}${infer Rest}` ? Hole | Holes<Rest> : never;

/** The values a template needs: a wrong or missing hole is a compile error. */
export type Data<S extends string> = [Holes<S>] extends [never] ? [] : [data: Readonly<Record<Holes<S>, string>>];

/** What a rule says of one thing. */
export interface Verdict {
  readonly kind: 'problem' | 'question' | 'strength';
  /** The id of the message. */
  readonly message: string;
  readonly about: Located;
  readonly data: Readonly<Record<string, string>>;
  /** Further steps of the proof, after those of `about.trail`. */
  readonly evidence?: readonly Evidence[];
  readonly remedy?: Remedy;
  readonly fix?: Fix;
  /** What happens where this message is the one, instead of the risk of the rule. */
  readonly risk?: string;
  /** What the engine says of it instead of the message of a rule. */
  readonly text?: string;
  /** How bad this one is, where it does less harm than the rule is weighed for; what a configuration or a target says goes before. */
  readonly severity?: Severity;
  /** Less sure than `certain`, which is the default. */
  readonly confidence?: Confidence;
}

/** Makes a verdict of one kind; spread it to add a remedy: `{ ...problem('enabled', debug, data), remedy }`. */
export type Say<M extends Messages> = <K extends keyof M & string>(
  message: K,
  about: Located,
  ...data: Data<M[K]>
) => Verdict;

/** An option of a rule: plain data, from which the configuration's schema and the docs are made. */
export type Option =
  | { readonly type: 'integer'; readonly default: number; readonly minimum?: number; readonly description: string }
  | { readonly type: 'boolean'; readonly default: boolean; readonly description: string }
  | { readonly type: 'string'; readonly default: string; readonly description: string }
  | { readonly type: 'strings'; readonly default: readonly string[]; readonly description: string };

/** A rule's options by name. */
export type Options = Readonly<Record<string, Option>>;

/** The values of `Options`. */
export type OptionValues<O extends Options> = {
  readonly [K in keyof O]: O[K]['type'] extends 'integer'
    ? number
    : O[K]['type'] extends 'boolean'
      ? boolean
      : O[K]['type'] extends 'string'
        ? string
        : readonly string[];
};

/** What a rule's author writes. */
export interface RuleSpec<
  N extends Needs,
  P extends Messages,
  Q extends Messages,
  S extends Messages,
  O extends Options,
> {
  /** `area/slug`; the slug names the smell. Never changes its meaning. */
  readonly id: string;
  /** The smell, as a sentence without a full stop. */
  readonly title: string;
  /** Said of it under "What works" when it passes. */
  readonly sound: string;
  /** Rules whose open problem shows that `sound` does not hold, although this rule has passed: then it is not said. */
  readonly refutedBy?: readonly string[];
  readonly category: Category;
  readonly severity: Severity;
  readonly effort: Effort;
  /** What happens to whom when it is not mended, in one sentence. */
  readonly risk: string;
  readonly references: readonly Reference[];
  /** The version of golive that brought it. */
  readonly since: string;
  readonly needs: N;
  readonly options?: O;
  readonly problems: P;
  readonly questions?: Q;
  readonly strengths?: S;
  /** Whether the rule has anything to say about this project; without it, always. */
  when?(facts: Facts<N>): boolean;
  check(
    facts: Facts<N>,
    say: {
      readonly problem: Say<P>;
      readonly question: Say<Q>;
      readonly strength: Say<S>;
      readonly options: OptionValues<O>;
    },
  ): Iterable<Verdict>;
}

/** What the engine runs. `O` is the type of its options' values, for `use`. */
export interface Rule<out O = unknown> {
  readonly id: string;
  readonly title: string;
  readonly sound: string;
  readonly refutedBy?: readonly string[];
  readonly category: Category;
  readonly severity: Severity;
  readonly effort: Effort;
  readonly risk: string;
  readonly references: readonly Reference[];
  readonly since: string;
  readonly needs: Needs;
  readonly options: Options;
  readonly defaults: O;
  readonly problems: Messages;
  readonly questions: Messages;
  readonly strengths: Messages;
  applies(facts: Facts<Needs>): boolean;
  check(facts: Facts<Needs>, options: unknown): Iterable<Verdict>;
}

/** Define a rule. The types of its messages and options are checked here and erased in the result. */
export function defineRule<
  N extends Needs,
  const P extends Messages,
  const Q extends Messages = Record<never, never>,
  const S extends Messages = Record<never, never>,
  const O extends Options = Record<never, never>,
>(spec: RuleSpec<N, P, Q, S, O>): Rule<OptionValues<O>> {
  const { problems, questions, strengths, options, when, check, ...meta } = spec;
  const defaults = Object.fromEntries(Object.entries(options ?? {}).map(([name, option]) => [name, option.default]));
  return {
    ...meta,
    options: options ?? {},
    defaults: defaults as OptionValues<O>,
    problems,
    questions: questions ?? {},
    strengths: strengths ?? {},
    applies: (facts) => when?.(facts as Facts<N>) ?? true,
    check: (facts, values) =>
      check(facts as Facts<N>, {
        problem: say('problem') as Say<P>,
        question: say('question') as Say<Q>,
        strength: say('strength') as Say<S>,
        options: { ...defaults, ...(values as object) } as OptionValues<O>,
      }),
  };
}

function say(kind: Verdict['kind']) {
  return (message: string, about: Located, data: Verdict['data'] = {}): Verdict => ({ kind, message, about, data });
}

/** A message with its holes filled. */
export function fill(template: string, data: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => data[name] ?? hole);
}
