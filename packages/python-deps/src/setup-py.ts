/** Reads the literal parts of a setup.py as text: lists of strings after `install_requires=` and its like, and files that it reads them from. Nothing is run. */
import type { SourceFile, Span } from '@django-golive/core';
import {
  type Declaration,
  declare,
  emptyReading,
  type Inclusion,
  type Problem,
  type Purpose,
  type PythonDemand,
  type Reading,
} from './declaration.js';
import { kindOfGroup } from './dependency-groups.js';
import { maskCredentials } from './mask-credentials.js';
import { expressionReader } from './python-expression.js';
import { type Literal, pythonTokens } from './python-literal.js';
import { partOf } from './python-values.js';
import { parseRequirement } from './requirement.js';

/** Reads one file. Never throws. What is computed is told, not guessed. */
export function readSetupPy(file: SourceFile): Reading {
  const tokens = pythonTokens(file.text);
  const valueAt = expressionReader(file.text, tokens);
  const declarations: Declaration[] = [];
  const includes: Inclusion[] = [];
  const problems: Problem[] = [];
  const known = new Set<string>();
  const handed = new Map<string, Literal>();
  readHanded();
  const demand = argument('python_requires');
  const python: PythonDemand | undefined =
    demand?.kind === 'string' ? { specifier: demand.text, at: file.at(demand.span) } : undefined;

  addList('install_requires', argument('install_requires'), { kind: 'runtime' });
  addList('tests_require', argument('tests_require'), { kind: 'dev', group: 'test' });
  const extras = argument('extras_require');
  if (extras?.kind === 'dict') {
    for (const [name, list] of extras.entries)
      addList('extras_require', list, { kind: kindOfGroup(name), group: name, extra: true });
  }
  return { ...emptyReading(file.path, 'setup-py'), declarations, includes, problems, ...(python ? { python } : {}) };

  /** The value given to a keyword of `setup(…)`, where it is made of literals. */
  function argument(keyword: string): Literal | undefined {
    const index = tokens.findIndex(
      (token, i) => token.text === keyword && token.depth > 0 && tokens[i + 1]?.text === '=',
    );
    if (index < 0) return handed.get(keyword);
    return valueAt(index + 2) ?? computed(index);
  }

  /** What `setup(**kw)` is handed, where `kw` is a dict of literals. */
  function readHanded(): void {
    const call = tokens.findIndex(
      ({ text }, i) => text === 'setup' && tokens[i + 1]?.text === '(' && tokens[i - 1]?.text !== 'def',
    );
    const depth = (tokens[call]?.depth ?? 0) + 1;
    const opaque: Problem[] = [];
    let isListed = false;
    for (let at = call + 2; call >= 0 && (tokens[at]?.depth ?? 0) >= depth; at += 1) {
      const [before, token, next, name] = tokens.slice(at - 1, at + 3);
      if (token?.depth !== depth || !/^[(,]$/.test(before?.text ?? '')) continue;
      isListed ||= token.text === 'install_requires';
      if (token.text !== '*' || next?.text !== '*' || !name) continue;
      const given = valueAt(at + 2);
      for (const [key, value] of given?.kind === 'dict' ? given.entries : []) handed.set(key, value);
      if (given?.kind === 'dict' && !given.open) continue;
      const why = `what \`**${name.text}\` hands to \`setup\` is computed, so what it requires is not known`;
      opaque.push({ at: file.at(name.span), why });
    }
    if (!isListed) problems.push(...opaque);
  }

  function computed(index: number): undefined {
    const token = tokens[index];
    if (token)
      problems.push({ at: file.at(token.span), why: `\`${token.text}\` is computed, so its packages are not known` });
    return undefined;
  }

  function addList(keyword: string, literal: Literal | undefined, purpose: Purpose): void {
    if (!literal || literal.kind === 'dict') return;
    for (const item of literal.kind === 'list' ? literal.items : [literal]) {
      if (item.kind === 'file')
        includes.push({ path: item.path, constraint: false, kind: purpose.kind, at: file.at(item.span) });
      else if (item.kind === 'unknown' && item.broken)
        problems.push({ at: file.at(item.span), why: `\`${keyword}\`: a quotation mark is never closed` });
      else if (item.kind !== 'string') lose(keyword, item.span);
      else if (item.parts && !isOne(item.text)) tellJoined(keyword, item);
      else for (const line of linesOf(item)) addLine(keyword, line, purpose);
    }
  }

  /** Texts with no comma between them are one text, which pip refuses. */
  function tellJoined(keyword: string, { span, parts = [] }: Literal & { kind: 'string' }): void {
    const [one = '', other = ''] = parts.map(maskCredentials);
    const why = `\`${keyword}\`: no comma parts \`${one}\` from \`${other}\`, so that Python makes one text of them`;
    problems.push({ at: file.at(span), why });
  }

  /** Told once of each list. */
  function lose(keyword: string, span: Span): void {
    const why = `a part of \`${keyword}\` is computed, so its packages are not known`;
    if (!problems.some((problem) => problem.why === why)) problems.push({ at: file.at(span), why });
  }

  /** The lines of a text that setuptools takes for requirements. */
  function linesOf(item: Literal & { kind: 'string' }): readonly (Literal & { kind: 'string' })[] {
    return [...item.text.matchAll(/[^\r\n]+/g)].flatMap(({ 0: line, index }) => {
      const text = line.replace(/(?:^|\s)#.*$/, '').trim();
      return text === '' ? [] : [partOf(item, text, index + line.indexOf(text), file.text)];
    });
  }

  function addLine(keyword: string, { text, span }: Literal & { kind: 'string' }, purpose: Purpose): void {
    const at = file.at(span);
    // A list that is added to itself asks for nothing more.
    const key = JSON.stringify([keyword, text, span.start, purpose.group]);
    if (known.has(key)) return;
    known.add(key);
    const { requirement, why } = parseRequirement(text);
    if (why !== undefined) problems.push({ at, why: `\`${keyword}\`: ${why}` });
    if (requirement) declarations.push(declare(requirement, { at, declared: text, ...purpose }));
  }
}

/** Whether each line of a text is what pip takes for a requirement. */
function isOne(text: string): boolean {
  return text.split(/[\r\n]+/).every((line) => {
    const written = line.replace(/(?:^|\s)#.*$/, '').trim();
    return written === '' || parseRequirement(written).why === undefined;
  });
}
