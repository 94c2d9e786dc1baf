/** Several targets in one run: each report is the one that its target alone would get, and what they share is read once. */
import { describe, expect, test } from 'vitest';
import {
  audit,
  auditTargets,
  createFactReader,
  defineChecklist,
  defineDetector,
  defineFact,
  defineRule,
  deployment,
  FactError,
  given,
  layerFacts,
  minutes,
  type Profile,
  project as projectFact,
  projectOf,
  provide,
  type Report,
  unknownDeployment,
  use,
} from '../src/index.js';
import { suppressionComment } from '../src/rules/golive/suppression-comment.js';

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

describe('a layer of facts', () => {
  const own = defineFact({ id: 'own', needs: { deployment }, derive: ({ deployment }) => deployment.target });
  const base = [given(deployment, unknownDeployment)];

  test('answers by its own providers wherever they reach, and by what lies beneath elsewhere', () => {
    const { count, lines } = countedFact();
    const providers = [...base, given(projectFact, project)];
    const beneath = createFactReader(providers);
    const layer = layerFacts(beneath, providers, [given(deployment, { ...unknownDeployment, target: 'mars' })]);
    expect([beneath(own), layer(own)]).toEqual(['none', 'mars']);
    expect([layer(lines), beneath(lines), count.times]).toEqual([beneath(lines), layer(lines), 1]);
  });

  test('tells of a fact that nobody provides, and of one that needs itself, as any reader does', () => {
    const beneath = createFactReader(base);
    expect(() => layerFacts(beneath, base, [])(projectFact)).toThrow(FactError);
    const circular: Record<string, typeof own> = {};
    const needsItself = {
      id: 'circular',
      needs: circular,
      derive: (facts: Record<string, string>) => facts.self ?? '',
    };
    circular.self = needsItself as typeof own;
    expect(() => layerFacts(beneath, base, [])(needsItself as typeof own)).toThrow('needs itself');
  });
});
