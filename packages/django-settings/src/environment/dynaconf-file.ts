/** What a settings file of dynaconf holds, by its format. */
import { nestsDeeply } from '@django-golive/core';
import { parseAllDocuments, visit } from 'yaml';
import { parseJson } from '../evaluate/library/json-text.js';
import { parsedValue } from '../evaluate/library/plain-value.js';
import { readToml } from '../evaluate/library/toml.js';
import { yamlModule } from '../evaluate/library/yaml.js';
import { type Machine, nativeClass } from '../evaluate/native.js';
import { none, type PyValue, str } from '../evaluate/value.js';
import { DynaconfDoubt } from './dynaconf-doubt.js';

const FORMATS = /\.(?:ya?ml|to?ml|json|ini|conf|properties|py)$/u;

/** Whether a name is that of a file of settings, not of a module. */
export const isFileName = (name: string): boolean => FORMATS.test(name);

/** The content of a file that is there. */
export function fileContent(machine: Machine, path: string, text: string): PyValue {
  if (/\.to?ml$/u.test(path)) return readToml(machine, text, tomlError(machine));
  if (/\.json$/u.test(path)) return parsedValue(machine, () => ({ ready: parseJson(text) }));
  if (/\.ya?ml$/u.test(path)) return yamlContent(machine, text);
  throw new DynaconfDoubt(
    path.endsWith('.py') ? `dynaconf runs \`${nameOf(path)}\`` : `the format of \`${nameOf(path)}\` is not followed`,
  );
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function tomlError(machine: Machine) {
  return machine.once('dynaconf.TOMLDecodeError', () =>
    nativeClass(machine, {
      name: 'TOMLDecodeError',
      module: 'dynaconf.vendor.tomllib._parser',
      base: machine.builtinClass('ValueError'),
      members: {},
    }),
  );
}

/** dynaconf reads YAML 1.2, PyYAML 1.1: what both take for the same is read, the rest is not known. */
function yamlContent(machine: Machine, text: string): PyValue {
  machine.spend(text.length / 10);
  if (nestsDeeply(text)) throw new DynaconfDoubt('the YAML is nested too deeply');
  const documents = parseAllDocuments(text, {
    version: '1.1',
    schema: 'failsafe',
    uniqueKeys: true,
    logLevel: 'silent',
  });
  if (!Array.isArray(documents)) return none;
  for (const document of documents) {
    if (document.errors.length > 0) throw new DynaconfDoubt('the YAML cannot be read');
    visit(document, {
      Scalar(_, { type, value, tag }) {
        if (tag !== undefined) throw new DynaconfDoubt('tags in the YAML are not followed');
        if (type === 'PLAIN' && typeof value === 'string' && !readsAlike(value))
          throw new DynaconfDoubt(`what \`${value}\` is in the YAML is not certain`);
      },
      Pair(_, { key }) {
        if (key !== null && typeof key === 'object' && 'value' in key && key.value === '<<')
          throw new DynaconfDoubt('merges in the YAML are not followed');
      },
    });
  }
  const load = yamlModule.load(machine).safe_load;
  return load ? machine.call(load, [str(text)]) : none;
}

const SIMPLE = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?)$/u;
const NUMBER =
  /^[-+]?(?:0b[01_]+|0o?[0-7_]+|[\d_]+|0x[\da-fA-F_]+|[\d][\d_]*\.[\d_]*(?:[eE][-+]?\d+)?|\d[\d_]*[eE][-+]?\d+|\.[\d_]+(?:[eE][-+]\d+)?|\.(?:inf|nan)|\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?)$/iu;

function readsAlike(text: string): boolean {
  if (/^(?:yes|no|on|off|=|<<)$/iu.test(text) || /^\d{4}-\d\d?-\d\d?/u.test(text)) return false;
  return SIMPLE.test(text) || !NUMBER.test(text);
}
