// Ready journey: customers who have not ordered for 90 days are asked back, the loyal ones with a present.
import { attribute, drawing, likesTexts, shopLink } from './drawing';

export const winBack = drawing(
  'Win back',
  'unlimited',
  [
    {
      id: 'nod_start',
      type: 'event-trigger',
      name: '90 days without an order',
      data: {
        event: 'Customer Lapsed',
        filter: { type: 'none', of: [attribute('open_complaints', 'greater-than', 0)] },
      },
    },
    {
      id: 'nod_loyalty',
      type: 'branch',
      name: 'How close were we?',
      data: {
        branches: [
          {
            id: 'close',
            name: 'Gold or silver',
            condition: attribute('loyalty_tier', 'one-of', ['gold', 'silver']),
          },
        ],
      },
    },
    {
      id: 'nod_personal',
      type: 'send-email',
      name: 'A personal letter with a present',
      data: {
        subject: '{{ customer.first_name | default: "Hello" }}, we have missed you',
        preheader: 'Fifteen euros towards whatever you like, from us.',
        body: `Dear {{ customer.first_name | default: "friend" }},

you have chosen {{ customer.orders_count }} parcels from our shelves, and for three months none has left for {{ customer.city | default: "you" }}. We noticed.

Here are **15 euros** towards whatever you like, no minimum: **COMEBACK15**.

{% if customer.favourite_category %}
Much is new in **{{ customer.favourite_category }}**, where you always found something.
{% endif %}

And if we did something wrong, I would rather hear it than lose you. Just answer this letter.

Nell from Meadow & Main`,
        button: { label: 'Spend my 15 euros', url: shopLink('/new', 'win-back') },
      },
    },
    {
      id: 'nod_news',
      type: 'send-email',
      name: 'What is new since then',
      data: {
        subject: 'What has changed while you were away',
        preheader: 'New makers, new glazes, and delivery is on us this week.',
        body: `Hello {{ customer.first_name | default: "there" }},

it has been a while. Since your last order two new potters have joined us, the linen comes in four more colours, and the candle shelf has doubled.

Delivery is **on us this week**, whatever you order. No code needed.

Nell from Meadow & Main`,
        button: { label: 'Show me what is new', url: shopLink('/new', 'win-back') },
      },
    },
    {
      id: 'nod_order',
      type: 'wait-for-event',
      name: 'Do they come back?',
      data: { event: 'Order Completed', timeout: { amount: 4, unit: 'days' } },
    },
    {
      id: 'nod_back',
      type: 'set-attribute',
      name: 'Won back',
      data: { attribute: 'win_back', value: 'returned' },
    },
    likesTexts,
    {
      id: 'nod_text',
      type: 'send-sms',
      name: 'One short text',
      data: {
        text: 'Meadow & Main: {{ customer.first_name | default: "hello" }}, delivery is still on us until Sunday. We would love to pack a parcel for you again. Reply STOP to opt out.',
      },
    },
    {
      id: 'nod_rest',
      type: 'set-attribute',
      name: 'Leave them in peace',
      data: { attribute: 'win_back', value: 'no answer' },
    },
  ],
  [
    'start -> loyalty',
    'loyalty.close -> personal',
    'loyalty.otherwise -> news',
    'personal -> order',
    'news -> order',
    'order.happened -> back',
    'order.timeout -> channel',
    'channel.sms -> text',
    'channel.otherwise -> rest',
    'text -> rest',
  ],
);
