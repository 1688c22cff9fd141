// A journey as text, for export, copy and paste: `parseJourney(serializeJourney(document))` gives the document back.
import { ok, type Result, refuse } from '../result';
import { JourneyDocument } from './document';

/** JSON, two spaces deep, ending in a line break, so that two versions can be compared line by line. */
export function serializeJourney(document: JourneyDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

function jsonOf(text: string): Result<unknown> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    return refuse({ code: 'not-json', message: String(error) });
  }
}

/**
 * The document in a text. Refuses with `not-json`, or with `not-a-journey` and the dotted path of the first thing that
 * is not as a journey has it. What the text leaves out gets its default.
 */
export function parseJourney(text: string): Result<JourneyDocument> {
  const json = jsonOf(text);
  if (!json.ok) return json;
  const parsed = JourneyDocument.safeParse(json.value);
  if (parsed.success) return ok(parsed.data);
  const [first] = parsed.error.issues.map(({ message, path }) => ({ message, field: path.join('.') }));
  return refuse({ code: 'not-a-journey', message: 'Not a journey.', ...first });
}
