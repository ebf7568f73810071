import type { ReactNode } from 'react';
import { legendMessages as say } from '../../src/messages/help.ts';
import { Swatch } from '../ui/Swatch.tsx';

/** How to read the map: each of its signs with a sentence. */
export function MapLegend() {
  return (
    <dl className="legend">
      <Line name={say.path} sentence={say.pathSentence}>
        <Swatch slot={3} />
      </Line>
      <Line name={say.start} sentence={say.startSentence}>
        <Glyph>
          <circle cx="17" cy="10" r="7" />
          <circle cx="17" cy="10" r="2.2" className="legend-solid" />
        </Glyph>
      </Line>
      <Line name={say.minimizer} sentence={say.minimizerSentence}>
        <Glyph>
          <path d="m11.5 4.5 11 11M22.5 4.5l-11 11" />
        </Glyph>
      </Line>
      <Line name={say.saddle} sentence={say.saddleSentence}>
        <Glyph>
          <path d="m17 3.5 6.5 6.5-6.5 6.5-6.5-6.5Z" />
        </Glyph>
      </Line>
      <Line name={say.bands} sentence={say.bandsSentence}>
        <Glyph>
          {[27, 19, 11, 3].map((band, i) => (
            <rect
              key={band}
              className="legend-band"
              x={1 + 8 * i}
              y="3"
              width="8"
              height="14"
              style={{ fill: `var(--band-${String(band).padStart(2, '0')})` }}
            />
          ))}
        </Glyph>
      </Line>
      <Line name={say.leaving} sentence={say.leavingSentence}>
        <Glyph>
          <path className="legend-leaving" d="M3 16 25.5 5.5M18.5 4.6l7.4.7-4.2 6.1" />
        </Glyph>
      </Line>
    </dl>
  );
}

function Line({ name, sentence, children }: { name: string; sentence: string; children: ReactNode }) {
  return (
    <div>
      <dt>
        {children} <span>{name}</span>
      </dt>
      <dd>{sentence}</dd>
    </div>
  );
}

function Glyph({ children }: { children: ReactNode }) {
  return (
    <svg className="legend-glyph" aria-hidden="true" width="34" height="20" viewBox="0 0 34 20">
      {children}
    </svg>
  );
}
