// The same apology, inside the shell, so that the navigation stays.
'use client';

import ErrorPage from '../error';

export default ErrorPage;
