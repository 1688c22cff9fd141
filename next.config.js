// How Next builds and serves the studio: packages that stay outside the bundle, and the headers of every page.
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts');
const isDevelopment = process.env.NODE_ENV === 'development';

// Pictures in previewed e-mails come from anywhere; everything else comes from here. React needs eval in development only.
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https: http:",
  "font-src 'self' data:",
  `connect-src 'self'${isDevelopment ? ' ws: wss:' : ''}`,
  "frame-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** @type {import('next').NextConfig} */
const config = {
  serverExternalPackages: ['@electric-sql/pglite', 'pg', 'nodemailer', 'twilio'],
  // `npm run verify` checks types with the native compiler, in a tenth of the time.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  devIndicators: false,
  // In development Next would print what actions were called with, passwords included.
  logging: { serverFunctions: false },
  // Without a session cookie the address is remembered through the sign-in. The pages check the session itself.
  redirects: async () => [
    {
      source:
        '/:path((?:journeys|customers|messages|tasks|catalogue|coupons|events|settings|reference)(?:/.*)?)',
      missing: [{ type: 'cookie', key: 'throughline_session' }],
      destination: '/sign-in?next=/:path',
      permanent: false,
    },
  ],
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'Content-Security-Policy', value: contentSecurityPolicy },
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), browsing-topics=()' },
      ],
    },
  ],
};

export default withNextIntl(config);
