/** Several targets in one run: each report is the one that its target alone would get, and what they share is read once. */
import { describe, expect, test } from 'vitest';
import type { SharedFacts } from '../src/fact.js';
import {
  audit,
  auditTargets,
  createFactReader,
  declareFact,
  defineChecklist,
  defineDetector,
  defineFact,
  defineRule,
  deployment,
  FactError,
  given,
  minutes,
  type Profile,
  type Provider,
  project as projectFact,
  projectOf,
  provide,
  type Report,
  unknownDeployment,
  use,
} from '../src/index.js';
import { suppressionComment } from '../src/rules/golive/suppression-comment.js';
import { createSharedFacts } from '../src/shared-facts.js';

const project = projectOf({
  'app.py':
    'PORT = 80  # golive: ignore[moon/port-fixed] the crew knows\nDISK = 1  # golive: ignore[moon/nothing] none\n',
});

/** How often the whole project was listed. */
function countedFact() {
  const count = { times: 0 };
  const lines = defineFact({
    id: 'lines',
    needs: { project: projectFact },
    derive: ({ project }) => {
      count.times += 1;
      return project.file('app.py')?.text.split('\n') ?? [];
    },
  });
  return { count, lines };
}

function targetOf(id: string, lines: ReturnType<typeof countedFact>['lines']): Profile {
  const portFixed = defineRule({
    id: `${id}/port-fixed`,
    title: 'The port is fixed',
    sound: 'The port is free',
    category: 'deployment',
    severity: 'high',
    effort: minutes(5),
    risk: 'Risk.',
    references: [],
    since: '0.1.0',
    needs: { lines, deployment, project: projectFact },
    problems: { fixed: 'Fixed on {target}.' },
    *check({ lines, deployment, project }, { problem }) {
      const file = project.file('app.py');
      if (file && lines[0]?.startsWith('PORT'))
        yield problem('fixed', { at: file.at({ start: 0, end: 4 }) }, { target: deployment.target });
    },
  });
  return {
    id,
    title: id,
    detector: defineDetector({}, () => undefined),
    providers: [provide(deployment, { lines }, () => ({ ...unknownDeployment, target: id }))],
    rules: [portFixed],
    capabilities: [],
    checklist: defineChecklist({}, () => []),
  };
}

const common = { providers: [], today: '2026-11-20', version: '1.0.0' };

describe('several targets', () => {
  test('get the report that each of them alone would get', () => {
    const { lines } = countedFact();
    const profiles = [targetOf('mars', lines), targetOf('venus', lines)];
    const plans = profiles.map((profile) => ({ profile, rules: profile.rules }));
    const together = auditTargets(project, common, plans);
    expect(together).toEqual(plans.map((plan) => audit(project, { ...common, ...plan })));
    expect(together.map(({ findings }) => findings[0]?.message)).toEqual(['Fixed on mars.', 'Fixed on venus.']);
  });

  test('share what none of them changes', () => {
    const { count, lines } = countedFact();
    const profiles = ['mars', 'venus', 'pluto'].map((id) => targetOf(id, lines));
    auditTargets(
      project,
      common,
      profiles.map((profile) => ({ profile, rules: profile.rules })),
    );
    expect(count.times).toBe(1);
  });

  test('share what a rule says that needs nothing of theirs, with the same options', () => {
    const { lines } = countedFact();
    const asked: number[] = [];
    const long = defineRule({
      id: 'files/long',
      title: 'A file is long',
      sound: 'No file is long',
      category: 'structure',
      severity: 'low',
      effort: minutes(5),
      risk: 'Risk.',
      references: [],
      since: '0.1.0',
      needs: { project: projectFact },
      options: { most: { type: 'integer', default: 5, minimum: 0, description: 'Most.' } },
      problems: { long: 'Long.' },
      *check({ project }, { problem, options }) {
        asked.push(options.most);
        const file = project.file('app.py');
        if (file && file.text.length > options.most) yield problem('long', { at: file.at({ start: 0, end: 4 }) });
      },
    });
    const plans = ['mars', 'venus', 'pluto'].map((id) => {
      const profile = targetOf(id, lines);
      const own = id === 'pluto' ? use(long, { options: { most: 900 } }) : use(long, { severity: 'high' });
      return { profile, rules: [...profile.rules, id === 'mars' ? long : own] };
    });
    const reports = auditTargets(project, common, plans);
    expect(asked).toEqual([5, 900]);
    expect(
      reports.map(({ findings }) => findings.flatMap(({ rule, severity }) => (rule === long.id ? severity : []))),
    ).toEqual([['low'], ['high'], []]);
  });
});

describe('a comment that accepts a finding', () => {
  const { lines } = countedFact();
  const [moon, sun] = [targetOf('moon', lines), targetOf('sun', lines)];
  const rules = [...moon.rules, suppressionComment];
  const idle = (report: Report | undefined) =>
    report?.findings.filter(({ messageId }) => messageId === 'unused').map(({ location }) => location.start.line);

  test('of one target is of use to all of them', () => {
    const reports = auditTargets(project, common, [
      { profile: moon, rules },
      { profile: sun, rules: [...sun.rules, suppressionComment] },
    ]);
    expect(reports.map(idle)).toEqual([[2], [2]]);
  });

  test('of a rule that only other targets have may be of use there, one of a rule that nobody has is not', () => {
    const plan = { ...common, rules: [suppressionComment] };
    expect(idle(audit(project, plan))).toEqual([1, 2]);
    expect(idle(audit(project, { ...plan, otherRules: ['moon/port-fixed'] }))).toEqual([2]);
  });
});

describe('readers that share', () => {
  const inputs = [given(projectFact, project)];
  const reader = (target: string, shared: SharedFacts, more: readonly Provider[] = []) =>
    createFactReader([...inputs, given(deployment, { ...unknownDeployment, target }), ...more], shared);
  const letters = declareFact<{ readonly count: number; again(): number }>('letters');
  const counted = provide(
    letters,
    { deployment },
    ({ deployment }) => ({ count: deployment.target.length, again: () => deployment.target.length }),
    ({ count }) => ({ count }),
  );
  const twice = defineFact({ id: 'twice', needs: { letters }, derive: ({ letters }) => [letters.count * 2] });

  test('derive once what needs nothing of their own', () => {
    const { count, lines } = countedFact();
    const shared = createSharedFacts();
    const [mars, venus] = [reader('mars', shared), reader('venus', shared)];
    expect([mars(deployment).target, venus(deployment).target]).toEqual(['mars', 'venus']);
    expect(mars(lines)).toBe(venus(lines));
    expect(count.times).toBe(1);
  });

  test('derive once what follows from values that say the same', () => {
    const shared = createSharedFacts();
    const [mars, moon, venus] = ['mars', 'moon', 'venus'].map((target) => reader(target, shared, [counted]));
    expect(moon?.(letters)).toBe(mars?.(letters));
    expect(moon?.(twice)).toBe(mars?.(twice));
    expect(venus?.(twice)).toEqual([10]);
  });

  test('do not take one that another provider made', () => {
    const shared = createSharedFacts();
    const other = provide(letters, { deployment }, () => ({ count: 1, again: () => 1 }));
    expect(reader('mars', shared, [counted])(twice)).toEqual([8]);
    expect(reader('mars', shared, [other])(twice)).toEqual([2]);
  });

  test('tell of a fact that nobody provides, and of one that needs itself, as any reader does', () => {
    const shared = createSharedFacts();
    expect(() => createFactReader([], shared)(projectFact)).toThrow(FactError);
    const circular: Record<string, typeof twice> = {};
    const needsItself = { id: 'circular', needs: circular, derive: ({ self }: Record<string, number[]>) => self ?? [] };
    circular.self = needsItself as typeof twice;
    expect(() => createFactReader([], shared)(needsItself as typeof twice)).toThrow('needs itself');
  });
});
