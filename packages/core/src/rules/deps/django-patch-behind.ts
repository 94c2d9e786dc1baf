/** A pinned Django whose series has mended vulnerabilities since. */
import { dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { cwe, defineRule, minutes, web } from '../../rule.js';
import { confidenceInRow } from './declared.js';
import { eitherOf } from './either-version.js';
import { upgradeLines } from './manifest-lines.js';

export const djangoPatchBehind = defineRule({
  id: 'deps/django-patch-behind',
  title: 'Django lacks security releases of its own series',
  sound: 'Django has all security releases of its series',
  category: 'dependencies',
  severity: 'high',
  effort: minutes(30),
  risk: 'Vulnerabilities that are published and mended are open in this site.',
  references: [
    cwe(1395),
    web('Django: Security releases', 'https://docs.djangoproject.com/en/stable/releases/security/'),
  ],
  since: '0.1.0',
  needs: { dependencies, project },
  problems: {
    behind: 'Django {version} lacks {count} of its series, the last of them {latest}.',
    either: 'Django is {versions}, and even {version} lacks {count} of its series, the last of them {latest}.',
  },
  // A series without support is the worse fault, and has a rule of its own.
  when: ({ dependencies: { django } }) => django?.securityReleases !== undefined && django.status !== 'ended',
  *check({ dependencies, project }, { problem }) {
    const { django } = dependencies;
    const releases = django?.securityReleases ?? [];
    const latest = releases.at(-1);
    if (!django || latest === undefined) return;
    const count = releases.length === 1 ? 'a security release' : `${releases.length} security releases`;
    const next = django.latest ?? latest;
    const newest = django.pins?.at(-1);
    if (django.pins && newest) {
      yield {
        ...problem('either', django, { versions: eitherOf(django.pins), version: newest.version, count, latest }),
        confidence: confidenceInRow(dependencies.get('django')),
        evidence: django.pins.map(({ at, version }) => ({ at, note: `It is ${version} here.` })),
        remedy: {
          summary: `Raise it to ${next} in each of these files; releases of one series are compatible.`,
          path: django.at.path,
        },
      };
      return;
    }
    if (!django.version) return;
    const locked = dependencies.manifests.some(({ path, lock }) => lock && path === django.at.path);
    const wanted = `Django==${next}`;
    const declared = dependencies.get('django');
    const line = locked || !declared ? {} : upgradeLines(dependencies, declared, next, project);
    const source = locked && declared && declared.at.path !== django.at.path ? declared : undefined;
    const raised = source && endsWithin(source.specifier, django.version) ? source : undefined;
    yield {
      ...problem('behind', django, {
        version: django.version,
        count,
        latest,
      }),
      confidence: confidenceInRow(dependencies.get('django')),
      remedy: {
        summary: !locked
          ? `Raise the pin to ${next}; releases of one series are compatible.`
          : raised
            ? `Raise \`django${raised.specifier}\` in \`${raised.at.path}\` to \`${wanted}\`, then update the lock file; releases of one series are compatible.`
            : 'Update the lock file; releases of one series are compatible.',
        // A line of another format is not written here, and the command of an installer would leave the series.
        ...(line.place === 'instead' ? line : {}),
        path: (raised ?? django).at.path,
      },
    };
  },
});

/** Whether a specifier names one release of the version's series, or ends at one: an update of a lock finds nothing newer. */
function endsWithin(specifier: string, version: string): boolean {
  const series = version.split('.').slice(0, 2).join('\\.');
  return new RegExp(`(^|,)\\s*(={1,3}|<=?)?\\s*${series}\\.\\d+\\s*(,|$)`).test(specifier);
}
