// The server of the end-to-end tests: the built app on the port given, as `npm start` serves it. Files with the hash of their
// content in their names may be kept by the browser, as static hosts let it: asked for anew and compiled anew at each load,
// they would take a quarter of a load's processor time.
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { preview, type Plugin } from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const keepHashed: Plugin = {
  name: 'keep-hashed',
  configurePreviewServer({ middlewares }) {
    middlewares.use('/assets/', (_request, response, next) => {
      response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
      next();
    });
  },
};

await preview({
  root: ROOT,
  plugins: [keepHashed],
  preview: { port: Number(process.argv[2]), strictPort: true, host: '127.0.0.1', open: false },
});
