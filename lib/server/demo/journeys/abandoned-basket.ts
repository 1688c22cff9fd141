// Ready journey: a checkout without an order is recalled by e-mail, then by text, but never while a complaint is open.
import { attribute, drawing, likesTexts, shopLink } from './drawing';

export const abandonedBasket = drawing(
  'Abandoned basket',
  'unlimited',
  [
    { id: 'nod_start', type: 'event-trigger', name: 'Checkout begins', data: { event: 'Checkout Started' } },
    {
      id: 'nod_order',
      type: 'wait-for-event',
      name: 'Wait for the order',
      data: { event: 'Order Completed', timeout: { amount: 1, unit: 'hours' } },
    },
    { id: 'nod_bought', type: 'exit', name: 'They bought it', data: {} },
    {
      id: 'nod_trouble',
      type: 'branch',
      name: 'Sell, or help first?',
      data: {
        branches: [
          {
            id: 'open',
            name: 'A complaint is open',
            condition: attribute('open_complaints', 'greater-than', 0),
          },
        ],
      },
    },
    { id: 'nod_help', type: 'exit', name: 'No promotion now', data: {} },
    {
      id: 'nod_letter',
      type: 'send-email',
      name: 'Your basket is still here',
      data: {
        subject:
          'Your basket is still here{% if customer.first_name %}, {{ customer.first_name }}{% endif %}',
        preheader: 'We kept everything as you left it.',
        body: `Hello {{ customer.first_name | default: "there" }},

you had almost finished. We kept everything as you left it:

{% for item in event.products %}
- {{ item.quantity }} × **{{ item.name }}**
{% endfor %}

Some of our pieces are made in small batches, so we cannot hold them for ever. Delivery is on us from 60 euros, and you have 30 days to change your mind.

Was something in the way? Answer this letter and tell us.

Nell from Meadow & Main`,
        button: { label: 'Back to my basket', url: shopLink('/basket/{{ event.order_id }}', 'basket') },
      },
    },
    {
      id: 'nod_second',
      type: 'wait-for-event',
      name: 'Give them a day',
      data: { event: 'Order Completed', timeout: { amount: 1, unit: 'days' } },
    },
    { id: 'nod_returned', type: 'exit', name: 'The letter worked', data: {} },
    likesTexts,
    {
      id: 'nod_text',
      type: 'send-sms',
      name: 'Last call by text',
      data: {
        text: '{{ customer.first_name | default: "Hello" }}, we can hold your Meadow & Main basket until tonight: {{ event.products.first.name }}{% if event.products.size > 1 %} and more{% endif %}. Reply STOP to opt out.',
        maxLatenessHours: 6,
      },
    },
    {
      id: 'nod_forget',
      type: 'set-attribute',
      name: 'Remember what they wanted',
      data: { attribute: 'left_a_basket', value: true },
    },
  ],
  [
    'start -> order',
    'order.happened -> bought',
    'order.timeout -> trouble',
    'trouble.open -> help',
    'trouble.otherwise -> letter',
    'letter -> second',
    'second.happened -> returned',
    'second.timeout -> channel',
    'channel.sms -> text',
    'channel.otherwise -> forget',
    'text -> forget',
  ],
);
