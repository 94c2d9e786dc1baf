/** Whether a condition of application code holds in production, as far as settings decide it. */
import { holds, type Settings, type Truth, truthOf } from '@django-golive/core';
import type { Expression } from '../syntax/tree.js';
import { type Definitions, dottedParts, type OwnModule } from './definitions.js';

/** Looks at conditions of a module. */
export function conditionIn(definitions: Definitions, settings: Settings, module: OwnModule) {
  return function holdsTrue(test: Expression): Truth {
    switch (test.kind) {
      case 'bool':
        return test.value ? 'yes' : 'no';
      case 'unary':
        return test.operator === 'not' ? opposite(holdsTrue(test.value)) : 'maybe';
      case 'and':
        return every(test.values.map(holdsTrue));
      case 'or':
        return opposite(every(test.values.map((value) => opposite(holdsTrue(value)))));
      case 'attribute': {
        const name = settingOf(definitions, module, test);
        return name === undefined ? 'maybe' : truthOf(settings.get(name).value);
      }
      case 'call': {
        // `getattr(settings, 'X', False)`
        const [object, name] = test.positional;
        const asks = test.callee.kind === 'name' && test.callee.name === 'getattr' && object && name?.kind === 'str';
        if (!asks || !isSettings(definitions, module, object)) return 'maybe';
        const setting = settings.get(name.value);
        const otherwise = test.positional[2];
        if (setting.origin !== 'absent') return truthOf(setting.value);
        return otherwise ? holdsTrue(otherwise) : 'maybe';
      }
      case 'compare': {
        const [only, ...more] = test.rest;
        const name = only && settingOf(definitions, module, only[1]);
        if (!only || more.length > 0 || name === undefined || test.left.kind !== 'str') return 'maybe';
        const held = holds(settings.get(name).value, test.left.value);
        return only[0] === 'in' ? held : only[0] === 'not in' ? opposite(held) : 'maybe';
      }
      default:
        return 'maybe';
    }
  };
}

/** The setting that `settings.NAME` reads. */
function settingOf(definitions: Definitions, module: OwnModule, expression: Expression): string | undefined {
  return expression.kind === 'attribute' && isSettings(definitions, module, expression.value)
    ? expression.name
    : undefined;
}

function isSettings(definitions: Definitions, module: OwnModule, expression: Expression): boolean {
  if (dottedParts(expression) === undefined) return false;
  const found = definitions.of(module, expression);
  return found?.kind === 'foreign' && found.name === 'django.conf.settings';
}

const opposite = (truth: Truth): Truth => (truth === 'maybe' ? 'maybe' : truth === 'yes' ? 'no' : 'yes');

function every(truths: readonly Truth[]): Truth {
  if (truths.includes('no')) return 'no';
  return truths.includes('maybe') ? 'maybe' : 'yes';
}

/** What holds where both must. */
export const both = (one: Truth, other: Truth): Truth => every([one, other]);
export { opposite };
