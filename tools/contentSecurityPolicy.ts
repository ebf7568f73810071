/** The one policy: served as a header by `npm start`, repeated in index.html for plain static hosts. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self'; object-src 'none'; base-uri 'none'";
