// Renders the named texts of one message together, as every channel needs it.
import type { JsonObject } from '@/lib/core/json';
import { ok, type Result, refuse } from '@/lib/core/result';
import type { RenderProblem } from './channel';
import { type Part, renderLiquid } from './liquid';
import { storable } from './storable';

export async function renderParts<Name extends string>(
  parts: Readonly<Record<Name, Part>>,
  variables: JsonObject,
): Promise<Result<Record<Name, string>, RenderProblem>> {
  const names = Object.keys(parts) as Name[]; // the keys of a record are its names
  const rendered = await renderLiquid(
    names.map((name) => parts[name]),
    variables,
  );
  if (!rendered.ok) {
    const { code, message, line } = rendered.refusal;
    const where = line === null ? '' : ` (line ${line})`;
    return refuse({
      code: code === 'too-heavy' ? 'try-again' : 'render-failed',
      message: `The template ${message}${where}`,
    });
  }
  const texts = Object.fromEntries(names.map((name, index) => [name, storable(rendered.value[index] ?? '')]));
  return ok(texts as Record<Name, string>); // one text for each name, in their order
}

/** One line without control characters, as headers and subjects must be. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
