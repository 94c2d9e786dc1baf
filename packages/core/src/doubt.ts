/** A project that does not say which Django it installs is judged by the one it was written for; what another would not have is a question. */
import { type Checked, runRules } from './check.js';
import type { FactReader } from './fact.js';
import { dependencies } from './facts/dependencies.js';
import { operator } from './facts/inputs.js';
import { settings } from './facts/settings.js';
import { fill, type Rule, type Verdict } from './rule.js';

/** The same verdicts, with those turned into questions that hang on which Django is installed. `with` reads the facts anew for another. */
export function inDoubtOfDjango(
  checked: readonly Checked[],
  read: FactReader,
  readWith: (django: string) => FactReader,
): readonly Checked[] {
  const trace = attempt(() => (read(operator).django === undefined ? read(dependencies).djangoTrace : undefined));
  if (!trace) return checked;
  const other = readWith(trace.otherwise);
  const stops = (reader: FactReader) => attempt(() => reader(settings).startup.ok === false) ?? true;
  // A Django on which the site does not start is not the one that it runs on.
  const plausible = !stops(other) || stops(read);
  const failed = checked.filter((item) => problemsOf(item).length > 0).map(({ entry }) => entry);
  const again = new Map(runRules(failed, other).map((item) => [item.entry, problemsOf(item)]));
  return checked.map((item) => {
    const others = again.get(item.entry);
    if (item.kind !== 'checked' || !others) return item;
    const alone = problemsOf(item).length === 1 && others.length === 1;
    const verdicts = item.verdicts.map((verdict): Verdict => {
      if (verdict.kind !== 'problem' || others.some((said) => isSame(said, verdict))) return verdict;
      // The same fault in what the other reads instead: `MIDDLEWARE` for `MIDDLEWARE_CLASSES`.
      if (alone || !plausible)
        return { ...verdict, confidence: verdict.confidence === 'tentative' ? 'tentative' : 'firm' };
      return questionOf(item.entry.rule, verdict, trace.series, trace.otherwise);
    });
    return { ...item, verdicts };
  });
}

const problemsOf = (item: Checked): readonly Verdict[] =>
  item.kind === 'checked' ? item.verdicts.filter(({ kind }) => kind === 'problem') : [];

const isSame = (a: Verdict, b: Verdict): boolean => a.message === b.message && a.about.subject === b.about.subject;

function questionOf(rule: Rule, verdict: Verdict, series: string, otherwise: string): Verdict {
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
function attempt<T>(value: () => T): T | undefined {
  try {
    return value();
  } catch {
    return undefined;
  }
}
