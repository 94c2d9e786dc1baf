/** Every URL that production serves: `urlpatterns` from ROOT_URLCONF on, through includes, conditions and routers. */
import {
  type Evidence,
  type Project,
  type Route,
  type Settings,
  stringOf,
  type Truth,
  type Urls,
} from '@django-golive/core';
import type { Call, Expression, Statement } from '../syntax/tree.js';
import type { SyntaxReader } from '../syntax-reader.js';
import { both, conditionIn, opposite } from './conditions.js';
import { debugOnlyOf } from './debug-only.js';
import { createDefinitions, type Definitions, type OwnModule } from './definitions.js';
import { patternText } from './pattern-text.js';
import { createRouterReader } from './routers.js';
import { createViewReader, type ViewReader } from './views.js';

/** What the tree is read from. */
export interface UrlInputs {
  readonly project: Project;
  readonly settings: Settings;
  readonly syntax: SyntaxReader;
}

/** Where in the tree a piece of it stands. */
interface Place {
  readonly prefix: string;
  readonly trail: readonly Evidence[];
  readonly served: Truth;
  readonly depth: number;
}

/** More than any project has; what lies beyond is not read. */
const mostRoutes = 5000;
const deepest = 12;

/** Read the tree. Never throws. */
export function readUrls({ project, settings, syntax }: UrlInputs): Urls {
  const { roots } = settings;
  const definitions = createDefinitions(project, roots, syntax);
  const root = stringOf(settings.get('ROOT_URLCONF').value);
  const module = root === undefined ? undefined : definitions.module(root);
  if (!module) return { routes: [], complete: false, path: undefined };
  const reading = createTreeReader(project, definitions, settings);
  reading.ofModule(module, { prefix: '', trail: [], served: 'yes', depth: 0 });
  return { ...reading.result(), path: module.path, debugOnly: debugOnlyOf(project, definitions, settings, module) };
}

function createTreeReader(project: Project, definitions: Definitions, settings: Settings) {
  const views: ViewReader = createViewReader(project, definitions, settings);
  const routers = createRouterReader(project, definitions, settings, views);
  const routes: Route[] = [];
  let complete = true;
  const lost = (): void => {
    complete = false;
  };

  function ofModule(module: OwnModule, place: Place): void {
    if (place.depth > deepest || routes.length > mostRoutes) return lost();
    ofStatements(module, definitions.body(module), place);
  }

  function ofStatements(module: OwnModule, body: readonly Statement[], place: Place): void {
    const condition = conditionIn(definitions, settings, module);
    for (const statement of body) {
      switch (statement.kind) {
        case 'assign':
          if (statement.targets.some(isPatterns)) ofPatterns(module, statement.value, place);
          break;
        case 'annotated':
          if (isPatterns(statement.target) && statement.value) ofPatterns(module, statement.value, place);
          break;
        case 'augmented':
          if (isPatterns(statement.target)) ofPatterns(module, statement.value, place);
          break;
        case 'expression':
          ofMutation(module, statement.value, place);
          break;
        case 'if': {
          const holds = condition(statement.test);
          const enter = (truth: Truth, inner: readonly Statement[]): void => {
            if (truth !== 'no') ofStatements(module, inner, { ...place, served: both(place.served, truth) });
          };
          enter(holds, statement.body);
          enter(opposite(holds), statement.otherwise);
          break;
        }
        case 'try': {
          const maybe = { ...place, served: both(place.served, 'maybe') };
          ofStatements(module, statement.body, maybe);
          for (const handler of statement.handlers) ofStatements(module, handler.body, maybe);
          ofStatements(module, statement.otherwise, maybe);
          break;
        }
        case 'import-from':
          if (statement.names.some(({ name }) => name === '*' || name === 'urlpatterns'))
            ofForeignPatterns(module, statement, place);
          break;
        case 'for':
        case 'while':
        case 'with':
          if (mentionsPatterns(project, module, statement)) lost();
          break;
        default:
          break;
      }
    }
  }

  /** `from .urls_v2 import urlpatterns`, or with a star. */
  function ofForeignPatterns(module: OwnModule, statement: Statement, place: Place): void {
    const found = definitions.of(module, { kind: 'name', name: 'urlpatterns', start: 0, end: 0 });
    if (found?.kind !== 'value' || found.module.path === module.path || statement.kind !== 'import-from') return;
    ofModule(found.module, { ...place, depth: place.depth + 1 });
  }

  /** `urlpatterns.append(…)`, `.extend(…)`, `.insert(0, …)`. */
  function ofMutation(module: OwnModule, value: Expression, place: Place): void {
    if (value.kind !== 'call' || value.callee.kind !== 'attribute' || !isPatterns(value.callee.value)) return;
    const argument = value.positional.at(-1);
    if (!argument) return;
    if (value.callee.name === 'append' || value.callee.name === 'insert') ofItem(module, argument, place);
    else if (value.callee.name === 'extend') ofPatterns(module, argument, place);
    else lost();
  }

  /** An expression whose value is a list of patterns. */
  function ofPatterns(module: OwnModule, value: Expression, place: Place): void {
    if (place.depth > deepest || routes.length > mostRoutes) return lost();
    switch (value.kind) {
      case 'list':
      case 'tuple':
        for (const item of value.items) ofItem(module, item, place);
        return;
      case 'binary':
        if (value.operator !== '+') return lost();
        ofPatterns(module, value.left, place);
        ofPatterns(module, value.right, place);
        return;
      case 'conditional': {
        const holds = conditionIn(definitions, settings, module)(value.test);
        if (holds !== 'no') ofPatterns(module, value.body, { ...place, served: both(place.served, holds) });
        if (holds !== 'yes')
          ofPatterns(module, value.otherwise, { ...place, served: both(place.served, opposite(holds)) });
        return;
      }
      case 'call':
        return ofCall(module, value, place);
      case 'name':
      case 'attribute': {
        if (isPatterns(value)) return;
        if (value.kind === 'attribute' && value.name === 'urls' && ofRouter(module, value.value, place)) return;
        const found = definitions.of(module, value);
        if (found?.kind === 'value') ofPatterns(found.module, found.value, { ...place, depth: place.depth + 1 });
        else lost();
        return;
      }
      default:
        return lost();
    }
  }

  function ofItem(module: OwnModule, item: Expression, place: Place): void {
    if (item.kind === 'starred') return ofPatterns(module, item.value, place);
    if (item.kind === 'call') return ofCall(module, item, place);
    const found = definitions.of(module, item);
    if (found?.kind === 'value') ofItem(found.module, found.value, { ...place, depth: place.depth + 1 });
    else lost();
  }

  /** A call inside `urlpatterns`: a pattern, or one that gives several. */
  function ofCall(module: OwnModule, call: Call, place: Place): void {
    if (place.depth > deepest) return lost();
    const callee = definitions.of(module, call.callee);
    const name = callee?.kind === 'foreign' ? callee.name : undefined;
    if (
      name === 'django.conf.urls.static.static' ||
      name === 'django.contrib.staticfiles.urls.staticfiles_urlpatterns'
    ) {
      // Both give patterns only while DEBUG is on.
      return;
    }
    if (name === 'django.conf.urls.i18n.i18n_patterns') {
      const inner = { ...place, prefix: `${place.prefix}<language>/` };
      for (const item of call.positional) ofItem(module, item, inner);
      return;
    }
    if (name === 'rest_framework.urlpatterns.format_suffix_patterns') {
      const [patterns] = call.positional;
      return patterns ? ofPatterns(module, patterns, place) : undefined;
    }
    if (name === undefined || !/^django\.(urls|conf\.urls)(\.conf)?\.(path|re_path|url)$/.test(name)) return lost();
    ofPattern(module, call, place);
  }

  function ofPattern(module: OwnModule, call: Call, place: Place): void {
    const argument = (index: number, keyword: string): Expression | undefined =>
      call.positional[index] ?? call.keywords.find(({ name }) => name === keyword)?.value;
    const route = patternText(argument(0, 'route') ?? argument(0, 'regex'), settings);
    const target = argument(1, 'view');
    const at = project.file(module.path)?.at({ start: call.start, end: call.end });
    if (!target || !at) return lost();
    const prefix = `${place.prefix}${route ?? '…'}`;
    const nameText = argument(3, 'name');
    const base = {
      pattern: prefix,
      name: nameText?.kind === 'str' ? nameText.value : undefined,
      at,
      trail: place.trail,
      served: place.served,
    };
    const inner: Place = {
      ...place,
      prefix,
      trail: [...place.trail, { at, note: `\`${prefix}\` leads on from here.` }],
      depth: place.depth + 1,
    };
    if (target.kind === 'call' && endsWith(definitions, module, target.callee, 'include')) {
      const [what] = target.positional;
      return what ? ofInclude(module, what, inner, base) : lost();
    }
    if (target.kind === 'attribute' && target.name === 'urls') {
      const site = definitions.of(module, target.value);
      if (site?.kind === 'foreign' && site.name.endsWith('admin.site')) {
        routes.push({ ...base, view: undefined, includes: 'django.contrib.admin' });
        return;
      }
      if (ofRouter(module, target.value, inner)) return;
      routes.push({ ...base, view: undefined });
      return lost();
    }
    const view = views.view(module, target);
    if (!view) lost();
    routes.push({ ...base, view });
  }

  function ofInclude(module: OwnModule, what: Expression, place: Place, base: Omit<Route, 'view'>): void {
    if (what.kind === 'str') {
      const own = definitions.module(what.value);
      if (own) return ofModule(own, place);
      routes.push({ ...base, view: undefined, includes: what.value });
      return;
    }
    // `include((patterns, 'namespace'))`
    if (what.kind === 'tuple') {
      const [patterns] = what.items;
      return patterns ? ofInclude(module, patterns, place, base) : lost();
    }
    if (what.kind === 'attribute' && what.name === 'urls' && ofRouter(module, what.value, place)) return;
    const found = definitions.of(module, what);
    if (found?.kind === 'module') return ofModule(found.module, place);
    if (found?.kind === 'foreign') {
      routes.push({ ...base, view: undefined, includes: found.name });
      return;
    }
    ofPatterns(module, what, place);
  }

  /** Whether an expression is a DRF router; what is registered with it is taken. */
  function ofRouter(module: OwnModule, expression: Expression, place: Place): boolean {
    const found = routers.registered(module, expression);
    for (const { pattern, at, view, served } of found ?? []) {
      if (!view) lost();
      routes.push({
        pattern: `${place.prefix}${pattern}`,
        name: undefined,
        at,
        trail: place.trail,
        view,
        served: both(place.served, served),
      });
    }
    return found !== undefined;
  }

  return { ofModule, result: () => ({ routes, complete }) };
}

const isPatterns = (expression: Expression): boolean => expression.kind === 'name' && expression.name === 'urlpatterns';

function endsWith(definitions: Definitions, module: OwnModule, callee: Expression, last: string): boolean {
  const found = definitions.of(module, callee);
  return (
    found?.kind === 'foreign' &&
    /^django\.(urls|conf\.urls)(\.conf)?\.\w+$/.test(found.name) &&
    found.name.endsWith(`.${last}`)
  );
}

function mentionsPatterns(
  project: Project,
  { path }: OwnModule,
  { start, end }: { start: number; end: number },
): boolean {
  return /\burlpatterns\b|\.register\(/.test(project.file(path)?.text.slice(start, end) ?? '');
}
