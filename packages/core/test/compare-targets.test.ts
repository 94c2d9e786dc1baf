/** The comparison of targets: what is wrong everywhere is told once, what a target has beside it is that target's own. */
import { describe, expect, test } from 'vitest';
import {
  audit,
  type Capability,
  compareTargets,
  type Detection,
  defineChecklist,
  defineDetector,
  defineRule,
  isSetUp,
  minutes,
  type Profile,
  project as projectFact,
  projectOf,
  type Report,
  type Rule,
  type Severity,
  use,
} from '../src/index.js';

const project = projectOf({ 'app.py': 'alpha\nbeta\ngamma\n' }, { name: 'shop' });

function finds(word: string, severity: Severity): Rule {
  return defineRule({
    id: `test/${word}`,
    title: word,
    sound: 'Sound',
    category: 'deployment',
    severity,
    effort: minutes(5),
    risk: 'Risk.',
    references: [],
    since: '0.1.0',
    needs: { project: projectFact },
    problems: { found: 'There is {word}.' },
    *check({ project }, { problem }) {
      const file = project.file('app.py');
      const start = file?.text.indexOf(word) ?? -1;
      if (file && start >= 0) yield problem('found', { at: file.at({ start, end: start + word.length }) }, { word });
    },
  });
}

const [alpha, beta, gamma] = [finds('alpha', 'critical'), finds('beta', 'high'), finds('gamma', 'low')];

function reportFor(id: string, rules: Profile['rules'], capabilities: readonly Capability[] = []): Report {
  return audit(project, {
    providers: [],
    rules,
    profile: {
      id,
      title: id,
      detector: defineDetector({}, () => undefined),
      providers: [],
      rules: [],
      capabilities,
      checklist: defineChecklist({}, () => []),
    },
    today: '2026-11-20',
    version: '1.0.0',
  });
}

const rulesOf = (changes: readonly { readonly rule: string; readonly severity: Severity }[] | undefined) =>
  changes?.map(({ rule, severity }) => `${rule} ${severity}`);

describe('what would have to change', () => {
  test('is told once where every target has it, and of a target where not all have it', () => {
    const { everywhere, targets } = compareTargets(
      [reportFor('mars', [alpha, beta, gamma]), reportFor('venus', [gamma, alpha]), reportFor('moon', [alpha, gamma])],
      [],
    );
    expect(rulesOf(everywhere)).toEqual(['test/alpha critical', 'test/gamma low']);
    expect(targets.map(({ id, changes }) => [id, rulesOf(changes)])).toEqual([
      ['moon', []],
      ['venus', []],
      ['mars', ['test/beta high']],
    ]);
    expect(everywhere[0]).toMatchObject({ message: 'There is alpha.', location: { path: 'app.py' }, findings: 1 });
  });

  test('is of a target too where it weighs more there than elsewhere', () => {
    const worse = use(gamma, { severity: 'critical', why: 'It does.' });
    const { everywhere, targets } = compareTargets([reportFor('mars', [worse]), reportFor('venus', [gamma])], []);
    expect(rulesOf(everywhere)).toEqual(['test/gamma low']);
    expect(targets.map(({ id, changes }) => [id, rulesOf(changes)])).toEqual([
      ['venus', []],
      ['mars', ['test/gamma critical']],
    ]);
  });

  test('names the targets that say the same', () => {
    const worse = use(beta, { severity: 'critical', why: 'It does.' });
    const { everywhere, targets } = compareTargets(
      [reportFor('mars', [alpha, beta]), reportFor('venus', [alpha, beta]), reportFor('moon', [alpha, worse])],
      [],
    );
    expect(everywhere.map((change) => [change.rule, change.targets])).toEqual([
      ['test/alpha', ['mars', 'venus', 'moon']],
      ['test/beta', ['mars', 'venus']],
    ]);
    expect(targets.flatMap(({ changes }) => changes.map((change) => [change.severity, change.targets]))).toEqual([
      ['critical', ['moon']],
    ]);
  });

  test('is all of it where there is one target alone, worst first', () => {
    const { everywhere, targets } = compareTargets([reportFor('mars', [gamma, beta, alpha])], []);
    expect(everywhere).toEqual([]);
    expect(rulesOf(targets[0]?.changes)).toEqual(['test/alpha critical', 'test/beta high', 'test/gamma low']);
  });
});

describe('the order', () => {
  const detection = (target: string, confidence: number): Detection => ({ target, confidence, reasons: [] });
  const idsOf = (detections: readonly Detection[]) =>
    compareTargets(
      [reportFor('mars', [alpha]), reportFor('venus', [gamma]), reportFor('moon', [beta])],
      detections,
    ).targets.map(({ id }) => id);

  test('is by readiness', () => {
    expect(idsOf([])).toEqual(['venus', 'moon', 'mars']);
  });

  test('has those first that files of the project are for, not those that something mentions', () => {
    expect(idsOf([detection('mars', 0.9), detection('moon', 0.3)])).toEqual(['mars', 'venus', 'moon']);
    expect([isSetUp({ confidence: 0.5 }), isSetUp({ confidence: 0.4 })]).toEqual([true, false]);
  });
});

test('no report is a mistake of the caller', () => {
  expect(() => compareTargets([], [])).toThrow(RangeError);
});
