/** `@django-golive/core/schema`: the report's schema for tools that read one. The only place that loads zod. */
import { z } from 'zod';
import type { Report } from './report.js';
import { type Category, categories, severities } from './rule.js';

const position = z.strictObject({ line: z.int().min(1), column: z.int().min(1) });
const location = z.strictObject({ path: z.string(), start: position, end: position }).meta({
  id: 'location',
  description: 'A place in a file; lines and columns count from one, columns in UTF-16 units.',
});
const evidence = z
  .strictObject({ location, note: z.string() })
  .meta({ id: 'evidence', description: 'One step of how we know.' });
const severity = z.enum(severities as ['critical', 'high', 'medium', 'low', 'info']);
const category = z.enum(categories as readonly Category[] as [Category, ...Category[]]);
const dependencyKind = z.enum(['runtime', 'dev', 'optional']);
const nullable = z.string().nullable();
const points = z.number().min(0).max(10).nullable();

const remedy = z.strictObject({
  summary: z.string(),
  code: z.string().optional(),
  language: z.enum(['python', 'dockerfile', 'yaml', 'toml', 'ini', 'bash', 'apache', 'nginx', 'text']).optional(),
  path: z.string().optional(),
  place: z.enum(['terminal', 'file', 'end', 'instead', 'before', 'after', 'part']).optional(),
});

const finding = z
  .strictObject({
    rule: z.string(),
    messageId: z.string(),
    severity,
    weighed: z
      .strictObject({ from: severity, why: z.string() })
      .nullable()
      .describe('What it would count without what the target says of it.'),
    category,
    confidence: z.enum(['certain', 'firm', 'tentative']),
    message: z.string(),
    location,
    evidence: z.array(evidence),
    current: z.string(),
    remedy: remedy.nullable(),
    fix: z
      .strictObject({
        title: z.string(),
        safety: z.enum(['safe', 'review']),
        edits: z.array(z.strictObject({ location, text: z.string() })),
      })
      .nullable(),
    risk: z.string(),
    effort: z.number().min(0).describe('Minutes.'),
    gain: z.number().describe('Points of the total that mending this rule alone brings.'),
    fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
    lineHash: z.string().describe('The primaryLocationLineHash of the first line, for code scanning.'),
    status: z.enum(['open', 'suppressed', 'baselined']),
    suppression: z.strictObject({ reason: z.string(), until: z.string().nullable(), location }).nullable(),
  })
  .meta({ id: 'finding', description: 'A problem, where it is, how we know and how to mend it.' });

const platform = z
  .strictObject({
    version: z.string().nullable(),
    series: z.string().nullable(),
    specifier: z.string(),
    status: z.enum(['supported', 'security-only', 'ended', 'unknown']),
    supportedUntil: z.string().nullable(),
    latest: z.string().nullable(),
    source: z.string(),
  })
  .meta({ id: 'platform' });

const startup = z.union([
  z.strictObject({ ok: z.literal(true) }),
  z.strictObject({
    ok: z.literal(false),
    type: z.string(),
    message: z.string(),
    location,
    evidence: z.array(evidence),
  }),
  z.strictObject({ ok: z.null(), why: z.string() }),
]);

const score = z.strictObject({
  model: z.literal(1),
  value: points,
  grade: z.enum(['A', 'B', 'C', 'D', 'F']).nullable(),
  meaning: z.string(),
  coverage: z.number().min(0).max(1),
  provisional: z.boolean(),
  cappedBy: z.string().nullable(),
  afterCritical: points,
  afterAll: points,
  categories: z.array(
    z.strictObject({
      category,
      value: points,
      coverage: z.number().min(0).max(1),
      cappedBy: z.string().nullable(),
      passed: z.int().min(0),
      failed: z.int().min(0),
      undetermined: z.int().min(0),
    }),
  ),
  deductions: z.array(z.strictObject({ rule: z.string(), category, points: z.number().min(0) })),
});

const reference = z.strictObject({
  kind: z.enum(['cwe', 'django-check', 'docs', 'web']),
  id: z.string(),
  url: z.string(),
});
const truth = z.enum(['yes', 'no', 'maybe']);
const support = z.enum(['works', 'limited', 'impossible']);

/** The schema of a report, version 1. `parse` throws for anything else. */
export const reportSchema = z
  .strictObject({
    version: z.literal(1),
    tool: z.strictObject({
      name: z.literal('golive'),
      version: z.string(),
      dataDate: z.string(),
      advisories: z.strictObject({ from: z.string(), asOf: z.string() }),
    }),
    date: z.string(),
    project: z.strictObject({
      name: z.string(),
      django: platform.nullable(),
      python: platform.nullable(),
      djangoSeries: z.string(),
      files: z.int().min(0),
    }),
    target: z.strictObject({
      id: z.string(),
      title: z.string(),
      chosen: z.enum(['detected', 'named', 'none']),
      reasons: z.array(evidence),
    }),
    scenario: z.strictObject({
      name: z.enum(['production', 'strict']),
      module: z.string().nullable(),
      path: z.string().nullable(),
      assumptions: z.array(z.strictObject({ variable: z.string(), value: z.string(), why: z.string() })),
    }),
    startup,
    verdict: z.enum(['not-ready', 'undecided', 'ready-with-fixes', 'ready']),
    summary: z.string(),
    score,
    findings: z.array(finding),
    questions: z.array(
      z.strictObject({
        rule: z.string(),
        messageId: z.string(),
        text: z.string(),
        cause: z.string().nullable(),
        location,
      }),
    ),
    strengths: z.array(z.strictObject({ rule: z.string(), category, text: z.string(), location: location.nullable() })),
    outcomes: z.array(
      z.strictObject({
        rule: z.string(),
        title: z.string(),
        category,
        severity,
        outcome: z.enum(['passed', 'failed', 'accepted', 'undetermined', 'notApplicable', 'crashed']),
        note: z.string(),
        findings: z.int().min(0),
        questions: z.int().min(0),
      }),
    ),
    notJudged: z
      .array(z.strictObject({ rule: z.string(), title: z.string(), why: z.string() }))
      .describe('Rules that the target makes void.'),
    rules: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        category,
        severity,
        risk: z.string(),
        references: z.array(reference),
      }),
    ),
    plan: z.array(
      z.strictObject({
        rule: z.string(),
        title: z.string(),
        severity,
        summary: z.string(),
        findings: z.int().min(1),
        effort: z.number().min(0),
        gain: z.number(),
      }),
    ),
    entryPoints: z.array(
      z.strictObject({
        name: z.string(),
        role: z.string(),
        module: z.string().nullable(),
        path: z.string().nullable(),
        reason: z.string(),
        location: location.nullable(),
        production: z.boolean(),
      }),
    ),
    orphans: z.array(z.strictObject({ module: z.string(), path: z.string() })),
    urls: z.strictObject({
      routes: z.array(
        z.strictObject({
          pattern: z.string(),
          view: z.string().nullable(),
          access: z.enum(['public', 'public-read', 'login', 'permission', 'api-default', 'package', 'unknown']),
          writes: z.array(z.string()).nullable(),
          csrf: truth,
          served: truth,
          location,
        }),
      ),
      complete: z.boolean(),
      apiDefault: z.array(z.string()).nullable(),
    }),
    environment: z.array(
      z.strictObject({
        name: z.string(),
        required: z.boolean(),
        sensitive: z.boolean(),
        cast: z.string().nullable(),
        default: z.string().nullable(),
        given: z.string().nullable(),
        documented: z.boolean(),
        reads: z.array(location),
      }),
    ),
    manifests: z.array(
      z.strictObject({
        path: z.string(),
        format: z.string(),
        lock: z.boolean(),
        kind: dependencyKind,
        because: nullable,
      }),
    ),
    dependencies: z.array(
      z.strictObject({
        name: z.string(),
        version: z.string().nullable(),
        specifier: z.string(),
        kind: dependencyKind,
        status: z.enum(['vulnerable', 'ended', 'unmaintained', 'security-only', 'supported', 'clear', 'unknown']),
        supportedUntil: z.string().nullable(),
        upgrade: z.string().nullable(),
        note: z.string(),
        location,
        advisories: z.array(
          z.strictObject({ id: z.string(), fixed: z.string().nullable(), score: z.number().nullable() }),
        ),
      }),
    ),
    capabilities: z.array(
      z.strictObject({
        feature: z.string(),
        support,
        plans: z.array(z.strictObject({ plan: z.string(), support })),
        note: z.string(),
        evidence: z.array(evidence),
      }),
    ),
    checklist: z.array(
      z.strictObject({
        id: z.string(),
        phase: z.enum(['before', 'during', 'after']),
        text: z.string(),
        commands: z.array(z.string()),
        state: z.enum(['settled', 'failed', 'open']),
        rules: z.array(z.string()),
        location: location.nullable(),
      }),
    ),
    files: z.array(z.strictObject({ path: z.string(), present: z.boolean(), note: z.string() })),
    djangoChecks: z.strictObject({
      ids: z.array(z.string()),
      undecided: z.array(z.strictObject({ id: z.string(), why: z.string() })),
    }),
    notices: z.array(z.strictObject({ text: z.string(), location: location.nullable() })),
  })
  .meta({ title: 'golive report', description: 'The result of one audit by golive.' });

/** A report read from JSON. Throws a `ZodError` that names every part that does not fit. */
export function parseReport(data: unknown): Report {
  return reportSchema.parse(data) as Report;
}

/** The report's JSON Schema, draft 2020-12. */
export function reportJsonSchema(): object {
  return z.toJSONSchema(reportSchema, { target: 'draft-2020-12' });
}
