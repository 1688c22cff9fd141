// What differed in a test run, as a sentence for the API, the publish and the command line.
import { createFormatter, createTranslator } from 'next-intl';
import type { JourneyDocument } from '@/lib/core/journey/document';
import { findNode } from '@/lib/core/journey/graph';
import type { Difference } from '@/lib/core/journey-test/difference';
import { type DifferenceWords, differenceText } from '@/lib/core/journey-test/difference-text';
import { spanOf } from '@/lib/core/journey-test/expectation-of';
import { catalogues } from '@/lib/i18n/catalogues';
import type canvas from '@/lib/i18n/en/canvas.json';
import { perReader } from '../per-reader';

const wording = perReader((locale) => {
  const messages = catalogues[locale];
  return {
    t: createTranslator({ locale, messages, namespace: 'journeyTests' }),
    typeName: createTranslator({ locale, messages, namespace: 'nodes' }),
    reason: createTranslator({ locale, messages, namespace: 'reasons' }),
    exits: messages.canvas.exits,
    format: createFormatter({ locale }),
  };
});

export function explainDifference(difference: Difference, document: JourneyDocument): string {
  return differenceText(difference, wordsFor(document));
}

function wordsFor(document: JourneyDocument): DifferenceWords {
  const { t, typeName, reason, exits, format } = wording();
  return {
    node: (id) => {
      const node = findNode(document, id);
      return node ? node.name || typeName(`${node.type}.name`) : t('gone');
    },
    exit: (id, exit) => {
      const node = findNode(document, id);
      const paths = node?.type === 'branch' ? node.data.branches : [];
      const name = paths.find((path) => path.id === exit)?.name;
      return name || (isFixed(exit, exits) ? exits[exit] : exit);
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

type Exits = typeof canvas.exits;

function isFixed(exit: string, exits: Exits): exit is Exclude<keyof Exits, 'path'> {
  return exit !== 'path' && Object.hasOwn(exits, exit);
}
