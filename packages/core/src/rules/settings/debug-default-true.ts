/** DEBUG that is on unless somebody remembers to switch it off. */
import { truthOf } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import {
  type Setting,
  type Settings,
  type SettingsWith,
  settings,
  settingsUnset,
  settingsWith,
} from '../../facts/settings.js';
import { cwe, defineRule, docs, minutes, type Remedy } from '../../rule.js';
import type { Location, Project } from '../../source.js';
import { listed } from '../listed.js';
import { takeFromEnvironment } from './environment-style.js';
import { hasFinalValues } from './final-values.js';
import { alsoAtBuild, builtWithout } from './image-build.js';

export const debugDefaultTrue = defineRule({
  id: 'settings/debug-default-true',
  title: 'Debug mode is on unless a variable switches it off',
  sound: 'Debug mode is off when nothing is set',
  category: 'security',
  severity: 'high',
  effort: minutes(5),
  risk: 'One forgotten variable on one server, and every error page shows settings, source and local variables.',
  references: [cwe(1188), cwe(489), docs('howto/deployment/checklist', 'debug')],
  since: '0.1.0',
  needs: { project, settings, settingsUnset, settingsWith },
  problems: {
    fallback: '`DEBUG` is true in `{module}` when {variables} set.',
    turned: '`DEBUG` is true in `{module}` when `{variable}` is `False`.',
  },
  strengths: { off: '`DEBUG` is false when nothing is set.' },
  // A DEBUG that is on, or may be, in production is told by the rules about that.
  when: ({ settings }) =>
    hasFinalValues(settings) && settings.get('DEBUG').reads.length > 0 && truthOf(settings.get('DEBUG').value) === 'no',
  *check(facts, { problem, strength }) {
    const { settings, settingsUnset } = facts;
    const debug = settings.get('DEBUG');
    const unset = settingsUnset.get('DEBUG');
    const turned = debug.reads.find((name) => isTurned(facts.settingsWith, name));
    if (turned !== undefined) {
      yield {
        ...problem(
          'turned',
          { ...debug, subject: `${debug.subject}:turned` },
          { module: settings.module, variable: turned },
        ),
        risk: `Whoever sets \`${turned}=False\` to be safe switches debug mode on, and every error page shows settings, source and local variables.`,
        remedy: straightened(facts, debug, turned),
      };
      return;
    }
    const cut = settingsUnset.startup.ok === false && settingsUnset.startup.complete !== true;
    const on = truthOf(unset.value);
    if (on === 'no' && !cut) yield strength('off', debug);
    // A file of the deployment that sets the variable leaves nobody to forget it, nor do settings that stop without it.
    const readOf = (name: string) => settings.environment.find((one) => one.name === name);
    const isThere = (name: string) => readOf(name)?.given?.at !== undefined || readOf(name)?.required === true;
    // Where nothing is set, the settings may ask for more than where something is.
    const reads = [...new Set([...debug.reads, ...unset.reads])];
    const there = reads.filter(isThere);
    // One that production has not either, and that is not taken to be there, is not what keeps it off.
    const isLeftOut = (name: string) =>
      readOf(name)?.given === undefined &&
      settings.environment.some((one) => one.name === name) &&
      !settings.assumptions.some(({ variable }) => variable === name);
    const loose = reads.filter((name) => !isThere(name) && !isLeftOut(name));
    // Another variable that is there in any case may be enough to switch it off.
    const standIns = Object.fromEntries(there.map((name) => [name, 'given']));
    if (there.length > 0 && truthOf(facts.settingsWith(standIns, 'alone').get('DEBUG').value) === 'no') return;
    // A reader may look for others beside the one that the code names.
    const variable = loose.find((name) => new RegExp(`['"]${name}['"]`).test(debug.current)) ?? loose[0];
    if (variable === undefined) return;
    // Settings that stop for want of another variable may have got no further than that.
    const fallback = readOf(variable)?.default;
    const beneath =
      cut && unset.origin !== 'assigned' && /debug/i.test(variable) && fallback?.kind === 'bool' && fallback.value;
    if (on !== 'yes' && !beneath) return;
    const about = beneath ? debug : unset;
    yield {
      ...problem(
        'fallback',
        { ...about, subject: `${unset.subject}:unset` },
        {
          module: settings.module,
          variables: loose.length > 1 ? `none of ${listed(loose)} is` : `\`${variable}\` is not`,
        },
      ),
      confidence: cut ? 'firm' : 'certain',
      remedy: /debug/i.test(variable)
        ? offByDefault(facts, debug, unset, variable)
        : productionByDefault(facts, variable),
    };
  },
});

interface Facts {
  readonly project: Project;
  readonly settings: Settings;
  readonly settingsUnset: Settings;
  readonly settingsWith: SettingsWith;
}

/** Whether a variable that is called after debug mode switches it the other way. */
function isTurned(settingsWith: SettingsWith, variable: string): boolean {
  if (!/debug/i.test(variable) || /(^|_)(NO|NOT|NON|OFF|DISABLED?)(_|DEBUG|$)|NODEBUG/i.test(variable)) return false;
  const debug = (value: string) => truthOf(settingsWith({ [variable]: value }, 'alone').get('DEBUG').value);
  return debug('False') === 'yes' && debug('True') === 'no';
}

/** The comparison with the other word. */
function straightened(facts: Facts, debug: Setting, variable: string): Remedy {
  const summary = 'Compare with the word that means yes, and let the fallback be false.';
  const [, before, quote, word = '', after] = /^(DEBUG\s*=.*[!=]=\s*)(['"])(\w+)\2(\s*)$/.exec(debug.current) ?? [];
  const other = yes[word];
  return before === undefined || other === undefined || /\bnot\b/.test(before)
    ? takeFromEnvironment(facts, { setting: 'DEBUG', variable, wanted: 'boolean', summary })
    : {
        summary,
        code: `${withFallbackOff(before)}${quote}${other}${quote}${after}`,
        language: 'python',
        path: debug.at.path,
      };
}

const yes: Readonly<Record<string, string>> = {
  False: 'True',
  false: 'true',
  FALSE: 'TRUE',
  off: 'on',
  no: 'yes',
  '0': '1',
};

const withFallbackOff = (line: string): string =>
  line.replace(
    /(,\s*(?:default\s*=\s*)?)(['"])(True|true|TRUE|on|yes|1)\2(\s*\))/,
    (_whole, comma, quote, word, end) => `${comma}${quote}${no[word]}${quote}${end}`,
  );

/** The fallback turned round: in the line as it is, where the project has a reader of its own. */
function offByDefault(facts: Facts, debug: Setting, alone: Setting, variable: string): Remedy {
  const { project, settings, settingsWith } = facts;
  const unset = settingsWith({}, 'alone').startup;
  const stopped = settingsWith({ [variable]: 'False' }, 'alone').startup;
  const path = unset.ok === true && stopped.ok === false ? builtWithout(project, variable) : undefined;
  const build =
    path === undefined
      ? atBuild(project, settings, facts.settingsUnset)
      : ` \`${path}\` runs \`manage.py\` as the image is built, where the settings stop with \`${stopped.ok === false ? stopped.error.type.split('.').at(-1) : ''}\` once \`DEBUG\` is false: give that step \`${variable}=${wordForOn(settingsWith, variable)}\`.`;
  const summary = `Let the fallback be false; set the variable on development machines.${build}`;
  // Settings that are loaded only where nothing is set have the fallback in a file of their own.
  const elsewhere =
    alone.origin === 'assigned' && alone.at.path !== debug.at.path && !settings.files.includes(alone.at.path);
  if (elsewhere) {
    const code = turnedRound(alone, variable);
    return { summary, path: alone.at.path, ...(code === undefined ? {} : { code, language: 'python' }) };
  }
  const line = withOwnReader(project, settings, debug) ?? turnedRound(debug, variable);
  return line === undefined
    ? takeFromEnvironment(facts, { setting: 'DEBUG', variable, wanted: 'boolean', summary })
    : { summary, code: line, language: 'python', path: debug.at.path };
}

/** What the settings take for yes: one that compares with a word knows no other. */
function wordForOn(settingsWith: SettingsWith, variable: string): string {
  const on = (word: string) => truthOf(settingsWith({ [variable]: word }, 'alone').get('DEBUG').value) === 'yes';
  return ['True', 'true', '1', 'yes', 'on', 'TRUE'].find(on) ?? 'True';
}

const no: Readonly<Record<string, string>> = {
  True: 'False',
  true: 'false',
  TRUE: 'FALSE',
  on: 'off',
  yes: 'no',
  '1': '0',
};

/** `DEBUG = flag('DEBUG', True)`, where `flag` is a function of these settings, with the fallback turned round. */
function withOwnReader(project: Project, settings: Settings, { at }: Setting): string | undefined {
  const text = project.file(at.path)?.text.slice(at.span.start, at.span.end).trim() ?? '';
  const [, reader = ''] = /^DEBUG\s*(?::\s*\w+\s*)?=\s*(\w+)\([^()\n]*\)$/.exec(text) ?? [];
  const definition = new RegExp(`^def ${reader}\\(`, 'm');
  if (reader === '' || !settings.files.some((path) => definition.test(project.file(path)?.text ?? '')))
    return undefined;
  const [fallback, ...others] = text.match(/\b(?:True|true|TRUE|on|yes|1)\b/g) ?? [];
  return fallback === undefined || others.length > 0
    ? undefined
    : text.replace(new RegExp(`\\b${fallback}\\b`), no[fallback] ?? 'False');
}

/** A variable that chooses between settings: its fallback stands where it is read, not where DEBUG does. */
function productionByDefault(facts: Facts, variable: string): Remedy {
  const { project, settings, settingsWith } = facts;
  const read = settings.environment.find(({ name }) => name === variable)?.reads[0];
  const on = (value: string) => truthOf(settingsWith({ [variable]: value }, 'alone').get('DEBUG').value) === 'yes';
  const words =
    on('') && !on('False') ? ': an empty value, since any other counts as production there, `False` as well' : '';
  // What only asks whether the variable is there has no fallback, and every value means the same.
  if (read && !['', 'False', 'dev', 'development', 'local'].some(on) && isPresence(project, read, variable))
    return takeFromEnvironment(facts, {
      setting: 'DEBUG',
      variable: 'DEBUG',
      wanted: 'boolean',
      summary: `Let debug mode hang on a variable of its own, which is off where it is not set: \`${variable}\` counts by being there, whatever it says.`,
    });
  return {
    summary: `Let \`${variable}\` fall back to production${read ? ` in line ${fallbackLine(project, read)}` : ''}; set it on development machines${words}.`,
    ...(read ? { path: read.path } : {}),
  };
}

function isPresence(project: Project, { path, span }: Location, variable: string): boolean {
  const text = project.file(path)?.text.slice(Math.max(0, span.start - 60), span.end + 60) ?? '';
  return new RegExp(`['"]${variable}['"]\\s+in\\s+(os\\.)?environ\\b`).test(text);
}

/** The line of the fallback: the last operand, where `or` joins the read with others. */
function fallbackLine(project: Project, read: Location): number {
  const text = project.file(read.path)?.text.slice(read.span.start, read.span.start + 1000) ?? '';
  const operands =
    /^\w?[([][^()[\]]*[)\]](?:\s*\bor\s+(?:[\w.]+[([][^()[\]]*[)\]]|'[^'\n]*'|"[^"\n]*"|\w+))*/.exec(text)?.[0] ?? '';
  return read.start.line + operands.split(/\r\n|\r|\n/).length - 1;
}

/** The line as the project writes it, with the other fallback: its comparison knows the words that machines are given. */
function turnedRound({ current }: Setting, variable: string): string | undefined {
  const read = new RegExp(
    `^(DEBUG\\s*=.*\\(\\s*['"]${variable}['"]\\s*,\\s*(?:default\\s*=\\s*)?)(?:(['"])(\\w+)\\2|(True|1)\\b)(.*)$`,
  );
  const [, before = '', quote = '', word, value, after = ''] = read.exec(current) ?? [];
  const fallback = word ?? value;
  if (fallback === undefined || (quote !== '' && /\bbool\(/.test(before))) return undefined;
  const other = no[fallback];
  if (other === undefined) return undefined;
  return `${before}${quote}${other}${quote}${after}`;
}

/** What the build of an image then lacks: a variable that is read only while debug mode is off. */
function atBuild(project: Project, settings: Settings, unset: Settings): string {
  const before = new Set(unset.environment.map(({ name }) => name));
  const wanted = settings.environment.find(
    (read) => !before.has(read.name) && (read.default === undefined || read.default.kind === 'none'),
  );
  return wanted ? alsoAtBuild(project, wanted.name) : '';
}
