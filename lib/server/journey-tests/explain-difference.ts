// What differed in a test run, as a sentence for the API, the publish and the command line.
import { createFormatter, createTranslator } from 'next-intl';
import type { JourneyDocument } from '@/lib/core/journey/document';
import { findNode } from '@/lib/core/journey/graph';
import type { Difference } from '@/lib/core/journey-test/difference';
import { type DifferenceWords, differenceText } from '@/lib/core/journey-test/difference-text';
import { spanOf } from '@/lib/core/journey-test/expectation-of';
import canvas from '@/lib/i18n/en/canvas.json';
import journeyTests from '@/lib/i18n/en/journeyTests.json';
import nodes from '@/lib/i18n/en/nodes.json';
import reasons from '@/lib/i18n/en/reasons.json';

const locale = 'en';
const t = createTranslator({ locale, messages: { journeyTests }, namespace: 'journeyTests' });
const typeName = createTranslator({ locale, messages: { nodes }, namespace: 'nodes' });
const reason = createTranslator({ locale, messages: { reasons }, namespace: 'reasons' });
const format = createFormatter({ locale });

export function explainDifference(difference: Difference, document: JourneyDocument): string {
  return differenceText(difference, wordsFor(document));
}

function wordsFor(document: JourneyDocument): DifferenceWords {
  return {
    node: (id) => {
      const node = findNode(document, id);
      return node ? node.name || typeName(`${node.type}.name`) : t('gone');
    },
    exit: (id, exit) => {
      const node = findNode(document, id);
      const paths = node?.type === 'branch' ? node.data.branches : [];
      const name = paths.find((path) => path.id === exit)?.name;
      return name || (isFixed(exit) ? canvas.exits[exit] : exit);
    },
    span: (ms) => {
      const { amount, unit } = spanOf(ms);
      return amount === 0 ? t('span.none') : t(`span.${unit}`, { count: amount });
    },
    channel: (channel) => t(`channels.${channel}`),
    reason: (code) => reason(code),
    outcome: (kind, node, why) =>
      t(`outcomes.${kind}`, { node, reason: why, hasReason: why === '' ? 'no' : 'yes' }),
    fact: (name, value) => t('fact', { name, value: value === 'null' ? t('unset') : value }),
    list: (parts) => format.list(parts),
    sentence: (code, values) => t(`differences.${code}`, values),
  };
}

function isFixed(exit: string): exit is Exclude<keyof typeof canvas.exits, 'path'> {
  return exit !== 'path' && Object.hasOwn(canvas.exits, exit);
}
