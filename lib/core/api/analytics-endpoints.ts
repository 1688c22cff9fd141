// Retention and repeat purchase in the management API.
import * as analytics from './analytics';
import { get } from './endpoint';

export const analyticsEndpoints = {
  readRetention: get({
    name: 'readRetention',
    tag: 'Analytics',
    path: '/v1/analytics/retention',
    summary: 'Count who comes back',
    description:
      'Cohorts of people who did something, and how many of them came back in each period since. Period 0 is the whole cohort. A return counts only when it is later than what let the person in. People who were merged count once.',
    query: analytics.RetentionQuery,
    reply: analytics.RetentionReport,
    refusals: ['invalid-field'],
  }),
  listRetentionPeople: get({
    name: 'listRetentionPeople',
    tag: 'Analytics',
    path: '/v1/analytics/retention/people',
    summary: 'List the people behind a cell',
    description:
      'Newest first. They are as many as the cell of readRetention says, by the same definition; of the average row each person once, also of recurring cohorts.',
    query: analytics.RetentionPeopleQuery,
    reply: analytics.AnalyticsPeople,
    refusals: ['invalid-field', 'bad-cursor'],
  }),
  readRepeatPurchase: get({
    name: 'readRepeatPurchase',
    tag: 'Analytics',
    path: '/v1/analytics/repeat-purchase',
    summary: 'Count repeat orders and what customers are worth',
    description:
      'Shares of customers with a second, third … order; the days until the second order, with those who have not ordered again yet still in the reckoning; and revenue so far by customer of each monthly cohort.',
    query: analytics.RepeatQuery,
    reply: analytics.RepeatReport,
  }),
  listRepeatPeople: get({
    name: 'listRepeatPeople',
    tag: 'Analytics',
    path: '/v1/analytics/repeat-purchase/people',
    summary: 'List the people behind a figure of repeat orders',
    description:
      'Newest first: those with at least so many orders, with a second order after at most so many whole days, or of a monthly cohort, as readRepeatPurchase counts them.',
    query: analytics.RepeatPeopleQuery,
    reply: analytics.AnalyticsPeople,
    refusals: ['bad-cursor'],
  }),
};
