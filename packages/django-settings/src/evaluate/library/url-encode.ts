/** Makes a query of names and values. */
import { type Bound, type Machine, textOf } from '../native.js';
import { type PyValue, str, tuple } from '../value.js';
import { pairOf } from './pair.js';
import { raisePython } from './plain-value.js';
import { unusualOption } from './url-options.js';
import { quotePlus } from './url-parts.js';

/** What is no mapping must have a length, and tuples inside. */
function pairsOf(machine: Machine, query: PyValue): readonly PyValue[] {
  const refuse = (): never => machine.raise('TypeError', 'not a valid non-string sequence or mapping object');
  if (query.kind === 'list' || query.kind === 'tuple') {
    const [first] = query.items;
    return first && !['tuple', 'unknown', 'choice'].includes(first.kind) ? refuse() : machine.iterate(query);
  }
  if (query.kind === 'instance' && !machine.typeName(query).startsWith('dict_'))
    return [machine.unmodelled('`urlencode` of an object is not modelled', { many: true })];
  const length = ['iterator', 'none', 'bool', 'int', 'float'].includes(query.kind)
    ? refuse()
    : machine.attempt(() => machine.call(machine.builtin('len'), [query]), ['TypeError'], refuse);
  return length.kind === 'int' && length.value > 0n ? refuse() : [];
}

/** With `doseq`, a value that has a length gives as many as it has items. */
function spreadOut(machine: Machine, value: PyValue): readonly PyValue[] {
  if (value.kind === 'instance') return [machine.unknown('`urlencode` of an object is not modelled')];
  return ['list', 'tuple', 'dict', 'set', 'range'].includes(value.kind) ? machine.iterate(value) : [value];
}

/** `urllib.parse.urlencode(query, …)` */
export function urlencode(machine: Machine, args: Bound): PyValue {
  const query = args.get('query');
  const unusual = unusualOption(machine, args, ['safe'], ['encoding', 'errors', 'quote_via']);
  if (unusual) return machine.derive(unusual, { type: 'str' });
  const pairs = query.kind === 'dict' ? machine.iterate(machine.invoke(query, 'items')) : pairsOf(machine, query);
  const doubt = machine.doubt(tuple(pairs));
  if (doubt) return machine.derive(doubt, { type: 'str' });
  const many = args.optional('doseq');
  const spread = many !== undefined && machine.truth(many) === 'yes';
  const safe = textOf(args.optional('safe')) ?? '';
  const quoted = (text: string): string => raisePython(machine, () => quotePlus(text, safe));
  const out: string[] = [];
  for (const pair of pairs) {
    const parts = pairOf(machine, pair);
    if ('kind' in parts) return machine.derive(parts, { type: 'str' });
    const [name, value] = parts;
    const values = spread ? spreadOut(machine, value) : [value];
    const unsure = machine.doubt(tuple([name, ...values]));
    if (unsure) return machine.derive(unsure, { type: 'str' });
    if ([name, ...values].some(({ kind }) => kind === 'bytes'))
      return machine.unmodelled('`urlencode` of bytes is not modelled', { type: 'str' });
    // The name is written out first, though nothing may come of it.
    const key = machine.str(name);
    for (const one of values) {
      const text = machine.str(one);
      const open = machine.doubt(tuple([key, text]));
      if (open) return machine.derive(open, { type: 'str' });
      out.push(`${quoted(textOf(key) ?? '')}=${quoted(textOf(text) ?? '')}`);
    }
  }
  return str(out.join('&'));
}
