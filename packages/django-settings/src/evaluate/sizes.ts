/** What a value may grow to, and what its size costs: asked before a text or a container is made, and told after a model made one. */
import { budgets } from '../budgets.js';
import type { Machine } from './native.js';
import { Exhausted } from './raised.js';
import type { PyArguments, PyValue } from './value.js';

/** Takes steps from what is left; ends the statement when they are used up. */
export function take(budget: { left: number; statement: number }, steps: number): void {
  budget.left -= steps;
  budget.statement -= steps;
  if (budget.statement < 0 || budget.left < 0) throw new Exhausted('evaluating this takes too many steps');
}

type Spender = Pick<Machine, 'spend'>;

/** Ends the statement where a text of that length is too long; else takes what making it costs. */
export function payForText(machine: Spender, length: number): void {
  if (length > budgets.text) throw new Exhausted('a text grows too long');
  if (length > 64) machine.spend(length >> 6);
}

/** The same for a container of that many items. */
export function payForItems(machine: Spender, count: number): void {
  if (count > budgets.items) throw new Exhausted('a list grows too long');
  if (count > 8) machine.spend(count >> 3);
}

/** What a model made is within the bounds too. */
export function paidFor(machine: Spender, made: PyValue): PyValue {
  if (made.kind === 'str' || made.kind === 'bytes') payForText(machine, made.value.length);
  else if (made.kind === 'list' || made.kind === 'tuple') payForItems(machine, made.items.length);
  else if (made.kind === 'int') payForNumber(made.value);
  return made;
}

/** A model may look at all that it is given. */
export function payForArguments(machine: Spender, { positional }: PyArguments): void {
  let size = 0;
  for (const value of positional) {
    if (value.kind === 'str' || value.kind === 'bytes') size += value.value.length >> 6;
    else if (value.kind === 'list' || value.kind === 'tuple') size += value.items.length >> 4;
    else if (value.kind === 'dict' || value.kind === 'set') size += value.entries.size >> 4;
  }
  if (size > 0) machine.spend(size);
}

const largest = 1n << BigInt(budgets.bits);

/** Ends the statement where a number is too large. */
export function payForNumber(value: bigint): bigint {
  if (value > largest || value < -largest) throw new Exhausted('a number grows too long');
  return value;
}
