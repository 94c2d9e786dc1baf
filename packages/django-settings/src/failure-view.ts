/** Whether a view of the project can be called as Django's CSRF protection calls it, read from its definition. */
import type { Project } from '@django-golive/core';
import { findModule } from './discover/module-path.js';
import type { ParameterSyntax } from './syntax/tree.js';
import type { SyntaxReader } from './syntax-reader.js';

/** Whether `view(None, reason=None)` binds; `undefined` where no plain function of that name is found. */
export function takesReason(
  project: Project,
  roots: readonly string[],
  syntax: SyntaxReader,
  dotted: string,
): boolean | undefined {
  const dot = dotted.lastIndexOf('.');
  const found = dot > 0 ? findModule(project, roots, dotted.slice(0, dot)) : undefined;
  if (!found) return undefined;
  const { body, errors } = syntax(found.path);
  const bindings = body.filter((one) => 'name' in one && one.name === dotted.slice(dot + 1));
  const [view] = bindings;
  if (errors.length > 0 || bindings.length !== 1 || view?.kind !== 'function' || view.decorators.length > 0)
    return undefined;
  return binds(view.parameters);
}

function binds(parameters: readonly ParameterSyntax[]): boolean {
  const positional = parameters.filter(({ kind }) => kind === 'positional-only' || kind === 'either');
  const [request, ...others] = positional;
  const rest = parameters.some(({ kind }) => kind === 'rest');
  const extra = parameters.some(({ kind }) => kind === 'extra');
  if ((!request && !rest) || (request?.name === 'reason' && request.kind === 'either')) return false;
  const named = parameters.filter(({ kind }) => kind === 'keyword-only');
  const takes = [...others.filter(({ kind }) => kind === 'either'), ...named].some(({ name }) => name === 'reason');
  if (!takes && !extra) return false;
  return [...others, ...named].every(
    ({ name, kind, default: value }) => value !== undefined || (name === 'reason' && kind !== 'positional-only'),
  );
}
