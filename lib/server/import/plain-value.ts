// A cell of a file as the value it stands for.

/** Numbers become numbers, so that conditions can compare them; codes with digits only stay what they are. */
export function plainValue(name: string, text: string): string | number {
  if (/(id|code|zip|number|no|phone)$/i.test(name)) return text;
  return /^-?(0|[1-9]\d{0,14})(\.\d{1,10})?$/.test(text) ? Number(text) : text;
}
