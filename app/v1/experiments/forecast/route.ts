// What an experiment would take.
import { endpoints } from '@/lib/core/api/endpoints';
import { forecastExperiment } from '@/lib/server/experiments/forecast-experiment';
import { route } from '@/lib/server/route';

export const POST = route(endpoints.forecastExperiment, forecastExperiment);
