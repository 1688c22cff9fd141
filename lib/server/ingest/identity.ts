// Whose event is it? Pure: given who owns which identifier, places one event after the other. Three rules:
// 1. Whatever one event names beside each other is one person, so customers without a user id of their own are merged.
// 2. Two user ids are two people, whatever else they share: a write key is public and may not join them.
// 3. An anonymous id is a device, and devices are shared. It brings its history along only while nobody else is known
//    on it by the same kind of identifier; otherwise the device passes on to whoever is named now.
import type { Id } from '@/lib/core/id';
import type { Claim } from './claim';
import { byKind, type CustomerGraph, type Identifier, KINDS, type PersonKind } from './customer-graph';

export interface Placement {
  readonly customerId: Id<'cus'>;
  /** An alias that names somebody with a user id of their own. */
  readonly isAliasRefused: boolean;
}

export function place(graph: CustomerGraph, claim: Claim): Placement {
  const settled = soleOwner(graph, claim);
  if (settled) return { customerId: settled, isAliasRefused: false };
  const person = joinDevice(graph, claim, namedPerson(graph, claim));
  for (const { kind, value } of personIdentifiers(claim)) own(graph, kind, value, person);
  if (claim.anonymousId !== null && graph.owner('anonymous-id', claim.anonymousId) !== person) {
    graph.assign('anonymous-id', claim.anonymousId, person);
  }
  return { customerId: person, isAliasRefused: !join(graph, claim, person) };
}

/** The customer that user id, e-mail and phone point at, before the device is looked at. */
function namedPerson(graph: CustomerGraph, claim: Claim): Id<'cus'> | null {
  const known = graph.owner('user-id', claim.userId);
  if (known) return known;
  const owners = [graph.owner('email', claim.email), graph.owner('phone', claim.phone)];
  const hasUserId = (owner: Id<'cus'> | null) => graph.kindsOf(owner).has('user-id');
  if (claim.userId !== null) return owners.find((owner) => owner !== null && !hasUserId(owner)) ?? null;
  return owners.find(hasUserId) ?? owners.find((owner) => owner !== null) ?? null;
}

function joinDevice(graph: CustomerGraph, claim: Claim, named: Id<'cus'> | null): Id<'cus'> {
  const device = graph.owner('anonymous-id', claim.anonymousId);
  if (!device || device === named) return named ?? graph.create();
  const kinds = new Set([...graph.kindsOf(named), ...personIdentifiers(claim).map(({ kind }) => kind)]);
  const isShared = [...graph.kindsOf(device)].some((kind) => kinds.has(kind));
  if (isShared) return named ?? graph.create();
  if (!named) return device;
  const [winner, loser] = graph.kindsOf(device).has('user-id') ? [device, named] : [named, device];
  graph.merge(loser, winner);
  return winner;
}

function own(graph: CustomerGraph, kind: PersonKind, value: string, person: Id<'cus'>): void {
  const owner = graph.owner(kind, value);
  if (!owner) graph.assign(kind, value, person);
  else if (owner !== person && !graph.kindsOf(owner).has('user-id')) graph.merge(owner, person);
}

/** alias: takes the earlier id over, unless it belongs to a user id; false where it does. */
function join(graph: CustomerGraph, { previousId, userId }: Claim, person: Id<'cus'>): boolean {
  if (previousId === null || previousId === userId) return true;
  const user = graph.owner('user-id', previousId);
  const earlier = user ?? graph.owner('anonymous-id', previousId);
  if (earlier === person) return true;
  if (!earlier) graph.assign('anonymous-id', previousId, person);
  else if (graph.kindsOf(earlier).has('user-id')) return false;
  else graph.merge(earlier, person);
  return true;
}

function personIdentifiers({ userId, email, phone }: Claim): { kind: PersonKind; value: string }[] {
  const all = [
    { kind: 'user-id' as const, value: userId },
    { kind: 'email' as const, value: email },
    { kind: 'phone' as const, value: phone },
  ];
  return all.flatMap(({ kind, value }) => (value === null ? [] : [{ kind, value }]));
}

/** The customer who owns all that the event names, which is the case of most events; null where there is none. */
function soleOwner(graph: CustomerGraph, claim: Claim): Id<'cus'> | null {
  if (claim.previousId !== null) return null;
  const owners = ownersOf(graph, claim);
  return owners.length === 1 ? (owners[0] ?? null) : null;
}

/** The different owners of what the event names, null among them where something is new. */
function ownersOf(graph: CustomerGraph, claim: Claim): (Id<'cus'> | null)[] {
  const owners: (Id<'cus'> | null)[] = [];
  eachIdentifier(claim, (kind, value) => {
    const owner = graph.owner(kind, value);
    if (!owners.includes(owner)) owners.push(owner);
  });
  return owners;
}

/** Every identifier under which an event may find a customer. */
function eachIdentifier(claim: Claim, visit: (kind: Identifier['kind'], value: string) => void): void {
  const { userId, email, phone, anonymousId, previousId } = claim;
  if (userId !== null) visit('user-id', userId);
  if (email !== null) visit('email', email);
  if (phone !== null) visit('phone', phone);
  if (anonymousId !== null) visit('anonymous-id', anonymousId);
  if (previousId === null) return;
  visit('user-id', previousId);
  visit('anonymous-id', previousId);
}

/** All identifiers of these claims, each once. */
export function identifiersOf(claims: readonly Claim[]): Identifier[] {
  const seen = byKind<true>();
  for (const claim of claims) eachIdentifier(claim, (kind, value) => seen[kind].set(value, true));
  return KINDS.flatMap((kind) => [...seen[kind].keys()].map((value) => ({ kind, value })));
}

/**
 * Customers that some event names beside another customer or a new identifier: only of these the graph has to know
 * more than the identifiers at hand. To be asked before anything is placed.
 */
export function customersInQuestion(graph: CustomerGraph, claims: readonly Claim[]): Id<'cus'>[] {
  const questioned = new Set<Id<'cus'>>();
  for (const claim of claims) {
    const owners = ownersOf(graph, claim);
    if (owners.length > 1) for (const owner of owners) if (owner) questioned.add(owner);
  }
  return [...questioned];
}
