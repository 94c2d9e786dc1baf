/** A root `urlpatterns` whose conditional expression leaves the empty list while DEBUG is off. */
import type { DebugOnlyUrls, Project, Settings } from '@django-golive/core';
import type { Expression } from '../syntax/tree.js';
import { conditionIn } from './conditions.js';
import type { Definitions, OwnModule } from './definitions.js';

/** What takes every pattern of a root configuration away with DEBUG, where that is certain. */
export function debugOnlyOf(
  project: Project,
  definitions: Definitions,
  settings: Settings,
  module: OwnModule,
): DebugOnlyUrls | undefined {
  const file = project.file(module.path);
  const body = definitions.body(module);
  const index = body.findLastIndex((statement) => valueOf(statement) !== undefined);
  const statement = body[index];
  const value = statement && valueOf(statement);
  if (!file || value?.kind !== 'conditional' || !isEmpty(value.otherwise) || !hasPages(value.body)) return undefined;
  const test = (debug: boolean) => conditionIn(definitions, withDebug(settings, debug), module)(value.test);
  if (test(true) !== 'yes' || test(false) !== 'no') return undefined;
  // Whatever comes later may add patterns: by the name, or by a star.
  if (/\burlpatterns\b|\bimport\s*\(?\s*\*/.test(file.text.slice(value.end))) return undefined;
  const start = file.text.lastIndexOf('if', value.test.start);
  const condition = file.text.slice(start, value.end);
  return {
    at: file.at({ start, end: value.end }),
    subject: 'urlpatterns:debug',
    current: condition,
    trail: [],
    condition: condition.replace(/\s+/g, ' '),
    addsFiles: value.body.kind === 'binary' && isStatic(value.body.right),
  };
}

function valueOf(statement: ReturnType<Definitions['body']>[number]): Expression | undefined {
  if (statement.kind === 'assign') return statement.targets.some(isPatterns) ? statement.value : undefined;
  return statement.kind === 'annotated' && isPatterns(statement.target) ? statement.value : undefined;
}

const isPatterns = (target: Expression): boolean => target.kind === 'name' && target.name === 'urlpatterns';

const isEmpty = (value: Expression): boolean =>
  (value.kind === 'list' || value.kind === 'tuple') && value.items.length === 0;

/** Whether it holds more than files of development. */
function hasPages(value: Expression): boolean {
  if (value.kind === 'binary') return value.operator === '+' && (hasPages(value.left) || hasPages(value.right));
  return (value.kind === 'list' || value.kind === 'tuple') && value.items.length > 0;
}

const isStatic = (value: Expression): boolean =>
  value.kind === 'call' && value.callee.kind === 'name' && value.callee.name === 'static';

/** The same settings with DEBUG on, or off. */
function withDebug(settings: Settings, debug: boolean): Settings {
  return {
    ...settings,
    get: (name) => {
      const setting = settings.get(name);
      return name === 'DEBUG' ? { ...setting, value: { kind: 'bool', value: debug } } : setting;
    },
  };
}
