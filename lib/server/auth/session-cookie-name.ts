// The name of the cookie that carries a session, for code that runs outside Next.
export const sessionCookie = 'throughline_session';
