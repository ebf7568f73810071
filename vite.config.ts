import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { CONTENT_SECURITY_POLICY } from './tools/contentSecurityPolicy.ts';

/** The development server puts styles and scripts into the page itself, which the policy of the built page refuses. */
const withoutPolicy: Plugin = {
  name: 'without-policy',
  apply: 'serve',
  transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
};

/**
 * Builds the workers as entries of the page's own build, not as bundles by themselves: what a worker shares with the page,
 * the families and their specs, is then one file that both import, and is fetched once.
 */
const sharedWorkers: Plugin = {
  name: 'shared-workers',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!code.includes('new Worker(new URL(')) return null;
    return code.replaceAll(/new Worker\(new URL\('([^']+)', import\.meta\.url\)/g, (_, path: string) => {
      const file = this.emitFile({
        type: 'chunk',
        id: new URL(path, `file://${id}`).pathname,
        name: path.split('/').at(-2) ?? 'worker',
      });
      return `new Worker(import.meta.ROLLUP_FILE_URL_${file}`;
    });
  },
};

export default defineConfig({
  base: './',
  plugins: [sharedWorkers, react(), withoutPolicy],
  worker: { format: 'es' },
  build: {
    outDir: process.env.RAVINE_OUT || 'dist',
    emptyOutDir: true,
    target: ['chrome120', 'firefox121', 'safari17.4'],
    modulePreload: { polyfill: false },
  },
  preview: { headers: { 'Content-Security-Policy': CONTENT_SECURITY_POLICY } },
});
