// E-mail addresses and phone numbers in the one spelling under which they identify a customer.
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

const EMAIL = /^[^\s@]+@[^\s@]+$/;
/** Longest path an SMTP server has to accept. */
const MAX_EMAIL_LENGTH = 254;

/** Trimmed, in lower case; null where it cannot be an address. Dots and plus parts stay: to us they are other mailboxes. */
export function normalEmail(text: string): string | null {
  const email = text.trim().toLowerCase();
  return email.length <= MAX_EMAIL_LENGTH && EMAIL.test(email) ? email : null;
}

/** E.164; null where the number has no country or cannot exist. Possible is enough: numbering plans move faster than tables. */
export function normalPhone(text: string): string | null {
  if (text.length > 40) return null;
  const number = parsePhoneNumberFromString(text);
  return number?.isPossible() ? number.number : null;
}
