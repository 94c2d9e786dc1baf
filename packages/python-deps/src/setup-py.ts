/** Reads the literal parts of a setup.py as text: lists of strings after `install_requires=` and its like. Nothing is run. */
import type { SourceFile } from '@django-golive/core';
import {
  type Declaration,
  declare,
  emptyReading,
  type Problem,
  type Purpose,
  type PythonDemand,
  type Reading,
} from './declaration.js';
import { kindOfGroup } from './dependency-groups.js';
import { expressionReader } from './python-expression.js';
import { type Literal, pythonTokens } from './python-literal.js';
import { parseRequirement } from './requirement.js';

/** Reads one file. Never throws. What is computed is told, not guessed. */
export function readSetupPy(file: SourceFile): Reading {
  const tokens = pythonTokens(file.text);
  const valueAt = expressionReader(file.text, tokens);
  const declarations: Declaration[] = [];
  const problems: Problem[] = [];
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
  return { ...emptyReading(file.path, 'setup-py'), declarations, problems, ...(python ? { python } : {}) };

  /** The value given to a keyword of `setup(…)`, where it is made of literals. */
  function argument(keyword: string): Literal | undefined {
    const index = tokens.findIndex(
      (token, i) => token.text === keyword && token.depth > 0 && tokens[i + 1]?.text === '=',
    );
    if (index < 0) return undefined;
    return valueAt(index + 2) ?? computed(index);
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
      for (const text of item.kind === 'string' ? item.text.split('\n') : []) {
        if (text.trim() === '') continue;
        const at = file.at(item.span);
        const { requirement, why } = parseRequirement(text);
        if (why !== undefined) problems.push({ at, why: `\`${keyword}\`: ${why}` });
        if (requirement) declarations.push(declare(requirement, { at, declared: text, ...purpose }));
      }
    }
  }
}
