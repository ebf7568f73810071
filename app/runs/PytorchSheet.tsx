import { useMemo, useState } from 'react';
import { pytorchScript } from '../../src/export/pytorch/script.ts';
import { pytorchMessages as say } from '../../src/messages/pytorch.ts';
import type { Run } from '../../src/scene/scene.ts';
import { Modal } from '../help/Modal.tsx';
import '../styles/pytorch.css';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { CopyIcon } from '../ui/icons.tsx';
import { DownIcon } from './runIcons.tsx';
import { saveText } from './saveText.ts';

interface PytorchSheetProps {
  readonly run: Run;
  readonly name: string;
  readonly onClose: () => void;
}

/** A run as a PyTorch script, to be read, copied and taken home. */
export function PytorchSheet({ run, name, onClose }: PytorchSheetProps) {
  const { copy } = useApp();
  const scene = useAppState((state) => state.scene);
  const [said, setSaid] = useState('');
  const script = useMemo(() => pytorchScript({ ...scene, runs: [run] }), [scene, run]);
  const copyScript = async () => setSaid((await copy(script)) ? say.copied : say.notCopied);
  return (
    <Modal title={say.title(name)} className="pytorch" onClose={onClose}>
      <p className="pytorch-caption">{say.caption}</p>
      <div className="pytorch-tools">
        <button type="button" className="quiet" onClick={() => void copyScript()}>
          <CopyIcon />
          {say.copy}
        </button>
        <button
          type="button"
          className="quiet"
          onClick={() => saveText(say.fileName(scene.problem.id, run.optimizer.id), script)}
        >
          <DownIcon />
          {say.download}
        </button>
        <span role="status">{said}</span>
      </div>
      {/* Read as a text that cannot be changed; it takes the focus, so that the keys scroll it. */}
      <div
        className="pytorch-script"
        role="textbox"
        aria-label={say.script}
        aria-multiline
        aria-readonly
        tabIndex={0}
      >
        <code>{withQuietWords(script)}</code>
      </div>
    </Modal>
  );
}

/** Python's comments and the strings that describe a function; no other string holds either sign. */
const WORDS = /(#.*$|"""[^]*?""")/gm;

/** The script with its words set apart from its code. */
function withQuietWords(script: string) {
  // A split by one group has its matches at the odd places.
  return script.split(WORDS).map((part, i) => (i % 2 === 1 ? <i key={i}>{part}</i> : part));
}
