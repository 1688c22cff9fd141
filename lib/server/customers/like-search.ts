// Whether a customer is one that somebody looks for: by our id, by their name, or by how an identifier begins.
import { type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../actor';
import { holding, startingWith } from '../api/pattern';

/** A predicate over rows of customers. */
export function likeSearch(actor: Actor, search: string): SQL {
  const name = sql`lower(concat_ws(' ', attributes->>'name', attributes->>'firstName', attributes->>'lastName',
    attributes->>'first_name', attributes->>'last_name'))`;
  return sql`(id = ${search} or ${name} like ${holding(search)} or id in (
    select customer_id from identifiers
    where workspace_id = ${actor.workspaceId} and lower(value) like ${startingWith(search)}))`;
}
