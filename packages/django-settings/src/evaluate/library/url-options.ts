/** Options of the functions of `urllib.parse`: of what they are given beside a text, only the usual is followed. */
import type { Bound, Machine } from '../native.js';
import type { PyUnknown } from '../value.js';

/** Why a call is not followed: an option of `texts` is no str, or one of `others` is given at all (None is as none). */
export function unusualOption(
  machine: Machine,
  args: Bound,
  texts: readonly string[],
  others: readonly string[],
): PyUnknown | undefined {
  const unusual =
    texts.find((name) => args.optional(name) && args.optional(name)?.kind !== 'str') ??
    others.find((name) => args.some(name));
  return unusual === undefined ? undefined : machine.unknown(`what \`${unusual}=\` does to a URL is not modelled`);
}
