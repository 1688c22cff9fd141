// Where Twilio reports what became of a message, and hands over what customers text back.
import { answerTwilio } from '@/lib/server/channels/sms/answer-twilio';

export async function POST(
  request: Request,
  { params }: { params: Promise<{ connectionId: string; kind: string }> },
): Promise<Response> {
  const { connectionId, kind } = await params;
  return answerTwilio(request, connectionId, kind);
}
