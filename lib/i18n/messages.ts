// The catalogue: one JSON file per area, merged by namespace. English is the source; its keys are the type of all keys.
import analytics from './en/analytics.json';
import api from './en/api.json';
import canvas from './en/canvas.json';
import catalogue from './en/catalogue.json';
import charts from './en/charts.json';
import common from './en/common.json';
import coupons from './en/coupons.json';
import customers from './en/customers.json';
import docs from './en/docs.json';
import entries from './en/entries.json';
import events from './en/events.json';
import experiments from './en/experiments.json';
import forms from './en/forms.json';
import holdout from './en/holdout.json';
import journeys from './en/journeys.json';
import journeyTests from './en/journeyTests.json';
import messagesArea from './en/messages.json';
import nodes from './en/nodes.json';
import problems from './en/problems.json';
import reasonGuide from './en/reasonGuide.json';
import reasons from './en/reasons.json';
import reference from './en/reference.json';
import segments from './en/segments.json';
import sending from './en/sending.json';
import settings from './en/settings.json';
import shell from './en/shell.json';
import signIn from './en/signIn.json';
import tasks from './en/tasks.json';
import unsubscribe from './en/unsubscribe.json';
import versions from './en/versions.json';
import why from './en/why.json';

export const messages = {
  analytics,
  api,
  canvas,
  catalogue,
  charts,
  common,
  coupons,
  customers,
  entries,
  docs,
  events,
  experiments,
  forms,
  holdout,
  journeys,
  journeyTests,
  messages: messagesArea,
  nodes,
  problems,
  reasonGuide,
  reasons,
  reference,
  segments,
  sending,
  settings,
  shell,
  signIn,
  tasks,
  unsubscribe,
  versions,
  why,
};
