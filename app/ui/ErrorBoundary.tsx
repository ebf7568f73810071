import { Component, type ReactNode } from 'react';
import { appMessages as say } from '../../src/messages/app.ts';
import { writeScene } from '../../src/scene/writeScene.ts';
import { Modal, type ModalProps } from '../help/Modal.tsx';
import { notify } from '../store/actions.ts';
import { useApp } from './AppContext.ts';
import { AttemptContext } from './lazyPart.tsx';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** The sheet over the page in which the sentence on the fault stands, where it has no place by itself. */
  readonly sheet?: Omit<ModalProps, 'children'>;
}

/** Around each panel: a fault in one, or a part of it that could not be fetched, leaves the others and the scene as they are. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { failed: boolean; attempt: object }> {
  override state = { failed: false, attempt: {} };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    const { children, sheet } = this.props;
    const { failed, attempt } = this.state;
    if (!failed) return <AttemptContext value={attempt}>{children}</AttemptContext>;
    const failure = <Failure onRetry={() => this.setState({ failed: false, attempt: {} })} />;
    return sheet ? <Modal {...sheet}>{failure}</Modal> : failure;
  }
}

function Failure({ onRetry }: { onRetry: () => void }) {
  const { store, copy } = useApp();
  const copyScene = async () => {
    const copied = await copy(JSON.stringify(writeScene(store.getState().scene), null, 2));
    notify(store, { kind: 'copy', text: copied ? say.sceneCopied : say.linkNotCopied });
  };
  return (
    <div className="failure" role="alert">
      <p>{say.panelFailed}</p>
      <button type="button" onClick={() => void copyScene()}>
        {say.copyScene}
      </button>
      <button
        type="button"
        onClick={({ currentTarget }) => {
          // The button goes; where it stood can take the focus until the part has come.
          currentTarget.closest<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true });
          onRetry();
        }}
      >
        {say.retry}
      </button>
    </div>
  );
}
