import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** A Moa that runs already: `npm start` in another terminal. */
const moa = process.env.MOA_URL ?? 'http://localhost:4000';

export default defineConfig({
  root: import.meta.dirname,
  base: '/app/',
  plugins: [react()],
  server: {
    proxy: {
      '/graphql': { target: moa, ws: true },
      '/graphiql': { target: moa },
      '/app/settings.json': { target: moa },
    },
  },
  build: {
    target: 'esnext', // light-dark(), nesting and <dialog> are used as they are; older browsers are not served
    cssTarget: 'esnext',
    assetsInlineLimit: 0, // the content security policy allows no data: addresses
    reportCompressedSize: false,
    license: { fileName: 'licenses.md' },
  },
});
