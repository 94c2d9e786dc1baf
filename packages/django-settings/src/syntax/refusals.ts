/** What CPython's compiler refuses although it can be parsed. */
import type { Expression, Node, Statement, SyntaxProblem } from './tree.js';

interface Place {
  readonly inFunction: boolean;
  readonly inLoop: boolean;
}

/** The problems of statements at the top level of a file. */
export function problemsIn(body: readonly Statement[]): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const say = (at: Node, message: string) =>
    problems.push({ start: at.start, end: at.end, type: 'SyntaxError', message });
  const walk = (statements: readonly Statement[], place: Place): void => {
    for (const statement of statements) look(statement, place);
  };
  const look = (one: Statement, place: Place): void => {
    switch (one.kind) {
      case 'return':
        if (!place.inFunction) say(one, "'return' outside function");
        return;
      case 'break':
        if (!place.inLoop) say(one, "'break' outside loop");
        return;
      case 'continue':
        if (!place.inLoop) say(one, "'continue' not properly in loop");
        return;
      case 'nonlocal':
        if (!place.inFunction) say(one, 'nonlocal declaration not allowed at module level');
        return;
      case 'import-from':
        if (place.inFunction && one.names.some(({ name }) => name === '*')) {
          say(one, 'import * only allowed at module level');
        }
        return;
      case 'assign':
        for (const target of one.targets) lookAtTarget(target, say);
        return;
      case 'augmented':
        if (one.target.kind === 'tuple' || one.target.kind === 'list') {
          say(one.target, `'${one.target.kind}' is an illegal expression for augmented assignment`);
        } else lookAtTarget(one.target, say);
        return;
      case 'expression':
        if (!place.inFunction && (one.value.kind === 'yield' || one.value.kind === 'yield-from')) {
          say(one, "'yield' outside function");
        }
        return;
      case 'if':
        walk(one.body, place);
        walk(one.otherwise, place);
        return;
      case 'for':
        lookAtTarget(one.target, say);
        walk(one.body, { ...place, inLoop: true });
        walk(one.otherwise, place);
        return;
      case 'while':
        walk(one.body, { ...place, inLoop: true });
        walk(one.otherwise, place);
        return;
      case 'with':
        walk(one.body, place);
        return;
      case 'try': {
        walk(one.body, place);
        for (const [index, handler] of one.handlers.entries()) {
          if (!handler.type && index < one.handlers.length - 1) say(handler, "default 'except:' must be last");
          walk(handler.body, place);
        }
        walk(one.otherwise, place);
        walk(one.finally, place);
        return;
      }
      case 'match':
        for (const { body: cases } of one.cases) walk(cases, place);
        return;
      case 'function': {
        const names = new Set<string>();
        for (const { name } of one.parameters) {
          if (names.has(name)) say(one, `duplicate argument '${name}' in function definition`);
          names.add(name);
        }
        walk(one.body, { inFunction: true, inLoop: false });
        return;
      }
      case 'class':
        walk(one.body, { inFunction: false, inLoop: false });
        return;
      default:
        return;
    }
  };
  walk(body, { inFunction: false, inLoop: false });
  return problems;
}

function lookAtTarget(target: Expression, say: (at: Node, message: string) => void): void {
  switch (target.kind) {
    case 'name':
    case 'attribute':
    case 'subscript':
      return;
    case 'starred':
      lookAtTarget(target.value, say);
      return;
    case 'tuple':
    case 'list': {
      for (const item of target.items) lookAtTarget(item, say);
      if (target.items.filter(({ kind }) => kind === 'starred').length > 1) {
        say(target, 'multiple starred expressions in assignment');
      }
      return;
    }
    case 'call':
      say(target, "cannot assign to function call here. Maybe you meant '==' instead of '='?");
      return;
    case 'bool':
      say(target, `cannot assign to ${target.value ? 'True' : 'False'}`);
      return;
    case 'none':
      say(target, 'cannot assign to None');
      return;
    case 'str':
    case 'bytes':
    case 'int':
    case 'float':
      say(target, "cannot assign to literal here. Maybe you meant '==' instead of '='?");
      return;
    default:
      say(target, "cannot assign to expression here. Maybe you meant '==' instead of '='?");
  }
}
