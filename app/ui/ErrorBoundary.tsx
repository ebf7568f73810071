import { Component, type ReactNode } from 'react';
import { appMessages as say } from '../../src/messages/app.ts';
import { writeScene } from '../../src/scene/writeScene.ts';
import { notify } from '../store/actions.ts';
import { useApp } from './AppContext.ts';

/** Around each panel: a fault in one leaves the others, and the scene, as they are. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return <Failure onRetry={() => this.setState({ failed: false })} />;
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
      <button type="button" onClick={onRetry}>
        {say.retry}
      </button>
    </div>
  );
}
