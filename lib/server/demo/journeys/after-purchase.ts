// Ready journey: one passage per order. A receipt, thanks on the right channel, and care where something went wrong.
import { attribute, drawing, property, shopLink } from './drawing';

export const afterPurchase = drawing(
  'After purchase',
  'unlimited',
  [
    {
      id: 'nod_start',
      type: 'event-trigger',
      name: 'An order, online or in a store',
      data: { event: 'Order Completed', key: ['order_id'] },
    },
    {
      id: 'nod_where',
      type: 'branch',
      name: 'Where was it bought?',
      data: { branches: [{ id: 'store', name: 'In a store', condition: property('store', 'is-set') }] },
    },
    {
      id: 'nod_receipt',
      type: 'send-email',
      name: 'Confirm the order',
      data: {
        kind: 'transactional',
        subject: 'Thank you, we have your order {{ event.order_id }}',
        preheader: 'We pack it within a working day.',
        body: `Thank you, {{ customer.first_name | default: "friend" }}.

{% assign cents = event.total | times: 100 | round | modulo: 100 | prepend: "00" | slice: -2, 2 %}

Your order **{{ event.order_id }}** is with us, and we pack it within a working day:

{% for item in event.products %}
- {{ item.quantity }} × {{ item.name }}
{% endfor %}

Total: **{{ event.total | floor }}.{{ cents }} {{ event.currency }}**{% if event.coupon %}, with {{ event.coupon }} taken off{% endif %}.

Nell from Meadow & Main`,
        button: { label: 'Follow my parcel', url: shopLink('/orders/{{ event.order_id }}', 'order') },
      },
    },
    { id: 'nod_home', type: 'delay', name: 'Let them get home', data: { amount: 2, unit: 'minutes' } },
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
      id: 'nod_thanks_text',
      type: 'send-sms',
      name: 'Thanks by text',
      data: {
        kind: 'transactional',
        text: 'Thank you for coming by {{ event.store }}, {{ customer.first_name | default: "friend" }}! You can return anything within 30 days, in any store or by post.',
      },
    },
    {
      id: 'nod_thanks',
      type: 'send-email',
      name: 'Thanks by e-mail',
      data: {
        kind: 'transactional',
        subject: 'Thank you for coming by',
        preheader: 'Your receipt number, and how to return something.',
        body: `Hello {{ customer.first_name | default: "there" }},

it was good to see you at **{{ event.store }}**. Your receipt is kept under **{{ event.order_id }}**, so you need no paper to return something within 30 days, in any store or by post.

Nell from Meadow & Main`,
      },
    },
    {
      id: 'nod_complaint',
      type: 'wait-for-event',
      name: 'Is anything wrong with it?',
      data: { event: 'Complaint Opened', key: ['order_id'], timeout: { amount: 10, unit: 'days' } },
    },
    {
      id: 'nod_sorry',
      type: 'send-email',
      name: 'We are on it',
      data: {
        kind: 'transactional',
        subject: 'We are on it: order {{ event.order_id }}',
        preheader: 'A person has your message and writes back today.',
        body: `Hello {{ customer.first_name | default: "there" }},

I am sorry that something is wrong with your order **{{ event.order_id }}**. A person has your message and writes back today. Until it is put right you will hear nothing else from us.

Nell from Meadow & Main`,
      },
    },
    {
      id: 'nod_closed',
      type: 'wait-for-event',
      name: 'Until it is put right',
      data: { event: 'Complaint Closed', key: ['order_id'], timeout: { amount: 14, unit: 'days' } },
    },
    {
      id: 'nod_better',
      type: 'send-email',
      name: 'Did we put it right?',
      data: {
        subject: 'Did we put it right?',
        preheader: 'One line from you helps the next customer.',
        body: `Hello {{ customer.first_name | default: "there" }},

thank you for your patience with order **{{ event.order_id }}**. Did we put it right? One line in answer to this letter is enough, and it goes to the people who can change things.

Nell from Meadow & Main`,
      },
    },
    {
      id: 'nod_slow',
      type: 'set-attribute',
      name: 'Call them',
      data: { attribute: 'needs_a_call', value: true },
    },
    {
      id: 'nod_review',
      type: 'send-email',
      name: 'How do you like it?',
      data: {
        subject:
          'How do you like {% if event.products.size == 1 %}your {{ event.products.first.name }}{% else %}your new things{% endif %}?',
        preheader: 'Two sentences help others choose.',
        body: `Hello {{ customer.first_name | default: "there" }},

you have had some days with it now:

{% for item in event.products %}
- [{{ item.name }}](https://meadow-and-main.example/reviews/{{ item.sku }})
{% endfor %}

Two sentences from you help others choose, and tell the makers what to keep.

Nell from Meadow & Main`,
        button: { label: 'Write two sentences', url: shopLink('/reviews/{{ event.order_id }}', 'review') },
      },
    },
  ],
  [
    'start -> where',
    'where.store -> home',
    'where.otherwise -> receipt',
    'home -> channel',
    'channel.sms -> thanks_text',
    'channel.otherwise -> thanks',
    'receipt -> complaint',
    'thanks -> complaint',
    'thanks_text -> complaint',
    'complaint.happened -> sorry',
    'complaint.timeout -> review',
    'sorry -> closed',
    'closed.happened -> better',
    'closed.timeout -> slow',
  ],
);
