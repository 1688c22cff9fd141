// The sending rules in plain words, as they would hold.
import { useFormatter, useTranslations } from 'next-intl';
import type { RulesDraft } from './rules-draft';
import { type CapDraft, capOf } from './rules-draft';

/** Null where a rule is not filled in far enough to say it. */
export function useCapSentence(): (cap: CapDraft) => string | null {
  const t = useTranslations('sending.caps.sentence');
  const channels = useTranslations('sending.channelsInSentence');
  return (draft) => {
    const { channel, category, limit, perHours, whenReached } = capOf(draft);
    if (!Number.isInteger(limit) || !Number.isInteger(perHours) || limit < 1 || perHours < 1) return null;
    const window =
      perHours % 24 === 0 ? t('days', { count: perHours / 24 }) : t('hours', { count: perHours });
    const count = limit;
    const what = channel === null ? t('what', { count }) : t('whatBy', { count, channel: channels(channel) });
    const most = category === null ? t('most', { what, window }) : t('mostOf', { what, window, category });
    return `${most} ${t(whenReached)}`;
  };
}

export function useQuietSentence(): (quiet: RulesDraft['quietHours']) => string {
  const t = useTranslations('sending.quiet');
  const channels = useTranslations('sending.channelsInSentence');
  const format = useFormatter();
  return ({ isOn, from, to, channels: chosen }) => {
    if (!isOn || chosen.length === 0) return t('off');
    const names = format.list(chosen.map((channel) => channels(channel)));
    return t('sentence', { from, to, channels: names });
  };
}
