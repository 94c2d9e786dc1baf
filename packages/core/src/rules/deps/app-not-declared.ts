/** Applications and middleware that come from packages nobody declared. */
import { type Dependencies, dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { itemsOf, stringOf, stringsOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { hasFinalValues, namesOf, openVariables } from '../settings/final-values.js';
import { glued } from '../settings/glued-entries.js';
import { isOnlyUnderCondition } from '../structure/conditional-assignment.js';
import { modulesIn } from '../structure/modules.js';
import {
  confidenceInAbsence,
  declaredAs,
  declareRemedy,
  hasReadableManifest,
  isGuess,
  isOwnName,
  mayBring,
} from './declared.js';

export const appNotDeclared = defineRule({
  id: 'deps/app-not-declared',
  title: 'An application of the settings is not declared',
  sound: 'The applications of the settings are declared',
  category: 'dependencies',
  severity: 'high',
  effort: minutes(5),
  risk: 'Django stops at its start with ModuleNotFoundError wherever only the declared packages are installed.',
  references: [docs('ref/settings', 'installed-apps')],
  since: '0.1.0',
  needs: { dependencies, project, settings },
  problems: {
    missing: '`{entry}` of `{setting}` comes from `{distribution}`, which is not declared.',
    development: '`{entry}` of `{setting}` comes from `{distribution}`, which is not among the packages of production.',
  },
  questions: {
    unknown:
      '`{entry}` of `{setting}` is not in the repository, and no declared package has its name. Which package brings it?',
    conditional:
      '`{entry}` of `{setting}` comes from `{distribution}`, which production does not install, where {variables} is not given. Is it given in production?',
  },
  when: ({ dependencies, project, settings }) => {
    if (!hasFinalValues(settings) || !hasReadableManifest(dependencies)) return false;
    const own = modulesIn(project);
    return ['INSTALLED_APPS', 'MIDDLEWARE'].some((name) =>
      stringsOf(settings.get(name).value).some((entry) => {
        const [top = ''] = entry.split('.');
        return top !== 'django' && top !== 'whitenoise' && !own.has(top);
      }),
    );
  },
  *check({ dependencies, project, settings }, { problem, question }) {
    const own = modulesIn(project);
    const told = new Set<string>();
    for (const name of ['INSTALLED_APPS', 'MIDDLEWARE']) {
      const setting = settings.get(name);
      for (const entry of itemsOf(setting.value).flatMap((item) => stringOf(item) ?? [])) {
        const [top = ''] = entry.split('.');
        // WhiteNoise has a rule of its own; what the repository holds under any root needs no package.
        if (!/^[A-Za-z_]\w*$/.test(top) || top === 'django' || top === 'whitenoise' || own.has(top) || told.has(top))
          continue;
        told.add(top);
        // Of an entry that lacks a comma another rule tells, or nobody knows what was meant.
        if (glued.paths(entry) || glued.sideBySide(project, settings, entry)) continue;
        const names = dependencies.providing(entry);
        const declared = declaredAs(dependencies, names);
        const [distribution] = names;
        if (declared === 'runtime' || distribution === undefined) continue;
        if (mayBring(dependencies, names)) continue;
        const about = { ...setting, subject: `${setting.subject}:${top}` };
        const data = { entry, setting: name };
        const open = openVariables(settings, setting);
        if (
          open.length > 0 &&
          (declared === 'other' || !isGuess(names, top)) &&
          isOnlyUnderCondition(project, settings, entry)
        ) {
          yield question('conditional', about, { ...data, distribution, variables: namesOf(open) });
          continue;
        }
        if (declared === 'other') {
          // Packages for development are often declared apart and installed all the same.
          yield {
            ...problem('development', about, {
              ...data,
              distribution: names.find((one) => dependencies.get(one)) ?? distribution,
            }),
            confidence: 'firm',
            remedy: declareRemedy(
              dependencies,
              distribution,
              'Declare it among the packages of production, or leave it out of these settings.',
            ),
          };
        } else if (isGuess(names, top) || (isOwnName(names, top) && resembles(dependencies, top))) {
          if (!resembles(dependencies, top)) yield question('unknown', about, data);
        } else {
          yield {
            ...problem('missing', about, { ...data, distribution }),
            confidence: confidenceInAbsence(dependencies),
            remedy: declareRemedy(dependencies, distribution, 'Declare the package.'),
          };
        }
      }
    }
  },
});

/** Whether a declared package may well be the one: its name holds the import's, or another import of the same family is its. */
function resembles(dependencies: Dependencies, top: string): boolean {
  const letters = top.toLowerCase().replace(/^django_|_/g, '');
  if (dependencies.all.some(({ name }) => name.replaceAll('-', '').includes(letters))) return true;
  const [family = ''] = top.split('_');
  // Whatever extends Django may begin with its name.
  return (
    family !== top &&
    family !== 'django' &&
    family.length > 2 &&
    declaredAs(dependencies, dependencies.providing(family)) === 'runtime'
  );
}
