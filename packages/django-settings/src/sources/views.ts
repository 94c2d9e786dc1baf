/** What a URL leads to, read from its definition: what is wrapped around it, what it is made of, who may call it. */
import { type Access, holds, type Project, type Settings, type Truth, type View } from '@django-golive/core';
import type { ClassDefinition, Expression, FunctionDefinition } from '../syntax/tree.js';
import { type Ancestry, ancestryOf, memberOf } from './ancestry.js';
import { type Definition, type Definitions, dottedParts, nameOf, type OwnModule } from './definitions.js';
import { answersItself, createEffects } from './effects.js';
import { ancestorAccess, decoratorAccess, looksAtCaller, permissionsAccess } from './guards.js';
import { answersOne, leavesToFramework, literals, writesOf } from './methods.js';

/** What views are read with. */
export interface ViewReader {
  /** The view an expression of a URL configuration stands for. */
  view(module: OwnModule, expression: Expression): View | undefined;
  /** A class that a router serves. */
  classView(module: OwnModule, expression: Expression): View | undefined;
}

/** A decorator: its name, and the arguments where it is called. */
interface Wrapper {
  readonly module: OwnModule;
  readonly name: string;
  readonly positional: readonly Expression[];
}

export function createViewReader(project: Project, definitions: Definitions, settings: Settings): ViewReader {
  const effects = createEffects(project, definitions);
  const signedIn = holds(settings.get('MIDDLEWARE').value, 'django.contrib.auth.middleware.LoginRequiredMiddleware');

  function view(module: OwnModule, expression: Expression, around: readonly Wrapper[] = []): View | undefined {
    if (around.length > 10) return undefined;
    if (expression.kind === 'str') {
      const found = definitions.named(expression.value);
      return found && ofDefinition(found, around, []);
    }
    if (expression.kind !== 'call') {
      const found = definitions.of(module, expression);
      if (found?.kind === 'value') return view(found.module, found.value, [...around]);
      return found && ofDefinition(found, around, []);
    }
    const { callee } = expression;
    if (callee.kind === 'attribute' && callee.name === 'as_view') {
      const found = definitions.of(module, callee.value);
      return (
        found &&
        ofDefinition(
          found,
          around,
          expression.keywords.flatMap(({ name }) => name ?? []),
        )
      );
    }
    // `login_required(view)`, `cache_page(60)(view)`
    const [inner] = expression.positional;
    const wrapper = wrapperOf(module, callee);
    return inner && wrapper ? view(module, inner, [...around, wrapper]) : undefined;
  }

  function classView(module: OwnModule, expression: Expression): View | undefined {
    const found = definitions.of(module, expression);
    return found && ofDefinition(found, [], []);
  }

  function ofDefinition(found: Definition, around: readonly Wrapper[], given: readonly string[]): View | undefined {
    if (found.kind === 'class') return ofClass(found.module, found.node, around, given);
    if (found.kind === 'function') return ofFunction(found.module, found.node, around);
    if (found.kind !== 'foreign') return undefined;
    const names = around.flatMap(expanded);
    const guard = guardOf(names);
    return {
      name: found.name,
      at: undefined,
      kind: 'package',
      decorators: names,
      bases: [],
      api: found.name.startsWith('rest_framework'),
      access: guard ?? packageAccess(found.name),
      asks: true,
      csrf: names.some(exempts) ? 'no' : 'maybe',
      writes: undefined,
    };
  }

  function ofFunction(module: OwnModule, node: FunctionDefinition, around: readonly Wrapper[]): View {
    const wrappers = [...around, ...wrappersOf(module, node.decorators)];
    const names = wrappers.flatMap(expanded);
    const api = names.some((name) => name === 'rest_framework.decorators.api_view');
    const permissions = wrappers.find(({ name }) => name === 'rest_framework.decorators.permission_classes');
    const declared = permissions && listAccess(permissions.module, permissions.positional[0]);
    const rest = names.filter((name) => name !== 'rest_framework.decorators.permission_classes');
    return {
      name: nameOf({ kind: 'function', module, node }),
      at: locationOf(module, node),
      kind: 'function',
      decorators: names,
      bases: [],
      api,
      access: guardOf(rest) ?? declared ?? (api ? 'api-default' : openTo(names)),
      asks: looksAtCaller(textOf(module, node)),
      csrf: csrfOf(names, api),
      writes: writesOf(
        names,
        wrappers.find(({ name }) => name.endsWith('.api_view') || name.endsWith('.require_http_methods'))
          ?.positional[0],
        textOf(module, node),
      ),
      get effect() {
        return effects.ofFunction(module, node);
      },
    };
  }

  function ofClass(
    module: OwnModule,
    node: ClassDefinition,
    around: readonly Wrapper[],
    given: readonly string[],
  ): View {
    const ancestry = ancestryOf(definitions, module, node);
    const dispatch = memberOf(ancestry, 'dispatch');
    const inner = dispatch?.statement.kind === 'function' ? dispatch.statement.decorators : [];
    const names = [
      ...around,
      ...ancestry.own.flatMap((own) => wrappersOf(own.module, own.node.decorators)),
      ...(dispatch ? wrappersOf(dispatch.module, inner) : []),
    ].flatMap(expanded);
    const api = ancestry.names.some((name) => name.startsWith('rest_framework.'));
    const text = ancestry.own.map((own) => textOf(own.module, own.node)).join('\n');
    const writes = ancestry.complete && !given.includes('http_method_names') ? classWrites(ancestry) : undefined;
    return {
      name: nameOf({ kind: 'class', module, node }),
      at: locationOf(module, node),
      kind: 'class',
      decorators: names,
      bases: ancestry.names,
      api,
      access: classAccess(ancestry, names, api, given),
      asks: looksAtCaller(text) && !(api && writes && asksInPart(ancestry, writes)),
      csrf: ancestry.names.some((name) => /CsrfExempt/.test(name)) ? 'no' : csrfOf(names, api),
      writes,
      get effect() {
        return answersItself(ancestry, isOwnName) ? effects.ofMethods(ancestry) : undefined;
      },
    };
  }

  /** Only methods that answer one HTTP method look at who is calling, and another one is left to the framework. */
  function asksInPart(ancestry: Ancestry, writes: readonly string[]): boolean {
    const elsewhere = ancestry.own.flatMap(({ module, node }) =>
      node.body
        .filter((statement) => statement.kind !== 'function' || !answersOne(statement.name))
        .map((statement) => textOf(module, statement)),
    );
    return (
      leavesToFramework(writes, (method) => memberOf(ancestry, method) !== undefined) && !elsewhere.some(looksAtCaller)
    );
  }

  function classAccess(ancestry: Ancestry, names: readonly string[], api: boolean, given: readonly string[]): Access {
    const guards = ancestry.names.flatMap((name) => (isOwnName(name) ? [] : (ancestorAccess(name) ?? [])));
    const strict = guards.find((guard) => guard === 'permission') ?? guards.find((guard) => guard === 'login');
    const decorated = guardOf(names);
    if (strict) return strict;
    if (decorated && decorated !== 'unknown') return decorated;
    const permissions = memberOf(ancestry, 'permission_classes');
    if (api && permissions && !given.includes('permission_classes')) {
      const { statement } = permissions;
      const value = statement.kind === 'assign' || statement.kind === 'annotated' ? statement.value : undefined;
      const decides = ['get_permissions', 'check_permissions', 'initial'].some((name) => memberOf(ancestry, name));
      const listed = decides ? 'unknown' : listAccess(permissions.module, value);
      return listed === 'public' ? handlerAccess(ancestry, listed) : listed;
    }
    const own = ['dispatch', 'get_permissions', 'check_permissions', 'initial', 'setup'].some((name) =>
      memberOf(ancestry, name),
    );
    if (own || !ancestry.complete || guards.includes('unknown') || decorated || given.includes('permission_classes'))
      return 'unknown';
    const open = api ? 'api-default' : openTo(names);
    return open === 'login' ? open : handlerAccess(ancestry, open);
  }

  /** Who may call a class whose methods are decorated one by one. */
  function handlerAccess(ancestry: Ancestry, open: Access): Access {
    const each = answeringMethods.flatMap((name) => {
      const found = memberOf(ancestry, name);
      if (found?.statement.kind !== 'function') return [];
      return [{ name, guard: guardOf(wrappersOf(found.module, found.statement.decorators).flatMap(expanded)) }];
    });
    const guards = each.flatMap(({ guard }) => guard ?? []);
    if (guards.length === 0) return open;
    const bare = each.filter(({ guard }) => guard === undefined).map(({ name }) => name);
    // What an ancestor answers by itself is not decorated.
    const plain = ancestry.names.every((name) => /\.(?:View|APIView)$|^object$/.test(name));
    if (guards.includes('unknown') || !plain || open === 'api-default') return 'unknown';
    if (bare.length === 0) return guards.includes('login') ? 'login' : 'permission';
    return bare.join() === 'get' ? 'public-read' : 'unknown';
  }

  const isOwnName = (name: string): boolean => definitions.named(name)?.kind === 'class';

  /** Who may call what nothing guards. */
  function openTo(names: readonly string[]): Access {
    if (signedIn === 'no' || names.some((name) => name.endsWith('.login_not_required'))) return 'public';
    return signedIn === 'yes' ? 'login' : 'unknown';
  }

  /** What a list of permission classes means; `A | B` and what is not a list is not followed. */
  function listAccess(module: OwnModule, expression: Expression | undefined): Access {
    if (expression?.kind !== 'list' && expression?.kind !== 'tuple') return 'unknown';
    return permissionsAccess(
      expression.items.map((item) => {
        const found = definitions.of(module, item);
        return found?.kind === 'foreign' ? found.name : undefined;
      }),
    );
  }

  function wrappersOf(module: OwnModule, expressions: readonly Expression[]): readonly Wrapper[] {
    return expressions.map((expression) => wrapperOf(module, expression) ?? { module, name: '?', positional: [] });
  }

  function wrapperOf(module: OwnModule, expression: Expression): Wrapper | undefined {
    if (expression.kind === 'call') {
      const wrapper = wrapperOf(module, expression.callee);
      return wrapper && { ...wrapper, positional: expression.positional };
    }
    const found = definitions.of(module, expression);
    if (found) return { module, name: nameOf(found), positional: [] };
    const parts = dottedParts(expression);
    return parts && { module, name: parts.join('.'), positional: [] };
  }

  /** The names a decorator stands for: `method_decorator([a, b], name='dispatch')` for those inside. */
  function expanded({ module, name, positional }: Wrapper): readonly string[] {
    const [inner] = positional;
    if (name !== 'django.utils.decorators.method_decorator' || !inner) return [name];
    const value = inner.kind === 'name' ? definitions.of(module, inner) : undefined;
    const listed = value?.kind === 'value' ? value.value : inner;
    const items = listed.kind === 'list' || listed.kind === 'tuple' ? listed.items : [listed];
    return items.flatMap((item) => wrapperOf(module, item)?.name ?? '?');
  }

  const textOf = ({ path }: OwnModule, { start, end }: { start: number; end: number }): string =>
    project.file(path)?.text.slice(start, end) ?? '';
  const locationOf = ({ path }: OwnModule, node: { readonly start: number; readonly end: number }) =>
    project.file(path)?.at({ start: node.start, end: node.end });

  return { view: (module, expression) => view(module, expression), classView };
}

/** The methods of a class that answer a request. */
const answeringMethods = ['get', 'post', 'put', 'patch', 'delete'];

function guardOf(names: readonly string[]): Access | undefined {
  const guards = names.flatMap((name) => decoratorAccess(name) ?? []);
  return guards.find((guard) => guard === 'permission') ?? guards.find((guard) => guard === 'login') ?? guards[0];
}

/** Views of Django and its packages that everybody may call on purpose, or that ask for an account themselves. */
function packageAccess(name: string): Access {
  return /^django\.views\.(generic|static|i18n)|^django\.contrib\.(sitemaps|auth\.views\.(Login|PasswordReset))/.test(
    name,
  )
    ? 'public'
    : 'unknown';
}

const exempts = (name: string): boolean => name === 'django.views.decorators.csrf.csrf_exempt';

function csrfOf(names: readonly string[], api: boolean): Truth {
  if (names.some(exempts)) return 'no';
  // DRF's own check of sessions takes the place of the middleware.
  if (api || names.some((name) => decoratorAccess(name) === 'unknown')) return 'maybe';
  return 'yes';
}

function classWrites(ancestry: Ancestry): readonly string[] | undefined {
  const found = writesOf(ancestry.names, undefined, undefined, (name) => memberOf(ancestry, name) !== undefined);
  const listed = memberOf(ancestry, 'http_method_names')?.statement;
  if (listed === undefined) return found;
  const value = listed.kind === 'assign' || listed.kind === 'annotated' ? listed.value : undefined;
  const methods = value && literals(value);
  return methods && found?.filter((method) => methods.includes(method));
}
