/** The report: the one serialisable, versioned result that every reporter renders. Holds no absolute path and no secret. */
import type { ReportDependency, ReportManifest } from './dependency-today.js';
import type { Access } from './facts/urls.js';
import type { Truth } from './facts/value.js';
import type { Phase, PlanSupport, Support } from './profile.js';
import type { ReportVoid, ReportWeighing } from './report-weighing.js';
import type { Category, Confidence, Reference, Remedy, Severity } from './rule.js';
import type { CategoryScore, Deduction, Grade, Outcome, ScoreVerdict } from './score.js';
import type { Position } from './source.js';

/** A place in a file, as a report writes it. */
export interface ReportLocation {
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
}

/** What to do, and the code to write. */
export type ReportRemedy = Omit<Remedy, 'at'>;

/** One step of the proof. */
export interface ReportEvidence {
  readonly location: ReportLocation;
  readonly note: string;
}

/** A problem and how to mend it. */
export interface ReportFinding {
  readonly rule: string;
  readonly messageId: string;
  readonly severity: Severity;
  readonly weighed: ReportWeighing | null;
  readonly category: Category;
  readonly confidence: Confidence;
  readonly message: string;
  readonly location: ReportLocation;
  readonly evidence: readonly ReportEvidence[];
  readonly current: string;
  readonly remedy: ReportRemedy | null;
  readonly fix: {
    readonly title: string;
    readonly safety: 'safe' | 'review';
    readonly edits: readonly { readonly location: ReportLocation; readonly text: string }[];
  } | null;
  readonly risk: string;
  /** Minutes. */
  readonly effort: number;
  /** Points of the total that mending this rule alone brings. */
  readonly gain: number;
  readonly fingerprint: string;
  /** GitHub's `primaryLocationLineHash` of the finding's first line; `''` for an empty file. */
  readonly lineHash: string;
  readonly status: 'open' | 'suppressed' | 'baselined';
  readonly suppression: {
    readonly reason: string;
    readonly until: string | null;
    readonly location: ReportLocation;
  } | null;
}

/** What a rule came to. */
export interface ReportOutcome {
  readonly rule: string;
  readonly title: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly outcome: Outcome;
  /** For passed: what is right. For undetermined: what could not be known. For crashed: the error. */
  readonly note: string;
  readonly findings: number;
  readonly questions: number;
}

/** Metadata of a rule that ran, for help texts. */
export interface ReportRule {
  readonly id: string;
  readonly title: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly risk: string;
  readonly references: readonly Reference[];
}

/** What only a person can answer. */
export interface ReportQuestion {
  readonly rule: string;
  readonly messageId: string;
  readonly text: string;
  /** Why the setting that it is about is not known; questions of one cause are answered together. */
  readonly cause: string | null;
  readonly location: ReportLocation;
}

/** Something right, with its place. */
export interface ReportStrength {
  readonly rule: string;
  readonly category: Category;
  readonly text: string;
  readonly location: ReportLocation | null;
}

/** One way into the project and the settings it loads. */
export interface ReportEntryPoint {
  readonly name: string;
  readonly role: string;
  readonly module: string | null;
  readonly path: string | null;
  readonly reason: string;
  readonly location: ReportLocation | null;
  readonly production: boolean;
}

/** One environment variable. */
export interface ReportVariable {
  readonly name: string;
  readonly required: boolean;
  readonly sensitive: boolean;
  readonly cast: string | null;
  readonly default: string | null;
  readonly given: string | null;
  readonly documented: boolean;
  readonly reads: readonly ReportLocation[];
}

/** A release line today. */
export interface ReportPlatform {
  readonly version: string | null;
  readonly series: string | null;
  readonly specifier: string;
  readonly status: 'supported' | 'security-only' | 'ended' | 'unknown';
  readonly supportedUntil: string | null;
  readonly latest: string | null;
  readonly source: string;
}

/** A feature of the project against the target. */
export interface ReportCapability {
  readonly feature: string;
  readonly support: Support;
  /** Plan by plan, where they differ; empty where they do not. */
  readonly plans: readonly PlanSupport[];
  readonly note: string;
  readonly evidence: readonly ReportEvidence[];
}

/** One item of the checklist. */
export interface ReportChecklistItem {
  readonly id: string;
  readonly phase: Phase;
  readonly text: string;
  readonly commands: readonly string[];
  /** Settled: proved by rules that passed. Failed: a rule that proves it failed. Open: a person must look. */
  readonly state: 'settled' | 'failed' | 'open';
  readonly rules: readonly string[];
  /** Where the question stands that is this item; null for an item of the target's own list. */
  readonly location: ReportLocation | null;
}

/** A file or directory that golive looked for. */
export interface ReportFile {
  readonly path: string;
  readonly present: boolean;
  readonly note: string;
}

/** One step of the plan: a rule to mend, in the order in which to do it. */
export interface ReportAction {
  readonly rule: string;
  /** The rule's title: what is wrong. */
  readonly title: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly findings: number;
  /** Minutes for all its findings. */
  readonly effort: number;
  readonly gain: number;
}

/** One address of the site and who may ask for it. */
export interface ReportRoute {
  /** In Django's words, without a leading slash: `orders/<int:pk>/`. */
  readonly pattern: string;
  /** The view's dotted name, or the package's URL configuration that stands here as a whole. */
  readonly view: string | null;
  /** `package` for what a package brings, whose code is not read; `unknown` where the view was not found or its code decides. */
  readonly access: Access | 'package';
  /** The methods besides safe ones; null where the view's code decides. */
  readonly writes: readonly string[] | null;
  /** Whether a POST without a CSRF token is refused. */
  readonly csrf: Truth;
  /** `maybe` where a condition is not known. */
  readonly served: Truth;
  readonly location: ReportLocation;
}

/** Something the reader must know of the audit itself. */
export interface ReportNotice {
  readonly text: string;
  readonly location: ReportLocation | null;
}

/** The startup verdict. */
export type ReportStartup =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly type: string;
      readonly message: string;
      readonly location: ReportLocation;
      readonly evidence: readonly ReportEvidence[];
    }
  | { readonly ok: null; readonly why: string };

/** The whole result of an audit. */
export interface Report {
  readonly version: 1;
  readonly tool: {
    readonly name: 'golive';
    readonly version: string;
    readonly dataDate: string;
    /** Where the advisories came from, and up to which day they are complete. */
    readonly advisories: { readonly from: string; readonly asOf: string };
  };
  readonly date: string;
  readonly project: {
    readonly name: string;
    readonly django: ReportPlatform | null;
    readonly python: ReportPlatform | null;
    /** The Django series whose defaults and checks were used. */
    readonly djangoSeries: string;
    readonly files: number;
  };
  readonly target: {
    readonly id: string;
    readonly title: string;
    readonly chosen: 'detected' | 'named' | 'none';
    readonly reasons: readonly ReportEvidence[];
  };
  readonly scenario: {
    readonly name: 'production' | 'strict';
    readonly module: string | null;
    readonly path: string | null;
    readonly assumptions: readonly { readonly variable: string; readonly value: string; readonly why: string }[];
  };
  readonly startup: ReportStartup;
  readonly verdict: ScoreVerdict;
  /** One sentence on why. */
  readonly summary: string;
  readonly score: {
    readonly model: 1;
    readonly value: number | null;
    readonly grade: Grade | null;
    readonly meaning: string;
    readonly coverage: number;
    readonly provisional: boolean;
    readonly cappedBy: string | null;
    readonly afterCritical: number | null;
    readonly afterAll: number | null;
    readonly categories: readonly (Omit<CategoryScore, 'value' | 'cappedBy'> & {
      readonly value: number | null;
      readonly cappedBy: string | null;
    })[];
    readonly deductions: readonly Deduction[];
  };
  readonly findings: readonly ReportFinding[];
  readonly questions: readonly ReportQuestion[];
  readonly strengths: readonly ReportStrength[];
  readonly outcomes: readonly ReportOutcome[];
  readonly notJudged: readonly ReportVoid[];
  readonly rules: readonly ReportRule[];
  readonly plan: readonly ReportAction[];
  readonly entryPoints: readonly ReportEntryPoint[];
  readonly orphans: readonly { readonly module: string; readonly path: string }[];
  readonly urls: {
    readonly routes: readonly ReportRoute[];
    /** Whether these are all: false where part of the configuration could not be read. */
    readonly complete: boolean;
    /** The permissions that Django REST framework asks for where a view names none; null where they are not known. */
    readonly apiDefault: readonly string[] | null;
  };
  readonly environment: readonly ReportVariable[];
  readonly dependencies: readonly ReportDependency[];
  readonly manifests: readonly ReportManifest[];
  readonly capabilities: readonly ReportCapability[];
  readonly checklist: readonly ReportChecklistItem[];
  readonly files: readonly ReportFile[];
  readonly djangoChecks: {
    readonly ids: readonly string[];
    readonly undecided: readonly { readonly id: string; readonly why: string }[];
  };
  readonly notices: readonly ReportNotice[];
}
