// A surprise on a page of the studio, told inside the shell, so that the navigation stays.
'use client';

import { Crash } from '@/components/shell/crash';

export default Crash;
