// Ready journey: a letter in the newcomer's language, then a nudge on the channel they prefer, unless they have ordered.
import { languages } from '../shop/places';
import { attribute, drawing, shopLink } from './drawing';
import { welcomeLetters } from './welcome-letters';

const names = { en: 'English', es: 'Spanish', pt: 'Portuguese', it: 'Italian', ro: 'Romanian', cs: 'Czech' };
const others = languages.filter((language) => language !== 'en');

const letters = languages.map((language) => {
  const { button, ...letter } = welcomeLetters[language];
  const url = shopLink('/', 'welcome');
  return {
    id: `nod_letter_${language}`,
    type: 'send-email',
    name: `Welcome in ${names[language]}`,
    data: { ...letter, button: { label: button, url } },
  } as const;
});

export const welcome = drawing(
  'Welcome',
  'once',
  [
    { id: 'nod_start', type: 'event-trigger', name: 'Somebody signs up', data: { event: 'Signed Up' } },
    { id: 'nod_breath', type: 'delay', name: 'Let them look around', data: { amount: 1, unit: 'minutes' } },
    {
      id: 'nod_language',
      type: 'branch',
      name: 'Which language?',
      data: {
        branches: others.map((language) => ({
          id: language,
          name: names[language],
          condition: attribute('language', 'equals', language),
        })),
      },
    },
    ...letters,
    {
      id: 'nod_order',
      type: 'wait-for-event',
      name: 'Wait for a first order',
      data: { event: 'Order Completed', timeout: { amount: 2, unit: 'days' } },
    },
    {
      id: 'nod_won',
      type: 'set-attribute',
      name: 'Remember that it worked',
      data: { attribute: 'welcome_outcome', value: 'ordered' },
    },
    {
      id: 'nod_channel',
      type: 'branch',
      name: 'How do they like to hear from us?',
      data: {
        branches: [
          { id: 'sms', name: 'By text message', condition: attribute('preferred_channel', 'equals', 'sms') },
        ],
      },
    },
    {
      id: 'nod_text',
      type: 'send-sms',
      name: 'Short reminder',
      data: {
        text: 'Hi {{ customer.first_name | default: "there" }}, your 10 % at Meadow & Main is still waiting: WELCOME10, for 12 more days. Reply STOP to opt out.',
      },
    },
    {
      id: 'nod_favourites',
      type: 'send-email',
      name: 'What others start with',
      data: {
        subject: 'Where most people start',
        preheader: 'Three things our customers come back for, and your 10 % still stands.',
        body: `Hello {{ customer.first_name | default: "there" }},

people often ask us what to begin with. These three leave the shop more than anything else:

- **Mug in oatmeal glaze**, thrown in the Alentejo
- **Washed linen pillowcase**, softer with every wash
- **Fig leaf scented candle**, for the first evening at home

Your **WELCOME10** is good for 12 more days.

Nell from Meadow & Main`,
        button: { label: 'See the favourites', url: shopLink('/favourites', 'welcome') },
      },
    },
  ],
  [
    'start -> breath',
    'breath -> language',
    ...others.map((language) => `language.${language} -> letter_${language}`),
    'language.otherwise -> letter_en',
    ...languages.map((language) => `letter_${language} -> order`),
    'order.happened -> won',
    'order.timeout -> channel',
    'channel.sms -> text',
    'channel.otherwise -> favourites',
  ],
);
