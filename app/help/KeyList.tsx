import { Fragment } from 'react';
import { helpMessages as say } from '../../src/messages/help.ts';
import { keyMessages } from '../../src/messages/keys.ts';
import { capOf, modifiersOf, type Chord } from '../transport/chord.ts';
import { KEY_TABLE, type KeyEntry, type KeyRoom } from '../transport/keyTable.ts';

/** The keys of one room of the table, and what they do. */
export function KeyList({ room }: { room: KeyRoom }) {
  const id = `help-${room}`;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{say.rooms[room]}</h3>
      <dl>
        {KEY_TABLE.filter((entry) => entry.room === room).map((entry) => (
          <div key={entry.does}>
            <dt>
              <Chords entry={entry} />
            </dt>
            <dd>
              {entry.kind === 'control' && (
                <span className="help-where">{say.on(keyMessages[entry.where])} </span>
              )}
              {keyMessages[entry.does]}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Chords({ entry: { chords, through } }: { entry: KeyEntry }) {
  const held = (chord: Chord) => modifiersOf(chord).join(' ');
  return chords.map((chord, i) => {
    if (through && i > 0 && i < chords.length - 1) return null;
    // Arrows held with the same key share it.
    const repeats = i > 0 && held(chord) !== '' && held(chord) === held(chords[i - 1]);
    return (
      <Fragment key={`${held(chord)} ${chord.key}`}>
        {through && i > 0 && `${say.to} `}
        <Caps caps={[...(repeats ? [] : modifiersOf(chord)), capOf(chord)]} />
      </Fragment>
    );
  });
}

function Caps({ caps }: { caps: readonly string[] }) {
  return (
    <span className="chord">
      {caps.map((cap) => (
        <Fragment key={cap}>
          <kbd>{cap}</kbd>{' '}
        </Fragment>
      ))}
    </span>
  );
}
