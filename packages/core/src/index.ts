/** `@django-golive/core`: the model, the engine and the rules. */
export { audit, auditTargets, type Plan, providersOf, silentOperator, type TargetPlan } from './audit.js';
export { caddyRedirectIn, isRedirectedByCaddy, plainCaddyIn } from './caddy-https.js';
export { caddyLabelIn } from './caddy-labels.js';
export { changedLine, changedText } from './changed-text.js';
export {
  type ComparedChange,
  type ComparedTarget,
  compareTargets,
  isSetUp,
  type TargetComparison,
} from './compare-targets.js';
export type { DependencyStatus, ReportDependency, ReportManifest } from './dependency-today.js';
export {
  describeValue,
  isSensitiveName,
  looksLikeCredential,
  masked,
  maskSource,
  maskText,
  truthOf,
} from './describe.js';
export {
  createFactReader,
  type Derivation,
  declareFact,
  defineFact,
  type Evidence,
  type Fact,
  FactError,
  type FactReader,
  type Facts,
  given,
  type Located,
  type Needs,
  type Provider,
  provide,
  readNeeds,
  type SharedFacts,
} from './fact.js';
export {
  type Apps,
  apps,
  type InstalledApp,
  type Migration,
  type Model,
  type ModelField,
} from './facts/apps.js';
export { type Consumer, consumers } from './facts/consumers.js';
export {
  type Advisory,
  type Dependencies,
  type Dependency,
  type DependencyKind,
  type DjangoTrace,
  dependencies,
  type HashedList,
  type LockStep,
  type Manifest,
  type PackageIndex,
  type PackageSource,
  type PackageSupport,
  type PlatformVersion,
  type Standing,
  type SupportStatus,
  type VersionConflict,
  type VersionPlace,
  type Yanked,
} from './facts/dependencies.js';
export {
  type BuildCommand,
  type Deployment,
  deployment,
  type GivenVariable,
  type Process,
  type ProcessRole,
  type Trait,
} from './facts/deployment.js';
export { type EntryPoint, type EntryPoints, entryPoints } from './facts/entry-points.js';
export { type Feature, type Features, features, type UsedFeature } from './facts/features.js';
export { type Operator, operator, project, today } from './facts/inputs.js';
export { type PythonFile, type PythonFiles, type PythonName, pythonFiles } from './facts/python-files.js';
export {
  type Assumption,
  type Setting,
  type SettingOrigin,
  type Settings,
  type SettingsWith,
  type Startup,
  type StartupError,
  settings,
  settingsUnset,
  settingsWith,
  type VariableRead,
} from './facts/settings.js';
export {
  type MissingName,
  type Source,
  type SourceImport,
  type SourceNovelty,
  type SourceRefusal,
  type Sources,
  sources,
} from './facts/sources.js';
export {
  isPage,
  literalOf,
  type Template,
  type Templates,
  type TemplateTag,
  type TemplateVariable,
  templates,
} from './facts/templates.js';
export { type ToldException, toldExceptions } from './facts/told-exceptions.js';
export { type Access, type DebugOnlyUrls, type Effect, type Route, type Urls, urls, type View } from './facts/urls.js';
export type { Choice, Truth, Unknown, Value } from './facts/value.js';
export {
  entriesOf,
  holds,
  integerOf,
  isAssigned,
  isKnown,
  isTrue,
  itemsOf,
  lookup,
  settledBy,
  stringOf,
  stringsOf,
  variablesOf,
} from './facts/value-reading.js';
export { type FilePurpose, purposeOf } from './file-purpose.js';
export {
  compareText,
  type Finding,
  hash,
  type Question,
  type Status,
  type Strength,
  type Suppression,
} from './finding.js';
export { isPlaceholderAccount, isPlaceholderHost } from './placeholder-host.js';
export { all, djangoCheck, djangoCheckDeploy, security, strict } from './presets.js';
export {
  type Capability,
  type Checklist,
  type ChecklistItem,
  type Detection,
  type Detector,
  defineChecklist,
  defineDetector,
  detectTargets,
  type Phase,
  type PlanSupport,
  type Profile,
  type Support,
  unknownDeployment,
} from './profile.js';
export { namesHostDirectory, projectRoot, withoutRoot } from './project-root.js';
export { recommended } from './recommended.js';
export type {
  Report,
  ReportAction,
  ReportCapability,
  ReportChecklistItem,
  ReportEntryPoint,
  ReportEvidence,
  ReportFile,
  ReportFinding,
  ReportLocation,
  ReportNotice,
  ReportOutcome,
  ReportPlatform,
  ReportQuestion,
  ReportRoute,
  ReportRule,
  ReportStartup,
  ReportStrength,
  ReportVariable,
} from './report.js';
export type { ReportVoid, ReportWeighing } from './report-weighing.js';
export type { RuleResult } from './results.js';
export {
  type Category,
  type Confidence,
  categories,
  cwe,
  type Data,
  defineRule,
  django,
  docs,
  type Edit,
  type Effort,
  type Fix,
  hours,
  type Messages,
  minutes,
  type Option,
  type Options,
  type OptionValues,
  type Place,
  type Reference,
  type Remedy,
  type Rule,
  type RuleSpec,
  type Say,
  type Severity,
  severities,
  type Verdict,
  web,
} from './rule.js';
export { type ActiveEntry, type Entry, off, type RuleSet, resolve, use } from './rule-set.js';
export { committedFile } from './rules/database/committed-file.js';
export {
  choosingVariables,
  type Database,
  databaseFallback,
  databasesOf,
  isUsed,
  type Product,
} from './rules/database/databases.js';
export { manageDirectory } from './rules/deps/first-line.js';
export { uploadApp, uploadField } from './rules/media/upload-fields.js';
export { untrack } from './rules/secrets/untrack.js';
export { atLeastSeries } from './rules/settings/django-series.js';
export { inHome } from './rules/settings/environment-style.js';
export { confidenceIn, hasFinalValues, namesOf, openVariables } from './rules/settings/final-values.js';
export { projectPath } from './rules/settings/project-path.js';
export { staticRootRemedy } from './rules/static/static-root.js';
export { replacesCollectstatic, type Server as StaticServer, staticServer } from './rules/static/static-settings.js';
export { repositoryPath } from './rules/structure/repository-path.js';
export {
  atLeast,
  type CategoryScore,
  caps,
  categoryWeights,
  type Deduction,
  type Grade,
  gainOf,
  gradeMeanings,
  type Judged,
  type Outcome,
  provisionalBelow,
  type Score,
  type ScoreVerdict,
  severityWeights,
  valueAfter,
  weigh,
} from './score.js';
export { lineOfServer, serverFiles } from './server-files.js';
export type { Baseline } from './settle.js';
export { createSharedFacts } from './shared-facts.js';
export { lineAt, shownLine } from './shown-line.js';
export {
  createProject,
  createSourceFile,
  type Location,
  lineSpan,
  lineStarts,
  type Position,
  type Project,
  type ProjectSource,
  pathsBelow,
  projectOf,
  type Skipped,
  type SourceFile,
  type Span,
} from './source.js';
export { traefikRedirectIn } from './traefik-redirect.js';
export { isVariableName } from './variable-name.js';
export { nestsDeeply } from './yaml-nesting.js';
