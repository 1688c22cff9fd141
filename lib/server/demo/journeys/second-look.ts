// Ready journey with an experiment: two days after an order one of two letters, to learn which one makes people look again.
import { attribute, drawing, likesTexts, shopLink } from './drawing';

const arms = [
  { id: 'a', name: 'How to care for it', percent: 50 },
  { id: 'b', name: 'What goes with it', percent: 50 },
];

export const secondLook = drawing(
  'A letter after the order',
  'once',
  [
    {
      id: 'nod_start',
      type: 'event-trigger',
      name: 'An order',
      data: {
        event: 'Order Completed',
        filter: { type: 'none', of: [attribute('open_complaints', 'greater-than', 0)] },
      },
    },
    { id: 'nod_unpack', type: 'delay', name: 'Let them unpack', data: { amount: 2, unit: 'days' } },
    {
      id: 'nod_test',
      type: 'experiment-split',
      name: 'Which letter makes them look again?',
      data: {
        arms,
        design: {
          hypothesis:
            'Showing what goes with their order brings more people back to the shop than care tips do.',
          differs: 'message',
          metric: { event: 'Product Viewed', windowHours: 72 },
          smallestLift: 80,
          days: 56,
          onWinner: 'ask',
        },
      },
    },
    {
      id: 'nod_care',
      type: 'send-email',
      name: 'Care tips',
      data: {
        subject: 'So that it lasts: how to care for what you chose',
        preheader: 'Two minutes that add years.',
        body: `Hello {{ customer.first_name | default: "there" }},

our makers build things to last, and a little care does the rest:

- **Linen** likes a cool wash and a breeze, and never the dryer.
- **Stoneware** may go into the oven, but not from the fridge.
- **Candles** burn evenly when the wick is short.

Nell from Meadow & Main`,
        button: { label: 'Read the care guide', url: shopLink('/care', 'second-look') },
      },
    },
    {
      id: 'nod_companions',
      type: 'send-email',
      name: 'What goes with it',
      data: {
        subject: 'What others put beside {{ event.products.first.name | default: "it" }}',
        preheader: 'Three things that go with what you chose.',
        body: `Hello {{ customer.first_name | default: "there" }},

{% if event.products.size == 1 %}your {{ event.products.first.name }}{% else %}what you chose{% endif %} is on its way, or on your table already. People who have it tell us what they put beside it, and we keep a shelf with just that.

Have a look, there is no hurry.

Nell from Meadow & Main`,
        button: { label: 'See what goes with it', url: shopLink('/companions', 'second-look') },
      },
    },
    {
      id: 'nod_back',
      type: 'wait-for-event',
      name: 'Do they look again?',
      data: { event: 'Email Link Clicked', timeout: { amount: 4, unit: 'days' } },
    },
    { id: 'nod_looked', type: 'exit', name: 'They did', data: {} },
    likesTexts,
    {
      id: 'nod_text',
      type: 'send-sms',
      name: 'One short text',
      data: {
        text: 'Meadow & Main: {{ customer.first_name | default: "hello" }}, how do you like what you chose? Care tips and what goes with it are on our page. Reply STOP to opt out.',
      },
    },
    { id: 'nod_rest', type: 'exit', name: 'Leave them in peace', data: {} },
  ],
  [
    'start -> unpack',
    'unpack -> test',
    'test.a -> care',
    'test.b -> companions',
    'care -> back',
    'companions -> back',
    'back.happened -> looked',
    'back.timeout -> channel',
    'channel.sms -> text',
    'channel.otherwise -> rest',
    'text -> rest',
  ],
);
