import { useEffect, useState } from 'react';
import { asSpoken } from './asSpoken.ts';

/** Numbers that rest for so long are worth saying. */
const REST_MILLISECONDS = 700;

/** Says a sentence to those who hear the page, once it has come to rest; nobody sees it. */
export function Spoken({ text }: { text: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = window.setTimeout(() => setSaid(text), REST_MILLISECONDS);
    return () => window.clearTimeout(timer);
  }, [text]);
  return (
    <p className="visually-hidden" aria-live="polite">
      {asSpoken(said)}
    </p>
  );
}
