// Puts one e-mail together: the author's texts with the customer's values, framed, with the headers of bulk mail.

import { isLinkAllowed } from '@/lib/core/link';
import { sendEmail } from '@/lib/core/nodes/send-email';
import { ok, type Result, refuse } from '@/lib/core/result';
import type { Order, RenderProblem } from '../channel';
import { parsePayload, variablesFor } from '../payload';
import { oneLine, renderParts } from '../render-parts';
import { wording } from '../wording';
import type { EmailContent } from './content';
import { layOut } from './layout';
import { prepareBody } from './markdown';
import { sanitiseBody } from './sanitise';
import { senderOf } from './sender';

type Texts = Record<'subject' | 'preheader' | 'html' | 'text' | 'label' | 'url', string>;

export async function renderEmail(order: Order): Promise<Result<EmailContent, RenderProblem>> {
  const payload = parsePayload(sendEmail.data, order.payload);
  const { data } = payload;
  const body = prepareBody(data.body);
  const rendered = await renderParts(
    {
      subject: { source: data.subject, into: 'text' },
      preheader: { source: data.preheader, into: 'text' },
      html: { source: body.html, into: 'html' },
      text: { source: body.text, into: 'text' },
      label: { source: data.button?.label ?? '', into: 'text' },
      url: { source: data.button?.url ?? '', into: 'text' },
    },
    variablesFor(order, payload),
  );
  if (!rendered.ok) return rendered;
  const texts = rendered.value;
  const subject = oneLine(texts.subject);
  if (subject === '')
    return refuse({ code: 'render-failed', message: 'The subject is empty for this customer' });
  const button = data.button ? { label: oneLine(texts.label), url: texts.url.trim() } : null;
  if (button && !isLinkAllowed(button.url))
    return refuse({ code: 'render-failed', message: 'The button leads nowhere for this customer' });
  return ok(assemble(order, { ...texts, subject }, button, data.kind === 'marketing'));
}

function assemble(
  order: Order,
  texts: Texts,
  button: { label: string; url: string } | null,
  isMarketing: boolean,
): EmailContent {
  const { workspace, connection, unsubscribeUrl } = order;
  const sender = senderOf(connection, workspace);
  const words = wording(workspace.locale);
  const footer = {
    reason: words('email.reason', { brand: workspace.name }),
    unsubscribe: words('email.link'),
    unsubscribeUrl,
  };
  const html = layOut({
    locale: workspace.locale,
    brand: workspace.name,
    subject: texts.subject,
    preheader: oneLine(texts.preheader),
    bodyHtml: sanitiseBody(texts.html),
    button,
    footer: isMarketing ? footer : null,
    postalAddress: sender.postalAddress,
  });
  const text = [
    texts.text
      .replace(/\n{3,}/g, '\n\n')
      // A loop around one list item leaves a blank line after each.
      .replace(/^(- .*)\n\n(?=- )/gm, '$1\n')
      .trim(),
    button && `${button.label}: ${button.url}`,
    isMarketing && `${footer.reason}\n${footer.unsubscribe}: ${unsubscribeUrl}`,
    sender.postalAddress,
  ];
  return {
    from: { name: sender.fromName, address: sender.fromAddress },
    replyTo: sender.replyTo,
    subject: texts.subject,
    html,
    text: `${text.filter(Boolean).join('\n\n')}\n`,
    headers: headersOf(order, isMarketing),
  };
}

/** RFC 8058 one-click for marketing; Feedback-ID so that complaints can be told apart by journey. */
function headersOf({ workspace, journey, nodeId, unsubscribeUrl }: Order, isMarketing: boolean) {
  return {
    'Feedback-ID': `${nodeId}:${journey.id}:${workspace.id}:throughline`,
    ...(isMarketing && {
      'List-Unsubscribe': `<${unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  };
}
