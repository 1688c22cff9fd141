// Everything the studio does to the tests of a journey.
'use server';

import { CreateJourneyTest, SaveJourneyTest, TestRef } from '@/lib/core/api/journey-test';
import { action } from '@/lib/server/action';
import { createJourneyTest as createJourneyTestVerb } from '@/lib/server/journey-tests/create-journey-test';
import { deleteJourneyTest as deleteJourneyTestVerb } from '@/lib/server/journey-tests/delete-journey-test';
import { saveJourneyTest as saveJourneyTestVerb } from '@/lib/server/journey-tests/save-journey-test';

export const createJourneyTest = action('createJourneyTest', CreateJourneyTest, createJourneyTestVerb);
export const saveJourneyTest = action('saveJourneyTest', SaveJourneyTest, saveJourneyTestVerb);
export const deleteJourneyTest = action('deleteJourneyTest', TestRef, deleteJourneyTestVerb);
