/** Every bound of an evaluation in one place: what no input can pass. Passing one makes a value unknown, with the reason; docs/decisions/budgets.md says more. */

export const budgets = {
  /** UTF-16 units of one file of Python, and of all of them together. A file beyond it is taken for one that was not read. */
  source: 500_000,
  sources: 4_000_000,
  /** UTF-16 units of all templates together, and the tags and variables in them. In what comes after, nothing is seen to run. */
  templates: 20_000_000,
  templateTokens: 500_000,
  /** Expressions, and statements, inside one another: CPython takes 199 brackets and 99 indents. What is deeper is not read. */
  expressions: 500,
  statements: 200,

  /**
   * Steps of one evaluation of a settings module. A step is about one node of the syntax, or some tens of bytes of work on a
   * text. Settings of large projects take some ten thousand. When they are used up, nothing of the settings is known.
   */
  steps: 600_000,
  /** The part of the steps that are left which one statement of a module may take: what follows it is evaluated too. */
  share: 4,
  /** Steps that a statement of a module may take whatever is left. */
  leastSteps: 1000,
  /** Steps to tell what a statement that was given up leaves behind. */
  graceSteps: 20_000,
  /** The same for all statements that are given up. When they are used up, nothing of the settings is known. */
  grace: 200_000,
  /** Evaluations that find out, each in two ways, which variables production must be given; all but the last take `steps` together. */
  rounds: 6,

  /** Calls of the project's functions and modules inside one another; CPython stops at 1000. */
  calls: 60,
  /** Conditions that are not known inside one another. */
  conditions: 12,
  /** Ways that left one block early, because of conditions that are not known. */
  pending: 24,
  /** Possible values of one thing; more are an unknown. */
  options: 8,

  /** Tokens of a broken file of which CPython's own words and line are looked for; settings have a few thousand. */
  tokens: 30_000,

  /** UTF-16 units of a text, bytes of a `bytes`. */
  text: 2_000_000,
  /** Items of a list, tuple, dict or set that an operation makes. */
  items: 100_000,
  /** Bits of an integer, about 18,000 digits: CPython itself prints at most 4300. */
  bits: 60_000,
  /** The width or precision that a format may ask for. */
  width: 100_000,

  /** Values inside one another that are looked into, copied or written. */
  depth: 200,
  /** Levels of a value that rules see. */
  seenDepth: 30,
  /** Values, and UTF-16 units of text, in all settings that rules see. */
  seenValues: 100_000,
  seenText: 4_000_000,
  /** Values of one that is only described in a line. */
  describedValues: 500,

  /** Steps that a regular expression may take on one text, told beforehand from its loops and choices. */
  matching: 4_000_000,
  /** Characters of a pattern that is translated. */
  pattern: 500,
} as const;
