// The catalogue: one JSON file per area, merged by namespace. English is the source; its keys are the type of all keys.
import common from './en/common.json';
import customers from './en/customers.json';
import events from './en/events.json';
import journeys from './en/journeys.json';
import messagesArea from './en/messages.json';
import settings from './en/settings.json';
import shell from './en/shell.json';
import signIn from './en/signIn.json';

export const messages = {
  common,
  customers,
  events,
  journeys,
  messages: messagesArea,
  settings,
  shell,
  signIn,
};
