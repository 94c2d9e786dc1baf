/** From a directory to a report: the whole pipeline with golive's own readers, targets and clock. */
import {
  audit,
  type Baseline,
  createFactReader,
  type Detection,
  type Operator,
  type Profile,
  type Project,
  providersOf,
  type Report,
  type RuleSet,
  readNeeds,
  recommended,
} from '@django-golive/core';
import { readSettings } from '@django-golive/django-settings';
import { profiles } from '@django-golive/profiles';
import { type AdvisorySource, readDependencies, readDependenciesWith } from '@django-golive/python-deps';
import { loadProject } from './disk/load-project.js';
import { version } from './version.js';

/** golive's own readers, in the order in which they are asked. */
export const readers = [...readDependencies, ...readSettings];

/** How an audit is to be made. */
export interface AuditOptions {
  /** A target's id, or `none`; detected from the files where it is not named. */
  readonly target?: string;
  readonly operator?: Partial<Operator>;
  /** Added to the recommended rules; the last word on a rule wins. */
  readonly rules?: RuleSet;
  readonly baseline?: Baseline;
  /** Instead of the snapshot of advisories that golive brings. */
  readonly advisories?: AdvisorySource;
  /** `YYYY-MM-DD`; today where not given. */
  readonly today?: string;
}

/** Thrown for options that cannot be met; the message is for the person who gave them. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Audit a directory. Throws `UsageError` for a target that does not exist, and file system errors of the directory itself. */
export function auditProject(directory: string, options: AuditOptions = {}): Report {
  return auditLoaded(loadProject(directory), options);
}

/** Audit a project that is already loaded, from disk or from anywhere else. */
export function auditLoaded(project: Project, options: AuditOptions = {}): Report {
  const today = options.today ?? localDate(new Date());
  const { profile, detection } = chooseTarget(project, options.target, today);
  return audit(project, {
    providers: options.advisories ? [...readDependenciesWith(options.advisories), ...readSettings] : readers,
    rules: [...recommended, ...(profile?.rules ?? []), ...(options.rules ?? [])],
    ...(profile ? { profile } : {}),
    ...(detection ? { detection } : {}),
    ...(options.operator ? { operator: options.operator } : {}),
    ...(options.baseline ? { baseline: options.baseline } : {}),
    today,
    version,
  });
}

/** A date as the person who runs golive writes it, not UTC's. */
export function localDate(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The target that was named, or the one the files show most surely; none where nothing shows one. */
export function chooseTarget(
  project: Project,
  named: string | undefined,
  today: string,
): { readonly profile?: Profile; readonly detection?: Detection } {
  if (named === 'none') return {};
  if (named !== undefined) {
    const profile = profiles.find((candidate) => candidate.id === named);
    if (!profile)
      throw new UsageError(`There is no target "${named}". Targets: ${profiles.map(({ id }) => id).join(', ')}, none.`);
    return { profile };
  }
  const read = createFactReader(providersOf(project, { providers: readDependencies, today }));
  const [best] = profiles
    .flatMap((profile) => {
      const detection = profile.detector.detect(readNeeds(profile.detector.needs, read));
      return detection && detection.confidence >= 0.5 ? [{ profile, detection }] : [];
    })
    .sort((a, b) => b.detection.confidence - a.detection.confidence);
  return best ?? {};
}
