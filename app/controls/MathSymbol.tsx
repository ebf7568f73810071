import { Fragment } from 'react';
import { texSymbol, type SymbolPart } from './texSymbol.ts';

/** The symbol of a spec in italics, without KaTeX, so that it stands there from the first paint on. */
export function MathSymbol({ tex }: { tex: string }) {
  return (
    <span className="symbol" aria-hidden="true">
      <Parts parts={texSymbol(tex)} />
    </span>
  );
}

function Parts({ parts }: { parts: readonly SymbolPart[] }) {
  return parts.map(({ text, upright, below }, i) => (
    <Fragment key={i}>
      {upright ? <span className="upright">{text}</span> : <i>{text}</i>}
      {below.length > 0 && (
        <sub>
          <Parts parts={below} />
        </sub>
      )}
    </Fragment>
  ));
}
