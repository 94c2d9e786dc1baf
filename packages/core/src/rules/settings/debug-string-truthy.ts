/** DEBUG from the environment without a cast: the text "False" is true. */
import { describeValue, truthOf } from '../../describe.js';
import { deployment } from '../../facts/deployment.js';
import { operator, project } from '../../facts/inputs.js';
import { type Settings, type SettingsWith, settings, settingsWith } from '../../facts/settings.js';
import { cwe, defineRule, django, docs, minutes } from '../../rule.js';
import { refusedNo } from './debug-variable.js';
import { takeFromEnvironment } from './environment-style.js';
import { hasFinalValues, isGiven } from './final-values.js';

export const debugStringTruthy = defineRule({
  id: 'settings/debug-string-truthy',
  title: 'Debug mode stays on when it is switched off',
  sound: 'Debug mode goes off when it is switched off',
  category: 'security',
  severity: 'critical',
  effort: minutes(5),
  risk: 'The operator switches debug mode off, and every error page still shows settings, source and local variables.',
  references: [cwe(489), django('security.W018'), docs('ref/settings', 'debug')],
  since: '0.1.0',
  needs: { deployment, operator, project, settings, settingsWith },
  problems: {
    truthy: "`DEBUG` is {value} in `{module}` although `{variable}` is '{given}': any text is true in Python.",
    anyText:
      "`DEBUG` is true in `{module}` as soon as `{variable}` is set, also to 'False': any text is true in Python.",
    picky: "`DEBUG` is true in `{module}` when `{variable}` is 'False': only '{word}' switches it off.",
  },
  // A literal cannot be switched by a text.
  when: ({ deployment, operator, settings }) =>
    hasFinalValues(settings) &&
    (settings.get('DEBUG').reads.length > 0 || refusedNo(settings, deployment, operator) !== undefined),
  *check(facts, { problem }) {
    const { deployment, operator, settings } = facts;
    const refused = refusedNo(settings, deployment, operator);
    const debug = settings.get('DEBUG');
    const picky = refused ? undefined : pickyWord(settings, facts.settingsWith);
    if (picky) {
      const { variable, value: word } = picky;
      yield {
        ...problem('picky', debug, { module: settings.module, variable, word }),
        severity: 'high',
        remedy: straightened(facts, variable),
      };
    }
    const taken = refused || picky ? undefined : anyText(settings, facts.settingsWith);
    if (taken !== undefined)
      yield {
        ...problem('anyText', debug, { module: settings.module, variable: taken }),
        severity: 'high',
        remedy: straightened(facts, taken),
      };
    if (!refused) return;
    yield {
      ...problem('truthy', debug, {
        value: describeValue('DEBUG', debug.value),
        module: settings.module,
        variable: refused.variable,
        given: refused.value,
      }),
      remedy: straightened(facts, refused.variable),
    };
  },
});

const straightened = (facts: Parameters<typeof takeFromEnvironment>[0], variable: string) =>
  takeFromEnvironment(facts, {
    setting: 'DEBUG',
    variable,
    wanted: 'boolean',
    summary: 'Compare the text, or let the library turn it into a boolean.',
  });

/** A variable that nothing gives, and that switches DEBUG on whatever it says; where it need only be there, that is meant so. */
function anyText(settings: Settings, settingsWith: SettingsWith): string | undefined {
  const debug = settings.get('DEBUG');
  if (truthOf(debug.value) !== 'no' || /\bin\s+os\.environ\b/.test(debug.current)) return undefined;
  const isOn = (variable: string, value: string) =>
    truthOf(settingsWith({ [variable]: value }, 'alone').get('DEBUG').value) === 'yes';
  // Where DEBUG is the very text, the variable is its switch, whatever it is called.
  const isTextOf = (variable: string): boolean => {
    const { value } = settingsWith({ [variable]: 'False' }, 'alone').get('DEBUG');
    return value.kind === 'str' && value.value === 'False';
  };
  return debug.reads.find(
    (variable) =>
      (/debug/i.test(variable) || isTextOf(variable)) &&
      !isGiven(settings, variable) &&
      ['False', 'false', '0', 'True'].every((value) => isOn(variable, value)),
  );
}

/** The variable that DEBUG reads and the one word it goes off at, where it stays on at the word that everybody would write. */
function pickyWord(settings: Settings, settingsWith: SettingsWith) {
  if (truthOf(settings.get('DEBUG').value) !== 'no') return undefined;
  const debug = (variable: string, value: string) =>
    truthOf(settingsWith({ [variable]: value }, 'alone').get('DEBUG').value);
  return settings.assumptions.find(
    ({ variable, value }) =>
      /debug/i.test(variable) &&
      !/^(?:False|0)$/.test(value) &&
      settings.get('DEBUG').reads.includes(variable) &&
      debug(variable, value) === 'no' &&
      ['False', 'false', 'True'].every((word) => debug(variable, word) === 'yes'),
  );
}
