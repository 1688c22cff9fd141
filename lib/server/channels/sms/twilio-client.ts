// The HTTP client under Twilio's SDK: our guarded requests instead of its own sockets, and another origin if one is set.
import sdk from 'twilio';
import type RequestClient from 'twilio/lib/base/RequestClient';
import type Response from 'twilio/lib/http/response';
import { sendRequest } from '../../outgoing/request';
import { retryAfterMs } from '../../outgoing/retry-after';

/** The request got no answer at all. */
export class NoAnswer extends Error {
  constructor(
    message: string,
    readonly mayHaveArrived: boolean,
  ) {
    super(message);
  }
}

export class GuardedClient extends sdk.RequestClient {
  /** What the last answer asked for by Retry-After. */
  retryAfterMs: number | null = null;

  constructor(private readonly baseUrl: string | null) {
    super();
  }

  override async request<Data>(options: RequestClient.RequestOptions<Data>): Promise<Response<Data>> {
    const { username = '', password = '', headers = {}, data } = options;
    const outcome = await sendRequest({
      method: 'POST',
      url: this.rebased(options.uri),
      headers: {
        ...headers,
        authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
      },
      // The SDK hands over the form as an object of texts.
      body: new URLSearchParams(data as Record<string, string>).toString(),
    });
    if (outcome.kind !== 'answered')
      throw new NoAnswer(outcome.detail, outcome.kind === 'failed' && outcome.mayHaveArrived);
    this.retryAfterMs = retryAfterMs(outcome.headers['retry-after']);
    return {
      statusCode: outcome.status,
      body: outcome.body as Data, // the SDK parses the text itself
      headers: outcome.headers,
      toString: () => `HTTP ${outcome.status}`,
    };
  }

  private rebased(uri: string): string {
    if (!this.baseUrl) return uri;
    const { pathname, search } = new URL(uri);
    return `${this.baseUrl.replace(/\/$/, '')}${pathname}${search}`;
  }
}
