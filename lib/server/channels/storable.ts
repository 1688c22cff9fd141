// Text from templates and providers, made fit for jsonb: a filter may cut an emoji in half, a server may answer garbage.
export function storable(text: string): string {
  return text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\ufffd');
}
