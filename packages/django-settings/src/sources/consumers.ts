/** WebSocket consumers: from the ASGI application through Channels' routers to the classes, and what those ask. */
import { type Consumer, isAssigned, type Location, stringOf } from '@django-golive/core';
import type { Call, ClassDefinition, Expression, Statement } from '../syntax/tree.js';
import { ancestryOf } from './ancestry.js';
import { createDefinitions, type Definition, nameOf, type OwnModule } from './definitions.js';
import { looksAtCaller } from './guards.js';
import type { UrlInputs } from './url-tree.js';

/**
 * What Channels puts around a router that refuses no caller: who it is becomes known, and pages of other sites are kept out.
 * https://channels.readthedocs.io/en/stable/topics/authentication.html
 */
const open =
  /^channels\.(auth\.AuthMiddleware(Stack)?|sessions\.(SessionMiddleware(Stack)?|CookieMiddleware)|security\.websocket\.(AllowedHostsOriginValidator|OriginValidator))$/;
const pattern = /^django\.(urls|conf\.urls)(\.conf)?\.(path|re_path|url)$/;
/** Decorators of methods that ask nothing. */
const plain = /^(channels\.db\.|asgiref\.|staticmethod$|classmethod$|property$)/;
const deepest = 20;

/** The consumers. Never throws. */
export function readConsumers({ project, settings, syntax }: UrlInputs): readonly Consumer[] {
  const definitions = createDefinitions(project, settings.roots, syntax);
  const found = new Map<string, Consumer>();
  const setting = settings.get('ASGI_APPLICATION');
  // Only Channels and its servers read the setting; a server is mostly given what `startproject` writes beside the URLs.
  const urlconf = stringOf(settings.get('ROOT_URLCONF').value) ?? '';
  const name = isAssigned(setting) ? stringOf(setting.value) : urlconf.replace(/\w+$/, 'asgi.application');
  const application = name ? definitions.named(name) : undefined;
  if (application) ofDefinition(application, 0);
  return [...found.values()];

  function ofDefinition(definition: Definition, depth: number): void {
    if (definition.kind !== 'value' || depth > deepest) return;
    const { module, value } = definition;
    // What a branch assigns may not be what production has.
    const always = definitions.body(module).some((one) => 'value' in one && one.value === value);
    if (always) ofExpression(module, value, depth + 1);
  }

  /** An ASGI application, or a list of patterns. */
  function ofExpression(module: OwnModule, value: Expression, depth: number): void {
    switch (value.kind) {
      case 'list':
      case 'tuple':
        for (const item of value.items) ofExpression(module, item, depth);
        return;
      case 'starred':
        return ofExpression(module, value.value, depth);
      case 'binary':
        ofExpression(module, value.left, depth);
        return ofExpression(module, value.right, depth);
      case 'call':
        return ofCall(module, value, depth);
      default: {
        const definition = definitions.of(module, value);
        if (definition) ofDefinition(definition, depth);
      }
    }
  }

  function ofCall(module: OwnModule, call: Call, depth: number): void {
    const callee = definitions.of(module, call.callee);
    const [first, second = call.keywords.find((one) => one.name === 'view')?.value] = call.positional;
    if (callee?.kind !== 'foreign' || !first) return;
    if (callee.name === 'channels.routing.ProtocolTypeRouter') {
      for (const [key, value] of first.kind === 'dict' ? first.entries : [])
        if (key?.kind === 'str' && key.value === 'websocket') ofExpression(module, value, depth);
    } else if (callee.name === 'channels.routing.URLRouter' || open.test(callee.name))
      ofExpression(module, first, depth);
    else if (pattern.test(callee.name) && second) {
      const at = locationOf(module, call);
      if (at) ofTarget(module, second, at, depth);
    }
  }

  /** What a pattern leads to: a consumer, as Channels 3 and 2 have it, or a router inside. */
  function ofTarget(module: OwnModule, target: Expression, routedAt: Location, depth: number): void {
    const made = target.kind === 'call' && target.callee.kind === 'attribute' && target.callee.name === 'as_asgi';
    const cls = definitions.of(module, made && target.callee.kind === 'attribute' ? target.callee.value : target);
    if (cls?.kind !== 'class') return made ? undefined : ofExpression(module, target, depth);
    const at = locationOf(cls.module, cls.node);
    if (at && !found.has(nameOf(cls))) found.set(nameOf(cls), { name: nameOf(cls), at, routedAt, asks: asks(cls) });
  }

  function asks({ module, node }: Definition & { kind: 'class' }): boolean {
    const { own, names, complete } = ancestryOf(definitions, module, node);
    const foreign = names.filter((base) => definitions.named(base)?.kind !== 'class');
    const known =
      complete && foreign.length > 0 && foreign.every((base) => /^channels\.generic\.websocket\./.test(base));
    return !known || own.some((one) => one.node.decorators.length > 0 || classAsks(one.module, one.node));
  }

  function classAsks(module: OwnModule, node: ClassDefinition): boolean {
    return node.body.some((statement) => {
      if (statement.kind !== 'function') return mayAsk(codeOf(module, [statement]));
      const decorated = statement.decorators.some((one) => {
        const decorator = definitions.of(module, one);
        return !plain.test(decorator ? nameOf(decorator) : one.kind === 'name' ? one.name : '');
      });
      return decorated || mayAsk(codeOf(module, statement.body));
    });
  }

  /** Statements as they are written, without what only explains them. */
  function codeOf({ path }: OwnModule, body: readonly Statement[]): string {
    const text = project.file(path)?.text ?? '';
    return body
      .filter((one) => one.kind !== 'expression' || one.value.kind !== 'str')
      .map(({ start, end }) => text.slice(start, end).replace(/#.*$/gm, ''))
      .join('\n');
  }

  function locationOf({ path }: OwnModule, { start, end }: { start: number; end: number }): Location | undefined {
    return project.file(path)?.at({ start, end });
  }
}

/** Whether code may look at who is calling or turn somebody away. The address alone says nothing of the caller. */
function mayAsk(code: string): boolean {
  const rest = code
    .replace(/\bself\.scope(\[\s*|\.get\(\s*)(['"])(url_route|path|type)\2/g, '')
    .replace(/\bsuper\([^)]*\)/g, '');
  // What is handed the consumer itself may ask in its place.
  return looksAtCaller(rest) || /\bscope\b|\.user\b|get_user\(|\.close\(|DenyConnection|[(,]\s*self\s*[,)]/.test(rest);
}
