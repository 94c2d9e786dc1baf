/** ALLOWED_HOSTS of a development machine, taken to production. */
import { describeValue } from '../../describe.js';
import { type Deployment, deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { settings, settingsWith } from '../../facts/settings.js';
import { isKnown, stringsOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes, type Remedy } from '../../rule.js';
import { takeFromEnvironment } from './environment-style.js';
import { confidenceIn, hasFinalValues, namesOf, openVariables } from './final-values.js';
import { isThisMachine, namesHosts } from './host-entry.js';
import { changeWhereGiven } from './where-given.js';

export const allowedHostsLocalOnly = defineRule({
  id: 'settings/allowed-hosts-local-only',
  title: "Only this machine's own names are allowed",
  sound: 'A public host name is allowed',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: "Visitors who come by the site's real name get 400 Bad Request.",
  references: [docs('ref/settings', 'allowed-hosts')],
  since: '0.1.0',
  needs: { deployment, project, settings, settingsWith },
  problems: { local: '`ALLOWED_HOSTS` is {value} in `{module}`.' },
  questions: { variable: '`ALLOWED_HOSTS` is {value} where {variables} is not given. Is it given in production?' },
  // An empty list is another fault, and of one that is not known this cannot be said.
  when: ({ settings }) =>
    hasFinalValues(settings) && namesHosts(settings) && isKnown(settings.get('ALLOWED_HOSTS').value),
  *check(facts, { problem, question }) {
    const { settings } = facts;
    const setting = settings.get('ALLOWED_HOSTS');
    const entries = stringsOf(setting.value).filter((entry) => entry !== '');
    if (!entries.every(isThisMachine)) return;
    const value = describeValue(setting.name, setting.value);
    const open = openVariables(settings, setting);
    if (open.length > 0) {
      yield question('variable', setting, { value, variables: namesOf(open) });
      return;
    }
    yield {
      ...problem('local', setting, { value, module: settings.module }),
      confidence: confidenceIn(settings, setting) === 'certain' ? 'firm' : 'tentative',
      remedy:
        changeWhereGiven(facts, setting, { says: 'holds the names visitors use' }) ??
        beyondWhatIsGiven(
          takeFromEnvironment(facts, {
            setting: 'ALLOWED_HOSTS',
            wanted: 'list',
            summary: 'Add the names visitors use, or take them from the environment.',
          }),
          facts.deployment,
        ),
    };
  },
});

/** A variable that the settings do not read yet may be given already, with the same names. */
function beyondWhatIsGiven(remedy: Remedy, { processes }: Deployment): Remedy {
  const given = processes
    .flatMap(({ variables }) => variables)
    .find(
      ({ name, value }) =>
        [`'${name}'`, `"${name}"`].some((word) => remedy.code?.includes(word)) &&
        value?.split(/[\s,;]+/).every((host) => host === '' || isThisMachine(host)),
    );
  return given === undefined
    ? remedy
    : {
        ...remedy,
        summary: `${remedy.summary} \`${given.at.path}\`, line ${given.at.start.line}, gives \`${given.name}\` names of this machine alone: write the site's names there.`,
      };
}
