// The schemas that more than one endpoint speaks of, by the name they have in the OpenAPI document.
import { z } from 'zod';
import * as coupon from '@/lib/core/api/coupon';
import * as customer from '@/lib/core/api/customer';
import { allEndpoints } from '@/lib/core/api/endpoints';
import { EntryList } from '@/lib/core/api/entry';
import * as event from '@/lib/core/api/event';
import { exampleJourney } from '@/lib/core/api/example-journey';
import { ExperimentDetail, ExperimentSummary } from '@/lib/core/api/experiment';
import * as journey from '@/lib/core/api/journey';
import * as journeyTest from '@/lib/core/api/journey-test';
import * as message from '@/lib/core/api/message';
import type { JsonSchema } from '@/lib/core/api/open-api';
import { ApiError } from '@/lib/core/api/page';
import * as product from '@/lib/core/api/product';
import { SegmentDetail, SegmentSummary } from '@/lib/core/api/segment';
import { TaskEntry } from '@/lib/core/api/task';
import { TimelineEntry } from '@/lib/core/api/timeline';
import * as version from '@/lib/core/api/version';
import { Condition, EventTest, ProductTest, SegmentTest, Test } from '@/lib/core/condition/condition';
import { JourneyDocument, JourneyNode } from '@/lib/core/journey/document';
import { DraftChange } from '@/lib/core/journey/draft-change';
import { PublishPlan } from '@/lib/core/journey/publish-plan';
import { Forecast } from '@/lib/core/journey/resume-forecast';
import { ResumePlan } from '@/lib/core/journey/resume-plan';
import { MoveCounts } from '@/lib/core/journey/tally-moves';
import { JourneyTest } from '@/lib/core/journey-test/journey-test';
import { JsonSchema as AnyJson } from '@/lib/core/json';
import { nodeSchemas } from '@/lib/core/nodes/registry';

const named: Record<string, z.ZodType> = {
  ApiError,
  Condition,
  CouponPool: coupon.CouponPool,
  CustomerDetail: customer.CustomerDetail,
  CustomerSummary: customer.CustomerSummary,
  DecisionEntry: customer.DecisionEntry,
  DeliveryEntry: message.DeliveryEntry,
  DoesNotCompile: journey.DoesNotCompile,
  DraftChange,
  EntryList,
  EventEntry: event.EventEntry,
  EventName: event.EventName,
  EventTest,
  ExperimentDetail,
  ExperimentSummary,
  Forecast,
  Identifier: customer.Identifier,
  JourneyDetail: journey.JourneyDetail,
  JourneyDocument,
  JourneyNode,
  JourneyStanding: journey.JourneyStanding,
  JourneySummary: journey.JourneySummary,
  JourneyTest,
  JourneyTestEntry: journeyTest.JourneyTestEntry,
  JourneyTestResult: journeyTest.JourneyTestResult,
  Json: AnyJson,
  MessageDetail: message.MessageDetail,
  MessageSummary: message.MessageSummary,
  MoveCounts,
  NodeCounts: journey.NodeCounts,
  ProblemEntry: journey.ProblemEntry,
  ProductEntry: product.ProductEntry,
  ProductRef: product.ProductRef,
  ProductTest,
  PublishPlan,
  ResumePlan,
  SegmentDetail,
  SegmentSummary,
  SegmentTest,
  StaleDraft: journey.StaleDraft,
  TestsFailing: journeyTest.TestsFailing,
  TaskEntry,
  TimelineEntry,
  ValueTest: Test,
  VersionSummary: version.VersionSummary,
};

const capitalised = (text: string) =>
  text.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase());

function register() {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  for (const schema of nodeSchemas)
    registry.add(schema, { id: `${capitalised(schema.shape.type.value)}Node` });
  for (const { name, body, reply, tag } of allEndpoints) {
    if (tag === 'Development') continue;
    if (body && !registry.has(body)) registry.add(body, { id: `${capitalised(name)}Body` });
    if (!registry.has(reply)) registry.add(reply, { id: `${capitalised(name)}Reply` });
  }
  return registry;
}

const registry = register();
const uri = (id: string) => `#/components/schemas/${id}`;

/** A reference to a schema that has a name. */
export function refTo(schema: z.ZodType): JsonSchema {
  const id = registry.get(schema)?.id;
  if (id === undefined) throw new Error('a schema of the API has no name in the OpenAPI document');
  return { $ref: uri(id) };
}

/** All of them. Requests and answers share a component, so it says what may be sent: defaults may be left out. */
export function componentSchemas(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri });
  return Object.fromEntries(
    Object.entries(schemas)
      // zod's type of a schema is wider than the part of the dialect it writes and we read.
      .map(
        ([id, { $schema: _dialect, $id: _address, ...schema }]) =>
          [id, withExample(id, schema as JsonSchema)] as const,
      )
      .sort(([a], [b]) => a.localeCompare(b)),
  );
}

const examples: Readonly<Record<string, unknown>> = {
  JourneyDocument: exampleJourney,
  JourneyStanding: {
    id: 'jrn_0mws5w8xu1600e70',
    state: 'live',
    version: 1,
    publishedAt: '2026-03-01T09:30:00.000Z',
  },
  NodeCounts: { nod_started: { waiting: 0, passed: 1250 }, nod_ordered: { waiting: 38, passed: 1212 } },
};

function withExample(id: string, schema: JsonSchema): JsonSchema {
  return examples[id] === undefined ? schema : { ...schema, examples: [examples[id]] };
}
