/** How the targets' checklists write their items: most have no commands, and few are proved by a rule. */
import type { ChecklistItem } from '@django-golive/core';

/** An item; `provedBy` and `refutedBy` are ids of rules. */
export function item(
  id: string,
  phase: ChecklistItem['phase'],
  text: string,
  commands: readonly string[] = [],
  provedBy: readonly string[] = [],
  refutedBy: readonly string[] = [],
): ChecklistItem {
  return { id, phase, text, commands, provedBy, refutedBy };
}
