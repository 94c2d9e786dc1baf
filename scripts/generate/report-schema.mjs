/** Publishes the JSON Schema of a report, so that tools in any language can check and type what golive writes. */
import { reportJsonSchema } from '@django-golive/core/schema';

export const name = 'JSON Schema of the report';

export function files() {
  return new Map([['packages/core/schema/report.schema.json', `${JSON.stringify(reportJsonSchema(), null, 2)}\n`]]);
}
