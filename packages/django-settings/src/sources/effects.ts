/** What a view changes that outlives the request, followed from call to call through the project's own code. */
import type { Effect, Project } from '@django-golive/core';
import type { Call, Expression, FunctionDefinition } from '../syntax/tree.js';
import { type AnyNode, childrenOf } from '../syntax/tree-walk.js';
import { type Ancestry, ancestryOf, memberOf } from './ancestry.js';
import { type Definition, type Definitions, dottedParts, type OwnModule } from './definitions.js';
import { foreignKind, isHarmlessBuiltin, methodKind } from './effect-names.js';

/** Calls that lead on to calls, and functions in all: more than a view that changes nothing needs. */
const [deepest, most] = [6, 60];

/** A function with what is known inside it. */
interface Frame {
  readonly module: OwnModule;
  readonly node: FunctionDefinition;
  /** The class whose method it is. */
  readonly self: Ancestry | undefined;
  readonly depth: number;
  /** The names it binds itself, each with the last value it is given; its parameters have none. */
  readonly local: ReadonlyMap<string, Expression | undefined>;
}

/** Follow functions of one view; what is not found harmless is told of, what certainly changes something first. */
export function createEffects(project: Project, definitions: Definitions) {
  return { ofFunction, ofMethods };

  function ofFunction(module: OwnModule, node: FunctionDefinition): Effect {
    return run((follow) => follow(module, node, undefined, 0));
  }

  /** The methods of a class that answer unsafe requests. */
  function ofMethods(ancestry: Ancestry): Effect {
    return run((follow) => {
      for (const name of ['dispatch', 'post', 'put', 'patch', 'delete']) {
        const member = memberOf(ancestry, name);
        if (member?.statement.kind === 'function') follow(member.module, member.statement, ancestry, 0);
      }
    });
  }

  function run(begin: (follow: Follow) => void): Effect {
    const seen = new Set<FunctionDefinition>();
    let written: Effect | undefined;
    let open: Effect | undefined;
    const tell = (kind: 'seen' | 'unfollowed', module: OwnModule, at: AnyNode): void => {
      const file = project.file(module.path);
      if (!file || written) return;
      const subject = at.kind === 'call' ? at.callee : at;
      const what = file.text.slice(subject.start, subject.end).replaceAll(/\s+/g, ' ').slice(0, 60);
      const effect = { kind, at: file.at({ start: at.start, end: at.end }), what };
      if (kind === 'seen') written = effect;
      else open ??= effect;
    };
    const follow: Follow = (module, node, self, depth, call) => {
      if (seen.has(node)) return;
      if (depth > deepest || seen.size >= most) {
        if (call) tell('unfollowed', call.module, call.node);
        return;
      }
      seen.add(node);
      const frame = { module, node, self, depth, local: localsOf(node) };
      for (const statement of node.body) visit(frame, statement);
    };
    const visit = (frame: Frame, node: AnyNode): void => {
      const { module } = frame;
      if (written) return;
      if (node.kind === 'global' || node.kind === 'nonlocal' || node.kind === 'opaque')
        tell('unfollowed', module, node);
      if (node.kind === 'assign' || node.kind === 'delete')
        for (const target of node.targets) visitTarget(frame, target);
      if (node.kind === 'augmented') visitTarget(frame, node.target);
      if (node.kind === 'call') visitCall(frame, node);
      for (const child of childrenOf(node)) visit(frame, child);
    };
    /** An entry or an attribute of something that outlives the request. */
    const visitTarget = (frame: Frame, target: Expression): void => {
      if (target.kind !== 'attribute' && target.kind !== 'subscript') return;
      if (isSession(target)) tell('seen', frame.module, target);
      else if (!isOfRequest(frame, target)) tell('unfollowed', frame.module, target);
    };
    const visitCall = (frame: Frame, call: Call): void => {
      const { module } = frame;
      const { callee } = call;
      if (callee.kind === 'name' && !frame.local.has(callee.name)) {
        const found = definitions.of(module, callee);
        if (found) visitFound(frame, call, found);
        else if (callee.name === 'open') visitOpen(frame, call, call.positional[1]);
        else if (!isHarmlessBuiltin(callee.name)) tell('unfollowed', module, call);
        return;
      }
      if (callee.kind !== 'attribute') {
        tell('unfollowed', module, call);
        return;
      }
      const root = dottedParts(callee)?.[0];
      const found = root === undefined || frame.local.has(root) ? undefined : definitions.of(module, callee);
      if (found) {
        visitFound(frame, call, found);
        return;
      }
      const own = ownMember(frame, callee.value, callee.name);
      if (own) {
        follow(own.module, own.node, own.self, frame.depth + 1, { module, node: call });
        return;
      }
      if (callee.name === 'open') {
        visitOpen(frame, call, call.positional[0]);
        return;
      }
      const kind = methodKind(callee.name);
      if (isSession(callee.value) && kind !== 'reads') tell('seen', module, call);
      else if (kind === 'writes') tell('seen', module, call);
      else if (kind === 'adds' && isRows(callee.value)) tell('seen', module, call);
      else if (kind === 'adds' && isOwnPart(callee.value)) tell('unfollowed', module, call);
      else if (kind === 'reads' || (kind !== undefined && isOfRequest(frame, callee.value))) return;
      // What the framework goes on with is another method of the class, which is followed by itself.
      else if (!isSuper(callee.value)) tell('unfollowed', module, call);
    };
    const visitFound = (frame: Frame, call: Call, found: Definition): void => {
      const step = { module: frame.module, node: call };
      if (found.kind === 'function') {
        if (!isAskedByReaders(frame.module, call)) follow(found.module, found.node, undefined, frame.depth + 1, step);
      } else if (found.kind === 'class') {
        const ancestry = ancestryOf(definitions, found.module, found.node);
        const made = memberOf(ancestry, '__init__');
        if (made?.statement.kind === 'function') follow(made.module, made.statement, ancestry, frame.depth + 1, step);
      } else {
        const kind = found.kind === 'foreign' ? foreignKind(found.name) : undefined;
        if (kind !== 'reads') tell(kind === 'writes' ? 'seen' : 'unfollowed', frame.module, call);
      }
    };
    const visitOpen = (frame: Frame, call: Call, given: Expression | undefined): void => {
      const mode = given ?? call.keywords.find(({ name }) => name === 'mode')?.value;
      if (mode === undefined || (mode.kind === 'str' && !/[wax+]/.test(mode.value))) return;
      tell(mode.kind === 'str' ? 'seen' : 'unfollowed', frame.module, call);
    };
    begin(follow);
    return written ?? open ?? { kind: 'none' };
  }

  /** The method of the project that a call on `self`, or on an object whose class is seen, leads to. */
  function ownMember(frame: Frame, object: Expression, name: string) {
    const ancestry =
      object.kind === 'name' && object.name === frame.node.parameters[0]?.name && frame.self
        ? frame.self
        : classOf(frame, object, 0);
    const member = ancestry && memberOf(ancestry, name);
    return ancestry && member?.statement.kind === 'function'
      ? { module: member.module, node: member.statement, self: ancestry }
      : undefined;
  }

  /** The class of the project that an expression makes an object of: `Cart(request)`, `get_cart(request)`, a name for one. */
  function classOf(frame: Pick<Frame, 'module' | 'local'>, object: Expression, depth: number): Ancestry | undefined {
    if (depth > 3) return undefined;
    if (object.kind === 'name') {
      const value = frame.local.get(object.name);
      return value && value !== object ? classOf(frame, value, depth + 1) : undefined;
    }
    if (object.kind !== 'call') return undefined;
    const found = definitions.of(frame.module, object.callee);
    if (found?.kind === 'class') return ancestryOf(definitions, found.module, found.node);
    if (found?.kind !== 'function') return undefined;
    const given = returnsOf(found.node);
    const [only] = given;
    return only && given.length === 1
      ? classOf({ module: found.module, local: localsOf(found.node) }, only, depth + 1)
      : undefined;
  }

  /** Whether a view that only reads does the same without being given anything: then nothing is gained by sending it. */
  function isAskedByReaders(module: OwnModule, { callee, positional, keywords }: Call): boolean {
    if (callee.kind !== 'name' || positional.length > 0 || keywords.length > 0) return false;
    const asks = (node: AnyNode): boolean =>
      (node.kind === 'call' &&
        node.callee.kind === 'name' &&
        node.callee.name === callee.name &&
        node.positional.length + node.keywords.length === 0) ||
      childrenOf(node).some(asks);
    return definitions
      .body(module)
      .some(
        (one) =>
          one.kind === 'function' &&
          one.decorators.some((decorator) => /^require_(GET|safe)$/.test(dottedParts(decorator)?.at(-1) ?? '')) &&
          one.body.some(asks),
      );
  }
}

type Follow = (
  module: OwnModule,
  node: FunctionDefinition,
  self: Ancestry | undefined,
  depth: number,
  call?: { readonly module: OwnModule; readonly node: Call },
) => void;

/** The names a function binds: its parameters, and whatever it assigns, loops over or opens. */
function localsOf(node: FunctionDefinition): ReadonlyMap<string, Expression | undefined> {
  const local = new Map<string, Expression | undefined>(node.parameters.map(({ name }) => [name, undefined]));
  const bind = (target: AnyNode, value: Expression | undefined): void => {
    if (target.kind === 'name') local.set(target.name, local.has(target.name) ? undefined : value);
    else if (target.kind === 'tuple' || target.kind === 'list') for (const item of target.items) bind(item, undefined);
  };
  const visit = (one: AnyNode): void => {
    if (one.kind === 'assign') for (const target of one.targets) bind(target, one.value);
    if (one.kind === 'annotated') bind(one.target, one.value);
    if (one.kind === 'for') bind(one.target, undefined);
    if (one.kind === 'with') for (const { target } of one.items) if (target) bind(target, undefined);
    if (one.kind === 'comprehension') for (const { target } of one.generators) bind(target, undefined);
    for (const child of childrenOf(one)) visit(child);
  };
  for (const statement of node.body) visit(statement);
  return local;
}

/** What a function gives back. */
function returnsOf(node: FunctionDefinition): readonly Expression[] {
  const found: Expression[] = [];
  const visit = (one: AnyNode): void => {
    if (one.kind === 'return' && one.value) found.push(one.value);
    for (const child of childrenOf(one)) visit(child);
  };
  for (const statement of node.body) visit(statement);
  return found;
}

/** The name that an object is reached by: of `data['rows'][0].tags`, `data`. */
function rootOf(object: Expression): string | undefined {
  if (object.kind === 'name') return object.name;
  return object.kind === 'attribute' || object.kind === 'subscript' ? rootOf(object.value) : undefined;
}

/** Whether an object is one of this request alone: a value that the function made or was given. */
function isOfRequest(frame: Frame, object: Expression): boolean {
  const root = rootOf(object);
  return root === undefined ? object.kind === 'str' : frame.local.has(root);
}

/** Whether an object is the visitor's session, or inside it. */
function isSession(object: Expression): boolean {
  if (object.kind === 'attribute' && object.name === 'session') return true;
  return (object.kind === 'attribute' || object.kind === 'subscript') && isSession(object.value);
}

/** Whether an object is rows of a table: a queryset, or a relation of an object. */
function isRows(object: Expression): boolean {
  if (object.kind === 'call' && object.callee.kind === 'attribute') return methodKind(object.callee.name) === 'reads';
  return object.kind === 'attribute' && !isOwnPart(object);
}

/** `self.words`: a set or a relation. */
const isOwnPart = (object: Expression): boolean =>
  object.kind === 'attribute' && object.value.kind === 'name' && object.value.name === 'self';

const isSuper = (object: Expression): boolean =>
  object.kind === 'call' && object.callee.kind === 'name' && object.callee.name === 'super';

/** Classes of Django that answer unsafe requests with nothing of their own. */
const plain =
  /^(django\.views\.(generic\.)?(base\.)?(View|TemplateView|RedirectView)|django\.views\.generic\.(list\.|detail\.)?(ListView|DetailView)|django\.contrib\.auth\.mixins\.\w+|django\.views\.View)$/;

/** Whether the project's own methods are all that answers. */
export function answersItself(ancestry: Ancestry, isOwn: (name: string) => boolean): boolean {
  return ancestry.complete && ancestry.names.every((name) => isOwn(name) || plain.test(name));
}
