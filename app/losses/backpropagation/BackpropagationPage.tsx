import { backpropagationMessages as say } from '../../../src/messages/backpropagation.ts';
import '../../styles/losses-backpropagation.css';
import { useLossValues } from '../useLossValues.ts';
import { GradientTables } from './GradientTables.tsx';
import { NetworkGraph } from './NetworkGraph.tsx';
import { networkPart } from './networkOf.ts';
import { NetworkSide } from './NetworkSide.tsx';

/** The four equations of backpropagation, checked by finite differences. */
export function BackpropagationPage() {
  const part = networkPart(useLossValues('backpropagation'));
  return (
    <div className="loss-page loss-columns backpropagation-page">
      <div>
        <NetworkGraph {...part} />
        <p className="network-hint">{say.hint}</p>
        <GradientTables {...part} />
      </div>
      <NetworkSide {...part} />
    </div>
  );
}
