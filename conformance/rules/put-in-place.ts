/** The code of remedies, put in place in the pages' own bad examples: it must make the problem go away. */
import type { ReportFinding, Rule } from '@django-golive/core';
import { type Examined, examine } from 'django-golive/testing';

/** Rules whose code no single edit puts in place, and why. A person reads what to do, and the code shows a part of it. */
export const byHand: Readonly<Record<string, string>> = {
  'docker/data-in-container':
    'a volume is named in the service and declared at the top level, and a setting goes along',
  'docker/database-volume-missing': 'a volume is named in the service and declared at the top level',
  'docker/env-file-copied': 'the lines go into a `.dockerignore` that may be there already',
  'docker/migrations-in-every-container': 'a service of its own, and the command leaves another file',
  'docker/secret-in-image': 'the line goes, and the command that needs it is another one',
  'docker/storage-published':
    'two variables of a service in the form that its others have, and what signs in with them goes along',
  'heroku/redis-certificate-refused': 'what the address of Redis begins with is known on the host alone',
  'secrets/fixture-users': 'each account has a line of its own',
};

/** What a rule may go on to say once its code is in place: the next step, which the summary names. */
const goesOn: Readonly<Record<string, RegExp>> = {
  'apache-ubuntu/sqlite-not-writable': /Can `www-data` write/,
  'gunicorn/worker-class-missing': /`uvicorn-worker` is not among the packages/,
};

type Files = Readonly<Record<string, string>>;

/** What came of a remedy whose code was tried. */
export interface Tried {
  readonly code: string;
  /** What the rule still says, or says instead. */
  readonly left: readonly string[];
  /** Whether the settings still load; `null` where that is not known. */
  readonly starts: boolean | null | undefined;
}

/** Each remedy of an example put in place on its own; `undefined` where its code cannot be. */
export function putInPlace(
  rule: Rule,
  files: Files,
  how: Parameters<typeof examine>[2],
  { findings, questions, report }: Examined,
): readonly { readonly finding: ReportFinding; readonly tried: Tried | undefined }[] {
  const before = new Set([...findings.map(said), ...questions.map(({ text }) => text)]);
  return findings
    .filter(({ remedy }) => remedy?.code !== undefined)
    .map((finding) => {
      const mended = withRemedy(files, finding);
      if (!mended) return { finding, tried: undefined };
      before.delete(said(finding));
      const after = withGiven(rule, mended, how, examine(rule, mended, how), finding.remedy?.code ?? '');
      const now = [...after.findings.map(said), ...after.questions.map(({ text }) => text)];
      const left = now.filter((text) => !before.has(text) && !goesOn[rule.id]?.test(text));
      before.add(said(finding));
      const starts = report.startup?.ok === false || after.report.startup?.ok;
      return { finding, tried: { code: finding.remedy?.code ?? '', left, starts } };
    });
}

/** Where it then asks whether a variable of the code is given, an operator gives it. */
function withGiven(rule: Rule, files: Files, how: Parameters<typeof examine>[2], after: Examined, code: string) {
  const [, variable] = /environ(?:\.get\(|\[)'(\w+)'/.exec(code) ?? [];
  if (after.questions.length === 0 || variable === undefined) return after;
  const variables = { ...how?.operator?.variables, [variable]: 'shop.example.com' };
  return examine(rule, files, { ...how, operator: { ...how?.operator, variables } });
}

const said = ({ message, location }: ReportFinding): string => `${location.path}: ${message}`;

/** The files with the edits of a finding's fix, or with the part that its code shows spread over what is there. */
export function withRemedy(files: Files, { fix, remedy }: ReportFinding): Files | undefined {
  if (!fix) return withPart(files, remedy?.path ?? '', remedy?.code ?? '');
  const changed: Record<string, string> = { ...files };
  // The last edit of a file first, so that places stay what they were.
  const edits = [...fix.edits].reverse();
  for (const { location, text } of edits) {
    const old = changed[location.path] ?? '';
    changed[location.path] = old.slice(0, offset(old, location.start)) + text + old.slice(offset(old, location.end));
  }
  return changed;
}

function offset(text: string, { line, column }: { readonly line: number; readonly column: number }): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.join('\n').length + (line > 1 ? 1 : 0) + column - 1;
}

const rest = /^ *# ….*$/m;

/** A setting of which the code shows what changes: `# …` stands for the other entries that it has. */
function withPart(files: Files, path: string, code: string): Files | undefined {
  const name = /^([A-Z]\w*) = ([[{])/m.exec(code);
  const text = files[path];
  if (!name || text === undefined || !rest.test(code)) return undefined;
  const own = [...code.matchAll(/^ {4}('[^']+')[,:]/gm)].map(([, entry]) => entry).join(', ');
  const others =
    name[2] === '['
      ? `*[entry for entry in THERE if entry not in (${own},)],`
      : `**{key: entry for key, entry in THERE.items() if key not in (${own},)},`;
  const there = `try:\n    THERE = ${name[1]}\nexcept NameError:\n    THERE = ${name[2] === '[' ? '[]' : '{}'}\n`;
  return { ...files, [path]: `${text}\n${there}${code.replace(rest, others)}\n` };
}
