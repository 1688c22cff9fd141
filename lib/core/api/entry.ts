// Letting people into a journey from outside: one by one by a program, or many by a list.
import { z } from 'zod';
import { idOf } from '../id';
import { JsonObjectSchema } from '../json';
import { textUpTo } from '../text';
import { ImportReport } from './import';
import { Instant } from './page';

const NodeId = idOf('nod')
  .optional()
  .describe('The step to enter at. Needed only where the journey has several of this kind.');

const Person = textUpTo(500).trim().min(1);

export const EnterBody = z
  .strictObject({
    userId: Person.optional(),
    customerId: idOf('cus').optional(),
    email: Person.optional(),
    nodeId: NodeId,
    properties: JsonObjectSchema.default({}).describe('What the journey may read, as of an event.'),
    key: textUpTo(200)
      .min(1)
      .optional()
      .describe('Tells parallel passages of one customer apart; the trigger reads it as the property key.'),
    idempotencyKey: textUpTo(200).min(1).describe('A repeat under the same key has no second effect.'),
  })
  .refine(
    ({ userId, customerId, email }) =>
      [userId, customerId, email].filter((given) => given !== undefined).length === 1,
    'must name the person by one of userId, customerId or email',
  );

export type EnterJourney = z.infer<typeof EnterBody> & { id: z.infer<typeof JourneyId> };
const JourneyId = idOf('jrn');

export const Entered = z.object({
  customerId: idOf('cus'),
  nodeId: idOf('nod'),
  isRepeat: z.boolean().describe('Whether this key was used before: then nothing happened now.'),
});
export type Entered = z.infer<typeof Entered>;

export const EntryList = z.object({
  id: idOf('lst'),
  journeyId: idOf('jrn'),
  nodeId: idOf('nod'),
  name: z.string(),
  total: z.number().int(),
  worked: z.number().int().describe('How many rows were worked off so far.'),
  unknown: z.number().int().describe('How many of them named nobody we know.'),
  unknownPeople: z.array(z.string()).describe('The first 100 of them, as the list has them.'),
  createdBy: z.string(),
  createdAt: Instant,
  endedAt: Instant.nullable(),
});
export type EntryList = z.infer<typeof EntryList>;

export const EntryLists = z.object({ data: z.array(EntryList) });
export type EntryLists = z.infer<typeof EntryLists>;

const MAX_LIST_ROWS = 10_000;
const ListName = textUpTo(120).trim().min(1);

export const EntryRow = z.strictObject({
  person: Person.describe('A userId, an e-mail address, or our id.'),
  properties: JsonObjectSchema.default({}),
});
export type EntryRow = z.infer<typeof EntryRow>;

export const AddPeopleBody = z.strictObject({
  name: ListName,
  nodeId: NodeId,
  people: z.array(EntryRow).min(1).max(MAX_LIST_ROWS),
});
export type AddPeople = z.infer<typeof AddPeopleBody> & { id: z.infer<typeof JourneyId> };

export const ImportPeopleQuery = z.strictObject({ name: ListName, nodeId: NodeId });
export type ImportPeople = z.infer<typeof ImportPeopleQuery> & { id: z.infer<typeof JourneyId> };

export const ImportedPeople = z.object({ list: EntryList, ...ImportReport.shape });
export type ImportedPeople = z.infer<typeof ImportedPeople>;
