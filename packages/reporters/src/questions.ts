/** Questions as reports show them: those that hang on one cause together, so that a person answers that first. */
import type { Report, ReportQuestion } from '@django-golive/core';

/** Fewer are not worth a heading. */
const fewest = 3;

/** Questions in a row; with a cause where several hang on it, whose words then say it no more. */
export interface QuestionGroup {
  readonly cause: string | undefined;
  readonly questions: readonly ReportQuestion[];
}

/** The questions of a report in their order, those of one cause where the first of them stands. */
export function questionGroups({ questions }: Report): readonly QuestionGroup[] {
  const byCause = new Map<string | null, ReportQuestion[]>();
  for (const question of questions) {
    const others = byCause.get(question.cause);
    if (others) others.push(question);
    else byCause.set(question.cause, [question]);
  }
  const groups: QuestionGroup[] = [];
  for (const question of questions) {
    const { cause } = question;
    const together = byCause.get(cause) ?? [];
    if (cause === null || together.length < fewest) groups.push({ cause: undefined, questions: [question] });
    else if (together[0] === question) groups.push({ cause, questions: together.map((one) => without(cause, one)) });
  }
  return groups;
}

function without(cause: string, question: ReportQuestion): ReportQuestion {
  return { ...question, text: question.text.replace(` (${cause})`, '') };
}

/** What a heading says of a cause, as a sentence. */
export function headingOf(cause: string, many: number): string {
  return `${cause.charAt(0).toUpperCase()}${cause.slice(1)}. On that hang ${many} questions:`;
}
