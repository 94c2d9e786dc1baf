/** Puts the interpreter together: one value that the parts share and that models of libraries are given. */
import type { Project } from '@django-golive/core';
import { budgets } from '../budgets.js';
import type { SyntaxReader } from '../syntax-reader.js';
import { assign } from './assignment.js';
import { findAttribute, special } from './attributes.js';
import { forkValues } from './branching.js';
import { builtinClasses } from './builtins/builtin-classes.js';
import { builtinNames } from './builtins/builtin-names.js';
import { exceptionOf } from './builtins/exception-arguments.js';
import { callWith, unmodelled } from './calls.js';
import { setItem } from './changing-items.js';
import { makeClass } from './classes.js';
import { compare } from './comparing.js';
import { doubtOf, spoilValue } from './doubt.js';
import type { Environment } from './environment.js';
import { executeGroupTry } from './exception-groups.js';
import { expectsMissing, unlessRaised } from './expected-errors.js';
import { evaluate } from './expressions.js';
import { callFunction } from './functions.js';
import { importDotted } from './imports.js';
import type { Interpreter } from './interpreter.js';
import { getItem, hasOptions } from './items.js';
import { iterate } from './iterate.js';
import { joinValues } from './join.js';
import { createJournal } from './journal.js';
import { callersOf, contentsOf, isInstance, met, noteContext, projectFrame } from './machine-parts.js';
import { findsModule } from './module-absence.js';
import { execute } from './module-statements.js';
import { bind, lookup } from './names.js';
import type { NativeModules } from './native.js';
import { binary, unary } from './operators.js';
import { reloadModule, setLoaded } from './project-modules.js';
import { Exhausted, Raised } from './raised.js';
import { reprOf, strOf } from './repr.js';
import { localsHere, runText, valueOfText } from './run-text.js';
import { getAttribute } from './seen-attribute.js';
import { deleteAttribute, setAttribute } from './set-attribute.js';
import { take } from './sizes.js';
import { emptyTrace, noteRead } from './tracing.js';
import { equal, truthOf } from './truth.js';
import { typeMember } from './type-members.js';
import { typeNameOf, typeOf } from './type-of.js';
import type { PyClass, PyModule, PyValue } from './value.js';
import { bool, emptyNamespace, none, str } from './value.js';

/** What an evaluation is given. */
export interface MachineOptions {
  readonly project: Project;
  readonly syntax: SyntaxReader;
  readonly root: string;
  readonly roots: readonly string[];
  readonly environment: Environment;
  readonly python: readonly [number, number] | undefined;
  readonly extras: ReadonlyMap<string, unknown>;
  readonly modules: NativeModules;
  readonly declares: (importName: string) => boolean | undefined;
  readonly recover: boolean;
  readonly steps: number;
  readonly enough?: (vm: Interpreter) => boolean;
}

export function createMachine(options: MachineOptions): Interpreter {
  const journal = createJournal((steps) => vm.spend(steps));
  const once = new Map<string, unknown>();
  const classes = new Map<string, PyClass>();
  const vm: Interpreter = {
    project: options.project,
    syntax: options.syntax,
    root: options.root,
    environment: options.environment,
    python: options.python,
    extras: options.extras,
    nativeModules: options.modules,
    declares: options.declares,
    recover: options.recover,
    enough: () => options.enough?.(vm) === true,
    journal,
    boundaries: [],
    builtins: emptyNamespace(),
    loaded: emptyNamespace(),
    files: [],
    recordedReads: [],
    failures: [],
    givenUp: [],
    forks: { depth: 0, causes: [] },
    budget: { left: options.steps, statement: options.steps, grace: budgets.grace },
    importing: [],
    met: { unknown: false },
    frame: undefined,
    trace: emptyTrace(),
    control: { steps: [], made: undefined, reads: new Set() },
    steps: { made: 0 },
    accounts: new WeakMap(),
    depth: 0,
    guards: 0,
    expected: [],
    model: { native: undefined, frame: undefined },
    showing: new Set(),
    order: { lost: false },
    searchPath: {
      kind: 'list',
      items: options.roots.map((root) => str(root === '' ? options.root : `${options.root}/${root}`)),
      options: undefined,
    },

    raise(type, ...args) {
      if (typeof type !== 'string' && type.kind === 'instance') throw vm.toRaised(type);
      const error = exceptionOf(vm, typeof type === 'string' ? vm.builtinClass(type) : type, args);
      if (error.kind !== 'instance') throw new Exhausted('an exception is not evaluated');
      throw vm.toRaised(error);
    },
    toRaised(error, how) {
      noteContext(vm, error);
      const steps = callersOf(vm);
      const deliberate = how === 'written' || error.cls.name === 'AssertionError';
      const reads = [...(deliberate ? vm.control.reads : []), ...vm.trace.reads];
      return new Raised(error, vm.here(), steps, [...new Set(reads)], [...vm.forks.causes]);
    },
    refuse(raise) {
      if (!vm.recover || vm.forks.depth > 0 || vm.boundaries.some(({ kind }) => kind === 'try')) raise();
      try {
        raise();
      } catch (error) {
        if (!(error instanceof Raised)) throw error;
        vm.failures.push({ error, certain: true });
      }
    },
    unknown(why, certain = {}) {
      const { frame } = vm;
      const at = frame ? { at: vm.here() } : {};
      const read = certain.variables ? {} : vm.trace.reads.size > 0 ? { variables: [...vm.trace.reads] } : {};
      return { kind: 'unknown', why, ...at, ...read, ...certain };
    },
    derive(from, certain = {}) {
      const source = from.kind === 'unknown' ? from : vm.doubt(from);
      if (!source) return vm.unknown('a part of it is not known', certain);
      const { why, at, variables, settle } = source;
      const about = { ...(at ? { at } : {}), ...(variables ? { variables } : {}), ...(settle ? { settle } : {}) };
      return { kind: 'unknown', why, ...about, ...certain };
    },
    doubt: (value) => doubtOf(vm, value),
    attempt(run, types, otherwise) {
      try {
        return run();
      } catch (error) {
        if (
          error instanceof Raised &&
          error.exception.cls.mro.some(({ name, module }) => module === 'builtins' && types.includes(name))
        ) {
          return otherwise(error.exception);
        }
        throw error;
      }
    },

    touch: journal.touch,
    fresh: journal.born,
    branch(truth, whenTrue, whenFalse, cause) {
      return truth === 'maybe' ? vm.fork([whenTrue, whenFalse], cause) : truth === 'yes' ? whenTrue() : whenFalse();
    },
    decide(test, whenTrue, whenFalse, truth = vm.truth(test)) {
      return truth === 'maybe'
        ? vm.fork([whenTrue, whenFalse], vm.doubt(test))
        : truth === 'yes'
          ? whenTrue()
          : whenFalse();
    },
    fork: (ways, cause) => forkValues(vm, ways, cause),
    each(value, run) {
      if (value.kind === 'choice')
        return forkValues(
          vm,
          value.options.map((option) => () => vm.each(option, run)),
        );
      if (!hasOptions(value)) return run(value);
      return forkValues(
        vm,
        contentsOf(value).map((way) => () => {
          way(vm);
          return run(value);
        }),
      );
    },
    join: (values) =>
      joinValues(values, {
        unify: () => undefined,
        unknown: (why) => vm.unknown(why),
        forget: (lost) => {
          for (const one of lost) spoilValue(vm, one, vm.unknown('it depends on conditions that are not known'));
        },
      }),
    unmodelled: (why, certain) => unmodelled(vm, why, certain),
    mayRaise: (doubt, type, ...args) => void unlessRaised(vm, doubt, () => none, type, ...args),
    spoil: (value, why) => spoilValue(vm, value, why),

    call: (callee, positional = [], keywords = new Map()) => vm.callWith(callee, { positional, keywords }),
    callWith: (callee, args) => callWith(vm, callee, args),
    callFunction: (callee, args) => callFunction(vm, callee, args),
    truth: (value) => truthOf(vm, value),
    equal: (left, right) => equal(vm, left, right),
    iterate: (value, loose) => iterate(vm, value, loose),
    str: (value) => strOf(vm, value),
    repr: (value) => reprOf(vm, value),
    findAttribute: (value, name) =>
      vm.attempt<PyValue | undefined>(
        () => findAttribute(vm, value, name),
        ['AttributeError'],
        () => undefined,
      ),
    special: (value, name) => special(vm, value, name),
    getAttribute: (value, name) => getAttribute(vm, value, name),
    deleteAttribute: (value, name) => deleteAttribute(vm, value, name),
    setAttribute: (value, name, to) => setAttribute(vm, value, name, to),
    getItem: (container, key) => getItem(vm, container, key),
    setItem: (container, key, to) => setItem(vm, container, key, to),
    binary: (operator, left, right) => binary(vm, operator, left, right),
    unary: (operator, value) => unary(vm, operator, value),
    compare: (operator, left, right) => compare(vm, operator, left, right),
    isInstance: (value, cls) => isInstance(vm, value, cls),
    typeOf: (value) => typeOf(vm, value),
    typeName: (value) => typeNameOf(vm, value),
    invoke: (value, method, ...args) => vm.call(vm.getAttribute(value, method), args),

    builtin(name) {
      return vm.builtins.entries.get(name)?.value ?? vm.unknown(`the builtin \`${name}\` is not modelled`);
    },
    builtinClass(name) {
      const cls = classes.get(name);
      if (!cls) throw new TypeError(`No builtin class ${name}`);
      return cls;
    },
    importModule(name, level = 0) {
      if (level === 0) return importDotted(vm, name);
      const parts = (vm.frame?.module.name ?? '').split('.');
      const kept = parts.slice(0, parts.length - (vm.frame?.module.isPackage ? level - 1 : level));
      return importDotted(vm, [...kept, name].filter(Boolean).join('.'));
    },
    importDotted: (name) => importDotted(vm, name),
    findsModule: (name) => findsModule(vm, name),
    from: (module, name) => vm.getAttribute(importDotted(vm, module), name),
    classFrom(module, name) {
      const found = vm.from(module, name);
      if (found.kind !== 'class') throw new TypeError(`${module}.${name} is not a class`);
      return found;
    },
    reload: (module) => reloadModule(vm, module),
    setModule: (name, value) => setLoaded(vm, name, value),
    modules() {
      const modules = new Map<string, PyModule>();
      for (const [name, { value }] of vm.loaded.entries) if (value.kind === 'module') modules.set(String(name), value);
      return modules;
    },
    globals: () => projectFrame(vm)?.globals ?? emptyNamespace(),
    locals: () => localsHere(vm),
    callerFile: () => vm.frame?.file.path,
    exec: (text, globals, path, locals) => runText(vm, text, { globals, locals }, path),
    evaluateText: (text, spaces) => valueOfText(vm, text, spaces),
    here() {
      const { frame } = vm;
      return frame
        ? frame.file.at(frame.at)
        : { path: '', span: { start: 0, end: 0 }, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
    },
    location: (node, frame) => frame.file.at(node),
    once<T>(key: string, make: () => T): T {
      if (!once.has(key)) once.set(key, make());
      return once.get(key) as T;
    },

    recordRead(read) {
      vm.recordedReads.push({ ...read, at: vm.here(), handled: expectsMissing(vm) });
      vm.trace.reads.add(read.name);
    },
    note(at, note) {
      vm.steps.made += 1;
      const id = `${at.path}:${at.span.start}:read:${note}`;
      noteRead(vm, { at: () => at, tells: () => note, role: 'read', id, order: vm.steps.made });
    },
    spend: (steps) => take(vm.budget, steps),

    evaluate: (node, frame) => met(vm, evaluate(vm, node, frame)),
    execute: (body, frame) => execute(vm, body, frame),
    groupTry: (node, frame) => executeGroupTry(vm, node, frame),
    assign: (target, value, frame) => assign(vm, target, value, frame),
    lookup: (name, frame) => lookup(vm, name, frame),
    bind: (name, value, frame) => bind(vm, name, value, frame),
    makeClass: (spec) => makeClass(vm, spec),
    typeMember: (name, self) => typeMember(vm, name, self),
  };
  for (const [name, cls] of builtinClasses(vm)) classes.set(name, cls);
  for (const [name, value] of builtinNames(vm, classes)) vm.builtins.entries.set(name, { key: str(name), value });
  const whole = vm.unknown('the builtins as a whole are not modelled');
  vm.builtins.entries.set('__builtins__', { key: str('__builtins__'), value: whole });
  vm.builtins.entries.set('__debug__', { key: str('__debug__'), value: bool(true) });
  return vm;
}
