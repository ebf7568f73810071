import { helpMessages as say } from '../../src/messages/help.ts';
import { HINTS } from '../transport/hints.ts';
import { KEY_ROOMS } from '../transport/keyTable.ts';
import { useApp } from '../ui/AppContext.ts';
import { NARROW, useMedia } from '../ui/useMedia.ts';
import { KeyList } from './KeyList.tsx';
import { MapLegend } from './MapLegend.tsx';
import { Modal } from './Modal.tsx';
import { useCurrentHint } from './useHint.ts';

/** All keys by room, and how to read the map: one printed page. Where there is hardly a keyboard, the map comes first. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const isNarrow = useMedia(NARROW);
  const keys = (
    <>
      <div className="help-keys">
        {KEY_ROOMS.map((room) => (
          <KeyList key={room} room={room} />
        ))}
      </div>
      <p className="help-note">{say.note}</p>
    </>
  );
  return (
    <Modal title={say.title} className="help" closingKey="?" onClose={onClose}>
      {!isNarrow && keys}
      <section className="help-map" aria-labelledby="help-reading">
        <h3 id="help-reading">{say.reading}</h3>
        <MapLegend />
      </section>
      {isNarrow && keys}
      <HintsNote />
    </Modal>
  );
}

function HintsNote() {
  const { hints } = useApp();
  if (useCurrentHint() === null) return null;
  const hide = () => {
    for (const id of HINTS) hints.done(id);
  };
  return (
    <p className="help-note">
      {say.hintsAreShown}{' '}
      <button type="button" className="words" onClick={hide}>
        {say.hideHints}
      </button>
    </p>
  );
}
