// The frame of every e-mail: brand, content, button, footer. Tables and inline styles for old mail programs, a style
// sheet for phones and dark mode.
import { escapeHtml } from './escape-html';

export interface LayoutParts {
  readonly locale: string;
  readonly brand: string;
  readonly subject: string;
  readonly preheader: string;
  /** Sanitised HTML; everything else here is plain text. */
  readonly bodyHtml: string;
  readonly button: { readonly label: string; readonly url: string } | null;
  /** Null for e-mails nobody can unsubscribe from, such as a receipt. */
  readonly footer: {
    readonly reason: string;
    readonly unsubscribe: string;
    readonly unsubscribeUrl: string;
  } | null;
  readonly postalAddress: string;
}

const FONT = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

const SHEET = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (max-width:600px){.card{padding:28px 20px!important;border-radius:0!important}.outer{padding:0!important}}
@media (prefers-color-scheme:dark){.page{background:#11141a!important}.card{background:#1b2029!important}
.ink{color:#eef1f6!important}.quiet,.quiet a{color:#9aa5b5!important}.link{color:#74cfd8!important}
.button{background:#74cfd8!important;color:#11141a!important}}`;

export function layOut(parts: LayoutParts): string {
  return `<!doctype html>
<html lang="${escapeHtml(parts.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(parts.subject)}</title>
<style>${SHEET}</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f2f4f8">
${preheaderOf(parts.preheader)}<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f2f4f8">
<tr><td class="outer" align="center" style="padding:32px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px">
<tr><td class="card ink" style="padding:40px;background:#ffffff;border-radius:14px;color:#1c2430;${FONT};font-size:16px;line-height:1.55">
<p class="ink" style="margin:0 0 28px;font-size:15px;font-weight:700;letter-spacing:.01em;color:#1c2430">${escapeHtml(parts.brand)}</p>
${parts.bodyHtml}
${buttonOf(parts.button)}</td></tr>
${footerOf(parts)}</table>
</td></tr>
</table>
</body>
</html>
`;
}

/** Shown after the subject in the list of mails, nowhere else; the blanks keep the body from following it there. */
function preheaderOf(text: string): string {
  if (text === '') return '';
  const hidden =
    'display:none;max-height:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:transparent';
  return `<div style="${hidden}">${escapeHtml(text)}${'&#847;&zwnj;&nbsp;'.repeat(40)}</div>\n`;
}

function buttonOf(button: LayoutParts['button']): string {
  if (!button) return '';
  const look = `display:inline-block;padding:13px 26px;border-radius:9px;background:#0b616e;color:#ffffff;${FONT};font-size:16px;font-weight:600;text-decoration:none`;
  return `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:12px 0 8px"><tr><td>
<a class="button" href="${escapeHtml(button.url)}" style="${look}">${escapeHtml(button.label)}</a>
</td></tr></table>
`;
}

function footerOf({ footer, postalAddress }: LayoutParts): string {
  const lines: string[] = [];
  if (footer) {
    const link = `<a href="${escapeHtml(footer.unsubscribeUrl)}" style="color:#5d6878;text-decoration:underline">${escapeHtml(footer.unsubscribe)}</a>`;
    lines.push(`${escapeHtml(footer.reason)} ${link}`);
  }
  if (postalAddress) lines.push(escapeHtml(postalAddress).replaceAll('\n', '<br>'));
  if (lines.length === 0) return '';
  return `<tr><td class="quiet" align="center" style="padding:24px 24px 0;color:#5d6878;${FONT};font-size:13px;line-height:1.5">
${lines.join('<br><br>')}
</td></tr>
`;
}
