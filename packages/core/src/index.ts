/** `@django-golive/core`: the model, the engine and the rules. */
export { audit, providersOf, silentOperator, type Plan } from './audit.js';
export { describeValue, isSensitiveName, looksLikeCredential, maskSource, maskText, masked, truthOf } from './describe.js';
export {
  createFactReader, declareFact, defineFact, FactError, given, provide, readNeeds,
  type Evidence, type Fact, type FactReader, type Facts, type Located, type Needs, type Provider,
} from './fact.js';
export {
  dependencies,
  type Advisory, type Dependencies, type Dependency, type DependencyKind, type Manifest, type PackageSource, type PlatformVersion, type SupportStatus,
} from './facts/dependencies.js';
export { deployment, type Deployment, type GivenVariable, type Process, type ProcessRole, type Trait } from './facts/deployment.js';
export { entryPoints, type EntryPoint, type EntryPoints } from './facts/entry-points.js';
export { features, type Feature, type Features, type UsedFeature } from './facts/features.js';
export { operator, project, today, type Operator } from './facts/inputs.js';
export {
  settings, settingsUnset,
  type Assumption, type Setting, type SettingOrigin, type Settings, type Startup, type StartupError, type VariableRead,
} from './facts/settings.js';
export type { Choice, Truth, Unknown, Value } from './facts/value.js';
export { entriesOf, holds, integerOf, isAssigned, isKnown, isTrue, itemsOf, lookup, stringOf, stringsOf, variablesOf } from './facts/value-reading.js';
export { confidenceIn, hasFinalValues, openVariables } from './rules/settings/final-values.js';
export { compareText, hash, type Finding, type Question, type Status, type Strength, type Suppression } from './finding.js';
export {
  defineChecklist, defineDetector, unknownDeployment,
  type Capability, type Checklist, type ChecklistItem, type Detection, type Detector, type Phase, type Profile, type Support,
} from './profile.js';
export { projectRoot, withoutRoot } from './project-root.js';
export { recommended } from './recommended.js';
export type {
  Report, ReportAction, ReportCapability, ReportChecklistItem, ReportDependency, ReportEntryPoint, ReportEvidence, ReportFile,
  ReportFinding, ReportLocation, ReportNotice, ReportOutcome, ReportPlatform, ReportQuestion, ReportRule, ReportStartup,
  ReportStrength, ReportVariable,
} from './report.js';
export type { RuleResult } from './results.js';
export {
  categories, cwe, defineRule, django, docs, hours, minutes, severities, web,
  type Category, type Confidence, type Data, type Edit, type Effort, type Fix, type Messages, type Option, type Options,
  type OptionValues, type Reference, type Remedy, type Rule, type RuleSpec, type Say, type Severity, type Verdict,
} from './rule.js';
export { off, resolve, use, type ActiveEntry, type Entry, type RuleSet } from './rule-set.js';
export {
  atLeast, caps, categoryWeights, gainOf, gradeMeanings, provisionalBelow, severityWeights, valueAfter, weigh,
  type CategoryScore, type Deduction, type Grade, type Judged, type Outcome, type Score, type ScoreVerdict,
} from './score.js';
export type { Baseline } from './settle.js';
export {
  createProject, createSourceFile, lineSpan, lineStarts, projectOf,
  type Location, type Position, type Project, type ProjectSource, type Skipped, type SourceFile, type Span,
} from './source.js';
