/** Answers with the text of an exception: what views give back where they catch every one. */
import type { Location, ToldException, Urls } from '@django-golive/core';
import type { Call, Expression, Handler, Try } from '../syntax/tree.js';
import { type AnyNode, childrenOf } from '../syntax/tree-walk.js';
import { createDefinitions, ownModule } from './definitions.js';
import type { UrlInputs } from './url-tree.js';

const responses =
  /^(django\.http\.(response\.)?(JsonResponse|HttpResponse(BadRequest|NotFound|Forbidden|ServerError)?)|rest_framework\.response\.Response)$/;

/** The answers. Never throws. */
export function readToldExceptions({
  project,
  settings,
  syntax,
  urls,
}: UrlInputs & { readonly urls: Urls }): readonly ToldException[] {
  const definitions = createDefinitions(project, settings.roots, syntax);
  const seen = new Set<string>();
  return urls.routes.flatMap(({ view, served, at }) => {
    // What a permission opens is for staff, who may read more.
    if (!view?.at || served !== 'yes' || view.access === 'permission' || seen.has(view.name)) return [];
    seen.add(view.name);
    return toldAt(view.at).map((answer) => ({ view: view.name, at: answer, routedAt: at }));
  });

  function toldAt(at: Location): readonly Location[] {
    const file = project.file(at.path);
    const module = ownModule(settings.roots, at.path);
    if (!file || !module || !/\bexcept\b/.test(file.text.slice(at.span.start, at.span.end))) return [];
    const node = definitions.body(module).find((one) => one.start === at.span.start && one.end === at.span.end);
    const isForeign = (callee: Expression, names: RegExp): boolean => {
      const found = definitions.of(module, callee);
      return found?.kind === 'foreign' && names.test(found.name);
    };
    const tells = (value: Expression, name: string): boolean => tellsOf(value, name, isForeign);
    const answers = (call: Call, name: string): boolean => {
      if (!isForeign(call.callee, responses)) return false;
      const [first = call.keywords.find((one) => one.name === 'data' || one.name === 'content')?.value] =
        call.positional;
      return first !== undefined && (tells(first, name) || (isName(first, name) && !isForeign(call.callee, /Json/)));
    };
    return handlersIn(node ? [node] : [])
      .filter(({ handler }) => !/\bisinstance\(|DEBUG\b/i.test(file.text.slice(handler.start, handler.end)))
      .flatMap(({ handler, name }) =>
        callsIn(handler.body)
          .filter((call) => answers(call, name))
          .map(({ start, end }) => file.at({ start, end })),
      );
  }
}

/** The places that catch every exception, by the name they give it; not where the code raises what the visitor is to read. */
function handlersIn(nodes: readonly AnyNode[]): readonly { readonly handler: Handler; readonly name: string }[] {
  return nodes.flatMap((node) => [
    ...(node.kind === 'try' && !raises(node.body) ? catchAlls(node) : []),
    ...handlersIn(childrenOf(node)),
  ]);
}

const catchAlls = ({ handlers }: Try) =>
  handlers.flatMap((handler) => {
    const { name, type } = handler;
    const caught = type?.kind === 'tuple' ? type.items : type ? [type] : [];
    const all = caught.some((one) => isName(one, 'Exception') || isName(one, 'BaseException'));
    return all && name !== undefined ? [{ handler, name }] : [];
  });

const raises = (nodes: readonly AnyNode[]): boolean =>
  nodes.some((node) => node.kind === 'raise' || raises(childrenOf(node)));

/** A `try` inside has names of its own, and is looked at by itself. */
const callsIn = (nodes: readonly AnyNode[]): readonly Call[] =>
  nodes.flatMap((node) => [
    ...(node.kind === 'call' ? [node] : []),
    ...(node.kind === 'try' ? [] : callsIn(childrenOf(node))),
  ]);

const isName = (value: Expression, name: string): boolean => value.kind === 'name' && value.name === name;

/** Whether a value holds the text of an exception as it is; what a function makes of it is not followed. */
function tellsOf(value: Expression, name: string, isForeign: (callee: Expression, names: RegExp) => boolean): boolean {
  const inner = (one: Expression): boolean => tellsOf(one, name, isForeign);
  const isText = (one: Expression): boolean => isName(one, name) || inner(one);
  switch (value.kind) {
    case 'joined':
      return value.parts.some((part) => typeof part !== 'string' && isText(part.value));
    case 'dict':
      return value.entries.some(([, entry]) => inner(entry));
    case 'list':
    case 'tuple':
      return value.items.some(inner);
    case 'binary':
      return inner(value.left) || (value.operator === '%' ? isText(value.right) : inner(value.right));
    case 'call': {
      const { callee, positional } = value;
      if (isForeign(callee, /^traceback\.format_exc$/)) return true;
      if (isForeign(callee, /^json\.dumps$/)) return positional.some(inner);
      if (isName(callee, 'str') || isName(callee, 'repr')) return positional.some((one) => isName(one, name));
      return callee.kind === 'attribute' && callee.name === 'format' && positional.some(isText);
    }
    default:
      return false;
  }
}
