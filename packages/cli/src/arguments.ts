/** What a person types: options of every command, checked before anything is read. */
import { parseArgs } from 'node:util';
import { type Operator, type Severity, severities } from '@django-golive/core';
import { UsageError } from './usage-error.js';

/** A reporter's output: to standard output, or to a file. */
export interface Output {
  readonly format: string;
  readonly file: string | undefined;
}

/** Everything golive's command line can say. */
export interface Arguments {
  readonly command: string;
  readonly positionals: readonly string[];
  /** The targets that were named, each once; none where one is to be detected. */
  readonly targets: readonly string[];
  readonly operator: Partial<Operator>;
  readonly envFiles: readonly string[];
  readonly outputs: readonly Output[];
  readonly failOn: Severity | 'never';
  readonly baseline: string | undefined;
  /** An OSV export to take the advisories from. */
  readonly advisories: string | undefined;
  /** An OSV server to ask for them. */
  readonly online: string | undefined;
  readonly reveal: boolean;
  readonly defaults: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly color: boolean | undefined;
  readonly help: boolean;
  readonly version: boolean;
}

/** The commands, each with what it does. */
export const commands: Readonly<Record<string, string>> = {
  audit: 'Audit a project (the default).',
  checklist: 'List what to do before, during and after a deployment to a target.',
  targets: 'Compare the targets for this project: score, what works there, what would have to change.',
  settings: 'Show what each setting would be, and which lines made it so.',
  explain: 'Explain a rule.',
  rules: 'List the rules.',
};

const formats = ['terminal', 'markdown', 'json', 'sarif'] as const;

/** The names `--format` takes. */
export const formatNames: readonly string[] = formats;

/** Read the command line. Throws `UsageError` with a sentence that says what is wrong. */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parse(argv);
  const [first] = positionals;
  const named = first !== undefined && Object.hasOwn(commands, first);
  if (values.advisories !== undefined && values.online !== undefined)
    throw new UsageError('--advisories and --online exclude each other: advisories come from a file or from a server.');
  return {
    command: named ? first : 'audit',
    positionals: named ? positionals.slice(1) : positionals,
    targets: [...new Set(values.target ?? [])],
    operator: {
      variables: Object.fromEntries((values.env ?? []).map(readVariable)),
      strict: values.strict ?? false,
      ...(values.settings === undefined ? {} : { settings: readModule(values.settings) }),
      ...(values.django === undefined ? {} : { django: readDjango(values.django) }),
    },
    envFiles: values['env-file'] ?? [],
    outputs: readOutputs(values.format ?? [], values.json ?? false),
    failOn: readSeverity(values['fail-on'] ?? 'high'),
    baseline: values.baseline,
    advisories: values.advisories,
    online: values.online === undefined ? undefined : readServer(values.online),
    reveal: values.reveal ?? false,
    defaults: values.defaults ?? false,
    json: values.json ?? false,
    quiet: values.quiet ?? false,
    color: values['no-color'] ? false : values.color ? true : undefined,
    help: values.help ?? false,
    version: values.version ?? false,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        target: { type: 'string', short: 't', multiple: true },
        settings: { type: 'string', short: 's' },
        env: { type: 'string', short: 'e', multiple: true },
        'env-file': { type: 'string', multiple: true },
        django: { type: 'string' },
        format: { type: 'string', short: 'f', multiple: true },
        'fail-on': { type: 'string' },
        baseline: { type: 'string' },
        advisories: { type: 'string' },
        online: { type: 'string' },
        strict: { type: 'boolean' },
        reveal: { type: 'boolean' },
        defaults: { type: 'boolean' },
        json: { type: 'boolean' },
        quiet: { type: 'boolean', short: 'q' },
        color: { type: 'boolean' },
        'no-color': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
  } catch (error) {
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/\.\s/);
    throw new UsageError(`${sentence.replace(/\.$/, '')}. See golive --help.`);
  }
}

function readVariable(text: string): [string, string] {
  const sign = text.indexOf('=');
  if (sign <= 0) throw new UsageError(`--env takes NAME=VALUE, not "${text.slice(0, 40)}".`);
  return [text.slice(0, sign), text.slice(sign + 1)];
}

function readModule(text: string): string {
  if (/^[^\W\d]\w*(\.[^\W\d]\w*)*$/u.test(text)) return text;
  throw new UsageError(`--settings takes a dotted module such as config.settings.production, not "${text}".`);
}

function readDjango(text: string): string {
  if (/^\d+\.\d+(\.\d+)?$/.test(text)) return text;
  throw new UsageError(`--django takes a version such as 5.2, not "${text}".`);
}

function readServer(text: string): string {
  const address = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  if (address && (address.username !== '' || address.password !== ''))
    throw new UsageError('--online takes an address without a name and a password.');
  if (address) return text;
  throw new UsageError(`--online takes the address of an OSV server such as https://api.osv.dev, not "${text}".`);
}

function readOutputs(texts: readonly string[], json: boolean): readonly Output[] {
  const outputs = texts.map((text): Output => {
    const sign = text.indexOf('=');
    const format = sign < 0 ? text : text.slice(0, sign);
    if (!formatNames.includes(format))
      throw new UsageError(`There is no format "${format}". Formats: ${formatNames.join(', ')}.`);
    const file = sign < 0 ? undefined : text.slice(sign + 1);
    if (file === '') throw new UsageError(`--format ${text} names no file.`);
    return { format, file };
  });
  if (outputs.length === 0) return [{ format: json ? 'json' : 'terminal', file: undefined }];
  if (outputs.filter(({ file }) => file === undefined).length > 1) {
    throw new UsageError(
      'Only one format can go to standard output; give the others a file: --format sarif=golive.sarif.',
    );
  }
  return outputs;
}

function readSeverity(text: string): Severity | 'never' {
  if (text === 'never') return text;
  const severity = severities.find((candidate) => candidate === text);
  if (severity) return severity;
  throw new UsageError(`--fail-on takes ${severities.join(', ')} or never, not "${text}".`);
}
