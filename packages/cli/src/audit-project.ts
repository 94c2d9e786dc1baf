/** From a directory to a report: the whole pipeline with golive's own readers, targets and clock. */
import {
  audit,
  auditTargets,
  type Baseline,
  compareTargets,
  type Operator,
  type Profile,
  type Project,
  type Report,
  type RuleSet,
  recommended,
  type TargetComparison,
  type TargetPlan,
} from '@django-golive/core';
import { readSettings } from '@django-golive/django-settings';
import { type AdvisorySource, readDependencies, readDependenciesWith } from '@django-golive/python-deps';
import { type ChosenTarget, chooseTarget, detectionsOf, knownTargets } from './choose-target.js';
import { loadProject } from './disk/load-project.js';
import { version } from './version.js';

/** golive's own readers, in the order in which they are asked. */
export const readers = [...readDependencies, ...readSettings];

/** How an audit is to be made. */
export interface AuditOptions {
  /** A target's id, or `none`; detected from the files where it is not named. */
  readonly target?: string;
  readonly operator?: Partial<Operator>;
  /** Targets beside golive's own; one with the id of golive's takes its place. */
  readonly profiles?: readonly Profile[];
  /** Added to the recommended rules; the last word on a rule wins. */
  readonly rules?: RuleSet;
  readonly baseline?: Baseline;
  /** Instead of the snapshot of advisories that golive brings. */
  readonly advisories?: AdvisorySource;
  /** `YYYY-MM-DD`; today where not given. */
  readonly today?: string;
}

/** Audit a directory. Throws `UsageError` for a target that does not exist, and file system errors of the directory itself. */
export function auditProject(directory: string, options: AuditOptions = {}): Report {
  return auditLoaded(loadProject(directory), options);
}

/** Audit a project that is already loaded, from disk or from anywhere else. */
export function auditLoaded(project: Project, options: AuditOptions = {}): Report {
  const today = todayOf(options);
  return audit(project, {
    ...commonOf(options, today),
    ...targetPlan(chooseTarget(project, options.target, today, options.profiles), options),
  });
}

/** How an audit against several targets is to be made. */
export interface TargetsOptions extends Omit<AuditOptions, 'target' | 'baseline'> {
  /** What is known already, by target. */
  readonly baseline?: (target: string) => Baseline;
}

/** A report a target, in their order: ids of targets, or `none`; of the one that is detected where none is named. */
export function auditForTargets(
  project: Project,
  targets: readonly string[],
  options: TargetsOptions = {},
): readonly Report[] {
  const { baseline, ...rest } = options;
  const today = todayOf(rest);
  const named = targets.length > 0 ? targets : [undefined];
  return auditTargets(
    project,
    commonOf(rest, today),
    named.map((name) => {
      const chosen = chooseTarget(project, name, today, rest.profiles);
      const known = baseline?.(chosen.profile?.id ?? 'none');
      return targetPlan(chosen, { ...rest, ...(known ? { baseline: known } : {}) });
    }),
  );
}

const todayOf = ({ today }: Pick<AuditOptions, 'today'>): string => today ?? localDate(new Date());

function commonOf(
  { advisories, operator, profiles }: Pick<AuditOptions, 'advisories' | 'operator' | 'profiles'>,
  today: string,
) {
  return {
    providers: advisories ? [...readDependenciesWith(advisories), ...readSettings] : readers,
    otherRules: knownTargets(profiles).flatMap(({ rules }) =>
      rules.map((item) => ('rule' in item ? item.rule : item).id),
    ),
    ...(operator ? { operator } : {}),
    today,
    version,
  };
}

function targetPlan(
  { profile, detection }: ChosenTarget,
  { rules, baseline }: Pick<AuditOptions, 'rules' | 'baseline'>,
): TargetPlan {
  return {
    rules: [...recommended, ...(profile?.rules ?? []), ...(rules ?? [])],
    ...(profile ? { profile } : {}),
    ...(detection ? { detection } : {}),
    ...(baseline ? { baseline } : {}),
  };
}

/** A date as the person who runs golive writes it, not UTC's. */
export function localDate(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Compare targets for a project: those that are named, or all of them. Throws `UsageError` for one that does not exist. */
export function compareForProject(
  project: Project,
  targets: readonly string[],
  options: TargetsOptions = {},
): TargetComparison {
  const today = todayOf(options);
  const known = knownTargets(options.profiles);
  const named = targets.length > 0 ? targets : known.map(({ id }) => id);
  const reports = auditForTargets(project, named, { ...options, today });
  return compareTargets(reports, detectionsOf(project, known, today));
}
