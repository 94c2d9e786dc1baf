/** A deployment target as plain data: how it is recognised, what it gives, what it demands, what it lists. */

import { type Evidence, type FactReader, type Facts, type Needs, type Provider, readNeeds } from './fact.js';
import type { Deployment } from './facts/deployment.js';
import type { Feature } from './facts/features.js';
import type { RuleSet } from './rule-set.js';

/** Why a target was recognised. */
export interface Detection {
  readonly target: string;
  /** 0 to 1: the surest target wins. A file only this target reads gives 0.9, a mere mention 0.3. */
  readonly confidence: number;
  readonly reasons: readonly Evidence[];
}

/** Recognises a target from the project's files. */
export interface Detector {
  readonly needs: Needs;
  detect(facts: Facts<Needs>): Detection | undefined;
}

/** Define a detector; types are checked here and erased in the result. */
export function defineDetector<N extends Needs>(
  needs: N,
  detect: (facts: Facts<N>) => Detection | undefined,
): Detector {
  return { needs, detect: (facts) => detect(facts as Facts<N>) };
}

/** How far a target can carry a feature. */
export type Support = 'works' | 'limited' | 'impossible';

/** What one plan of a target makes of a feature. */
export interface PlanSupport {
  /** As the target's own price list divides them: `free`, `paid`, `below Pro`. */
  readonly plan: string;
  readonly support: Support;
}

/** What a target makes of a feature, for the capability matrix. */
export interface Capability {
  readonly feature: Feature;
  readonly support: Support;
  /** Plan by plan, where they differ. */
  readonly plans?: readonly PlanSupport[];
  /** What to know, in one sentence: the limit, the plan it needs, what to use instead. */
  readonly note: string;
}

/** How a project's files show each target, the surest first; a target that nothing shows is left out. */
export function detectTargets(profiles: readonly Profile[], read: FactReader): readonly Detection[] {
  return profiles
    .flatMap(({ detector }) => detector.detect(readNeeds(detector.needs, read)) ?? [])
    .sort((a, b) => b.confidence - a.confidence);
}

/** When an item of a checklist is due. */
export type Phase = 'before' | 'during' | 'after';

/** One thing to do or to verify, made of this project's facts. */
export interface ChecklistItem {
  /** Slug, unique within the profile. */
  readonly id: string;
  readonly phase: Phase;
  readonly text: string;
  /** Commands that run as printed. */
  readonly commands: readonly string[];
  /** Ids of the rules that prove the whole sentence: settled when all of them passed. Empty: only a person can tell. */
  readonly provedBy: readonly string[];
  /** Ids of rules whose problems show that it is not done, though nothing is proved where they pass. */
  readonly refutedBy?: readonly string[];
}

/** Makes a target's checklist. */
export interface Checklist {
  readonly needs: Needs;
  items(facts: Facts<Needs>): readonly ChecklistItem[];
}

/** Define a checklist; types are checked here and erased in the result. */
export function defineChecklist<N extends Needs>(
  needs: N,
  items: (facts: Facts<N>) => readonly ChecklistItem[],
): Checklist {
  return { needs, items: (facts) => items(facts as Facts<N>) };
}

/** A deployment target. */
export interface Profile {
  /** `heroku`, `apache-ubuntu`. */
  readonly id: string;
  /** As people call it: "Apache on Ubuntu". */
  readonly title: string;
  readonly detector: Detector;
  /** Provides the `deployment` fact, and the facts of the target's own files where others need them. */
  readonly providers: readonly Provider[];
  /** The target's own rules, and core's rules turned off or weighed differently there. */
  readonly rules: RuleSet;
  readonly capabilities: readonly Capability[];
  readonly checklist: Checklist;
}

/** What is known of a deployment when no target is: nothing. */
export const unknownDeployment: Deployment = {
  target: 'none',
  processes: [],
  platformVariables: {},
  documented: [],
  traits: new Map(),
  volumes: [],
};
