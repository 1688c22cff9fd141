// The provider connections of a workspace: what Settings edits and shows. Secrets go in and never come out.
import { z } from 'zod';
import { idOf } from '../id';
import { textUpTo } from '../text';
import { Channel } from './message';
import { Instant } from './page';

/** One line: nothing that could end a header or an SMTP command. */
const line = (max: number) =>
  textUpTo(max)
    .regex(/^\P{Cc}*$/u, 'must be one line')
    .trim();
const EmailAddress = z.email('must be an e-mail address').max(254);
const HostName = line(253).regex(/^[a-z0-9.:_-]+$/i, 'must be a host name such as smtp.example.com');

/** Who e-mails come from, and where replies go. */
export const EmailSender = z.strictObject({
  fromName: line(80).min(1),
  fromAddress: EmailAddress,
  replyTo: EmailAddress.nullable().default(null),
  /** Shown at the foot of every marketing e-mail; many countries ask for a postal address there. */
  postalAddress: textUpTo(300).trim().default(''),
});
export type EmailSender = z.infer<typeof EmailSender>;

/** `server` null sends through the operator's SMTP_URL. */
export const SmtpConfig = EmailSender.extend({
  server: z
    .strictObject({
      host: HostName,
      port: z.number().int().min(1).max(65_535).default(587),
      /** tls from the first byte (465), starttls required (587), or none for a relay next door. */
      security: z.enum(['tls', 'starttls', 'none']).default('starttls'),
      username: line(200).default(''),
    })
    .nullable(),
  dkim: z
    .strictObject({ domain: HostName, selector: line(63).min(1) })
    .nullable()
    .default(null),
});
export type SmtpConfig = z.infer<typeof SmtpConfig>;

/** `from` is an E.164 number, a short code or a sender name; or a messaging service chooses the number. */
export const TwilioConfig = z
  .strictObject({
    accountSid: z.string().regex(/^AC[0-9a-f]{32}$/, 'must look like AC and 32 hexadecimal digits'),
    from: line(20).default(''),
    messagingServiceSid: z
      .string()
      .regex(/^(MG[0-9a-f]{32})?$/, 'must look like MG and 32 hexadecimal digits')
      .default(''),
    /** Another server that speaks Twilio's API, e.g. a regional edge or an emulator. */
    baseUrl: z
      .url({ protocol: /^https?$/ })
      .nullable()
      .default(null),
  })
  .refine(({ from, messagingServiceSid }) => from !== '' || messagingServiceSid !== '', {
    path: ['from'],
    message: 'needs a sender: a number or a messaging service',
  });
export type TwilioConfig = z.infer<typeof TwilioConfig>;

const SmtpSecret = z.strictObject({
  password: z.string().max(1000).optional(),
  dkimPrivateKey: z.string().max(10_000).optional(),
});
export const TwilioSecret = z.strictObject({ authToken: z.string().min(1).max(200) });
/** The signing secret of webhooks, as Standard Webhooks spells it; left out, one is made. */
export const WebhookSecret = z.strictObject({
  signingSecret: z.string().regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/, 'must look like whsec_…'),
});

/** A secret left out keeps the stored one, as long as the server it belongs to stays the same. */
export const SaveConnection = z.discriminatedUnion('provider', [
  z.strictObject({
    provider: z.literal('smtp'),
    channel: z.literal('email'),
    config: SmtpConfig,
    secret: SmtpSecret.optional(),
  }),
  z.strictObject({
    provider: z.literal('twilio'),
    channel: z.literal('sms'),
    config: TwilioConfig,
    secret: TwilioSecret.optional(),
  }),
  z.strictObject({
    provider: z.literal('http'),
    channel: z.literal('webhook'),
    config: z.strictObject({}),
    secret: WebhookSecret.optional(),
  }),
  /** Messages are rendered and kept on the Messages page; nothing leaves. */
  z.strictObject({
    provider: z.literal('sandbox'),
    channel: Channel,
    config: z.strictObject({ sender: EmailSender.nullable().default(null) }),
  }),
]);
export type SaveConnection = z.infer<typeof SaveConnection>;

export const ConnectionDetail = z.object({
  /** Null where nothing was saved: the sandbox, or SMTP_URL of the environment. */
  id: idOf('con').nullable(),
  channel: Channel,
  provider: z.enum(['smtp', 'twilio', 'http', 'sandbox']),
  config: z.record(z.string(), z.unknown()),
  /** Names of the secrets that are stored, never their values. */
  secrets: z.array(z.string()),
  /** Where the provider must call us: Twilio's status and inbound addresses. */
  callbacks: z.object({ status: z.string(), inbound: z.string() }).nullable(),
  updatedAt: Instant.nullable(),
});
export type ConnectionDetail = z.infer<typeof ConnectionDetail>;

/** What saving answers: the connection, and the signing secret in the one moment when it is made. */
export const SavedConnection = z.object({
  connection: ConnectionDetail,
  signingSecret: z.string().nullable(),
});
export type SavedConnection = z.infer<typeof SavedConnection>;

export const SendTest = z.strictObject({ channel: Channel, to: line(2000).min(1) });
export type SendTest = z.infer<typeof SendTest>;
