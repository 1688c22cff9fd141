// Takes a CSV file of products, portion by portion while it arrives. Each portion is a transaction of its own: an import
// that breaks off has saved what came before, and importing the file again changes nothing more.
import type { ImportedProducts, SavedProducts } from '@/lib/core/api/product';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { inWorkspace } from '../db/transaction';
import { filePortions, Report } from '../import/file-rows';
import { wake } from '../wake';
import { findWorkspace } from '../workspace/find-workspace';
import { productRowReader } from './product-rows';
import { planProducts, storeProducts } from './store-products';

const PORTION = 1_000;

export async function importProducts(
  actor: Actor,
  _input: object,
  bytes: AsyncIterable<Buffer>,
): Promise<Result<ImportedProducts>> {
  const workspace = await findWorkspace(actor);
  if (!workspace.ok) return workspace;
  const decimals = decimalsOf(workspace.value.currency);
  const report = new Report();
  const total = { created: 0, updated: 0, unchanged: 0, changes: 0 };
  const portions = filePortions(bytes, (header) => productRowReader(header, decimals), report, PORTION);
  for await (const portion of portions) {
    const saved = await inWorkspace(actor.workspaceId, async (tx) => {
      const given = portion.map(({ item }) => item);
      const { steps, incomplete } = await planProducts(tx, actor.workspaceId, given);
      const tally = await storeProducts(tx, actor.workspaceId, steps);
      await audit(tx, actor, 'products.imported', actor.workspaceId, { ...tally });
      return { tally, incomplete };
    });
    for (const { index, field } of saved.incomplete) {
      report.add(portion[index]?.line ?? 0, field, 'is needed, because the product is new');
    }
    add(total, saved.tally);
    if (saved.tally.created + saved.tally.updated > 0) wake('engine');
  }
  return ok({ ...total, ...report.finish() });
}

type Tally = { -readonly [Key in keyof SavedProducts]: SavedProducts[Key] };

function add(total: Tally, part: SavedProducts): void {
  total.created += part.created;
  total.updated += part.updated;
  total.unchanged += part.unchanged;
  total.changes += part.changes;
}

function decimalsOf(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}
