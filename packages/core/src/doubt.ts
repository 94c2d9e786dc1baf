/** What is less sure than a rule can know. A project that does not say which Django it installs is judged by the one it was written for; what another would not have is a question. */
import type { Plan } from './audit.js';
import { type Checked, runRules } from './check.js';
import type { FactReader, Located } from './fact.js';
import { type DjangoTrace, dependencies } from './facts/dependencies.js';
import { deployment } from './facts/deployment.js';
import { entryPoints, guessedModule, templateOfMissing } from './facts/entry-points.js';
import { operator, project as projectFact } from './facts/inputs.js';
import { settings } from './facts/settings.js';
import { sources } from './facts/sources.js';
import { fill, type Rule, type Verdict } from './rule.js';
import { overridesOf } from './rules/settings/final-values.js';

/** The same verdicts, with those turned into questions that hang on which Django is installed. `readWith` reads the facts anew for another. */
export function inDoubtOfDjango(
  checked: readonly Checked[],
  read: FactReader,
  readWith: (django: string) => FactReader,
): readonly Checked[] {
  const declared = attempt(() => (read(operator).django === undefined ? read(dependencies) : undefined));
  const trace = declared?.djangoTrace;
  if (trace) return compared(checked, read, readWith(trace.otherwise), trace);
  // Which setting names the middleware has changed once.
  if (!declared || declared.django) return checked;
  return checked.map((item) =>
    eachProblem(item, (verdict) =>
      /:MIDDLEWARE(_CLASSES)?$/.test(verdict.about.subject ?? '') ? less(verdict) : verdict,
    ),
  );
}

/** A problem that the other Django would not have is a question. */
function compared(
  checked: readonly Checked[],
  read: FactReader,
  other: FactReader,
  trace: DjangoTrace,
): readonly Checked[] {
  const stops = (reader: FactReader) => attempt(() => reader(settings).startup.ok === false) ?? true;
  // A Django on which the site does not start is not the one that it runs on.
  const plausible = !(stops(other) || needsOldDjango(read)) || stops(read);
  const failed = checked.filter((item) => problemsOf(item).length > 0).map(({ entry }) => entry);
  const again = new Map(runRules(failed, other).map((item) => [item.entry, problemsOf(item)]));
  return checked.map((item) => {
    const others = again.get(item.entry) ?? [];
    const alone = problemsOf(item).length === 1 && others.length === 1;
    return eachProblem(item, (verdict) => {
      if (others.some((said) => isSame(said, verdict))) return verdict;
      // The same fault in what the other reads instead: `MIDDLEWARE` for `MIDDLEWARE_CLASSES`.
      return alone || !plausible ? less(verdict) : questionOf(item.entry.rule, verdict, trace);
    });
  });
}

/** What no supported Django has any more, by the module that had it; all of the module where no names are given. */
const gone: Readonly<Record<string, RegExp>> = {
  'django.core.urlresolvers': /^/,
  'django.conf.urls': /^(?:url|patterns)$/,
  'django.utils.translation': /^ugettext/,
  'django.utils.encoding': /^(?:(?:force|smart)_(?:text|unicode)|python_2_unicode_compatible)$/,
  'django.contrib.staticfiles.templatetags.staticfiles': /^/,
};

/** Whether code that every start of the site loads takes from Django what only one without support has. */
function needsOldDjango(read: FactReader): boolean {
  const files = attempt(() => read(sources).files) ?? [];
  return files.some(
    ({ aside, loaded, imports }) =>
      !aside && loaded === 'yes' && imports.some(({ module, names }) => names.some((name) => gone[module]?.test(name))),
  );
}

/** A checked rule whose problems are changed. */
export function eachProblem(item: Checked, change: (verdict: Verdict) => Verdict): Checked {
  if (item.kind !== 'checked') return item;
  return {
    ...item,
    verdicts: item.verdicts.map((verdict) => (verdict.kind === 'problem' ? change(verdict) : verdict)),
  };
}

const less = (verdict: Verdict): Verdict => ({
  ...verdict,
  confidence: verdict.confidence === 'tentative' ? 'tentative' : 'firm',
});

/** What a target's own rules say is less sure where the files only suggest the target. */
export function inDoubtOfTarget(
  checked: readonly Checked[],
  { profile, detection }: Pick<Plan, 'profile' | 'detection'>,
): readonly Checked[] {
  if (!profile || !detection || detection.confidence >= 0.7) return checked;
  return checked.map((item) => (item.entry.rule.id.startsWith(`${profile.id}/`) ? eachProblem(item, less) : item));
}

/** Where nothing names the module that is judged, files name another, or it says that it is for development, its values are less sure. */
export function inDoubtOfModule(checked: readonly Checked[], read: FactReader): readonly Checked[] {
  const guessed = attempt(() => {
    const found = read(entryPoints);
    return guessedModule(found) ?? (found.production?.said === undefined ? undefined : found.production);
  });
  if (!guessed) return checked;
  return checked.map((item) =>
    eachProblem(item, (verdict) =>
      verdict.about.subject?.startsWith(`${guessed.module}:`) === true ? less(verdict) : verdict,
    ),
  );
}

/** Where the server has settings of its own, of which a copy or a template lies here: what that says otherwise is a question. */
export function inDoubtOfCopy(checked: readonly Checked[], read: FactReader): readonly Checked[] {
  const found = attempt(() => {
    const project = read(projectFact);
    const whole = read(deployment).settingsCopy;
    const copy = whole ?? templateOfMissing(read(entryPoints), project.paths);
    return { ...read(settings), whole, copy, project };
  });
  const copy = found?.copy === undefined ? undefined : found.project.file(found.copy);
  if (!found || !copy || found.path === copy.path) return checked;
  const saysOtherwise = ({ at, subject = '' }: Located): boolean => {
    const name = subject.startsWith(`${found.module}:`) ? /^\w+/.exec(subject.slice(found.module.length + 1))?.[0] : '';
    if (!name) return false;
    const line = found.project.file(at.path)?.text.slice(at.span.start, at.span.end) ?? '';
    const assigns = new RegExp(`^[ \\t]*${name}\\b`, 'm');
    // A template builds on what is here: what it leaves out stays.
    if (found.whole === undefined && !assigns.test(copy.text)) return false;
    return assigns.test(line) ? !copy.text.includes(line) : assigns.test(copy.text);
  };
  return checked.map((item) =>
    eachProblem(item, (verdict) => {
      // What is in the repository is there, whichever file the server loads.
      if (item.entry.rule.category === 'secrets' || !saysOtherwise(verdict.about)) return verdict;
      const said = fill(item.entry.rule.problems[verdict.message] ?? verdict.message, verdict.data);
      const text = `${said} \`${copy.path}\` says otherwise, which seems to be what the server has in its place. Is it so there?`;
      return { kind: 'question', message: verdict.message, about: verdict.about, data: verdict.data, text };
    }),
  );
}

/** Where a file outside of the repository may set a setting again, what is said of its value here is less sure. */
export function inDoubtOfOverrides(checked: readonly Checked[], read: FactReader): readonly Checked[] {
  const found = attempt(() => read(settings));
  const overrides = found ? overridesOf(found) : [];
  if (!found || overrides.length === 0) return checked;
  const mayChange = ({ at, subject }: Located): boolean =>
    subject?.startsWith(`${found.module}:`) === true &&
    // What the same file assigns below the line that reads the other stays as it is.
    overrides.some((override) => at.path !== override.at.path || at.span.start < override.at.span.start);
  return checked.map((item) => eachProblem(item, (verdict) => (mayChange(verdict.about) ? less(verdict) : verdict)));
}

const problemsOf = (item: Checked): readonly Verdict[] =>
  item.kind === 'checked' ? item.verdicts.filter(({ kind }) => kind === 'problem') : [];

const isSame = (a: Verdict, b: Verdict): boolean => a.message === b.message && a.about.subject === b.about.subject;

function questionOf(rule: Rule, verdict: Verdict, { series, otherwise }: DjangoTrace): Verdict {
  const said = fill(rule.problems[verdict.message] ?? verdict.message, verdict.data);
  return {
    kind: 'question',
    message: verdict.message,
    about: verdict.about,
    data: verdict.data,
    text: `${said} That is so with Django ${series}, for which the code was written, and not with ${otherwise}. Which one is installed?`,
  };
}

/** A fact that cannot be read gives no cause for doubt. */
export function attempt<T>(value: () => T): T | undefined {
  try {
    return value();
  } catch {
    return undefined;
  }
}
