// Everything the studio does to segments.
'use server';

import { CreateSegment, DuplicateSegment, SaveSegment, SegmentRef } from '@/lib/core/api/segment';
import { action } from '@/lib/server/action';
import { archiveSegment as archiveSegmentVerb } from '@/lib/server/segments/archive-segment';
import { createSegment as createSegmentVerb } from '@/lib/server/segments/create-segment';
import { duplicateSegment as duplicateSegmentVerb } from '@/lib/server/segments/duplicate-segment';
import { saveSegment as saveSegmentVerb } from '@/lib/server/segments/save-segment';

export const createSegment = action('createSegment', CreateSegment, createSegmentVerb);
export const saveSegment = action('saveSegment', SaveSegment, saveSegmentVerb);
export const duplicateSegment = action('duplicateSegment', DuplicateSegment, duplicateSegmentVerb);
export const archiveSegment = action('archiveSegment', SegmentRef, archiveSegmentVerb);
