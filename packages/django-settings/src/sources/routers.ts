/** What a Django REST framework router serves: every view set that is registered with it. */
import type { Location, Project, Settings, Truth, View } from '@django-golive/core';
import type { Expression, Statement } from '../syntax/tree.js';
import { both, conditionIn, opposite } from './conditions.js';
import { type Definitions, nameOf, type OwnModule } from './definitions.js';
import { patternText } from './pattern-text.js';
import type { ViewReader } from './views.js';

/** A view set under its prefix. */
export interface Registered {
  readonly pattern: string;
  readonly at: Location;
  readonly view: View | undefined;
  readonly served: Truth;
}

/** Reads routers. */
export interface RouterReader {
  /** What is registered with the router that an expression stands for; `undefined` where it is no router. */
  registered(module: OwnModule, expression: Expression): readonly Registered[] | undefined;
}

export function createRouterReader(
  project: Project,
  definitions: Definitions,
  settings: Settings,
  views: ViewReader,
): RouterReader {
  /** Every `register()` of a name in the statements of a module. */
  function inStatements(
    module: OwnModule,
    body: readonly Statement[],
    router: string,
    served: Truth,
  ): readonly Registered[] {
    return body.flatMap((statement): readonly Registered[] => {
      if (statement.kind === 'if') {
        const holds = conditionIn(definitions, settings, module)(statement.test);
        const inner = (truth: Truth, statements: readonly Statement[]) =>
          truth === 'no' ? [] : inStatements(module, statements, router, both(served, truth));
        return [...inner(holds, statement.body), ...inner(opposite(holds), statement.otherwise)];
      }
      const call = statement.kind === 'expression' && statement.value.kind === 'call' ? statement.value : undefined;
      const at = call && project.file(module.path)?.at({ start: call.start, end: call.end });
      if (!call || !at || call.callee.kind !== 'attribute' || call.callee.name !== 'register') return [];
      const { value } = call.callee;
      if ((value.kind !== 'name' && value.kind !== 'attribute') || value.name !== router) return [];
      const argument = (index: number, keyword: string): Expression | undefined =>
        call.positional[index] ?? call.keywords.find(({ name }) => name === keyword)?.value;
      const viewset = argument(1, 'viewset');
      return [
        {
          pattern: `${patternText(argument(0, 'prefix'), settings) ?? '…'}/`,
          at,
          view: viewset && views.classView(module, viewset),
          served,
        },
      ];
    });
  }

  return {
    registered(module, expression) {
      const found = definitions.of(module, expression);
      if (found?.kind !== 'value' || found.value.kind !== 'call') return undefined;
      const made = definitions.of(found.module, found.value.callee);
      if (!made || !/Router$/.test(nameOf(made))) return undefined;
      // Beside its creation, and where it is served.
      const modules = [...new Map([found.module, module].map((one) => [one.path, one])).values()];
      return modules.flatMap((one) => inStatements(one, definitions.body(one), found.name, 'yes'));
    },
  };
}
