// The environment of a server under fault: time can be moved, mail goes to our sink.
export interface Surroundings {
  readonly folder: string;
  readonly mailUrl: string;
  /** Null for the embedded database. */
  readonly databaseUrl: string | null;
}

export function environment({ folder, mailUrl, databaseUrl }: Surroundings): Record<string, string> {
  return {
    DATA_DIR: folder,
    SECRET_KEY: '7'.repeat(64),
    SMTP_URL: mailUrl,
    ALLOW_TIME_TRAVEL: '1',
    ALLOW_HTTP_WEBHOOKS: '1',
    OUTGOING_ALLOW_HOSTS: '127.0.0.1',
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  };
}
