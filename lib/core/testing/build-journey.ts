// Journeys for tests, written as the line they draw: journey().trigger('Signed up').delay(1, 'days').email('Hello').
import type { Condition } from '../condition/condition';
import type { DurationUnit } from '../duration';
import type { NodeId, Program } from '../engine/program';
import { compile } from '../journey/compile';
import { type Edge, JourneyDocument } from '../journey/document';
import type { ExitRef } from '../journey/graph';
import type { NodeType } from '../nodes/registry';

type Path = (line: Line) => unknown;
type Ways = Readonly<Record<string, Path>>;

interface Drawing {
  readonly nodes: { id: NodeId; type: NodeType; data: unknown }[];
  readonly edges: Edge[];
}

/** A line being drawn: each node is put at the open end, and the line goes on at the node's last exit. */
export class Line {
  constructor(
    private readonly drawing: Drawing,
    private open: ExitRef | null,
    private readonly reentry: 'once' | 'unlimited',
  ) {}

  /** Any node. `exits` are its exits in order; `ways` draws what follows at those that are not the last. */
  add(type: NodeType, data: unknown, exits: readonly string[], ways: Ways = {}): Line {
    const id: NodeId = `nod_${this.drawing.nodes.length + 1}`;
    this.drawing.nodes.push({ id, type, data });
    if (this.open !== null) this.drawing.edges.push({ ...this.open, to: id });
    for (const [exit, path] of Object.entries(ways)) {
      path(new Line(this.drawing, { from: id, exit }, this.reentry));
    }
    const last = exits.at(-1);
    this.open = last === undefined ? null : { from: id, exit: last };
    return this;
  }

  trigger(event: string, data: { filter?: Condition; key?: string[]; acceptsLate?: boolean } = {}): Line {
    this.open = null;
    return this.add('event-trigger', { event, ...data }, ['next']);
  }

  delay(amount: number, unit: DurationUnit): Line {
    return this.add('delay', { amount, unit }, ['next']);
  }

  /** The line goes on at the timeout; `happened` draws the other way. */
  waitFor(
    event: string,
    data: { hours: number; filter?: Condition; key?: string[] },
    happened: Path = () => undefined,
  ) {
    const { hours, ...match } = data;
    const timeout = { amount: hours, unit: 'hours' };
    return this.add('wait-for-event', { event, ...match, timeout }, ['happened', 'timeout'], { happened });
  }

  /** One branch `yes`; the line goes on at `otherwise`. */
  branch(condition: Condition, yes: Path = () => undefined): Line {
    return this.add('branch', { branches: [{ id: 'yes', condition }] }, ['yes', 'otherwise'], { yes });
  }

  email(subject: string, data: { maxLatenessHours?: number } = {}): Line {
    return this.add('send-email', { subject, body: subject, ...data }, ['next']);
  }

  sms(text: string): Line {
    return this.add('send-sms', { text }, ['next']);
  }

  webhook(url: string): Line {
    return this.add('call-webhook', { url }, ['next']);
  }

  set(attribute: string, value: string | number | boolean): Line {
    return this.add('set-attribute', { attribute, value }, ['next']);
  }

  exit(): Line {
    return this.add('exit', {}, []);
  }

  document(): JourneyDocument {
    return JourneyDocument.parse({ format: 1, ...this.drawing, settings: { reentry: this.reentry } });
  }

  program(): Program {
    const { program, problems } = compile(this.document());
    if (program === null) throw new Error(`Does not compile: ${JSON.stringify(problems)}`);
    return program;
  }
}

export function journey(reentry: 'once' | 'unlimited' = 'unlimited'): Line {
  return new Line({ nodes: [], edges: [] }, null, reentry);
}
