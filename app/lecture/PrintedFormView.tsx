import type { PrintedForm, PrintedLine } from '../../src/lectures/printedForm.ts';
import { lectureMessages as say } from '../../src/messages/lectures.ts';

import { Tex } from '../formulas/Tex.tsx';
import { Prose } from './Prose.tsx';
import { SymbolTable } from './SymbolTable.tsx';

/** The number of an algorithm’s line, with nothing behind it. */
const NUMBER = /^\d+:$/;

interface PrintedFormViewProps {
  readonly name: string;
  readonly form: Omit<PrintedForm, 'follow'>;
  readonly follows?: boolean;
  /** Makes a run follow it; nothing can where it is not given. */
  readonly onUse?: () => void;
}

/** One form as a slide prints it: place, lines, symbols, and the way to make the run follow it, if there is one. */
export function PrintedFormView({ name, form, follows = false, onUse }: PrintedFormViewProps) {
  const { lecture, at, title, lines, code, quote, usual, symbols, remark } = form;
  const heading = say.heading(name, title);
  const isNamed = lines.length === 0 && code === undefined;
  return (
    <section className="printed-form">
      <h3>{heading}</h3>
      <p className="printed-place">{say.place(lecture, at)}</p>
      {isNamed && <p className="printed-remark">{quote === undefined ? say.named : say.described}</p>}
      {quote !== undefined && <blockquote className="printed-quote">{say.quote(quote)}</blockquote>}
      <Lines lines={lines} />
      {code !== undefined && (
        // A program wider than the panel is scrolled, by keys too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre className="printed-code" tabIndex={0} role="region" aria-label={say.program}>
          {code}
        </pre>
      )}
      {usual && (
        <>
          <p className="printed-remark">{usual.from === undefined ? say.usual : say.usualFrom(usual.from)}</p>
          <Lines lines={usual.lines} />
        </>
      )}
      {remark !== undefined && (
        <p className="printed-remark">
          <Prose text={remark} />
        </p>
      )}
      <SymbolTable lecture={lecture} symbols={symbols} />
      {onUse && (
        // It stays where it is once it is pressed, so that the focus stays with it.
        <button
          type="button"
          className="printed-use"
          aria-disabled={follows || undefined}
          aria-label={follows ? say.followsNamed(heading) : say.chooseNamed(heading)}
          onClick={follows ? undefined : onUse}
        >
          {follows ? say.follows : say.choose}
        </button>
      )}
    </section>
  );
}

function Lines({ lines }: { lines: readonly PrintedLine[] }) {
  if (lines.length === 0) return null;
  return (
    <ol className="printed-lines">
      {lines.map((line) => {
        const [words, tex] = typeof line === 'string' ? ['', line] : line;
        return (
          <li key={tex} className={NUMBER.test(words) ? 'numbered' : undefined}>
            {words !== '' && (
              <span>
                <Prose text={words} />
              </span>
            )}
            <Tex tex={String.raw`\displaystyle ${tex}`} className="printed-line" fits />
          </li>
        );
      })}
    </ol>
  );
}
