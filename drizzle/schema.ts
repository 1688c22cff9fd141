// Every table of the product. Each row belongs to one workspace: keys and references start with workspace_id.
import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  pgView,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Id, IdKind } from '../lib/core/id';
import type { JsonObject } from '../lib/core/json';

const id = <Kind extends IdKind>(_kind: Kind) => text('id').$type<Id<Kind>>().notNull();
const ref = <Kind extends IdKind>(_kind: Kind, name: string) => text(name).$type<Id<Kind>>();
const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const json = (name: string) => jsonb(name).$type<JsonObject>();

/** Decisions of one moment, in order: node, reason code, inputs. */
type Steps = readonly (readonly [nodeId: Id<'nod'> | null, code: string, inputs: JsonObject])[];

/** The order of moments, wherever they are stored. */
export const momentOrder = pgSequence('moment_order');
const momentSeq = () =>
  bigint('moment_seq', { mode: 'number' }).notNull().default(sql`nextval('moment_order')`);

export const workspaces = pgTable('workspaces', {
  workspaceId: ref('wsp', 'workspace_id').primaryKey(),
  name: text('name').notNull(),
  timeZone: text('time_zone').notNull().default('UTC'),
  locale: text('locale').notNull().default('en'),
  currency: text('currency').notNull().default('EUR'),
  /** Raised by every publish, pause, resume and archive, so that each worker knows when its rule index is stale. */
  rulesRevision: bigint('rules_revision', { mode: 'number' }).notNull().default(0),
  /** Only moved where time travel is allowed. */
  clockOffsetMs: bigint('clock_offset_ms', { mode: 'number' }).notNull().default(0),
  isTrafficLive: boolean('is_traffic_live').notNull().default(false),
  /** Frequency caps, quiet hours, throttles and the global holdout; parsed by whoever reads it. */
  deliveryPolicy: json('delivery_policy').notNull().default({}),
  createdAt: at('created_at').notNull(),
});

const workspaceId = () =>
  ref('wsp', 'workspace_id')
    .notNull()
    .references(() => workspaces.workspaceId, { onDelete: 'cascade' });

/**
 * For tables that only the engine and ingestion append to, row after row. A foreign key costs as much there as the row
 * itself; what they write was read or written by the same transaction, and row-level security checks the workspace.
 */
const ownWorkspaceId = () => ref('wsp', 'workspace_id').notNull();

export const users = pgTable(
  'users',
  {
    workspaceId: workspaceId(),
    id: id('usr'),
    email: text('email').notNull(),
    name: text('name').notNull(),
    passwordHash: text('password_hash').notNull(),
    role: text('role').$type<'owner' | 'editor' | 'viewer'>().notNull(),
    failedSignIns: integer('failed_sign_ins').notNull().default(0),
    lockedUntil: at('locked_until'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] }), uniqueIndex('users_email').on(t.email)],
);

export const sessions = pgTable(
  'sessions',
  {
    workspaceId: workspaceId(),
    /** SHA-256 of the cookie's token; the token itself is never stored. */
    id: text('id').notNull(),
    userId: ref('usr', 'user_id').notNull(),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('sessions_token').on(t.id),
    foreignKey({
      columns: [t.workspaceId, t.userId],
      foreignColumns: [users.workspaceId, users.id],
    }).onDelete('cascade'),
  ],
);

export const apiKeys = pgTable(
  'api_keys',
  {
    workspaceId: workspaceId(),
    id: id('key'),
    kind: text('kind').$type<'write' | 'secret'>().notNull(),
    name: text('name').notNull(),
    /** SHA-256 of the whole key. */
    hash: text('hash').notNull(),
    lastFour: text('last_four').notNull(),
    createdAt: at('created_at').notNull(),
    lastUsedAt: at('last_used_at'),
    revokedAt: at('revoked_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] }), uniqueIndex('api_keys_hash').on(t.hash)],
);

export const connections = pgTable(
  'connections',
  {
    workspaceId: workspaceId(),
    id: id('con'),
    channel: text('channel').$type<'email' | 'sms' | 'webhook'>().notNull(),
    provider: text('provider').notNull(),
    /** What may be shown: host, sender, account id. */
    config: json('config').notNull(),
    /** What may never be shown: AES-256-GCM envelope, bound to workspace and connection. */
    secret: text('secret'),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('connections_channel').on(t.workspaceId, t.channel),
  ],
);

export const customers = pgTable(
  'customers',
  {
    workspaceId: workspaceId(),
    id: id('cus'),
    lane: smallint('lane').notNull(),
    attributes: json('attributes').notNull(),
    mergedInto: ref('cus', 'merged_into'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('customers_newest').on(t.workspaceId, t.createdAt.desc(), t.id.desc()),
    index('customers_merged').on(t.workspaceId, t.mergedInto).where(sql`merged_into is not null`),
    foreignKey({ columns: [t.workspaceId, t.mergedInto], foreignColumns: [t.workspaceId, t.id] }),
  ],
);

const customer = (t: { workspaceId: AnyPgColumn; customerId: AnyPgColumn }) =>
  foreignKey({
    columns: [t.workspaceId, t.customerId],
    foreignColumns: [customers.workspaceId, customers.id],
  });

export const identifiers = pgTable(
  'identifiers',
  {
    workspaceId: workspaceId(),
    kind: text('kind').$type<'user-id' | 'anonymous-id' | 'email' | 'phone'>().notNull(),
    value: text('value').notNull(),
    customerId: ref('cus', 'customer_id').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.kind, t.value] }),
    index('identifiers_customer').on(t.workspaceId, t.customerId),
    customer(t),
  ],
);

/** Append-only: who agreed to or refused what, when, and how we know. The newest row per channel counts. */
export const consents = pgTable(
  'consents',
  {
    workspaceId: workspaceId(),
    id: id('cns'),
    customerId: ref('cus', 'customer_id').notNull(),
    channel: text('channel').$type<'email' | 'sms'>().notNull(),
    state: text('state').$type<'opted-in' | 'opted-out'>().notNull(),
    source: text('source').notNull(),
    proof: json('proof').notNull(),
    at: at('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('consents_newest').on(t.workspaceId, t.customerId, t.channel, t.at.desc()),
    customer(t),
  ],
);

/** Addresses that must get nothing, whoever they belong to: hard bounces, complaints, one-click unsubscribes, STOP. */
export const suppressions = pgTable(
  'suppressions',
  {
    workspaceId: workspaceId(),
    channel: text('channel').$type<'email' | 'sms'>().notNull(),
    address: text('address').notNull(),
    reason: text('reason').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.channel, t.address] })],
);

/** What customers did. Only ever appended; `seq` rises in the order of acceptance within a workspace. */
export const events = pgTable(
  'events',
  {
    workspaceId: ownWorkspaceId(),
    seq: bigint('seq', { mode: 'number' }).notNull().generatedByDefaultAsIdentity(),
    /** -1 where a journey emitted the event: it was worked in the batch that wrote it. */
    lane: smallint('lane').notNull(),
    customerId: ref('cus', 'customer_id').notNull(),
    source: text('source').notNull(),
    messageId: text('message_id').notNull(),
    /** Hash of the body, so that the same id with another body can be reported. */
    bodyHash: text('body_hash').notNull(),
    /** signal: something the product itself noticed (a segment entered, a request to enter), never sent by a client. */
    type: text('type')
      .$type<'identify' | 'track' | 'page' | 'screen' | 'group' | 'alias' | 'signal'>()
      .notNull(),
    name: text('name').notNull(),
    properties: json('properties').notNull(),
    traits: json('traits').notNull(),
    context: json('context').notNull(),
    occurredAt: at('occurred_at').notNull(),
    receivedAt: at('received_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.seq] }),
    uniqueIndex('events_once').on(t.workspaceId, t.source, t.messageId),
    index('events_lane').on(t.workspaceId, t.lane, t.seq),
    index('events_customer').on(t.workspaceId, t.customerId, t.seq),
    /** Who did something, how often and when, without reading the events themselves. */
    index('events_name').on(t.workspaceId, t.name, t.customerId, t.occurredAt).where(sql`type <> 'signal'`),
  ],
);

/** How far each lane of customers has been worked; the row's lock is what keeps two workers off one customer. */
export const lanes = pgTable(
  'lanes',
  {
    workspaceId: workspaceId(),
    lane: smallint('lane').notNull(),
    cursor: bigint('cursor', { mode: 'number' }).notNull().default(0),
    /** Order of service, so that claims are fair: the lane served longest ago comes first. */
    servedAt: at('served_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.lane] })],
);

export const journeys = pgTable(
  'journeys',
  {
    workspaceId: workspaceId(),
    id: id('jrn'),
    name: text('name').notNull(),
    state: text('state').$type<'draft' | 'live' | 'paused' | 'archived'>().notNull(),
    draft: json('draft').notNull(),
    /** Optimistic lock of the draft: a save names the revision it started from. */
    draftRevision: integer('draft_revision').notNull().default(1),
    liveVersion: integer('live_version'),
    /** Where two journeys want the same customer's attention, the higher one sends first. */
    priority: smallint('priority').notNull().default(0),
    pausedAt: at('paused_at'),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('journeys_newest').on(t.workspaceId, t.updatedAt.desc(), t.id.desc()),
  ],
);

export const journeyVersions = pgTable(
  'journey_versions',
  {
    workspaceId: workspaceId(),
    journeyId: ref('jrn', 'journey_id').notNull(),
    version: integer('version').notNull(),
    document: json('document').notNull(),
    program: json('program').notNull(),
    note: text('note').notNull().default(''),
    publishedBy: text('published_by').notNull(),
    publishedAt: at('published_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.journeyId, t.version] }),
    foreignKey({
      columns: [t.workspaceId, t.journeyId],
      foreignColumns: [journeys.workspaceId, journeys.id],
    }),
  ],
);

/** The live rules: written by publish, removed by archive; a paused journey's rules stay but are not active. */
export const triggerRules = pgTable(
  'trigger_rules',
  {
    workspaceId: workspaceId(),
    id: id('rul'),
    journeyId: ref('jrn', 'journey_id').notNull(),
    version: integer('version').notNull(),
    /** Null for goals and exit rules: they hold wherever the customer stands. */
    nodeId: ref('nod', 'node_id'),
    effect: text('effect').$type<'enroll' | 'resume' | 'convert' | 'exit'>().notNull(),
    on: text('on').$type<'event' | 'signal' | 'change'>().notNull().default('event'),
    event: text('event').notNull(),
    filter: json('filter'),
    key: jsonb('key').$type<string[]>(),
    /** Whether events that reach us more than 72 hours late still count. */
    acceptsLate: boolean('accepts_late').notNull(),
    /** Only the newest version of a live journey enrolls; older versions keep resuming those inside. */
    isActive: boolean('is_active').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('trigger_rules_event').on(t.workspaceId, t.event),
    foreignKey({
      columns: [t.workspaceId, t.journeyId, t.version],
      foreignColumns: [journeyVersions.workspaceId, journeyVersions.journeyId, journeyVersions.version],
    }),
  ],
);

export const enrollments = pgTable(
  'enrollments',
  {
    workspaceId: ownWorkspaceId(),
    id: id('enr'),
    journeyId: ref('jrn', 'journey_id').notNull(),
    version: integer('version').notNull(),
    customerId: ref('cus', 'customer_id').notNull(),
    lane: smallint('lane').notNull(),
    key: text('key').notNull(),
    /** parked: its program cannot be run; `end_reason` says why, and nothing moves it until an operator does. */
    status: text('status').$type<'waiting' | 'ended' | 'parked'>().notNull(),
    nodeId: ref('nod', 'node_id'),
    visits: integer('visits').notNull(),
    trigger: json('trigger').notNull(),
    /** What nodes kept for later: webhook answers, coupon codes. */
    saved: json('saved').notNull().default({}),
    enteredAt: at('entered_at').notNull(),
    /** When it came to the node where it is. */
    arrivedAt: at('arrived_at').notNull(),
    convertedAt: at('converted_at'),
    wakeAt: at('wake_at'),
    endedAt: at('ended_at'),
    endReason: text('end_reason'),
    momentSeq: momentSeq(),
    /** What was decided the moment it began, as in `moments`, and by which version: many passages need no second row. */
    trailVersion: integer('trail_version').notNull().default(0),
    trail: jsonb('trail').$type<Steps>().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('enrollments_open')
      .on(t.workspaceId, t.customerId, t.journeyId, t.key)
      .where(sql`status = 'waiting'`),
    index('enrollments_due').on(t.workspaceId, t.lane, t.wakeAt).where(sql`status = 'waiting'`),
    index('enrollments_journey').on(t.workspaceId, t.journeyId, t.nodeId).where(sql`status = 'waiting'`),
    index('enrollments_customer').on(t.workspaceId, t.customerId, t.journeyId),
    index('enrollments_entered').on(t.workspaceId, t.journeyId, t.enteredAt),
  ],
);

/** What was decided about one passage at one later moment, or that nobody was enrolled. Append-only. */
export const moments = pgTable(
  'moments',
  {
    workspaceId: ownWorkspaceId(),
    momentSeq: momentSeq(),
    customerId: ref('cus', 'customer_id').notNull(),
    journeyId: ref('jrn', 'journey_id').notNull(),
    version: integer('version').notNull(),
    /** Null where the decision is that nobody was enrolled. */
    enrollmentId: ref('enr', 'enrollment_id'),
    at: at('at').notNull(),
    steps: jsonb('steps').$type<Steps>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.momentSeq] }),
    index('moments_customer').on(t.workspaceId, t.customerId, t.momentSeq),
    index('moments_journey').on(t.workspaceId, t.journeyId, t.momentSeq),
  ],
);

/** The reason trail, a row for each decision: what passages' beginnings and later moments hold, in one order. */
export const decisions = pgView('decisions', {
  workspaceId: ownWorkspaceId(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  customerId: ref('cus', 'customer_id').notNull(),
  journeyId: ref('jrn', 'journey_id').notNull(),
  version: integer('version').notNull(),
  enrollmentId: ref('enr', 'enrollment_id'),
  nodeId: ref('nod', 'node_id'),
  code: text('code').notNull(),
  inputs: json('inputs').notNull(),
  at: at('at').notNull(),
}).existing();

/** Roll-up kept in the batch transaction: how often each node was passed. A row per lane, so workers never meet. */
export const nodeCounts = pgTable(
  'node_counts',
  {
    workspaceId: ownWorkspaceId(),
    journeyId: ref('jrn', 'journey_id').notNull(),
    nodeId: ref('nod', 'node_id').notNull(),
    lane: smallint('lane').notNull(),
    passed: bigint('passed', { mode: 'number' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.journeyId, t.nodeId, t.lane] }),
    foreignKey({
      columns: [t.workspaceId, t.journeyId],
      foreignColumns: [journeys.workspaceId, journeys.id],
    }),
  ],
);

/** Effects waiting to happen. A claim sets a lease and raises the fence; only the holder of the newest fence may finish. */
export const outbox = pgTable(
  'outbox',
  {
    workspaceId: ownWorkspaceId(),
    id: id('obx'),
    /** The command's key: unique for ever, so that one command can have only one row. */
    key: text('key').notNull(),
    type: text('type')
      .$type<'send-email' | 'send-sms' | 'call-webhook' | 'issue-coupon' | 'create-task'>()
      .notNull(),
    /** Of its journey, when the command was written. */
    priority: smallint('priority').notNull().default(0),
    customerId: ref('cus', 'customer_id').notNull(),
    journeyId: ref('jrn', 'journey_id').notNull(),
    version: integer('version').notNull(),
    enrollmentId: ref('enr', 'enrollment_id').notNull(),
    nodeId: ref('nod', 'node_id').notNull(),
    payload: json('payload').notNull(),
    /** started: a provider call may be under way; unknown: it was, and nobody learnt how it ended; dead: gave up. */
    status: text('status').$type<'queued' | 'started' | 'done' | 'refused' | 'unknown' | 'dead'>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    fence: integer('fence').notNull().default(0),
    dueAt: at('due_at').notNull(),
    leaseUntil: at('lease_until'),
    createdAt: at('created_at').notNull(),
    lastError: text('last_error'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('outbox_key').on(t.workspaceId, t.key),
    index('outbox_due').on(t.dueAt).where(sql`status in ('queued', 'started')`),
    /** The order in which sends are taken: by priority, then by how long they are due. */
    index('outbox_turn')
      .on(t.workspaceId, t.type, t.priority.desc(), t.dueAt, t.id)
      .where(sql`status = 'queued'`),
    /** Few rows whatever the backlog: the sends under way, by when their lease runs out. */
    index('outbox_lease').on(t.workspaceId, t.leaseUntil).where(sql`status = 'started'`),
    /** What the engine does itself is looked for after every batch, however many sends are waiting. */
    index('outbox_own')
      .on(t.type, t.dueAt)
      .where(sql`status = 'queued' and type in ('issue-coupon', 'create-task')`),
    index('outbox_customer').on(t.workspaceId, t.customerId),
  ],
);

/** Rendered content for one customer on one channel. Status only moves forward. */
export const messages = pgTable(
  'messages',
  {
    workspaceId: workspaceId(),
    id: id('msg'),
    outboxId: ref('obx', 'outbox_id').notNull(),
    customerId: ref('cus', 'customer_id').notNull(),
    journeyId: ref('jrn', 'journey_id').notNull(),
    version: integer('version').notNull(),
    nodeId: ref('nod', 'node_id').notNull(),
    channel: text('channel').$type<'email' | 'sms' | 'webhook'>().notNull(),
    address: text('address').notNull(),
    kind: text('kind').$type<'marketing' | 'transactional' | 'webhook'>().notNull().default('marketing'),
    /** What frequency caps count by, e.g. "newsletter"; empty for none. */
    category: text('category').notNull().default(''),
    /** email: subject, html, text, headers; sms: text, segments, encoding; webhook: method, url, body. */
    content: json('content').notNull(),
    provider: text('provider').notNull(),
    providerMessageId: text('provider_message_id'),
    status: text('status')
      .$type<'held' | 'sending' | 'sandboxed' | 'sent' | 'delivered' | 'failed' | 'unknown' | 'refused'>()
      .notNull(),
    reason: text('reason'),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('messages_outbox').on(t.workspaceId, t.outboxId),
    index('messages_newest').on(t.workspaceId, t.createdAt.desc(), t.id.desc()),
    index('messages_customer').on(t.workspaceId, t.customerId, t.createdAt),
    index('messages_provider').on(t.workspaceId, t.providerMessageId),
    customer(t),
    foreignKey({ columns: [t.workspaceId, t.outboxId], foreignColumns: [outbox.workspaceId, outbox.id] }),
  ],
);

/** One attempt to hand a message to a provider. */
export const deliveries = pgTable(
  'deliveries',
  {
    workspaceId: workspaceId(),
    id: id('dlv'),
    messageId: ref('msg', 'message_id').notNull(),
    attempt: integer('attempt').notNull(),
    outcome: text('outcome').$type<'started' | 'accepted' | 'retry' | 'rejected' | 'unknown'>().notNull(),
    detail: text('detail'),
    startedAt: at('started_at').notNull(),
    endedAt: at('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('deliveries_message').on(t.workspaceId, t.messageId),
    /** How many were started in the last minute. */
    index('deliveries_started').on(t.workspaceId, t.startedAt),
    foreignKey({
      columns: [t.workspaceId, t.messageId],
      foreignColumns: [messages.workspaceId, messages.id],
    }),
  ],
);

/** Provider status calls, kept once each; one that comes before our own commit of "sent" is matched later. */
export const providerCalls = pgTable(
  'provider_calls',
  {
    workspaceId: workspaceId(),
    provider: text('provider').notNull(),
    /** The provider's id of this call, or a hash of its body: a repeat has no effect. */
    callId: text('call_id').notNull(),
    providerMessageId: text('provider_message_id'),
    body: json('body').notNull(),
    receivedAt: at('received_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.provider, t.callId] }),
    index('provider_calls_message').on(t.workspaceId, t.providerMessageId),
  ],
);

export const products = pgTable(
  'products',
  {
    workspaceId: workspaceId(),
    sku: text('sku').notNull(),
    name: text('name').notNull(),
    category: text('category').notNull(),
    /** Minor units of the workspace's currency. */
    price: integer('price').notNull(),
    stock: integer('stock').notNull(),
    url: text('url'),
    updatedAt: at('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.sku] })],
);

/** Who changed what; written in the transaction of the change. Append-only. */
export const auditLog = pgTable(
  'audit_log',
  {
    workspaceId: workspaceId(),
    id: id('aud'),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    target: text('target').notNull(),
    detail: json('detail').notNull(),
    at: at('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('audit_log_newest').on(t.workspaceId, t.at.desc()),
    index('audit_log_target').on(t.workspaceId, t.target, t.at),
  ],
);

/** Events the engine could not work: put aside, so that one poison event never holds up its lane. */
export const parkedEvents = pgTable(
  'parked_events',
  {
    workspaceId: workspaceId(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    error: text('error').notNull(),
    parkedAt: at('parked_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.seq] }),
    foreignKey({
      columns: [t.workspaceId, t.seq],
      foreignColumns: [events.workspaceId, events.seq],
    }).onUpdate('cascade'),
  ],
);

/** A sign of life of every worker, per workspace it serves. */
export const workerBeats = pgTable(
  'worker_beats',
  {
    workspaceId: workspaceId(),
    workerId: text('worker_id').notNull(),
    beatAt: at('beat_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.workerId] })],
);

/** Saved conditions over customers; who is in one is kept up to date by the engine. */
export const segments = pgTable(
  'segments',
  {
    workspaceId: workspaceId(),
    id: id('seg'),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    /** Null where its members are named one by one. */
    condition: json('condition'),
    /** Which ready segment it was made from. */
    template: text('template'),
    /** So many of the 16 lanes know who is in by the condition as it is now; in the others nobody comes or leaves. */
    fillLane: smallint('fill_lane').notNull().default(16),
    /** 0: batches that began by older rules are to end first; 1: everybody is to be asked; 2: lanes are to be opened. */
    fillStep: smallint('fill_step').notNull().default(0),
    /** Raised whenever filling begins anew, so that what was found out before counts no more. */
    fillRound: integer('fill_round').notNull().default(0),
    /** Whether somebody is in of whom nothing is known yet. */
    includesNew: boolean('includes_new').notNull().default(false),
    /** Optimistic lock: a save names the revision it started from. */
    revision: integer('revision').notNull().default(1),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
    archivedAt: at('archived_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('segments_filling').on(t.updatedAt).where(sql`fill_lane < 16`),
  ],
);

/** Where in the customer's history something came about: behind which event, and in which turn; 0 at the event itself. */
const seqOf = (name: string) => bigint(name, { mode: 'number' }).notNull().default(0);
const turnOf = (name: string) => integer(name).notNull().default(0);

/** Who is in now. */
export const segmentMembers = pgTable(
  'segment_members',
  {
    workspaceId: ownWorkspaceId(),
    segmentId: ref('seg', 'segment_id').notNull(),
    customerId: ref('cus', 'customer_id').notNull(),
    enteredAt: at('entered_at').notNull(),
    enteredSeq: seqOf('entered_seq'),
    enteredTurn: turnOf('entered_turn'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.customerId, t.segmentId] }),
    index('segment_members_segment').on(t.workspaceId, t.segmentId, t.enteredAt),
  ],
);

/** Who was in, from when until when. Only ever appended. */
export const segmentStays = pgTable(
  'segment_stays',
  {
    workspaceId: ownWorkspaceId(),
    seq: bigint('seq', { mode: 'number' }).notNull().generatedByDefaultAsIdentity(),
    segmentId: ref('seg', 'segment_id').notNull(),
    customerId: ref('cus', 'customer_id').notNull(),
    enteredAt: at('entered_at').notNull(),
    enteredSeq: seqOf('entered_seq'),
    enteredTurn: turnOf('entered_turn'),
    leftAt: at('left_at').notNull(),
    leftSeq: seqOf('left_seq'),
    leftTurn: turnOf('left_turn'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.seq] }),
    index('segment_stays_segment').on(t.workspaceId, t.segmentId, t.leftAt, t.enteredAt),
    index('segment_stays_customer').on(t.workspaceId, t.customerId),
  ],
);

/** What filling a segment has found out, until each lane is opened with its part: a row for each lane and change. */
export const segmentFills = pgTable(
  'segment_fills',
  {
    workspaceId: ownWorkspaceId(),
    segmentId: ref('seg', 'segment_id').notNull(),
    lane: smallint('lane').notNull(),
    /** 1: come in; -1: leave; 0: stay what they are; 2: have become part of another customer since; 3: took one in. */
    change: smallint('change').notNull(),
    customerIds: text('customer_ids').array().notNull(),
    /** When time alone may change that again, one for each of them; null where time changes nothing for anybody. */
    dueAts: timestamp('due_ats', { withTimezone: true }).array(),
  },
  (t) => [index('segment_fills_lane').on(t.workspaceId, t.segmentId, t.lane)],
);

/**
 * Due times that filling a segment has found, packed, because most of them are far: the batch that comes to the first of a
 * list unpacks it. They may be out of date by then, which only means that somebody is judged who need not be.
 */
export const segmentDueLists = pgTable(
  'segment_due_lists',
  {
    workspaceId: ownWorkspaceId(),
    segmentId: ref('seg', 'segment_id').notNull(),
    lane: smallint('lane').notNull(),
    /** The first of them. */
    dueAt: at('due_at').notNull(),
    customerIds: text('customer_ids').array().notNull(),
    dueAts: timestamp('due_ats', { withTimezone: true }).array().notNull(),
  },
  (t) => [index('segment_due_lists_due').on(t.workspaceId, t.lane, t.dueAt)],
);

/** When time alone may bring a customer into a segment or out of it; then they are judged anew. */
export const segmentDues = pgTable(
  'segment_dues',
  {
    workspaceId: ownWorkspaceId(),
    customerId: ref('cus', 'customer_id').notNull(),
    segmentId: ref('seg', 'segment_id').notNull(),
    lane: smallint('lane').notNull(),
    dueAt: at('due_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.customerId, t.segmentId] }),
    index('segment_dues_due').on(t.workspaceId, t.lane, t.dueAt),
  ],
);

/** What changed in the catalogue, waiting to be told to the customers it concerns. */
export const productChanges = pgTable(
  'product_changes',
  {
    workspaceId: workspaceId(),
    id: id('chg'),
    sku: text('sku').notNull(),
    kind: text('kind').$type<'price-drop' | 'back-in-stock' | 'low-stock'>().notNull(),
    before: json('before').notNull(),
    after: json('after').notNull(),
    at: at('at').notNull(),
    handledAt: at('handled_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('product_changes_open').on(t.workspaceId, t.at).where(sql`handled_at is null`),
  ],
);

/** A product that turned the answer of rules which wait for it: whoever waits there is yet to be told. */
export const productTells = pgTable(
  'product_tells',
  {
    workspaceId: workspaceId(),
    id: id('tel'),
    /** The key of the product that they are told of. */
    record: text('record').notNull(),
    /** The rules that wait: journey, version, and node, null for any. */
    rules: jsonb('rules').$type<readonly JsonObject[]>().notNull(),
    /** 0: batches that began before are to end first; 1: who waits is to be found; 2: they are being told. */
    step: smallint('step').notNull().default(0),
    createdAt: at('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** Who is yet to be told. */
export const productTellPeople = pgTable(
  'product_tell_people',
  {
    workspaceId: ownWorkspaceId(),
    tellId: ref('tel', 'tell_id').notNull(),
    customerId: ref('cus', 'customer_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.tellId, t.customerId] })],
);

/** Where coupon codes come from: a pattern they are made by, or codes that were brought along. */
export const couponPools = pgTable(
  'coupon_pools',
  {
    workspaceId: workspaceId(),
    id: id('cpl'),
    name: text('name').notNull(),
    /** E.g. `TEA-########`; null where codes were imported. */
    pattern: text('pattern'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

export const coupons = pgTable(
  'coupons',
  {
    workspaceId: workspaceId(),
    poolId: ref('cpl', 'pool_id').notNull(),
    code: text('code').notNull(),
    /** The key of the command that took it: a repeat gets the same code. Null while it is free. */
    key: text('key'),
    customerId: ref('cus', 'customer_id'),
    issuedAt: at('issued_at'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.poolId, t.code] }),
    uniqueIndex('coupons_key').on(t.workspaceId, t.key),
    index('coupons_free').on(t.workspaceId, t.poolId).where(sql`key is null`),
    index('coupons_customer').on(t.workspaceId, t.customerId),
    customer(t),
    foreignKey({
      columns: [t.workspaceId, t.poolId],
      foreignColumns: [couponPools.workspaceId, couponPools.id],
    }),
  ],
);

/** Work a journey gives to people: a call, an offer in the shop, a question to answer. */
export const tasks = pgTable(
  'tasks',
  {
    workspaceId: workspaceId(),
    id: id('tsk'),
    /** The command's key, so that a repeat is the same task. */
    key: text('key').notNull(),
    team: text('team').$type<'sales' | 'support' | 'store'>().notNull(),
    title: text('title').notNull(),
    note: text('note').notNull(),
    customerId: ref('cus', 'customer_id').notNull(),
    journeyId: ref('jrn', 'journey_id').notNull(),
    enrollmentId: ref('enr', 'enrollment_id').notNull(),
    nodeId: ref('nod', 'node_id').notNull(),
    status: text('status').$type<'open' | 'done' | 'cancelled'>().notNull(),
    dueAt: at('due_at'),
    createdAt: at('created_at').notNull(),
    endedAt: at('ended_at'),
    endedBy: text('ended_by'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('tasks_key').on(t.workspaceId, t.key),
    index('tasks_newest').on(t.workspaceId, t.createdAt.desc(), t.id.desc()),
    index('tasks_customer').on(t.workspaceId, t.customerId),
    customer(t),
    foreignKey({
      columns: [t.workspaceId, t.enrollmentId],
      foreignColumns: [enrollments.workspaceId, enrollments.id],
    }),
  ],
);

/** When a trigger that goes by date or schedule will let a customer in. One per customer and trigger. */
export const appointments = pgTable(
  'appointments',
  {
    workspaceId: workspaceId(),
    journeyId: ref('jrn', 'journey_id').notNull(),
    nodeId: ref('nod', 'node_id').notNull(),
    customerId: ref('cus', 'customer_id').notNull(),
    lane: smallint('lane').notNull(),
    dueAt: at('due_at').notNull(),
    /** Names the occasion, e.g. `2026-12-24`, so that one occasion lets a customer in once. */
    occasion: text('occasion').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.customerId, t.journeyId, t.nodeId] }),
    index('appointments_due').on(t.workspaceId, t.lane, t.dueAt),
    index('appointments_journey').on(t.workspaceId, t.journeyId, t.nodeId),
    customer(t),
    foreignKey({
      columns: [t.workspaceId, t.journeyId],
      foreignColumns: [journeys.workspaceId, journeys.id],
    }),
  ],
);

/** A walk over all customers, in order of id and in portions, that makes appointments; `cursor` is where it stands. */
export const sweeps = pgTable(
  'sweeps',
  {
    workspaceId: workspaceId(),
    id: id('swp'),
    journeyId: ref('jrn', 'journey_id').notNull(),
    version: integer('version').notNull(),
    nodeId: ref('nod', 'node_id').notNull(),
    /** The occasion of a schedule, as local date and time; empty for a sweep over date attributes. */
    occasion: text('occasion').notNull(),
    startsAt: at('starts_at').notNull(),
    cursor: text('cursor').notNull().default(''),
    endedAt: at('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('sweeps_once').on(t.workspaceId, t.journeyId, t.version, t.nodeId, t.occasion),
    index('sweeps_open').on(t.startsAt).where(sql`ended_at is null`),
    foreignKey({
      columns: [t.workspaceId, t.journeyId],
      foreignColumns: [journeys.workspaceId, journeys.id],
    }),
  ],
);

/** People a marketer lets into a journey by hand or by file, worked off in portions. */
export const entryLists = pgTable(
  'entry_lists',
  {
    workspaceId: workspaceId(),
    id: id('lst'),
    journeyId: ref('jrn', 'journey_id').notNull(),
    nodeId: ref('nod', 'node_id').notNull(),
    name: text('name').notNull(),
    total: integer('total').notNull(),
    /** How many rows were worked off, and how many of them named nobody we know. */
    worked: integer('worked').notNull().default(0),
    unknown: integer('unknown').notNull().default(0),
    createdBy: text('created_by').notNull(),
    createdAt: at('created_at').notNull(),
    endedAt: at('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.journeyId],
      foreignColumns: [journeys.workspaceId, journeys.id],
    }),
  ],
);

export const entryListRows = pgTable(
  'entry_list_rows',
  {
    workspaceId: workspaceId(),
    listId: ref('lst', 'list_id').notNull(),
    position: integer('position').notNull(),
    /** userId, e-mail address or customer id, as the file has it. */
    person: text('person').notNull(),
    properties: json('properties').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.listId, t.position] }),
    foreignKey({
      columns: [t.workspaceId, t.listId],
      foreignColumns: [entryLists.workspaceId, entryLists.id],
    }),
  ],
);

/** From which event on a lane was worked by which rules: tells later why an event let nobody in. */
export const laneRevisions = pgTable(
  'lane_revisions',
  {
    workspaceId: workspaceId(),
    lane: smallint('lane').notNull(),
    afterSeq: bigint('after_seq', { mode: 'number' }).notNull(),
    revision: bigint('revision', { mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.lane, t.revision] })],
);

/** What each revision of the rules changed: from it on, the journey is in this state with this version. */
export const journeySpans = pgTable(
  'journey_spans',
  {
    workspaceId: workspaceId(),
    journeyId: ref('jrn', 'journey_id').notNull(),
    revision: bigint('revision', { mode: 'number' }).notNull(),
    state: text('state').$type<'draft' | 'live' | 'paused' | 'archived'>().notNull(),
    version: integer('version'),
    at: at('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.journeyId, t.revision] }),
    foreignKey({
      columns: [t.workspaceId, t.journeyId],
      foreignColumns: [journeys.workspaceId, journeys.id],
    }),
  ],
);

/** A customer, events with times, and the path and sends that are expected of the journey. */
export const journeyTests = pgTable(
  'journey_tests',
  {
    workspaceId: workspaceId(),
    id: id('jts'),
    journeyId: ref('jrn', 'journey_id').notNull(),
    name: text('name').notNull(),
    test: json('test').notNull(),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('journey_tests_journey').on(t.workspaceId, t.journeyId, t.createdAt),
    foreignKey({
      columns: [t.workspaceId, t.journeyId],
      foreignColumns: [journeys.workspaceId, journeys.id],
    }),
  ],
);

/** What a publish plan did to the people inside, and what is needed to undo it. */
export const journeyMoves = pgTable(
  'journey_moves',
  {
    workspaceId: workspaceId(),
    id: id('mov'),
    journeyId: ref('jrn', 'journey_id').notNull(),
    toVersion: integer('to_version').notNull(),
    plan: json('plan').notNull(),
    counts: json('counts').notNull(),
    by: text('by').notNull(),
    at: at('at').notNull(),
    undoneAt: at('undone_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('journey_moves_journey').on(t.workspaceId, t.journeyId, t.at.desc()),
    foreignKey({
      columns: [t.workspaceId, t.journeyId],
      foreignColumns: [journeys.workspaceId, journeys.id],
    }),
  ],
);

export const journeyMoveRows = pgTable(
  'journey_move_rows',
  {
    workspaceId: workspaceId(),
    moveId: ref('mov', 'move_id').notNull(),
    enrollmentId: ref('enr', 'enrollment_id').notNull(),
    /** Version, node, wake time and visits as they were before and after the move. */
    before: json('before').notNull(),
    after: json('after').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.moveId, t.enrollmentId] }),
    foreignKey({
      columns: [t.workspaceId, t.moveId],
      foreignColumns: [journeyMoves.workspaceId, journeyMoves.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.enrollmentId],
      foreignColumns: [enrollments.workspaceId, enrollments.id],
    }),
  ],
);

/** What an experiment node of a journey measures. It outlives versions: its phases tell when what it deals changed. */
export const experiments = pgTable(
  'experiments',
  {
    workspaceId: workspaceId(),
    id: id('exp'),
    journeyId: ref('jrn', 'journey_id').notNull(),
    nodeId: ref('nod', 'node_id').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('experiments_node').on(t.workspaceId, t.journeyId, t.nodeId),
    foreignKey({
      columns: [t.workspaceId, t.journeyId],
      foreignColumns: [journeys.workspaceId, journeys.id],
    }),
  ],
);

const experiment = (t: { workspaceId: AnyPgColumn; experimentId: AnyPgColumn }) =>
  foreignKey({
    columns: [t.workspaceId, t.experimentId],
    foreignColumns: [experiments.workspaceId, experiments.id],
  });

/** As long as arms and weights are the same, it is one phase; data of two phases is never pooled. */
export const experimentPhases = pgTable(
  'experiment_phases',
  {
    workspaceId: workspaceId(),
    experimentId: ref('exp', 'experiment_id').notNull(),
    phase: integer('phase').notNull(),
    /** running: looked at by the hour; decided: new entries take the winner; stopped: by a person; ended: replaced or over. */
    state: text('state').$type<'running' | 'decided' | 'stopped' | 'ended'>().notNull(),
    /** What is compared by what, frozen when the phase began. */
    design: json('design').notNull(),
    /** Planned people of all arms together, frozen at the start: it may not follow the data. */
    planned: integer('planned').notNull(),
    startedAt: at('started_at').notNull(),
    endedAt: at('ended_at'),
    /** Null where no further look is taken. */
    nextLookAt: at('next_look_at'),
    /** How it came out: winner, look, who or what applied it. */
    outcome: json('outcome'),
    /** Optimise mode: the shares of each period, the newest last. Otherwise the design's shares hold throughout. */
    periods: jsonb('periods').$type<readonly JsonObject[]>().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.experimentId, t.phase] }),
    index('experiment_phases_due').on(t.nextLookAt).where(sql`next_look_at is not null`),
    experiment(t),
  ],
);

/** Who was dealt which arm, and since when they count. More than one row in a phase: seen in two arms, left out. */
export const exposures = pgTable(
  'exposures',
  {
    workspaceId: ownWorkspaceId(),
    experimentId: ref('exp', 'experiment_id').notNull(),
    phase: integer('phase').notNull(),
    customerId: ref('cus', 'customer_id').notNull(),
    /** `holdout` for those who are kept out. */
    arm: text('arm').notNull(),
    /** By which of the phase's periods of shares it was dealt. */
    period: integer('period').notNull().default(1),
    assignedAt: at('assigned_at').notNull(),
    /** When a message of the arm was, or for the holdout would have been, handed to sending; or the split itself. */
    exposedAt: at('exposed_at'),
    /** Holdout only: whether the message passed every filter that the arm's message passes. */
    wouldSend: boolean('would_send').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.experimentId, t.phase, t.customerId, t.arm] }),
    index('exposures_customer').on(t.workspaceId, t.customerId),
  ],
);

/** What was known of a phase at one moment, and what was concluded. Append-only, so that numbers can be read again. */
export const experimentLooks = pgTable(
  'experiment_looks',
  {
    workspaceId: workspaceId(),
    experimentId: ref('exp', 'experiment_id').notNull(),
    phase: integer('phase').notNull(),
    look: integer('look').notNull(),
    at: at('at').notNull(),
    /** Sufficient statistics by arm, as they were counted. */
    statistics: json('statistics').notNull(),
    verdict: json('verdict').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.experimentId, t.phase, t.look] }), experiment(t)],
);

/** As long as the workspace's holdout has one share of one draw. Data of two spans is never pooled. */
export const holdoutSpans = pgTable(
  'holdout_spans',
  {
    workspaceId: workspaceId(),
    span: integer('span').notNull(),
    /** Each draw holds other people out; within one, a larger share keeps everybody of the smaller one. */
    draw: integer('draw').notNull(),
    percent: smallint('percent').notNull(),
    startedAt: at('started_at').notNull(),
    /** Null while it lasts: there is one such row where somebody is held out, and none otherwise. */
    endedAt: at('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.span] }),
    uniqueIndex('holdout_spans_open').on(t.workspaceId).where(sql`ended_at is null`),
  ],
);

/** A retention report that is kept counted: which one, and how far the first count of everybody has come. */
export const retentionRollups = pgTable(
  'retention_rollups',
  {
    workspaceId: workspaceId(),
    /** A workspace keeps few; one that nobody asks for any more gives its place to another. */
    slot: smallint('slot').notNull(),
    startEvent: text('start_event').notNull(),
    returnEvent: text('return_event').notNull(),
    cohort: text('cohort').$type<'first-time' | 'recurring'>().notNull(),
    clock: text('clock').$type<'calendar' | 'elapsed'>().notNull(),
    unit: text('unit').$type<'day' | 'week' | 'month'>().notNull(),
    /** The first period that may be a cohort; in the other tables cohorts are places from here, from 1. */
    origin: date('origin', { mode: 'string' }).notNull(),
    /** The zone whose calendar was counted by. */
    timeZone: text('time_zone').notNull(),
    /** 0 and 1: waits for what was being written when it was asked for; 2: counts everybody; 3: is whole. */
    fillStep: smallint('fill_step').notNull().default(0),
    /** The last customer who was counted. */
    filledTo: text('filled_to').notNull().default(''),
    askedAt: at('asked_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.slot] }),
    uniqueIndex('retention_rollups_shape').on(
      ...[t.workspaceId, t.startEvent, t.returnEvent, t.cohort, t.clock, t.unit],
    ),
  ],
);

/** Up to which event the kept reports are counted. The row's lock makes one worker their only writer. */
export const retentionProgress = pgTable(
  'retention_progress',
  {
    workspaceId: workspaceId().primaryKey(),
    /** Null until the first report knows where to go on from. */
    cursor: bigint('cursor', { mode: 'number' }),
    asOf: at('as_of').notNull(),
    dueAt: at('due_at').notNull(),
  },
  (t) => [index('retention_progress_due').on(t.dueAt)],
);

/** What each person adds to a kept report, so that it can be taken off again when more becomes known. */
export const retentionMembers = pgTable(
  'retention_members',
  {
    workspaceId: ownWorkspaceId(),
    slot: smallint('slot').notNull(),
    customerId: ref('cus', 'customer_id').notNull(),
    cohort: integer('cohort').notNull(),
    /** The periods in which they came back, in order; 0 is the cohort's own. */
    returned: integer('returned').array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.slot, t.customerId, t.cohort] })],
);

/** The kept report itself: people by cohort and period. */
export const retentionCounts = pgTable(
  'retention_counts',
  {
    workspaceId: ownWorkspaceId(),
    slot: smallint('slot').notNull(),
    cohort: integer('cohort').notNull(),
    /** size: in the cohort; on: came back in that period; last: came back in it, and in no later one. */
    kind: text('kind').$type<'size' | 'on' | 'last'>().notNull(),
    period: integer('period').notNull(),
    people: integer('people').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.slot, t.cohort, t.kind, t.period] })],
);

/** Whose history changed otherwise than by an event behind the cursor, or will when an event's time comes. */
export const retentionStale = pgTable(
  'retention_stale',
  {
    workspaceId: ownWorkspaceId(),
    id: bigint('id', { mode: 'number' }).notNull().generatedByDefaultAsIdentity(),
    customerId: ref('cus', 'customer_id').notNull(),
    dueAt: at('due_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('retention_stale_due').on(t.workspaceId, t.dueAt),
  ],
);
