// Ids carry their kind, so that a customer's id can never be passed where a journey's is meant.
import { z } from 'zod';

export type IdKind =
  | 'wsp' // workspace
  | 'usr' // user
  | 'ses' // session
  | 'key' // API key
  | 'cus' // customer
  | 'jrn' // journey
  | 'nod' // node of a journey
  | 'rul' // trigger rule
  | 'enr' // enrollment
  | 'obx' // outbox row
  | 'msg' // message
  | 'dlv' // delivery
  | 'con' // provider connection
  | 'cns' // consent ledger row
  | 'seg' // segment
  | 'chg' // change in the catalogue
  | 'cpl' // coupon pool
  | 'tsk' // task
  | 'swp' // sweep over all customers
  | 'lst' // list of people let in by hand
  | 'jts' // journey test
  | 'mov' // what a publish plan did
  | 'exp' // experiment
  | 'tel' // catalogue change that somebody waits for
  | 'aud'; // audit row

export type Id<Kind extends IdKind> = `${Kind}_${string}`;

/** Schema of an id of one kind: the kind, an underscore, then 1 to 60 letters, digits, `-` or `_`. */
export function idOf<Kind extends IdKind>(kind: Kind): z.ZodType<Id<Kind>> {
  const pattern = new RegExp(`^${kind}_[A-Za-z0-9_-]{1,60}$`);
  // The cast states what the pattern checks; zod cannot infer a template type from a regular expression.
  return z.string().regex(pattern, `must look like ${kind}_…`) as unknown as z.ZodType<Id<Kind>>;
}
