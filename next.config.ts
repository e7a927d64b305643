import type { NextConfig } from 'next';

/**
 * `npm start`, `npm run dev` and `npm test` each build into a folder of their own, named by
 * ROOMLOG_DIST_DIR, so that none of them pulls the files from under another.
 * Types are checked by `npm run types`, not a second time by the build.
 */
const config: NextConfig = {
  distDir: process.env.ROOMLOG_DIST_DIR ?? '.next',
  agentRules: false,
  poweredByHeader: false,
  devIndicators: false,
  typescript: { ignoreBuildErrors: true },
  // Where the head of a page comes late a browser asks for the icon by its old name.
  rewrites: () => Promise.resolve([{ source: '/favicon.ico', destination: '/icon.svg' }]),
  serverExternalPackages: ['mongodb'],
  experimental: {
    // Each build begins in an empty folder, where no cache would be found again.
    turbopackFileSystemCacheForBuild: false,
    // `forbidden()` answers with 403.
    authInterrupts: true,
  },
  turbopack: { root: import.meta.dirname },
};

export default config;
